"""Grids of small cells, each with a letter: ratings over time, who came to which meeting; and dots on a scale."""

from collections.abc import Mapping, Sequence

from foundation.charts import svg
from foundation.charts.chart import Chart, Table
from foundation.charts.scale import Scale
from foundation.charts.svg import Value

# Rating: word, letter, ground, ink. The letter says what the colour says.
RATINGS = {
    "blue": ("Blue", "B", "#12436D", "#ffffff"),
    "green": ("Green", "G", "#1f7a4d", "#ffffff"),
    "amber": ("Amber", "A", "#f5b942", "#12181c"),
    "red": ("Red", "R", "#a81c06", "#ffffff"),
    "": ("Not rated", "–", "#eceff0", "#3d474c"),
}
# Attendance: word, letter, ground, ink.
PRESENCE = {
    "attended": ("Attended", "✓", "#12436D", "#ffffff"),
    "deputy": ("Sent a deputy", "D", "#28A197", "#12181c"),
    "report_only": ("Sent a report", "R", "#f5d9a0", "#12181c"),
    "apologies": ("Sent apologies", "A", "#e6d3dd", "#12181c"),
    "absent": ("Did not attend", "✗", "#801650", "#ffffff"),
    "": ("Not invited", "–", "#eceff0", "#3d474c"),
}
# How far something is: word, letter, ground, ink.
STAGES = {
    "not_begun": ("Not begun", "–", "#eceff0", "#3d474c"),
    "preparing": ("Preparing", "P", "#f5d9a0", "#12181c"),
    "under_way": ("Under way", "U", "#28A197", "#12181c"),
    "in_place": ("In place", "✓", "#12436D", "#ffffff"),
}
Marks = Mapping[str, tuple[str, str, str, str]]
CELL = 32
MOST_LABEL = 210
NARROW_LABEL = 130
GROUND = "#ffffff"


def strip(
    *, title: str, description: str, periods: Sequence[str], rows: Mapping[str, Sequence[str]], row_header: str = ""
) -> Chart:
    """Draw ratings over time: a row for each action or indicator, a cell for each period.

    Ratings are "blue", "green", "amber", "red", or "" for none.
    """
    return _grid("strip", title, description, periods, rows, RATINGS, row_header)


def stage_strip(
    *, title: str, description: str, periods: Sequence[str], rows: Mapping[str, Sequence[str]], row_header: str = ""
) -> Chart:
    """Draw how far things were over time: a row for each, a cell for each period.

    Stages are "not_begun", "preparing", "under_way" and "in_place".
    """
    return _grid("stages", title, description, periods, rows, STAGES, row_header)


def attendance_grid(
    *, title: str, description: str, meetings: Sequence[str], rows: Mapping[str, Sequence[str]], row_header: str = "Agency"
) -> Chart:
    """Draw who came: a row for each agency, a cell for each meeting.

    Marks are "attended", "deputy", "report_only", "apologies", "absent", or "" for not invited.
    """
    return _grid("attendance", title, description, meetings, rows, PRESENCE, row_header)


