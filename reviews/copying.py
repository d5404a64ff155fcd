"""The merged chronology as one HTML document that the worker prints."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import QueryDict
from django.template.loader import render_to_string

from foundation import clock
from foundation.actors import Actor
from foundation.design.context import partnership_of_settings
from reviews.models import ChronologyCopy, ChronologyEntry
from reviews.presenters import chronology as presenter
from reviews.presenters.returns import entry_row
from reviews.selectors.chronology import ChronologyFilter, Merged, all_entries, contradictions_of
from reviews.services.chronology import fail_chronology_copy, keep_chronology_copy
from work.copying import make_copy


def run_copy(*, reference: str, by: Actor) -> None:
    """Make one copy that was asked for, as whoever asked sees the chronology now."""
    copy = ChronologyCopy.objects.select_related("case", "person").get(reference=reference)
    make_copy(
        copy,
        by=by,
        title=f"Chronology {copy.case.reference}",
        document=lambda: document(copy),
        keep=keep_chronology_copy,
        give_up=fail_chronology_copy,
    )


def chosen_by(query: str) -> ChronologyFilter:
    """Which entries an address asks for."""
    told = QueryDict(query)
    days: dict[str, Any] = {name: date.fromisoformat(told[name]) for name in ("first", "last") if told.get(name)}
    return ChronologyFilter(
        agency=told.get("agency", ""), significance=told.get("significance", ""), marked=bool(told.get("marked")), **days
    )


def document(copy: ChronologyCopy) -> str:
    """The whole copy as HTML. Every text in it is escaped: it was typed by somebody."""
    found = Merged(copy.person, copy.case.reference)
    notes = presenter.notes_by_entry(contradictions_of(found.case))
    entries = all_entries(found.case, chosen_by(copy.query))
    rows = [{**entry_row(row), "agency": row.agency.name, "notes": notes.get(row.pk, ()), "year": _year(row)} for row in entries]
    context = {
        "case": found.case,
        "years": [(year, list(group)) for year, group in groupby(rows, key=lambda row: row["year"])],
        "part": bool(copy.query),
        "handling": presenter.PRIVATE,
        "partnership": partnership_of_settings(),
        "asker": copy.person.name,
        "made_at": clock.now(),
    }
    return render_to_string("reviews/chronology_copy.html", context)


def _year(entry: ChronologyEntry) -> int:
    return entry.happened_on.year
