"""Disclosure control: small numbers about people are hidden so that they cannot be worked out again.

A number from 1 to the threshold is hidden; 0 is a true zero and stays. Then, in every line whose total is printed,
one hidden number alone would be total minus the rest, so another is hidden with it. Last, an attacker is played: from
all that is printed, the smallest and largest possible value of each hidden number is found exactly, and while they
lie too close together one more number is hidden (DfE's rules for children in need statistics; the portal's own attack check).

Everything here is pure. It is applied to figures before anything is rendered, so page, PDF, chart and download agree.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from foundation.figures import DisclosureClass
from foundation.numbers import percentage, rate_per_10_000, round_half_up
from foundation.small_numbers import SMALL, SMALLEST_BASE

SMALL_SENSITIVE: Final = 10
NARROWEST_RANGE: Final = 3


class Mark(StrEnum):
    """What stands in place of a number, in the symbols of official statistics."""

    HIDDEN = "c"
    SMALL_BASE = "u"
    NO_BASE = "z"


LEGEND: Final = {
    Mark.HIDDEN: "a small number, or one from which a small number could be worked out, is not shown",
    Mark.SMALL_BASE: "a percentage of fewer than 20 is not shown",
    Mark.NO_BASE: "not applicable",
}

Printed = int | Mark
Place = tuple[int, int]
TOTAL: Final[Place] = (-1, -1)
PrintedDecimal = Decimal | Mark


def threshold_of(kind: DisclosureClass, *, small: int = SMALL, sensitive: int = SMALL_SENSITIVE) -> int:
    """Return the largest number that is hidden for a kind of figure; 0 means that nothing is.

    Four rapid reviews are four: work of the partnership, money and figures published elsewhere are never hidden.
    """
    return {DisclosureClass.PEOPLE: small, DisclosureClass.SENSITIVE: sensitive}.get(kind, 0)


def is_small(value: int, threshold: int = SMALL) -> bool:
    """Say whether a count is hidden by itself: 1 to the threshold."""
    if value < 0:
        raise ValueError("A count cannot be negative.")
    return 0 < value <= threshold


# -- single numbers -----------------------------------------------------------


def protect_value(value: int, threshold: int = SMALL) -> Printed:
    """Return a count that stands alone as it may be printed."""
    return Mark.HIDDEN if is_small(value, threshold) else value


def protect_part(part: int, whole: int, threshold: int = SMALL) -> tuple[Printed, Printed]:
    """Return a part and its whole as they may be printed side by side.

    The part is hidden when it, or what is left of the whole, is small: 97 of 100 says 3.
    """
    if part > whole:
        raise ValueError("A part cannot be more than its whole.")
    hide = is_small(part, threshold) or is_small(whole - part, threshold)
    return Mark.HIDDEN if hide else part, protect_value(whole, threshold)


def protect_percentage(
    part: int, whole: int, threshold: int = SMALL, *, places: int = 1, smallest_base: int = SMALLEST_BASE
) -> PrintedDecimal:
    """Return a percentage as it may be printed, rounded half up.

    Hidden when part, whole or the rest is small; not printed when the whole is less than ``smallest_base``.
    A threshold of 0 (work, money, published) hides nothing and asks for no base.
    """
    value = percentage(part, whole)
    if value is None:
        return Mark.NO_BASE
    shown, base = protect_part(part, whole, threshold)
    if Mark.HIDDEN in {shown, base}:
        return Mark.HIDDEN
    if threshold and whole < smallest_base:
        return Mark.SMALL_BASE
    return round_half_up(value, places)


def protect_rate(count: int, population: int, threshold: int = SMALL, *, places: int = 1) -> PrintedDecimal:
    """Return a rate per 10,000 as it may be printed; hidden when the count is small."""
    value = rate_per_10_000(count, population)
    if value is None:
        return Mark.NO_BASE
    return Mark.HIDDEN if is_small(count, threshold) else round_half_up(value, places)


def protect_mean(total: int, number: int, threshold: int = SMALL, *, places: int = 1) -> PrintedDecimal:
    """Return so many for each as it may be printed: the number of things is a number of people, their total need not be.

    Hidden when the number is small; not printed of fewer than ``SMALLEST_BASE``. A threshold of 0 hides nothing.
    """
    if not number:
        return Mark.NO_BASE
    if is_small(number, threshold):
        return Mark.HIDDEN
    if threshold and number < SMALLEST_BASE:
        return Mark.SMALL_BASE
    return round_half_up(Decimal(total) / number, places)


# -- tables -------------------------------------------------------------------


@dataclass(frozen=True)
class ProtectedRow:
    """A breakdown as it may be printed. ``total`` is None if it is not printed at all."""

    cells: tuple[Printed, ...]
    total: Printed | None


@dataclass(frozen=True)
class ProtectedTable:
    """A two-way table with its totals as it may be printed."""

    cells: tuple[tuple[Printed, ...], ...]
    row_totals: tuple[Printed, ...]
    column_totals: tuple[Printed, ...]
    total: Printed


def protect_breakdowns(
    breakdowns: Sequence[Sequence[int]],
    threshold: int = SMALL,
    *,
    total_printed: bool = True,
    narrowest_range: int = NARROWEST_RANGE,
    kept: Container[Place] = (),
) -> tuple[ProtectedRow, ...]:
    """Return several breakdowns of the same children (by age, by sex) as they may be printed together.

    They share their total, so it is hidden in all of them or in none. `kept`: what stays hidden whatever it is, by the places of
    the breakdown and of the part; (-1, -1) is the total. Refuses (ValueError) breakdowns whose totals differ.
    """
    totals = {sum(cells) for cells in breakdowns}
    if len(totals) != 1:
        raise ValueError("Breakdowns of the same children must have the same total.")
    net = _Net(threshold, narrowest_range)
    parts = [
        [net.add(step, step + 1, value, kept=(step, place) in kept) for place, value in enumerate(cells)]
        for step, cells in enumerate(breakdowns)
    ]
    whole = net.add(len(breakdowns), 0, totals.pop(), printed=total_printed, kept=TOTAL in kept)
    for cells in parts:
        net.add_line(cells, whole)
    net.protect()
    total = net.shown(whole) if total_printed else None
    return tuple(ProtectedRow(net.all_shown(cells), total) for cells in parts)


def protect_crossed(
    rows: Sequence[Sequence[int]],
    breakdowns: Sequence[Sequence[int]] = (),
    threshold: int = SMALL,
    *,
    narrowest_range: int = NARROWEST_RANGE,
    kept: Container[Place] = (),
    kept_beside: Container[Place] = (),
) -> tuple[ProtectedTable, tuple[ProtectedRow, ...]]:
    """Return a two-way table with its totals, and further breakdowns of the same children, as they may be printed together.

    What stays hidden whatever it is: `kept` by row and column, -1 of either being its total, and `kept_beside` by breakdown and
    part. Refuses (ValueError) rows of different lengths, and breakdowns with another total.
    """
    columns, number = list(zip(*rows, strict=True)), sum(map(sum, rows))
    if any(sum(cells) != number for cells in breakdowns):
        raise ValueError("Breakdowns of the same children must have the same total.")
    net, last = _Net(threshold, narrowest_range), len(breakdowns) + 1
    row_node, column_node = last + 1, last + 1 + len(rows)
    cells = [
        [net.add(row_node + down, column_node + across, value, kept=(down, across) in kept) for across, value in enumerate(row)]
        for down, row in enumerate(rows)
    ]
    by_row = [net.add(0, row_node + down, sum(row), kept=(down, -1) in kept) for down, row in enumerate(rows)]
    by_column = [
        net.add(column_node + across, 1, sum(column), kept=(-1, across) in kept) for across, column in enumerate(columns)
    ]
    others = [
        [net.add(step, step + 1, value, kept=(step - 1, place) in kept_beside) for place, value in enumerate(parts)]
        for step, parts in enumerate(breakdowns, start=1)
    ]
    whole = net.add(last, 0, number, kept=TOTAL in kept)
    for parts, line_total in [*zip(cells, by_row, strict=True), *zip(zip(*cells, strict=True), by_column, strict=True)]:
        net.add_line(parts, line_total)
    for parts in (by_row, by_column, *others):
        net.add_line(parts, whole)
    net.protect()
    total = net.shown(whole)
    table = ProtectedTable(tuple(map(net.all_shown, cells)), net.all_shown(by_row), net.all_shown(by_column), total)
    return table, tuple(ProtectedRow(net.all_shown(parts), total) for parts in others)


def protect_shares(pairs: Sequence[tuple[int, int]], threshold: int = SMALL, *, kept: Container[int] = ()) -> tuple[bool, ...]:
    """Say of each part of a percentage whether it is hidden, where the parts make up a whole that is printed.

    Out of how many a part is may stand in another figure, so it is taken for known unless that is small. Then each hidden part
    has one unknown, its numerator, which is lost if the other hidden ones leave it too little room. `kept`: the places of those
    that stay hidden.
    """
    hidden = [
        place in kept or is_small(top, threshold) or is_small(bottom - top, threshold)
        for place, (top, bottom) in enumerate(pairs)
    ]
    order = sorted(range(len(pairs)), key=lambda place: (not _smaller(pairs[place]), _smaller(pairs[place])))
    while any(_is_exposed(place, pairs, hidden, threshold) for place in range(len(pairs)) if hidden[place]):
        following = next((place for place in order if not hidden[place] and pairs[place][1]), None)
        if following is None:
            break
        hidden[following] = True
    return tuple(hidden)


def _smaller(pair: tuple[int, int]) -> int:
    return min(pair[0], pair[1] - pair[0])


def _is_exposed(place: int, pairs: Sequence[tuple[int, int]], hidden: Sequence[bool], threshold: int) -> bool:
    """Whether the possible numerators of a hidden part lie too close together."""

    def room(number: int, pair: tuple[int, int]) -> int:
        """How far a number can fall; of a part that is small itself, nobody knows out of how many it is."""
        return max(number - 1, 0) if pair[1] > threshold else number

    def rise(pair: tuple[int, int]) -> int:
        return room((max(threshold, pair[1])) - pair[0], pair)

    own = pairs[place]
    others = [pair for other, pair in enumerate(pairs) if hidden[other] and other != place]
    up = min(rise(own), sum(room(pair[0], pair) for pair in others))
    down = min(room(own[0], own), sum(rise(pair) for pair in others))
    return up + down < NARROWEST_RANGE


# -- the engine ---------------------------------------------------------------


@dataclass
class _Number:
    """One number of a table, seen as a flow from one node of a network to another."""

    tail: int
    head: int
    value: int
    printed: bool
    hidden: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether a reader does not see it. (A zero is always seen.)"""
        return self.hidden or not self.printed

    @property
    def can_fall_by(self) -> int:
        """How far below its value a reader must think it possible: a hidden number is at least 1."""
        return max(self.value - 1, 0) if self.hidden else self.value


