"""Adding actions, moving them from state to state, and passing them on."""

from collections.abc import Iterable, Sequence
from datetime import date

from accounts.models import Agency, Person
from accounts.services.sealed import end_sealed_links
from board.models import Action, ActionChallenge, ActionRecommendation, AgendaItem, Plan, Recommendation
from board.rules import LOOK_AGAIN, OPEN, TRANSITIONS, DueDates, due_dates, due_of_class
from board.selectors.actions import locked_action, locked_plan
from board.selectors.challenges import locked_challenge
from board.selectors.owners import person_in
from board.selectors.recommendations import latest_made, named_recommendations
from board.selectors.sealed import SEALED_PAGE
from board.services.changing import ask_of_action
from board.services.past import save_changed
from foundation import clock
from foundation.design.words import date as gov_date
from foundation.errors import Refused
from foundation.events import Data, Subject, record
from foundation.mail import NEWS, PATH, queue_mail
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from foundation.working_days import working_calendar
from work.services.clocks import stop_clock


def subject_of(action: Action) -> Subject:
    """How events speak of an action."""
    return Subject("action", action.reference)


def tell(by: Person, action: Action, what: str, people: Iterable[Person]) -> None:
    """That there is news about an action, to those of these people who did not bring it about themselves. Part of a service."""
    for person in people:
        if person != by:
            key = f"action-{what}:{action.reference}:{action.version}:{person.reference}"
            queue_mail(to=person.email, template=NEWS.name, context={PATH: f"/actions/{action.reference}/"}, key=key)


def _set_dates(action: Action, dates: DueDates) -> None:
    action.due_on, action.amber_from, action.red_from = dates.due_on, dates.amber_from, dates.red_from


@service
def add_action(
    *,
    by: Person,
    plan_reference: str,
    number: str,
    text: str,
    agency_code: str,
    due_on: date | None = None,
    deadline_class: str = Action.DeadlineClass.DATE,
    owner_email: str = "",
    owner_post: str = "",
    success_measure: str = "",
    recommendations: Iterable[str] = (),
    agenda_item: AgendaItem | None = None,
    counted_from: date | None = None,
    agreement: str = "",
    why: str = "",
    challenge: str = "",
) -> Action:
    """Add an action to an open plan; it may answer recommendations, `agenda_item` is where a meeting decided it, and `challenge`
    names the one of which it is made.

    A class of deadline counts from a day, or else from that on which the report of the plan was published. Refuses a number used
    twice, a class of deadline without either day, an action that nobody owns, and a date before a recommendation that it answers
    was made.
    """
    plan = locked_plan(by, plan_reference)
    if plan.closed_at is not None:
        raise Refused("This plan is closed. Open a new plan, or add the action to another.")
    if plan.actions.filter(number=number).exists():
        raise Refused(f"Action {number} is already in this plan. Give this one another number.", field="number")
    agency, owner = responsible(agency_code, owner_email, owner_post)
    action = Action(
        plan=plan, number=number, text=text, agency=agency, owner=owner, owner_post=owner_post,
        success_measure=success_measure, deadline_class=deadline_class, agenda_item=agenda_item, agreement=agreement, why=why,
    )  # fmt: skip
    due, action.counted_from = _first_due(plan, deadline_class, due_on, counted_from)
    answered = _answered(recommendations)
    if answered:
        dated = deadline_class == Action.DeadlineClass.DATE
        _check_not_before(due, max(one.made_on for one in answered), "due_on" if dated else "deadline_class")
    enter_action(by, action, due_dates(due, working_calendar()), answered)
    if challenge:
        _made_of(by, action, challenge)
    tell(by, action, "added", [owner] if owner else [])
    return action


def enter_action(by: Person, action: Action, dates: DueDates, answered: Sequence[Recommendation]) -> None:
    """Enter a new action. Part of a service that has locked its plan and decided what it is."""
    _set_dates(action, dates)
    action.first_due_on = dates.due_on
    action.save()
    ActionRecommendation.objects.bulk_create(ActionRecommendation(recommendation=one, action=action) for one in answered)
    data = {"plan": action.plan.reference, "due_on": dates.due_on.isoformat()}
    record(verb="board.action_added", by=by, subject=subject_of(action), data=data)


def _made_of(by: Person, action: Action, reference: str) -> None:
    """The challenge and the action that is made of it know each other."""
    challenge = locked_challenge(by, reference)
    ActionChallenge.objects.create(challenge=challenge, action=action)
    data = {"action": action.reference}
    record(verb="board.challenge_acted_on", by=by, subject=Subject("challenge", challenge.reference), data=data)


def _answered(references: Iterable[str]) -> Sequence[Recommendation]:
    found = named_recommendations(references)
    if found is None:
        raise Refused("Select recommendations that are not refused.", field="recommendations")
    return found


def _check_not_before(due_on: date, made_on: date | None, field: str) -> None:
    if made_on is not None and due_on < made_on:
        made = gov_date(made_on)
        raise Refused(f"A recommendation that it answers was made on {made}. Enter that day or a later one.", field=field)


