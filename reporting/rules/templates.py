"""Templates of the yearly report: which chapters it has and what stands in each. Kept as data; these are the ones to begin with.

The shapes are those of Working Together 2023, of the five parts of 2018 and of the boards' reports of 2010 and 2013 (domain
notes, the yearly report, sections 1 and 4 to 6); the wording is ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, get_args

from foundation.figures import Crossing
from reporting.rules import library
from reporting.rules.blocks import Block, Chapter
from reporting.rules.elements import BOARDS, FIVE_PARTS, PARTNERS
from reporting.rules.outline import CHAPTERS

_KINDS: Final = {kind.__name__: kind for kind in get_args(Block)}


@dataclass(frozen=True)
class Template:
    """A shape of the report, used for years from one on."""

    code: str
    title: str
    from_year: int
    chapters: tuple[Chapter, ...]
    needs_statement: bool = False
    """Whether it is published with the independent scrutineer's statement only: guidance of 2018 and later asks for scrutiny."""

    @property
    def sections(self) -> dict[str, str]:
        """What narrative can be written for, with the title under which it stands."""
        return {chapter.key: chapter.title for chapter in self.chapters}


# -- as data --------------------------------------------------------------------------------------------------


def chapters_as_json(chapters: Iterable[Chapter]) -> list[dict[str, Any]]:
    """Chapters and their blocks as plain data."""
    return [
        {"key": chapter.key, "title": chapter.title, "blocks": [_block_as_json(block) for block in chapter.blocks]}
        for chapter in chapters
    ]


def _block_as_json(block: Block) -> dict[str, Any]:
    told = {one.name: getattr(block, one.name) for one in fields(block)}
    return {"kind": type(block).__name__, **{name: _plain(value) for name, value in told.items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, Crossing):
        return {"name": value.name, "rows": value.rows, "columns": value.columns}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def chapters_from_json(rows: Sequence[Mapping[str, Any]]) -> tuple[Chapter, ...]:
    """Read back what `chapters_as_json` wrote; KeyError or TypeError for what is no chapter."""
    return tuple(Chapter(row["key"], row["title"], tuple(_block_from_json(block) for block in row["blocks"])) for row in rows)


def _block_from_json(row: Mapping[str, Any]) -> Block:
    told = {name: _typed(value) for name, value in row.items() if name != "kind"}
    made: Block = _KINDS[row["kind"]](**told)
    return made


def _typed(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Crossing(**value)
    return tuple(_typed(one) for one in value) if isinstance(value, list) else value


# -- the templates to begin with ------------------------------------------------------------------------------


def _all(key: str) -> tuple[Block, ...]:
    """The blocks of a chapter of the template of 2023."""
    return next(chapter.blocks for chapter in CHAPTERS if chapter.key == key)


def _some(key: str, *headings: str) -> tuple[Block, ...]:
    """Those of its blocks that stand under these headings."""
    return tuple(block for block in _all(key) if block.heading in headings)


_FIVE: Final = (
    Chapter("foreword", "Foreword"),
    Chapter("introduction", "Introduction", _all("introduction")),
    Chapter(
        "arrangements",
        "Our arrangements",
        (*_some("arrangements", "The groups of the partnership", "How the groups met"), *library.MEMBERS, *library.HEALTH),
    ),
    Chapter("budget", "Budget", _all("budget")),
    Chapter("statistics", "Children in our area", _all("statistics")),
    Chapter(
        "part_1",
        "Part 1: what we did, and how effective it was",
        (
            *_some("business_plan", "The objectives of the year", "How the plan was kept"),
            *_all("front_door"),
            *_all("child_protection"),
            *_all("care"),
            *_all("safety"),
            *_all("scrutiny"),
            *_all("reviews"),
            *_all("deaths"),
            *_all("learning"),
        ),
    ),
    Chapter("part_2", "Part 2: what partners and agencies changed for children", (*_all("partners"), *_all("analysis"))),
    Chapter(
        "part_3",
        "Part 3: where there was little or no progress",
        (*_some("business_plan", "Areas with little or no progress"), *_all("quality"), *_all("risks")),
    ),
    Chapter(
        "part_4",
        "Part 4: decisions and actions on recommendations",
        (*_all("action_plans"), *_some("business_plan", "The plan of the coming year"), *library.STREAMS),
    ),
    Chapter("part_5", "Part 5: how children and families were heard", _all("voice")),
    Chapter(
        "changes",
        "Changes to our arrangements",
        _some(
            "arrangements",
            "Changes to the published arrangements",
            "Timetable of the next arrangements",
            "National reforms",
            "Letters of the executive and replies",
        ),
    ),
    Chapter("guidance", "What statutory guidance asks", _all("guidance")),
)
_BOARD: Final = (
    Chapter("foreword", "Foreword by the independent chair"),
    Chapter("introduction", "Introduction", _all("introduction")),
    Chapter("objectives", "Objectives of the board"),
    Chapter(
        "membership",
        "Structure and membership",
        (
            *_some("arrangements", "The groups of the partnership", "How the groups met"),
            *library.MEMBERS,
            *library.HEALTH,
            *_some("arrangements", "Attendance by agency", "Attendance by group"),
        ),
    ),
    Chapter("statistics", "Children in our area", _all("statistics")),
    Chapter("front_door", "Referrals and assessments", _all("front_door")),
    Chapter("child_protection", "Children in need of protection", _all("child_protection")),
    Chapter("care", "Looked-after children, schools and health", _all("care")),
    Chapter("safety", "Domestic abuse, offending and allegations", _all("safety")),
    Chapter(
        "progress",
        "Progress on our priorities",
        _some("business_plan", "The objectives of the year", "Areas with little or no progress", "How the plan was kept"),
    ),
    Chapter("agencies", "What each agency did", _all("partners")),
    Chapter("quality", "Quality assurance and challenge", (*_all("scrutiny"), *_all("quality"), *_all("risks"))),
    Chapter("reviews", "Reviews, and progress on their action plans", (*_all("reviews"), *_all("action_plans"))),
    Chapter("deaths", "Preventing child deaths", (*_some("statistics", "Harm and health"), *_all("deaths"))),
    Chapter("learning", "Training and learning", _all("learning")),
    Chapter("voice", "What children and families told us", _all("voice")),
    Chapter("analysis", "Strengths and areas for development", _all("analysis")),
    Chapter("budget", "Income and expenditure", _all("budget")),
    Chapter(
        "business_plan",
        "Business plan of the coming year",
        (*_some("business_plan", "The plan of the coming year"), *library.STREAMS),
    ),
    Chapter("guidance", "What statutory guidance asks", _all("guidance")),
)
TEMPLATES: Final = (
    Template(BOARDS, "Report of a safeguarding children board (2010 and 2013)", 2009, _BOARD),
    Template(FIVE_PARTS, "Report in five parts (2018)", 2018, _FIVE, needs_statement=True),
    Template(PARTNERS, "Report of the safeguarding partners (2023)", 2023, CHAPTERS, needs_statement=True),
)
SECTION_TITLES: Final = {key: title for one in TEMPLATES for key, title in one.sections.items()}
"""Every chapter of any of them, with its title; where two have one, that of the newer."""
