"""The drawings of the report, each with a description that says what it shows."""

from collections.abc import Sequence
from decimal import Decimal

from foundation.charts import Box, Chart, bar, boxes_under, line, stacked_bar, tree
from foundation.design import words
from foundation.numbers import round_half_up
from reporting.report.printed import ReportContent
from reporting.rules.blocks import Tree
from reporting.rules.frozen import FrozenFigure, FrozenTable, Part

UNITS = {"money": "£", "percentage": "%"}
MOST_BOXES = 16
"""So many boxes fit a page."""
Drawn = int | Decimal | None


def bars(figure: FrozenFigure, dimension: str, heading: str) -> Chart:
    """One bar for each part: lying for names, standing for months."""
    parts = figure.parts(dimension)
    unit, values = UNITS.get(figure.kind, ""), _values(parts)
    if dimension == "month":
        return stacked_bar(
            title=heading,
            description=_extremes(parts),
            categories=_short_months(parts),
            series={figure.period: values},
            unit=unit,
            category_header="Month",
        )
    return bar(
        title=heading,
        description=_extremes(parts),
        categories=[part.label for part in parts],
        values=values,
        unit=unit,
        headers=(dimension.capitalize(), figure.title),
    )


def lines(figure: FrozenFigure, heading: str, content: ReportContent) -> Chart:
    """This year by month and, where it is known, the year before."""
    now, before = figure.parts("month"), figure.earlier_parts("month")
    series = {content.year: _values(now)}
    if len(before) == len(now):
        series[content.year_before] = _values(before)
    return line(
        title=heading,
        description=_extremes(now),
        categories=_short_months(now),
        series=series,
        unit=UNITS.get(figure.kind, ""),
        category_header="Month",
    )


def beside(figures: Sequence[FrozenFigure], heading: str) -> Chart:
    """One bar for each of some figures of one unit, such as before and after."""
    parts = [Part(figure.title, figure.value, figure.text) for figure in figures]
    return bar(
        title=heading,
        description=_extremes(parts),
        categories=[part.label for part in parts],
        values=_values(parts),
        unit=UNITS.get(figures[0].kind, ""),
        headers=("Figure", figures[0].period),
    )


def groups(table: FrozenTable, title: str) -> Chart:
    """The groups of a table of words as boxes beneath what they belong to, each with how many rows it has."""
    counted: dict[str, int] = {}
    for row in table.rows:
        counted[row[0]] = counted.get(row[0], 0) + 1
    told = [(name, words.counted(number, "objective")) for name, number in counted.items()]
    return tree(
        title=title,
        description=f"{words.counted(len(told), 'theme')}: {'; '.join(name for name, _number in told)}.",
        boxes=[Box((title,), 0), *(Box((name, number), 1) for name, number in told)],
        table=(("Theme", "Objectives"), told),
    )


def trees(table: FrozenTable, block: Tree) -> list[Chart]:
    """The rows as boxes, each beneath the one above it; as many drawings as it takes for each to fit a page."""
    place = {heading: number for number, heading in enumerate(table.columns)}
    rows = [
        (
            row[0],
            ", ".join(_beneath(row, place, block)),
            row[place[block.above]],
            row[place[block.beneath[0]]] == block.loose,
        )
        for row in table.rows
    ]
    boxes = boxes_under(rows)
    pieces = [boxes[first : first + MOST_BOXES] for first in range(0, len(boxes), MOST_BOXES)]
    top = [str(box.words[0]) for box in boxes if box.depth == 0]
    shown = (table.columns, [[cell.replace("\n", ", ") for cell in row] for row in table.rows])
    return [
        tree(
            title=block.heading if len(pieces) == 1 else f"{block.heading}, part {number} of {len(pieces)}",
            description=f"Each stands beneath the one that it reports to. On top: {', '.join(top)}. The table tells all of it.",
            boxes=piece,
            table=shown,
        )
        for number, piece in enumerate(pieces, start=1)
    ]


def _beneath(row: tuple[str, ...], place: dict[str, int], block: Tree) -> list[str]:
    first, *others = (row[place[heading]] for heading in block.beneath)
    named = zip(block.beneath[1:], others, strict=True)
    return [first, *(f"{heading.lower()} {words}" for heading, words in named if words)]


def _values(parts: Sequence[Part]) -> list[Drawn]:
    return [part.value if part.value is None or isinstance(part.value, int) else _decimal(part.value) for part in parts]


def _decimal(text: str) -> Decimal:
    """At most one decimal: a drawing shows no more."""
    number = Decimal(text)
    return number if number == number.to_integral_value() else round_half_up(number, 1)


def _short_months(parts: Sequence[Part]) -> list[str]:
    return [part.label[:3] for part in parts]


def _extremes(parts: Sequence[Part]) -> str:
    """The largest and the smallest part, for those who do not see the drawing."""
    shown = [part for part in parts if part.value is not None]
    if not shown:
        return "No value is shown."
    ordered = sorted(shown, key=lambda part: Decimal(str(part.value)))
    least, most = ordered[0], ordered[-1]
    if least is most:
        return f"{most.label}: {most.text}."
    return f"Most: {most.label}, {most.text}. Least: {least.label}, {least.text}."