def responsible(agency_code: str, owner_email: str, owner_post: str) -> tuple[Agency, Person | None]:
    """The agency of this code and who owns an action in it: somebody with an account, or a post alone. Part of a service."""
    agency = Agency.objects.filter(code=agency_code).first()
    if agency is None:
        raise Refused("Select which agency leads.", field="agency")
    owner = person_in(agency, owner_email) if owner_email else None
    if owner_email and owner is None:
        raise Refused("Enter the address of somebody with an account in the agency that leads, or leave it empty.", field="owner")
    if owner is None and not owner_post:
        raise Refused("Enter who owns the action, or the post that does.", field="owner")
    return agency, owner


def _first_due(plan: Plan, deadline_class: str, due_on: date | None, counted_from: date | None) -> tuple[date, date | None]:
    """The date an action is due, and the day from which that was counted, if it was."""
    if deadline_class != Action.DeadlineClass.DATE:
        day = counted_from or plan.source_published_on
        if day is None:
            raise Refused("Enter the day to count from: no report of this plan was published.", field="counted_from")
        return due_of_class(deadline_class, day), day
    if due_on is None:
        raise Refused("Enter the date the action is due.", field="due_on")
    return due_on, None


@service
def describe_action(*, by: Person, reference: str, version: int, agreement: str = "", why: str = "") -> Action:
    """Say who agreed an action (a meeting or somebody, in words) and why it matters. The same again changes nothing.

    Says so when somebody else changed the action since the page was opened.
    """
    action = locked_action(by, reference)
    if (agreement, why) == (action.agreement, action.why):
        return action
    check_version(action, version, "Somebody else has changed this action since you opened it. Check yours against theirs.")
    before: Data = {"agreement_before": action.agreement, "why_before": action.why}
    action.agreement, action.why = agreement, why
    save_changed(action)
    record(verb="board.action_described", by=by, subject=subject_of(action), data=before)
    return action


@service
def reschedule(*, by: Person, reference: str, due_on: date, reason: str) -> Action:
    """Agree a new date; the first one stays on record."""
    action = locked_action(by, reference)
    if action.state not in OPEN:
        raise Refused("This action is finished, so its date cannot change.")
    _check_not_before(due_on, latest_made(action), "due_on")
    old = action.due_on
    _set_dates(action, due_dates(due_on, working_calendar()))
    save_changed(action)
    record(
        verb="board.action_rescheduled",
        by=by,
        subject=subject_of(action),
        reason=reason,
        data={"from": old.isoformat(), "to": due_on.isoformat()},
    )
    return action


@service
def overrule_rating(*, by: Person, reference: str, rating: str, reason: str, until: date | None = None) -> Action:
    """Give an open action a rating other than the rule's, with a reason; an empty rating goes back to the rule.

    It holds until a day, or else until the date of the action passes; then the rule speaks again. Refuses a day after that date,
    one that is over, and an action that is late.
    """
    action = locked_action(by, reference)
    if action.state not in OPEN:
        raise Refused("This action is finished, so its rating follows from that.")
    if rating and not reason:
        raise Refused("Enter why the rating differs from the rule.", field="reason")
    if not rating:
        reason, until = "", None
    elif action.due_on < clock.today():
        raise Refused("The date of this action has passed, so its rating follows from that. Agree a new date first.")
    _check_until(action, until)
    before = action.overruled_rating, action.overruled_reason, action.overruled_until
    if (rating, reason, until) == before:
        return action
    action.overruled_rating, action.overruled_reason, action.overruled_until = rating, reason, until
    save_changed(action)
    data = {"rating": rating, "until": until.isoformat() if until else ""}
    record(verb="board.action_rating_overruled", by=by, subject=subject_of(action), reason=reason, data=data)
    return action


def _check_until(action: Action, until: date | None) -> None:
    if until is not None and until > action.due_on:
        raise Refused("Enter a day that is not after the date of the action.", field="until")
    if until is not None and until < clock.today():
        raise Refused("Enter a day that is not over.", field="until")


def check_reason(reason: str) -> None:
    """Refuse nothing said of why. Part of a service."""
    if not reason.strip():
        raise Refused("Enter why.", field="reason")


@service
def withdraw(*, by: Person, reference: str, reason: str) -> Action:
    """Withdraw an action that is under way, with a reason. Refuses a finished one, and one that is reported done."""
    check_reason(reason)
    action = locked_action(by, reference)
    move(TRANSITIONS, action, "withdraw")
    save_changed(action)
    end_sealed_links(by=by, page=SEALED_PAGE, subject=reference)
    record(verb="board.action_withdrawn", by=by, subject=subject_of(action), reason=reason)
    ask_of_action(by, action)
    return action


@service
def reopen(*, by: Person, reference: str, reason: str) -> Action:
    """Open an action again that was accepted as done, with a reason; what was said of its effect, and any rating set, falls away.

    Refuses one that is not done, and one whose plan is closed: the plan is opened first.
    """
    check_reason(reason)
    action = locked_action(by, reference)
    if locked_plan(by, action.plan.reference).closed_at is not None:
        raise Refused("The plan of this action is closed. Open the plan again first.")
    move(TRANSITIONS, action, "reopen")
    action.done_at, action.done_by = None, ""
    action.impact, action.check_again_on = "", None
    stop_clock(by=by, kind=LOOK_AGAIN, subject=subject_of(action), outcome="reopened")
    action.overruled_rating, action.overruled_reason, action.overruled_until = "", "", None
    save_changed(action)
    record(verb="board.action_reopened", by=by, subject=subject_of(action), reason=reason)
    ask_of_action(by, action)
    return action
