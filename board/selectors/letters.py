"""Letters of the executive: which a person may read, to whom they went, and who has not replied."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids, open_agencies
from accounts.models import Agency, Person
from board.access import BOARD
from board.models import Letter, LetterAddressee
from board.rules import LETTER, LETTER_REPLY
from foundation import clock
from foundation.calendar import FinancialYear, end_of_day
from foundation.documents import documents_of, documents_of_many
from foundation.errors import NotVisible
from foundation.events import Subject, history
from foundation.models import Document
from foundation.models.events import DomainEvent
from foundation.pages import Page, page_after
from work.models import Request
from work.selectors.requests import ANSWERED_BY, may_answer

PAGE = 50
EXPORT_LIMIT = 20_000
WAITING = "waiting"


@dataclass(frozen=True)
class ReplyCounts:
    """How many were asked, what they replied, and how many have not."""

    asked: int = 0
    yes: int = 0
    no: int = 0
    other: int = 0

    @property
    def waiting(self) -> int:
        """How many have not replied."""
        return self.asked - self.yes - self.no - self.other


def visible_addressees(person: Person) -> QuerySet[LetterAddressee]:
    """All for the board's people; an agency's leads those of the agency."""
    if BOARD.admits(person):
        return LetterAddressee.objects.all()
    return LetterAddressee.objects.filter(agency__in=agency_ids(person, AGENCY_LEAD))


def visible_letters(person: Person) -> QuerySet[Letter]:
    """All for the board's people; an agency's leads those that went to the agency."""
    if BOARD.admits(person):
        return Letter.objects.all()
    return Letter.objects.filter(pk__in=visible_addressees(person).values("letter"))


def list_letters(person: Person, year: str = "", after: str = "") -> Page[Letter]:
    """Fifty letters, newest first, after the key that the page before gave; those of a financial year where one is named."""
    found = visible_letters(person)
    if year:
        span = FinancialYear.from_label(year)
        found = found.filter(sent_on__range=(span.start, span.end))
    return page_after(found, "sent_on", after, PAGE, newest_first=True)


def years_with_letters(person: Person) -> tuple[tuple[str, str], ...]:
    """The financial years in which letters went out, newest first, as choices."""
    days = visible_letters(person).order_by().values_list("sent_on", flat=True).distinct()
    return tuple((label, label) for label in sorted({FinancialYear.of(day).label for day in days}, reverse=True))


def counts_of(person: Person, letters: Iterable[Letter]) -> dict[int, ReplyCounts]:
    """By the id of each letter how those replied whom the person may see, in one pass."""
    counts: dict[int, Counter[str]] = {letter.pk: Counter() for letter in letters}
    rows = visible_addressees(person).filter(letter__in=list(counts)).values_list("letter", "reply")
    for letter, reply in rows:
        counts[letter][reply] += 1
    return {pk: ReplyCounts(count.total(), count["yes"], count["no"], count["other"]) for pk, count in counts.items()}


def letter_for(person: Person, reference: str) -> Letter:
    """One letter, to whoever may read it."""
    found = visible_letters(person).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_letter(reference: str) -> Letter:
    """The same, locked until the transaction ends."""
    found = Letter.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def files_of_letter(letter: Letter) -> list[Document]:
    """The letter itself, where it is a document."""
    return list(documents_of(LETTER, letter.reference))


def _addressees(person: Person, letter: Letter, reply: str) -> QuerySet[LetterAddressee]:
    found = visible_addressees(person).filter(letter=letter).select_related("agency", "request", "recorded_by")
    if reply:
        found = found.filter(reply="" if reply == WAITING else reply)
    return found


def list_addressees(person: Person, letter: Letter, reply: str = "", after: str = "") -> Page[LetterAddressee]:
    """Fifty of those to whom a letter went, in the order in which they were added; those with one reply where one is named."""
    return page_after(_addressees(person, letter, reply), "pk", after, PAGE)


def exported_addressees(person: Person, letter: Letter) -> list[LetterAddressee]:
    """All to whom a letter went whom the person may see."""
    return list(_addressees(person, letter, "").order_by("pk")[:EXPORT_LIMIT])


def files_of_replies(addressees: Collection[LetterAddressee]) -> dict[int, list[Document]]:
    """By the id of each addressee the files of the reply, whichever way it came. Asked once the addressees are seen."""
    of_request = {one.request.reference: one.pk for one in addressees if one.request is not None and one.reply}
    of_record = {one.reference: one.pk for one in addressees}
    files: dict[int, list[Document]] = {}
    for kind, owners in ((ANSWERED_BY, of_request), (LETTER_REPLY, of_record)):
        for document in documents_of_many(kind, list(owners)):
            files.setdefault(owners[document.record_reference], []).append(document)
    return files


def addressee_for(person: Person, reference: str) -> LetterAddressee:
    """One to whom a letter went, to whoever may see it."""
    found = visible_addressees(person).select_related("letter", "agency", "request").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_addressee(reference: str) -> LetterAddressee:
    """The same, locked until the transaction ends; after the request for its reply, which whoever answers it locks first."""
    list(Request.objects.select_for_update(of=("self",)).filter(letter_addressee__reference=reference))
    found = (
        LetterAddressee.objects.select_for_update(of=("self",))
        .select_related("letter", "agency", "request")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def asked_by(person: Person, request_reference: str) -> LetterAddressee:
    """Whose reply a request asks for, to the leads who give it and to the board's people."""
    found = visible_addressees(person).select_related("letter", "agency", "request").filter(request__reference=request_reference)
    addressee = found.first()
    if addressee is None:
        raise NotVisible
    return addressee


