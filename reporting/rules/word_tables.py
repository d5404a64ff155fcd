"""The tables of words that a human judges and types for a year's report: what each is called, and its columns."""

from dataclasses import dataclass
from typing import Final

CODE: Final = "words."
"""Before the key of a table in the code under which it is published."""
MOST_WORDS: Final = 150
"""In one box."""


@dataclass(frozen=True)
class WordShape:
    """One table of words: its title, what it is for, and its columns; the first one heads the rows."""

    key: str
    title: str
    meaning: str
    columns: tuple[str, ...]
    side_by_side: bool = False
    """Whether its columns stand beside each other, each by itself, so that any of them may end first."""

    @property
    def code(self) -> str:
        """The code under which it is published."""
        return f"{CODE}{self.key}"


SHAPES: Final = (
    WordShape("priorities", "Our priorities", "What the partnership set out to do, and why.", ("Priority", "Why")),
    WordShape(
        "verdicts",
        "Two questions, answered",
        "What the report asks of itself: a verdict (Yes, Mostly, Partly, No) and what shows it, a point on each line.",
        ("Question", "Verdict", "What shows it"),
    ),
    WordShape("key", "How this report is arranged", "Its parts, and what each answers.", ("Part", "What it answers")),
    WordShape(
        "said_of_us",
        "What others said of us",
        "What inspectors, peers and other bodies said, in their words.",
        ("Who says it", "What they say"),
    ),
    WordShape(
        "health",
        "How health services are arranged",
        "Each body and the one that it reports to.",
        ("Body", "Kind", "What it does", "Reports to"),
    ),
    WordShape(
        "joint_work",
        "Work with adults’ services",
        "With whom the partnership works on families’ needs as a whole, and what came of it.",
        ("With whom", "What we do together", "What came of it"),
    ),
    WordShape(
        "findings",
        "What the independent review found",
        "Each finding, and what the partnership does about it.",
        ("Finding", "What we do"),
    ),
    WordShape(
        "lessons",
        "What reviews taught us",
        "What each review taught, a point on each line, and what has changed.",
        ("Review", "What it taught", "What has changed"),
    ),
    WordShape(
        "national_reviews",
        "National reviews",
        "What national reviews asked of partnerships, and what was done here.",
        ("Review", "What it asks", "What we have done"),
    ),
    WordShape("briefings", "Briefings", "Short briefings of the year, and for whom.", ("Briefing", "When", "For whom")),
    WordShape(
        "audits",
        "Audits of the year",
        "What was audited and how.",
        ("Audit", "Methodology", "What it found"),
    ),
    WordShape("audits_next", "Audits of the coming year", "What will be audited and how.", ("Audit", "Methodology", "When")),
    WordShape(
        "assurance",
        "Other assurance",
        "Audits of agencies by themselves, inspections and their results.",
        ("Exercise", "When", "What it found"),
    ),
    WordShape(
        "gaps", "Where there are gaps", "By theme: what is missing, and what will be done.", ("Theme", "Gap", "What we will do")
    ),
    WordShape(
        "strengths",
        "Strengths and areas for development",
        "What is strong, and what is to be developed.",
        ("Strengths", "Areas for development"),
        side_by_side=True,
    ),
    WordShape(
        "influenced", "What we have influenced", "What is done otherwise because of the partnership.", ("What", "How it changed")
    ),
    WordShape(
        "stories", "Stories", "What happened to families, told so that nobody can be recognised.", ("Story", "What happened")
    ),
    WordShape(
        "requirements",
        "What is required, and how we meet it",
        "Each requirement, the local arrangements and who leads.",
        ("Requirement", "Local arrangements", "Lead"),
    ),
)
BY_KEY: Final = {one.key: one for one in SHAPES}
