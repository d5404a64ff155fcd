"""From what a snapshot says to what an edition keeps: which value counts, what may be shown of it, and in which words.

A live figure takes the place of a returned value of the same code as soon as its app gives a value for that year. Disclosure
control comes before any text is made, so that nothing hidden reaches a page, a file or a sentence.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from foundation.calendar import FinancialYear
from foundation.figures import Crossing, FigureKind, FigureSpec, FigureValue, Number, PartOf, Ratio
from foundation.numbers import for_each, rate_per_10_000, round_half_up
from reporting import disclosure
from reporting.disclosure import Mark
from reporting.rules.catalogue import PER_CHILD_SUFFIX, POPULATION, per_child_of, rate_of
from reporting.rules.frozen import (
    WHOLE,
    Breakdown,
    ChangeText,
    ComparatorText,
    Earlier,
    FrozenFigure,
    HiddenBefore,
    Part,
    Source,
)
from reporting.rules.gathered import ChildPopulation, Gathered, PublishedComparator, YearOfFigures
from reporting.rules.words import change_text, printed

RATIOS = frozenset({FigureKind.PERCENTAGE, FigureKind.RATE, FigureKind.MEAN})
PROTECT: Mapping[FigureKind, Callable[[int, int, int], disclosure.PrintedDecimal]] = {
    FigureKind.RATE: disclosure.protect_rate,
    FigureKind.PERCENTAGE: disclosure.protect_percentage,
    FigureKind.MEAN: disclosure.protect_mean,
}
"""How a numerator and its denominator become what may be printed of them."""
Kept = frozenset[tuple[str, str]]
"""Cells by dimension and label that stay hidden; `WHOLE` is the figure itself."""
NOTHING_HIDDEN = HiddenBefore()
WHO = {"london": "London", "england": "England", "neighbours": "Statistical neighbours"}


@dataclass(frozen=True)
class Effective:
    """The value that counts for a code in a year, and where it comes from."""

    value: FigureValue
    source: Source
    note: str = ""


@dataclass(frozen=True)
class Shown:
    """A value and its breakdowns as they may be shown. `number` is None where the value is hidden or unknown."""

    number: Number | None
    text: str
    by: tuple[Breakdown, ...]


def effective(year: YearOfFigures, spec: FigureSpec) -> Effective | None:
    """The value that counts: the live one if its app gives one, the returned one otherwise; None when nobody knows."""
    if spec.code == POPULATION.code and year.population is not None:
        children = year.population
        return Effective(
            FigureValue(spec.code, year.label, children.value, as_at=date(children.year, 6, 30)),
            Source("population", children.source),
            note=f"Estimate for the middle of {children.year}.",
        )
    live = year.live.get(spec.code)
    if live is not None and live[1].value is not None:
        return Effective(live[1], Source("live", live[0]))
    returned = year.returned.get(spec.code)
    if returned is not None:
        return Effective(returned.value, Source("returned", returned.source), returned.note)
    return None


def rate(year: YearOfFigures, spec: FigureSpec) -> Effective | None:
    """The rate per 10,000 of a count, with the population of that year; None without either."""
    counted, children = effective(year, spec), year.population
    if counted is None or children is None or not isinstance(counted.value.value, int):
        return None
    number = counted.value.value
    value = FigureValue(rate_of(spec).code, counted.value.period, rate_per_10_000(number, children.value), number, children.value)
    source = Source("derived", f"{spec.title} and children under 18 in the middle of {children.year}")
    return Effective(replace(value, as_at=counted.value.as_at), source, _older(year, children))


def per_child(year: YearOfFigures, spec: FigureSpec) -> Effective | None:
    """What a sum of money is for each child under 18 of that year, in pence; None without either."""
    spent, children = effective(year, spec), year.population
    if spent is None or children is None or spent.value.value is None or not children.value:
        return None
    pounds = for_each(Decimal(spent.value.value), children.value)
    source = Source("derived", f"{spec.title} and children under 18 in the middle of {children.year}")
    return Effective(FigureValue(per_child_of(spec).code, spent.value.period, pounds), source, _older(year, children))


def _older(year: YearOfFigures, children: ChildPopulation) -> str:
    """That the population of the year itself is not known, where that of another one stands in for it; empty otherwise."""
    own = FinancialYear.of(year.end).start_year
    return "" if children.year == own else f"The population of {own} is not known: that of {children.year} is used."


def freeze(
    gathered: Gathered, specs: Mapping[str, FigureSpec], hidden_before: HiddenBefore = NOTHING_HIDDEN
) -> list[FrozenFigure]:
    """Every figure known for the year, in the order of codes. What published editions hid stays hidden."""
    frozen = []
    for spec in sorted(specs.values(), key=lambda spec: spec.code):
        if spec.kind == FigureKind.RATE or spec.code.endswith(PER_CHILD_SUFFIX):
            continue
        told = [(spec, effective(gathered.year, spec), effective(gathered.before, spec))]
        if spec.per_10_000:
            told.append((rate_of(spec), rate(gathered.year, spec), rate(gathered.before, spec)))
        if spec.per_child:
            told.append((per_child_of(spec), per_child(gathered.year, spec), per_child(gathered.before, spec)))
        frozen += [_frozen(one, now, before, gathered, hidden_before) for one, now, before in told if now is not None]
    known = {figure.code: figure for figure in frozen}
    whole = [_told_with(figure, specs[figure.code].part_of, known) if figure.code in specs else figure for figure in frozen]
    return sorted(whole, key=lambda figure: figure.code)


def _told_with(figure: FrozenFigure, part_of: PartOf | None, known: Mapping[str, FrozenFigure]) -> FrozenFigure:
    """A percentage without what would give away a part that another figure hides: of this year, and of the year before."""
    other = known.get(part_of.code) if part_of else None
    if part_of is None or other is None:
        return figure
    by, before = _told_parts(figure.by, other.by, part_of), figure.earlier
    if before is not None and other.earlier is not None:
        earlier = _told_parts(before.by, other.earlier.by, part_of)
        before = replace(before, value=None, text=Mark.HIDDEN, by=()) if earlier is None else replace(before, by=earlier)
    if by is None:
        return replace(figure, value=None, text=Mark.HIDDEN, numerator=None, denominator=None, by=(), earlier=before, change=None)
    change = figure.change if before is not None and before.value is not None else None
    return replace(figure, by=by, earlier=before, change=change)


def _told_parts(own: Iterable[Breakdown], others: Iterable[Breakdown], part_of: PartOf) -> tuple[Breakdown, ...] | None:
    """The breakdowns of a percentage that stay beside those of another figure; None where not even its whole does.

    A part stays where the other figure tells the same part of its crossed breakdown, or has none of it.
    """
    texts = {breakdown.dimension: {part.label: part.value for part in breakdown.parts} for breakdown in others}
    if any(texts.get(part_of.dimension, {}).get(label, 0) is None for label in part_of.labels):
        return None
    hidden = {label for parts in texts.values() for label, number in parts.items() if number is None}

    def told(part: Part) -> Part:
        gives = {Crossing.label(part.label, label) for label in part_of.labels} & hidden
        return Part(part.label, None, Mark.HIDDEN) if gives else part

    return tuple(Breakdown(one.dimension, tuple(told(part) for part in one.parts)) for one in own)


def _frozen(
    spec: FigureSpec, now: Effective, before: Effective | None, gathered: Gathered, hidden_before: HiddenBefore
) -> FrozenFigure:
    shown = show(spec, now.value, hidden_before.year.get(spec.code, frozenset()))
    was = None if before is None else show(spec, before.value, hidden_before.before.get(spec.code, frozenset()))
    hidden = shown.number is None
    return FrozenFigure(
        code=spec.code,
        title=spec.title,
        meaning=spec.meaning,
        unit=spec.unit,
        kind=spec.kind,
        disclosure=spec.disclosure,
        version=spec.version,
        period=now.value.period,
        as_at=(now.value.as_at or gathered.year.end).isoformat(),
        value=_plain(shown.number),
        text=shown.text,
        numerator=None if hidden else now.value.numerator,
        denominator=None if hidden else now.value.denominator,
        numerator_words=spec.numerator,
        denominator_words=spec.denominator,
        source=now.source,
        note=now.note,
        by=shown.by,
        earlier=_earlier(before, was),
        change=_change(spec, shown, before, was),
        comparators=_comparators(spec.code, gathered.comparators),
    )


def _earlier(before: Effective | None, was: Shown | None) -> Earlier | None:
    if before is None or was is None:
        return None
    return Earlier(before.value.period, _plain(was.number), was.text, before.source, was.by)


def _change(spec: FigureSpec, now: Shown, before: Effective | None, was: Shown | None) -> ChangeText | None:
    if before is None or was is None or now.number is None or was.number is None:
        return None
    return change_text(spec.kind, now.number, was.number, was.text, before.value.period)


def _comparators(code: str, published: Iterable[PublishedComparator]) -> tuple[ComparatorText, ...]:
    return tuple(
        ComparatorText(row.name or WHO.get(row.who, row.who), row.period, row.printed, row.source, bool(row.name), row.is_alike)
        for row in published
        if row.code == code
    )


def _plain(number: Number | None) -> int | str | None:
    """A number for the frozen figures: whole numbers as they are, others as text with at most six decimals."""
    if number is None or isinstance(number, int):
        return number
    return f"{round_half_up(number, 6).normalize():f}"


# -- what may be shown ----------------------------------------------------------------------------------------


def show(spec: FigureSpec, value: FigureValue, hidden: Kept = frozenset()) -> Shown:
    """The value and its breakdowns after disclosure control; `hidden`: cells that stay hidden, unless the figure is exempt."""
    threshold = disclosure.threshold_of(spec.disclosure)
    kept: Kept = hidden if threshold else frozenset()
    if value.value is None:
        return Shown(None, printed(spec.kind, None), ())
    if WHOLE in kept and (spec.kind in RATIOS or not isinstance(value.value, int)):
        return Shown(None, Mark.HIDDEN, ())
    if spec.kind in RATIOS and value.numerator is not None and value.denominator is not None:
        return _show_ratio(spec, value, threshold, kept)
    if isinstance(value.value, int):
        return _show_count(spec, value, threshold, kept)
    by = tuple(
        Breakdown(
            dimension,
            tuple(
                Part(label, None, Mark.HIDDEN)
                if (dimension, label) in kept
                else Part(label, _plain(_number(part)), printed(spec.kind, _number(part)))
                for label, part in parts.items()
            ),
        )
        for dimension, parts in value.by.items()
    )
    return Shown(value.value, printed(spec.kind, value.value), by)


def _number(part: object) -> Number:
    if isinstance(part, (int, Decimal)):
        return part
    raise TypeError("A breakdown of a number holds numbers.")


def _show_ratio(spec: FigureSpec, value: FigureValue, threshold: int, kept: Kept) -> Shown:
    numerator, denominator = value.numerator or 0, value.denominator or 0
    mark = PROTECT[spec.kind](numerator, denominator, threshold)
    if isinstance(mark, Mark):
        return Shown(None, mark, ())
    by = tuple(
        Breakdown(dimension, _ratio_parts(spec.kind, parts, (numerator, denominator), threshold, _of(kept, dimension)))
        for dimension, parts in value.by.items()
    )
    return Shown(value.value, printed(spec.kind, value.value), by)


def _ratio_parts(
    kind: FigureKind, parts: Mapping[str, object], whole: Ratio, threshold: int, kept: Collection[str]
) -> tuple[Part, ...]:
    pairs = {label: _pair(part) for label, part in parts.items()}
    places = {place for place, label in enumerate(pairs) if label in kept}
    hidden = _given_away(kind, list(pairs.values()), whole, threshold, places)
    return tuple(
        Part(label, None, Mark.HIDDEN) if hide and pair[1] else _ratio_part(kind, label, pair, threshold)
        for (label, pair), hide in zip(pairs.items(), hidden, strict=True)
    )


def _of(kept: Kept, dimension: str) -> frozenset[str]:
    return frozenset(label for one, label in kept if one == dimension)


def _pair(part: object) -> Ratio:
    if not isinstance(part, tuple):
        raise TypeError("A breakdown of a percentage or a mean holds pairs of whole numbers.")
    numerator, denominator = part
    return numerator, denominator


def _given_away(kind: FigureKind, pairs: Sequence[Ratio], whole: Ratio, threshold: int, kept: Container[int]) -> list[bool]:
    """Of each part whether it would give numbers away: its own, or those of a part that is hidden, from the whole and the others.

    A part that is told tells its two numbers, so an exact share says no more than the printed one; and how many people a part is
    out of may stand in another figure, so it is taken for known.
    """
    if not threshold or tuple(map(sum, zip(*pairs, strict=True))) != whole:
        return [place in kept for place in range(len(pairs))]
    if kind == FigureKind.PERCENTAGE:
        return list(disclosure.protect_shares(pairs, threshold, kept=kept))
    people = [bottom if kind == FigureKind.MEAN else top for top, bottom in pairs]
    stay = {(0, place) for place in range(len(pairs)) if place in kept}
    (row,) = disclosure.protect_breakdowns([people], threshold, kept=stay)
    return [isinstance(row.total, Mark) or isinstance(cell, Mark) for cell in row.cells]


def _ratio_part(kind: FigureKind, label: str, pair: Ratio, threshold: int) -> Part:
    numerator, denominator = pair
    mark = PROTECT[kind](numerator, denominator, threshold)
    if isinstance(mark, Mark):
        return Part(label, None, mark)
    exact = Decimal(numerator) * (1 if kind == FigureKind.MEAN else 100) / denominator
    return Part(label, _plain(exact), printed(kind, exact))


def _show_count(spec: FigureSpec, value: FigureValue, threshold: int, kept: Kept) -> Shown:
    whole = int(value.value or 0)
    cells = {dimension: {label: int(_number(part)) for label, part in parts.items()} for dimension, parts in value.by.items()}
    adding_up = [dimension for dimension, parts in cells.items() if parts and sum(parts.values()) == whole]
    shown, total = _protected({dimension: cells[dimension] for dimension in adding_up}, whole, spec.crossed, threshold, kept)
    for dimension in cells.keys() - set(adding_up):
        shown[dimension] = tuple(
            Mark.HIDDEN if (dimension, label) in kept else disclosure.protect_value(part, threshold)
            for label, part in cells[dimension].items()
        )
    for dimension in spec.whole_only:
        if any(isinstance(mark, Mark) for mark in shown.get(dimension, ())):
            shown[dimension] = (Mark.HIDDEN,) * len(cells[dimension])
    by = tuple(
        Breakdown(
            dimension,
            tuple(_count_part(spec, label, mark) for label, mark in zip(cells[dimension], shown[dimension], strict=True)),
        )
        for dimension in cells
    )
    if isinstance(total, Mark):
        return Shown(None, total, by)
    return Shown(total, printed(spec.kind, total), by)


Cells = Mapping[str, int]


def _protected(
    cells: Mapping[str, Cells], whole: int, crossed: Crossing | None, threshold: int, kept: Kept
) -> tuple[dict[str, tuple[disclosure.Printed, ...]], disclosure.Printed]:
    """Breakdowns that add up, by dimension, and their total, as they may be printed together."""
    if crossed is not None and {crossed.name, crossed.rows, crossed.columns} <= cells.keys():
        return _crossed(cells, crossed, threshold, kept)
    stay = _places(cells, list(cells), kept)
    breakdowns = [list(parts.values()) for parts in cells.values()] or [[whole]]
    rows = disclosure.protect_breakdowns(breakdowns, threshold, kept=stay)
    shown = {dimension: row.cells for dimension, row in zip(cells, rows, strict=False)}
    return shown, Mark.HIDDEN if rows[0].total is None else rows[0].total


def _places(cells: Mapping[str, Cells], dimensions: Sequence[str], kept: Kept) -> set[disclosure.Place]:
    """Where the cells that stay hidden stand among some breakdowns, and their total."""
    found = {
        (step, place)
        for step, dimension in enumerate(dimensions)
        for place, label in enumerate(cells[dimension])
        if (dimension, label) in kept
    }
    return found | ({disclosure.TOTAL} if WHOLE in kept else set())


def _crossed(
    cells: Mapping[str, Cells], crossed: Crossing, threshold: int, kept: Kept
) -> tuple[dict[str, tuple[disclosure.Printed, ...]], disclosure.Printed]:
    """The same where two of the breakdowns are also told by each other: a pair without anybody is a zero of the table."""
    pairs = {(row, column): crossed.label(row, column) for row in cells[crossed.rows] for column in cells[crossed.columns]}
    if not cells[crossed.name].keys() <= set(pairs.values()):
        raise ValueError("A part of two breakdowns by each other belongs to none of theirs.")
    grid = [[cells[crossed.name].get(pairs[row, column], 0) for column in cells[crossed.columns]] for row in cells[crossed.rows]]
    others = [dimension for dimension in cells if dimension not in {crossed.name, crossed.rows, crossed.columns}]
    down, across = (tuple(cells[one]) for one in (crossed.rows, crossed.columns))
    stay = {(down.index(row), across.index(column)) for (row, column), label in pairs.items() if (crossed.name, label) in kept}
    stay |= {(down.index(row), -1) for row in down if (crossed.rows, row) in kept}
    stay |= {(-1, across.index(column)) for column in across if (crossed.columns, column) in kept}
    stay |= {disclosure.TOTAL} if WHOLE in kept else set()
    table, rows = disclosure.protect_crossed(
        grid, [list(cells[one].values()) for one in others], threshold, kept=stay, kept_beside=_places(cells, others, kept)
    )
    by_pair = dict(zip(pairs.values(), (cell for row in table.cells for cell in row), strict=True))
    shown = {one: row.cells for one, row in zip(others, rows, strict=True)}
    shown[crossed.rows], shown[crossed.columns] = table.row_totals or (), table.column_totals or ()
    shown[crossed.name] = tuple(by_pair[label] for label in cells[crossed.name])
    return shown, Mark.HIDDEN if table.total is None else table.total


def _count_part(spec: FigureSpec, label: str, mark: disclosure.Printed) -> Part:
    if isinstance(mark, Mark):
        return Part(label, None, mark)
    return Part(label, mark, printed(spec.kind, mark))
