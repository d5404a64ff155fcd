"""Operation Encompass: notices to schools are begun, given, taken in another way, and acknowledged."""

from collections.abc import Mapping
from datetime import date, datetime

from accounts.models import Agency, Person, Team
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import TermDatesMissing, london_date
from foundation.errors import NotVisible, Refused
from foundation.service import service
from foundation.working_days import working_calendar
from referrals.models import Contact, NoticeSchool, Purpose, SchoolNotice, Submission
from referrals.rules.encompass import ENCOMPASS, NOTICE, QUESTION, Incident, next_working_morning, of_school_age
from referrals.selectors.duty import teams_receiving_contacts
from referrals.selectors.encompass import can_be_told, named_officers, notice_of, school_called, schools
from referrals.services.locking import hold, keep
from referrals.services.triage import subject_of
from work.models import Request
from work.selectors import deadlines
from work.services.clocks import start_clock, stop_clock
from work.services.requests import ask

State, How = SchoolNotice.State, SchoolNotice.How
RING_BY_NAME = (
    "This contact is restricted to people who are named, and every lead of the school would read this. "
    "Ring somebody whom you may tell, and note who took the notice."
)
NOT_HERE = "not_here"
LEAST_WORDS = 2
URN_DIGITS = (5, 6)


def begin_notices(by: Actor, submission: Submission, incidents: Mapping[int, Incident] | None = None) -> list[SchoolNotice]:
    """Begin the notices of what the police sent as domestic abuse, child by child (`incidents` by the child's place).

    One that was begun before stays. The school is told at once where the portal knows it; otherwise the MASH is to find it.
    Part of services.
    """
    police = submission.agency is not None and submission.agency.kind == Agency.Kind.POLICE
    if submission.purpose != Purpose.DOMESTIC_ABUSE or not police:
        return []
    said, made = incidents or {}, []
    begun = submission.contacts.filter(school_notice__isnull=True)
    for contact in begun.select_related("submitted_child", "child", "submission").order_by("position"):
        told = contact.submitted_child
        school = school_called(told.school)
        if school is not None or of_school_age(told.birth_date, london_date(submission.received_at)):
            made.append(_begin(by, contact, said.get(contact.position, Incident()), school))
    return made


@service
def begin_notice(*, by: Person, reference: str, version: int, school: str, incident: Incident) -> SchoolNotice:
    """Begin the notice of a contact by hand: to a school (its code), to the named officer, or to be found out (no school).

    Refused when there is one already.
    """
    contact = hold(by, reference, version)
    if notice_of(contact) is not None:
        raise Refused("There is a notice for this contact already.")
    found = _school(school) if school else None
    notice = _begin(by, contact, incident, found)
    keep(contact)
    return notice


@service
def tell_school(*, by: Person, reference: str, version: int, school: str) -> SchoolNotice:
    """Give the notice to a school (its code) in the portal. Refused where nobody there reads it, and once it is given.

    Of a restricted contact too: every lead of the school would read it. Somebody whom one may tell is rung, and that is noted.
    """
    contact, notice = _waiting(by, reference, version)
    if contact.restricted:
        raise Refused(RING_BY_NAME)
    found = _school(school)
    if not can_be_told(found):
        raise Refused("Nobody of this school reads the portal. Ring them, and note who took the notice.", field="school")
    _give(notice, by, found)
    keep(contact)
    return notice


@service
def note_told(*, by: Person, reference: str, version: int, how: str, whom: str) -> SchoolNotice:
    """Note that somebody took the notice by telephone or in person. Refused without who it was, and once it is given."""
    contact, notice = _waiting(by, reference, version)
    if how not in {How.TELEPHONE, How.IN_PERSON}:
        raise Refused("Select how they were told.", field="how")
    if len(whom.strip()) < LEAST_WORDS:
        raise Refused("Enter who took the notice.", field="whom")
    _told(notice, by, how, whom=whom)
    notice.state, notice.acknowledged_at, notice.acknowledged_by = State.ACKNOWLEDGED, notice.told_at, by.actor_reference
    notice.save(update_fields=["state", "acknowledged_at", "acknowledged_by"])
    keep(contact)
    return notice


@service
def keep_notice_school(*, by: Person, school: str, urn: str, signed_up_on: date | None) -> NoticeSchool:
    """Keep a school’s number in the national list, and since when it takes notices (none: it does not). `school`: its code.

    Refuses a day to come, a number that another school has, and signing up while nobody there is a confirmed lead.
    """
    found = next((one for one in schools() if one.code == school), None)
    if found is None:
        raise NotVisible
    if urn and not (urn.isascii() and urn.isdecimal() and len(urn) in URN_DIGITS):
        raise Refused("The number must be five or six digits, such as 900001.", field="urn")
    if urn and NoticeSchool.objects.filter(urn=urn).exclude(agency=found).exists():
        raise Refused("Another school has this number.", field="urn")
    if signed_up_on is not None and signed_up_on > clock.today():
        raise Refused("The day must be today or in the past.", field="signed_up_on")
    row = NoticeSchool.objects.select_for_update().filter(agency=found).first() or NoticeSchool(agency=found)
    if signed_up_on is not None and row.signed_up_on is None and not can_be_told(found):
        raise Refused("Nobody of this school is a confirmed safeguarding lead in the portal yet.", field="signed_up_on")
    row.urn, row.signed_up_on = urn, signed_up_on
    row.changed_at, row.changed_by = clock.now(), by.actor_reference
    row.save()
    events.record(
        verb="referrals.notice_school_kept",
        by=by,
        subject=events.Subject("notice_school", found.code),
        data={"urn": urn, "signed_up_on": signed_up_on.isoformat() if signed_up_on else ""},
    )
    return row


