"""What the independent scrutineer fills in about an edition."""

from foundation.design.forms import ChoiceField, LongTextField, PortalForm
from reporting.models import EditionStatement
from reporting.rules.approving import LONGEST_STATEMENT


class StatementForm(PortalForm):
    """What the scrutineer says of an edition."""

    page = "reporting.state_view"

    view = ChoiceField(
        label="What do you say of this edition?",
        choices=EditionStatement.View.choices,
        required_message="Select what you say of this edition",
    )
    text = LongTextField(
        label="Your statement",
        hint="It is published with the report, under your name, as you write it.",
        noun="Statement",
        rows=10,
        max_length=LONGEST_STATEMENT,
        required_message="Enter your statement",
    )
