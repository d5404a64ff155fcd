"""Questions answered in words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator, ProhibitNullCharactersValidator

from foundation.design.fields.base import Question, refuse_unstorable
from foundation.word_count import over_limit

MOST_CHARACTERS = 20_000


class _Words(Question, forms.CharField):
    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        ours = (MaxLengthValidator, ProhibitNullCharactersValidator)
        self.validators = [v for v in self.validators if not isinstance(v, ours)]

    def to_python(self, value: Any) -> str | None:
        """Give the text with line ends made equal and nothing that cannot be stored."""
        text = super().to_python(value)
        if text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            refuse_unstorable(text, self.noun)
        return text

    def run_validators(self, value: Any) -> None:
        """Refuse text that is too long, then ask the other validators."""
        if self.max_length is not None and value and len(value) > self.max_length:
            raise self.refuse("max_length", f"must be {self.max_length:,} characters or fewer")
        super().run_validators(value)


class TextField(_Words):
    """One line of text. `width` is in characters (2, 3, 4, 5, 10, 20, 30) or a fraction ("one-half")."""

    def __init__(
        self,
        *,
        max_length: int = 200,
        width: int | str = "",
        autocomplete: str = "",
        inputmode: str = "",
        spellcheck: bool | None = None,
        prefix: str = "",
        suffix: str = "",
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", forms.TextInput)
        super().__init__(max_length=max_length, **kwargs)
        self.params.update(box(width=width, autocomplete=autocomplete, inputmode=inputmode, spellcheck=spellcheck))
        if prefix:
            self.params["prefix"] = {"text": prefix}
        if suffix:
            self.params["suffix"] = {"text": suffix}


def box(
    *, width: int | str = "", autocomplete: str = "", inputmode: str = "", spellcheck: bool | None = None
) -> dict[str, object]:
    """Give the component options of a text box."""
    given: dict[str, object] = {}
    if width:
        given["classes"] = f"govuk-input--width-{width}" if isinstance(width, int) else f"govuk-!-width-{width}"
    if autocomplete:
        given["autocomplete"] = autocomplete
    if inputmode:
        given["inputmode"] = inputmode
    if spellcheck is not None:
        given["spellcheck"] = spellcheck
    return given


class LongTextField(_Words):
    """Several lines of text. With `max_length`, the characters left are counted while typing; with `max_words`, the words."""

    def __init__(self, *, rows: int = 5, max_length: int | None = None, max_words: int | None = None, **kwargs: Any) -> None:
        super().__init__(max_length=max_length or MOST_CHARACTERS, widget=forms.Textarea, **kwargs)
        self.params["rows"] = str(rows)
        self.counted = max_length is not None or max_words is not None
        self.max_words = max_words

    def run_validators(self, value: Any) -> None:
        """Refuse a text with too many words, too."""
        super().run_validators(value)
        if sentence := over_limit(value or "", self.max_words):
            raise self.refuse("max_words", sentence)


class EmailField(TextField):
    """An email address."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("autocomplete", "email")
        super().__init__(max_length=320, widget=forms.EmailInput, spellcheck=False, **kwargs)

    def run_validators(self, value: Any) -> None:
        """Refuse what no mail server would take."""
        super().run_validators(value)
        if value:
            try:
                EmailValidator()(value)
            except ValidationError as wrong:
                raise ValidationError(
                    "Enter an email address in the correct format, like name@example.com", code="invalid"
                ) from wrong


class PhoneField(TextField):
    """A telephone number, kept as typed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("autocomplete", "tel")
        super().__init__(max_length=40, width=20, widget=forms.TextInput, **kwargs)
        self.params["type"] = "tel"

    def run_validators(self, value: Any) -> None:
        """Refuse what cannot be dialled."""
        super().run_validators(value)
        bare = "".join(c for c in value or "" if c not in " ()-.")
        if value and not (bare.lstrip("+").isdecimal() and 3 <= len(bare.lstrip("+")) <= 15):
            raise ValidationError("Enter a phone number, like 01632 960 001 or 07700 900 982", code="invalid")


class PasswordField(Question, forms.CharField):
    """A password, with a button to show it; the page never sends it back."""

    def __init__(self, *, new: bool = False, **kwargs: Any) -> None:
        super().__init__(max_length=1000, strip=False, widget=forms.PasswordInput, **kwargs)
        self.params["autocomplete"] = "new-password" if new else "current-password"


class OneTimeCodeField(TextField):
    """A code from an authenticator or a message; blanks and dashes in it are forgiven."""

    def __init__(self, *, digits: int = 6, **kwargs: Any) -> None:
        super().__init__(
            max_length=40,
            width=10,
            autocomplete="one-time-code",
            inputmode="numeric",
            spellcheck=False,
            **kwargs,
        )
        self.digits = digits

    def to_python(self, value: Any) -> str | None:
        """Give the digits alone."""
        text = super().to_python(value)
        return text.replace(" ", "").replace("-", "") if text else text

    def run_validators(self, value: Any) -> None:
        """Refuse anything but the right number of digits."""
        super().run_validators(value)
        if value and not (value.isascii() and value.isdecimal() and len(value) == self.digits):
            raise self.refuse("invalid", f"must be {self.digits} numbers")
