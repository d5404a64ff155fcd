"""Gathering all figures of a year, and of the year before, in one snapshot."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.db import connection

from foundation import clock
from foundation.calendar import AcademicYear, CalendarYear, FinancialYear
from foundation.cuts import CUTS, up_to
from foundation.figures import (
    Breakdown,
    Cursor,
    FigureKind,
    FigureSpec,
    FigureValue,
    Number,
    TextGroup,
    TextTable,
    groups,
    text_groups,
)
from reporting.models import Acronym, Comparator, Indicator, Narrative, NeighbourValue, ReturnedValue
from reporting.rules.freezing import freeze
from reporting.rules.frozen import FrozenFigure, FrozenTable, Source
from reporting.rules.gathered import Gathered, PublishedComparator, ReturnedFigure, YearOfFigures
from reporting.rules.indicators import OF_TWO_NUMBERS
from reporting.rules.periods import year_of
from reporting.selectors.catalogue import known_figures, returned_indicators
from reporting.selectors.comparators import neighbours_at
from reporting.selectors.indicators import Told, values_of
from reporting.selectors.population import population_in, populations
from reporting.selectors.publishing import hidden_before
from reporting.selectors.returns import returns_to_print
from reporting.selectors.snapshot import snapshot

Progress = Callable[[int, int], None]


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""


def gather(year: FinancialYear, *, progress: Progress = _silent, with_returns: bool = False) -> Gathered:
    """Everything about a year and the one before, from one snapshot; `progress` hears how many sources are read, of how many.

    `with_returns`: what agencies wrote for the report too, which only a compilation prints.
    """
    with snapshot() as cursor:
        as_at = clock.now()
        years = (year, year.previous())
        live = _live(years, cursor, progress)
        indicators = returned_indicators()
        specs = known_figures(indicators)
        returned, children = _returned(years, specs), populations()
        for one, told in _from_quarters(years, specs, indicators).items():
            returned[one] = {**told, **returned[one]}
        now, before = (YearOfFigures(one.label, one.end, live[one], returned[one], population_in(one, children)) for one in years)
        return Gathered(
            now,
            before,
            (*_comparators(years), *_neighbours(years)),
            dict(Narrative.objects.filter(year=year.label).values_list("section", "text")),
            dict(Acronym.objects.values_list("short", "meaning")),
            as_at,
            returns_to_print(year, as_at) if with_returns else (),
            _worded(year, cursor, text_groups()),
            specs,
        )


def figures_of(year: FinancialYear) -> list[FrozenFigure]:
    """Every figure of a year as it may be shown, in the order of codes; empty for a year without data."""
    gathered = gather(year)
    return [] if gathered.year.is_empty else freeze(gathered, gathered.specs, hidden_before(year))


def figures_as_at(day: date) -> list[FrozenFigure]:
    """The figures that tell any day, of a day's financial year up to that day, as they may be shown; states as at the day."""
    span = up_to(day)
    with snapshot() as cursor:
        live = {
            value.code: (name, value) for name, group in CUTS.items() if group.of_work for value in group.read(span, {}, cursor)
        }
        year, before = YearOfFigures(span.label, day, live), YearOfFigures(FinancialYear.of(day).previous().label, day)
        return freeze(Gathered(year, before, (), {}, {}, clock.now()), known_figures())


def _live(
    years: Iterable[FinancialYear], cursor: Cursor, progress: Progress
) -> dict[FinancialYear, dict[str, tuple[str, FigureValue]]]:
    found: dict[FinancialYear, dict[str, tuple[str, FigureValue]]] = {year: {} for year in years}
    reads = [(year, group) for group in groups() for year in found]
    for number, (year, group) in enumerate(reads, start=1):
        found[year] |= {value.code: (group.app, value) for value in group.read(year, cursor)}
        progress(number, len(reads))
    return found


def may_be_taken_back() -> frozenset[str]:
    """The codes of the tables whose words somebody has agreed to have printed, and may take back."""
    return frozenset(table.code for group in text_groups() for table in group.tables if table.taken_back)