def when_acknowledged(request: Request, by: Actor) -> None:
    """A school has answered: it has the notice, or the child is not there and the MASH is to look again. Part of services."""
    notice = SchoolNotice.objects.select_for_update(of=("self",)).select_related("contact").filter(request=request.pk).first()
    if notice is None or notice.state != State.TOLD:
        return
    if request.result == NOT_HERE:
        notice.state, notice.told_at, notice.told_by, notice.told_how = State.WAITING, None, "", ""
        notice.agency = notice.request = None
        notice.save(update_fields=["state", "told_at", "told_by", "told_how", "agency", "request"])
        _start(notice, by)
        verb = "referrals.school_not_found"
    else:
        notice.state, notice.acknowledged_at, notice.acknowledged_by = State.ACKNOWLEDGED, clock.now(), by.actor_reference
        notice.save(update_fields=["state", "acknowledged_at", "acknowledged_by"])
        verb = "referrals.school_acknowledged"
    events.record(verb=verb, by=by, subject=subject_of(notice.contact), data={"notice": notice.reference})


def next_school_morning(moment: datetime) -> datetime:
    """The next start of a school day; of a working day, where no term is known that far."""
    try:
        return deadlines.due(ENCOMPASS, "", moment).at
    except TermDatesMissing:
        return next_working_morning(moment, working_calendar())


def _begin(by: Actor, contact: Contact, incident: Incident, school: Agency | None) -> SchoolNotice:
    moment = clock.now()
    notice = SchoolNotice.objects.create(
        contact=contact,
        home_educated=incident.home_educated,
        police_reference=incident.police_reference,
        place=incident.place,
        child_present=incident.child_present,
        child_said=incident.child_said.strip(),
        who_was_there=incident.who_was_there.strip(),
        begun_at=moment,
        begun_by=by.actor_reference,
        told_due_at=next_school_morning(contact.received_at),
    )
    events.record(verb="referrals.school_notice_begun", by=by, subject=subject_of(contact), data={"notice": notice.reference})
    _start(notice, by)
    if contact.restricted:
        return notice  # every lead of a school would read it: the MASH rings somebody by name
    officers = named_officers() if incident.home_educated else None
    if officers is not None:
        _give(notice, by, officers.agency, officers)
    elif school is not None and not incident.home_educated and can_be_told(school):
        _give(notice, by, school)
    return notice


def _start(notice: SchoolNotice, by: Actor) -> None:
    """The clock of the MASH: until somebody is told."""
    start_clock(
        by=by,
        kind=ENCOMPASS,
        subject=events.Subject(NOTICE, notice.reference),
        started_at=notice.begun_at,
        owner_team=teams_receiving_contacts()[0],
        due_at=notice.told_due_at,
    )


def _give(notice: SchoolNotice, by: Actor, agency: Agency, team: Team | None = None) -> None:
    """Tell an agency in the portal: its lead, or a team there."""
    moment = clock.now()
    notice.agency = agency
    notice.request = ask(
        by=by,
        kind=ENCOMPASS,
        subject=events.Subject(NOTICE, notice.reference),
        from_team=teams_receiving_contacts()[0],
        to_agency=agency,
        to_team=team,
        question=QUESTION,
        due_at=next_school_morning(moment),
        legal_basis="Victims and Prisoners Act 2024: notice of domestic abuse to schools",
        purpose="So that the school looks after the child today",
    )
    _told(notice, by, How.PORTAL)


def _told(notice: SchoolNotice, by: Actor, how: str, whom: str = "") -> None:
    notice.state, notice.told_at, notice.told_by, notice.told_how = State.TOLD, clock.now(), by.actor_reference, how
    notice.told_whom = whom
    notice.save()
    stop_clock(by=by, kind=ENCOMPASS, subject=events.Subject(NOTICE, notice.reference), outcome=how)
    data = {"notice": notice.reference, "how": str(how)}
    events.record(verb="referrals.school_told", by=by, subject=subject_of(notice.contact), data=data)


def _waiting(by: Person, reference: str, version: int) -> tuple[Contact, SchoolNotice]:
    contact = hold(by, reference, version)
    notice = SchoolNotice.objects.select_for_update(of=("self",)).filter(contact=contact).first()
    if notice is None or notice.state != State.WAITING:
        raise Refused("No notice of this contact waits to be given.")
    notice.contact = contact
    return contact, notice


def _school(code: str) -> Agency:
    found = next((one for one in schools() if one.code == code), None)
    if found is None:
        raise Refused("Select the child’s school.", field="school")
    return found
