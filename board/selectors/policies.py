"""The library of policies: what a person may look up, and how each policy stands."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.models import Person
from board.access import BOARD
from board.models import Group, Policy, PolicyReview, PolicyVersion
from board.rules import POLICY_VERSION, REVIEW_SOON_DAYS
from foundation import clock
from foundation.documents import documents_of_many
from foundation.errors import NotVisible, Refused
from foundation.models import Document
from foundation.pages import Page, page_after

PAGE = 50
EXPORT_LIMIT = 20_000
PARTNERSHIP = "partnership"


@dataclass(frozen=True)
class PolicyFilter:
    """What the library is narrowed to; every empty field narrows nothing."""

    words: str = ""
    kind: str = ""
    audience: str = ""
    owner: str = ""
    state: str = ""


@dataclass(frozen=True)
class VersionOnFile:
    """A version, its file, and the reviews that left it as it is, newest first."""

    version: PolicyVersion
    documents: tuple[Document, ...]
    reviews: tuple[PolicyReview, ...] = ()


def reads_all(person: Person) -> bool:
    """Whether the person reads older versions, and policies that were withdrawn: the board's people do."""
    return BOARD.admits(person)


def visible_policies(person: Person) -> QuerySet[Policy]:
    """Those in use for whoever is signed in; for the board's people also those that were withdrawn."""
    return Policy.objects.all() if reads_all(person) else Policy.objects.filter(withdrawn_on__isnull=True)


def _in_state(state: str, today: date) -> Q:
    soon = today + timedelta(days=REVIEW_SOON_DAYS)
    in_use = Q(withdrawn_on__isnull=True)
    return {
        "current": in_use & Q(review_due_on__gt=soon),
        "review_due": in_use & Q(review_due_on__range=(today, soon)),
        "overdue": in_use & Q(review_due_on__lt=today),
        "withdrawn": Q(withdrawn_on__isnull=False),
    }[state]


def _narrowed(person: Person, wanted: PolicyFilter) -> QuerySet[Policy]:
    found = visible_policies(person).select_related("agency", "group")
    if wanted.words:
        words = wanted.words
        found = found.filter(Q(title__icontains=words) | Q(code__icontains=words) | Q(summary__icontains=words))
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.audience:
        found = found.filter(audience=wanted.audience)
    if wanted.owner == PARTNERSHIP:
        found = found.filter(agency__isnull=True, group__isnull=True)
    elif wanted.owner:
        found = found.filter(Q(agency__code=wanted.owner) | Q(group__reference=wanted.owner))
    if wanted.state:
        found = found.filter(_in_state(wanted.state, clock.today()))
    return found


def list_policies(person: Person, wanted: PolicyFilter, after: str = "") -> Page[Policy]:
    """Fifty policies by title, after the key that the page before gave."""
    return page_after(_narrowed(person, wanted), "title", after, PAGE)


def exported_policies(person: Person, wanted: PolicyFilter) -> list[tuple[Policy, PolicyVersion]]:
    """The whole narrowed library, each with its newest version, by title."""
    found = list(_narrowed(person, wanted).select_related("replacement").order_by("title", "pk")[:EXPORT_LIMIT])
    rows = PolicyVersion.objects.filter(policy__in=found).order_by("policy_id", "-approved_on", "-pk").distinct("policy_id")
    newest = {one.policy_id: one for one in rows}
    return [(one, newest[one.pk]) for one in found]


def count_policies(person: Person) -> dict[str, int]:
    """How many policies stand how, of those that the person may read, in one pass."""
    today = clock.today()
    states = ("current", "review_due", "overdue", *(("withdrawn",) if reads_all(person) else ()))
    return visible_policies(person).aggregate(**{state: Count("id", filter=_in_state(state, today)) for state in states})


def reviews_falling_due(person: Person) -> list[Policy]:
    """Policies in use whose review is late or due soon, the latest first."""
    today = clock.today()
    due = _in_state("overdue", today) | _in_state("review_due", today)
    return list(visible_policies(person).filter(due).select_related("agency", "group").order_by("review_due_on", "pk")[:PAGE])


