"""Recording recommendations, what the partnership says to them, and which actions answer them."""

from collections.abc import Iterable
from datetime import date

from accounts.models import Agency, Person
from board.models import ActionRecommendation, Group, Recommendation, RecommendationTheme
from board.selectors.actions import plan_for
from board.selectors.recommendations import actions_to_answer_with, earliest_due, locked_recommendation, themes_of_recommendation
from board.selectors.themes import chosen_themes
from board.services.changing import ask_whether_it_changed
from board.services.themes import NOT_IN_USE
from foundation import clock
from foundation.design.words import date as gov_date
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

Response = Recommendation.Response


def _subject(recommendation: Recommendation) -> Subject:
    return Subject("recommendation", recommendation.reference)


def _check_version(recommendation: Recommendation, version: int) -> None:
    check_version(
        recommendation,
        version,
        "Somebody else has changed this recommendation since you opened it. Look at it again before you save.",
    )


def _save(recommendation: Recommendation) -> None:
    recommendation.version += 1
    recommendation.save()


def _lead(agency_code: str, group_reference: str) -> tuple[Agency | None, Group | None]:
    agency = Agency.objects.filter(code=agency_code).first() if agency_code else None
    group = Group.objects.filter(reference=group_reference).first() if group_reference else None
    if agency_code and agency is None:
        raise Refused("Select which agency leads.", field="agency")
    if group_reference and group is None:
        raise Refused("Select which group leads.", field="group")
    if agency is None and group is None:
        raise Refused("Select the agency or the group that leads.", field="agency")
    return agency, group


def _check_once(text: str, source_title: str, *, but: str = "") -> None:
    """Also when two record it at the same moment: the second waits, and is refused."""
    take_turns("board.recommendation texts")
    same = Recommendation.objects.filter(text__iexact=text, source_title__iexact=source_title).exclude(reference=but)
    if same.exists():
        raise Refused("This recommendation of the same source is recorded already.", field="text")


def _check_made_on(made_on: date) -> None:
    if made_on > clock.today():
        raise Refused("Enter a day that is not in the future.", field="made_on")


def _tag(recommendation: Recommendation, codes: Iterable[str]) -> None:
    had = {theme.code for theme in themes_of_recommendation(recommendation)}
    wanted = chosen_themes(codes, had)
    if wanted is None:
        raise Refused(NOT_IN_USE, field="themes")
    recommendation.tags.exclude(theme__in=wanted).delete()
    fresh = [theme for theme in wanted if theme.code not in had]
    RecommendationTheme.objects.bulk_create(RecommendationTheme(recommendation=recommendation, theme=theme) for theme in fresh)


@service
def record_recommendation(
    *,
    by: Person,
    text: str,
    source: str,
    source_title: str,
    made_on: date,
    agency: str = "",
    group: str = "",
    priority: str = Recommendation.Priority.MEDIUM,
    number: str = "",
    source_reference: str = "",
    themes: Iterable[str] = (),
) -> Recommendation:
    """Record a recommendation. Refuses one without an agency or a group that leads, a day to come, and the same one twice."""
    _check_made_on(made_on)
    leads = _lead(agency, group)
    _check_once(text, source_title)
    recommendation = Recommendation.objects.create(
        text=text, source=source, source_title=source_title, made_on=made_on, agency=leads[0], group=leads[1],
        priority=priority, number=number, source_reference=source_reference,
    )  # fmt: skip
    _tag(recommendation, themes)
    record(verb="board.recommendation_recorded", by=by, subject=_subject(recommendation), data={"source": source})
    return recommendation


