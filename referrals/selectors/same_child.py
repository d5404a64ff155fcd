"""Same child? Who the child of a contact may be, with the contacts that tell it, and what has been said about it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from accounts.models import Person, Team
from children.models import Child, ChildMerge, ChronologyEntry
from children.rules.likeness import LIKELY
from children.selectors.chronology import chronology_of, teams_working_with
from children.selectors.likely import Candidate, Found, candidates
from children.selectors.records import same_children, standing_id
from foundation.errors import NotVisible
from referrals.models import Contact, ContactState, ContactTask, ContactTeamGrant
from referrals.selectors.contacts import related_contacts, visible_contacts

CONTACTS_SHOWN = 5
UNDECIDED = frozenset({ContactState.RECEIVED, ContactState.SCREENING, ContactState.GATHERING})


@dataclass(frozen=True)
class SameChild:
    """What the page shows. `contacts`: by the id of a standing record, contacts of it that the reader may see, newest first."""

    found: Found
    elsewhere: Sequence[tuple[Candidate, Sequence[Team]]]
    siblings: Sequence[Contact]
    contacts: Mapping[int, Sequence[Contact]]
    merges: Sequence[ChildMerge]
    chronology: Sequence[ChronologyEntry]


def teams_to_ring(child: Child) -> list[Team]:
    """The teams that work with a child, otherwise those that have their contacts; never through a restricted record."""
    if teams := teams_working_with(child):
        return teams
    contacts = Contact.objects.filter(child__in=list(same_children([child.pk])), restricted=False)
    grants = ContactTeamGrant.objects.filter(content_object__in=contacts, ended_at__isnull=True)
    rows = Team.objects.filter(group__in=grants.values("group"), closed_on__isnull=True)
    return list(rows.select_related("agency").order_by("name"))


def same_child(person: Person, contact: Contact) -> SameChild:
    """Everything about the question whether the child of a contact is known. Asked by pages whose reader may see the contact."""
    siblings, _earlier = related_contacts(person, contact)
    found = _found(person, contact, siblings)
    shown = [one.standing for one in found.candidates] + [standing_id(child) for child in found.household]
    return SameChild(
        found,
        [(one, teams_to_ring(one.child)) for one in found.elsewhere],
        siblings,
        _contacts_of(person, shown),
        merges_of(person, contact.child),
        chronology_of(person, contact.child),
    )


def candidate_for(person: Person, contact: Contact, reference: str) -> tuple[Candidate, Sequence[Contact]]:
    """One candidate, by the reference of its record, with its contacts; whoever is not proposed to this person does not exist."""
    siblings, _earlier = related_contacts(person, contact)
    for one in _found(person, contact, siblings).candidates:
        if one.child.reference == reference:
            return one, _contacts_of(person, [one.standing]).get(one.standing, ())
    raise NotVisible


def candidates_of(person: Person, contact: Contact) -> Sequence[Candidate]:
    """The candidates that the page proposes to this person."""
    siblings, _earlier = related_contacts(person, contact)
    return _found(person, contact, siblings).candidates


def looks_known(person: Person, contact: Contact, siblings: Sequence[Contact]) -> Sequence[tuple[Candidate, Sequence[Contact]]]:
    """Likely candidates of a contact that nobody has decided yet, with their contacts: what is marked at arrival."""
    if contact.state not in UNDECIDED:
        return []
    likely = [one for one in _found(person, contact, siblings).candidates if one.likeness.score >= LIKELY]
    contacts = _contacts_of(person, [one.standing for one in likely])
    return [(one, contacts.get(one.standing, ())) for one in likely]


def elsewhere_for(person: Person, contact: Contact, reference: str) -> Candidate:
    """One child of whom this person learns only that somebody works with them."""
    siblings, _earlier = related_contacts(person, contact)
    for one in _found(person, contact, siblings).elsewhere:
        if one.child.reference == reference:
            return one
    raise NotVisible


def merges_of(person: Person, child: Child) -> list[ChildMerge]:
    """The merges that stand among the records of a child, newest first: those of which the person may see both sides."""
    records = same_children([child.pk])
    if len(records) == 1:
        return []
    return merges_seen({child.pk, *visible_contacts(person).filter(child__in=list(records)).values_list("child", flat=True)})


def merges_seen(records: Collection[int]) -> list[ChildMerge]:
    """The merges that stand between records (ids) that the reader sees, newest first."""
    rows = ChildMerge.objects.filter(lesser__in=records, greater__in=records, undone_at__isnull=True)
    return list(rows.select_related("lesser", "greater").order_by("-merged_at", "-pk"))


def open_history_check(contact: Contact) -> ContactTask | None:
    """The open task to look for what is known of the child, if there is one."""
    tasks = contact.tasks.filter(kind=ContactTask.Kind.HISTORY_CHECK, done_at__isnull=True, waived_at__isnull=True)
    return tasks.order_by("pk").first()


def _found(person: Person, contact: Contact, siblings: Sequence[Contact]) -> Found:
    return candidates(person, contact.child, besides=[one.child_id for one in siblings])


def _contacts_of(person: Person, standing: Sequence[int]) -> dict[int, list[Contact]]:
    """The newest contacts of some children that the person may see, by the id of each child's standing record."""
    if not standing:
        return {}
    records = same_children(standing)
    rows = visible_contacts(person).filter(child__in=records).select_related("child", "submitted_child", "submission__agency")
    found: dict[int, list[Contact]] = {}
    for row in rows.order_by("-received_at", "-pk")[: CONTACTS_SHOWN * len(standing) * 4]:
        mine = found.setdefault(records[row.child_id], [])
        if len(mine) < CONTACTS_SHOWN:
            mine.append(row)
    return found
