"""Small tables on the pages of cases."""

from collections.abc import Iterable, Sequence
from typing import Any

from reviews.presenters.ways import Section

TEMPLATE = "reviews/sections/table.html"
Link = tuple[str, str, str]
"""Address, words, and of which row they are, for whoever hears the page."""


def table(columns: Sequence[str], rows: Iterable[tuple[Sequence[str], Sequence[Link]]]) -> dict[str, Any] | None:
    """A table whose rows may lead somewhere; None where there are no rows."""
    shown = [
        {
            "head": cells[0],
            "cells": [{"label": label, "text": text or "–"} for label, text in zip(columns[1:], cells[1:], strict=True)],
            "links": [{"href": href, "text": text, "of": of} for href, text, of in links],
        }
        for cells, links in rows
    ]
    return {"columns": columns, "rows": shown} if shown else None


def section(title: str, columns: Sequence[str], rows: Iterable[tuple[Sequence[str], Sequence[Link]]]) -> Section:
    """The table as a part of a page."""
    return Section(title, TEMPLATE, table(columns, rows))
