"""Questions answered with a number."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from foundation.design.fields.base import Question, refuse_unstorable

Number = int | Decimal
MOST_DIGITS = 15


class NumberField(Question):
    """A whole number (`int`), or with `decimals` a `Decimal` of at most so many places.

    `least` and `most` are allowed values themselves. `unit` is printed behind the box ("hours").
    """

    def __init__(
        self,
        *,
        least: Number | None = None,
        most: Number | None = None,
        decimals: int = 0,
        width: int = 5,
        unit: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(widget=forms.TextInput, **kwargs)
        self.least, self.most, self.decimals = least, most, decimals
        self.params |= {
            "classes": f"govuk-input--width-{width}",
            "inputmode": "decimal" if decimals else "numeric",
            "spellcheck": False,
        }
        if unit:
            self.params["suffix"] = {"text": unit}

    def to_python(self, value: Any) -> Number | None:
        """Give the number, forgiving commas and blanks."""
        text = self.bare(str(value if value is not None else ""))
        if not text:
            return None
        refuse_unstorable(text, self.noun)
        try:
            number = Decimal(text) if text.isascii() else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or "e" in text.lower() or "_" in text or number.adjusted() >= MOST_DIGITS:
            raise self.refuse("invalid", self.must_be)
        if self.decimals:
            return self._places(number)
        if number != number.to_integral_value():
            raise self.refuse("whole", "must be a whole number")
        return int(number)

    @property
    def must_be(self) -> str:
        """What is said of something that is no number."""
        return "must be a number" if self.decimals else "must be a whole number"

    def bare(self, text: str) -> str:
        """Take away what people type around a number."""
        return text.replace(",", "").replace(" ", "").strip()

    def _places(self, number: Decimal) -> Decimal:
        exponent = number.normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > self.decimals:
            raise self.refuse("decimals", f"must have {self.decimals} decimal places or fewer")
        return number.quantize(Decimal(1).scaleb(-self.decimals))

    def shown(self, number: Number) -> str:
        """Print a limit in a message."""
        return f"{number:,}"

    def validate(self, value: Any) -> None:
        """Refuse numbers outside the limits."""
        super().validate(value)
        if value is None:
            return
        if self.least is not None and value < self.least:
            raise self.refuse("least", f"must be {self.shown(self.least)} or more")
        if self.most is not None and value > self.most:
            raise self.refuse("most", f"must be {self.shown(self.most)} or fewer")


class MoneyField(NumberField):
    """An amount of money: `Decimal` pounds and pence, never below nothing unless `least` says so."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("least", Decimal(0))
        super().__init__(decimals=2, **{"width": 10, **kwargs})
        self.params["prefix"] = {"text": "£"}

    @property
    def must_be(self) -> str:
        """What is said of something that is no amount."""
        return "must be an amount of money, like 1,200 or 35.50"

    def bare(self, text: str) -> str:
        """Take away the pound sign too."""
        return super().bare(text.replace("£", ""))

    def shown(self, number: Number) -> str:
        """Print a limit as money."""
        return f"£{number:,}"
