"""What statutory guidance asks a yearly report to contain, element by element, as it is written into an empty portal. Pure.

Sources: Working Together to Safeguard Children 2023, 2018 and 2013 (domain notes, the yearly report, section 1); our wording.
A newer guidance comes in as a file (`manage.py import_data elements`); what an area has put right stays.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from foundation.calendar import FinancialYear

PARTNERS, FIVE_PARTS, BOARDS = "wt2023", "wt2018", "wt2013"
GUIDANCE: Final = (
    (BOARDS, "Working Together 2010 and 2013", 2009),
    (FIVE_PARTS, "Working Together 2018", 2018),
    (PARTNERS, "Working Together 2023", 2023),
)
"""Code, title, and the year from which on reports are written by it (2023: 2023-24)."""


@dataclass(frozen=True)
class Element:
    """One thing that a report has to contain."""

    guidance: str
    number: int
    text: str
    shown_in: str
    """What of the portal shows it."""
    section: str
    """The chapter of the report in which it usually stands."""
    conditional: bool = False
    """Asked of some areas only."""


def _elements(guidance: str, *rows: tuple[str, str, str] | tuple[str, str, str, bool]) -> tuple[Element, ...]:
    return tuple(Element(guidance, number, *row) for number, row in enumerate(rows, start=1))


ELEMENTS: Final = (
    *_elements(
        PARTNERS,
        (
            "What was done as a result of the arrangements, with child safeguarding practice reviews",
            "Business plan, reviews", "business_plan",
        ),
        ("How effective the arrangements have been in practice", "Indicators, audits, the scrutineer’s judgement", "statistics"),
        (
            "What each safeguarding partner contributed to how the partnership works and is built",
            "Returns, attendance, contributions", "partners",
        ),
        (
            "Themes from scrutiny taken together: reviews, the scrutineer’s work, audits of several agencies",
            "Audits, challenges, themes", "scrutiny",
        ),
        (
            "Evidence of the impact of partners and relevant agencies, with training, on outcomes for children and families",
            "Returns, training", "partners",
        ),
        ("What was learned from serious incidents", "Reviews", "business_plan"),
        (
            "Key decisions and actions, with those on local and national recommendations, and what they changed",
            "Recommendations, actions", "action_plans",
        ),
        ("How the views of children and families were asked for and used", "Voice", "voice"),
        ("How education is represented and heard, in practice and in leadership", "Membership, attendance", "arrangements"),
        (
            "How data is used to learn, and how sharing information has improved practice and outcomes",
            "Scorecard and comments", "statistics",
        ),
        ("What independent scrutiny changed and taught", "Scrutineer’s notes and challenges", "scrutiny"),
        ("Changes to the published arrangements, with a timetable", "Published arrangements", "arrangements"),
        ("How national reforms are put into practice, with decisions and difficulties", "Reforms", "arrangements"),
        ("What the arrangements cost: each partner’s contribution, changes, use, impact and value for money", "Budget", "budget"),
        ("Where little or no progress was made on what was agreed", "Business plan", "business_plan"),
        ("The review of restraint in a secure establishment, and to whom it went", "Narrative", "business_plan", True),
    ),
    *_elements(
        FIVE_PARTS,
        (
            "What was done under the arrangements, with child safeguarding practice reviews",
            "Business plan, reviews", "part_1",
        ),
        ("How effective the arrangements have been in practice", "Indicators, audits", "part_1"),
        (
            "The impact of partners and agencies, with training, on outcomes from early help to care leavers",
            "Returns, training", "part_2",
        ),
        ("Where little or no progress was made on agreed priorities", "Business plan", "part_3"),
        (
            "Decisions and actions on recommendations of local and national reviews, and what they improved",
            "Actions", "part_4",
        ),
        ("How feedback of children and families was asked for and used", "Voice", "part_5"),
        ("Changes to the published arrangements", "Published arrangements", "changes"),
        ("The review of restraint in a secure establishment", "Narrative", "part_1", True),
    ),
    *_elements(
        BOARDS,
        (
            "How effective safeguarding in the area is: local services, weaknesses, causes and action",
            "Indicators, audits", "quality",
        ),
        ("Progress on priority issues", "Business plan", "progress"),
        ("Single-agency and inter-agency training", "Training", "agencies"),
        ("Safer recruitment and allegations against people who work with children", "Returns", "agencies"),
        ("Lessons on preventing the deaths of children", "Returned figures", "deaths"),
        ("Reviews of the year, and progress on their action plans", "Reviews, actions", "reviews"),
        ("Children in need of protection and children looked after", "Figures", "child_protection"),
        ("What partners contributed, and what was spent", "Budget", "budget"),
    ),
)  # fmt: skip


def publish_by(year: FinancialYear) -> date:
    """The last day on which the report of a year may be published: 30 September after it."""
    return date(year.end.year, 9, 30)
