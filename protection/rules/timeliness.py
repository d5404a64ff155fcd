"""Days by which something is due that do not come from a clock, and how timeliness and participation are counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final

from django.conf import settings

from foundation.calendar import completed_age
from protection.models import PRESENT, Participation

COUNTED_FIRST, COUNTED_LATER = (timedelta(days=days) for days in settings.REVIEWS_COUNTED_DAYS)
"""In how many days the national statistics count a review as held on time; the law speaks of three and six months."""
BEFORE_BIRTH: Final = timedelta(days=70)
ASKED_TO_ATTEND_FROM: Final[int] = settings.CONFERENCE_CHILD_FROM_AGE


def counted_review_due(last: date, *, first: bool) -> date:
    """The last day on which a review counts as on time after the conference before it."""
    return last + (COUNTED_FIRST if first else COUNTED_LATER)


def pre_birth_conference_on(expected: date) -> date:
    """About when a conference about an unborn child is to be held: ten weeks before the expected date of delivery."""
    return expected - BEFORE_BIRTH


def in_time(pairs: Iterable[tuple[date, date]]) -> tuple[int, int]:
    """How many of some things happened by their day, and how many there were: pairs of when and by when."""
    rows = list(pairs)
    return sum(happened <= due for happened, due in rows), len(rows)


def is_asked_to_attend(born: date | None, on: date) -> bool:
    """Whether a child of this age is asked to come to the conference."""
    return completed_age(born, on) >= ASKED_TO_ATTEND_FROM


def took_part(participation: str) -> bool | None:
    """Whether a child took part or was heard; None for one who could not be (too young, not born)."""
    if participation in ("", Participation.TOO_YOUNG):
        return None
    return participation != Participation.NO_VIEWS


def attended(attendances: Iterable[tuple[str, bool]]) -> tuple[int, int]:
    """Who came, and who was expected: pairs of attendance and “required”."""
    expected = [attendance for attendance, required in attendances if required]
    return sum(one in PRESENT for one in expected), len(expected)


@dataclass(frozen=True)
class Scale:
    """The scores of a conference in one number and their spread."""

    median: float
    lowest: int
    highest: int


def scale(scores: Sequence[int]) -> Scale | None:
    """Median, lowest and highest of the scores; None where nobody gave one."""
    return Scale(float(median(scores)), min(scores), max(scores)) if scores else None


DRIFT_AFTER: Final = 2


def drifts(medians: Sequence[float]) -> bool:
    """Whether the scale has not risen in two reviews: medians of conferences in their order."""
    return len(medians) > DRIFT_AFTER and medians[-1] <= min(medians[-1 - DRIFT_AFTER : -1])
