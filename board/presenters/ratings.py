"""Wording of ratings over time."""

from collections.abc import Mapping, Sequence
from datetime import date

from board.models import Action
from foundation import charts
from foundation.charts.chart import Chart
from foundation.design import words

WORDS = {**{value: str(label) for value, label in Action.Rating.choices}, "": "Not rated"}


def rating_strip(number: str, rated: Mapping[date, str]) -> Chart:
    """The ratings of an action at the end of each month, and today."""
    days = list(rated)
    periods = [*(f"{day:%b %Y}" for day in days[:-1]), "Now"]
    return charts.strip(
        title="Rating at the end of each month",
        description=_changes(days, [rated[day] for day in days]),
        periods=periods,
        rows={f"Action {number}": [rated[day] for day in days]},
        row_header="Action",
    )


def _changes(days: Sequence[date], ratings: Sequence[str]) -> str:
    """Each change in words: green from the end of June 2026, red from today."""
    parts = []
    for place, (day, rating) in enumerate(zip(days, ratings, strict=True)):
        if place == 0 or rating != ratings[place - 1]:
            since = "today" if place == len(days) - 1 else f"at the end of {day:%B %Y}"
            parts.append(f"{WORDS[rating].lower()} {since}")
    return f"It was {', then '.join(parts)}." if len(days) > 1 else f"It is {WORDS[ratings[0]].lower()} today."


def rated_words(rating: str | None, day: date) -> str:
    """What it was rated at the end of a day."""
    if rating is None:
        return f"It had no rating on {words.date(day)}: that is before it was added, or still to come."
    return (
        f"At the end of {words.date(day)} it was {'not rated: it had been withdrawn' if not rating else WORDS[rating].lower()}."
    )
