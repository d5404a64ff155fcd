"""People by generation, with lines from parents to children: the oldest on top."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from foundation.charts import svg
from foundation.charts.chart import Chart, Table

LEAST_CELL = 84
CELL = 112
SHAPE = 36.0
LINE = 16
STEP = 12
DASHES = ("", "7 4", "2 3", "9 3 2 3")


@dataclass(frozen=True)
class Figure:
    """Somebody: what is written beside their sign, name first. `strong` and `filled` mean what `signs` says."""

    key: str
    words: Sequence[str]
    shape: str = "diamond"
    strong: bool = False
    filled: bool = False


@dataclass(frozen=True)
class Link:
    """A line from some figures of a row to some of the row beneath, by their keys."""

    above: Sequence[str]
    below: Sequence[str]


@dataclass(frozen=True)
class Place:
    """Where a figure stands: its middle, where it begins with its words, and where its sign ends."""

    x: float
    head: float
    foot: float


Signs = Sequence[tuple[Figure, str]]


def kinship(
    *,
    title: str,
    description: str,
    rows: Sequence[Sequence[Figure]],
    links: Sequence[Link],
    table: Table,
    others: Sequence[Figure] = (),
    others_title: str = "",
    signs: Signs = (),
) -> Chart:
    """Draw generations, the youngest in the last row, and beneath them `others`, of whom no line is known.

    `signs` says what the shapes mean. The table says the same as the picture.
    """

    def drawn(width: float, kind: str) -> str:
        rows_here = [row for row in rows if row]
        wide = max(width, *(LEAST_CELL * len(row) for row in rows_here), 0.0)
        parts, y = _signs(signs, wide)
        places: dict[str, Place] = {}
        for number, row in enumerate(rows_here):
            last = number == len(rows_here) - 1
            drawn_row, y = _row(row, wide, y, places, words_above=not last)
            parts += drawn_row
            if not last:
                y += 22 + STEP * max(1, sum(one.above[0] in {who.key for who in row} for one in links))
        parts = [*_lines(links, places, rows_here), *parts]
        if others:
            parts.append(svg.text(0, y + 18, others_title, bold=True))
            y += 30
            each = max(1, int(wide // CELL))
            for start in range(0, len(others), each):
                drawn_row, y = _row(others[start : start + each], wide, y, places, words_above=False, cells=each)
                parts += drawn_row
        return svg.drawing(kind, title, description, table, y + 4, parts, wide)

    return Chart(title, description, drawn(svg.WIDTH, "kinship"), table, drawn(svg.NARROW, "kinship on a phone"))


def _row(
    row: Sequence[Figure],
    width: float,
    y: float,
    places: dict[str, Place],
    *,
    words_above: bool,
    cells: int = 0,
) -> tuple[list[str], float]:
    """One row of signs with their words; notes where each sign stands, gives the parts and where the next may begin."""
    cell = width / max(cells or len(row), 1)
    told = [[line for words in one.words for line in _fitted(words, cell - 6)] for one in row]
    deep = LINE * max(map(len, told), default=0)
    top = y + deep + 4 if words_above else y
    parts: list[str] = []
    for number, (one, lines) in enumerate(zip(row, told, strict=True)):
        x = cell * (number + 0.5)
        foot = y + deep - LINE * len(lines) + 12 if words_above else top + SHAPE + 16
        places[one.key] = Place(x, foot - 14 if words_above else top, top + SHAPE)
        parts.append(svg.outlined(one.shape, x, top + SHAPE / 2, SHAPE / 2, filled=one.filled, strong=one.strong))
        named = len(_fitted(one.words[0], cell - 6))
        parts += [
            svg.text(x, foot + LINE * line, words, anchor="middle", size=svg.SMALL, bold=line < named)
            for line, words in enumerate(lines)
        ]
    return parts, top + SHAPE + (0 if words_above else deep + 10)


def _fitted(words: str, room: float) -> list[str]:
    """Lines that fit beneath or above a sign: a double name breaks at its hyphen, a longer word where the room ends."""
    most = int(room / svg.width_of("m", svg.SMALL))
    parts = [part for word in words.split() for part in re.findall(r"[^-]+-?|-", word)]
    pieces = " ".join(part[at : at + most] for part in parts for at in range(0, len(part), most))
    return [line.replace("- ", "-") for line in svg.wrapped(pieces, room, svg.SMALL)]


def _lines(links: Sequence[Link], places: Mapping[str, Place], rows: Sequence[Sequence[Figure]]) -> Iterator[str]:
    """From each parent down to a line of the link's own, along it, and down to each child."""
    row_of = {one.key: number for number, row in enumerate(rows) for one in row}
    taken: dict[int, int] = {}
    for link in links:
        row = row_of[link.above[0]]
        number = taken[row] = taken.get(row, -1) + 1
        aside = 5.0 * number
        starts = [(places[key].x + aside, places[key].foot) for key in link.above]
        level = starts[0][1] + 8 + STEP * number
        ends = [(places[key].x, places[key].head) for key in link.below]
        dashes = DASHES[number % len(DASHES)]
        for x, y in starts:
            yield svg.line(x, y, x, level, stroke=svg.AXIS, width=2, dashes=dashes)
        across = [x for x, _ in (*starts, *ends)]
        yield svg.line(min(across), level, max(across), level, stroke=svg.AXIS, width=2, dashes=dashes)
        for x, head in ends:
            yield svg.line(x, level, x, head, stroke=svg.AXIS, width=2, dashes=dashes)


def _signs(signs: Signs, width: float) -> tuple[list[str], float]:
    """What the shapes mean; gives the parts and where the drawing may begin beneath."""
    parts: list[str] = []
    x, y = 0.0, 10.0
    for one, words in signs:
        room = 24 + svg.width_of(words, svg.SMALL) + 16
        if x and x + room > width:
            x, y = 0.0, y + 24
        parts.append(svg.outlined(one.shape, x + 9, y, 8, filled=one.filled, strong=one.strong))
        parts.append(svg.text(x + 24, y + 5, words, size=svg.SMALL))
        x += room
    return parts, y + 24 if signs else 0.0
