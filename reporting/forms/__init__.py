"""What people fill in for the report, and what they choose on the dashboard."""

from reporting.forms.report import DashboardForm, DecisionForm, PopulationForm
from reporting.forms.returns import (
    AskAgainForm,
    AskMoreForm,
    CommentsForm,
    RoundForm,
    SendBackForm,
    WithdrawReturnForm,
    paper_form,
)
from reporting.forms.writing import AssignForm, ConsultForm, DealForm, DraftCommentForm, NarrativeForm

__all__ = [
    "AskAgainForm",
    "AskMoreForm",
    "AssignForm",
    "CommentsForm",
    "ConsultForm",
    "DashboardForm",
    "DealForm",
    "DecisionForm",
    "DraftCommentForm",
    "NarrativeForm",
    "PopulationForm",
    "RoundForm",
    "SendBackForm",
    "WithdrawReturnForm",
    "paper_form",
]
