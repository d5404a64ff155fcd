"""Forms as the portal asks them. Import the questions from here too."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.renderers import BaseRenderer, DjangoTemplates
from django.utils.safestring import SafeString, mark_safe

from foundation.design import failures
from foundation.design.bound import PortalBoundField
from foundation.design.components import component
from foundation.design.fields import (
    CheckboxField,
    ChoiceField,
    DateField,
    EmailField,
    FileField,
    LongTextField,
    ManyChoiceField,
    MoneyField,
    NumberField,
    OneTimeCodeField,
    PasswordField,
    PhoneField,
    Question,
    RowsField,
    SelectField,
    TextField,
    TimeField,
    TrueFalseField,
    YesNoField,
)
from foundation.errors import Refused

__all__ = [
    "CheckboxField",
    "ChoiceField",
    "DateField",
    "EmailField",
    "FileField",
    "LongTextField",
    "ManyChoiceField",
    "MoneyField",
    "NumberField",
    "OneTimeCodeField",
    "PasswordField",
    "PhoneField",
    "PortalForm",
    "PortalRenderer",
    "Question",
    "RowsField",
    "SelectField",
    "TextField",
    "TimeField",
    "TrueFalseField",
    "YesNoField",
    "error_summary",
]


class PortalRenderer(DjangoTemplates):
    """Django's own templates, with every field shown by its design-system component."""

    bound_field_class = PortalBoundField


def error_summary(form: forms.BaseForm) -> SafeString:
    """Give the error summary of any form, each line leading to the control that is wrong."""
    if not form.errors:
        return SafeString("")
    items: list[dict[str, str]] = [{"text": str(error)} for error in form.non_field_errors()]
    for name in _page_order(form):
        bound = form[name]
        if bound.errors and isinstance(bound, PortalBoundField):
            items.append({"text": bound.message, "href": f"#{bound.anchor}"})
    return component("error-summary", {"titleText": "There is a problem", "errorList": items})


def _page_order(form: forms.BaseForm) -> list[str]:
    order: list[str] = []

    def place(name: str) -> None:
        if name in order or name not in form.fields:
            return
        order.append(name)
        for names in getattr(form.fields[name], "reveal", {}).values():
            for inner in names:
                place(inner)

    revealed = _revealed(form)
    for name in form.fields:
        if name not in revealed:
            place(name)
    return order


def _revealed(form: forms.BaseForm) -> set[str]:
    reveals = (getattr(field, "reveal", {}) for field in form.fields.values())
    return {name for reveal in reveals for names in reveal.values() for name in names}


class PortalForm(forms.Form):
    """A page of questions.

    A field shown beneath a choice (`reveal`) counts only when that choice is chosen: otherwise its answer is
    dropped and its errors are forgotten. `requires` maps ("field", "value") to fields that must then be
    answered. Each refused answer is counted under `page`, by question and reason, never by its value.
    """

    use_required_attribute = False
    page: ClassVar[str] = ""
    requires: ClassVar[Mapping[tuple[str, str], Sequence[str]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._counted = False
        for names in self.requires.values():
            for name in names:
                field = self.fields.get(name)
                if isinstance(field, Question):
                    field.required = False
                    field.mark_optional = False

    def refuse(self, refused: Refused) -> None:
        """Show what a service refused: at the question that it names, where the page asks it; otherwise above the page."""
        self.add_error(refused.field if refused.field in self.fields else None, refused.sentence)

    # What is shown

    def render(
        self,
        template_name: str | None = None,
        context: dict[str, Any] | None = None,
        renderer: BaseRenderer | type[BaseRenderer] | None = None,
    ) -> SafeString:
        """Give every question in order, revealed ones beneath their choice, hidden ones last."""
        if template_name:
            return super().render(template_name, context, renderer)
        revealed = _revealed(self)
        shown = [bound.as_field_group() for bound in self.visible_fields() if bound.name not in revealed]
        hidden = [str(bound) for bound in self.hidden_fields()]
        return mark_safe("".join([*shown, *hidden]))  # noqa: S308 - each part is safe already

    __str__ = render
    __html__ = render

    def error_summary(self) -> SafeString:
        """Give the list of what is wrong, for the top of the page; nothing when all is well."""
        return error_summary(self)

    # What is accepted

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]  # Django's own step, missing from the stubs
        for name in self._not_asked():
            self.errors.pop(name, None)
            field = self.fields[name]
            self.cleaned_data[name] = getattr(field, "empty_value", None)
        for (name, value), needed in self.requires.items():
            if self._chose(name, value):
                for missing in needed:
                    self._require(missing)

    def _chose(self, name: str, value: str) -> bool:
        answer = self.cleaned_data.get(name)
        if isinstance(answer, bool):
            return answer and value in ("on", "True", "yes")
        if isinstance(answer, list | tuple | set):
            return value in {_key(item) for item in answer}
        return answer is not None and _key(answer) == value

    def _not_asked(self) -> set[str]:
        asked: set[str] = set()
        hidden: set[str] = set()
        for parent in _page_order(self):
            for value, names in getattr(self.fields[parent], "reveal", {}).items():
                open_ = parent not in hidden - asked and self._chose(parent, str(value))
                (asked if open_ else hidden).update(name for name in names if name in self.fields)
        return hidden - asked

    def _require(self, name: str) -> None:
        field = self.fields[name]
        if name not in self.errors and self.cleaned_data.get(name) in field.empty_values:
            message = field.error_messages["required"]
            self.add_error(name, ValidationError(message, code="required", params={"parts": ["day", "month", "year"]}))

    def is_valid(self) -> bool:
        """Say whether everything may be accepted, and count what may not (once)."""
        valid = super().is_valid()
        if not valid and self.is_bound and not self._counted:
            self._counted = True
            page = self.page or f"{type(self).__module__.split('.')[0]}.{type(self).__name__}"
            for name, errors in self.errors.as_data().items():
                for error in errors:
                    failures.count(page, "form" if name == NON_FIELD_ERRORS else name, str(error.code or "invalid"))
        return valid


def _key(value: object) -> str:
    return str(getattr(value, "value", value))
