"""Two attackers, written without a look at how numbers are hidden, try to get them back.

The first tries every table of whole numbers near the true one that fits what is printed, and notes which values each
hidden number takes. The second does linear algebra: a number is lost if the printed sums determine it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.calendar import FinancialYear
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, share
from reporting.disclosure import Mark, ProtectedTable, protect_breakdowns, protect_crossed
from reporting.models import Indicator
from reporting.rules.freezing import show
from reporting.rules.quarters import year_may_be_told
from reporting.selectors.indicators import values_of
from tests.factories import make_agency
from tests.reporting.watching import was_returned

SMALL_COUNTS = st.sampled_from([0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 12, 30])
RANGE = 3

Sum = tuple[list[int], int]  # places of the parts, place of the total


def grid(height: int, width: int) -> tuple[list[Sum], int]:
    """The sums of a table whose numbers stand in one list: cells, row totals, column totals, grand total."""
    cells = height * width
    rows = [([r * width + c for c in range(width)], cells + r) for r in range(height)]
    columns = [([r * width + c for r in range(height)], cells + height + c) for c in range(width)]
    whole = cells + height + width
    sums = [
        *rows,
        *columns,
        (list(range(cells, cells + height)), whole),
        (list(range(cells + height, whole)), whole),
    ]
    return sums, whole + 1


def truth(rows: Sequence[Sequence[int]]) -> list[int]:
    columns = [sum(column) for column in zip(*rows, strict=True)]
    return [cell for row in rows for cell in row] + [sum(row) for row in rows] + columns + [sum(columns)]


def printed(table: ProtectedTable) -> list[int | Mark]:
    return [cell for row in table.cells for cell in row] + [*table.row_totals, *table.column_totals, table.total]


def fitting_tables(values: Sequence[int], shown: Sequence[int | Mark], sums: Sequence[Sum]) -> Iterator[list[int]]:
    """Every table near the true one that a reader must think possible: sums hold, hidden numbers are 1 or more."""
    totals = {total for _, total in sums}
    cells = [place for place in range(len(values)) if place not in totals]
    choices = [
        [values[place]]
        if shown[place] is not Mark.HIDDEN
        else [value for value in range(values[place] - RANGE, values[place] + RANGE + 1) if value >= 1]
        for place in cells
    ]
    for guess in product(*choices):
        table = list(values)
        for place, value in zip(cells, guess, strict=True):
            table[place] = value
        if _holds(table, shown, sums):
            yield table


def _holds(table: list[int], shown: Sequence[int | Mark], sums: Sequence[Sum]) -> bool:
    """Fill in totals (those of totals come last) and compare them with what is printed."""
    filled: set[int] = set()
    for parts, total in sums:
        value = sum(table[part] for part in parts)
        if total in filled and table[total] != value:
            return False
        table[total] = value
        filled.add(total)
        if shown[total] is not Mark.HIDDEN and shown[total] != value:
            return False
    return True


def assert_nothing_is_recovered(values: Sequence[int], shown: Sequence[int | Mark], sums: Sequence[Sum]) -> None:
    hidden = {place for place, mark in enumerate(shown) if mark is Mark.HIDDEN}
    seen: dict[int, set[int]] = {place: set() for place in hidden}
    narrow = set(hidden)
    if narrow:
        for table in fitting_tables(values, shown, sums):
            for place in list(narrow):
                seen[place].add(table[place])
                if max(seen[place]) - min(seen[place]) >= RANGE:
                    narrow.discard(place)
            if not narrow:
                break
    assert not narrow, {place: seen[place] for place in narrow}


def determined(shown: Sequence[int | Mark], sums: Sequence[Sum]) -> set[int]:
    """The places of hidden numbers that the sums determine, by Gaussian elimination."""
    unknown = [place for place, mark in enumerate(shown) if mark is Mark.HIDDEN]
    lines = []
    for parts, total in sums:
        line = [Fraction(0)] * len(unknown)
        for place in parts:
            if place in unknown:
                line[unknown.index(place)] += 1
        if total in unknown:
            line[unknown.index(total)] -= 1
        lines.append(line)
    done = 0
    for column in range(len(unknown)):
        pivot = next((row for row in range(done, len(lines)) if lines[row][column]), None)
        if pivot is None:
            continue
        lines[done], lines[pivot] = lines[pivot], lines[done]
        lead = lines[done][column]
        lines[done] = [value / lead for value in lines[done]]
        for row, line in enumerate(lines):
            if row != done and line[column]:
                factor = line[column]
                lines[row] = [a - factor * b for a, b in zip(line, lines[done], strict=True)]
        done += 1
    return {unknown[line.index(1)] for line in lines if sum(map(bool, line)) == 1}


def assert_rules_hold(values: Sequence[int], shown: Sequence[int | Mark]) -> None:
    for value, mark in zip(values, shown, strict=True):
        assert not 1 <= value <= 5 or mark is Mark.HIDDEN
        assert value != 0 or mark == 0
        assert mark is Mark.HIDDEN or mark == value


@settings(max_examples=80, deadline=None)
@given(st.lists(SMALL_COUNTS, min_size=1, max_size=5))
def test_a_row_keeps_its_secrets(cells: list[int]) -> None:
    row = protect_breakdowns([cells])[0]
    assert row.total is not None
    shown = [*row.cells, row.total]
    values = [*cells, sum(cells)]
    assert_rules_hold(values, shown)
    assert_nothing_is_recovered(values, shown, [(list(range(len(cells))), len(cells))])


@settings(max_examples=80, deadline=None)
@given(
    st.integers(2, 3).flatmap(
        lambda width: st.lists(st.lists(SMALL_COUNTS, min_size=width, max_size=width), min_size=2, max_size=2)
    )
)
def test_a_small_table_keeps_its_secrets(rows: list[list[int]]) -> None:
    shown, values = printed(protect_crossed(rows)[0]), truth(rows)
    assert_rules_hold(values, shown)
    assert_nothing_is_recovered(values, shown, grid(len(rows), len(rows[0]))[0])


@settings(max_examples=80, deadline=None)
@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(SMALL_COUNTS, min_size=width, max_size=width), min_size=2, max_size=5)
    )
)
def test_no_hidden_number_of_a_larger_table_follows_from_the_sums(rows: list[list[int]]) -> None:
    shown, values = printed(protect_crossed(rows)[0]), truth(rows)
    assert_rules_hold(values, shown)
    sums, _ = grid(len(rows), len(rows[0]))
    assert not determined(shown, sums)


@settings(max_examples=80, deadline=None)
@given(st.lists(SMALL_COUNTS, min_size=2, max_size=4), st.integers(0, 60))
def test_two_breakdowns_of_the_same_children_keep_each_other_s_secrets(first: list[int], cut: int) -> None:
    whole = sum(first)
    second = [min(cut, whole), whole - min(cut, whole)]
    one, two = protect_breakdowns([first, second])
    assert one.total is not None
    assert one.total == two.total
    values, shown = [*first, *second, whole], [*one.cells, *two.cells, one.total]
    places = list(range(len(values)))
    sums = [(places[: len(first)], places[-1]), (places[len(first) : -1], places[-1])]
    assert_rules_hold(values, shown)
    assert_nothing_is_recovered(values, shown, sums)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(SMALL_COUNTS, min_size=2, max_size=2), min_size=2, max_size=2), st.lists(st.integers(0, 60), max_size=2))
def test_a_table_and_further_breakdowns_keep_each_other_s_secrets(rows: list[list[int]], cuts: list[int]) -> None:
    """By category and time, and the same children by sex and by age."""
    values, (sums, size) = truth(rows), grid(2, 2)
    whole = values[-1]
    others = [[min(cut, whole), whole - min(cut, whole)] for cut in cuts]
    table, found = protect_crossed(rows, others)
    shown = printed(table)
    for place, (other, row) in enumerate(zip(others, found, strict=True)):
        assert row.total == table.total
        values, shown = [*values, *other], [*shown, *row.cells]
        sums = [*sums, ([size + 2 * place, size + 2 * place + 1], size - 1)]
    assert_rules_hold(values, shown)
    assert_nothing_is_recovered(values, shown, sums)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 6).flatmap(
        lambda width: st.lists(st.lists(SMALL_COUNTS, min_size=width, max_size=width), min_size=2, max_size=5)
    ),
    st.integers(0, 60),
)
def test_no_hidden_number_follows_from_a_larger_table_and_a_breakdown_beside_it(rows: list[list[int]], cut: int) -> None:
    values, (sums, size) = truth(rows), grid(len(rows), len(rows[0]))
    other = [min(cut, values[-1]), values[-1] - min(cut, values[-1])]
    table, (row,) = protect_crossed(rows, [other])
    shown = [*printed(table), *row.cells]
    assert_rules_hold([*values, *other], shown)
    assert not determined(shown, [*sums, ([size, size + 1], size - 1)])


def test_a_breakdown_of_other_children_is_not_told_beside_a_table() -> None:
    with pytest.raises(ValueError, match="same total"):
        protect_crossed([[1, 2], [3, 4]], [[5, 6]])


# -- shares by part -------------------------------------------------------------------------------------------

PAIR = st.tuples(SMALL_COUNTS, SMALL_COUNTS).map(lambda pair: (pair[0], sum(pair)))
OF_PEOPLE = FigureSpec("a.share", "S", "s", "children", DisclosureClass.PEOPLE, FigureKind.PERCENTAGE, breakdowns=("x",))


def told_by_part(pairs: Sequence[tuple[int, int]]) -> dict[str, str]:
    """What is printed of a share by part; nothing where its whole is not."""
    whole = [sum(numbers) for numbers in zip(*pairs, strict=True)]
    parts = {str(place): pair for place, pair in enumerate(pairs)}
    found = show(OF_PEOPLE, share("a.share", FinancialYear(2025), whole[0], whole[1], by={"x": parts}))
    return {part.label: part.text for breakdown in found.by for part in breakdown.parts}


def numerators_left(pairs: Sequence[tuple[int, int]], hidden: Sequence[int]) -> dict[int, set[int]]:
    """Which numerators each hidden part may have for whoever knows the whole, the other parts, and of how many each part is."""
    left: dict[int, set[int]] = {place: set() for place in hidden}
    wanted = sum(pairs[place][0] for place in hidden)
    choices = []
    for place in hidden:
        own, bottom = pairs[place]
        most = bottom if bottom > 5 else own + RANGE  # so few are told nowhere
        choices.append([top for top in range(own - RANGE, own + RANGE + 1) if 0 <= top <= most])
    for guess in product(*choices):
        if sum(guess) == wanted:
            for place, top in zip(hidden, guess, strict=True):
                left[place].add(top)
    return left


@settings(max_examples=300, deadline=None)
@given(st.lists(PAIR, min_size=1, max_size=5))
def test_no_numerator_of_a_hidden_share_follows_from_the_whole_and_the_other_parts(pairs: list[tuple[int, int]]) -> None:
    told = told_by_part(pairs)
    hidden = [int(label) for label, text in told.items() if text == "c"]
    for place, (top, bottom) in enumerate(pairs):
        small = 1 <= top <= 5 or 1 <= bottom - top <= 5
        assert not told or not small or place in hidden
    for place, numbers in numerators_left(pairs, hidden).items():
        if sum(top for top, _bottom in pairs) in {0, sum(bottom for _top, bottom in pairs)}:
            continue  # none of all, or all of all: that is printed, and says so of each part
        nothing_is_left = len(hidden) == sum(1 for _top, bottom in pairs if bottom)
        assert max(numbers) - min(numbers) >= (1 if nothing_is_left else RANGE), (place, pairs, told)


def test_a_part_does_not_give_away_the_only_other_one() -> None:
    assert told_by_part([(40, 100), (2, 100)]) == {"0": "c", "1": "c"}
    assert told_by_part([(40, 100), (2, 100), (30, 90)]) == {"0": "40.0%", "1": "c", "2": "c"}
    assert told_by_part([(40, 100), (20, 100)]) == {"0": "40.0%", "1": "20.0%"}
    assert numerators_left([(40, 100), (2, 100)], [1]) == {1: {2}}


# -- a year beside its quarters -------------------------------------------------------------------------------


def fives(number: int) -> int | None:
    """A number as the scorecard tells it: to the nearest five, and nothing under six."""
    return None if number < 6 else 5 * ((number + 2) // 5)


def possible(seen: Sequence[int | None], year: int | None) -> list[set[int]]:
    """What an attacker who sees the quarters and the year must think possible of each, by trying every number behind them."""
    behind = [list(range(6)) if told is None else [number for number in range(told - 2, told + 3) if number > 5] for told in seen]
    found: list[set[int]] = [set() for _ in seen]
    for guess in product(*behind):
        if year is None or fives(sum(guess)) == year:
            for place, number in enumerate(guess):
                found[place].add(number)
    return found


QUARTER_COUNTS = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 22, 31, 58])


@settings(max_examples=300, deadline=None)
@given(st.lists(QUARTER_COUNTS, min_size=4, max_size=4))
def test_no_hidden_quarter_follows_from_its_year(numbers: list[int]) -> None:
    """The attacker knows the rule too: where the year is left out, it would be for every year that the quarters allow."""
    seen = [fives(number) for number in numbers]
    year = fives(sum(numbers)) if year_may_be_told(seen) else None
    for told, thought in zip(seen, possible(seen, year), strict=True):
        assert told is not None or max(thought) - min(thought) >= RANGE, (seen, year)


@pytest.mark.parametrize(
    ("quarters", "told"),
    [
        ([6, 8, 8, 0], False),  # 20 in all, of quarters that are 22 at least: none is left for the hidden one
        ([6, 6, 0, 0], False),
        ([31, 32, 33, 4], True),
        ([31, 3, 2, 4], True),
        ([3, 2, 4, 1], False),  # 20 in all would say that all are three and more
        ([31, 32, 33, 34], True),
    ],
)
def test_a_year_is_left_out_where_a_hidden_quarter_could_follow(quarters: list[int], told: bool) -> None:
    assert year_may_be_told([fives(number) for number in quarters]) is told


def test_the_attacker_of_quarters_does_find_what_is_badly_hidden() -> None:
    seen = [fives(number) for number in (6, 8, 8, 0)]
    assert possible(seen, 20)[3] == {0}


@settings(max_examples=60, deadline=None)
@given(st.lists(QUARTER_COUNTS, min_size=4, max_size=4), st.sampled_from(["count", "percentage", "mean"]))
@pytest.mark.django_db
def test_what_the_scorecard_tells_of_a_year_keeps_the_secrets_of_its_quarters(numbers: list[int], kind: str) -> None:
    """Through the selectors that page, workbook, interface and report read: shares and means too."""
    with transaction.atomic():
        one = Indicator(
            code="secrets.kept", kind="returned", title="Secrets", meaning="Kept", unit="children", value_kind=kind,
            disclosure="people", numerator="counted", denominator="out of", every="quarter", better="neither",
            owner=make_agency("education"),
        )  # fmt: skip
        one.save()
        pair = kind != "count"
        for place, number in enumerate(numbers, start=1):
            bottom = number + 30
            given_pair = {"numerator": number, "denominator": bottom} if pair else {}
            was_returned(one.code, f"Q{place} 2025-26", Decimal(100 * number) / bottom if pair else number, **given_pair)
        told = values_of([one])[one.code]
        quarters = [told[f"Q{place} 2025-26"].number for place in range(1, 5)]
        year = told["2025-26"].number
        if pair:
            assert year is None or None not in quarters
        else:
            seen = [fives(number) for number in numbers]
            assert quarters == seen
            for own, thought in zip(seen, possible(seen, None if year is None else int(year)), strict=True):
                assert own is not None or max(thought) - min(thought) >= RANGE
        transaction.set_rollback(True)


def test_the_attackers_do_find_what_is_badly_hidden() -> None:
    """Proof that the attackers are worth something: one lonely cell, two ones, and a bridge between two blocks."""
    lonely: list[int | Mark] = [Mark.HIDDEN, 7, 9, 18]
    line = [([0, 1, 2], 3)]
    assert determined(lonely, line) == {0}
    assert {table[0] for table in fitting_tables([2, 7, 9, 18], lonely, line)} == {2}
    ones: list[int | Mark] = [Mark.HIDDEN, Mark.HIDDEN, 9, 11]
    assert not determined(ones, line)
    assert {table[0] for table in fitting_tables([1, 1, 9, 11], ones, line)} == {1}
    sums, size = grid(4, 4)
    bridge: list[int | Mark] = [Mark.HIDDEN if place in {0, 1, 4, 5, 6, 10, 11, 14, 15} else 9 for place in range(size)]
    assert determined(bridge, sums) == {6}
