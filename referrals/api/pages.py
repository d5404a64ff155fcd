"""The form's pages as JSON: what a page may hold is read off the form itself, so that the two can never ask differently."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, cast

from django import forms
from rest_framework import serializers

from foundation.design import forms as asked
from foundation.design.forms import PortalForm, Question
from foundation.errors import Problem

Messages = dict[str, Any]
Choices = Sequence[tuple[Any, str]]
UNKNOWN = "There is no question of this name. Nothing was kept"
NOT_A_PAGE = "Send the answers as an object"


class Page(serializers.Serializer[Any]):
    """One page of the form. It refuses what it does not ask, so that nothing that was sent is lost without a word."""

    default_error_messages = {"invalid": NOT_A_PAGE}  # as the library has it

    def to_internal_value(self, data: Any) -> Any:
        """Read the answers; a name that no question has is an error of its own."""
        if isinstance(data, Mapping) and (surplus := sorted(str(name) for name in data if name not in self.fields)):
            raise serializers.ValidationError({name[:100]: [UNKNOWN] for name in surplus[:20]})
        return super().to_internal_value(data)


def page_of(form: type[PortalForm], name: str, **more: serializers.Field[Any, Any, Any, Any]) -> type[Page]:
    """The serializer of a form's page. `more`: what the form asks in another shape."""
    sometimes = _asked_sometimes(form)
    asks: dict[str, Any] = {
        field: answer_of(question, always=field not in sometimes) for field, question in form.base_fields.items()
    }
    return type(name, (Page,), {**asks, **more, "__doc__": form.__doc__})


def _asked_sometimes(form: type[PortalForm]) -> set[str]:
    """The questions that are asked only after some answers: they are not missing where they are not asked."""
    revealed = [names for question in form.base_fields.values() for names in getattr(question, "reveal", {}).values()]
    return {name for names in [*revealed, *form.requires.values()] for name in names}


def answer_of(question: forms.Field, *, always: bool = True) -> serializers.Field[Any, Any, Any, Any]:
    """The answer of one question in JSON. The form judges it afterwards, in its own words."""
    if not isinstance(question, Question):
        raise TypeError("Only the portal’s own questions can be asked of a system.")
    needed = always and question.required
    words: Messages = {"required": question.required_message, "null": question.required_message, "invalid": _must_be(question)}
    common: dict[str, Any] = {"required": needed, "allow_null": not needed, "help_text": _help(question)}
    messages: Messages
    match question:
        case asked.CheckboxField():
            return serializers.BooleanField(error_messages={**words, "invalid": _must_be(question)}, **common)
        case asked.DateField():
            return serializers.DateField(
                input_formats=["%Y-%m-%d"], error_messages={**words, "datetime": _must_be(question)}, **common
            )
        case asked.TimeField():
            return serializers.TimeField(input_formats=["%H:%M"], error_messages=words, **common)
        case asked.ManyChoiceField():
            listed = [(str(code), str(text)) for code, text in list(cast("Choices", question.choices))]
            child = serializers.ChoiceField(choices=listed, error_messages={"invalid_choice": question.required_message})
            messages = {**words, "not_a_list": _must_be(question), "empty": question.required_message}
            return serializers.ListField(
                child=child, allow_empty=not needed, max_length=len(listed), error_messages=messages, **common
            )
        case asked.ChoiceField():
            choices = [(str(code), str(text)) for code, text in list(cast("Choices", question.choices)) if code]
            messages = {**words, "invalid_choice": question.required_message}
            return serializers.ChoiceField(choices=choices, allow_blank=not needed, error_messages=messages, **common)
    most = getattr(question, "max_length", None)
    too_long = f"{question.noun} must be {most:,} characters or fewer" if most else ""
    texts: Messages = {**words, "max_length": too_long, "blank": question.required_message}
    return serializers.CharField(max_length=most, allow_blank=not needed, trim_whitespace=False, error_messages=texts, **common)


def _help(question: Question) -> str:
    return " ".join(str(part) for part in (question.label, question.help_text) if part)


def _must_be(question: Question) -> str:
    match question:
        case asked.CheckboxField():
            return f"{question.noun} must be true or false"
        case asked.DateField():
            return f"{question.noun} must be a real date, like 2017-03-27"
        case asked.TimeField():
            return f"{question.noun} must be a time, like 14:30"
        case asked.ManyChoiceField():
            return f"{question.noun} must be a list of codes"
    return f"{question.noun} must be text"


def typed(form: type[PortalForm], answers: Mapping[str, Any]) -> dict[str, list[str]]:
    """The answers as a browser would have sent them, so that the form itself reads and judges them."""
    found: dict[str, list[str]] = {}
    for name, value in answers.items():
        if value is None or value == "":
            continue
        match value:
            case bool():
                found |= {name: ["on"]} if value else {}
            case date():
                found |= {f"{name}-day": [str(value.day)], f"{name}-month": [str(value.month)], f"{name}-year": [str(value.year)]}
            case list():
                found[name] = [str(one) for one in value]
            case time():
                found[name] = [value.strftime("%H:%M")]
            case _:
                found[name] = [str(value)]
    return found


def problems_in(errors: Mapping[str, Any]) -> list[Problem]:
    """What the serializer of a whole body refused, as the problems of pages: children/2 is the second child."""
    found: list[Problem] = []
    for page, inner in errors.items():
        if isinstance(inner, Mapping) and all(isinstance(place, int) for place in inner):
            found += [one for place, item in inner.items() for one in _of_page(f"{page}/{place + 1}", item)]
        elif isinstance(inner, Mapping):
            found += _of_page(page, inner)
        elif all(isinstance(one, str) for one in inner):
            found += [Problem(str(one), "" if page == WHOLE else page) for one in inner]
        else:
            found += [one for place, item in enumerate(inner, start=1) for one in _of_page(f"{page}/{place}", item)]
    return found


WHOLE = "non_field_errors"


def _of_page(page: str, errors: Any) -> list[Problem]:
    bare = page.partition("/")[0]
    if not isinstance(errors, Mapping):
        return [Problem(NOT_A_PAGE, bare, page)] if errors else []
    return [Problem(_first(inner), bare if name == WHOLE else name, page) for name, inner in errors.items()]


def _first(inner: Any) -> str:
    """The first sentence of what may lie deeper, as in the relationships of a person."""
    while not isinstance(inner, str):
        inner = next((one for one in (inner.values() if isinstance(inner, Mapping) else inner) if one), "")
    return inner
