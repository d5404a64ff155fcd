"""Which periods of which indicators are to be counted, and counting them from the apps' own sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from foundation.calendar import FinancialYear
from foundation.cuts import CUTS
from foundation.figures import Cursor, FigureValue, groups
from foundation.numbers import rate_per_10_000
from reporting.models import CountedValue, Indicator
from reporting.rules.catalogue import RATE_SUFFIX, catalogue
from reporting.rules.gathered import ChildPopulation
from reporting.rules.periods import YEARS, ValuePeriod, last_of, middle_of, quarter_over, span_of
from reporting.selectors.keeping import read
from reporting.selectors.population import population_known, populations

QUARTERS_COUNTED, YEARS_COUNTED = 12, 4
"""Three years of quarters, which a chart of variation needs, and four years."""
RECENT = timedelta(days=460)
"""What ended longer ago is counted once: its records hardly change any more, and the yearly report of it is published."""
AGAIN = timedelta(hours=20)


@dataclass(frozen=True)
class Counted:
    """One period of one indicator as it was counted."""

    indicator: Indicator
    period: ValuePeriod
    value: FigureValue
    source: str
    definition: int
    """The version of what the figure means."""
    population_year: int | None = None
    """Of a rate: in the middle of which year the children were estimated."""


def is_by_quarter(code: str) -> bool:
    """Whether a figure can be counted for a quarter."""
    return any(spec.code == _base(code) for _name, group in CUTS.items() for spec in group.specs)


def is_of_children(code: str) -> bool:
    """Whether the source of a figure has a row for each child or form, so that a part of it is a number of children."""
    return any(group.of_children and any(spec.code == _base(code) for spec in group.specs) for _name, group in CUTS.items())


def source_of(code: str) -> str:
    """The name of the source that counts a figure; empty where no app does."""
    return next((group.app for group in groups() if any(spec.code == _base(code) for spec in group.specs)), "")


def due(now: datetime) -> dict[str, list[Indicator]]:
    """Indicators that were not counted for most of a day, by their source."""
    rows = Indicator.objects.filter(kind=Indicator.Kind.LIVE, retired_on__isnull=True)
    found: dict[str, list[Indicator]] = {}
    for one in rows:
        if one.counted_at is None or one.counted_at < now - AGAIN:
            found.setdefault(source_of(one.code), []).append(one)
    return {source: ones for source, ones in found.items() if source}


def periods_of(indicator: Indicator, today: date) -> list[ValuePeriod]:
    """The periods of an indicator that are over, in its own sort of year, the oldest first."""
    years = last_of(YEARS[indicator.period_kind].of(today).previous(), YEARS_COUNTED)
    if indicator.every == Indicator.Every.YEAR:
        return years
    return [*years, *last_of(quarter_over(indicator.period_kind, today), QUARTERS_COUNTED)]


def count(source: str, found: Sequence[Indicator], today: date, cursor: Cursor) -> Iterator[Counted]:
    """Count some indicators of one source: every period that never was, and those whose records may still change."""
    known = set(CountedValue.objects.filter(indicator__in=found).values_list("indicator", "period"))
    specs, children, wanted = catalogue(), populations(), dict[ValuePeriod, list[Indicator]]()
    for one in found:
        for period in periods_of(one, today):
            if (one.pk, period.label) not in known or period.end > today - RECENT:
                wanted.setdefault(period, []).append(one)
    for period, ones in wanted.items():
        values = {value.code: value for value in _values(source, period, cursor)}
        for one in ones:
            value, is_rate = value_of(one.code, period, values, children), one.code.endswith(RATE_SUFFIX)
            estimate = population_known(middle_of(period), children) if is_rate and value.value is not None else None
            yield Counted(one, period, value, source, specs[one.code].version, estimate.year if estimate else None)


def _values(source: str, period: ValuePeriod, cursor: Cursor) -> Iterable[FigureValue]:
    group = dict(CUTS.items()).get(source)
    if group is not None:
        return read(group, span_of(period), {}, cursor).values
    if not isinstance(period, FinancialYear):
        return ()
    return next(one for one in groups() if one.app == source).read(period, cursor)


def value_of(
    code: str, period: ValuePeriod, values: Mapping[str, FigureValue], known: Mapping[int, ChildPopulation]
) -> FigureValue:
    """The value of a code; for a rate, worked out with the children of the year. Without one, nothing was counted."""
    found = values.get(_base(code))
    if found is None:
        return FigureValue(code, period.label, None)
    if not code.endswith(RATE_SUFFIX):
        return found
    children = population_known(middle_of(period), known)
    if children is None or not isinstance(found.value, int):
        return FigureValue(code, period.label, None)
    rate = rate_per_10_000(found.value, children.value)
    return FigureValue(code, period.label, rate, found.value, children.value)


def _base(code: str) -> str:
    """The code of what is counted."""
    return code.removesuffix(RATE_SUFFIX)
