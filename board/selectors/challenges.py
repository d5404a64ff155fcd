"""The challenge log: which challenges a person may read, how they stand, and what was written about one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, SCRUTINEER
from accounts.access_table import agency_ids, open_agencies, role_codes
from accounts.models import Agency, Person
from board.access import BOARD
from board.models import Action, ActionChallenge, Challenge, ChallengeEntry, ChallengeTheme, Meeting, Plan, ScrutinyNote, Theme
from board.rules import CHALLENGE
from board.selectors.actions import visible_actions
from board.selectors.meetings import visible_meetings
from board.selectors.standing import with_rating
from foundation import clock
from foundation.calendar import FinancialYear, london_date
from foundation.design import words
from foundation.documents import documents_of
from foundation.errors import NotVisible, Refused
from foundation.models import Document
from foundation.pages import Page, page_after

PAGE = 50
EXPORT_LIMIT = 20_000
MEETINGS_OFFERED = 30
MOST_ACTIONS = 200
MOST_PLANS = 200
Outcome = Challenge.Outcome


@dataclass(frozen=True)
class ChallengeFilter:
    """What the log is narrowed to; every empty field narrows nothing."""

    about: str = ""
    raiser: str = ""
    outcome: str = ""
    year: str = ""
    theme: str = ""
    unanswered: bool = False
    in_report: bool = False
    words: str = ""


@dataclass(frozen=True)
class ChallengeCounts:
    """How the challenges stand that a person may read: open ones, those without an answer, late answers, and outcomes."""

    open: int
    unanswered: int
    late: int
    changed: int
    not_changed: int
    disputed: int
    escalated: int


def visible_challenges(person: Person) -> QuerySet[Challenge]:
    """All for the board's people; an agency's lead those about the agency, and those that it raised."""
    if BOARD.admits(person):
        return Challenge.objects.all()
    own = agency_ids(person, AGENCY_LEAD)
    return Challenge.objects.filter(Q(about_agency__in=own) | Q(raiser_agency__in=own))


def answers_for(person: Person, challenge: Challenge) -> bool:
    """Whether the person may write down an answer: the business team, and leads of the challenged agency."""
    return BUSINESS_TEAM in role_codes(person) or challenge.about_agency_id in agency_ids(person, AGENCY_LEAD)


def keeps_the_log(person: Person) -> bool:
    """Whether the person puts challenges right and says what came of them."""
    return bool({BUSINESS_TEAM, SCRUTINEER} & set(role_codes(person)))


def _late(today: date) -> Q:
    return Q(answered_on__isnull=True, response_due_on__lt=today)


def is_late(challenge: Challenge, today: date) -> bool:
    """Whether an answer was due before the day, and nobody has answered."""
    return challenge.answered_on is None and challenge.response_due_on is not None and challenge.response_due_on < today


def with_themes(challenges: QuerySet[Challenge]) -> QuerySet[Any]:
    """Annotate `theme_codes` and `theme_names`: what each is tagged with, in the order of the vocabulary."""
    tags = ChallengeTheme.objects.filter(challenge=OuterRef("pk")).order_by("theme__kind", "theme__name")
    return challenges.annotate(
        theme_codes=ArraySubquery(tags.values("theme__code")), theme_names=ArraySubquery(tags.values("theme__name"))
    )


def _narrowed(person: Person, wanted: ChallengeFilter) -> QuerySet[Challenge]:
    found = with_themes(visible_challenges(person).select_related("about_agency", "raiser_agency"))
    if wanted.about:
        found = (
            found.filter(about_agency=None) if wanted.about == "partnership" else found.filter(about_agency__code=wanted.about)
        )
    if wanted.raiser:
        found = found.filter(raiser_kind=wanted.raiser)
    if wanted.outcome:
        found = found.filter(outcome=wanted.outcome)
    if wanted.year:
        year = FinancialYear.from_label(wanted.year)
        found = found.filter(raised_on__range=(year.start, year.end))
    if wanted.theme:
        found = found.filter(Exists(ChallengeTheme.objects.filter(challenge=OuterRef("pk"), theme__code=wanted.theme)))
    if wanted.unanswered:
        found = found.filter(answered_on__isnull=True)
    if wanted.in_report:
        found = found.filter(in_report=True)
    if wanted.words:
        found = found.filter(Q(title__icontains=wanted.words) | Q(text__icontains=wanted.words))
    return found


def list_challenges(person: Person, wanted: ChallengeFilter, after: str = "") -> Page[Challenge]:
    """Fifty challenges, newest first, after the key that the page before gave."""
    return page_after(_narrowed(person, wanted), "raised_on", after, PAGE, newest_first=True)


def exported_challenges(person: Person, wanted: ChallengeFilter) -> tuple[tuple[Challenge, str, str], ...]:
    """The whole narrowed log with the newest response and the newest words on the outcome, newest first."""
    found = list(_narrowed(person, wanted).order_by("-raised_on", "-id")[:EXPORT_LIMIT])
    said: dict[tuple[int, str], str] = {}
    rows = ChallengeEntry.objects.filter(challenge__in=[one.pk for one in found]).order_by("happened_on", "id")
    for challenge, kind, text in rows.values_list("challenge", "kind", "text"):
        said[challenge, kind] = text
    return tuple((one, said.get((one.pk, "response"), ""), said.get((one.pk, "outcome"), "")) for one in found)


def count_challenges(person: Person) -> ChallengeCounts:
    """One pass over what the person may read."""
    counted = visible_challenges(person).aggregate(
        open=Count("id", filter=Q(outcome=Outcome.OPEN)),
        unanswered=Count("id", filter=Q(answered_on__isnull=True)),
        late=Count("id", filter=_late(clock.today())),
        changed=Count("id", filter=Q(outcome=Outcome.CHANGED)),
        not_changed=Count("id", filter=Q(outcome=Outcome.NOT_CHANGED)),
        disputed=Count("id", filter=Q(outcome=Outcome.DISPUTED)),
        escalated=Count("id", filter=Q(outcome=Outcome.ESCALATED)),
    )
    return ChallengeCounts(**counted)


def challenge_for(person: Person, reference: str) -> Challenge:
    """One challenge, to whoever may read it."""
    related = ("about_agency", "raiser_agency", "meeting__group")
    found: Challenge | None = with_themes(visible_challenges(person)).select_related(*related).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def challenge_to_show(person: Person, reference: str) -> Any:
    """The same, with what else its page has to read: `opens_meeting`, `has_notes`, `has_actions` and `has_files`."""
    files = Document.objects.filter(record_kind=CHALLENGE, record_reference=OuterRef("reference"))
    related = ("about_agency", "raiser_agency", "meeting__group")
    found = with_themes(visible_challenges(person)).annotate(
        opens_meeting=Exists(visible_meetings(person).filter(pk=OuterRef("meeting"))),
        has_notes=Exists(ScrutinyNote.objects.filter(challenge=OuterRef("pk"))),
        has_actions=Exists(ActionChallenge.objects.filter(challenge=OuterRef("pk"))),
        has_files=Exists(files),
    )
    one = found.select_related(*related).filter(reference=reference).first()
    if one is None:
        raise NotVisible
    return one


def locked_challenge(person: Person, reference: str) -> Challenge:
    """The same, locked until the transaction ends, to whoever works on it."""
    found = visible_challenges(person).select_for_update().filter(reference=reference).first()
    if found is None or not (answers_for(person, found) or keeps_the_log(person)):
        raise NotVisible
    return found


def challenge_named(person: Person, reference: str) -> Challenge | None:
    """The challenge of which a note speaks; None where it names none."""
    return challenge_for(person, reference) if reference else None


def entries_of(challenge: Challenge) -> list[ChallengeEntry]:
    """What was answered and decided, oldest first."""
    return list(challenge.entries.select_related("written_by").order_by("happened_on", "id"))


def files_of_challenge(challenge: Challenge) -> list[Document]:
    """Its files, newest first. Asked once the challenge is seen."""
    return list(documents_of(CHALLENGE, challenge.reference).order_by("-uploaded_at", "-pk"))


def actions_made_of(person: Person, challenge: Challenge) -> tuple[Any, ...]:
    """The actions that were made of it and that the person may see, with how they stand today, soonest due first."""
    seen = with_rating(visible_actions(person), clock.today()).filter(challenges__challenge=challenge)
    return tuple(seen.select_related("agency", "owner", "plan").order_by("due_on", "id")[:MOST_ACTIONS])


def challenges_behind(person: Person, action: Action) -> tuple[Challenge, ...]:
    """The challenges of which an action was made, and that the person may read."""
    return tuple(visible_challenges(person).filter(actions__action=action).order_by("raised_on", "pk")[:MOST_ACTIONS])


def plans_to_act_in() -> tuple[tuple[str, str], ...]:
    """Reference and title of the open plans, those that answer challenges first."""
    plans = Plan.objects.filter(closed_at__isnull=True).order_by("-opened_on", "title")
    found = sorted(plans[:MOST_PLANS], key=lambda plan: plan.source != Plan.Source.CHALLENGE)
    return tuple((plan.reference, plan.title) for plan in found)


def agency_of(code: str, field: str) -> Agency | None:
    """The agency with this code; None where none is named. Refuses a code that is none, beside its question."""
    if not code:
        return None
    found = Agency.objects.filter(code=code).first()
    if found is None:
        raise Refused("Select an agency from the list.", field=field)
    return found


def agencies_to_name(*kept: Agency | None) -> tuple[tuple[str, str], ...]:
    """Code and name of every agency of today, and of those that a record names already."""
    today = dict(open_agencies(clock.today()).filter(merged_into__isnull=True).values_list("code", "name"))
    return tuple((today | {agency.code: agency.name for agency in kept if agency is not None}).items())


def agencies_by_name() -> dict[str, Agency]:
    """The agencies of today by their name and by their code, in small letters, for files that people write."""
    found = list(open_agencies(clock.today()).filter(merged_into__isnull=True))
    return {name.lower(): agency for agency in found for name in (agency.code, agency.name)}


def meeting_of(reference: str) -> Meeting | None:
    """The meeting at which it was raised; None where none is named."""
    if not reference:
        return None
    found = Meeting.objects.filter(reference=reference).first()
    if found is None:
        raise Refused("Select a meeting from the list.", field="meeting")
    return found


def meetings_to_name(kept: Meeting | None = None) -> tuple[tuple[str, str], ...]:
    """The newest meetings up to today as choices, and the one that a record names already."""
    found = Meeting.objects.filter(starts_at__lte=clock.now()).exclude(state="cancelled").select_related("group")
    newest = list(found.order_by("-starts_at")[:MEETINGS_OFFERED])
    if kept is not None and kept not in newest:
        newest.append(kept)
    return tuple((one.reference, f"{one.group.name}, {words.date(london_date(one.starts_at))}") for one in newest)


def themes_of_challenge(challenge: Challenge) -> tuple[Theme, ...]:
    """What a challenge is tagged with."""
    return tuple(Theme.objects.filter(pk__in=challenge.tags.values("theme")))


def agencies_challenged(person: Person) -> tuple[tuple[str, str], ...]:
    """The agencies about which the log has challenges that a person may read, as choices."""
    pairs: Any = visible_challenges(person).exclude(about_agency=None).values_list("about_agency__code", "about_agency__name")
    return tuple(sorted(set(pairs), key=lambda pair: str(pair[1])))


def years_with_challenges(person: Person) -> tuple[tuple[str, str], ...]:
    """The financial years in which something was raised, newest first, as choices."""
    days: Sequence[date] = list(visible_challenges(person).order_by().values_list("raised_on", flat=True).distinct())
    labels = sorted({FinancialYear.of(day).label for day in days}, reverse=True)
    return tuple((label, label) for label in labels)
