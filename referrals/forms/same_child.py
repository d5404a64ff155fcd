"""What is filled in about whether two records are of one child."""

from typing import Any

from foundation.design.forms import ChoiceField, LongTextField, PortalForm
from referrals.forms.mash import SearchForm

SAME, ANOTHER = "same", "another"


class FindChildForm(SearchForm):
    """Finding the other record of a child."""

    page = "referrals.join_records"


class CompareForm(PortalForm):
    """Whether the two are one child, and how one knows."""

    page = "referrals.compare_child"

    answer = ChoiceField(
        label="Is it the same child?",
        choices=[(SAME, "Yes, it is the same child"), (ANOTHER, "No, they are two children")],
        choice_hints={
            SAME: "Their contacts and chronology are shown together from now on. It can be undone.",
            ANOTHER: "The two are not proposed to anybody again.",
        },
        required_message="Select whether it is the same child",
    )
    reason = LongTextField(
        label="How do you know?",
        hint="For example, the school gives the same mother and the same date of birth.",
        rows=3,
        max_length=2000,
        required_message="Enter how you know",
    )

    def __init__(self, *args: Any, joinable: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not joinable:
            self.fields["answer"].choices = [(ANOTHER, "They are two children")]  # type: ignore[attr-defined]  # a choice field
