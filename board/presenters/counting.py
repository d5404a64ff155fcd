"""Wording of the figures of actions."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from foundation.figures import FigureKind, FigureSpec, FigureValue, Number, all_specs
from foundation.numbers import percentage

BY = {
    "status": "Rating",
    "source": "Source of the plan",
    "agency": "Agency",
    "lateness": "How late",
    "theme": "Theme",
    "month": "Month",
}


def figure_tables(values: Iterable[FigureValue]) -> list[dict[str, Any]]:
    """Each figure with its meaning, its number, and a table for each of its breakdowns."""
    specs = {spec.code: spec for _source, spec in all_specs()}
    return [
        {
            "code": value.code,
            "title": specs[value.code].title,
            "meaning": specs[value.code].meaning,
            "text": _text(specs[value.code], value.value),
            "tables": [
                {"heading": BY[name], "rows": [(label, _part(specs[value.code], part)) for label, part in parts.items()]}
                for name, parts in value.by.items()
                if parts
            ],
        }
        for value in values
    ]


def _part(spec: FigureSpec, part: Any) -> str:
    if not isinstance(part, tuple):
        return _text(spec, part)
    above, below = part
    shown = percentage(above, below) if spec.kind == FigureKind.PERCENTAGE else Decimal(above) / below if below else None
    return f"{_text(spec, shown)} ({above:,} of {below:,})" if spec.kind == FigureKind.PERCENTAGE else _text(spec, shown)


def _text(spec: FigureSpec, number: Number | None) -> str:
    if number is None:
        return "–"
    if spec.kind == FigureKind.PERCENTAGE:
        return f"{number:.1f}%"
    return f"{number:.1f}" if spec.kind == FigureKind.MEAN else f"{number:,}"
