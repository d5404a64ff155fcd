"""Figures for the dashboard: counted once, kept for minutes, and read for the same days a year earlier too."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.conf import settings
from django.core.cache import cache

from accounts.access_table import role_codes
from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import OPEN, YES, Choices, CutGroup, Span, Where
from foundation.figures import FigureValue
from foundation.spans import Chosen, chosen, end_of_last_month, offered
from reporting.models import Population
from reporting.rules.dashboard import PARTS, Page
from reporting.rules.freezing import NOTHING_HIDDEN
from reporting.rules.frozen import HiddenBefore
from reporting.selectors.keeping import read
from reporting.selectors.population import CHILDREN
from reporting.selectors.publishing import hidden_before
from reporting.selectors.snapshot import snapshot

KEPT_FOR = 600
"""Seconds; the page says when it was counted."""


@dataclass(frozen=True)
class Counted:
    """The figures of one page, and of the same days a year earlier, by code."""

    now: Mapping[str, FigureValue]
    before: Mapping[str, FigureValue]
    at: datetime
    populations: Mapping[tuple[str, str, str], int]
    """Children by area, age band and ethnic group, from the newest estimate that is not later than the days shown."""
    population_year: int = 0
    """The year in whose middle they would be estimated, if all were known."""
    older: tuple[int, ...] = ()
    """The years before that one whose estimates stand in for it, the oldest first."""
    hidden: HiddenBefore = NOTHING_HIDDEN
    """What published reports of a whole year hid; of any other days everything about people is rounded."""


def sees_the_cases(person: Person, group: CutGroup) -> bool:
    """Whether the person sees the cases behind a source's figures, so that no number of those is hidden from them."""
    return bool(role_codes(person) & group.sighted)


def opens_the_list(person: Person, group: CutGroup) -> bool:
    """Whether a number of a source leads the person to the records behind it."""
    return bool(group.behind and role_codes(person) & group.openers)


@dataclass(frozen=True)
class Days:
    """The days of a page: those whose cases the person sees are told up to today, all others to the end of the last month.

    So nobody watches a number that is rounded for them from day to day, to learn from its steps what was rounded away.
    """

    chosen: Chosen
    """The days of the page."""
    exact: Chosen
    """The same days up to today, for sources with sight."""
    offered: Sequence[tuple[str, str]]
    sighted: frozenset[str]
    """The sources whose cases the person sees."""
    plain: frozenset[str] = frozenset()
    """The sources of which nothing is hidden from anybody, because they count work of the partnership or its money."""

    def of(self, source: str) -> Chosen:
        """The days for which a source is told."""
        return self.exact if source in self.sighted | self.plain else self.chosen


def days_of(page: Page, key: str, today: date, sighted: frozenset[str] = frozenset()) -> Days:
    """The days of a key (empty: this year so far) on a page, for somebody with sight of some of its sources."""
    plain = frozenset(group.name for group in page.groups if group.of_work)
    last = today if sighted | plain >= {group.name for group in page.groups} else end_of_last_month(today)
    found = chosen(key, today, last)
    return Days(found, chosen(found.key, today), offered(today, last), sighted, plain)


def counted(page: Page, days: Days, where: Where) -> Counted:
    """The figures of a page, from the months that are kept; what is not kept is counted, and remembered for minutes.

    Sources with sight are counted without restricted cases: an exact number would give them away.
    """
    now = [_Wanted(group, days.of(group.name).span, _part(group, days, where)) for group in page.groups]
    before = [_Wanted(group, days.of(group.name).before, _part(group, days, where)) for group in page.groups]
    kept = cache.get_many([one.key for one in (*now, *before)])
    missing = [one for one in (*now, *before) if one.key not in kept]
    if missing:
        with snapshot() as cursor:
            new = {one.key: read(one.group, one.span, one.where, cursor) for one in missing}
        cache.set_many(new, KEPT_FOR)
        kept |= new
    values = [{value.code: value for one in wanted for value in kept[one.key].values} for wanted in (now, before)]
    oldest = min((answer.at for answer in kept.values()), default=clock.now())
    year = FinancialYear.of(days.exact.span.end).start_year
    known = _populations(year)
    children, years = {part: value for part, (value, _of) in known.items()}, {of for _value, of in known.values()}
    return Counted(values[0], values[1], oldest, children, year, tuple(sorted(years - {year})), _hidden_of(days.chosen))


def _hidden_of(days: Chosen) -> HiddenBefore:
    """What published reports hid of a whole financial year, remembered for minutes: they are long."""
    if not days.whole_year:
        return NOTHING_HIDDEN
    year = FinancialYear.of(days.span.end)
    found: Any = cache.get_or_set(f"reporting.hidden.{year.label}", lambda: hidden_before(year), KEPT_FOR)
    return cast("HiddenBefore", found)


@dataclass(frozen=True)
class _Wanted:
    """One source for some days and some part of the whole."""

    group: CutGroup
    span: Span
    where: Where

    @property
    def key(self) -> str:
        """The name under which it is remembered."""
        days = [self.span.label, self.span.start.isoformat(), self.span.end.isoformat()]
        what = json.dumps([self.group.name, *days, sorted(self.where.items())])
        return f"figures.{hashlib.sha256(what.encode()).hexdigest()[:40]}"


def _part(group: CutGroup, days: Days, where: Where) -> Where:
    return {**where, OPEN: YES} if group.name in days.sighted else where


def choices(page: Page) -> Choices:
    """What there is to choose from on a page, for each thing by which its facts can be cut; kept for minutes too."""
    key = f"figures.choices.{page.slug}"
    found: Choices | None = cache.get(key)
    if found is None:
        with snapshot() as cursor:
            found = {name: list(labels) for group in page.groups[:1] for name, labels in group.choices(cursor).items()}
        cache.set(key, found, KEPT_FOR)
    return {name: found[name] for name in PARTS if name in found}


def _populations(latest: int) -> dict[tuple[str, str, str], tuple[int, int]]:
    """How many there are of each part, and in which year: the newest that is not later than one."""
    rows = Population.objects.filter(year__lte=latest, sex="").order_by("year")
    found = rows.values_list("area", "age_band", "ethnicity", "value", "year")
    return {(area, band, group): (value, year) for area, band, group, value, year in found}


def population_of(populations: Mapping[tuple[str, str, str], int], where: Where) -> int | None:
    """The children of a ward, an age band, an ethnic group or of everything; None where nobody has counted those.

    An agency has no children of its own, so nothing is told for every 10,000 of them.
    """
    area = settings.PARTNERSHIP["area"]
    if where.get("agency"):
        return None
    return populations.get((where.get("ward") or area, where.get("age") or CHILDREN, where.get("ethnicity") or ""))