def may_reply(person: Person, addressee: LetterAddressee) -> bool:
    """Whether the person can give this reply in the portal now."""
    request = addressee.request
    return request is not None and request.state == Request.State.ASKED and may_answer(person, request)


def unanswered(letter: Letter) -> list[LetterAddressee]:
    """Those who are asked in the portal and have not replied."""
    asked = letter.addressees.filter(reply="", request__state=Request.State.ASKED)
    return list(asked.select_related("request", "agency").order_by("pk"))


@dataclass(frozen=True)
class Asking:
    """How far the asking of agencies is: so many of so many know of the letter and of its day."""

    done: int
    total: int


def _waiting() -> Q:
    """Of addressees: agencies to be asked in the portal that have not been, there today and without a reply."""
    there = Q(agency__closed_on__isnull=True) | Q(agency__closed_on__gt=clock.today())
    return there & Q(agency__isnull=False, request__isnull=True, reply="")


def _another_day(letter: Letter) -> Q:
    """Of addressees: asked for a reply by a day that is not that of the letter any more."""
    return Q(request__state=Request.State.ASKED) & ~Q(request__due_at=end_of_day(letter.reply_due_on))


def not_asked_yet(letter: Letter) -> QuerySet[LetterAddressee]:
    """The agencies to which it went that are to be asked in the portal and have not been."""
    return letter.addressees.filter(_waiting())


def asked_for_another_day(letter: Letter) -> QuerySet[Request]:
    """The requests for its replies that wait for an answer by a day that is not its day any more."""
    return Request.objects.filter(letter_addressee__in=letter.addressees.filter(_another_day(letter)))


def asking_of(letter: Letter) -> Asking:
    """How far the asking is; nothing is to be done of a letter that is closed, or whose day has passed."""
    counted = letter.addressees.aggregate(
        total=Count("pk", filter=Q(agency__isnull=False)), left=Count("pk", filter=_waiting() | _another_day(letter))
    )
    over = letter.closed_on is not None or letter.reply_due_on < clock.today()
    return Asking(counted["total"] - (0 if over else counted["left"]), counted["total"])


def moves_of(letter: Letter) -> list[DomainEvent]:
    """When its day was moved, newest first."""
    return list(history(Subject(LETTER, letter.reference)).filter(verb="board.letter_due_moved").reverse())


def why_moved(letter: Letter) -> str:
    """The reason of the newest day; words of its own where it was never moved."""
    newest = next(iter(moves_of(letter)), None)
    return newest.reason if newest else "The day of the letter holds."


def agencies_of_kinds(kinds: Collection[str]) -> list[Agency]:
    """The agencies of today of these kinds."""
    return list(open_agencies(clock.today()).filter(merged_into__isnull=True, kind__in=kinds).order_by("name", "pk"))


def agencies_of_codes(codes: Collection[str]) -> list[Agency]:
    """The agencies of today with these codes."""
    return list(open_agencies(clock.today()).filter(merged_into__isnull=True, code__in=codes).order_by("name", "pk"))


def kinds_to_write_to() -> tuple[tuple[str, str], ...]:
    """The kinds of agency of which there is one today, with how many, as choices."""
    found: Any = open_agencies(clock.today()).filter(merged_into__isnull=True).values_list("kind", flat=True)
    numbers = Counter(found)
    return tuple((str(kind), f"{label} ({numbers[kind]})") for kind, label in Agency.Kind.choices if numbers[kind])
