"""Questions answered by choosing."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django import forms

from foundation.design.fields.base import Question

Choices = Iterable[tuple[Any, str]]


class _Options(Question):
    """Adds what a choice may say for itself: hints beneath, and choices that exclude all others."""

    verb = "Select"

    def __init__(
        self,
        *,
        choice_hints: Mapping[str, str] | None = None,
        exclusive: Collection[str] = (),
        inline: bool = False,
        small: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.error_messages["invalid_choice"] = self.required_message
        self.error_messages["invalid_list"] = self.required_message
        self.choice_hints = {str(k): v for k, v in (choice_hints or {}).items()}
        self.exclusive = {str(value) for value in exclusive}
        self.layout = (inline, small)


class ChoiceField(_Options, forms.TypedChoiceField):
    """One of a few choices, as radio buttons. `coerce` makes the value (`int`, an enumeration)."""

    def __init__(self, *, choices: Choices | Callable[[], Choices], **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(choices=choices, **kwargs)


class YesNoField(ChoiceField):
    """Yes or no, as two radio buttons beside each other; the answer is "yes" or "no"."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("inline", not kwargs.get("reveal"))
        super().__init__(choices=(("yes", "Yes"), ("no", "No")), **kwargs)


class TrueFalseField(YesNoField):
    """Yes or no; the answer is True or False, and None where it may be left out and is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce="yes".__eq__, empty_value=None, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The option that stands for an answer; what was typed stays as it is."""
        return {True: "yes", False: "no"}.get(value, value)


class ManyChoiceField(_Options, forms.TypedMultipleChoiceField):
    """Any number of choices, as checkboxes; `exclusive` names those that go with no other."""

    def __init__(self, *, choices: Choices | Callable[[], Choices], **kwargs: Any) -> None:
        super().__init__(choices=choices, widget=forms.CheckboxSelectMultiple, **kwargs)

    def validate(self, value: Any) -> None:
        """Refuse an exclusive choice together with another."""
        super().validate(value)
        chosen = {str(item) for item in value}
        if chosen & self.exclusive and len(chosen) > 1:
            alone = next(str(text) for key, text in self.widget.choices if str(key) in chosen & self.exclusive)
            raise forms.ValidationError(f"Select “{alone}” on its own, or the others without it", code="exclusive")


class SelectField(ChoiceField):
    """One of many choices, as a drop-down. `empty_label` is what it shows before the choice."""

    def __init__(self, *, choices: Choices | Callable[[], Choices], empty_label: str | None = "", **kwargs: Any) -> None:
        self.empty_label = empty_label
        super().__init__(choices=choices, widget=forms.Select, **kwargs)


class CheckboxField(Question, forms.BooleanField):
    """A single box to tick. `legend` asks a question above it; without one the box speaks for itself."""

    verb = "Select"

    def __init__(self, *, legend: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("mark_optional", False)
        super().__init__(widget=forms.CheckboxInput, **kwargs)
        self.legend = legend
