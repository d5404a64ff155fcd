"""The written form that follows what the MASH took down: joined to it by the MASH, or by whoever rang and now writes."""

from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from referrals.deadlines import WRITTEN_FORM
from referrals.models import Contact, Submission, TakenDown
from referrals.rules.taken import TAKEN_CHANNELS
from referrals.selectors.drafts import Writer
from referrals.selectors.taken import calls_of
from referrals.services.messages import hold_submission
from referrals.services.triage import subject_of
from work.services.clocks import stop_clock

SUBMISSION = "submission"
NO_SUCH_CALL = "Select the call that this form follows. It may have been joined with another form meanwhile."
FOLLOWS_ANOTHER = "This form is noted as the one after another call already."


@service
def say_which_call(*, by: Writer, reference: str, call: str) -> TakenDown:
    """Say which call of one's own (its reference) a form follows that one sent, follows or leads: what was owed is there.

    Pressed again it gives what there is. Refuses a call that waits for no form of theirs, and a form that follows another.
    """
    form = hold_submission(by, reference)
    known = TakenDown.objects.select_related("submission").filter(form=form).first()
    if known is not None and known.submission.reference == call:
        return known
    if form.channel in TAKEN_CHANNELS:
        raise Refused("What the MASH wrote down is no written form.")
    if known is not None:
        raise Refused(FOLLOWS_ANOTHER, field="call")
    row = _own_call(by, form, call)
    if row is None:
        raise Refused(NO_SUCH_CALL, field="call")
    join_form(row, form, by)
    return row


def join_own_call(by: Writer, form: Submission, call: str) -> None:
    """Join a form that is being sent to the call that its writer named, where that still waits. Part of services.

    What is sent is never held up by a call that somebody has settled meanwhile.
    """
    row = _own_call(by, form, call)
    if row is not None:
        join_form(row, form, by)


def join_form(row: TakenDown, form: Submission, by: Actor) -> None:
    """Note that this is the form for which a call (locked) waits, on each of its contacts. Part of services."""
    row.form, row.met_at, row.met_by = form, clock.now(), by.actor_reference
    row.save(update_fields=["form", "met_at", "met_by"])
    end_waiting(row, by, "met")
    for contact in Contact.objects.filter(submission=row.submission_id).order_by("position"):
        events.record(verb="referrals.form_arrived", by=by, subject=subject_of(contact), data={"form": form.reference})


def end_waiting(row: TakenDown, by: Actor, outcome: str) -> None:
    """Stop the clock of a written form. Part of services."""
    stop_clock(by=by, kind=WRITTEN_FORM, subject=events.Subject(SUBMISSION, row.submission.reference), outcome=outcome)


def _own_call(by: Writer, form: Submission, call: str) -> TakenDown | None:
    waiting = calls_of(by, agency=form.agency_id, until=form.received_at, locked=True)
    return next((row for row in waiting if row.submission.reference == call), None)
