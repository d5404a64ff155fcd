"""What every question of a form has in common."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from foundation.design.words import lower_first

LINE_CHARACTERS = "\t\n\r"


def refuse_unstorable(value: str, noun: str) -> None:
    """Refuse characters that no page, print or spreadsheet can hold (NUL and other controls)."""
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in LINE_CHARACTERS for c in value):
        raise ValidationError(
            f"{noun} includes a hidden character that cannot be saved. Delete it and type it again",
            code="unstorable",
        )


class Question(forms.Field):
    """A field that owns its wording: label, hint, and what to say when the answer is missing.

    `noun` names the answer in other errors ("Date of birth must be in the past"); it is the label unless given.
    `required_message` is said when nothing was answered ("Enter the child's name"). `reveal` maps a choice to
    the names of fields shown beneath it. `params` are further options of the design-system component.
    """

    verb: ClassVar[str] = "Enter"
    refused: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        *,
        label: str,
        hint: str = "",
        noun: str = "",
        required: bool = True,
        required_message: str = "",
        reveal: Mapping[str, Sequence[str]] | None = None,
        mark_optional: bool = True,
        params: Mapping[str, object] | None = None,
        **kwargs: Any,
    ) -> None:
        self.noun = noun or label.rstrip("?").strip()
        self.required_message = required_message or f"{self.verb} {lower_first(self.noun)}"
        self.reveal: dict[str, list[str]] = {str(k): list(v) for k, v in (reveal or {}).items()}
        self.mark_optional = mark_optional
        self.params: dict[str, object] = dict(params or {})
        messages = {code: text.format(noun=self.noun) for code, text in self.refused.items()}
        messages |= {"required": self.required_message, **kwargs.pop("error_messages", {})}
        super().__init__(label=label, help_text=hint, required=required, error_messages=messages, **kwargs)

    @property
    def label_text(self) -> str:
        """The label, marked when the answer may be left out."""
        text = str(self.label or "")
        if self.required or not self.mark_optional or text.endswith("(optional)"):
            return text
        return f"{text} (optional)"

    def refuse(self, code: str, sentence: str) -> ValidationError:
        """Make the refusal "<noun> <sentence>"."""
        return ValidationError(f"{self.noun} {sentence}", code=code)
