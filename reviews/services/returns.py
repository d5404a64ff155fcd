"""What agencies are asked about a case: asked, written by one author each, sent, sent back, withdrawn."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from accounts.access_table import holdings_now
from accounts.models import Agency, Person
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import end_of_day, london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from reviews.models import AgencyReturn, Case, ScopingLetter
from reviews.requests import RETURNED
from reviews.rules import kinds
from reviews.rules.states import RETURN_TRANSITIONS
from reviews.selectors.people import nameable
from reviews.selectors.returns import WITH, own_return, owned_return, uploads_of
from reviews.selectors.sight import owned_case
from reviews.services.team import subject_of
from work.models import Request
from work.selectors import deadlines
from work.services.requests import answer_request, ask, withdraw_request

MOST_ASKED = 30
QUESTION = "What your agency knows, for a review of the safeguarding partnership"
NOT_INDEPENDENT = (
    "Whoever writes the return has had no part in the case, and line-managed nobody who had. Tell whoever asked you, so that"
    " somebody else of your agency is asked."
)
AGAIN = "Another author was named, or the return was sent back."


@dataclass(frozen=True)
class LetterWritten:
    """What a letter asks: of which period, with which questions, by when, and whether it tells who the children are."""

    period_from: date
    period_to: date
    due_on: date
    key_questions: str = ""
    names_children: bool = False


@dataclass(frozen=True)
class ReturnWritten:
    """What an agency says of its involvement."""

    involved: bool | None = None
    involved_from: date | None = None
    involved_to: date | None = None
    completer: str = ""
    summary: str = ""
    key_episodes: str = ""
    child_voice: str = ""
    family_context: str = ""
    fathers: str = ""
    culture: str = ""
    analysis: str = ""
    learning: str = ""
    good_practice: str = ""
    action_taken: str = ""


NEEDED = (
    ("completer", "Enter who completed the return."),
    ("summary", "Enter a summary of the involvement."),
)
NEEDED_OF_INVOLVED = (
    ("fathers", "Enter what is known of fathers and partners, also that nothing is known."),
    ("child_voice", "Enter what the child said or showed, also that nobody asked."),
)


def proposed_due(case: Case) -> date:
    """By when agencies are asked where nobody says otherwise: from the notification of a serious incident, or from now."""
    incident = getattr(case, "incident", None)
    notified = incident.notified_on if incident is not None else None
    due = _counted(start_of_day(notified)) if notified else None
    return due if due is not None and due > clock.today() else _counted(clock.now())


def _counted(start: datetime) -> date:
    return london_date(deadlines.due(kinds.RETURN_REQUEST, "", start).at)


@service
def ask_agencies(*, by: Person, case: str, emails: Sequence[str], written: LetterWritten) -> ScopingLetter:
    """Ask several agencies at once what they know, each by one named author. The case's owner.

    Refuses a period that ends before it begins or has not come, a day due that has passed, nobody, an address that no one who
    works in the portal has, and two authors of one agency.
    """
    found = owned_case(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    _check_letter(written)
    authors = _authors(emails)
    letter = ScopingLetter.objects.create(case=found, written_at=clock.now(), written_by=by.actor_reference, **asdict(written))
    for person, agency in authors:
        row = AgencyReturn.objects.create(letter=letter, case=found, agency=agency, author=person, due_on=letter.due_on)
        _ask(by, row)
    record(verb="reviews.agencies_asked", by=by, subject=subject_of(found), data={"agencies": len(authors)})
    return letter


def _check_letter(written: LetterWritten) -> None:
    if written.period_to < written.period_from:
        raise Refused("The period must end after it begins.", field="period_to")
    if written.period_to > clock.today():
        raise Refused("The period must end today or earlier.", field="period_to")
    _check_due(written.due_on)


def _check_due(due_on: date) -> None:
    if due_on < clock.today() or end_of_day(due_on) <= clock.now():
        raise Refused("The day must be today or later.", field="due_on")


def _authors(emails: Sequence[str]) -> list[tuple[Person, Agency]]:
    """Whoever has each of these addresses, with their agency."""
    wanted = list(dict.fromkeys(email.strip().lower() for email in emails if email.strip()))
    if not wanted:
        raise Refused("Enter whom you ask: an email address on each line.", field="emails")
    if len(wanted) > MOST_ASKED:
        raise Refused(f"Ask at most {MOST_ASKED} agencies in one letter.", field="emails")
    found: dict[int, tuple[Person, Agency]] = {}
    for email in wanted:
        person, agency = _author(email)
        if agency.pk in found:
            raise Refused(f"{agency.name} is named twice. An agency has one author.", field="emails")
        found[agency.pk] = (person, agency)
    return list(found.values())


def _author(email: str, agency: Agency | None = None, field: str = "emails") -> tuple[Person, Agency]:
    person = nameable().filter(email__iexact=email.strip()).first()
    held = [row for row in holdings_now(person) if row.in_order] if person is not None else []
    if agency is not None:
        held = [row for row in held if row.agency_id == agency.pk]
    if person is None or not held:
        where = f"holds a role in {agency.name}" if agency is not None else "holds a role in the portal"
        raise Refused(f"Nobody with the address {email.strip()} {where}. Ask their agency’s lead to invite them.", field=field)
    return person, Agency.objects.get(pk=held[0].agency_id)


def _ask(by: Actor, row: AgencyReturn) -> None:
    """Ask the author, in the place of whatever they, or another, were asked before."""
    if row.request_id is not None and row.request is not None and row.request.state == Request.State.ASKED:
        withdraw_request(by=by, reference=row.request.reference, reason=AGAIN)
    row.save()  # before the author is told: nobody but the author of a return is
    row.request = ask(
        by=by,
        kind=kinds.RETURN_REQUEST,
        subject=Subject(kinds.RETURN, row.reference),
        from_team=None,
        to_agency=row.agency,
        to_person=row.author,
        question=QUESTION,
        due_at=end_of_day(row.due_on),
    )
    row.save()


@service
def declare_independent(*, by: Person, reference: str, independent: bool) -> AgencyReturn:
    """Say that one had no part in the case, and line-managed nobody who had. The return's author, before anything else.

    Refused of who had: somebody else of the agency has to write it.
    """
    row = _locked_own(by, reference)
    move(RETURN_TRANSITIONS, row, "declare_again" if row.missing else "declare")
    if not independent:
        raise Refused(NOT_INDEPENDENT, field="independent")
    row.declared_at, row.declared_by = clock.now(), by.actor_reference
    return _kept(row, by, "reviews.return_declared", of_case=False)


@service
def write_return(*, by: Person, reference: str, version: int, written: ReturnWritten) -> AgencyReturn:
    """Save what the agency says as a draft, which nobody else reads. The return's author, until it is sent.

    Refuses a span that ends before it begins, or lies in the future.
    """
    row = _locked_own(by, reference)
    move(RETURN_TRANSITIONS, row, "write")
    check_version(row, version)
    _check_span(written)
    for name, value in asdict(written).items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    return _kept(row, by, "reviews.return_written", of_case=False)


def _check_span(written: ReturnWritten) -> None:
    start, end = written.involved_from, written.involved_to
    if start and end and end < start:
        raise Refused("The involvement must end after it begins.", field="involved_to")
    if start and start > clock.today():
        raise Refused("The involvement must begin today or earlier.", field="involved_from")
    if end and end > clock.today():
        raise Refused("The involvement must end today or earlier. Leave it empty while it lasts.", field="involved_to")


@service
def send_return(*, by: Person, reference: str, version: int) -> AgencyReturn:
    """Send the return with its entries. From then on it is fixed, and those named on the case read it. The return's author.

    Refused while something is missing that every return says, of an agency that was involved also without a chronology, and
    while rows of a file wait.
    """
    row = _locked_own(by, reference)
    move(RETURN_TRANSITIONS, row, "send")
    check_version(row, version)
    if row.involved is None:
        raise Refused("Say whether your agency knew of the child or the family, with what you write.")
    for name, sentence in (*NEEDED, *(NEEDED_OF_INVOLVED if row.involved else ())):
        need(getattr(row, name), sentence, name)
    entries = row.entries.filter(struck_at__isnull=True)
    if row.involved and not entries.exists():
        raise Refused("Add what happened to the chronology: your agency was involved, and it has no entry.")
    if uploads_of(row):
        raise Refused("Rows of a file wait. Take them in, put them right and send them again, or give up the file.")
    moment = clock.now()
    number = entries.filter(sent_at__isnull=True).update(sent_at=moment)
    row.sent_at, row.sent_by = moment, by.actor_reference
    if row.request is None:
        raise NotVisible
    answer_request(by=by, reference=row.request.reference, result=RETURNED, answer="")
    data: dict[str, str | int] = {"agency": row.agency.code, "entries": number}
    return _kept(row, by, "reviews.return_sent", data=data)


@service
def send_back_return(*, by: Person, reference: str, missing: str, due_on: date) -> AgencyReturn:
    """Send a return back with what is missing, and by when. The case's owner. What was sent stays to be read meanwhile."""
    row = _locked_owned(by, reference)
    move(RETURN_TRANSITIONS, row, "send_back")
    row.missing = need(missing, "Enter what is missing.", "missing")
    _check_due(due_on)
    row.due_on, row.back_at, row.back_by = due_on, clock.now(), by.actor_reference
    _ask(by, row)
    return _kept(row, by, "reviews.return_sent_back", reason=missing)