def words_as_agreed(year: FinancialYear) -> tuple[FrozenTable, ...]:
    """The tables of a year whose words may be taken back, as they may be printed at this moment."""
    codes = may_be_taken_back()
    with connection.cursor() as cursor:
        found = _worded(year, cursor, [group for group in text_groups() if any(table.code in codes for table in group.tables)])
    return tuple(table for table in found if table.code in codes)


def _worded(year: FinancialYear, cursor: Cursor, said: Iterable[TextGroup]) -> tuple[FrozenTable, ...]:
    """What apps say in words of the year, each table as it is to be printed."""
    found = []
    for group in said:
        meant: dict[str, TextTable] = {table.code: table for table in group.tables}
        for one in group.read(year, cursor):
            table = meant[one.code]
            source = Source("written", one.source) if one.source else Source("live", group.app)
            as_at = one.as_at.isoformat()
            found.append(FrozenTable(one.code, table.title, table.meaning, table.columns, one.rows, one.period, as_at, source))
    return tuple(sorted(found, key=lambda table: table.code))


def periods_of(year: FinancialYear) -> list[tuple[str, str]]:
    """Kind and label of the years whose returned values belong to a financial year's report, the best first.

    The academic year is the one that ended in it; the calendar year the one that did.
    """
    return [
        ("financial", year.label),
        ("academic", AcademicYear(year.start_year - 1).label),
        ("calendar", CalendarYear(year.start_year).label),
    ]


def _returned(years: Iterable[FinancialYear], specs: Mapping[str, FigureSpec]) -> dict[FinancialYear, dict[str, ReturnedFigure]]:
    wanted = {year: periods_of(year) for year in years}
    labels = {label for periods in wanted.values() for _kind, label in periods}
    rows = list(ReturnedValue.objects.filter(period__in=labels, corrected_by__isnull=True).order_by("id"))
    by_code: dict[tuple[str, str, str], list[ReturnedValue]] = {}
    for row in rows:
        by_code.setdefault((row.code, row.period_kind, row.period), []).append(row)
    return {
        year: {
            code: figure
            for kind, label in reversed(periods)
            for (code, its_kind, its_label), its_rows in by_code.items()
            if (its_kind, its_label) == (kind, label) and (figure := _returned_figure(its_rows, specs)) is not None
        }
        for year, periods in wanted.items()
    }


def _from_quarters(
    years: Iterable[FinancialYear], specs: Mapping[str, FigureSpec], indicators: Iterable[Indicator]
) -> dict[FinancialYear, dict[str, ReturnedFigure]]:
    """What follows for a year from the quarters that agencies returned, where nobody returned the year itself.

    Of a figure about people only where none of its quarters is hidden on the scorecard: the report tells exact numbers.
    """
    found = [one for one in indicators if one.every == Indicator.Every.QUARTER]
    values, kinds = values_of(found, specs), {one.code: one.period_kind for one in found}
    told: dict[FinancialYear, dict[str, ReturnedFigure]] = {}
    for year in years:
        labels = dict(periods_of(year))
        told[year] = {
            code: _figure_of(kinds[code], year_told)
            for code, own in values.items()
            if (year_told := own.get(labels[kinds[code]])) is not None and _may_be_printed(year_told, own)
        }
    return told


def _may_be_printed(told: Told, own: Mapping[str, Told]) -> bool:
    if told.held.of_quarters is None or told.number is None:
        return False
    quarters = [own[one.label] for one in year_of(told.held.period).quarters if one.label in own]
    return not told.is_rounded or all(quarter.number is not None for quarter in quarters)


def _figure_of(kind: str, told: Told) -> ReturnedFigure:
    held = told.held
    label = held.period.label if kind == "financial" else f"{kind} year {held.period.label}"
    last = year_of(held.period).quarters[max(held.of_quarters or (1,)) - 1]
    value = replace(held.value, period=label, as_at=last.end)
    quarters = f"{held.quarters[0].upper()}{held.quarters[1:]}." if held.quarters else ""
    return ReturnedFigure(value, held.source, quarters)


