"""Questions answered with a date or a time."""

import datetime
import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from foundation import clock
from foundation.design import words
from foundation.design.fields.base import Question, refuse_unstorable
from foundation.design.widgets import PARTS, DateParts

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FULL_MONTHS = [
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
]
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


class DateField(Question):
    """A date in three boxes; the month may be a name.

    `in_past`: before today. `not_future`: today or before. `in_future`: after today. `not_past`: today or
    after. `earliest` and `latest` are allowed dates themselves.
    """

    def __init__(
        self,
        *,
        in_past: bool = False,
        not_future: bool = False,
        in_future: bool = False,
        not_past: bool = False,
        earliest: datetime.date | None = None,
        latest: datetime.date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(widget=DateParts, **kwargs)
        self.in_past, self.not_future, self.in_future, self.not_past = (
            in_past,
            not_future,
            in_future,
            not_past,
        )
        self.earliest, self.latest = earliest, latest

    def clean(self, value: Any) -> datetime.date | None:
        """Give the date, or refuse naming the parts that are wrong."""
        day, month, year = DateParts.split(value)
        parts = (day.strip(), month.strip(), year.strip())
        missing = [name for name, part in zip(PARTS, parts, strict=True) if not part]
        if len(missing) == len(PARTS):
            if self.required:
                raise self._wrong("required", self.required_message, ["day"], missing)
            return None
        if missing:
            listed = " and ".join(missing)
            raise self._wrong("incomplete", f"{self.noun} must include a {listed}", missing, missing)
        answer = self._real(parts)
        self._in_time(answer)
        self.run_validators(answer)
        return answer

    def _wrong(self, code: str, sentence: str, focus: Sequence[str], parts: Sequence[str]) -> ValidationError:
        return ValidationError(sentence, code=code, params={"parts": list(parts), "focus": focus[0]})

    def _real(self, parts: tuple[str, str, str]) -> datetime.date:
        for part in parts:
            refuse_unstorable(part, self.noun)
        day, month, year = (_number(parts[0]), _month(parts[1]), _number(parts[2]))
        wrong = [
            name
            for name, good in (
                ("day", 1 <= day <= 31),
                ("month", 1 <= month <= len(MONTHS)),
                ("year", EARLIEST_YEAR <= year <= LATEST_YEAR),
            )
            if not good
        ]
        if wrong == ["year"]:
            raise self._wrong("year", f"Year must be 4 numbers, from {EARLIEST_YEAR} to {LATEST_YEAR}", wrong, wrong)
        try:
            if wrong:
                raise ValueError
            return datetime.date(year, month, day)
        except ValueError as impossible:
            bad = wrong or ["day"]
            raise self._wrong("invalid", f"{self.noun} must be a real date", bad, wrong or PARTS) from impossible

    def _in_time(self, answer: datetime.date) -> None:
        today = clock.today()
        rules = (
            (self.in_past and answer >= today, "in_past", "must be in the past"),
            (self.not_future and answer > today, "not_future", "must be today or in the past"),
            (self.in_future and answer <= today, "in_future", "must be in the future"),
            (self.not_past and answer < today, "not_past", "must be today or in the future"),
            (
                self.earliest is not None and answer < self.earliest,
                "earliest",
                f"must be the same as or after {words.date(self.earliest)}",
            ),
            (
                self.latest is not None and answer > self.latest,
                "latest",
                f"must be the same as or before {words.date(self.latest)}",
            ),
        )
        for broken, code, sentence in rules:
            if broken:
                raise self._wrong(code, f"{self.noun} {sentence}", PARTS, PARTS)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the three parts."""
        return DateParts.split(initial) != DateParts.split(data)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else 0


def _month(text: str) -> int:
    word = text.lower().rstrip(".")
    for number, (short, full) in enumerate(zip(MONTHS, FULL_MONTHS, strict=True), start=1):
        if word in (short, full) or (word == "sept" and short == "sep"):
            return number
    return _number(text)


TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?", re.ASCII)
NAMED = {"midday": datetime.time(12), "noon": datetime.time(12), "midnight": datetime.time(0)}


class TimeField(Question):
    """A time of day in one box: 9:30am, 4pm, 16:05 or midday."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("hint", "For example, 9:30am or 2pm")
        super().__init__(widget=forms.TextInput, **kwargs)
        self.params |= {"classes": "govuk-input--width-5", "spellcheck": False}

    def prepare_value(self, value: Any) -> Any:
        """Show a time as people write it."""
        return words.time(value) if isinstance(value, datetime.time) else value

    def to_python(self, value: Any) -> datetime.time | None:
        """Give the time; refuse one that could be morning or afternoon."""
        if isinstance(value, datetime.time):
            return value
        text = str(value or "").strip().lower()
        if not text:
            return None
        if text in NAMED:
            return NAMED[text]
        found = TIME.fullmatch(text)
        if not found:
            raise self.refuse("invalid", "must be a time, like 9:30am or 2pm")
        return self._time(text, int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").replace(".", ""))

    def _time(self, text: str, hour: int, minute: int, half: str) -> datetime.time:
        if not half and not text.startswith("0") and 1 <= hour <= 12:
            raise self.refuse("half", "must include am or pm")
        if half:
            if not 1 <= hour <= 12:
                raise self.refuse("invalid", "must be a time, like 9:30am or 2pm")
            hour = hour % 12 + (12 if half == "pm" else 0)
        try:
            return datetime.time(hour, minute)
        except ValueError as impossible:
            raise self.refuse("invalid", "must be a time, like 9:30am or 2pm") from impossible
