"""How a table that is filled in row by row looks: a group for each row, with a box under each heading."""

from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from foundation.design.components import component
from foundation.design.fields.rows import MOST_ROWS, RowsField
from foundation.design.markup import kept_lines

if TYPE_CHECKING:
    from foundation.design.bound import PortalBoundField

ADD_ROW = "add_row"
"""The name of the button that keeps what was typed and gives an empty row more."""


def rows_markup(bound: "PortalBoundField", field: RowsField) -> SafeString:
    """Every row that there is, an empty one beneath, and the button for one more."""
    value = bound.value()
    rows = [list(row) for row in value] if isinstance(value, list) else []
    if (not bound.form.is_bound or not rows) and len(rows) < MOST_ROWS:
        rows.append([""] * len(field.columns))
    wrong = wrong_cell(bound)
    context = {
        "id": bound.element_id,
        "label": bound.label_text,
        "hint": str(bound.help_text or ""),
        "error": bound.message if bound.errors and wrong is None else "",
        "has_error": bool(bound.errors),
        "button": {"name": ADD_ROW, "value": bound.html_name},
        "may_add": len(rows) < MOST_ROWS,
        "rows": [
            {"number": number + 1, "boxes": [_box(bound, field, number, column, text) for column, text in enumerate(row)]}
            for number, row in enumerate(rows)
        ],
    }
    return render_to_string("components/rows.html", context)


def wrong_cell(bound: "PortalBoundField") -> tuple[int, int] | None:
    """Row and column of the box that was refused, where it was one box."""
    if not bound.errors:
        return None
    params = getattr(bound.errors.as_data()[0], "params", None) or {}
    found: tuple[int, int] | None = params.get("cell")
    return found


def _box(bound: "PortalBoundField", field: RowsField, row: int, column: int, text: str) -> SafeString:
    params: dict[str, object] = {
        "id": f"{bound.element_id}-{row}-{column}",
        "name": f"{bound.html_name}-{row}-{column}",
        "label": {"text": field.columns[column]},
        "value": kept_lines(text),
        "rows": "4",
    }
    if wrong_cell(bound) == (row, column):
        params["errorMessage"] = {"text": bound.message}
    if field.max_words is None:
        return component("textarea", params)
    return component("character-count", params | {"maxwords": field.max_words})
