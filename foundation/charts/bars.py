"""Bars: how much of each."""

from collections.abc import Mapping, Sequence

from foundation.charts import svg
from foundation.charts.chart import Cell, Chart, Table
from foundation.charts.scale import Scale, scale_for
from foundation.charts.svg import Value

ROW = 34
MOST_LABEL = 210
NARROW_LABEL = 130


def most_label(width: float) -> float:
    """Say how wide the names beside bars may be."""
    return NARROW_LABEL if width == svg.NARROW else MOST_LABEL


def bar(
    *,
    title: str,
    description: str,
    categories: Sequence[str],
    values: Sequence[Value],
    unit: str = "",
    headers: tuple[str, str] = ("", "Number"),
) -> Chart:
    """Draw one lying bar for each category, its value at its end. `None` is a value that is not shown.

    `unit` is "%", "£" or a word.
    """
    svg.check_series([""], categories, [values])
    table: Table = (headers, [(name, _cell(value, unit)) for name, value in zip(categories, values, strict=True)])

    def drawn(width: float) -> str:
        most = most_label(width)
        left = min(most, max((svg.width_of(name) for name in categories), default=0)) + 18  # for wide letters
        room = max((svg.width_of(svg.printed(value, unit)) for value in values), default=0) + 14
        scale = scale_for(values, left, width - room, whole=False)
        parts: list[str] = []
        y = 4.0
        for name, value in zip(categories, values, strict=True):
            lines = svg.wrapped(name, most)
            height = max(ROW, 18 * len(lines) + 10)
            parts += _row(lines, value, unit, scale, left, y, height)
            y += height
        parts.append(svg.line(scale.at(0), 0, scale.at(0), y + 4, stroke=svg.AXIS))
        return svg.drawing("bar", title, description, table, y + 8, parts, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


def _row(lines: Sequence[str], value: Value, unit: str, scale: Scale, left: float, y: float, height: float) -> list[str]:
    middle = y + height / 2
    top = middle - 9 * len(lines) + 14
    parts = [svg.text(left - 10, top + 18 * number, words, anchor="end") for number, words in enumerate(lines)]
    zero, end = scale.at(0), scale.at(value)
    if value is not None:
        parts.append(svg.rect(min(zero, end), middle - 11, abs(end - zero), 22, svg.COLOURS[0]))
    words = svg.printed(value, unit)
    parts.append(svg.text(max(zero, end) + 7, middle + 5, words, bold=value is not None))
    return parts


def stacked_bar(
    *,
    title: str,
    description: str,
    categories: Sequence[str],
    series: Mapping[str, Sequence[Value]],
    unit: str = "",
    category_header: str = "",
) -> Chart:
    """Draw one standing bar for each category (a month, a quarter), made of at most four parts."""
    names = list(series)
    svg.check_series(names, categories, series.values())
    table = series_table(categories, series, unit, category_header)
    totals = [sum(float(values[i] or 0) for values in series.values()) for i in range(len(categories))]

    def drawn(width: float) -> str:
        parts, top = svg.legend(names, 2, width=width)
        scale = scale_for(totals, top + 240, top + 6)
        left = axis_room(scale, unit)
        parts += value_axis(scale, left, unit, width)
        step = (width - left) / max(len(categories), 1)
        for index in range(len(categories)):
            parts += _stack([values[index] for values in series.values()], scale, left + step * index, step)
        labels, bottom = category_axis(categories, left, step, top + 240)
        parts += labels
        parts.append(svg.line(left, scale.at(0), width, scale.at(0), stroke=svg.AXIS))
        return svg.drawing("stacked", title, description, table, bottom, parts, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


def _stack(values: Sequence[Value], scale: Scale, x: float, step: float) -> list[str]:
    parts: list[str] = []
    sum_so_far = 0.0
    wide = min(step * 0.72, 64)
    x += (step - wide) / 2
    for number, value in enumerate(values):
        if not value:
            continue
        foot, head = scale.at(sum_so_far), scale.at(sum_so_far + float(value))
        sum_so_far += float(value)
        parts.append(svg.rect(x, head, wide, foot - head, svg.COLOURS[number], extra=' stroke="#ffffff" stroke-width="1"'))
        if foot - head >= 18 and svg.width_of(svg.printed(value), svg.SMALL) <= wide - 2:
            middle = (foot + head) / 2 + 4.5
            parts.append(
                svg.text(x + wide / 2, middle, svg.printed(value), anchor="middle", fill=svg.INK_ON[number], size=svg.SMALL)
            )
    return parts


def axis_room(scale: Scale, unit: str) -> float:
    """Say how much room the words of the value axis need."""
    return max(svg.room_for(svg.printed(tick, unit), svg.SMALL) for tick in scale.ticks()) + 10


def value_axis(scale: Scale, left: float, unit: str, width: float) -> list[str]:
    """Draw the value axis: a pale line and a word for each tick."""
    parts: list[str] = []
    for tick in scale.ticks():
        y = scale.at(tick)
        parts.append(svg.line(left, y, width, y))
        parts.append(svg.text(left - 8, y + 4.5, svg.printed(tick, unit), anchor="end", fill=svg.QUIET, size=svg.SMALL))
    return parts


def category_axis(categories: Sequence[str], left: float, step: float, foot: float) -> tuple[list[str], float]:
    """Write the categories beneath, every second or third one when there is no room; gives parts and the height."""
    lines = [svg.wrapped(name, step - 6, svg.SMALL) for name in categories]
    longest = max((svg.width_of(word, svg.SMALL) for words in lines for word in words), default=0)
    every = max(1, -(-int(longest + 4) // max(int(step), 1)))
    parts: list[str] = []
    for index, words in enumerate(lines):
        if index % every == 0:
            x = left + step * (index + 0.5)
            parts += [svg.text(x, foot + 18 + 16 * n, word, anchor="middle", size=svg.SMALL) for n, word in enumerate(words)]
    deepest = max((len(words) for words in lines[::every]), default=1)
    return parts, foot + 10 + 16 * deepest


def series_table(categories: Sequence[str], series: Mapping[str, Sequence[Value]], unit: str, header: str) -> Table:
    """Say the same as a table: a row for each category, a column for each series."""
    rows = [(name, *(_cell(values[index], unit) for values in series.values())) for index, name in enumerate(categories)]
    return (header, *series), rows


def _cell(value: Value, unit: str) -> Cell:
    return svg.printed(value, unit)
