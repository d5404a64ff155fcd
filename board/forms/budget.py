"""What is filled in about the partnership's money."""

from typing import Any

from board.models import BudgetLine
from board.models.budget import MOST_MONEY
from foundation.design.forms import (
    ChoiceField,
    DateField,
    FileField,
    LongTextField,
    MoneyField,
    PortalForm,
    SelectField,
    TextField,
)

Choices = tuple[tuple[str, str], ...]


def _money(label: str, **more: Any) -> MoneyField:
    return MoneyField(label=label, least=0, most=MOST_MONEY, required=False, **more)


class _IncomePart(PortalForm):
    """What is asked of income alone."""

    source = SelectField(
        label="What kind of income is it?",
        choices=BudgetLine.Source.choices,
        initial=BudgetLine.Source.CONTRIBUTION,
        required_message="Select what kind of income it is",
    )
    agency = SelectField(
        label="Which agency gave it?",
        hint="None, if it is no agency of the partnership",
        choices=[],
        empty_label="None",
        required=False,
        mark_optional=False,
    )
    pledged = _money("Pledged")
    pledged_on = DateField(label="Pledged on", required=False)
    invoiced = _money("Invoiced")
    invoiced_on = DateField(label="Invoiced on", required=False)
    received_on = DateField(label="Received on", required=False)
    made_up = _money("Of what was received, how much made up for what others did not give?", noun="Made up")
    in_kind = _money("What is given in kind worth?", noun="In kind", hint="A room, a trainer’s time. It is in no total")
    in_kind_words = TextField(label="What is given in kind?", noun="In kind", max_length=200, required=False)

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select


class _SpendingPart(PortalForm):
    """What is asked of expenditure alone."""

    heading_group = TextField(
        label="Which group of headings does it belong to?",
        hint="Headings of one group have a sub-total. For example, Staff",
        noun="Group",
        max_length=100,
        required=False,
    )
    committed = _money("Committed", hint="Ordered or promised, spent or not")
    forecast = _money("Forecast for the whole year", noun="Forecast")


INCOME, SPENDING = (tuple(part.base_fields) for part in (_IncomePart, _SpendingPart))


class _Noted(PortalForm):
    """The question that ends each line."""

    note = LongTextField(label="Note", rows=3, max_length=2000, required=False)


class BudgetLineForm(_IncomePart, _SpendingPart, _Noted):
    """One line of the budget."""

    page = "board.budget_line"
    field_order = ["heading", "amount", "side", *INCOME, *SPENDING, "note"]

    side = ChoiceField(
        label="Is it income or expenditure?",
        choices=BudgetLine.Side.choices,
        required_message="Select income or expenditure",
        reveal={"income": list(INCOME), "expenditure": list(SPENDING)},
    )
    heading = TextField(
        label="Who gave it, or what was it spent on?",
        noun="Heading",
        max_length=100,
        required_message="Enter who gave it or what it was spent on",
    )
    amount = MoneyField(
        label="Received, or spent",
        noun="Amount",
        hint="Enter 0 if nothing has been yet",
        least=0,
        most=MOST_MONEY,
        required_message="Enter the amount",
    )


class IncomeForm(_IncomePart, _Noted):
    """An income line that is there."""

    page = "board.budget_line"
    field_order = ["amount", *INCOME, "note"]

    amount = MoneyField(label="Received", noun="Amount", least=0, most=MOST_MONEY, required_message="Enter the amount")


class SpendingForm(_SpendingPart, _Noted):
    """An expenditure line that is there."""

    page = "board.budget_line"
    field_order = ["amount", *SPENDING, "note"]

    amount = MoneyField(label="Spent", noun="Amount", least=0, most=MOST_MONEY, required_message="Enter the amount")


class BudgetYearForm(PortalForm):
    """What is said of a year's money as a whole."""

    page = "board.budget_year"

    stated_income = _money(
        "Which total of income do the partners state?",
        noun="Stated income",
        hint="It is shown beside the sum, and corrects nothing",
    )
    stated_expenditure = _money("Which total of expenditure do they state?", noun="Stated expenditure")
    value_for_money = LongTextField(
        label="What was the money worth?",
        hint="What it changed, and how you know: the note on value for money",
        noun="Value for money",
        rows=8,
        max_length=6000,
        required=False,
    )


class BudgetFileForm(PortalForm):
    """A file of budget lines."""

    page = "board.budget_file"

    file = FileField(
        label="The file",
        hint="CSV or Excel, with the columns side, heading and amount, and any other of the spreadsheet that you can download.",
        most_mb=10,
        required_message="Select a file",
    )


class ReopenBudgetYearForm(PortalForm):
    """Why a closed year is opened again."""

    page = "board.reopen_budget_year"

    reason = LongTextField(
        label="Why is it opened again?",
        hint="Everybody who reads the budget sees this",
        noun="Reason",
        rows=3,
        max_length=2000,
        required_message="Enter why the year is opened again",
    )


class BudgetDocumentForm(PortalForm):
    """A document of a line."""

    page = "board.budget_document"

    file = FileField(label="The document", hint="For example, an invoice", most_mb=20, required_message="Select a document")
