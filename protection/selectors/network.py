"""The household and network of a family's children, as the contacts told of them with which they came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import OuterRef, Q

from accounts.models import Person
from children.models import Child
from children.selectors.records import same_children
from foundation.looked_up import looked_up
from protection.models import FamilyGroup
from protection.selectors.families import children_in
from protection.selectors.sight import works_on
from referrals.models import REFERRAL_OUTCOMES, Contact, SubmissionPerson
from referrals.models.codes import YesNoUnknown
from referrals.selectors.contacts import visible_contacts
from referrals.selectors.versions import standing_people


@dataclass(frozen=True)
class Told:
    """What somebody is to one of the children."""

    child: int
    relationship: str
    responsible: bool


@dataclass(frozen=True)
class Relative:
    """Somebody of the family or network."""

    name: str
    kind: str
    birth_date: date | None
    at_home: str
    of: Sequence[Told]


@dataclass(frozen=True)
class Network:
    """The children (by the ids of their standing records) and those around them."""

    children: Mapping[int, Child]
    people: Sequence[Relative]


def network_of(person: Person, family: FamilyGroup, children: Sequence[Child] = ()) -> Network | None:
    """The network of the children of a family, or of those of them that are given; for whoever works on it, None for others.

    Told by the newest contact of each child that social care accepted; a restricted one tells only those who may see it.
    Professionals are left out, and whoever is told of only as something to a child who is not of the family.
    """
    if not works_on(person, family):
        return None
    own = list(children) or children_in(family)
    records = same_children([child.pk for child in own])
    contacts = Contact.objects.filter(child__in=list(records), outcome__in=REFERRAL_OUTCOMES)
    shown = looked_up(visible_contacts(person).filter(pk=OuterRef("pk")))
    seen = contacts.filter(Q(restricted=False) | Q(shown)).order_by("-received_at", "-pk")
    newest: dict[int, Contact] = {}
    for contact in seen.select_related("submitted_child"):
        newest.setdefault(records[contact.child_id], contact)
    position = {(one.submission_id, one.submitted_child.position): child for child, one in newest.items()}
    people: list[Relative] = []
    for submission in dict.fromkeys(one.submission_id for one in newest.values()):
        told = [found for row in standing_people(submission) if (found := _relative(row, position)) is not None]
        people = _with(people, told)
    return Network({records[child.pk]: child for child in own}, people)


def _relative(row: SubmissionPerson, position: dict[tuple[int, int], int]) -> Relative | None:
    if row.kind == SubmissionPerson.Kind.PROFESSIONAL:
        return None
    relations = list(row.relations.all())
    of = [
        Told(
            position[row.submission_id, one.child.position],
            one.relationship,
            one.parental_responsibility == YesNoUnknown.YES,
        )
        for one in relations
        if (row.submission_id, one.child.position) in position
    ]
    return Relative(row.name, row.get_kind_display(), row.birth_date, row.lives_in_household, of) if of or not relations else None


def _with(people: Sequence[Relative], older: Sequence[Relative]) -> list[Relative]:
    """Add what an older form tells: of somebody of the same name and birth date only what they are to further children."""
    found, known = list(people), {(one.name.casefold(), one.birth_date): place for place, one in enumerate(people)}
    for one in older:
        place = known.get((one.name.casefold(), one.birth_date))
        if place is None:
            found.append(one)
        else:
            said = {told.child for told in found[place].of}
            more = [told for told in one.of if told.child not in said]
            found[place] = replace(found[place], of=[*found[place].of, *more])
    return found
