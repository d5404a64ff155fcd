"""The drawings of the report, each with a description that says what it shows."""

from collections.abc import Sequence
from decimal import Decimal

from foundation.charts import Chart, bar, line, stacked_bar
from foundation.numbers import round_half_up
from reporting.report.content import ReportContent
from reporting.rules.frozen import FrozenFigure, Part

UNITS = {"money": "£", "percentage": "%"}
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
