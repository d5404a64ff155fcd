"""Same child? Records that are like another, with the reasons and a score: to each asker those of whom they may know.

Of a child of whom the asker may see a record they get the record. Of one whose records they may not see they learn, and only
where the likeness is strong, that somebody works with the child. A record that is restricted does not exist for them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from accounts.models import Person
from children.kinds import ToldAbout
from children.models import Child, NotTheSame
from children.rules.details import ChildDetails, tidied
from children.rules.keys import household_keys, keys_to_ask
from children.rules.likeness import POSSIBLE, VERY_LIKELY, Likeness, likeness
from children.selectors.records import details_of, records_standing_for, standing_id
from foundation.asked_often import AskedOften
from foundation.together import Waiting, read_together

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


def _apart_from(standing: int, *, own: str, other: str) -> "QuerySet[NotTheSame, int]":
    apart = NotTheSame.objects.filter(**{f"{own}__in": records_standing_for(standing)}, taken_back_at__isnull=True)
    return apart.values_list(Coalesce(f"{other}__merged_into_id", f"{other}_id"), flat=True)


_SECONDS = AskedOften(partial(_apart_from, own="first", other="second"))
_FIRSTS = AskedOften(partial(_apart_from, own="second", other="first"))


class Near:
    """Everything read of a child before it is known who asks: records that share a key, and those told apart. Not yet read."""

    def __init__(self, child: Child) -> None:
        self.child, self.details = child, details_of(child)
        keys = [*keys_to_ask(self.details), *household_keys(self.details)]
        standing = standing_id(child) or 0  # a child who has no record yet was never told apart from another
        self.sharing = Child.objects.filter(keys__overlap=keys).exclude(pk=child.pk)[:MOST_COMPARED]
        self.seconds, self.firsts = _SECONDS.asked(standing=standing), _FIRSTS.asked(standing=standing)

    @property
    def rows(self) -> tuple[Waiting, ...]:
        """To be read together with what else a page shows."""
        return self.sharing, self.seconds, self.firsts

    @property
    def told_apart(self) -> set[int]:
        """The standing records that somebody has said are of another child."""
        return {*self.seconds, *self.firsts} - {standing_id(self.child)}

    def liked(self, besides: Collection[int]) -> list[Candidate]:
        """The records that are like the child or of its household, without the child's own and those of `besides`."""
        left_out, at_home = set(besides), set(household_keys(self.details))
        near = [
            Candidate(row, standing_id(row), likeness(self.details, details_of(row)))
            for row in self.sharing
            if standing_id(row) != standing_id(self.child) and row.pk not in left_out
        ]
        return [one for one in near if one.likeness.score >= POSSIBLE or at_home & set(one.child.keys)]


class Known:
    """Of which children somebody may know. Not yet read."""

    def __init__(self, by: Person, children: Collection[int]) -> None:
        self._told = ToldAbout(by, children)

    @property
    def rows(self) -> tuple[Waiting, ...]:
        """To be read together with what else a page shows."""
        return self._told.rows

    def each(self) -> Mapping[int, bool]:
        """True where they may see a record of the child, False where only that there is one."""
        return self._told.each()


def candidates(by: Person, child: Child, *, besides: Collection[int] = ()) -> Found:
    """Who may be the same child, of whom the asker may know; without those told apart before and `besides` (ids of records)."""
    near = Near(child)
    read_together(*near.rows)
    liked = near.liked(besides)
    return found_among(near, liked, Known(by, [one.child.pk for one in liked]).each())


def known_like(by: Person, details: ChildDetails) -> Found:
    """As `candidates`, of a child who has no record yet."""
    return candidates(by, Child(**asdict(tidied(details))))


def found_among(near: Near, liked: Sequence[Candidate], known: Mapping[int, bool]) -> Found:
    """Of the records that are like a child those of whom the asker may know."""
    apart, at_home = near.told_apart, set(household_keys(near.details))
    asked = [one for one in liked if one.standing not in apart]
    found = [one for one in asked if one.likeness.score >= POSSIBLE and known.get(one.child.pk)]
    elsewhere = [one for one in asked if one.likeness.score >= VERY_LIKELY and known.get(one.child.pk) is False]
    offered = {one.child.pk for one in found}
    household: dict[int, Child] = {}
    for one in liked:
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
    near = Near(child)
    read_together(*near.rows)
    alike = [
        one
        for one in near.liked(besides)
        if one.likeness.score >= score and not one.likeness.differing_nhs_numbers and one.standing not in near.told_apart
    ]
    return tuple(sorted(alike, key=lambda one: (-one.likeness.score, one.child.pk))[:MOST_KEPT])


def same_as(described: Sequence[ChildDetails]) -> list[Child | None]:
    """For each of some descriptions the record of that child, where there is exactly one: by NHS number, or very likely.

    For what is brought over in bulk, after the index is read twice for all of them. Where two children are like one, or none is,
    people decide later. Numbers and names as `tidied` gives them.
    """
    numbers = {one.nhs_number for one in described if one.nhs_number}
    days = {one.birth_date for one in described if one.birth_date}
    names = {one.family_name for one in described}
    rows = Child.objects.select_related("merged_into")
    near = [
        *rows.filter(nhs_number__in=numbers).exclude(nhs_number=""),
        *rows.filter(birth_date__in=days, family_name__in=names),
    ]
    by_number: dict[str, list[Child]] = {}
    by_day: dict[date, list[Child]] = {}
    for row in near:
        by_number.setdefault(row.nhs_number, []).append(row)
        if row.birth_date is not None:
            by_day.setdefault(row.birth_date, []).append(row)
    return [_the_one(one, [*by_number.get(one.nhs_number or "-", ()), *_of_day(by_day, one.birth_date)]) for one in described]


def _of_day(by_day: Mapping[date, Sequence[Child]], day: date | None) -> Sequence[Child]:
    return by_day.get(day, ()) if day is not None else ()


def _the_one(described: ChildDetails, near: Sequence[Child]) -> Child | None:
    alike: dict[int, Child] = {}
    for row in near:
        found = likeness(described, details_of(row))
        if found.score >= VERY_LIKELY and not found.differing_nhs_numbers:
            alike.setdefault(standing_id(row), row.merged_into or row)
    return next(iter(alike.values())) if len(alike) == 1 else None


def _best(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One for each child, by its likest record; the likest first."""
    best: dict[int, Candidate] = {}
    for one in sorted(found, key=lambda one: (-one.likeness.score, one.child.pk)):
        best.setdefault(one.standing, one)
    return tuple(best.values())[:MOST_OFFERED]
