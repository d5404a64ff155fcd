"""What a narrative may place: the figures and tables of words that there are, and what a year’s report would print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache

from accounts.models import Person
from foundation.calendar import FinancialYear
from foundation.figures import FigureSpec, all_text_tables
from reporting.access import READERS
from reporting.models import ReturnedValue
from reporting.rules.blocks import named_in
from reporting.rules.freezing import freeze
from reporting.rules.frozen import as_json, from_json, tables_as_json, tables_from_json
from reporting.rules.narrative import Offered, Placeable, YearTold, placed_in
from reporting.selectors.catalogue import known_figures
from reporting.selectors.dashboard import KEPT_FOR
from reporting.selectors.drafts import ChapterText
from reporting.selectors.gathering import gather, may_be_taken_back, words_as_agreed
from reporting.selectors.publishing import hidden_before
from reporting.selectors.templates import template_for


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


def offered_to(person: Person, chapter: ChapterText, known: Mapping[str, FigureSpec]) -> Offered | None:
    """What an author may place in a chapter: what its shape has there, and what stands in it already.

    None, which is everything there is, for those who read the whole report.
    """
    if READERS.admits(person):
        return None
    outline = next((one for one in template_for(chapter.year).chapters if one.key == chapter.key), None)
    codes = known.keys() | {table.code for _app, table in all_text_tables()}
    placed, named = placed_in(chapter.text)
    shown = {name for block in (outline.blocks if outline else ()) for name in named_in(block)}
    return Offered(codes & (shown | placed), named)


def year_as_it_stands(year: FinancialYear) -> YearAsItStands:
    """Figures and tables of words of a year as a compilation would print them, looked up at most every ten minutes.

    Words that somebody may take back are looked up each time, and kept nowhere.
    """
    key = f"reporting.as_it_stands.{year.label}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is None:
        gathered = gather(year)
        figures = [] if gathered.year.is_empty else freeze(gathered, gathered.specs, hidden_before(year))
        lasting = [table for table in gathered.tables if table.code not in may_be_taken_back()]
        kept = {"figures": as_json(figures), "tables": tables_as_json(lasting), "as_at": gathered.as_at}
        cache.set(key, kept, KEPT_FOR)
    tables = {**tables_from_json(kept["tables"]), **{table.code: table for table in words_as_agreed(year)}}
    return YearAsItStands(YearTold(from_json(kept["figures"]), tables), kept["as_at"])
