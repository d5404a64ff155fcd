"""What is filled in for the report for children."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.design.forms import LongTextField, PortalForm, SelectField, TextField
from reporting.models import ChildrensVersion
from reporting.rules.childrens import LONGEST, LONGEST_WORDS, MOST_NUMBERS, SECTIONS

_HINTS = {
    "did": "Short sentences, plain words. Place a number of this edition with {{ figure: contacts.received }}.",
    "heard": "What children and young people told you in the year.",
    "will_do": "What will be different for children.",
}


class ChildrensForm(PortalForm):
    """A few short sections, and up to three large numbers."""

    page = "reporting.write_for_children"

    did = LongTextField(
        label=SECTIONS["did"], hint=_HINTS["did"], rows=5, max_length=LONGEST,
        required_message=f"Enter what stands under “{SECTIONS['did']}”",
    )  # fmt: skip
    heard = LongTextField(
        label=SECTIONS["heard"], hint=_HINTS["heard"], rows=5, max_length=LONGEST,
        required_message=f"Enter what stands under “{SECTIONS['heard']}”",
    )  # fmt: skip
    will_do = LongTextField(
        label=SECTIONS["will_do"], hint=_HINTS["will_do"], rows=5, max_length=LONGEST,
        required_message=f"Enter what stands under “{SECTIONS['will_do']}”",
    )  # fmt: skip

    def __init__(self, *args: Any, figures: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in range(1, MOST_NUMBERS + 1):
            self.fields[f"code_{place}"] = SelectField(
                label=f"Large number {place}", choices=list(figures), empty_label="None", required=False
            )
            self.fields[f"words_{place}"] = TextField(
                label=f"What number {place} counts, in words for children",
                noun="Words",
                max_length=LONGEST_WORDS,
                required=False,
                mark_optional=False,
            )

    @property
    def told(self) -> dict[str, Any]:
        """What the service is given."""
        given = self.cleaned_data
        numbers = [
            {"code": given[f"code_{place}"], "words": given[f"words_{place}"] or ""}
            for place in range(1, MOST_NUMBERS + 1)
            if given[f"code_{place}"]
        ]
        return {**{key: given[key] for key in SECTIONS}, "numbers": numbers}


def filled_from(draft: ChildrensVersion | None) -> Mapping[str, Any]:
    """What a form begins with."""
    if draft is None:
        return {}
    found: dict[str, Any] = {key: getattr(draft, key) for key in SECTIONS}
    for place, one in enumerate(draft.numbers, start=1):
        found |= {f"code_{place}": one["code"], f"words_{place}": one["words"]}
    return found
