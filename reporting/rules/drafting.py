"""Writing the report together: the names of its deadlines and records, and how long its texts may be."""

from datetime import date
from typing import Final

from foundation.design import words

CHAPTER: Final = "reporting.chapter"
"""The deadline of a chapter that somebody writes."""
AUTHORSHIP: Final = "chapter_author"
CONTRIBUTION: Final = "reporting.contribution"
"""The kind of the request by which an agency is asked for something for a chapter."""
CONTRIBUTED: Final = "report_contribution"
"""The kind of record of what it was asked for."""
GIVEN: Final = "given"
CONSULTATION: Final = "reporting.consultation"
"""The deadline by which those who are consulted say what they think."""
CONSULTED: Final = "consulted_person"
LONGEST_COMMENT: Final = 4_000
LONGEST_WORD: Final = 1_000
MOST_PEOPLE: Final = 60


def is_over(until: date, today: date, *, ended: bool) -> bool:
    """Whether a consultation takes no more comments: it was ended, or its last day has passed."""
    return ended or until < today


def over_words(until: date, ended_on: date | None) -> str:
    """What somebody reads who comes too late."""
    return f"The consultation on this draft ended on {words.date(ended_on or until)}. Comments are not taken any more."
