"""Which recommendations a person may see, and how far they are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids
from accounts.models import Agency, Person
from board.access import BOARD
from board.models import Action, ActionRecommendation, ChangeJudgement, Plan, Recommendation, RecommendationTheme, Theme
from board.rules import OPEN, State
from board.selectors.actions import visible_actions
from board.selectors.owners import with_owner
from board.selectors.standing import with_rating
from foundation import clock
from foundation.errors import NotVisible
from foundation.events import Subject, history
from foundation.pages import Page, page_after

MOST_TO_CHOOSE = 60
MOST_ACTIONS = 200
DONE = (State.DONE, State.EMBEDDED)
_LIVE = ActionRecommendation.objects.filter(recommendation=OuterRef("pk")).exclude(action__state=State.WITHDRAWN)
WITHOUT_ACTION = ~Q(response=Recommendation.Response.NOT) & ~Exists(_LIVE)
"""Nobody does anything about them: no action is open or done, and they were not refused."""


@dataclass(frozen=True)
class RecommendationFilter:
    """What the list is narrowed to; every empty field narrows nothing."""

    words: str = ""
    source: str = ""
    response: str = ""
    agency: str = ""
    theme: str = ""
    without: bool = False


@dataclass(frozen=True)
class HowFar:
    """The actions that answer a recommendation, without withdrawn ones: how many there are, are done, embedded, and late."""

    actions: int = 0
    done: int = 0
    embedded: int = 0
    late: int = 0


def visible_recommendations(person: Person) -> QuerySet[Recommendation]:
    """All for the board's people; an agency's lead sees those that the agency leads or has an action for."""
    if BOARD.admits(person):
        return Recommendation.objects.all()
    answered = ActionRecommendation.objects.filter(recommendation=OuterRef("pk"), action__in=visible_actions(person))
    return Recommendation.objects.filter(Q(agency_id__in=agency_ids(person, AGENCY_LEAD)) | Exists(answered))


def list_recommendations(person: Person, wanted: RecommendationFilter, after: str = "") -> Page[Recommendation]:
    """Some recommendations, the newest first, after the key that the page before gave."""
    found = visible_recommendations(person).select_related("agency", "group")
    if wanted.words:
        found = found.filter(Q(text__icontains=wanted.words) | Q(source_title__icontains=wanted.words))
    exact = {"source": wanted.source, "response": wanted.response, "agency__code": wanted.agency}
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.theme:
        found = found.filter(Exists(RecommendationTheme.objects.filter(recommendation=OuterRef("pk"), theme__code=wanted.theme)))
    if wanted.without:
        found = found.filter(WITHOUT_ACTION)
    return page_after(found, "made_on", after, newest_first=True)


def without_action(person: Person) -> int:
    """How many of the recommendations that the person may see nobody does anything about."""
    return visible_recommendations(person).filter(WITHOUT_ACTION).count()


def how_far(recommendations: Collection[Recommendation]) -> dict[int, HowFar]:
    """How far each of these is, by its id: over all its actions, whoever leads them."""
    answers = ActionRecommendation.objects.filter(recommendation__in=recommendations).exclude(action__state=State.WITHDRAWN)
    late = Q(action__state__in=OPEN, action__due_on__lt=clock.today())
    rows = answers.values("recommendation_id").annotate(
        actions=Count("id"),
        done=Count("id", filter=Q(action__state__in=DONE)),
        embedded=Count("id", filter=Q(action__state=State.EMBEDDED)),
        late=Count("id", filter=late),
    )
    found = {row["recommendation_id"]: HowFar(row["actions"], row["done"], row["embedded"], row["late"]) for row in rows}
    return {one.pk: found.get(one.pk, HowFar()) for one in recommendations}


def recommendation_for(person: Person, reference: str) -> Recommendation:
    """One recommendation; NotVisible when this person may not see it."""
    found = visible_recommendations(person).filter(reference=reference).select_related("agency", "group").first()
    if found is None:
        raise NotVisible
    return found


def locked_recommendation(person: Person, reference: str) -> Recommendation:
    """The same, locked until the transaction ends."""
    found = visible_recommendations(person).select_for_update(of=("self",)).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def actions_that_answer(person: Person, recommendation: Recommendation) -> tuple[Any, ...]:
    """The actions that answer it and that the person may see, with how they stand today, soonest due first."""
    seen = with_owner(with_rating(visible_actions(person), clock.today())).filter(answers__recommendation=recommendation)
    return tuple(seen.select_related("agency", "owner", "plan").order_by("due_on", "id")[:MOST_ACTIONS])


def answered_by(action: Action) -> tuple[Recommendation, ...]:
    """The recommendations that an action answers. For whoever may see the action."""
    return tuple(Recommendation.objects.filter(answers__action=action))


def answered_in(plan: Plan) -> tuple[Recommendation, ...]:
    """The recommendations that the actions of a plan answer. For whoever may see the plan."""
    answers = ActionRecommendation.objects.filter(recommendation=OuterRef("pk"), action__plan=plan)
    return tuple(Recommendation.objects.filter(Exists(answers))[:MOST_TO_CHOOSE])


def themes_of_recommendation(recommendation: Recommendation) -> tuple[Theme, ...]:
    """What a recommendation is tagged with."""
    return tuple(Theme.objects.filter(pk__in=recommendation.tags.values("theme")))


def recommendations_to_answer(also: str = "") -> tuple[tuple[str, str], ...]:
    """Reference and words of the newest that an action can answer: not refused, and not done; `also` one of them in any case."""
    done = Exists(_LIVE.filter(action__state__in=DONE)) & ~Exists(_LIVE.filter(action__state__in=OPEN))
    waiting = Recommendation.objects.exclude(response=Recommendation.Response.NOT).exclude(done)
    named = Recommendation.objects.filter(reference=also).exclude(response=Recommendation.Response.NOT)
    found = {one.reference: one for one in (*named, *waiting[:MOST_TO_CHOOSE])}
    return tuple((one.reference, words_of(one)) for one in found.values())


def words_of(recommendation: Recommendation) -> str:
    """A recommendation in one line: its number, its text and where it comes from."""
    text = " ".join(recommendation.text.split())
    short = text if len(text) <= 120 else f"{text[:117].rstrip()}…"
    return f"{recommendation.number} {short} ({recommendation.source_title})".strip()


def plans_to_answer_with() -> tuple[tuple[str, str], ...]:
    """Reference and title of the open plans with actions."""
    return tuple(Plan.objects.filter(closed_at__isnull=True, actions__isnull=False).distinct().values_list("reference", "title"))


def actions_to_answer_with(plan: Plan, recommendation: Recommendation) -> tuple[tuple[Action, bool], ...]:
    """The actions of a plan that are not withdrawn, and whether each answers the recommendation already."""
    answers = Exists(ActionRecommendation.objects.filter(action=OuterRef("pk"), recommendation=recommendation))
    found = plan.actions.exclude(state=State.WITHDRAWN).annotate(already=answers).order_by("number")
    return tuple((action, action.already) for action in found[:MOST_ACTIONS])


def named_recommendations(references: Iterable[str]) -> tuple[Recommendation, ...] | None:
    """The recommendations of these references that an action can answer; None where one is none of them."""
    wanted = frozenset(references)
    found = tuple(
        Recommendation.objects.filter(reference__in=wanted).exclude(response=Recommendation.Response.NOT).select_for_update()
    )
    return found if len(found) == len(wanted) else None


def latest_made(action: Action) -> date | None:
    """The day of the newest recommendation that an action answers."""
    made: date | None = action.answers.aggregate(day=Max("recommendation__made_on"))["day"]
    return made


def all_done_since(recommendation: Recommendation) -> datetime | None:
    """When the last of its actions was accepted as done; None while one is open, or where none answers it."""
    live = Action.objects.filter(answers__recommendation=recommendation).exclude(state=State.WITHDRAWN)
    found = live.aggregate(open=Count("id", filter=~Q(state__in=DONE)), since=Max("done_at"))
    since: datetime | None = found["since"]
    return None if found["open"] else since


def judgements_since(recommendation: Recommendation, since: datetime | None) -> int:
    """How often it was judged since a moment whether it has changed anything."""
    return 0 if since is None else recommendation.judgements.filter(judged_at__gte=since).count()


def judgements_of(recommendation: Recommendation) -> tuple[ChangeJudgement, ...]:
    """What was judged of it, the newest first."""
    return tuple(recommendation.judgements.select_related("judged_by"))


def seen_recommendations(person: Person, references: Collection[str]) -> set[str]:
    """Those of some recommendations that the person may see."""
    return set(visible_recommendations(person).filter(reference__in=references).values_list("reference", flat=True))


def described_recommendations(person: Person, references: Collection[str]) -> dict[str, str]:
    """In one line each those of some recommendations that the person may see."""
    return {one.reference: words_of(one) for one in visible_recommendations(person).filter(reference__in=references)}


def events_of(recommendation: Recommendation) -> tuple[dict[str, Any], ...]:
    """What was decided about it, newest first, with the name of who did it."""
    events = list(history(Subject("recommendation", recommendation.reference))[:200])
    names = dict(
        Person.objects.filter(reference__in={event.actor_reference for event in events}).values_list("reference", "name")
    )
    rows = [
        {
            "verb": event.verb,
            "at": event.at,
            "reason": event.reason,
            "data": event.data,
            "name": names.get(event.actor_reference, ""),
        }
        for event in reversed(events)
    ]
    return tuple(rows)


def agencies_that_lead_one(person: Person) -> tuple[tuple[str, str], ...]:
    """Code and name of the agencies that lead a visible recommendation, for the filter."""
    led = visible_recommendations(person).filter(agency=OuterRef("pk"))
    return tuple(Agency.objects.filter(Exists(led)).values_list("code", "name"))


def earliest_due(recommendation: Recommendation) -> date | None:
    """The earliest date of the actions that answer it, without withdrawn ones."""
    answers = recommendation.answers.exclude(action__state=State.WITHDRAWN)
    due: date | None = answers.order_by("action__due_on").values_list(F("action__due_on"), flat=True).first()
    return due