def _returned_figure(rows: list[ReturnedValue], specs: Mapping[str, FigureSpec]) -> ReturnedFigure | None:
    """The figure of one code and period with its parts; None when parts were returned without their whole."""
    whole = next((row for row in rows if not row.dimension), None)
    if whole is None:
        return None
    spec = specs.get(whole.code)
    kind = spec.kind if spec else FigureKind.COUNT
    by: dict[str, dict[str, Number | tuple[int, int]]] = {}
    for row in rows:
        if row.dimension:
            by.setdefault(row.dimension, {})[row.category] = _part(row, kind)
    value = FigureValue(
        whole.code,
        whole.period if whole.period_kind == "financial" else f"{whole.period_kind} year {whole.period}",
        _number(whole, kind),
        whole.numerator,
        whole.denominator,
        _typed(by),
        whole.as_at,
    )
    return ReturnedFigure(value, whole.source, whole.note)


def _number(row: ReturnedValue, kind: FigureKind) -> Number:
    return int(row.value) if kind in {FigureKind.COUNT, FigureKind.STATE} else row.value


def _part(row: ReturnedValue, kind: FigureKind) -> Number | tuple[int, int]:
    """A part; of a share, a rate or a mean the two numbers of which it is worked out, so that small ones are hidden."""
    if kind in OF_TWO_NUMBERS and row.numerator is not None and row.denominator is not None:
        return row.numerator, row.denominator
    return _number(row, kind)


def _typed(by: dict[str, dict[str, Number | tuple[int, int]]]) -> dict[str, Breakdown]:
    return {dimension: _alike(parts) for dimension, parts in by.items()}


def _alike(parts: dict[str, Number | tuple[int, int]]) -> Breakdown:
    """The parts of one dimension, which are all of one sort."""
    pairs = {label: value for label, value in parts.items() if isinstance(value, tuple)}
    if pairs:
        return pairs
    if all(isinstance(value, int) for value in parts.values()):
        return {label: int(value) for label, value in parts.items() if isinstance(value, int)}
    return {label: value for label, value in parts.items() if isinstance(value, Decimal)}


def _comparators(years: Iterable[FinancialYear]) -> tuple[PublishedComparator, ...]:
    """For each figure and neighbour the latest published year that is not after the year asked; one year behind is usual."""
    latest: dict[tuple[str, str], Comparator] = {}
    for row in Comparator.objects.filter(period__in=[year.label for year in years]).order_by("period", "who"):
        latest[row.code, row.who] = row
    return tuple(
        PublishedComparator(row.code, row.who, row.period, row.value, row.printed, row.source) for row in latest.values()
    )


def _neighbours(years: Iterable[FinancialYear]) -> tuple[PublishedComparator, ...]:
    """For each figure the neighbours by name in the latest year of which any is published, so that all rows are of one year.

    Those who were statistical neighbours on the last day of their year; where none was, everybody, as others.
    """
    ends = {year.label: year.end for year in years}
    by_code: dict[str, list[NeighbourValue]] = {}
    for row in NeighbourValue.objects.filter(period__in=ends).order_by("code", "name"):
        by_code.setdefault(row.code, []).append(row)
    periods = {row.period for rows in by_code.values() for row in rows}
    wanted = {period: {one.name.casefold() for one in neighbours_at(ends[period])} for period in periods}
    found = []
    for rows in by_code.values():
        alike = [row for row in rows if row.name.casefold() in wanted[row.period]]
        newest = max(row.period for row in alike or rows)
        found += [(row, bool(alike)) for row in alike or rows if row.period == newest]
    return tuple(
        PublishedComparator(row.code, "", row.period, row.value, row.printed, row.source, row.name, is_alike=is_alike)
        for row, is_alike in found
    )
