"""Lines: how something moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foundation.charts import svg
from foundation.charts.bars import axis_room, category_axis, series_table, value_axis
from foundation.charts.chart import Chart, Table
from foundation.charts.scale import Scale, scale_for
from foundation.charts.svg import Value

HEIGHT = 220


@dataclass(frozen=True)
class Bands:
    """Where a steady process stays: control limits around a centre line."""

    lower: float
    centre: float
    upper: float
    name: str = "expected range"


def line(
    *,
    title: str,
    description: str,
    categories: Sequence[str],
    series: Mapping[str, Sequence[Value]],
    unit: str = "",
    bands: Bands | None = None,
    category_header: str = "",
    from_zero: bool = True,
) -> Chart:
    """Draw at most four lines over time, each named at its end and marked by its own shape. `None` leaves a gap.

    With `bands`, the expected range is shaded and points outside of it are ringed.
    """
    names = list(series)
    svg.check_series(names, categories, series.values())
    table = _table(categories, series, unit, category_header, bands)
    every = [value for values in series.values() for value in values]
    limits = [bands.lower, bands.upper] if bands else []

    def drawn(width: float) -> str:
        parts, top = svg.legend(names, 2, markers=True, width=width) if len(names) > 1 else ([], 4.0)
        scale = scale_for([*every, *limits], top + HEIGHT, top + 8, whole=not limits and _all_whole(every), from_zero=from_zero)
        left = axis_room(scale, unit)
        parts += value_axis(scale, left, unit, width)
        if bands:
            parts += _bands(bands, scale, left, width)
        step = (width - left) / max(len(categories), 1)
        for number, values in enumerate(series.values()):
            parts += _one(number, values, scale, left, step, bands)
        labels, bottom = category_axis(categories, left, step, top + HEIGHT)
        parts += labels
        if bands:
            for words in svg.wrapped(_told(bands, unit), width - left, svg.SMALL):
                bottom += 18
                parts.append(svg.text(left, bottom, words, size=svg.SMALL, fill=svg.QUIET))
            bottom += 4
        return svg.drawing("line", title, description, table, bottom, parts, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


def _told(bands: Bands, unit: str) -> str:
    return f"Shaded: {bands.name}, {svg.printed(bands.lower, unit)} to {svg.printed(bands.upper, unit)}. Ringed: outside of it."


def _all_whole(values: Sequence[Value]) -> bool:
    return all(value is None or float(value).is_integer() for value in values)


def _table(
    categories: Sequence[str], series: Mapping[str, Sequence[Value]], unit: str, header: str, bands: Bands | None
) -> Table:
    headers, rows = series_table(categories, series, unit, header)
    if bands is None:
        return headers, rows
    range_ = f"{svg.printed(bands.lower, unit)} to {svg.printed(bands.upper, unit)}"
    return (*headers, bands.name.capitalize()), [(*row, range_) for row in rows]


def _bands(bands: Bands, scale: Scale, left: float, width: float) -> list[str]:
    top, foot = scale.at(bands.upper), scale.at(bands.lower)
    return [
        svg.rect(left, top, width - left, foot - top, "#dbe9f3"),
        svg.line(left, top, width, top, stroke=svg.COLOURS[0], dashes="2 3"),
        svg.line(left, foot, width, foot, stroke=svg.COLOURS[0], dashes="2 3"),
        svg.line(left, scale.at(bands.centre), width, scale.at(bands.centre), stroke=svg.COLOURS[0], dashes="7 4"),
    ]


def _one(number: int, values: Sequence[Value], scale: Scale, left: float, step: float, bands: Bands | None) -> list[str]:
    parts: list[str] = []
    run: list[tuple[float, float]] = []
    marks: list[str] = []
    for index, value in enumerate(values):
        if value is None:
            parts += [svg.path(run, svg.COLOURS[number])] if len(run) > 1 else []
            run = []
            continue
        x, y = left + step * (index + 0.5), scale.at(value)
        run.append((x, y))
        marks.append(svg.marker(number, x, y))
        if bands and not bands.lower <= value <= bands.upper:
            marks.append(f'<circle cx="{svg.short(x)}" cy="{svg.short(y)}" r="9" fill="none" stroke="#801650" stroke-width="2"/>')
    parts += [svg.path(run, svg.COLOURS[number])] if len(run) > 1 else []
    return parts + marks


def spark(*, title: str, description: str, values: Sequence[Value]) -> Chart:
    """Draw a small line without axes, for a row of a table; the last point is marked."""
    table: Table = (("", "Value"), [(str(number + 1), svg.printed(value)) for number, value in enumerate(values)])
    scale = scale_for(values, 34, 6, whole=False, from_zero=False)
    step = 112 / max(len(values) - 1, 1)
    points = [(6 + step * index, scale.at(value)) for index, value in enumerate(values) if value is not None]
    parts = [svg.path(points, svg.COLOURS[0])] if len(points) > 1 else []
    parts += [svg.marker(0, *points[-1], size=4)] if points else []
    return Chart(title, description, svg.drawing("spark", title, description, table, 40, parts, width=128), table)