@service
def name_author(*, by: Person, reference: str, email: str) -> AgencyReturn:
    """Name another author of the same agency: the one before sees the return no longer, and what they wrote stays in it.

    The case's owner, until it is sent. Refuses the same author, and whoever does not work there.
    """
    row = _locked_owned(by, reference)
    move(RETURN_TRANSITIONS, row, "name_author")
    person, _agency = _author(email, row.agency, "email")
    if person.pk == row.author_id:
        raise Refused(f"{person.name} is the author already.", field="email")
    row.author, row.declared_at, row.declared_by = person, None, ""
    row.due_on = max(row.due_on, clock.today())
    _ask(by, row)
    return _kept(row, by, "reviews.return_author_named", data={"person": person.reference})


@service
def withdraw_return(*, by: Person, reference: str, reason: str) -> AgencyReturn:
    """Ask an agency no longer; its author is told and sees the return no more. The owner, with a reason, until it is sent."""
    row = _locked_owned(by, reference)
    move(RETURN_TRANSITIONS, row, "withdraw")
    reason = need(reason, "Enter why you withdraw it.", "reason")
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = clock.now(), by.actor_reference, reason
    if row.request is not None and row.request.state == Request.State.ASKED:
        withdraw_request(by=by, reference=row.request.reference, reason=reason)
    return _kept(row, by, "reviews.return_withdrawn", reason=reason)


def _locked_own(by: Person, reference: str) -> AgencyReturn:
    return _locked(own_return(by, reference))


def _locked_owned(by: Person, reference: str) -> AgencyReturn:
    return _locked(owned_return(by, reference))


def _locked(found: AgencyReturn) -> AgencyReturn:
    return AgencyReturn.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=found.pk)


def _kept(
    row: AgencyReturn, by: Actor, verb: str, *, of_case: bool = True, reason: str = "", data: dict[str, str | int] | None = None
) -> AgencyReturn:
    """`of_case`: it stands in what happened to the case, not only to the return."""
    row.version += 1
    row.save()
    subject = subject_of(row.case) if of_case else Subject(kinds.RETURN, row.reference)
    record(verb=verb, by=by, subject=subject, reason=reason, data=data or {})
    return row
