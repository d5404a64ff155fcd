"""The words and the picture of a merged chronology."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import Agency
from foundation.charts import Chart, Mark, lanes
from foundation.design import words
from foundation.exports import Cell, Column, Kind, Table
from reviews.models import Case, ChronologyEntry, Contradiction, Significance
from reviews.presenters.returns import entry_row, when_words
from reviews.rules.chronology_reading import Gap, Likely, Told
from reviews.selectors.chronology import Merged

SERIES = (Significance.ROUTINE, Significance.KEY, Significance.MISSED, Significance.GOOD)
MOST_GAPS = 50
PRIVATE = "Only for those named on the case. It speaks of children by pseudonyms; keep it where nobody else reads it."


def timeline_chart(merged: Merged, gaps: Sequence[Gap], period: tuple[date, date], days: int) -> Chart:
    """A lane for each agency, marks by what an entry means, gaps shaded across all lanes."""
    rows: dict[str, list[Mark]] = {agency.name: [] for agency in merged.agencies}
    names = {agency.pk: agency.name for agency in merged.agencies}
    place = {code: number for number, code in enumerate(SERIES)}
    for one in merged.told:
        rows[names[one.agency]].append(Mark(one.on, place[Significance(one.significance)]))
    start, end = period
    said = words.counted(len(merged.told), "entry", "entries")
    description = (
        f"{said} of {words.counted(len(rows), 'agency', 'agencies')} from {words.date(start)} to {words.date(end)}."
        f" {_gap_words(len(gaps), days)}"
    )
    return lanes(
        title="Contacts and gaps",
        description=description,
        start=start,
        end=end,
        series=[one.label for one in SERIES],
        rows=rows,
        gaps=[(gap.first, gap.last) for gap in gaps],
        gap_words=f"No contact of any agency for {days} days or more",
        row_header="Agency",
    )


def _gap_words(number: int, days: int) -> str:
    if not number:
        return f"No gap of {days} days or more."
    return f"{words.counted(number, 'gap', 'gaps')} of {days} days or more without a contact."


def span_of(merged: Merged) -> tuple[date, date] | None:
    """The days that are drawn: those of which agencies were asked, and all on which something happened."""
    days = [one.on for one in merged.told]
    ends = [one.until or one.on for one in merged.told]
    first, last = merged.period or (None, None)
    starts = [*days, *([first] if first else [])]
    stops = [*ends, *([last] if last else [])]
    return (min(starts), max(stops)) if starts and stops else None


def gap_rows(gaps: Iterable[Gap]) -> list[str]:
    """Each gap in words, the longest first; no more than fifty."""
    longest = sorted(gaps, key=lambda gap: (-gap.days, gap.first))[:MOST_GAPS]
    return [f"{words.date(gap.first)} to {words.date(gap.last)}: {gap.days} days" for gap in longest]


def merged_rows(
    entries: Iterable[ChronologyEntry], marked: Mapping[int, Sequence[Contradiction]], reference: str, *, marks: bool
) -> list[dict[str, Any]]:
    """The entries of the page, each with the contradictions in which it stands."""
    return [
        {
            **entry_row(entry),
            "agency": entry.agency.name,
            "contradictions": [_mark(one, entry.pk, reference, marks=marks) for one in marked.get(entry.pk, ())],
        }
        for entry in entries
    ]


def _mark(one: Contradiction, entry: int, reference: str, *, marks: bool) -> dict[str, str]:
    others = sorted(side.entry_id for side in one.sides.all() if side.entry_id != entry)
    return {
        "note": one.note,
        "others": ", ".join(map(str, others)),
        "lift": reverse("reviews:lift_contradiction", args=[reference, one.pk]) if marks else "",
    }


def likely_rows(
    likely: Iterable[Likely], entries: Mapping[int, ChronologyEntry], reference: str, *, marks: bool
) -> list[dict[str, Any]]:
    """Pairs that probably contradict each other, why, and the way to mark them."""
    url = reverse("reviews:mark_contradiction", args=[reference]) if marks else ""
    return [
        {
            "why": one.why,
            "sides": [
                {
                    "number": number,
                    "when": when_words(entries[number]),
                    "agency": entries[number].agency.name,
                    "event": entries[number].event,
                }
                for number in (one.first, one.second)
            ],
            "mark": f"{url}?entry={one.first}&entry={one.second}" if url else "",
            "numbers": f"{one.first} and {one.second}",
        }
        for one in likely
        if one.first in entries and one.second in entries
    ]


def lifted_rows(contradictions: Iterable[Contradiction]) -> list[dict[str, str]]:
    """Contradictions about which something was found out."""
    return [
        {
            "numbers": ", ".join(str(side.entry_id) for side in one.sides.all()),
            "note": one.note,
            "found": one.lifted_reason,
            "on": words.date(one.lifted_at),
        }
        for one in contradictions
        if one.lifted_at is not None
    ]


def chronology_table(case: Case, entries: Iterable[ChronologyEntry], marked: Mapping[int, Sequence[str]]) -> Table:
    """The chronology as a spreadsheet."""
    columns = (
        Column("Number", Kind.WHOLE), Column("Date"), Column("First day", Kind.DATE), Column("Quality of date"),
        Column("Last day", Kind.DATE), Column("Time"), Column("Agency"), Column("Source"), Column("Persons"), Column("Event"),
        Column("Child seen"), Column("Action taken"), Column("Significance"), Column("Analysis"), Column("Contradictions"),
    )  # fmt: skip
    return Table(f"Chronology {case.reference}", columns, _cells(entries, marked), notes=(PRIVATE,))


def _cells(entries: Iterable[ChronologyEntry], marked: Mapping[int, Sequence[str]]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        yield (
            entry.pk, when_words(entry), entry.happened_on, entry.get_precision_display(), entry.until,
            f"{entry.at:%H:%M}" if entry.at else "", entry.agency.name, entry.source, entry.persons, entry.event,
            entry.get_child_seen_display(), entry.action, entry.get_significance_display(), entry.analysis,
            "\n".join(marked.get(entry.pk, ())),
        )  # fmt: skip


def notes_by_entry(contradictions: Iterable[Contradiction]) -> dict[int, list[str]]:
    """By entry the notes of the contradictions in which it stands, also those about which something was found out."""
    found: dict[int, list[str]] = {}
    for one in contradictions:
        sides = [side.entry_id for side in one.sides.all()]
        for entry in sides:
            others = ", ".join(str(other) for other in sides if other != entry)
            ending = f" Found out: {one.lifted_reason}" if one.lifted_at else ""
            found.setdefault(entry, []).append(f"With no. {others}: {one.note}{ending}")
    return found


def agency_choices(agencies: Iterable[Agency]) -> list[tuple[str, str]]:
    """Agencies by code and name."""
    return [(agency.code, agency.name) for agency in agencies]


def told_of(told: Sequence[Told]) -> str:
    """How much there is."""
    return words.counted(len(told), "entry", "entries")
