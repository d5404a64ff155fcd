"""What the system administrator fills in to keep reference data."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import DateField, LongTextField, NumberField, PortalForm, SelectField, TextField
from work.selectors.reference import LONGEST_LIMIT


class BankHolidayForm(PortalForm):
    """A bank holiday that the published list does not have."""

    page = "work.bank_holiday"

    on = DateField(label="Which day is it?", noun="The day", not_past=True, required_message="Enter the day")
    title = TextField(
        label="What is it called?",
        hint="For example, Bank holiday for the coronation",
        noun="Name",
        max_length=100,
        required_message="Enter what it is called",
    )


class SchoolTermForm(PortalForm):
    """A school term."""

    page = "work.school_term"

    name = TextField(
        label="What is the term called?", hint="For example, Autumn term 2026", max_length=60, required_message="Enter its name"
    )
    starts_on = DateField(label="First day of the term", noun="The first day", required_message="Enter the first day")
    ends_on = DateField(label="Last day of the term", noun="The last day", required_message="Enter the last day")
    closed_from = DateField(label="First day of half term", noun="The first day of half term", required=False)
    closed_until = DateField(label="Last day of half term", noun="The last day of half term", required=False)


class LimitForm(PortalForm):
    """The partnership's own limit. `same_day`: the titles of the variants that may be due on the day itself."""

    page = "work.limit"

    amount = NumberField(label="How long should it be?", noun="The limit", most=LONGEST_LIMIT)
    effective_from = DateField(
        label="From which day?",
        hint="Clocks that start on this day or later run by it. Clocks that have started keep the limit they started with.",
        noun="The day",
        in_future=True,
        required_message="Enter the day from which it holds",
    )
    reason = LongTextField(
        label="Why does the partnership set its own limit?",
        hint="Everybody who uses the portal can read this.",
        rows=4,
        max_length=2000,
        required_message="Enter why the partnership sets its own limit",
    )

    def __init__(
        self, *args: Any, variants: Sequence[tuple[str, str]], unit: str, same_day: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        amount = self.fields["amount"]
        amount.help_text = f"In {unit}."
        amount.least = 0 if same_day else 1  # type: ignore[attr-defined]  # a number
        if same_day:
            which = "".join(f", for {title}" for title in same_day if title)
            amount.help_text += f" Enter 0 for the same day{which}."
        if len(variants) > 1:
            choice = SelectField(
                label="For which rating?", choices=variants, empty_label=None, required_message="Select the rating"
            )
            self.fields = {"variant": choice, **self.fields}