@dataclass
class _Net:
    """The numbers of one or more tables over the same children, and the sums that tie them together.

    The sums are those of a network: what flows into a node flows out of it (a row's cells make up the row's total, the
    row totals make up the grand total). So the possible values of a hidden number are those of a flow, and how far
    it can rise or fall is the most that can be sent round through the other unknown numbers: exact, and in whole numbers.
    """

    threshold: int
    narrowest_range: int
    numbers: list[_Number] = field(default_factory=list)
    lines: list[tuple[tuple[int, ...], int]] = field(default_factory=list)
    at_node: dict[int, list[int]] = field(default_factory=dict)

    def add(self, tail: int, head: int, value: int, *, printed: bool = True, kept: bool = False) -> int:
        """Take in a number and return its place; one that is small or kept hidden is hidden at once if it is printed."""
        small = kept or is_small(value, self.threshold)
        self.numbers.append(_Number(tail, head, value, printed, hidden=printed and small))
        place = len(self.numbers) - 1
        for node in (tail, head):
            self.at_node.setdefault(node, []).append(place)
        return place

    def add_line(self, parts: Iterable[int], total: int) -> None:
        """Note that some numbers add up to another."""
        self.lines.append((tuple(parts), total))

    def shown(self, place: int) -> Printed:
        """Return one number as it may be printed."""
        number = self.numbers[place]
        return Mark.HIDDEN if number.hidden else number.value

    def all_shown(self, places: Iterable[int]) -> tuple[Printed, ...]:
        """Return several numbers as they may be printed."""
        return tuple(map(self.shown, places))

    def protect(self) -> None:
        """Hide what must be hidden. Ends, because each round hides one number more."""
        while self._hide_beside_a_lonely_one() or self._hide_beside_an_exposed_one():
            pass

    def _hide_beside_a_lonely_one(self) -> bool:
        """Hide a second number in a line where just one is unknown; say whether there was such a line."""
        for line in self.lines:
            unknown = [place for place in (*line[0], line[1]) if self.numbers[place].is_unknown]
            if len(unknown) == 1 and self.numbers[unknown[0]].hidden and self._hide_next([line]):
                return True
        return False

    def _hide_beside_an_exposed_one(self) -> bool:
        """Hide a number in a line of one whose possible values lie too close together."""
        for place, number in enumerate(self.numbers):
            if number.hidden and self._range_up_to(place, self.narrowest_range) < self.narrowest_range:
                mine = [line for line in self.lines if place in line[0] or place == line[1]]
                return self._hide_next(mine) or self._hide_next(self.lines)
        return False

    def _hide_next(self, lines: Sequence[tuple[tuple[int, ...], int]]) -> bool:
        """Hide the smallest printed non-zero part of the first line that has one, or else a total."""
        for line in lines:
            if self._hide_smallest(line[0]):
                return True
        return self._hide_smallest(line[1] for line in lines)

    def _hide_smallest(self, places: Iterable[int]) -> bool:
        open_ones = [place for place in places if self.numbers[place].value and not self.numbers[place].is_unknown]
        if not open_ones:
            return False
        self.numbers[min(open_ones, key=lambda place: self.numbers[place].value)].hidden = True
        return True

    # -- the attacker -------------------------------------------------------

    def _range_up_to(self, place: int, enough: int) -> int:
        """Return how wide the possible values of a hidden number are spread; it stops counting at ``enough``."""
        number = self.numbers[place]
        rise = self._most_sent(number.head, number.tail, without=place, enough=enough)
        if rise >= enough:
            return enough
        fall = self._most_sent(number.tail, number.head, without=place, enough=enough)
        return rise + min(fall, number.can_fall_by)

    def _most_sent(self, start: int, goal: int, *, without: int, enough: int) -> int:
        """Return how much can be sent from one node to another through the unknown numbers, up to ``enough``."""
        moved = [0] * len(self.numbers)
        sent = 0
        while sent < enough and (path := self._path(start, goal, without, moved)):
            for place, step in path:
                moved[place] += step
            sent += 1
        return sent

    def _path(self, start: int, goal: int, without: int, moved: Sequence[int]) -> list[tuple[int, int]]:
        """Return a way for one more unit: numbers to raise (+1) or lower (−1); empty if there is none."""
        came_by: dict[int, tuple[int, int, int]] = {}
        waiting = deque([start])
        while waiting and goal not in came_by:
            node = waiting.popleft()
            for place, step, end in self._steps(node, without, moved):
                if end not in came_by and end != start:
                    came_by[end] = (place, step, node)
                    waiting.append(end)
        path: list[tuple[int, int]] = []
        node = goal
        while node in came_by:
            place, step, node = came_by[node]
            path.append((place, step))
        return path

    def _steps(self, node: int, without: int, moved: Sequence[int]) -> Iterable[tuple[int, int, int]]:
        for place in self.at_node[node]:
            number = self.numbers[place]
            if place == without or not number.is_unknown:
                continue
            if number.tail == node:
                yield place, 1, number.head
            elif number.head == node and number.can_fall_by + moved[place] > 0:
                yield place, -1, number.tail
