"""Lanes of time: what each of several did when, on one scale of days, and the spans in which nobody did anything."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from foundation.charts import svg
from foundation.charts.chart import Chart, Table
from foundation.design import words

STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months between two marks of the scale."""
MONTHS_OF_YEAR = 12
LANE = 46.0
REACH = 4.5
APART = 3.0
"""Marks of one series that would stand nearer than this are drawn as one: a picture of thousands stays readable, and small."""


@dataclass(frozen=True)
class Mark:
    """Something in a lane: a day, and to which of the series it belongs."""

    day: date
    series: int


def lanes(
    *,
    title: str,
    description: str,
    start: date,
    end: date,
    series: Sequence[str],
    rows: Mapping[str, Sequence[Mark]],
    gaps: Sequence[tuple[date, date]] = (),
    gap_words: str = "",
    row_header: str = "",
) -> Chart:
    """Draw a lane for each row with its marks from `start` to `end`; `gaps` are shaded across all lanes, named by `gap_words`."""
    if len(series) > len(svg.COLOURS):
        raise ValueError(f"A chart shows at most {len(svg.COLOURS)} series.")
    if end < start:
        raise ValueError("The lanes end before they begin.")
    table: Table = (
        (row_header, "Entries", *series, "First", "Last"),
        [_table_row(name, marks, len(series)) for name, marks in rows.items()],
    )

    def drawn(width: float) -> str:
        scale = _Days(start, end, width)
        parts, y = _key(series, gap_words if gaps else "", width)
        foot = y + LANE * len(rows)
        parts += [_gap(scale, first, last, y, foot) for first, last in gaps]
        for name, marks in rows.items():
            parts.append(svg.text(0, y + 15, name, size=svg.SMALL, bold=True))
            parts.append(svg.line(0, y + 31, width, y + 31, stroke=svg.GRID, width=2))
            parts += _marks(scale, marks, y + 31)
            y += LANE
        parts += _scale(scale, foot, width)
        return svg.drawing("lanes", title, description, table, foot + 30, parts, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


@dataclass(frozen=True)
class _Days:
    start: date
    end: date
    width: float

    def at(self, day: date) -> float:
        share = (min(max(day, self.start), self.end) - self.start).days / max((self.end - self.start).days, 1)
        return REACH * 2 + share * (self.width - REACH * 4)


def _table_row(name: str, marks: Sequence[Mark], count: int) -> tuple[str | int, ...]:
    numbers = Counter(mark.series for mark in marks)
    days = sorted(mark.day for mark in marks)
    ends = (words.date(days[0]), words.date(days[-1])) if days else ("–", "–")
    return (name, len(marks), *(numbers[place] for place in range(count)), *ends)


def _marks(scale: _Days, marks: Sequence[Mark], y: float) -> list[str]:
    """The first series lies beneath the others: what is rare is not hidden by what is common."""
    places = sorted({(mark.series, round(scale.at(mark.day) / APART) * APART) for mark in marks})
    return [svg.marker(series, x, y, REACH) for series, x in places]


def _gap(scale: _Days, first: date, last: date, top: float, foot: float) -> str:
    left, right = scale.at(first), scale.at(last)
    edge = f' stroke="{svg.QUIET}" stroke-width="1" stroke-dasharray="4 3"'
    return svg.rect(left, top, max(right - left, 2.0), foot - top, svg.PALE, extra=edge)


def _key(series: Sequence[str], gap_words: str, width: float) -> tuple[list[str], float]:
    parts, y = svg.legend(series, 0, markers=True, width=width)
    if not gap_words:
        return parts, y + 6
    parts.append(svg.rect(0, y, 14, 14, svg.PALE, extra=f' stroke="{svg.QUIET}" stroke-dasharray="4 3"'))
    lines = svg.wrapped(gap_words, width - 24)
    parts += [svg.text(21, y + 12 + 19 * number, line) for number, line in enumerate(lines)]
    return parts, y + 19 * len(lines) + 14


def _scale(scale: _Days, y: float, width: float) -> list[str]:
    months = (scale.end.year - scale.start.year) * MONTHS_OF_YEAR + scale.end.month - scale.start.month
    most = 3 if width == svg.NARROW else 6
    step = next((one for one in STEPS if months / one <= most), STEPS[-1])
    parts = [svg.line(0, y, width, y, stroke=svg.AXIS)]
    first = scale.start.year * MONTHS_OF_YEAR + scale.start.month - 1
    for number in range(-(-first // step) * step, first + months + 1, step):
        day = date(number // MONTHS_OF_YEAR, number % MONTHS_OF_YEAR + 1, 1)
        if scale.start <= day <= scale.end:
            x = scale.at(day)
            label = str(day.year) if step >= MONTHS_OF_YEAR else f"{day:%b %Y}"
            half = svg.width_of(label, svg.SMALL) / 2
            at = min(max(x, half), width - half)
            parts += [svg.line(x, y, x, y + 5, stroke=svg.AXIS), svg.text(at, y + 20, label, anchor="middle", size=svg.SMALL)]
    return parts
