"""What reporting itself counts: the returns of agencies and working groups for the report of a year."""

from collections.abc import Iterator

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, counted, figures, share

EVENTS = DisclosureClass.EVENTS
SPECS = (
    FigureSpec(
        "returns.asked",
        "Returns asked for",
        "Returns that agencies and working groups were asked for, for the report of the year, without those withdrawn.",
        "returns",
        EVENTS,
        FigureKind.COUNT,
    ),
    FigureSpec(
        "returns.received",
        "Returns received",
        "Of the returns asked for those that came, in the portal or on paper.",
        "returns",
        EVENTS,
        FigureKind.COUNT,
    ),
    FigureSpec(
        "returns.share",
        "Returns received of those asked for",
        "The share of the returns asked for that came.",
        "returns",
        EVENTS,
        FigureKind.PERCENTAGE,
        numerator="returns that came",
        denominator="returns asked for",
    ),
    FigureSpec(
        "returns.on_time",
        "Returns received on time",
        "The share of the returns asked for that came by the day that was set for all.",
        "returns",
        EVENTS,
        FigureKind.PERCENTAGE,
        numerator="returns that came by their day",
        denominator="returns asked for",
    ),
    FigureSpec(
        "returns.objectives",
        "Objectives that agencies returned",
        "Rows of the tables of objectives in the returns that came.",
        "objectives",
        EVENTS,
        FigureKind.COUNT,
    ),
)

RETURNS = """
SELECT count(*), count(agency_return.received_at),
       count(*) FILTER (WHERE (agency_return.received_at AT TIME ZONE 'Europe/London')::date <= round.due_on)
FROM reporting_agencyreturn agency_return JOIN reporting_returnround round ON round.id = agency_return.round_id
WHERE round.year = %s AND agency_return.state <> 'withdrawn'
"""
OBJECTIVES = """
SELECT coalesce(sum(jsonb_array_length(answer.value)), 0)
FROM reporting_agencyreturn agency_return
JOIN reporting_returnround round ON round.id = agency_return.round_id
JOIN work_answer answer ON answer.answer_set_id = agency_return.answer_set_id
JOIN work_question question ON question.id = answer.question_id AND question.kind = 'rows'
WHERE round.year = %s AND agency_return.state IN ('submitted', 'accepted', 'in_report')
"""


@figures("reporting.returns", specs=SPECS)
def gather_returns(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """The returns for the report of a year; nothing where none was asked for."""
    cursor.execute(RETURNS, [year.label])
    asked, received, on_time = cursor.fetchone() or (0, 0, 0)
    if not asked:
        return
    cursor.execute(OBJECTIVES, [year.label])
    (objectives,) = cursor.fetchone() or (0,)
    yield counted("returns.asked", year, asked)
    yield counted("returns.received", year, received)
    yield share("returns.share", year, received, asked)
    yield share("returns.on_time", year, on_time, asked)
    yield counted("returns.objectives", year, int(objectives))
