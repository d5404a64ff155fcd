"""Checking what is reported done, saying what it has changed, and looking at that again."""

from datetime import date

from accounts.access_table import holdings_now
from accounts.models import Person
from board.models import Action, ActionUpdate
from board.rules import LOOK_AGAIN, TRANSITIONS, State
from board.selectors.actions import locked_action
from board.selectors.owners import agencies_that_own, owns, who_answers_for
from board.selectors.written import files_to_open, reporter_of
from board.services.actions import subject_of, tell
from board.services.changing import ask_of_action
from board.services.past import save_changed
from board.services.progress import Evidence, enter_note, keep_evidence
from foundation import clock
from foundation.calendar import end_of_day
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from work.services.clocks import start_clock, stop_clock

Kind = ActionUpdate.Kind


@service
def judge_report(
    *, by: Person, reference: str, accepted: bool, note: str, evidence_seen: str = "", evidence: Evidence = ()
) -> Action:
    """Accept that an action is done, or send it back: then whoever answers for it is told that there is news.

    No agency closes its own action alone: this is the business team's. Refuses the owner, and whoever reported it done. To accept
    it asks for evidence: a file that can be opened or comes with it, or in words what was seen and where; and refuses a colleague
    of an agency that owns the action.
    """
    action = locked_action(by, reference)
    if action.owner_id == by.pk or owns(by, action):
        raise Refused("You own this action, so somebody else has to check that it is done.")
    if reporter_of(action) == by.pk:
        raise Refused("You reported this action done, so somebody else has to check that it is.")
    move(TRANSITIONS, action, "accept_done" if accepted else "not_done_yet")
    if accepted:
        _check_accepting(by, action, evidence_seen, evidence)
        keep_evidence(by, action, evidence)
        action.done_at, action.done_by = clock.now(), by.reference
    enter_note(by, action, Kind.ACCEPTED if accepted else Kind.SENT_BACK, note, evidence_seen if accepted else "")
    record(verb="board.action_accepted" if accepted else "board.action_sent_back", by=by, subject=subject_of(action), reason=note)
    if accepted:
        ask_of_action(by, action)
    else:
        tell(by, action, "sent-back", who_answers_for(action))
    return action


def _check_accepting(by: Person, action: Action, evidence_seen: str, evidence: Evidence) -> None:
    own = agencies_that_own(action) & {holding.agency_id for holding in holdings_now(by)}
    if own:
        raise Refused(
            "This action is your own agency’s, so somebody of the business team from another agency has to accept it.",
            field="accepted",
        )
    if not evidence and not evidence_seen.strip() and not files_to_open(action):
        raise Refused(
            "Enter which evidence you saw and where, or add a file that shows it: this action has none that can be opened.",
            field="evidence_seen",
        )


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
