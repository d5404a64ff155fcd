"""What reporting itself publishes: the returns of agencies and working groups, and how a report answers what guidance asks."""

import json
from collections.abc import Iterator

from foundation.calendar import FinancialYear
from foundation.figures import (
    Cursor,
    DisclosureClass,
    FigureKind,
    FigureSpec,
    FigureValue,
    TextRows,
    TextTable,
    counted,
    figures,
    share,
    text_tables,
    worded,
)
from reporting.rules.templates import SECTION_TITLES
from reporting.rules.word_tables import SHAPES

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


ELEMENTS = TextTable(
    "report.elements",
    "Where this report answers what statutory guidance asks",
    "Each element that the guidance of the year asks for, the chapter in which it stands, who looks after it and what shows it.",
    ("What is asked", "Where it stands", "Who looks after it", "What shows it"),
)
ANSWERED = """
SELECT element.number, element.text, coalesce(nullif(answer.section, ''), element.section), agency.name,
       coalesce(answer.state, 'empty'), answer.evidence, answer.reason
FROM reporting_statutoryelement element
LEFT JOIN reporting_elementanswer answer ON answer.element_id = element.id AND answer.year = %s
LEFT JOIN accounts_agency agency ON agency.id = answer.owner_id
WHERE element.guidance_id = (SELECT id FROM reporting_guidance WHERE from_year <= %s ORDER BY from_year DESC LIMIT 1)
ORDER BY element.number
"""


@text_tables("reporting.checklist", tables=(ELEMENTS,))
def gather_elements(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """Every element of the year's guidance with its answer."""
    cursor.execute(ANSWERED, [year.label, year.start_year])
    rows = [
        (
            f"{number}. {text}",
            "Does not apply" if state == "not_applicable" else SECTION_TITLES.get(section, "Not said yet"),
            owner or ("–" if state == "not_applicable" else "Nobody yet"),
            reason or evidence or "Not said yet",
        )
        for number, text, section, owner, state, evidence, reason in cursor.fetchall()
    ]
    yield worded(ELEMENTS.code, year, rows)


WORDS = tuple(TextTable(one.code, one.title, one.meaning, one.columns) for one in SHAPES)


@text_tables("reporting.words", tables=WORDS)
def gather_words(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """The tables of words that were typed for the report of a year; one that nobody has begun is not there."""
    cursor.execute("SELECT section, rows, source, as_at FROM reporting_wordtable WHERE year = %s", [year.label])
    found = {section: (rows, source, as_at) for section, rows, source, as_at in cursor.fetchall()}
    for shape in SHAPES:
        if shape.key in found:
            rows, source, as_at = found[shape.key]
            yield worded(shape.code, year, json.loads(rows) if isinstance(rows, str) else rows, as_at=as_at, source=source)
