"""What is filled in about the partnership's money."""

from board.models import BudgetLine
from foundation.design.forms import ChoiceField, MoneyField, PortalForm, TextField

MOST_MONEY = 999_999_999


class BudgetLineForm(PortalForm):
    """One line of the budget."""

    page = "board.budget_line"

    side = ChoiceField(
        label="Is it income or expenditure?", choices=BudgetLine.Side.choices, required_message="Select income or expenditure"
    )
    heading = TextField(
        label="Who gave it, or what was it spent on?",
        noun="Heading",
        max_length=100,
        required_message="Enter who gave it or what it was spent on",
    )
    amount = MoneyField(label="Amount", least=0, most=MOST_MONEY, required_message="Enter the amount")


class BudgetAmountForm(PortalForm):
    """Another amount for a line that is there."""

    page = "board.budget_line"

    amount = MoneyField(label="Amount", least=0, most=MOST_MONEY, required_message="Enter the amount")
