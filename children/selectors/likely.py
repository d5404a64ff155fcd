"""Same child? Records that are like another, with the reasons and a score: to each asker those of whom they may know.

Of a child of whom the asker may see a record they get the record. Of one whose records they may not see they learn, and only
where the likeness is strong, that somebody works with the child. A record that is restricted does not exist for them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from accounts.models import Person
from children.kinds import records_about
from children.models import RESOLVED, Child, NotTheSame
from children.rules import ChildDetails
from children.rules.keys import household_keys, keys_to_ask
from children.rules.likeness import POSSIBLE, VERY_LIKELY, Likeness, likeness
from children.selectors.records import details_of, standing_id

MOST_COMPARED = 300
MOST_OFFERED = 10
MOST_AT_HOME = 20
MOST_KEPT = 20


@dataclass(frozen=True)
class Candidate:
    """A record that may be of the same child. `standing`: the id of the record that stands for it."""

    child: Child
    standing: int
    likeness: Likeness


@dataclass(frozen=True)
class Found:
    """Candidates of whom the asker may see a record, the likest first; those known elsewhere; and who lives at the address."""

    candidates: tuple[Candidate, ...]
    elsewhere: tuple[Candidate, ...]
    household: tuple[Child, ...]


def candidates(by: Person, child: Child, *, besides: Collection[int] = ()) -> Found:
    """Who may be the same child, of whom the asker may know; without those told apart before and `besides` (ids of records)."""
    details = details_of(child)
    left_out, at_home = set(besides), set(household_keys(details))
    near = [
        Candidate(row, standing_id(row), likeness(details, details_of(row)))
        for row in _sharing_a_key(child, details)
        if row.pk not in left_out
    ]
    near = [one for one in near if one.likeness.score >= POSSIBLE or at_home & set(one.child.keys)]
    if not near:
        return Found((), (), ())
    known = _known(by, [one.child.pk for one in near])
    apart = _told_apart(child, [one.standing for one in near])
    found = [one for one in near if one.standing not in apart and one.likeness.score >= POSSIBLE and known.get(one.child.pk)]
    elsewhere = [
        one
        for one in near
        if one.standing not in apart and one.likeness.score >= VERY_LIKELY and known.get(one.child.pk) is False
    ]
    offered = {one.child.pk for one in found}
    household: dict[int, Child] = {}
    for one in near:
        if known.get(one.child.pk) and one.child.pk not in offered and at_home & set(one.child.keys):
            household.setdefault(one.standing, one.child)
    best = _best(found)
    shown = {one.standing for one in best}
    return Found(
        best,
        tuple(one for one in _best(elsewhere) if one.standing not in shown),
        tuple(one for standing, one in household.items() if standing not in shown)[:MOST_AT_HOME],
    )


def alike_among_all(child: Child, score: int, *, besides: Collection[int] = ()) -> tuple[Candidate, ...]:
    """Every record that is at least so like a child, the likest first and at most twenty, whoever may know of it.

    For the system, which keeps them and shows nobody what they may not see. Without those told apart and `besides` (ids).
    """
    details, left_out = details_of(child), set(besides)
    near = [
        Candidate(row, standing_id(row), likeness(details, details_of(row)))
        for row in _sharing_a_key(child, details)
        if row.pk not in left_out
    ]
    near = [one for one in near if one.likeness.score >= score and not one.likeness.differing_nhs_numbers]
    apart = _told_apart(child, [one.standing for one in near])
    found = sorted(near, key=lambda one: (-one.likeness.score, one.child.pk))
    return tuple(one for one in found if one.standing not in apart)[:MOST_KEPT]


def _own(child: Child) -> list[int]:
    standing = standing_id(child)
    return list(Child.objects.filter(Q(pk=standing) | Q(merged_into=standing)).values_list("pk", flat=True))


def _sharing_a_key(child: Child, details: ChildDetails) -> list[Child]:
    """Records that share a key with a child, without the child's own."""
    keys = [*keys_to_ask(details), *household_keys(details)]
    rows = Child.objects.filter(keys__overlap=keys).exclude(pk=child.pk)[:MOST_COMPARED]
    return [row for row in rows if standing_id(row) != standing_id(child)]


def _known(by: Person, children: Collection[int]) -> Mapping[int, bool]:
    """Of which children the asker may know: True where they may see a record, False where only that there is one."""
    if not children:
        return {}
    records = records_about(by, children)
    known = dict.fromkeys((one.child for one in records if not one.restricted), False)
    return known | dict.fromkeys((one.child for one in records if one.seen), True)


def _told_apart(child: Child, standing: Collection[int]) -> set[int]:
    """The standing records that somebody has said are of another child."""
    if not standing:
        return set()
    own = _own(child)
    pairs = NotTheSame.objects.filter(Q(first__in=own) | Q(second__in=own), taken_back_at__isnull=True)
    others = {pk for pair in pairs.values_list("first", "second") for pk in pair} - set(own)
    return set(Child.objects.filter(pk__in=others).values_list(RESOLVED, flat=True)) if others else set()


def _best(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One for each child, by its likest record; the likest first."""
    best: dict[int, Candidate] = {}
    for one in sorted(found, key=lambda one: (-one.likeness.score, one.child.pk)):
        best.setdefault(one.standing, one)
    return tuple(best.values())[:MOST_OFFERED]
