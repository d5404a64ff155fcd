"""Which component shows a form field, and with which options. The widget decides; the field adds what is its own."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.widgets import Input
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from foundation.design.fields.choice import CheckboxField, SelectField
from foundation.design.fields.text import LongTextField
from foundation.design.widgets import PARTS, DateParts

if TYPE_CHECKING:
    from foundation.design.bound import PortalBoundField

Params = dict[str, Any]

# The order matters: a CheckboxSelectMultiple is a RadioSelect to Python, a PasswordInput an Input.
COMPONENTS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DateParts, "date-input"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkboxes"),
    (forms.Select, "select"),
    (forms.FileInput, "file-upload"),
    (forms.Textarea, "textarea"),
    (forms.PasswordInput, "password-input"),
    (Input, "input"),
)
GROUPS = ("date-input", "radios", "checkboxes")
INPUT_ATTRIBUTES = ("autocomplete", "inputmode", "spellcheck", "autocapitalize")


def component_for(field: forms.Field) -> str:
    """Name the component that shows this field; nothing when there is none."""
    if isinstance(field, LongTextField) and field.counted:
        return "character-count"
    return next((name for widget, name in COMPONENTS if isinstance(field.widget, widget)), "")


def params_for(bound: "PortalBoundField", *, size: str, heading: bool) -> Params:
    """Give the component's options for a bound field: wording, errors and what was answered."""
    params = _common(bound, size=size, heading=heading)
    name = component_for(bound.field)
    match name:
        case "date-input":
            params |= _date(bound)
        case "radios" | "checkboxes":
            params |= _choices(bound)
        case "select":
            params["items"] = _select_items(bound)
        case "file-upload":
            params["javascript"] = False
        case "password-input":
            params["autocomplete"] = bound.field.widget.attrs.get("autocomplete", "current-password")
        case _:
            params |= _box(bound)
    if name == "character-count":
        words = getattr(bound.field, "max_words", None)
        params |= {"maxwords": words} if words is not None else {"maxlength": getattr(bound.field, "max_length", None)}
    return params | getattr(bound.field, "params", {})


def _common(bound: "PortalBoundField", *, size: str, heading: bool) -> Params:
    params: Params = {"id": bound.element_id, "idPrefix": bound.element_id, "name": bound.html_name}
    hint = str(bound.help_text or "")
    if hint:
        params["hint"] = {"text": hint}
    if bound.errors:
        params["errorMessage"] = {"text": bound.message}
    single = isinstance(bound.field.widget, forms.CheckboxInput)
    text = getattr(bound.field, "legend", "") if single else bound.label_text
    if component_for(bound.field) in GROUPS:
        if text:
            legend = {"text": text, "classes": f"govuk-fieldset__legend--{size}", "isPageHeading": heading}
            params["fieldset"] = {"legend": legend}
    else:
        params["label"] = {"text": text, "classes": f"govuk-label--{size}", "isPageHeading": heading}
    return params


def _date(bound: "PortalBoundField") -> Params:
    wrong = bound.wrong_parts
    values = DateParts.split(bound.value())
    items = [
        {
            "id": f"{bound.element_id}-{part}",
            "name": f"{bound.html_name}-{part}",
            "label": part.title(),
            "value": value,
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}" + (" govuk-input--error" if part in wrong else ""),
        }
        for part, value in zip(PARTS, values, strict=True)
    ]
    return {"items": items}


def _chosen(bound: "PortalBoundField") -> set[str]:
    value = bound.value()
    return {str(item) for item in value} if isinstance(value, list | tuple | set) else {str(value)}


def _choices(bound: "PortalBoundField") -> Params:
    field = bound.field
    if isinstance(field.widget, forms.CheckboxInput):
        item: Params = {"value": "on", "text": bound.label_text, "checked": bool(bound.value())}
        _reveal_under(bound, "on", item)
        return {
            "items": [item],
            "classes": "" if isinstance(field, CheckboxField) else "govuk-checkboxes--small",
        }
    chosen = _chosen(bound)
    items: list[Params] = []
    exclusive: set[str] = getattr(field, "exclusive", set())
    hints: dict[str, str] = getattr(field, "choice_hints", {})
    for value, text in _flat(field.widget.choices):
        key = str(value)
        if key in exclusive and items:
            items.append({"divider": "or"})
        item = {"value": key, "text": str(text), "checked": key in chosen}
        if key in hints:
            item["hint"] = {"text": hints[key]}
        if key in exclusive:
            item["behaviour"] = "exclusive"
        _reveal_under(bound, key, item)
        items.append(item)
    return {"items": items, "classes": _layout(bound)}


def _reveal_under(bound: "PortalBoundField", key: str, item: Params) -> None:
    names = getattr(bound.field, "reveal", {}).get(key, [])
    if names:
        item["conditional"] = {"html": "".join(bound.form[name].as_field_group() for name in names)}


def _layout(bound: "PortalBoundField") -> str:
    inline, small = getattr(bound.field, "layout", (False, False))
    kind = component_for(bound.field)
    return " ".join(f"govuk-{kind}--{word}" for word, wanted in (("inline", inline), ("small", small)) if wanted)


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    flat: list[tuple[Any, Any]] = []
    for value, text in choices:
        flat.extend(text if isinstance(text, list | tuple) else [(value, text)])
    return flat


def _select_items(bound: "PortalBoundField") -> list[Params]:
    chosen = _chosen(bound)
    items = [
        {"value": str(value), "text": str(text), "selected": str(value) in chosen}
        for value, text in _flat(bound.field.widget.choices)
    ]
    says_nothing = any(item["value"] == "" for item in items)
    if isinstance(bound.field, SelectField) and bound.field.empty_label is not None and not says_nothing:
        items.insert(0, {"value": "", "text": bound.field.empty_label, "selected": chosen <= {"", "None"}})
    return items


def _box(bound: "PortalBoundField") -> Params:
    widget = bound.field.widget
    value = bound.value()
    if isinstance(widget, Input):
        value = widget.format_value(value)
    params: Params = {"value": "" if value is None else str(value), "classes": widget.attrs.get("class", "")}
    if isinstance(widget, forms.Textarea):
        params["value"] = kept_lines(str(params["value"]))
        params["rows"] = str(widget.attrs.get("rows", 5))
    elif widget.input_type != "text":
        params["type"] = widget.input_type
    params |= {name: widget.attrs[name] for name in INPUT_ATTRIBUTES if name in widget.attrs}
    if "readonly" in widget.attrs:
        params["attributes"] = {"readonly": "readonly"}
    return params


def kept_lines(text: str) -> SafeString:
    """Write line ends as references: the macros indent what is nested in them, and would indent the answer too."""
    return mark_safe(escape(text).replace("\r\n", "\n").replace("\n", "&#10;"))  # noqa: S308 - escaped here
