"""Figures for the dashboard: counted once, kept for minutes, and read for the same days a year earlier too."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.cache import cache

from accounts.access_table import role_codes
from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import OPEN, YES, Choices, CutGroup, Span, Where
from foundation.figures import FigureValue
from foundation.spans import Chosen
from reporting.models import Population
from reporting.rules.dashboard import PARTS, Page
from reporting.selectors.gathering import CHILDREN
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


def sees_the_cases(person: Person, group: CutGroup) -> bool:
    """Whether the person sees the cases behind a source's figures, so that no number of those is hidden from them."""
    return bool(role_codes(person) & group.sighted)


def counted(page: Page, chosen: Chosen, where: Where, sighted: Collection[str] = ()) -> Counted:
    """The figures of a page; one statement for each source and year that was not counted minutes ago.

    Sources with sight (`sighted`, by name) are counted without restricted cases: an exact number would give them away.
    """
    part = {group.name: {**where, OPEN: YES} if group.name in sighted else where for group in page.groups}
    spans = (chosen.span, chosen.before)
    keys = {(group.name, span.start): _key(group, span, part[group.name]) for group in page.groups for span in spans}
    kept = cache.get_many(keys.values())
    missing = [(group, span) for group in page.groups for span in spans if keys[group.name, span.start] not in kept]
    if missing:
        with snapshot() as cursor:
            new = {
                keys[group.name, span.start]: (clock.now(), tuple(group.read(span, part[group.name], cursor)))
                for group, span in missing
            }
        cache.set_many(new, KEPT_FOR)
        kept |= new
    values = [{value.code: value for group in page.groups for value in kept[keys[group.name, span.start]][1]} for span in spans]
    oldest = min((at for at, _values in kept.values()), default=clock.now())
    return Counted(values[0], values[1], oldest, _populations(chosen))


def choices(page: Page) -> Choices:
    """What there is to choose from on a page; kept for minutes too."""
    key = f"figures.choices.{page.slug}"
    found: Choices | None = cache.get(key)
    if found is None:
        with snapshot() as cursor:
            found = {name: list(labels) for group in page.groups[:1] for name, labels in group.choices(cursor).items()}
        cache.set(key, found, KEPT_FOR)
    return {name: found.get(name, []) for name in PARTS}


def _key(group: CutGroup, span: Span, where: Where) -> str:
    what = json.dumps([group.name, span.label, span.start.isoformat(), span.end.isoformat(), sorted(where.items())])
    return f"figures.{hashlib.sha256(what.encode()).hexdigest()[:40]}"


def _populations(chosen: Chosen) -> dict[tuple[str, str, str], int]:
    latest = FinancialYear.of(chosen.span.end).start_year
    rows = Population.objects.filter(year__lte=latest, sex="").order_by("year")
    return {(area, band, group): value for area, band, group, value in rows.values_list("area", "age_band", "ethnicity", "value")}


def population_of(populations: Mapping[tuple[str, str, str], int], where: Where) -> int | None:
    """The children of a ward, an age band, an ethnic group or of everything; None where nobody has counted those.

    An agency has no children of its own, so nothing is told for every 10,000 of them.
    """
    area = settings.PARTNERSHIP["area"]
    if where.get("agency"):
        return None
    return populations.get((where.get("ward") or area, where.get("age") or CHILDREN, where.get("ethnicity") or ""))
