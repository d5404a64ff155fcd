"""Filling the demonstration with what the fictional partnership returned and wrote."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from foundation import clock
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from reporting import demo
from reporting.models import Narrative, StatisticalNeighbour, WordTable
from reporting.services.comparators import add_neighbour, end_neighbour
from reporting.services.imports import import_file
from reporting.services.word_tables import write_word_table
from reporting.services.writing import write_narrative

FOLDER: Final = Path(demo.__file__).parent
WRITTEN_FOR: Final = FinancialYear(2025)
_YEAR: Final = re.compile(r"\b(20\d\d)(-\d\d(?!-\d))?\b")
NEIGHBOURS: Final = (
    "Ashcombe", "Bellford", "Carrowby", "Dunmoor", "Easthaven", "Fallowdale", "Greyport", "Hollinwood", "Kestrel Vale",
    "Larkmoor",
)  # fmt: skip
NO_NEIGHBOUR_ANY_MORE: Final = "Stonebridge"
MODEL: Final = "Statistical neighbours benchmarking tool"
FILES: Final = (
    ("population", "population"),
    ("comparators", "comparators"),
    ("indicators", "returned"),
    ("indicators", "parts"),
)
"""What each file is, and its name."""


def load_demo_inputs(*, by: Actor, newest: FinancialYear = WRITTEN_FOR) -> None:
    """Import the demo’s population, comparators and returned values, and write its narrative and words; may be called again.

    The files speak of 2025-26 and the years before; they are moved so that `newest` is the newest complete year.
    """
    years = newest.start_year - WRITTEN_FOR.start_year
    for kind, file in FILES:
        _take_in(by, kind, file, years)
    _write_words(by, newest, years)
    for written in sorted((FOLDER / "narrative").glob("*/*.md")):
        year, section = FinancialYear.from_label(moved(written.parent.name, years)), written.stem
        if not Narrative.objects.filter(year=year.label, section=section).exists():
            write_narrative(by=by, year=year, section=section, text=written.read_text(encoding="utf-8"))


def demo_words(years: int = 0) -> Mapping[str, dict[str, Any]]:
    """The demo’s tables of words by their keys: source, day and rows."""
    told: dict[str, dict[str, Any]] = json.loads(moved((FOLDER / "words.json").read_text(encoding="utf-8"), years))
    return told


def _write_words(by: Actor, newest: FinancialYear, years: int) -> None:
    there = set(WordTable.objects.filter(year=newest.label).values_list("section", flat=True))
    for section, told in demo_words(years).items():
        if section not in there:
            write_word_table(
                by=by, year=newest, section=section, version=0, rows=told["rows"], source=told["source"],
                as_at=min(date.fromisoformat(told["as_at"]), clock.today()),
            )  # fmt: skip


def load_demo_comparisons(*, by: Actor, newest: FinancialYear = WRITTEN_FOR) -> None:
    """Say who the statistical neighbours are, and import what others published of figures that the portal counts."""
    since = newest.previous()
    for name in NEIGHBOURS:
        add_neighbour(by=by, name=name, source=MODEL, from_on=since.start)
    if not StatisticalNeighbour.objects.filter(name=NO_NEIGHBOUR_ANY_MORE).exists():
        found = add_neighbour(by=by, name=NO_NEIGHBOUR_ANY_MORE, source=MODEL, from_on=since.start)
        end_neighbour(by=by, number=found.pk, version=found.version, to_on=since.end)
    for file in ("published", "neighbours"):
        _take_in(by, "comparators", file, newest.start_year - WRITTEN_FOR.start_year)


def load_demo_quarters(*, by: Actor, newest: FinancialYear = WRITTEN_FOR) -> None:
    """Import what agencies returned quarter by quarter for the demo’s indicators, which must be there already."""
    _take_in(by, "indicators", "quarters", newest.start_year - WRITTEN_FOR.start_year)


def _take_in(by: Actor, kind: str, file: str, years: int) -> None:
    content = moved((FOLDER / f"{file}.csv").read_text(encoding="utf-8"), years)
    result = import_file(by=by, kind=kind, content=content.encode())
    if result.bad:
        raise ValueError(f"{file}.csv: {result.bad[0]}")


def moved(text: str, years: int) -> str:
    """A text with every year in it moved: 2025, 2025-26, 2026-03-31."""

    def later(found: re.Match[str]) -> str:
        year = int(found[1]) + years
        return FinancialYear(year).label if found[2] else str(year)

    return _YEAR.sub(later, text)
