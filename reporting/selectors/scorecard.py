"""The scorecard: every indicator with its values by quarter or by year, as it may be told to people without sight of cases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foundation.calendar import FinancialYear
from foundation.figures import FigureSpec
from reporting.models import Comparator, Indicator, IndicatorNote
from reporting.rules.periods import (
    YEARS,
    AnyYear,
    ValuePeriod,
    a_year_before,
    before,
    last_of,
    period_named,
    quarter_over,
    year_beside,
    year_of,
)
from reporting.rules.quarters import YearRule, rule_of
from reporting.rules.scorecard import Known, Rating, Signal, Travel, rated, signal, travelled
from reporting.selectors.catalogue import known_figures
from reporting.selectors.comparators import newest_until, published_of
from reporting.selectors.indicators import Told, indicators, latest_comments, values_of

QUARTERS_OF_A_TREND, YEARS_SHOWN = 12, 4


@dataclass(frozen=True)
class Line:
    """One indicator on the scorecard."""

    indicator: Indicator
    spec: FigureSpec
    periods: tuple[ValuePeriod, ...]
    """The periods of its columns, the oldest first."""
    told: Mapping[str, Told]
    """What may be told of it, by the label of the period."""
    trend: tuple[Known | None, ...]
    """The numbers up to the newest period shown, the oldest first; None where one is hidden or missing."""
    newest: Told | None
    """The newest value among the columns."""
    rating: Rating | None
    travel: Travel | None
    """How the newest value lies to the one of the period before."""
    signal: Signal | None
    a_year_ago: Told | None
    comparators: Sequence[Comparator]
    """What others had, each by its newest year that is not later than the one asked for."""
    comment: IndicatorNote | None
    year: AnyYear | None = None
    """Of one that is told by quarter: the year of its newest column."""
    rule: YearRule = YearRule.SUM
    """How that year follows from its quarters."""

    @property
    def year_told(self) -> Told | None:
        """What may be told of that year."""
        return self.told.get(self.year.label) if self.year else None

    @property
    def years(self) -> tuple[AnyYear, ...]:
        """The years of its columns, the oldest first; of one that is told by year there is nothing besides those."""
        return tuple(dict.fromkeys(year_of(period) for period in self.periods)) if self.year else ()


def quarterly(year: FinancialYear, today: date, group: str = "") -> list[Line]:
    """Indicators that are told every quarter, with the quarters that are over of the year of their own sort beside this one."""
    own = {kind: year if kind == "financial" else year_beside(year, kind, today) for kind in YEARS}
    over = {kind: tuple(quarter for quarter in one.quarters if quarter.end < today) for kind, one in own.items()}
    return _lines(
        Indicator.Every.QUARTER, lambda one: over[one.period_kind], QUARTERS_OF_A_TREND, group, lambda one: own[one.period_kind]
    )


def _with_year(line: Line, year: AnyYear, specs: Mapping[str, FigureSpec]) -> Line:
    return replace(line, year=year, rule=rule_of(line.indicator.year_rule, line.indicator.code, specs))


def yearly(year: FinancialYear, group: str = "") -> list[Line]:
    """Indicators that are told every year, each in its own sort of year, up to the one that ended in this financial year."""
    return _lines(Indicator.Every.YEAR, lambda one: tuple(last_of(_last_year(one, year), YEARS_SHOWN)), YEARS_SHOWN, group)


def _last_year(one: Indicator, year: FinancialYear) -> ValuePeriod:
    labels = {"financial": year.label, "academic": year.previous().label, "calendar": str(year.start_year)}
    return period_named(labels[one.period_kind], one.period_kind)


def _lines(
    every: str, periods_of: Callable[[Indicator], tuple[ValuePeriod, ...]], trend: int, group: str,
    year_beside_it: Callable[[Indicator], AnyYear] | None = None,
) -> list[Line]:  # fmt: skip
    found = [one for one in indicators() if one.every == every and (not group or (one.group and one.group.reference == group))]
    specs = known_figures()
    found = [one for one in found if one.code in specs]
    values, comments = values_of(found, specs), latest_comments(found)
    comparators = published_of(one.code for one in found)
    lines = [
        _line(
            one,
            specs[one.code],
            periods_of(one),
            values.get(one.code, {}),
            trend,
            newest_until(comparators.get(one.code, ()), (year_beside_it(one) if year_beside_it else periods_of(one)[-1]).end),
            comments,
        )
        for one in found
    ]
    return [_with_year(line, year_beside_it(line.indicator), specs) for line in lines] if year_beside_it else lines


def line_of(indicator: Indicator, told: Mapping[str, Told], specs: Mapping[str, FigureSpec], today: date) -> Line:
    """One indicator with the periods of its trend that are over, from the first of which anything is known, for its own page."""
    if indicator.every == Indicator.Every.QUARTER:
        periods = tuple(last_of(quarter_over(indicator.period_kind, today), QUARTERS_OF_A_TREND))
    else:
        periods = tuple(last_of(_last_year(indicator, FinancialYear.of(today).previous()), YEARS_SHOWN))
    first = next((place for place, period in enumerate(periods) if period.label in told), 0)
    periods = periods[first:]
    comparators = newest_until(published_of([indicator.code]).get(indicator.code, ()), year_of(periods[-1]).end)
    found = _line(indicator, specs[indicator.code], periods, told, len(periods), comparators, latest_comments([indicator]))
    return _with_year(found, year_of(periods[-1]), specs) if indicator.every == Indicator.Every.QUARTER else found


def _line(
    one: Indicator, spec: FigureSpec, periods: tuple[ValuePeriod, ...], told: Mapping[str, Told], trend: int,
    comparators: Sequence[Comparator], comments: Mapping[int, IndicatorNote],
) -> Line:  # fmt: skip
    with_value = [period for period in periods if period.label in told]
    last = with_value[-1] if with_value else None
    series = tuple(_number(told, period) for period in last_of(last, trend)) if last else ()
    newest = told[last.label] if last else None
    return Line(
        indicator=one,
        spec=spec,
        periods=periods,
        told=told,
        trend=series,
        newest=newest,
        rating=rated(newest.number, one.target, one.tolerance, one.better) if newest else None,
        travel=travelled(newest.number, _number(told, before(last)), one.better) if newest and last else None,
        signal=signal(series),
        a_year_ago=told.get(a_year_before(last).label) if last else None,
        comparators=comparators,
        comment=comments.get(one.pk),
    )


def _number(told: Mapping[str, Told], period: ValuePeriod) -> Known | None:
    found = told.get(period.label)
    return found.number if found else None
