"""Filling the demonstration with what the fictional partnership returned and wrote."""

import re
from pathlib import Path
from typing import Final

from foundation.actors import Actor
from foundation.calendar import FinancialYear
from reporting import demo
from reporting.models import Narrative
from reporting.services.imports import import_file
from reporting.services.writing import write_narrative

FOLDER: Final = Path(demo.__file__).parent
WRITTEN_FOR: Final = FinancialYear(2025)
_YEAR: Final = re.compile(r"\b(20\d\d)(-\d\d(?!-\d))?\b")
FILES: Final = ("population", "comparators", "returned")


def load_demo_inputs(*, by: Actor, newest: FinancialYear = WRITTEN_FOR) -> None:
    """Import the demo’s population, comparators and returned values, and write its narrative; may be called again.

    The files speak of 2025-26 and the years before; they are moved so that `newest` is the newest complete year.
    """
    years = newest.start_year - WRITTEN_FOR.start_year
    for kind in FILES:
        _take_in(by, kind, kind, years)
    for file in sorted((FOLDER / "narrative").glob("*/*.md")):
        year, section = FinancialYear.from_label(moved(file.parent.name, years)), file.stem
        if not Narrative.objects.filter(year=year.label, section=section).exists():
            write_narrative(by=by, year=year, section=section, text=file.read_text(encoding="utf-8"))


def load_demo_quarters(*, by: Actor, newest: FinancialYear = WRITTEN_FOR) -> None:
    """Import what agencies returned quarter by quarter for the demo’s indicators, which must be there already."""
    _take_in(by, "returned", "quarters", newest.start_year - WRITTEN_FOR.start_year)


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
