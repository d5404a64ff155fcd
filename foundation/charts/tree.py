"""Who stands under whom: boxes from top to bottom, each set in beneath the one it belongs to, so that it fits any width."""

from collections.abc import Sequence
from dataclasses import dataclass

from foundation.charts import svg
from foundation.charts.chart import Chart, Table

INSET = 30
GAP = 12
LINE = 18
PAD = 10
DASHES = "6 4"


@dataclass(frozen=True)
class Box:
    """One box: its words, name first, and how deep it stands (0 on top). `loose` boxes have a broken line to the one above."""

    words: Sequence[str]
    depth: int
    loose: bool = False


def boxes_under(rows: Sequence[tuple[str, str, str, bool]]) -> list[Box]:
    """Boxes from rows of a name, what stands beneath it, the name of the one above (empty on top), and whether it is loose.

    The one above comes first; whose above is not there stands on top.
    """
    depths: dict[str, int] = {}
    found = []
    for name, second, above, loose in rows:
        depths[name] = depths[above] + 1 if above in depths and above != name else 0
        found.append(Box((name, second), depths[name], loose=loose))
    return found


def tree(*, title: str, description: str, boxes: Sequence[Box], table: Table) -> Chart:
    """Draw the boxes in their order; each belongs to the nearest one above that stands less deep."""

    def drawn(width: float) -> str:
        parts: list[str] = []
        feet: dict[int, float] = {}
        y = 2.0
        for box in boxes:
            left = float(INSET * box.depth)
            room = width - left - 2 * PAD - 2
            lines = [(line, number == 0) for number, words in enumerate(box.words) for line in svg.wrapped(words, room)]
            height = LINE * len(lines) + 2 * PAD - 4
            parts += _joined(box, left, y + height / 2, feet)
            parts.append(_outline(left + 1, y, width - left - 2, height, loose=box.loose))
            parts += [
                svg.text(left + PAD, y + PAD + 10 + LINE * number, words, bold=strong, size=svg.SIZE if strong else svg.SMALL)
                for number, (words, strong) in enumerate(lines)
            ]
            feet[box.depth] = y + height
            y += height + GAP
        return svg.drawing("tree", title, description, table, max(y - GAP + 2, 4.0), parts, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


def _joined(box: Box, left: float, middle: float, feet: dict[int, float]) -> list[str]:
    """The line from the box above, down and across."""
    if not box.depth or box.depth - 1 not in feet:
        return []
    x, dashes = left - INSET / 2, DASHES if box.loose else ""
    down = svg.line(x, feet[box.depth - 1], x, middle, stroke=svg.AXIS, width=2, dashes=dashes)
    return [down, svg.line(x, middle, left, middle, stroke=svg.AXIS, width=2, dashes=dashes)]


def _outline(x: float, y: float, width: float, height: float, *, loose: bool) -> str:
    dashed = f' stroke-dasharray="{DASHES}"' if loose else ""
    return svg.rect(x, y, width, height, "#ffffff", extra=f' stroke="{svg.COLOURS[0]}" stroke-width="2"{dashed}')
