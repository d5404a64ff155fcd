"""How the tables of words of a report are listed, and what their forms begin with."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from foundation.calendar import FinancialYear
from foundation.design import words
from reporting.selectors.word_tables import TypedTable


def table_rows(label: str, found: Iterable[TypedTable]) -> list[dict[str, Any]]:
    """Every table with how far it is."""
    return [
        {
            "title": one.shape.title,
            "meaning": one.shape.meaning,
            "state": words.counted(len(one.rows), "row") if one.rows else "Empty",
            "as_at": words.date(one.kept.as_at) if one.kept else "–",
            "href": reverse("reporting:word_table", args=[label, one.shape.key]),
        }
        for one in found
    ]


def kept(found: TypedTable, year: FinancialYear) -> dict[str, Any]:
    """What the form of a table begins with."""
    if found.kept is None:
        return {"rows": [], "source": "", "as_at": year.end}
    return {"rows": found.rows, "source": found.kept.source, "as_at": found.kept.as_at}


def stored(found: TypedTable) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [{"key": row[0], "value": " · ".join(filter(None, row[1:]))} for row in found.rows]
