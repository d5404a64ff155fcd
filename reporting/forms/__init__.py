"""What people fill in for the report, and what they choose on the dashboard."""

from reporting.forms.report import DashboardForm, DecisionForm, NarrativeForm, PopulationForm
from reporting.forms.returns import (
    AskAgainForm,
    AskMoreForm,
    CommentsForm,
    RoundForm,
    SendBackForm,
    WithdrawReturnForm,
    paper_form,
)

__all__ = [
    "AskAgainForm",
    "AskMoreForm",
    "CommentsForm",
    "DashboardForm",
    "DecisionForm",
    "NarrativeForm",
    "PopulationForm",
    "RoundForm",
    "SendBackForm",
    "WithdrawReturnForm",
    "paper_form",
]
