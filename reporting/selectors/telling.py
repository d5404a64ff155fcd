"""One figure about people as it may be told beside something else, such as an objective: the very number of report and dashboard.

Of a year that is over it is what the yearly report prints. Of one that is not, it is what the dashboard tells to those who see no
cases: rounded, and up to the last month that is over, so that nobody learns from one day to the next what was rounded away.
"""

from collections.abc import Sequence
from datetime import date

from django.core.cache import cache

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, CutGroup, Span
from foundation.figures import FigureSpec, FigureValue, Told
from foundation.spans import end_of_last_month
from reporting.rules.cutting import shown
from reporting.rules.freezing import freeze
from reporting.rules.frozen import HiddenBefore
from reporting.rules.gathered import Gathered, YearOfFigures
from reporting.selectors.dashboard import KEPT_FOR
from reporting.selectors.keeping import read
from reporting.selectors.publishing import hidden_before
from reporting.selectors.snapshot import snapshot


def told(code: str, year: FinancialYear) -> Told | None:
    """The figure of a year; None where no source counts it, or nothing is counted yet."""
    today = clock.today()
    is_over = year.end < today
    last = year.end if is_over else end_of_last_month(today)
    key = f"figures.told.{code}.{year.label}.{last.isoformat()}"
    kept: tuple[Told | None] | None = cache.get(key)
    if kept is None:
        kept = (_counted(code, Span(year.label, year.start, last), is_over=is_over) if last >= year.start else None,)
        cache.set(key, kept, KEPT_FOR)
    return kept[0]


def _counted(code: str, span: Span, *, is_over: bool) -> Told | None:
    group = _group_of(code)
    if group is None:
        return None
    spec = next(one for one in group.specs if one.code == code)
    beside = _group_of(spec.part_of.code) if spec.part_of else None
    groups = [group, *([beside] if beside and beside.name != group.name else [])]
    with snapshot() as cursor:
        values = {value.code: value for one in groups for value in read(one, span, {}, cursor).values}
    if code not in values:
        return None
    if is_over:
        specs = [spec for one in groups for spec in one.specs]
        return _as_printed(code, values, specs, span, hidden_before(FinancialYear.of(span.end)))
    found = shown(spec, values[code], frozenset(), sighted=False, whole_year=False, of_children=group.of_children)
    return None if found is None else _told(found.text, hidden=found.number is None, until=span.end)


def _as_printed(
    code: str, values: dict[str, FigureValue], specs: Sequence[FigureSpec], span: Span, hidden: HiddenBefore
) -> Told | None:
    """As the report of the year prints it, with whatever would give away what it hides, and what it hid when it was published."""
    live = {one: (code, value) for one, value in values.items()}
    now, before = YearOfFigures(span.label, span.end, live), YearOfFigures("", span.start)
    frozen = freeze(Gathered(now, before, (), {}, {}, clock.now()), {spec.code: spec for spec in specs}, hidden)
    found = next((one for one in frozen if one.code == code), None)
    return None if found is None else _told(found.text, hidden=found.value is None)


def _told(text: str, *, hidden: bool, until: date | None = None) -> Told:
    return Told(text, is_hidden=hidden, rounded_until=until)


def _group_of(code: str) -> CutGroup | None:
    return next((group for _name, group in CUTS.items() if any(spec.code == code for spec in group.specs)), None)