@service
def change_recommendation(
    *,
    by: Person,
    reference: str,
    version: int,
    text: str,
    source: str,
    source_title: str,
    made_on: date,
    agency: str = "",
    group: str = "",
    priority: str = Recommendation.Priority.MEDIUM,
    number: str = "",
    source_reference: str = "",
    themes: Iterable[str] = (),
) -> Recommendation:
    """Put right what was recorded. Refuses what recording refuses, and a day after the date of an action that answers it.

    Says so when somebody else was faster.
    """
    recommendation = locked_recommendation(by, reference)
    _check_version(recommendation, version)
    _check_made_on(made_on)
    due = earliest_due(recommendation)
    if due is not None and due < made_on:
        raise Refused(f"An action that answers it is due on {gov_date(due)}. Enter that day or an earlier one.", field="made_on")
    leads = _lead(agency, group)
    _check_once(text, source_title, but=reference)
    recommendation.text, recommendation.source, recommendation.source_title = text, source, source_title
    recommendation.made_on, recommendation.number, recommendation.priority = made_on, number, priority
    recommendation.source_reference = source_reference
    recommendation.agency, recommendation.group = leads
    _tag(recommendation, themes)
    _save(recommendation)
    record(verb="board.recommendation_changed", by=by, subject=_subject(recommendation))
    return recommendation


@service
def respond(*, by: Person, reference: str, version: int, response: str, reason: str = "") -> Recommendation:
    """Say whether the partnership accepts a recommendation, in part or not at all, then with the reason. The same again changes
    nothing.

    Refuses a refusal while actions that answer it are open or done, and says so when somebody else was faster.
    """
    recommendation = locked_recommendation(by, reference)
    if (response, reason) == (recommendation.response, recommendation.response_reason):
        return recommendation
    _check_version(recommendation, version)
    if response not in (Response.ACCEPTED, Response.PARTLY, Response.NOT):
        raise Refused("Select whether it is accepted.", field="response")
    if response != Response.ACCEPTED and not reason.strip():
        raise Refused("Enter why it is not accepted, or not all of it.", field="reason")
    if response == Response.NOT and earliest_due(recommendation) is not None:
        raise Refused("Actions answer this recommendation. Withdraw them, or take them off it first.", field="response")
    recommendation.response, recommendation.response_reason = response, reason
    recommendation.responded_at, recommendation.responded_by = clock.now(), by.reference
    _save(recommendation)
    data = {"response": response}
    record(verb="board.recommendation_responded", by=by, subject=_subject(recommendation), reason=reason, data=data)
    return recommendation


@service
def answer_with(*, by: Person, reference: str, version: int, plan_reference: str, actions: Iterable[str]) -> Recommendation:
    """Say which actions of a plan answer a recommendation. The same ones again change nothing; other plans stay as they are.

    Refuses a recommendation that is not accepted, actions that are not of the plan or withdrawn, and one that is due before the
    recommendation was made. Says so when somebody else was faster.
    """
    recommendation = locked_recommendation(by, reference)
    rows = actions_to_answer_with(plan_for(by, plan_reference), recommendation)
    before = {action.reference for action, already in rows if already}
    chosen, by_reference = frozenset(actions), {action.reference: action for action, _already in rows}
    if chosen == before:
        return recommendation
    _check_version(recommendation, version)
    if recommendation.response == Response.NOT:
        raise Refused("This recommendation is not accepted, so no action answers it.")
    if not chosen <= set(by_reference):
        raise Refused("Select actions of this plan that are not withdrawn.", field="actions")
    early = [by_reference[one].number for one in sorted(chosen - before) if by_reference[one].due_on < recommendation.made_on]
    if early:
        made = gov_date(recommendation.made_on)
        raise Refused(f"Action {early[0]} is due before the recommendation was made, on {made}.", field="actions")
    recommendation.answers.filter(action__reference__in=before - chosen).delete()
    fresh = [by_reference[one] for one in sorted(chosen - before)]
    ActionRecommendation.objects.bulk_create(
        ActionRecommendation(recommendation=recommendation, action=action) for action in fresh
    )
    _save(recommendation)
    data = {"added": " ".join(sorted(chosen - before)), "removed": " ".join(sorted(before - chosen))}
    record(verb="board.recommendation_answered", by=by, subject=_subject(recommendation), data=data)
    ask_whether_it_changed(by, [recommendation])
    return recommendation
