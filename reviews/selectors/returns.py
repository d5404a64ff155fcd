"""Returns of agencies: to their author their own and nothing else, to those named on the case what was sent."""

from collections.abc import Collection, Sequence

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accounts.access_table import agency_ids
from accounts.models import Person
from foundation.errors import NotVisible
from reviews.models import (
    AgencyReturn,
    Case,
    ChronologyEntry,
    ChronologyUpload,
    ReturnState,
    ScopingLetter,
    TeamRole,
)
from reviews.rules import kinds
from reviews.selectors.sight import case_for, children_behind, owned_case, role_on, visible_cases
from work.models import Request

READERS = frozenset({TeamRole.OWNER, TeamRole.CHAIR, TeamRole.PANEL, TeamRole.REVIEWER, TeamRole.SCRUTINEER})
"""As whom somebody reads what agencies returned. Executives and publishers read what was made of it."""
MARKERS = frozenset({TeamRole.OWNER, TeamRole.CHAIR, TeamRole.PANEL})
"""As whom somebody marks that entries contradict each other."""
WITH = ("case", "letter", "agency", "author", "request")


def own_returns(person: Person) -> QuerySet[AgencyReturn]:
    """The returns of which the person is the author, while they work for the agency that was asked."""
    rows = AgencyReturn.objects.filter(author=person, agency__in=agency_ids(person))
    return rows.exclude(state=ReturnState.WITHDRAWN).select_related(*WITH)


def own_return(person: Person, reference: str) -> AgencyReturn:
    """One return, for its author."""
    found = own_returns(person).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def declared_return(person: Person, reference: str) -> AgencyReturn:
    """One return, for its author once they have said that they had no part in the case."""
    found = own_return(person, reference)
    if found.declared_at is None:
        raise NotVisible
    return found


def reads_returns(person: Person, case: Case) -> bool:
    """Whether the person reads what agencies returned on a case that they see."""
    return role_on(person, case) in READERS


def chronology_case(person: Person, reference: str) -> Case:
    """One case, for those who read its chronology."""
    case = case_for(person, reference)
    if not reads_returns(person, case):
        raise NotVisible
    return case


def marked_case(person: Person, reference: str) -> Case:
    """One case, for those who mark contradictions in its chronology."""
    case = case_for(person, reference)
    if role_on(person, case) not in MARKERS:
        raise NotVisible
    return case


def return_for(person: Person, reference: str) -> AgencyReturn:
    """One return: to its author at every state, to those who read the case's chronology once it was sent."""
    own = own_returns(person).filter(reference=reference).first()
    if own is not None:
        return own
    found = AgencyReturn.objects.select_related(*WITH).filter(reference=reference, sent_at__isnull=False).first()
    if found is None:
        raise NotVisible
    chronology_case(person, found.case.reference)
    return found


def owned_return(person: Person, reference: str) -> AgencyReturn:
    """One return, for the owner of its case."""
    found = AgencyReturn.objects.select_related(*WITH).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    owned_case(person, found.case.reference)
    return found


def return_by_request(person: Person, request: str) -> AgencyReturn:
    """The return that a request asked for, the last one or one before, for its author."""
    asked = (
        Request.objects.filter(reference=request, subject_kind=kinds.RETURN).values_list("subject_reference", flat=True).first()
    )
    return own_return(person, asked or "")


def seen_among(person: Person, references: Collection[str]) -> set[str]:
    """Those of some returns of whose case the person is."""
    rows = AgencyReturn.objects.filter(reference__in=references, case__in=visible_cases(person))
    return set(rows.values_list("reference", flat=True))


def asked_of_another(person: Person) -> Exists:
    """Of requests: whether somebody else is asked for this return. Nobody else of their agency reads it."""
    return Exists(AgencyReturn.objects.filter(reference=OuterRef("subject_reference")).exclude(author=person))


def children_of_return(reference: str) -> Sequence[str]:
    """References of the children of whom a return speaks, for the access log."""
    case = AgencyReturn.objects.filter(reference=reference).values_list("case__reference", flat=True).first()
    return children_behind(case) if case else ()


def returns_of(case: Case) -> tuple[AgencyReturn, ...]:
    """All that agencies were asked on a case, the first asked first, each with how many entries it has sent."""
    sent = Count("entries", filter=Q(entries__sent_at__isnull=False, entries__struck_at__isnull=True))
    return tuple(case.returns.select_related("agency", "author", "letter").annotate(entries_sent=sent).order_by("pk"))


def letters_of(case: Case) -> tuple[ScopingLetter, ...]:
    """The letters of a case, the first first."""
    return tuple(case.letters.order_by("pk"))


def entry_of(person: Person, reference: str, entry: int) -> ChronologyEntry:
    """One entry that is not struck, for the author of its return."""
    row = declared_return(person, reference).entries.filter(pk=entry, struck_at__isnull=True).first()
    if row is None:
        raise NotVisible
    return row


def unsent_entry_of(person: Person, reference: str, entry: int) -> ChronologyEntry:
    """One entry that is not sent yet, for the author of its return."""
    row = entry_of(person, reference, entry)
    if row.sent_at is not None:
        raise NotVisible
    return row


def entries_of(found: AgencyReturn) -> QuerySet[ChronologyEntry]:
    """The entries of a return that are not struck."""
    return found.entries.filter(struck_at__isnull=True)


def no_entries() -> QuerySet[ChronologyEntry]:
    """For an author who has not said yet that they had no part in the case."""
    return ChronologyEntry.objects.none()


def sent_entries_of(found: AgencyReturn) -> QuerySet[ChronologyEntry]:
    """Those of them that were sent."""
    return entries_of(found).filter(sent_at__isnull=False)


def uploads_of(found: AgencyReturn) -> tuple[ChronologyUpload, ...]:
    """Files of a return with something left to do: tried out and not taken in, or with rows to put right."""
    rows = found.uploads.exclude(state=ChronologyUpload.State.GIVEN_UP).exclude(rows=[])
    return tuple(rows.order_by("pk"))


def upload_of(person: Person, reference: str, upload: int) -> ChronologyUpload:
    """One file of a return, for its author."""
    row = declared_return(person, reference).uploads.filter(pk=upload).exclude(state=ChronologyUpload.State.GIVEN_UP).first()
    if row is None:
        raise NotVisible
    return row


def fingerprints_of(found: AgencyReturn) -> set[str]:
    """What is kept already, so that it is not kept twice."""
    return set(entries_of(found).values_list("fingerprint", flat=True))
