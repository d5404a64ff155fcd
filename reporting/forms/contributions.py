"""What is filled in to ask agencies for something for a chapter."""

from collections.abc import Iterable
from typing import Any

from accounts.models import Agency
from foundation.design.fields import DateField, LongTextField, ManyChoiceField
from foundation.design.forms import PortalForm


class ContributionsForm(PortalForm):
    """Who is asked for what, and by when."""

    page = "reporting.contributions"

    agencies = ManyChoiceField(
        label="Which agencies are asked?", choices=[], required_message="Select which agencies are asked", small=True
    )
    question = LongTextField(
        label="What do you ask them for?",
        hint="For example, what you did about neglect this year, and what it changed for children, in 200 words",
        noun="What you ask",
        rows=4,
        max_length=2000,
        required_message="Enter what you ask them for",
    )
    due_on = DateField(label="By when?", noun="Day", hint="For example, 31 7 2027", required_message="Enter by when it is needed")

    def __init__(self, *args: Any, asked: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = [(one.code, one.name) for one in asked]  # type: ignore[attr-defined]  # checkboxes


class WithdrawContributionForm(PortalForm):
    """Why what was asked is not needed."""

    page = "reporting.withdraw_contribution"

    reason = LongTextField(
        label="Why is it not needed?", hint="The agency reads this.", noun="Reason", rows=3, max_length=1000,
        required_message="Enter why it is not needed",
    )  # fmt: skip
