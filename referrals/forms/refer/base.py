"""A page of the referral form: keeps what was typed as it was typed, and reads it again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Self

from django.forms import BoundField
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from foundation.design import words
from foundation.design.forms import PortalForm
from referrals.rules.drafts import Typed


class PageForm(PortalForm):
    """One page of the referral form."""

    @classmethod
    def resumed(cls, typed: Typed, **kwargs: Any) -> Self:
        """Show what was typed before, without judging it yet."""
        form = cls(MultiValueDict({name: list(values) for name, values in typed.items()}), **kwargs)
        form._errors = ErrorDict()  # type: ignore[attr-defined]  # Django's own, missing from the stubs
        form.cleaned_data = {}
        return form

    @classmethod
    def judged(cls, typed: Typed, **kwargs: Any) -> Self:
        """Read what was typed before as if it had just been sent, without counting what is wrong with it again."""
        form = cls(MultiValueDict({name: list(values) for name, values in typed.items()}), **kwargs)
        form._counted = True
        form.is_valid()
        return form

    def options(self) -> dict[str, Any]:
        """What the form needs besides its answers, to be made again."""
        return {}

    def typed(self, post: QueryDict) -> dict[str, list[str]]:
        """What the browser sent for the questions of this page, and nothing else."""
        names = set(self.fields)
        return {
            name: [str(value) for value in post.getlist(name)]
            for name in post
            if name in names or name.rpartition("-")[0] in names
        }

    def answer_rows(self) -> list[tuple[str, str, str]]:
        """Name, question and answer of each question that was asked, in order; unanswered ones with an empty answer."""
        hidden = self._not_asked()
        return [
            (name, self.question(name), answer_text(self[name], self.cleaned_data.get(name)))
            for name in self.fields
            if name not in hidden
        ]

    def question(self, name: str) -> str:
        """The words of a question; a single box is asked by what stands beside it."""
        return str(self.fields[name].label or "")


def answer_text(bound: BoundField, value: object) -> str:
    """An answer as it reads: choices in their words, dates written out."""
    if value is None or value in ("", []):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    choices: Sequence[tuple[Any, Any]] = list(getattr(bound.field, "choices", ()))
    if choices:
        names: Mapping[str, str] = {str(key): str(text) for key, text in choices}
        values = value if isinstance(value, list) else [value]
        return ", ".join(names.get(str(one), str(one)) for one in values)
    if isinstance(value, date):
        return words.date(value)
    return str(value)
