"""What is filled in about the table of chasing."""

from collections.abc import Mapping
from typing import Any

from board.models import ChaseRule
from foundation.design.forms import ChoiceField, NumberField, PortalForm


class ChaseRuleForm(PortalForm):
    """One line: about what, when, who, and how often."""

    page = "board.chase_rule"

    about = ChoiceField(label="What is it about?", choices=[], required_message="Select what the line is about")
    when = ChoiceField(
        label="Before or after it is due?",
        choices=[("before", "Before"), ("after", "On the day, or after")],
        required_message="Select whether it is before or after it is due",
    )
    number = NumberField(
        label="How many days?",
        hint="Enter 0 for the day itself",
        noun="Number of days",
        least=0,
        most=90,
        width=5,
        required_message="Enter how many days",
    )
    to = ChoiceField(label="Who is asked?", choices=ChaseRule.To.choices, required_message="Select who is asked")
    every = NumberField(
        label="After how many days again?",
        hint="While it is open. Enter 0 for once only",
        noun="Number of days",
        least=0,
        most=90,
        width=5,
        required_message="Enter after how many days again, or 0",
    )

    def __init__(self, *args: Any, about: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = list(about.items())  # type: ignore[attr-defined]  # a choice

    def clean(self) -> dict[str, Any]:
        """Refuse no days before: that is the day itself."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("when") == "before" and given.get("number") == 0:
            self.add_error("number", "Enter 1 day or more before, or select “On the day, or after”")
        return given

    def line(self) -> dict[str, Any]:
        """About what, days, people and how often, as the services take them."""
        given = self.cleaned_data
        days = -given["number"] if given["when"] == "before" else given["number"]
        return {"about": given["about"], "days": days, "to": given["to"], "every": given["every"]}
