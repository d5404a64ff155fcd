"""The risk register as it stood on a day: how many risks of which score, and how each moved over a year."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from board.scoring import HIGH, LOW, MEDIUM, VERY_HIGH, band
from foundation.calendar import FinancialYear
from foundation.cuts import Days, of_work
from foundation.design import words
from foundation.figures import (
    Cursor,
    DisclosureClass,
    FigureKind,
    FigureSpec,
    FigureValue,
    TextRows,
    TextTable,
    counted,
    text_tables,
    worded,
)

BANDS = (VERY_HIGH, HIGH, MEDIUM, LOW)
SPECS = (
    FigureSpec(
        "risks.open",
        "Risks in the register",
        "Risks that were open on the last day, by how high they were scored with their controls.",
        "risks",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("band",),
    ),
)
REGISTER = TextTable(
    "risks.register",
    "The risk register",
    "Risks that were open on the last day of the year, or were closed within it: how each was scored with its controls, from 1 to"
    " 25, and how that moved over the year.",
    ("Risk", "Owned by", "Score", "Aimed at", "Movement over the year"),
)

# Each risk as it stood at the end of a day, with its newest score then, the one that held when the year began, and its first.
RISKS = """
SELECT risk.number, risk.title, coalesce(agency.name, 'The partnership'), risk.target_score, closed.closed_on,
       (SELECT score.likelihood * score.impact FROM board_riskscore score
        WHERE score.risk_id = risk.id AND score.scored_on <= %(end)s ORDER BY score.scored_on DESC, score.id DESC LIMIT 1),
       (SELECT score.likelihood * score.impact FROM board_riskscore score
        WHERE score.risk_id = risk.id AND score.scored_on < %(start)s ORDER BY score.scored_on DESC, score.id DESC LIMIT 1),
       (SELECT score.likelihood * score.impact FROM board_riskscore score
        WHERE score.risk_id = risk.id AND score.scored_on <= %(end)s ORDER BY score.scored_on, score.id LIMIT 1)
FROM board_risk risk LEFT JOIN accounts_agency agency ON agency.id = risk.agency_id
LEFT JOIN LATERAL (
    SELECT coalesce(CASE WHEN risk.closed_on <= %(end)s THEN risk.closed_on END,
                    (SELECT again.closed_on FROM board_riskreopening again
                     WHERE again.risk_id = risk.id AND again.closed_on <= %(end)s AND again.reopened_on > %(end)s
                     ORDER BY again.closed_on DESC, again.id DESC LIMIT 1)) AS closed_on) closed ON true
WHERE risk.opened_on <= %(end)s AND (closed.closed_on IS NULL OR closed.closed_on >= %(start)s)
"""


def _register(days: Days, cursor: Cursor) -> list[Any]:
    """Open risks first, the highest score first; then those that were closed, by their number."""
    cursor.execute(RISKS, {"start": days.start, "end": days.end})
    scored = [row for row in cursor.fetchall() if row[5] is not None]
    return sorted(scored, key=lambda row: (row[4] is not None, 0 if row[4] else -row[5], row[0]))


@of_work("board.risks", specs=SPECS)
def gather_risks(days: Days, cursor: Cursor) -> Iterator[FigureValue]:
    """The open risks of a day by the band of their score."""
    rows = _register(days, cursor)
    if not rows:
        return
    bands = {name.capitalize(): 0 for name in BANDS}
    for row in rows:
        if row[4] is None:
            bands[band(row[5]).capitalize()] += 1
    yield counted("risks.open", days, sum(bands.values()), by={"band": bands}, as_at=days.end)


@text_tables("board.risks", tables=(REGISTER,))
def gather_register(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """Title, owner, score and movement; what causes a risk and how it is held back stays in the register."""
    yield worded(
        REGISTER.code,
        year,
        [
            (f"{number} {title}", owner, f"{now} {band(now)}", str(target), _moved(closed, now, before, first))
            for number, title, owner, target, closed, now, before, first in _register(year, cursor)
        ],
    )


def _moved(closed_on: date | None, now: int, before: int | None, first: int) -> str:
    if closed_on is not None:
        return f"Closed on {words.date(closed_on)}"
    since = first if before is None else before
    moved = f"Same, {now}" if now == since else f"{'Up' if now > since else 'Down'} from {since} to {now}"
    if before is not None:
        return moved
    return "New in the year" if now == since else f"New in the year, then {words.lower_first(moved)}"
