"""The days of a chronology as agencies write them: read where that needs no guessing; everything else says why not."""

import re
from calendar import day_name, monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from foundation.design import words
from foundation.design.fields.moment import FULL_MONTHS, MONTHS

EXACT, APPROXIMATE, MONTH, YEAR = "exact", "approximate", "month", "year"
"""As in reviews.models.Precision."""
RANK = {YEAR: "0", MONTH: "1", APPROXIMATE: "2", EXACT: "2"}
EARLIEST = 1900
EXAMPLES = "Write 3 May 2021, 03/05/2021, 2021-05-03, May 2021 or about 3 May 2021."
_MONTH = "(" + "|".join((*FULL_MONTHS, "sept", *MONTHS)) + r")\.?"
_ABOUT = re.compile(r"^(?:about|approx(?:\.|imately)?|around|circa|c\.|~)\s*", re.IGNORECASE)
_WEEKDAY = re.compile(
    rf"^({'|'.join(name.lower() for name in day_name)}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?,?\s+", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?[\s-]?{_MONTH},?[\s-]*(\d{{4}}|\d{{2}})", re.IGNORECASE | re.ASCII)
_NAMED_FIRST = re.compile(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE | re.ASCII)
_MONTH_ONLY = re.compile(rf"{_MONTH},?[\s-]+(\d{{4}})", re.IGNORECASE | re.ASCII)
_MONTH_NUMBER = re.compile(r"(\d{1,2})\s*/\s*(\d{4})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?", re.IGNORECASE | re.ASCII)
_NOON = 12


class Unreadable(Exception):
    """What stands there is no day that can be read without guessing; the text is a sentence for whoever wrote it."""


@dataclass(frozen=True)
class Day:
    """A day, how well it is known, and the time of day where it stands with it. Of a month or a year its first day."""

    on: date
    precision: str = EXACT
    at: time | None = None


def day_in(cell: object, *, today: date, month_first: bool = False) -> Day:
    """The day that a cell holds. `month_first`: other rows of the file write the month before the day.

    Refuses what is no day, what could be two, and a day to come.
    """
    found = _day_in(cell, month_first=month_first)
    if found.on > today:
        raise Unreadable(f"{spoken(found)} lies in the future.")
    if found.on.year < EARLIEST:
        raise Unreadable(f"The year {found.on.year} is too long ago.")
    return found


def _day_in(cell: object, *, month_first: bool) -> Day:
    if isinstance(cell, datetime):
        at = cell.time().replace(second=0, microsecond=0, tzinfo=None)
        return Day(cell.date(), at=None if at == time() else at)
    if isinstance(cell, date):
        return Day(cell)
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        return _of_number(cell)
    text = " ".join(str(cell or "").split())
    if not text:
        raise Unreadable("Enter the date.")
    bare = _ABOUT.sub("", text)
    found = _written(text, bare, month_first=month_first)
    return replace(found, precision=APPROXIMATE) if bare != text and found.precision == EXACT else found


def _of_number(cell: int | Decimal) -> Day:
    if isinstance(cell, int) and EARLIEST <= cell <= 9999:  # a year has four digits
        return Day(date(cell, 1, 1), YEAR)
    raise Unreadable(f"“{cell}” is a number, not a date. Format the column as a date, or write 3 May 2021.")


def _written(text: str, bare: str, *, month_first: bool) -> Day:
    weekday = _WEEKDAY.match(bare)
    rest = _WEEKDAY.sub("", bare)
    found = _readings(text, rest, month_first=month_first)
    if weekday is not None and found.precision == EXACT:
        named = next(name for name in day_name if name.lower().startswith(weekday[1].lower()[:3]))
        real = day_name[found.on.weekday()]
        if named != real:
            raise Unreadable(f"{words.date(found.on)} was a {real}, not a {named}. Check the date.")
    return found


def _readings(text: str, rest: str, *, month_first: bool) -> Day:
    if found := _ISO.fullmatch(rest):
        return Day(_real(text, int(found[1]), int(found[2]), int(found[3])))
    if found := _NUMBERS.fullmatch(rest):
        return Day(_numbered(text, found, month_first=month_first))
    if found := _NAMED.fullmatch(rest):
        return Day(_real(text, _year(text, found[3]), _month(found[2]), int(found[1])))
    if found := _NAMED_FIRST.fullmatch(rest):
        return Day(_real(text, int(found[3]), _month(found[1]), int(found[2])))
    if found := _MONTH_ONLY.fullmatch(rest):
        return Day(_real(text, int(found[2]), _month(found[1]), 1), MONTH)
    if found := _ISO_MONTH.fullmatch(rest):
        return Day(_real(text, int(found[1]), int(found[2]), 1), MONTH)
    if found := _MONTH_NUMBER.fullmatch(rest):
        return Day(_real(text, int(found[2]), int(found[1]), 1), MONTH)
    if _YEAR.fullmatch(rest):
        return Day(_real(text, int(rest), 1, 1), YEAR)
    raise Unreadable(f"“{text[:60]}” is no date that can be read. {EXAMPLES}")


def _numbered(text: str, found: re.Match[str], *, month_first: bool) -> date:
    first, second, year = int(found[1]), int(found[2]), _year(text, found[3])
    months = len(MONTHS)
    if second > months >= first:
        raise Unreadable(f"“{text}” has no month {second}. Write the day before the month: {second:02}/{first:02}/{year}.")
    if month_first and first != second and max(first, second) <= months:
        other = [words.date(_real(text, year, month, day)) for day, month in ((first, second), (second, first))]
        raise Unreadable(
            f"“{text}” can be {other[0]} or {other[1]}: other rows of the file write the month first. Write the month in letters."
        )
    return _real(text, year, second, first)


def _year(text: str, year: str) -> int:
    if len(year) < len("2021"):
        raise Unreadable(f"“{text}” can be read in several ways. Write the year with four numbers.")
    return int(year)


def _month(name: str) -> int:
    return next(number for number, short in enumerate(MONTHS, start=1) if name.lower().startswith(short))


def _real(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(f"“{text}” is on no calendar. Check the date.") from None


def writes_month_first(cell: object) -> bool:
    """Whether a cell can only be read with the month before the day: 05/13/2021."""
    found = _NUMBERS.fullmatch(_WEEKDAY.sub("", _ABOUT.sub("", " ".join(cell.split())))) if isinstance(cell, str) else None
    return found is not None and int(found[2]) > len(MONTHS) >= int(found[1])


def time_in(cell: object) -> time | None:
    """The time of day that a cell holds; None where it is empty. Refuses what could be morning or afternoon."""
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(cell, timedelta) and timedelta() <= cell < timedelta(days=1):
        return time(cell.seconds // 3600, cell.seconds // 60 % 60)
    text = " ".join(str("" if cell is None else cell).split())
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is None or (found[2] is None and found[3] is None):
        raise Unreadable(f"“{text[:40]}” is no time. Write 14:30 or 2:30pm.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            raise Unreadable(f"“{text}” is no time. Write 14:30 or 2:30pm.")
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise Unreadable(f"“{text}” is no time. Write 14:30 or 2:30pm.") from None


def with_quality(found: Day, precision: str) -> Day:
    """A day under what its own column says of its quality. Refuses a better quality than the day has."""
    if precision in ("", found.precision):
        return found
    if found.precision in (MONTH, YEAR) and not (found.precision == MONTH and precision == YEAR):
        raise Unreadable(f"{spoken(found)} is not known to the day. Write the day, or change the quality of the date.")
    if precision == MONTH:
        return Day(found.on.replace(day=1), MONTH)
    if precision == YEAR:
        return Day(found.on.replace(month=1, day=1), YEAR)
    return replace(found, precision=precision)


def spoken(found: Day) -> str:
    """A day as people say it: May 2021 of a month, 2021 of a year."""
    if found.precision == YEAR:
        return str(found.on.year)
    if found.precision == MONTH:
        return f"{FULL_MONTHS[found.on.month - 1].capitalize()} {found.on.year}"
    return f"About {words.date(found.on)}" if found.precision == APPROXIMATE else words.date(found.on)


def last_day(on: date, precision: str, until: date | None) -> date:
    """The last day on which it can have happened, or to which it lasted."""
    if until is not None:
        return until
    if precision == YEAR:
        return on.replace(month=12, day=31)
    return on.replace(day=monthrange(on.year, on.month)[1]) if precision == MONTH else on


def place_of(found: Day) -> str:
    """Where it stands in the order of time: a year before its months, a month before its days, a day before its hours."""
    at = f"{found.at:%H%M}" if found.at else "0000"
    return f"{found.on:%Y%m%d}{RANK[found.precision]}{at}"
