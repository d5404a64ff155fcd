"""A question on a page: knows its component, its message and where its error link leads."""

from typing import Any

from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from foundation.design.components import component, select
from foundation.design.fields.rows import RowsField
from foundation.design.markup import component_for, params_for
from foundation.design.rows import rows_markup, wrong_cell
from foundation.design.widgets import PARTS, DateParts


class PortalBoundField(BoundField):
    """Renders through the official component of its widget; `{{ field }}` alone stays Django's widget."""

    @property
    def element_id(self) -> str:
        """The id of the control, or the first part of the ids of a group."""
        return str(self.auto_id or self.html_name)

    @property
    def label_text(self) -> str:
        """The label, with "(optional)" where the field asks for it."""
        return str(getattr(self.field, "label_text", "") or self.label)

    @property
    def message(self) -> str:
        """Everything that is wrong with the answer, as one line."""
        return " ".join(str(error) for error in self.errors)

    @property
    def wrong_parts(self) -> tuple[str, ...]:
        """The boxes of a date that are wrong."""
        if not self.errors:
            return ()
        params = getattr(self.errors.as_data()[0], "params", None) or {}
        return tuple(params.get("parts", PARTS))

    @property
    def anchor(self) -> str:
        """Where the error summary leads: the control itself, the first wrong box of a date, or the wrong box of a table."""
        if isinstance(self.field, RowsField):
            row, column = wrong_cell(self) or (0, 0)
            return f"{self.element_id}-{row}-{column}"
        if not isinstance(self.field.widget, DateParts):
            return self.element_id
        first = next((part for part in PARTS if part in self.wrong_parts), PARTS[0])
        return f"{self.element_id}-{first}"

    def as_component(self, *, legend_size: str = "s", heading: bool = False, **over: Any) -> SafeString:
        """Give the field as its component. `over` replaces options of the component."""
        if isinstance(self.field, RowsField):
            return rows_markup(self, self.field)
        name = component_for(self.field)
        if not name:
            return self._plain()
        params = params_for(self, size=legend_size, heading=heading) | over
        if name == "select":
            return select(params, params.pop("items"))
        return component(name, params)

    def as_field_group(self) -> SafeString:
        """Give the field with label, hint and error, as `{{ form }}` and `{{ field.as_field_group }}` show it."""
        return self.as_component()

    def _plain(self) -> SafeString:
        return format_html('<div class="govuk-form-group">{}{}</div>', self.label_tag(), self.as_widget())
