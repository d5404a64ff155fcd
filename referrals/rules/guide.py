"""What a version of the guide by level of need says, and what it must say before it is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from foundation.errors import Incomplete, Problem
from referrals.models.codes import ThresholdLevel


@dataclass(frozen=True)
class LevelGiven:
    """One level of need in the words of the partnership."""

    level: int
    title: str
    description: str
    indicators: str
    what_to_do: str


def check_complete(levels: Sequence[LevelGiven]) -> None:
    """Refuse to publish a guide that leaves one of the four levels without a description, indicators or what to do."""
    parts = (
        ("title", "Enter a title for level {level}"),
        ("description", "Enter what level {level} means"),
        ("indicators", "Enter what people may notice at level {level}"),
        ("what_to_do", "Enter what to do at level {level}"),
    )
    given = {one.level: one for one in levels}
    wrong = [
        Problem(sentence.format(level=level), f"{name}_{level}")
        for level in ThresholdLevel.values
        for name, sentence in parts
        if level not in given or not getattr(given[level], name).strip()
    ]
    if wrong:
        raise Incomplete(wrong)
