"""What is filled in about risks."""

from typing import Any

from board.scoring import IMPACT, LIKELIHOOD
from foundation.design.forms import ChoiceField, DateField, LongTextField, NumberField, PortalForm, SelectField, TextField

LIKELIHOODS = [(str(place), words) for place, words in enumerate(LIKELIHOOD, start=1)]
IMPACTS = [(str(place), words) for place, words in enumerate(IMPACT, start=1)]


def _scale(label: str, noun: str, choices: list[tuple[str, str]], message: str) -> ChoiceField:
    return ChoiceField(label=label, noun=noun, choices=choices, coerce=int, small=True, inline=True, required_message=message)


class ScoreForm(PortalForm):
    """How a risk is scored."""

    page = "board.review_risk"

    likelihood_before = _scale(
        "How likely is it without controls?", "Likelihood", LIKELIHOODS, "Select how likely it is without controls"
    )
    impact_before = _scale(
        "How bad would it be without controls?", "Impact", IMPACTS, "Select how bad it would be without controls"
    )
    likelihood = _scale("How likely is it with them?", "Likelihood", LIKELIHOODS, "Select how likely it is with its controls")
    impact = _scale("How bad would it be with them?", "Impact", IMPACTS, "Select how bad it would be with its controls")
    scored_on = DateField(
        label="When was it scored?", noun="Day", not_future=True, required_message="Enter the day on which it was scored"
    )
    review_due_on = DateField(
        label="When is the next review?",
        noun="Next review",
        hint="For example, 31 3 2027",
        required_message="Enter the day of the next review",
    )
    note = LongTextField(label="Why these scores?", noun="Note", rows=3, max_length=2000, required=False)


class RiskForm(PortalForm):
    """What a risk is, who owns it, and what holds it back."""

    page = "board.risk"

    title = TextField(label="What is the risk, in a few words?", noun="Risk", required_message="Enter what the risk is")
    cause = LongTextField(
        label="What would cause it?", noun="Cause", rows=3, max_length=2000, required_message="Enter what would cause it"
    )
    consequence = LongTextField(
        label="What would it mean for children?", noun="Consequence", rows=3, max_length=2000,
        required_message="Enter what it would mean for children",
    )  # fmt: skip
    agency = SelectField(
        label="Which agency owns it?", choices=[], empty_label="The partnership as a whole", required=False, mark_optional=False
    )
    lead = TextField(label="Which post looks after it?", noun="Post", max_length=150, required=False)
    controls = LongTextField(
        label="What holds it back already?",
        noun="Controls",
        rows=4,
        max_length=4000,
        required_message="Enter what holds it back already",
    )
    target_score = NumberField(
        label="Which score is aimed at?", noun="Target", hint="Likelihood times impact, from 1 to 25", least=1, most=25,
        width=3, required_message="Enter the score that is aimed at",
    )  # fmt: skip

    def __init__(self, *args: Any, agencies: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select


class NewRiskForm(RiskForm, ScoreForm):
    """A new risk with its first score."""

    field_order = [
        "title", "cause", "consequence", "agency", "lead", "likelihood_before", "impact_before", "controls", "likelihood",
        "impact", "target_score", "scored_on", "review_due_on", "note",
    ]  # fmt: skip


class CloseRiskForm(PortalForm):
    """Why a risk is closed."""

    page = "board.close_risk"

    reason = LongTextField(
        label="Why is it closed?", noun="Reason", rows=3, max_length=2000, required_message="Enter why it is closed"
    )
    closed_on = DateField(
        label="Since when?", noun="Day", not_future=True, required_message="Enter the day since which it is closed"
    )


class ReopenRiskForm(PortalForm):
    """Why a closed risk is opened again."""

    page = "board.reopen_risk"

    reason = LongTextField(
        label="Why is it opened again?", noun="Reason", rows=3, max_length=2000, required_message="Enter why it is opened again"
    )
    reopened_on = DateField(
        label="Since when?", noun="Day", not_future=True, required_message="Enter the day since which it is open again"
    )
