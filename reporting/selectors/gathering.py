"""Gathering all figures of a year, and of the year before, in one snapshot."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
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
from reporting.models import Acronym, Comparator, Indicator, Narrative, ReturnedValue
from reporting.rules.freezing import freeze
from reporting.rules.frozen import FrozenFigure, FrozenTable, Source
from reporting.rules.gathered import Gathered, PublishedComparator, ReturnedFigure, YearOfFigures
from reporting.rules.indicators import OF_TWO_NUMBERS
from reporting.rules.periods import ValuePeriod, year_of
from reporting.selectors.catalogue import known_figures, returned_indicators
from reporting.selectors.comparators import kinds_of_years, neighbours_at, newest_until, year_compared
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
            tuple(_comparators(years)),
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
    last = year_of(held.period).quarters[max(held.of_quarters or (1,)) - 1]
    value = replace(held.value, period=_label(kind, held.period.label), as_at=last.end)
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
        _label(whole.period_kind, whole.period),
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


def _comparators(years: Iterable[FinancialYear]) -> Iterator[PublishedComparator]:
    """What others published of each figure, in the years of its own sort that belong to a report: one year behind is usual.

    Of those that stand for many each one's latest; neighbours by name in the latest year of which any is published, so that all
    rows are of one year.
    """
    kinds, wanted = kinds_of_years(), {one for year in years for one in periods_of(year)}
    by_code: dict[str, list[tuple[ValuePeriod, Comparator]]] = {}
    for row in Comparator.objects.filter(period__in={label for _kind, label in wanted}).order_by("who", "name"):
        kind = kinds.get(row.code, "financial")
        if row.period_kind == kind and (kind, row.period) in wanted:
            by_code.setdefault(row.code, []).append((year_compared(row), row))
    ends = {year.end for rows in by_code.values() for year, row in rows if row.name}
    alike = {end: {one.name.casefold() for one in neighbours_at(end)} for end in ends}
    for rows in by_code.values():
        for row in newest_until((row for _year, row in rows if not row.name), date.max):
            yield _published(row)
        yield from _neighbours([(year, row) for year, row in rows if row.name], alike)


def _neighbours(
    rows: Sequence[tuple[ValuePeriod, Comparator]], alike: Mapping[date, Container[str]]
) -> Iterator[PublishedComparator]:
    """Those who were statistical neighbours on the last day of their year; where none was, everybody, as others."""
    those = [(year, row) for year, row in rows if row.name.casefold() in alike[year.end]]
    newest = max((year.end for year, _row in those or rows), default=None)
    yield from (_published(row, is_alike=bool(those)) for year, row in those or rows if year.end == newest)


def _published(row: Comparator, *, is_alike: bool = True) -> PublishedComparator:
    period = _label(row.period_kind, row.period)
    return PublishedComparator(row.code, row.who, period, row.value, row.printed, row.source, row.name, is_alike)


def _label(kind: str, label: str) -> str:
    """A year as the report names it: one of another sort never reads like a financial one."""
    return label if kind == "financial" else f"{kind} year {label}"