def late_policy_reviews(person: Person) -> int:
    """How many policies in use should have been reviewed before today."""
    return visible_policies(person).filter(_in_state("overdue", clock.today())).count()


def policy_for(person: Person, reference: str) -> Policy:
    """One policy, to whoever may read it."""
    related = ("agency", "group", "replacement")
    found = visible_policies(person).select_related(*related).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def replaced_policies(person: Person, policy: Policy) -> list[Policy]:
    """Those whose place it took, as far as the person may read them."""
    return list(visible_policies(person).filter(replacement=policy).select_related("agency", "group"))


def locked_policy(reference: str) -> Policy:
    """The same, locked until the transaction ends."""
    found = Policy.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def newest_version(policy: Policy) -> PolicyVersion:
    """The version that holds. Every policy has one."""
    return policy.versions.order_by("-approved_on", "-pk")[0]


def newest_review(policy: Policy) -> PolicyReview | None:
    """The last review of any of its versions that changed nothing."""
    return PolicyReview.objects.filter(policy_version__policy=policy).order_by("-reviewed_on", "-pk").first()


def versions_read_by(person: Person, policy: Policy) -> list[VersionOnFile]:
    """The versions with their files, newest first; only the newest for whoever is not of the board's people."""
    found = list(policy.versions.select_related("written_by").order_by("-approved_on", "-pk"))
    found = found if reads_all(person) else found[:1]
    files: dict[str, list[Document]] = {}
    for document in documents_of_many(POLICY_VERSION, [one.reference for one in found]):
        files.setdefault(document.record_reference, []).append(document)
    reviews: dict[int, list[PolicyReview]] = {}
    for review in PolicyReview.objects.filter(policy_version__in=found):
        reviews.setdefault(review.policy_version_id, []).append(review)
    return [VersionOnFile(one, tuple(files.get(one.reference, ())), tuple(reviews.get(one.pk, ()))) for one in found]


def version_read_by(person: Person, reference: str) -> PolicyVersion:
    """One version: the newest of a policy in use for everybody, any for the board's people."""
    found = PolicyVersion.objects.select_related("policy").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    if not reads_all(person) and (found.policy.withdrawn_on is not None or newest_version(found.policy) != found):
        raise NotVisible
    return found


def owners_of_policies(person: Person) -> tuple[tuple[str, str], ...]:
    """Who owns the policies that a person may read, as choices."""
    seen = visible_policies(person).order_by()
    agencies: Any = seen.exclude(agency=None).values_list("agency__code", "agency__name").distinct()
    groups: Any = seen.exclude(group=None).values_list("group__reference", "group__name").distinct()
    return ((PARTNERSHIP, "The partnership"), *sorted({*agencies, *groups}, key=lambda pair: str(pair[1])))


def groups_to_own(kept: Group | None = None) -> tuple[tuple[str, str], ...]:
    """The groups of today that can own a policy, and the one that a policy names already."""
    today = clock.today()
    there = Q(from_on__lte=today) & (Q(to_on__isnull=True) | Q(to_on__gte=today))
    found = Group.objects.filter(there | Q(pk=kept.pk if kept else None)).order_by("name", "pk")
    return tuple(found.values_list("reference", "name"))


def group_named(reference: str) -> Group | None:
    """The group with this reference; None where none is named. Refuses one that is not there, beside its question."""
    if not reference:
        return None
    found = Group.objects.filter(reference=reference).first()
    if found is None:
        raise Refused("Select a group from the list.", field="group")
    return found


def policies_to_replace_with(policy: Policy) -> tuple[tuple[str, str], ...]:
    """The policies in use that can take the place of one, as choices."""
    found = Policy.objects.filter(withdrawn_on__isnull=True).exclude(pk=policy.pk).order_by("title", "pk")
    return tuple((one.reference, f"{one.code} {one.title}") for one in found)


def policy_in_use(reference: str) -> Policy | None:
    """The policy that takes another's place; None where none is named. Refuses one that is not in use."""
    if not reference:
        return None
    found = Policy.objects.filter(reference=reference, withdrawn_on__isnull=True).first()
    if found is None:
        raise Refused("Select a policy that is in use.", field="replacement")
    return found
