"""What stands in one cell: a day in the forms that people in England write, a deadline, a rating, several owners."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from board.models import Action
from board.rules import Rating, due_of_class
from foundation.calendar import add_months
from foundation.design import words
from foundation.design.fields.moment import EARLIEST_YEAR, FULL_MONTHS, LATEST_YEAR
from foundation.exports import Value

Class = Action.DeadlineClass
Cell = str | date
"""As the cells of a file are kept: text, or a day."""

CENTURY, LATER = 2000, 100
OUT_OF_BOUNDS = f"Enter a date between {EARLIEST_YEAR} and {LATEST_YEAR}."
COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12}
CLASS_OF_MONTHS = {3: Class.THREE_MONTHS, 6: Class.SIX_MONTHS}

_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NAMED = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?[\s-]?{_MONTH}\.?,?[\s-]*(\d{{4}}|\d{{2}})\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH_ONLY = re.compile(rf"^(?:(?:by|before)\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?)?{_MONTH}\.?,?\s+(\d{{4}})\.?$", re.IGNORECASE)
_AT_ONCE = re.compile(r"^(?:with\s+)?immediate(?:ly)?(?:\s+(?:effect|action))?\.?$", re.IGNORECASE)
_WITHIN = re.compile(
    rf"^(?:with\s?in\s+|in\s+)?(\d{{1,2}}|{'|'.join(COUNTS)})\s*[- ]?\s*(days?|weeks?|months?|mths?|years?)\.?$", re.IGNORECASE
)
_COLOURS = {
    Rating.RED: ("red", "r", "overdue"),
    Rating.AMBER: ("amber", "a", "yellow", "orange", "y"),
    Rating.GREEN: ("green", "g", "on track"),
    Rating.BLUE: ("blue", "b", "complete", "completed", "done", "closed"),
}
_BETWEEN_OWNERS = re.compile(r"\s+/\s*|\s*/\s+|\s*;\s*|\s*\n\s*")
_TIGHT = re.compile(r"/")


class UnreadableCell(Exception):
    """What stands there says nothing that is asked for; the text is a sentence for the user."""


def kept(value: Value) -> Cell:
    """A value of a spreadsheet as it is kept: tidy text, or a day. Signs that nobody types are left out."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    text = "".join(sign for sign in text if sign == "\n" or sign.isprintable() or sign.isspace())
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def text_of(cell: Cell) -> str:
    """A cell as words."""
    return cell if isinstance(cell, str) else words.date(cell)


def as_json(cell: Cell) -> Any:
    """A cell for a column of JSON."""
    return cell if isinstance(cell, str) else {"day": cell.isoformat()}


def from_json(given: Any) -> Cell:
    """The same back."""
    return str(given) if isinstance(given, str) else date.fromisoformat(given["day"])


def day_in(text: str) -> date | None:
    """The first day that is written in a text, the day before the month; None where none is, or it is on no calendar."""
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.search(text):
        return _day(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _NUMBERS.search(text):
        return _day(_year(found[3]), int(found[2]), int(found[1]))
    return None


def _year(text: str) -> int:
    year = int(text)
    return year + CENTURY if year < LATER else year


def _month(text: str) -> int:
    return next(place for place, name in enumerate(FULL_MONTHS, start=1) if name.startswith(text[:3].lower()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return _within_bounds(date(year, month, day))
    except (ValueError, UnreadableCell):
        return None


def _within_bounds(day: date) -> date:
    """The day itself; refuses one of a year that no page of the portal would take."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise UnreadableCell(OUT_OF_BOUNDS)
    return day


@dataclass(frozen=True)
class Deadline:
    """By when: its class, and the day."""

    of_class: str
    due_on: date


def deadline_in(cell: Cell, counted_from: date | None) -> Deadline:
    """What a cell says of a deadline; “Immediate” and “within 3 months” are counted from a day. Refuses what says neither."""
    found = _deadline_in(cell, counted_from)
    _within_bounds(found.due_on)
    return found


def _deadline_in(cell: Cell, counted_from: date | None) -> Deadline:
    if isinstance(cell, date):
        return Deadline(Class.DATE, cell)
    text = " ".join(cell.split())
    if not text:
        raise UnreadableCell("Enter the deadline: a date, or a term such as “within 3 months”.")
    counted = _counted(text)
    if counted is not None:
        if counted_from is None:
            raise UnreadableCell("Say from which day this deadline is counted, with the columns.")
        return _from(counted_from, *counted)
    if day := day_in(text):
        return Deadline(Class.DATE, day)
    if found := _MONTH_ONLY.match(text):
        first = _day(int(found[2]), _month(found[1]), 1)
        if first is None:
            raise UnreadableCell(OUT_OF_BOUNDS)
        return Deadline(Class.DATE, add_months(first, 1) - timedelta(days=1))
    raise UnreadableCell("Enter a date, such as 28 September 2026, or a term such as “Immediate” or “within 3 months”.")


def _counted(text: str) -> tuple[int, str] | None:
    if _AT_ONCE.match(text):
        return 0, "month"
    found = _WITHIN.match(text)
    if found is None:
        return None
    number = COUNTS.get(found[1].lower())
    return (int(found[1]) if number is None else number), found[2].lower().rstrip("s")


def _from(day: date, number: int, unit: str) -> Deadline:
    if unit in ("day", "week"):
        return Deadline(Class.DATE, day + timedelta(days=number * (7 if unit == "week" else 1)))
    months = number * 12 if unit == "year" else number
    of_class = Class.IMMEDIATE if number == 0 else CLASS_OF_MONTHS.get(months, Class.DATE)
    return Deadline(of_class, add_months(day, months) if of_class == Class.DATE else due_of_class(of_class, day))


def rating_in(cell: Cell) -> str:
    """The colour that a cell names, however it is spelled; empty where it is empty. Refuses none, and more than one."""
    text = text_of(cell).casefold()
    if not text:
        return ""
    said = {rating for rating, names in _COLOURS.items() if any(re.search(rf"\b{name}\b", text) for name in names[:1])}
    if not said:
        first = re.split(r"\s*[-–:(,.\n]", text, maxsplit=1)[0].strip()
        said = {rating for rating, names in _COLOURS.items() if first in names}
    if len(said) != 1:
        raise UnreadableCell("Enter one of Red, Amber, Green or Blue.")
    return str(said.pop())


def owners_in(cell: Cell) -> tuple[str, ...]:
    """Those whom a cell names: several stand with a stroke between them, a semicolon, or each on a line of its own."""
    found: list[str] = []
    for part in _BETWEEN_OWNERS.split(text_of(cell)):
        tight = [one.strip() for one in _TIGHT.split(part)]
        found += tight if len(tight) > 1 and all(" " in one for one in tight) else [part]
    return tuple(dict.fromkeys(one.strip(" ,") for one in found if one.strip(" ,")))
