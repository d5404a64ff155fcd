"""Section 47 enquiries: initiated by a discussion, written, sent to a manager, authorised by another; a conference follows."""

from dataclasses import asdict

from accounts.models import Agency, Person
from children.services import begin_involvement, end_involvements, write_chronology
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from protection.models import (
    ConferenceType,
    DiscussedChild,
    EnquiryOutcome,
    EnquiryState,
    Section47,
    StrategyDiscussion,
)
from protection.rules import chronology, kinds
from protection.rules.checking import EnquiryWritten, check_enquiry_complete, check_enquiry_dates
from protection.rules.states import ENQUIRY_TRANSITIONS
from protection.selectors.sight import visible_enquiries, works_on
from protection.services.booking import ask_for_conference
from protection.services.families import record, subject_of
from work.models import Request
from work.services.clocks import start_clock, stop_clock
from work.services.requests import ask

WRITTEN = tuple(EnquiryWritten.__dataclass_fields__)


def start_enquiry(*, by: Actor, discussion: StrategyDiscussion, row: DiscussedChild, joint: bool) -> Section47 | None:
    """Begin the enquiry that a discussion decided for a child; its clock runs from the day of the discussion.

    Where one of this child is open already nothing begins: one discussion initiates it (8839). Part of services.
    """
    if discussion.held_on is None or Section47.objects.filter(child=row.child).exclude(state=EnquiryState.COMPLETE).exists():
        return None
    enquiry = Section47(
        family=discussion.family,
        child=row.child,
        initiated=row,
        joint=joint,
        started_on=discussion.held_on,
        started_at=clock.now(),
        started_by=by.actor_reference,
        conference_due_on=discussion.held_on,
        lead=discussion.family.worker,
    )
    subject = subject_of(kinds.ENQUIRY, enquiry.reference)
    running = start_clock(
        by=by,
        kind=kinds.CONFERENCE_CLOCK,
        subject=subject,
        started_at=start_of_day(discussion.held_on),
        owner_team=discussion.family.team,
    )
    enquiry.conference_due_on = london_date(running.due_at)
    enquiry.save()
    begin_involvement(by=by, child=row.child, team=discussion.family.team, record=subject)
    record("enquiry_started", by, kinds.ENQUIRY, enquiry.reference, data={"joint": joint})
    return enquiry


@service
def write_enquiry(*, by: Person, reference: str, version: int, written: EnquiryWritten) -> Section47:
    """Keep what an enquiry says so far. A worker or manager of the team; refused once it is with a manager.

    Refuses days in the future and days before the enquiry began.
    """
    enquiry = _hold(by, reference, version, "write")
    _write(enquiry, written)
    record("enquiry_written", by, kinds.ENQUIRY, reference)
    return _kept(enquiry, *WRITTEN)


@service
def ask_agency_for_enquiry(*, by: Person, reference: str, version: int, agency: str, question: str) -> Request:
    """Ask an agency (by code) what it knows of the child. A worker or manager of the team; refused once the enquiry is closed."""
    enquiry = _hold(by, reference, version, "write")
    asked = Agency.objects.filter(code=agency).first()
    if asked is None:
        raise Refused("Select an agency.", field="agency")
    request = ask(
        by=by,
        kind=kinds.ENQUIRY_INFORMATION,
        subject=subject_of(kinds.ENQUIRY, reference),
        from_team=enquiry.family.team,
        to_agency=asked,
        question=question,
        legal_basis="Children Act 1989, section 47(9)",
    )
    _kept(enquiry)
    return request


@service
def submit_enquiry(*, by: Person, reference: str, version: int, written: EnquiryWritten) -> Section47:
    """Send an enquiry to a manager. A worker or manager of the team; refused while it is incomplete."""
    enquiry = _hold(by, reference, version, "submit")
    _write(enquiry, written)
    check_enquiry_complete(written)
    enquiry.icpc_not_required = written.outcome != EnquiryOutcome.CONFERENCE
    enquiry.submitted_at, enquiry.submitted_by, enquiry.sent_back_reason = clock.now(), by.actor_reference, ""
    record("enquiry_submitted", by, kinds.ENQUIRY, reference)
    return _kept(enquiry, *WRITTEN, "state", "icpc_not_required", "submitted_at", "submitted_by", "sent_back_reason")


@service
def send_enquiry_back(*, by: Person, reference: str, version: int, reason: str) -> Section47:
    """Send an enquiry back to whoever wrote it. A manager of the team, with a reason."""
    need(reason, "Enter what is missing.", "reason")
    enquiry = _hold(by, reference, version, "send_back")
    enquiry.sent_back_reason, enquiry.submitted_at, enquiry.submitted_by = reason.strip(), None, ""
    record("enquiry_sent_back", by, kinds.ENQUIRY, reference, reason=reason)
    return _kept(enquiry, "state", "sent_back_reason", "submitted_at", "submitted_by")


@service
def authorise_enquiry(*, by: Person, reference: str, version: int) -> Section47:
    """Authorise an enquiry: it is complete. A manager of the team who did not send it.

    Where an initial conference follows it is asked for at once, together with those of siblings that are waiting for one;
    otherwise the clock of the conference stops, because none is required.
    """
    enquiry = _hold(by, reference, version, "authorise")
    if enquiry.submitted_by == by.actor_reference:
        raise Refused("An enquiry is authorised by a manager who did not write it.")
    enquiry.authorised_at, enquiry.authorised_by, enquiry.completed_on = clock.now(), by.actor_reference, clock.today()
    _kept(enquiry, "state", "authorised_at", "authorised_by", "completed_on")
    subject = subject_of(kinds.ENQUIRY, reference)
    if enquiry.outcome == EnquiryOutcome.CONFERENCE:
        kind = ConferenceType.PRE_BIRTH if enquiry.child.unborn else ConferenceType.INITIAL
        ask_for_conference(
            by=by, family=enquiry.family, kind=kind, children=[(enquiry.child, enquiry, enquiry.conference_due_on)]
        )
    else:
        stop_clock(by=by, kind=kinds.CONFERENCE_CLOCK, subject=subject, outcome="not_required")
    end_involvements(by=by, record=subject)
    write_chronology(by=by, child=enquiry.child, kind=chronology.ENQUIRY_COMPLETE, record=subject, detail=enquiry.outcome)
    record("enquiry_authorised", by, kinds.ENQUIRY, reference, data={"outcome": enquiry.outcome})
    return enquiry


def _write(enquiry: Section47, written: EnquiryWritten) -> None:
    check_enquiry_dates(written, enquiry.started_on, clock.today())
    for name, value in asdict(written).items():
        setattr(enquiry, name, value)


def _hold(by: Person, reference: str, version: int, event: str) -> Section47:
    known = visible_enquiries(by).filter(reference=reference).values_list("pk", flat=True).first()
    if known is None:
        raise NotVisible
    enquiry = (
        Section47.objects.select_for_update(of=("self",)).select_related("family__team", "family__worker", "child").get(pk=known)
    )
    if not works_on(by, enquiry.family):
        raise NotVisible
    check_version(
        enquiry, version, "Somebody else changed this enquiry while you had it open. Look at it, then send yours again."
    )
    move(ENQUIRY_TRANSITIONS, enquiry, event)
    return enquiry


def _kept(enquiry: Section47, *fields: str) -> Section47:
    enquiry.version += 1
    enquiry.save(update_fields=["version", *fields])
    return enquiry
