"""Who sees a case: those named on it, while they hold the role for which they were. Nobody else, whatever their role."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access import sight_alone
from accounts.access_table import current_holdings
from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible
from reviews.models import SEE_CASE, Case, CaseChild, CaseMember, CasePersonGrant, TeamRole

DETAILS = ("incident", "practice", "death")
"""What each kind of case keeps of its own."""


def visible_cases(person: Person) -> QuerySet[Case]:
    """The cases on which the person is named today."""
    return Case.objects.filter(sight_alone(person, SEE_CASE, person_grants=CasePersonGrant))


def case_for(person: Person, reference: str) -> Case:
    """One case; who is not named on it cannot tell it from none."""
    found = visible_cases(person).select_related(*DETAILS, "follows").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def role_on(person: Person, case: Case) -> TeamRole:
    """As what the person is named on a case that they see."""
    held = case.members.filter(person=person, left_at__isnull=True).values_list("role", flat=True).first()
    if held is None:
        raise NotVisible
    return TeamRole(held)


def owned_case(person: Person, reference: str) -> Case:
    """One case, for its owner; for anybody else of its team too the page is not there."""
    case = case_for(person, reference)
    if role_on(person, case) != TeamRole.OWNER:
        raise NotVisible
    return case


def member_to_strike(person: Person, reference: str, member: int) -> CaseMember:
    """Somebody who is named on a case, for its owner."""
    row = owned_case(person, reference).members.select_related("person").filter(pk=member, left_at__isnull=True).first()
    if row is None:
        raise NotVisible
    return row


def seen_among(person: Person, references: Collection[str]) -> set[str]:
    """Those of some cases that the person sees."""
    return set(visible_cases(person).filter(reference__in=references).values_list("reference", flat=True))


def owned_among(person: Person, references: Collection[str]) -> set[str]:
    """Those of some cases that the person owns: whose clocks they may hold."""
    owner = CaseMember.objects.filter(case=OuterRef("pk"), person=person, role=TeamRole.OWNER, left_at__isnull=True)
    rows = visible_cases(person).filter(Exists(owner), reference__in=references)
    return set(rows.values_list("reference", flat=True))


def titles_among(person: Person, references: Collection[str]) -> Mapping[str, str]:
    """What those of some cases are called that the person sees."""
    return dict(visible_cases(person).filter(reference__in=references).values_list("reference", "title"))


KNOWS_CHILDREN = frozenset({TeamRole.OWNER, TeamRole.CHAIR, TeamRole.PANEL})
"""As whom somebody reads who the children are; everybody else reads their pseudonyms."""


def children_of(case: Case) -> tuple[CaseChild, ...]:
    """The children of a case, in the order in which they were added."""
    return tuple(case.children.order_by("pk"))


def standing_members(case: Case) -> tuple[CaseMember, ...]:
    """Those named on a case who have not left."""
    return tuple(case.members.filter(left_at__isnull=True).select_related("person", "agency").order_by("pk"))


def is_followed(case: Case) -> bool:
    """Whether another case came out of it."""
    return case.followed_by.exists()


def children_behind(reference: str) -> Sequence[str]:
    """References of the children of a case, for the access log."""
    rows = CaseChild.objects.filter(case__reference=reference, child__isnull=False).order_by("pk")
    return tuple(rows.values_list("child__reference", flat=True))


def ownerless_cases() -> QuerySet[Case]:
    """Cases that no owner can open any more: each has left, or lost the role for which they were named."""
    held = current_holdings(clock.today()).filter(pk=OuterRef("grant__holding"))
    stands = Q(grant__ended_at__isnull=True) & (Q(grant__ends_at__isnull=True) | Q(grant__ends_at__gt=clock.now()))
    owner = CaseMember.objects.filter(stands, Exists(held), case=OuterRef("pk"), role=TeamRole.OWNER, left_at__isnull=True)
    return Case.objects.filter(~Exists(owner)).order_by("opened_at", "pk")


def some_are_ownerless() -> bool:
    """Whether there is any case without an owner."""
    return ownerless_cases().exists()


def ownerless_case(reference: str) -> Case:
    """One case without an owner, for whoever may open cases; another one cannot be told from none."""
    found = ownerless_cases().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found