def _grid(
    kind: str, title: str, description: str, columns: Sequence[str], rows: Mapping[str, Sequence[str]], marks: Marks, header: str
) -> Chart:
    if any(len(cells) != len(columns) for cells in rows.values()):
        raise ValueError("Each row has one mark for each column.")
    table: Table = ((header, *columns), [(name, *(marks[cell][0] for cell in cells)) for name, cells in rows.items()])
    used = {cell for cells in rows.values() for cell in cells}

    def drawn(width: float) -> str:
        most = NARROW_LABEL if width == svg.NARROW else MOST_LABEL
        left = min(most, max((svg.width_of(name) for name in rows), default=0)) + 14
        step = min(64.0, (width - left) / max(len(columns), 1))
        parts, y = _key({name: mark for name, mark in marks.items() if name in used}, width)
        heads, y = _heads(columns, left, step, y)
        parts += heads
        for name, cells in rows.items():
            lines = svg.wrapped(name, most)
            height = max(CELL, 18 * len(lines) + 6) + 4.0
            top = y + height / 2 - 9 * len(lines) + 13
            parts += [svg.text(left - 12, top + 18 * n, words, anchor="end") for n, words in enumerate(lines)]
            for index, cell in enumerate(cells):
                parts += _cell(marks[cell], left + step * index, y, step, height)
            y += height
        return svg.drawing(kind, title, description, table, y + 4, parts, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


def _cell(mark: tuple[str, str, str, str], x: float, y: float, step: float, height: float) -> list[str]:
    _, letter, ground, ink = mark
    return [
        svg.rect(x + 1, y + 1, step - 2, height - 4, ground, extra=' rx="3"'),
        svg.sign(letter, x + step / 2, y + height / 2 - 1, ink),
    ]


def _key(marks: Marks, width: float) -> tuple[list[str], float]:
    parts: list[str] = []
    x, y = 0.0, 2.0
    for word, letter, ground, ink in marks.values():
        wide = 28 + svg.width_of(word) + 16
        if x and x + wide > width:
            x, y = 0.0, y + 26
        parts.append(svg.rect(x, y, 20, 20, ground, extra=' rx="3"'))
        parts.append(svg.sign(letter, x + 10, y + 10, ink))
        parts.append(svg.text(x + 27, y + 15, word))
        x += wide
    return parts, y + 34


def _heads(columns: Sequence[str], left: float, step: float, y: float) -> tuple[list[str], float]:
    lines = [svg.wrapped(name, step - 4, svg.SMALL) for name in columns]
    longest = max((svg.width_of(word, svg.SMALL) for words in lines for word in words), default=0)
    every = max(1, -(-int(longest + 2) // max(int(step), 1)))
    deepest = max((len(words) for words in lines[::every]), default=1)
    parts = [
        svg.text(left + step * (index + 0.5), y + 16 * (n + 1 + deepest - len(words)) - 2, word, anchor="middle", size=svg.SMALL)
        for index, words in enumerate(lines)
        if index % every == 0
        for n, word in enumerate(words)
    ]
    return parts, y + 16 * deepest + 6


def dots(
    *,
    title: str,
    description: str,
    categories: Sequence[str],
    series: Mapping[str, Sequence[Value]],
    lowest: int = 0,
    highest: int = 10,
    low_words: str = "",
    high_words: str = "",
    category_header: str = "",
) -> Chart:
    """Draw dots on a scale, one row for each category: scores before and after, grades of several agencies.

    `low_words` and `high_words` say what the ends of the scale mean.
    """
    names = list(series)
    svg.check_series(names, categories, series.values())
    table: Table = (
        (category_header, *names),
        [(name, *(svg.printed(values[i]) for values in series.values())) for i, name in enumerate(categories)],
    )

    def drawn(width: float) -> str:
        narrow = width == svg.NARROW
        parts, y = svg.legend(names, 2, markers=True, width=width)
        left = 14.0 if narrow else min(MOST_LABEL, max((svg.width_of(name) for name in categories), default=0)) + 24
        scale = Scale(lowest, highest, max(1, (highest - lowest) // 10), left, width - 14)
        head, y = y, y + 22
        for index, name in enumerate(categories):
            values = [values[index] for values in series.values()]
            rows, deep = _above(name, values, scale, y) if narrow else _beside(name, values, scale, y)
            parts, y = parts + rows, y + deep
        ticks = [
            svg.text(scale.at(tick), head + 12, str(tick), anchor="middle", size=svg.SMALL, fill=svg.QUIET)
            for tick in scale.ticks()
        ]
        grid = [svg.line(scale.at(tick), head + 18, scale.at(tick), y) for tick in scale.ticks()]
        ends, y = _ends(low_words, high_words, left, width, y)
        return svg.drawing("dots", title, description, table, y + 6, grid + ticks + parts + ends, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


def _beside(name: str, values: Sequence[Value], scale: Scale, y: float) -> tuple[list[str], float]:
    """A row with its name before it; gives the parts and how high it is."""
    lines = svg.wrapped(name, MOST_LABEL)
    height = max(38.0, 18 * len(lines) + 10)
    top = y + height / 2 - 9 * len(lines) + 14
    names = [svg.text(scale.start - 22, top + 18 * n, words, anchor="end") for n, words in enumerate(lines)]
    return names + _scored(values, scale, y + height / 2), height


def _above(name: str, values: Sequence[Value], scale: Scale, y: float) -> tuple[list[str], float]:
    """A row with its name over it, for a phone; a white ground keeps the lines of the scale out of the words."""
    lines = svg.wrapped(name, scale.end - scale.start)
    deep = 18.0 * len(lines) + 4
    ground = svg.rect(0, y, scale.end + 14, deep, GROUND)
    names = [svg.text(0, y + 16 + 18 * n, words) for n, words in enumerate(lines)]
    return [ground, *names, *_scored(values, scale, y + deep + 15)], deep + 34


def _ends(low: str, high: str, left: float, width: float, y: float) -> tuple[list[str], float]:
    """What the ends of the scale mean, beneath it; one under the other where both do not fit beside each other."""
    if not low and not high:
        return [], y
    apart = svg.width_of(low, svg.SMALL) + svg.width_of(high, svg.SMALL) + 20 > width - 14 - left
    parts = [
        svg.text(left, y + 17, low, size=svg.SMALL, fill=svg.QUIET),
        svg.text(width - 14, y + (35 if apart else 17), high, anchor="end", size=svg.SMALL, fill=svg.QUIET),
    ]
    return parts, y + (38 if apart else 20)


def _scored(values: Sequence[Value], scale: Scale, middle: float) -> list[str]:
    parts: list[str] = []
    known = [scale.at(value) for value in values if value is not None]
    if len(known) > 1:
        parts.append(svg.line(min(known), middle, max(known), middle, stroke=svg.AXIS, width=3))
    parts += [
        svg.marker(number, scale.at(value), middle, 9 - 2.5 * number) for number, value in enumerate(values) if value is not None
    ]
    return parts
