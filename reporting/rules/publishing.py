"""To whom a yearly report goes, and by when."""

from datetime import date, timedelta
from typing import Final

PUBLISH: Final = "reporting.publish"
"""The deadline by which the report of a year is published."""
REPORT: Final = "yearly_report"
"""On what its clock runs: the report of a year, whose reference is the year."""
REMINDED_AHEAD: Final = timedelta(weeks=4)
SEND_WITHIN: Final = timedelta(days=7)
"""The national panel and the evidence centre get it within seven days of publication (Working Together 2023)."""
WITHIN_DAYS: Final = (
    "Child Safeguarding Practice Review Panel",
    "Foundations, What Works Centre for Children and Families",
)
USUAL: Final = (
    *WITHIN_DAYS,
    "Council’s scrutiny committee",
    "Health and wellbeing board",
    "Community safety partnership",
    "Corporate parenting board",
)
"""Who usually gets it."""


def due_on(recipient: str, published: date) -> date | None:
    """By when a recipient must have been sent it; None where no day is set."""
    return published + SEND_WITHIN if recipient in WITHIN_DAYS else None
