"""What the MASH takes down for a referrer, and the form that the referrer writes afterwards."""

from datetime import datetime

from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Agency, Person
from foundation import clock, events
from foundation.errors import Refused
from foundation.mail import queue_mail
from foundation.service import service
from foundation.turns import take_turns
from referrals.deadlines import WRITTEN_FORM
from referrals.models import Channel, Contact, ReferralSource, Submission, TakenDown
from referrals.rules.taken import TAKEN_CHANNELS, TAKEN_QUESTIONS, Taken, check_taken, content_of_taken
from referrals.selectors.duty import teams_receiving_contacts
from referrals.selectors.systems import referrer_of
from referrals.selectors.taken import likely_forms, taken_of
from referrals.services.encompass import begin_notices
from referrals.services.locking import hold, keep
from referrals.services.submissions import SUBMISSION, receive_submission
from referrals.services.triage import subject_of
from referrals.services.written_forms import end_waiting, join_form
from work.services.clocks import start_clock


@service
def take_contact(*, by: Person, once: str, taken: Taken, agency: Agency | None, source: str = "") -> Submission:
    """Write down what somebody told by telephone, by email or as a transfer; the same page again gives what there is.

    It counts from when it came. A professional of an agency is asked to write it themselves within the time that the
    partnership gives. Refuses what `check_taken` and `receive_submission` refuse.
    """
    take_turns(f"referrals.taken:{once}")
    known = TakenDown.objects.select_related("submission").filter(once=once).first()
    if known is not None:
        return known.submission
    if taken.channel not in TAKEN_CHANNELS:
        raise Refused("Select how it came.", field="channel")
    check_taken(taken, clock.now())
    submission = receive_submission(
        by=by,
        content=content_of_taken(taken, clock.today()),
        channel=taken.channel,
        agency=agency,
        referrer=referrer_of(agency, taken.referrer.email) if agency else None,
        source=source or (ReferralSource.OTHER_COUNCIL if taken.channel == Channel.TRANSFER else ""),
        question_set=TAKEN_QUESTIONS,
        received_at=taken.came_at,
    )
    begin_notices(by, submission)
    row = TakenDown(submission=submission, came_at=taken.came_at, once=once)
    row.authority, row.their_reference = taken.authority, taken.their_reference
    if agency is not None and taken.channel != Channel.TRANSFER:
        row.form_due_at = _ask_for_form(by, submission)
    row.save()
    return submission


def _ask_for_form(by: Person, submission: Submission) -> datetime:
    """Start the clock of the written form, and tell the referrer where the portal knows the address as theirs."""
    started = start_clock(
        by=by,
        kind=WRITTEN_FORM,
        subject=events.Subject(SUBMISSION, submission.reference),
        started_at=submission.received_at,
        owner_team=teams_receiving_contacts()[0],
    )
    to, path = _address(submission)
    if to:
        queue_mail(
            to=to,
            template="written_form_wanted",
            context={"reference": submission.reference, "path": path},
            key=f"written-form:{submission.reference}",
        )
    return started.due_at


def _address(submission: Submission) -> tuple[str, str]:
    """Where the referrer is asked to write: with an account, or at an address of their agency; otherwise nowhere."""
    refer = reverse("referrals:refer")
    if submission.referrer is not None:
        return submission.referrer.email, refer
    given = submission.referrer_email
    domains = submission.agency.domains if submission.agency else []
    if given and given.rpartition("@")[2].lower() in domains:
        return given, f"{reverse('visit')}?{urlencode({'next': refer})}"
    return "", ""


@service
def note_form(*, by: Person, reference: str, version: int, form: str) -> TakenDown:
    """Note that the referrer has written (reference of what they sent). Refuses what cannot be that form, and a second one."""
    contact, row = _waiting(by, reference, version)
    found = next((one for one in likely_forms(by, row, wanted=form.strip()) if one.reference == form.strip()), None)
    if found is None:
        raise Refused("Enter the reference of what they sent since: it begins with NM-S.", field="form")
    if TakenDown.objects.filter(form=found).exists():
        raise Refused("This form has been noted for another call.", field="form")
    join_form(row, found, by)
    keep(contact)
    return row


@service
def waive_form(*, by: Person, reference: str, version: int, reason: str) -> TakenDown:
    """Do without the written form. A manager; refused without a reason, and once it is there or waived."""
    if not reason.strip():
        raise Refused("Enter why you do without the form.", field="reason")
    contact, row = _waiting(by, reference, version)
    row.waived_at, row.waived_by, row.waived_reason = clock.now(), by.actor_reference, reason
    row.save(update_fields=["waived_at", "waived_by", "waived_reason"])
    end_waiting(row, by, "waived")
    keep(contact)
    events.record(verb="referrals.form_waived", by=by, subject=subject_of(contact), reason=reason)
    return row


def _waiting(by: Person, reference: str, version: int) -> tuple[Contact, TakenDown]:
    contact = hold(by, reference, version)
    row = taken_of(contact.submission_id, locked=True)
    if row is None or not row.waits_for_form:
        raise Refused("No written form is awaited for this contact.")
    return contact, row
