"""The shape in which a chronology comes in as a file, and what each of its rows says. No query here."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from board.plan_files.cells import kept, text_of
from foundation.errors import Refused
from foundation.exports import Grid
from reviews.models.codes import ChildSeen, Precision, Significance
from reviews.rules.chronology_dates import Day, Unreadable, day_in, time_in, with_quality, writes_month_first

COLUMNS = {
    "when": "Date",
    "precision": "Quality of date",
    "until": "Last day",
    "at": "Time",
    "source": "Source",
    "persons": "Persons",
    "event": "Event",
    "child_seen": "Child seen",
    "action": "Action taken",
    "significance": "Significance",
    "analysis": "Analysis",
}
"""The columns in their order, by the name of what they hold."""
NEEDED = ("when", "source", "event")
LONGEST = {"source": 200, "persons": 300, "event": 10_000, "action": 10_000, "analysis": 10_000}
ROW_HEADING, WRONG_HEADING = "Row in the file", "What to put right"
LOOKED_THROUGH = 20
FEWEST_KNOWN = 2
_ALSO = {
    "date and time": "when", "date of event": "when", "date of contact": "when", "last date": "until", "to": "until",
    "people": "persons", "person": "persons", "persons involved": "persons", "what happened": "event", "record": "source",
    "source of information": "source", "child seen or heard": "child_seen", "child seen heard": "child_seen",
    "action": "action", "comment": "analysis", "date precision": "precision", "precision": "precision",
}  # fmt: skip
_BY_HEADING = {**{title.casefold(): name for name, title in COLUMNS.items()}, **_ALSO}
_SEEN = {
    **{label.casefold(): code for code, label in ChildSeen.choices},
    "": "none",
    "n/a": "none",
    "yes": "seen",
    "no": "not_seen",
}
_SEEN |= {"alone": "alone", "none": "none"}
_WEIGHTS = {**{label.casefold(): code for code, label in Significance.choices}, "": "routine", "missed": "missed", "good": "good"}
_QUALITIES = {"": "", "exact": "exact", "approximate": "approximate", "approx": "approximate", "month": "month", "year": "year"}


@dataclass(frozen=True)
class EntryWritten:
    """One entry as it was typed or read."""

    day: Day
    source: str
    event: str
    until: date | None = None
    persons: str = ""
    child_seen: str = ChildSeen.NOT_APPLICABLE
    action: str = ""
    significance: str = Significance.ROUTINE
    analysis: str = ""

    @property
    def fingerprint(self) -> str:
        """The same for entries that say the same of the same day and time, from the same source."""
        said = (
            self.day.on.isoformat(), self.day.precision, self.day.at.isoformat() if self.day.at else "",
            self.until.isoformat() if self.until else "", _plain(self.source), _plain(self.persons), _plain(self.event),
        )  # fmt: skip
        return hashlib.sha256("\x1f".join(said).encode()).hexdigest()


@dataclass(frozen=True)
class FileRow:
    """One row of a file: its number, and its cells by what they hold, as JSON keeps them."""

    number: int
    cells: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        """For a column of JSON."""
        return {"row": self.number, "cells": dict(self.cells)}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> "FileRow":
        """The same back."""
        return cls(int(given["row"]), given["cells"])


@dataclass(frozen=True)
class Judged:
    """What a row would become: an entry, or what to put right in it by column. `known`: it is there already."""

    row: FileRow
    written: EntryWritten | None
    wrong: tuple[tuple[str, str], ...] = ()
    known: str = ""


def rows_in(grid: Grid) -> list[FileRow]:
    """The rows under the headings. Refuses a file without the headings of the shape, or without a row under them."""
    lines = [list(line) for line in grid.rows]
    place, named = _headings(lines)
    missing = [COLUMNS[name] for name in NEEDED if name not in named.values()]
    if missing:
        raise Refused(f"The file has no column {' and no column '.join(f'“{title}”' for title in missing)}. Use the template.")
    found: list[FileRow] = []
    for number, line in enumerate(lines[place + 1 :], start=place + 2):
        cells = {name: _stored(line[column]) for column, name in named.items() if line[column] is not None}
        if any(cell != "" for cell in cells.values()):
            found.append(FileRow(number, cells))
    if not found:
        raise Refused("The file has no rows under its headings.")
    return found


def _headings(lines: Sequence[Sequence[object]]) -> tuple[int, dict[int, str]]:
    """The row near the top that names the most columns, and what each of them holds."""
    best: tuple[int, dict[int, str]] = (0, {})
    for number, line in enumerate(lines[:LOOKED_THROUGH]):
        named: dict[int, str] = {}
        for column, cell in enumerate(line):
            name = _BY_HEADING.get(_plain(cell)) if isinstance(cell, str) else None
            if name and name not in named.values():
                named[column] = name
        if len(named) > len(best[1]):
            best = (number, named)
    if len(best[1]) < FEWEST_KNOWN:
        raise Refused("No row of headings was found. Use the template: it has the headings “Date”, “Source” and “Event”.")
    return best


def judge(rows: Iterable[FileRow], *, there: Collection[str], today: date) -> list[Judged]:
    """What each row would become. `there`: the fingerprints of entries that are kept already."""
    listed = list(rows)
    month_first = any(writes_month_first(_cell(row.cells.get("when"))) for row in listed)
    seen: dict[str, int] = {}
    judged = []
    for row in listed:
        one = _judge(row, today=today, month_first=month_first)
        if one.written is not None:
            print_ = one.written.fingerprint
            if print_ in there:
                one = replace(one, known="It is in the chronology already.")
            elif print_ in seen:
                one = replace(one, known=f"It says the same as row {seen[print_]}.")
            seen.setdefault(print_, row.number)
        judged.append(one)
    return judged


def _judge(row: FileRow, *, today: date, month_first: bool) -> Judged:
    wrong: list[tuple[str, str]] = []
    cells = {name: _cell(row.cells.get(name)) for name in COLUMNS}
    texts = {name: text_of(kept(cells[name])) for name in LONGEST}  # type: ignore[arg-type]  # a value of a spreadsheet
    for name, most in LONGEST.items():
        if len(texts[name]) > most:
            wrong.append((COLUMNS[name], f"Write at most {most:,} characters."))
        elif name in NEEDED and not texts[name]:
            wrong.append((COLUMNS[name], "Enter what happened." if name == "event" else "Enter in which records it stands."))
    day = _day(cells, wrong, today=today, month_first=month_first)
    until = _until(cells, day, wrong, today=today, month_first=month_first)
    seen = _coded(cells, "child_seen", _SEEN, ChildSeen.labels, wrong)
    weight = _coded(cells, "significance", _WEIGHTS, Significance.labels, wrong)
    if wrong or day is None:
        return Judged(row, None, tuple(wrong))
    written = EntryWritten(
        day=day, source=texts["source"], event=texts["event"], until=until, persons=texts["persons"], child_seen=seen,
        action=texts["action"], significance=weight, analysis=texts["analysis"],
    )  # fmt: skip
    return Judged(row, written)


def _day(cells: Mapping[str, object], wrong: list[tuple[str, str]], *, today: date, month_first: bool) -> Day | None:
    found: Day | None = _tried(lambda: day_in(cells["when"], today=today, month_first=month_first), "when", wrong)
    at = _tried(lambda: time_in(cells["at"]), "at", wrong)
    quality = _coded(cells, "precision", _QUALITIES, Precision.values, wrong)
    if found is None:
        return None
    known: Day | None = _tried(lambda: with_quality(found, quality), "precision", wrong)
    if known is None or at is None:
        return known
    if known.precision not in (Precision.EXACT, Precision.APPROXIMATE):
        wrong.append((COLUMNS["at"], "A time needs a day. Write the day, or leave the time out."))
    return replace(known, at=at)


def _until(
    cells: Mapping[str, object], day: Day | None, wrong: list[tuple[str, str]], *, today: date, month_first: bool
) -> date | None:
    if not str(cells["until"] or "").strip():
        return None
    found: Day | None = _tried(lambda: day_in(cells["until"], today=today, month_first=month_first), "until", wrong)
    if found is None:
        return None
    if found.precision not in (Precision.EXACT, Precision.APPROXIMATE):
        wrong.append((COLUMNS["until"], "Write the last day as a day."))
    elif day is not None and found.on < day.on:
        wrong.append((COLUMNS["until"], "The last day lies before the first."))
    return found.on


def _tried(reading: Any, name: str, wrong: list[tuple[str, str]]) -> Any:
    try:
        return reading()
    except Unreadable as unreadable:
        wrong.append((COLUMNS[name], str(unreadable)))
        return None


def _coded(
    cells: Mapping[str, object], name: str, codes: Mapping[str, str], labels: Sequence[str], wrong: list[tuple[str, str]]
) -> str:
    text = _plain(cells[name])
    if text not in codes:
        wrong.append((COLUMNS[name], f"“{text[:40]}” is not one of: {', '.join(labels)}."))
        return ""
    return codes[text]


def _plain(value: object) -> str:
    return " ".join(str("" if value is None else value).split()).casefold()


def _stored(value: object) -> Any:
    """A cell as JSON keeps it."""
    match value:
        case datetime():
            return {"moment": value.replace(tzinfo=None).isoformat()}
        case date():
            return {"day": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            minutes = value.seconds // 60
            return {"time": f"{minutes // 60:02}:{minutes % 60:02}"} if value < timedelta(days=1) else str(value)
        case bool():
            return "Yes" if value else "No"
        case int():
            return value
        case Decimal():
            return {"number": str(value)}
    return text_of(kept(value))  # type: ignore[arg-type]  # a value of a spreadsheet


def _cell(stored: Any) -> object:
    """The cell back."""
    if not isinstance(stored, dict):
        return stored
    ((kind, text),) = stored.items()
    readers: dict[str, Any] = {
        "moment": datetime.fromisoformat, "day": date.fromisoformat, "time": time.fromisoformat, "number": Decimal,
    }  # fmt: skip
    return readers[kind](text)


def shown(stored: Any) -> str:
    """A cell as words."""
    cell = _cell(stored)
    if isinstance(cell, datetime):
        return f"{text_of(cell.date())} {cell:%H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return text_of(kept(cell))  # type: ignore[arg-type]  # a value of a spreadsheet
