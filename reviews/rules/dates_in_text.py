"""Days that a text says, in the many ways in which people write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
ORDINALS = (
    *(*_ONES, *_TEENS),
    *("twentieth", *(f"twenty-{one}" for one in _ONES), "thirtieth", "thirty-first"),
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WORD_DAYS = "|".join(sorted((re.escape(word).replace(r"\-", "[- ]") for word in ORDINALS), key=len, reverse=True))
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{_WORD_DAYS})"
_YEAR = r"(?P<year>\d{4}|'?\d{2}(?!\d))"
_WORDED = (
    re.compile(rf"(?<!\w){_DAY}[\s-](?:day )?(?:of )?{_MONTH}(?:,?[\s-]{_YEAR})?(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}[\s-](?:the )?{_DAY}(?!\d)(?:,?\s{_YEAR})?(?!\w)"),
)
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>\d{1,4})(?P<sep>\s?[/.-]\s?)(?P<b>\d{1,2})(?P=sep)(?P<c>\d{1,4})(?![\d/-])")
_MONTH_ALONE = re.compile(rf"(?<!\w){_MONTH}(?:,? (?:of )?)(?P<year>\d{{4}})(?!\w)")
_LATEST_SHORT_YEAR = 50
"""A year of two digits up to this is of this century."""


@dataclass(frozen=True)
class Said:
    """A day, or a month where `day` is None, as a text says it. `days`: the days that it can mean."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    days: tuple[date, ...] = ()


def dates_in(text: str) -> Iterator[Said]:
    """Every day and month of a year in a text of small letters."""
    for pattern in _WORDED:
        for found in pattern.finditer(text):
            day, month, year = _day(found["day"]), _month(found["month"]), _year(found["year"])
            if day <= 31 and day:
                yield Said(*found.span(), year, month, day, tuple(_days(year, ((month, day),))))
    for found in _NUMERIC.finditer(text):
        yield from _numeric(found)
    for found in _MONTH_ALONE.finditer(text):
        yield Said(*found.span(), int(found["year"]), _month(found["month"]), None)


def _numeric(found: re.Match[str]) -> Iterator[Said]:
    first, second, last = found["a"], found["b"], found["c"]
    if len(first) == 4:
        year, pairs = int(first), ((int(second), int(last)), (int(last), int(second)))
    elif len(last) in (2, 4) and len(first) < 3:
        year, pairs = _year(last) or 0, ((int(second), int(first)), (int(first), int(second)))
    else:
        return
    days = tuple(_days(year, pairs))
    if days:
        yield Said(*found.span(), year, days[0].month, days[0].day, days)


def _days(year: int | None, pairs: tuple[tuple[int, int], ...]) -> Iterator[date]:
    for month, day in pairs:
        try:
            yield date(year or 0, month, day)
        except ValueError:
            continue


def _day(said: str) -> int:
    digits = re.match(r"\d+", said)
    return int(digits.group()) if digits else ORDINALS.index(said.replace(" ", "-")) + 1


def _month(said: str) -> int:
    return next(place for place, name in enumerate(MONTHS, start=1) if name.startswith(said[:3]))


def _year(said: str | None) -> int | None:
    if not said:
        return None
    short = int(said.lstrip("'"))
    if len(said.lstrip("'")) == 4:
        return short
    return short + (2000 if short <= _LATEST_SHORT_YEAR else 1900)
