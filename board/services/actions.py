"""Adding actions, moving them from state to state, and passing them on."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from accounts.access import BUSINESS_TEAM
from accounts.access_table import acting_for, role_codes
from accounts.models import Agency, Person, SealedLink
from accounts.services.sealed import end_sealed_links
from board.models import (
    Action,
    ActionChallenge,
    ActionCoOwner,
    ActionRecommendation,
    ActionUpdate,
    AgendaItem,
    Plan,
    Recommendation,
)
from board.rules import LOOK_AGAIN, OPEN, TRANSITIONS, UNDER_WAY, DueDates, State, due_dates, due_of_class
from board.selectors.actions import EVIDENCE, locked_action, locked_plan, reporter_of, works_on
from board.selectors.challenges import locked_challenge
from board.selectors.owners import owns, person_in, who_answers_for
from board.selectors.recommendations import latest_made, named_recommendations
from board.selectors.sealed import SEALED_PAGE
from board.services.past import save_changed
from foundation import clock
from foundation.calendar import end_of_day
from foundation.design.words import date as gov_date
from foundation.documents import documents_of
from foundation.documents.storing import store
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.mail import NEWS, PATH, queue_mail
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from foundation.working_days import working_calendar
from work.services.clocks import start_clock, stop_clock

Kind = ActionUpdate.Kind
Evidence = Sequence["UploadedFile[bytes]"]
MOST_EVIDENCE = 40


def subject_of(action: Action) -> Subject:
    """How events speak of an action."""
    return Subject("action", action.reference)


def _tell(by: Person, action: Action, what: str, people: Iterable[Person]) -> None:
    """That there is news about an action, to those of these people who did not bring it about themselves."""
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
    challenge: str = "",
) -> Action:
    """Add an action to an open plan; it may answer recommendations, `agenda_item` is where a meeting decided it, and `challenge`
    names the one of which it is made.

    Refuses a number used twice, a class of deadline without a date of publication, an action that nobody owns, and a date before
    a recommendation that it answers was made.
    """
    plan = locked_plan(by, plan_reference)
    if plan.closed_at is not None:
        raise Refused("This plan is closed. Open a new plan, or add the action to another.")
    if plan.actions.filter(number=number).exists():
        raise Refused(f"Action {number} is already in this plan. Give this one another number.", field="number")
    agency, owner = _responsible(agency_code, owner_email, owner_post)
    action = Action(
        plan=plan, number=number, text=text, agency=agency, owner=owner, owner_post=owner_post,
        success_measure=success_measure, deadline_class=deadline_class, agenda_item=agenda_item,
    )  # fmt: skip
    due = _first_due(plan, deadline_class, due_on)
    answered = _answered(recommendations)
    if answered:
        dated = deadline_class == Action.DeadlineClass.DATE
        _check_not_before(due, max(one.made_on for one in answered), "due_on" if dated else "deadline_class")
    enter_action(by, action, due_dates(due, working_calendar()), answered)
    if challenge:
        _made_of(by, action, challenge)
    _tell(by, action, "added", [owner] if owner else [])
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


def _responsible(agency_code: str, owner_email: str, owner_post: str) -> tuple[Agency, Person | None]:
    agency = Agency.objects.filter(code=agency_code).first()
    if agency is None:
        raise Refused("Select which agency leads.", field="agency")
    owner = person_in(agency, owner_email) if owner_email else None
    if owner_email and owner is None:
        raise Refused("Enter the address of somebody with an account in the agency that leads, or leave it empty.", field="owner")
    if owner is None and not owner_post:
        raise Refused("Enter who owns the action, or the post that does.", field="owner")
    return agency, owner


def _first_due(plan: Plan, deadline_class: str, due_on: date | None) -> date:
    if deadline_class != Action.DeadlineClass.DATE:
        if plan.source_published_on is None:
            raise Refused("Enter the date the report was published before you use this deadline.", field="deadline_class")
        return due_of_class(deadline_class, plan.source_published_on)
    if due_on is None:
        raise Refused("Enter the date the action is due.", field="due_on")
    return due_on


@service
def write_update(
    *,
    by: Person,
    reference: str,
    version: int,
    text: str,
    report_done: bool = False,
    recovery_plan: str = "",
    evidence: Evidence = (),
) -> Action:
    """Write a progress note, by the owner, the agency's lead or the business team, with files; may report the action done.

    Refuses a finished action, and says so when somebody else changed it since the page was opened.
    """
    action = locked_action(by, reference)
    if not works_on(by, action):
        raise Refused("Only its owner, the agency’s lead or the business team write progress on an action.")
    check_version(
        action,
        version,
        "Somebody else has updated this action since you opened it. Check your note against theirs and save again.",
    )
    write_note(by, action, text, report_done=report_done, recovery_plan=recovery_plan, evidence=evidence)
    agency = by.actor_agency if BUSINESS_TEAM in role_codes(by) else acting_for(by, action.agency.code)
    verb = "board.action_reported_done" if report_done else "board.action_updated"
    record(verb=verb, by=by, subject=subject_of(action), agency=agency)
    return action


def write_note(
    by: Person | SealedLink, action: Action, text: str, *, report_done: bool, recovery_plan: str, evidence: Evidence
) -> None:
    """Enter a progress note with its files. Part of a service that has locked the action and decided who may."""
    if action.state not in OPEN:
        raise Refused("This action is finished, so it takes no more progress notes.")
    if report_done:
        move(TRANSITIONS, action, "report_done")
    elif action.state == State.PLANNED:
        move(TRANSITIONS, action, "start")
    if recovery_plan:
        action.recovery_plan = recovery_plan
    _keep_evidence(by, action, evidence)
    _note(by, action, Kind.REPORTED_DONE if report_done else Kind.PROGRESS, text)


def _keep_evidence(by: Person | SealedLink, action: Action, evidence: Evidence) -> None:
    kept = documents_of(EVIDENCE, action.reference).count()
    if evidence and kept + len(evidence) > MOST_EVIDENCE:
        raise Refused(f"An action takes at most {MOST_EVIDENCE} files. It has {kept}.", field="evidence")
    for upload in evidence:
        try:
            store(upload=upload, record_kind=EVIDENCE, record_reference=action.reference, by=by)
        except Refused as refused:
            raise Refused(refused.sentence, field="evidence") from refused


def _note(by: Person | SealedLink, action: Action, kind: ActionUpdate.Kind, text: str) -> None:
    moment = clock.now()
    writer = {"written_by": by} if isinstance(by, Person) else {"written_link": by}
    ActionUpdate.objects.create(action=action, kind=kind, text=text, written_at=moment, state=action.state, **writer)
    action.last_update_at = moment
    save_changed(action)


@service
def judge_report(*, by: Person, reference: str, accepted: bool, note: str) -> Action:
    """Accept that an action is done, or send it back: then whoever answers for it is told that there is news.

    No agency closes its own action alone: this is the business team's. Refuses the owner, and whoever reported it done.
    """
    action = locked_action(by, reference)
    if action.owner_id == by.pk or owns(by, action):
        raise Refused("You own this action, so somebody else has to check that it is done.")
    if reporter_of(action) == by.pk:
        raise Refused("You reported this action done, so somebody else has to check that it is.")
    move(TRANSITIONS, action, "accept_done" if accepted else "not_done_yet")
    if accepted:
        action.done_at, action.done_by = clock.now(), by.reference
    _note(by, action, Kind.ACCEPTED if accepted else Kind.SENT_BACK, note)
    record(verb="board.action_accepted" if accepted else "board.action_sent_back", by=by, subject=subject_of(action), reason=note)
    if not accepted:
        _tell(by, action, "sent-back", who_answers_for(action))
    return action


@service
def mark_embedded(*, by: Person, reference: str, impact: str, check_again_on: date | None = None) -> Action:
    """Mark a done action as embedded, with what changed for children; who does it is reminded of the day to look again."""
    action = locked_action(by, reference)
    move(TRANSITIONS, action, "embed")
    action.impact = impact
    _look_again_on(by, action, check_again_on)
    save_changed(action)
    record(verb="board.action_embedded", by=by, subject=subject_of(action), reason=impact)
    return action


def _look_again_on(by: Person, action: Action, day: date | None) -> None:
    if day is not None and day < clock.today():
        raise Refused("Enter a day that is not over.", field="check_again_on")
    action.check_again_on = day
    if day is not None:
        start_clock(
            by=by,
            kind=LOOK_AGAIN,
            subject=subject_of(action),
            started_at=clock.now(),
            owner_person=by,
            due_at=end_of_day(day),
        )


@service
def look_again(*, by: Person, reference: str, version: int, note: str, check_again_on: date | None = None) -> Action:
    """Note that what an embedded action has changed still holds, and on which day it is looked once more, if on any.

    Refuses an action that is not embedded, nothing said of what was looked at, and says so when somebody else was faster. What
    does not hold any more is opened again (`reopen`).
    """
    action = locked_action(by, reference)
    if action.state != State.EMBEDDED:
        raise Refused("Only an action that is embedded is looked at again.")
    check_version(
        action, version, "Somebody else has looked at this action since you opened it. Read what they found before you save."
    )
    if not note.strip():
        raise Refused("Enter what you looked at.", field="note")
    stop_clock(by=by, kind=LOOK_AGAIN, subject=subject_of(action), outcome="holds")
    _look_again_on(by, action, check_again_on)
    save_changed(action)
    record(verb="board.action_looked_at_again", by=by, subject=subject_of(action), reason=note)
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


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("Enter why.", field="reason")


@service
def reassign(*, by: Person, reference: str, agency_code: str, reason: str, owner_email: str = "", owner_post: str = "") -> Action:
    """Pass an action that is under way to another owner or agency, with a reason; a new owner is told that there is news.

    Whoever of an agency that leads it no more owned it together with the owner owns it no more.

    Refuses a finished action, one that is reported done, an owner from outside the agency, nobody at all, and who has it already.
    """
    _check_reason(reason)
    action = locked_action(by, reference)
    if action.state not in UNDER_WAY:
        raise Refused("A finished action cannot be passed on, and one that is reported done is checked first.")
    agency, owner = _responsible(agency_code, owner_email, owner_post)
    before = action.agency, action.owner
    if (agency, owner, owner_post) == (*before, action.owner_post):
        raise Refused("This is who has the action already. Enter somebody else.", field="owner")
    action.agency, action.owner, action.owner_post = agency, owner, owner_post
    save_changed(action)
    if agency != before[0]:
        _end_co_owning(by, action, action.co_owners.filter(agency=before[0]))
    end_sealed_links(by=by, page=SEALED_PAGE, subject=reference)
    record(
        verb="board.action_reassigned",
        by=by,
        subject=subject_of(action),
        reason=reason,
        data={
            "agency": agency.code,
            "owner": owner.reference if owner else "",
            "agency_before": before[0].code,
            "owner_before": before[1].reference if before[1] else "",
        },
    )
    _tell(by, action, "passed", [owner] if owner and owner != before[1] else [])
    return action


@service
def remove_co_owner(*, by: Person, reference: str, version: int, position: int) -> Action:
    """Let somebody own an action no more, by their place among those who own it together with its owner.

    They see it no more unless they do for another reason. Refuses a place where nobody stands, and says so when somebody else
    changed the action since the page was opened.
    """
    action = locked_action(by, reference)
    check_version(action, version, "Somebody else has changed this action since you opened it. Look at it again.")
    found = action.co_owners.filter(position=position)
    if not found.exists():
        raise Refused("They own this action no more.")
    save_changed(action)
    _end_co_owning(by, action, found)
    return action


def _end_co_owning(by: Person, action: Action, leaving: QuerySet[ActionCoOwner]) -> None:
    for one in leaving.select_related("person", "agency"):
        data = {"owner": one.person.reference if one.person else "", "agency": one.agency.code if one.agency else ""}
        one.delete()
        record(verb="board.co_owner_removed", by=by, subject=subject_of(action), data=data)


@service
def withdraw(*, by: Person, reference: str, reason: str) -> Action:
    """Withdraw an action that is under way, with a reason. Refuses a finished one, and one that is reported done."""
    _check_reason(reason)
    action = locked_action(by, reference)
    move(TRANSITIONS, action, "withdraw")
    save_changed(action)
    end_sealed_links(by=by, page=SEALED_PAGE, subject=reference)
    record(verb="board.action_withdrawn", by=by, subject=subject_of(action), reason=reason)
    return action


@service
def reopen(*, by: Person, reference: str, reason: str) -> Action:
    """Open an action again that was accepted as done, with a reason; what was said of its effect, and any rating set, falls away.

    Refuses one that is not done, and one whose plan is closed: the plan is opened first.
    """
    _check_reason(reason)
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
    return action
