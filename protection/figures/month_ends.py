"""How many children were on a child protection plan at the end of each month.

Told to the nearest five: beside the plans that started and ended in a month, exact numbers of two month ends would give away
one of these that is hidden.
"""

from collections.abc import Iterator

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, counted, figures
from foundation.small_numbers import SMALL, nearest

MONTH_END = FigureSpec(
    "plans.month_end",
    "Children on a plan at the end of each month",
    "Children who were the subject of a child protection plan on the last day of each month, to the nearest five.",
    "children",
    DisclosureClass.PEOPLE,
    FigureKind.STATE,
    breakdowns=("month",),
)
MONTH_END_SQL = """
SELECT day::date, (SELECT count(*) FROM protection_plan plan
                   WHERE plan.withdrawn_at IS NULL AND plan.started_on <= day AND (plan.ended_on IS NULL OR plan.ended_on > day))
FROM unnest(%s::date[]) AS day ORDER BY day
"""


@figures("protection.month_ends", specs=(MONTH_END,))
def gather_month_ends(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """The months of the year that are over; nothing where no plan was open at the end of any."""
    months = [month for month in year.months if month.end < clock.today()]
    cursor.execute(MONTH_END_SQL, [[month.end for month in months]])
    numbers = [_told(number) for _day, number in cursor.fetchall()]
    if any(numbers):
        by = dict(zip((month.label for month in months), numbers, strict=True))
        yield counted(MONTH_END.code, year, numbers[-1], by={"month": by}, as_at=months[-1].end)


def _told(number: int) -> int:
    """To the nearest five; what is small stays as it is, and is hidden where it would be printed."""
    return number if number <= SMALL else nearest(number)
