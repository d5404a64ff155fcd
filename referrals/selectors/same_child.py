"""Same child? Who the child of a contact may be, with the contacts that tell it, and what has been said about it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from accounts.access import Eyes
from accounts.models import Person, Team
from children.models import RESOLVED, Child, ChildMerge, ChronologyEntry
from children.rules.likeness import LIKELY
from children.selectors.chronology import Chronology, involvements_of, teams_among
from children.selectors.likely import Candidate, Found, Known, Near, candidates, found_among
from children.selectors.records import records_standing_for, standing_id
from foundation.asked_often import AskedOften
from foundation.errors import NotVisible
from foundation.together import Waiting, read_together
from referrals.models import Contact, ContactState, ContactTask, ContactTeamGrant
from referrals.selectors.contacts import related_contacts, related_to, visible_contacts

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
    standing = standing_id(child)
    return TeamsToRing([standing]).each()[standing]


class TeamsToRing:
    """Whom to ring about some children, by the ids of the records that stand for them. Not yet read."""

    def __init__(self, standing: Collection[int]) -> None:
        self.standing = standing
        self.working = involvements_of(standing)
        records = Child.objects.alias(standing=RESOLVED).filter(standing__in=standing).values("pk")
        grants = ContactTeamGrant.objects.filter(
            content_object__child__in=records, content_object__restricted=False, ended_at__isnull=True
        )
        resolved = Coalesce("content_object__child__merged_into", "content_object__child__pk")
        self.granted = grants.values_list(resolved, "group__team").distinct()
        self.teams = Team.objects.filter(group__in=grants.values("group"), closed_on__isnull=True).select_related("agency")

    @property
    def rows(self) -> tuple[QuerySet[Any, Any], ...]:
        """To be read together with what else a page shows."""
        return self.working, self.granted, self.teams.order_by("name")

    def each(self) -> Mapping[int, list[Team]]:
        """By standing record, the teams that work with the child, otherwise those that have their contacts."""
        working, granted, teams = self.rows
        read_together(working, granted, teams)
        at_work, pairs = teams_among(working), set(granted)
        return {one: at_work.get(one) or [team for team in teams if (one, team.pk) in pairs] for one in self.standing}


class AskedOfRecords:
    """What is read of the question whether the child of a contact is known, before its candidates are: all of it together."""

    def __init__(self, person: Person, contact: Contact) -> None:
        self.person, self.contact = person, contact
        self.related = related_to(person, contact)
        self.near = Near(contact.child)
        self.merges = Merges(person, contact.child)
        self.chronology = Chronology(person, contact.child)

    @property
    def rows(self) -> tuple[Waiting, ...]:
        """To be read together with what stands beside every tab."""
        return (*self.related.rows, *self.near.rows, *self.merges.rows, self.chronology.entries)

    def answered(self) -> SameChild:
        """Everything that the tab shows, in two statements more, and one where somebody works with a child known elsewhere."""
        read_together(*self.rows)
        liked = self.near.liked([one.child_id for one in self.related.siblings])
        known = Known(self.person, [one.child.pk for one in liked])
        read_together(*known.rows, *self.chronology.seen.values())
        found = found_among(self.near, liked, known.each())
        shown = [one.standing for one in found.candidates] + [standing_id(child) for child in found.household]
        contacts, ring = _contact_rows(self.person, shown), TeamsToRing([one.standing for one in found.elsewhere])
        read_together(*contacts, *(ring.rows if found.elsewhere else ()))
        teams = ring.each() if found.elsewhere else {}
        return SameChild(
            found,
            [(one, teams[one.standing]) for one in found.elsewhere],
            self.related.siblings,
            _by_standing(contacts),
            self.merges.each(),
            self.chronology.each(),
        )


def same_child(person: Person, contact: Contact) -> SameChild:
    """Everything about the question whether the child of a contact is known. Asked by pages whose reader may see the contact."""
    return AskedOfRecords(person, contact).answered()


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


def near_child(contact: Contact) -> Near | None:
    """Where to look for who the child of a contact may be, while nobody has decided; not yet read."""
    return Near(contact.child) if contact.state in UNDECIDED else None


def looks_known(person: Person, near: Near, siblings: Sequence[Contact]) -> Sequence[tuple[Candidate, Sequence[Contact]]]:
    """Likely candidates of a contact that nobody has decided yet, with their contacts: what is marked at arrival."""
    liked = near.liked([one.child_id for one in siblings])
    if not any(one.likeness.score >= LIKELY for one in liked):
        return []
    found = found_among(near, liked, Known(person, [one.child.pk for one in liked]).each())
    likely = [one for one in found.candidates if one.likeness.score >= LIKELY]
    contacts = _contacts_of(person, [one.standing for one in likely])
    return [(one, contacts.get(one.standing, ())) for one in likely]


def elsewhere_for(person: Person, contact: Contact, reference: str) -> Candidate:
    """One child of whom this person learns only that somebody works with them."""
    siblings, _earlier = related_contacts(person, contact)
    for one in _found(person, contact, siblings).elsewhere:
        if one.child.reference == reference:
            return one
    raise NotVisible


def _merges(standing: int) -> QuerySet[ChildMerge]:
    records = records_standing_for(standing)
    merges = ChildMerge.objects.filter(lesser__in=records, greater__in=records, undone_at__isnull=True)
    return merges.select_related("lesser", "greater").order_by("-merged_at", "-pk")


def _seen(standing: int, **eyes: Any) -> QuerySet[Contact, int]:
    return visible_contacts(Eyes(**eyes)).filter(child__in=records_standing_for(standing)).values_list("child", flat=True)


_MERGES, _SEEN = AskedOften(_merges), AskedOften(_seen)


class Merges:
    """The merges that stand among the records of a child. Not yet read."""

    def __init__(self, person: Person, child: Child) -> None:
        self.child, standing = child, standing_id(child)
        self.rows = _MERGES.asked(standing=standing), _SEEN.asked(standing=standing, **vars(Eyes.of(person)))
        """To be read together with what else a page shows."""

    def each(self) -> list[ChildMerge]:
        """Those of which the person may see both sides, newest first."""
        read_together(*self.rows)
        merges, visible = self.rows
        seen = {self.child.pk, *visible}
        return [one for one in merges if {one.lesser_id, one.greater_id} <= seen]


def merges_of(person: Person, child: Child) -> list[ChildMerge]:
    """The merges that stand among the records of a child, newest first: those of which the person may see both sides."""
    return Merges(person, child).each()


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
    return _by_standing(_contact_rows(person, standing))


def _contact_rows(person: Person, standing: Sequence[int]) -> tuple[QuerySet[Contact], ...]:
    """The newest contacts of some children that the person may see, not yet read."""
    if not standing:
        return ()
    records = Child.objects.alias(standing=RESOLVED).filter(standing__in=standing).values("pk")
    rows = visible_contacts(person).filter(child__in=records).select_related("child", "submitted_child", "submission__agency")
    return (rows.order_by("-received_at", "-pk")[: CONTACTS_SHOWN * len(standing) * 4],)


def _by_standing(rows: Iterable[Iterable[Contact]]) -> dict[int, list[Contact]]:
    """By the id of each child's standing record, a few of its contacts."""
    found: dict[int, list[Contact]] = {}
    for row in chain.from_iterable(rows):
        mine = found.setdefault(standing_id(row.child), [])
        if len(mine) < CONTACTS_SHOWN:
            mine.append(row)
    return found
