"""What a narrative may place: the figures and tables of words that there are, and what a year’s report would print."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache

from foundation.calendar import FinancialYear
from foundation.figures import FigureSpec, all_text_tables
from reporting.models import ReturnedValue
from reporting.rules.freezing import freeze
from reporting.rules.frozen import as_json, from_json, tables_as_json, tables_from_json
from reporting.rules.narrative import Placeable, YearTold
from reporting.selectors.catalogue import known_figures
from reporting.selectors.dashboard import KEPT_FOR
from reporting.selectors.gathering import gather
from reporting.selectors.publishing import hidden_before


@dataclass(frozen=True)
class YearAsItStands:
    """What a compilation would find of a year, and when it was looked up."""

    told: YearTold
    as_at: datetime


def placeable(known: dict[str, FigureSpec] | None = None) -> Placeable:
    """By what each figure may be broken down, where it is counted or was returned in parts; and the tables of words."""
    specs = known_figures() if known is None else known
    returned: dict[str, set[str]] = {}
    for code, dimension in ReturnedValue.objects.exclude(dimension="").values_list("code", "dimension").distinct():
        returned.setdefault(code, set()).add(dimension)
    dimensions = {
        code: (*spec.breakdowns, *sorted(returned.get(code, set()) - set(spec.breakdowns))) for code, spec in specs.items()
    }
    return Placeable(dimensions, frozenset(table.code for _app, table in all_text_tables()))


def year_as_it_stands(year: FinancialYear) -> YearAsItStands:
    """Figures and tables of words of a year as a compilation would print them, looked up at most every ten minutes."""
    key = f"reporting.as_it_stands.{year.label}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is None:
        gathered = gather(year)
        figures = [] if gathered.year.is_empty else freeze(gathered, gathered.specs, hidden_before(year))
        kept = {"figures": as_json(figures), "tables": tables_as_json(gathered.tables), "as_at": gathered.as_at}
        cache.set(key, kept, KEPT_FOR)
    return YearAsItStands(YearTold(from_json(kept["figures"]), tables_from_json(kept["tables"])), kept["as_at"])
