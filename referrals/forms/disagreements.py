"""What is filled in about a disagreement."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import CheckboxField, ChoiceField, LongTextField, PortalForm, SelectField
from referrals.models import FINAL_STAGE, Disagreement

Choices = Sequence[tuple[str, str]]


def _text(label: str, hint: str, needed: str, rows: int = 4) -> LongTextField:
    return LongTextField(label=label, hint=hint, noun=label.rstrip("?"), rows=rows, max_length=5000, required_message=needed)


class RaiseForm(PortalForm):
    """A disagreement, raised."""

    page = "referrals.disagree"

    raised_for = ChoiceField(label="For which agency do you raise it?", choices=[], required_message="Select your agency")
    raised_with = SelectField(
        label="With which agency do you disagree?",
        choices=[],
        empty_label="Select an agency",
        required_message="Select with which agency you disagree",
    )
    about = ChoiceField(label="What is it about?", choices=Disagreement.About.choices, required_message="Select what it is about")
    disputed = _text(
        "Which decision do you dispute?", "What was decided or done, when, and by whom.", "Enter which decision you dispute"
    )
    concern = _text(
        "Why does it worry you?", "What you see, and what the other agency may not know.", "Enter why it worries you", 6
    )
    wanted = _text(
        "What result do you want?", "For example: an assessment; that the plan says who visits.", "Enter what result you want"
    )
    risk = _text(
        "What is the risk to the child meanwhile?",
        "And what you and others do about it until this is resolved.",
        "Enter the risk to the child meanwhile",
    )
    in_parallel = CheckboxField(label="I ask for a strategy discussion at the same time", required=False)

    def __init__(self, *args: Any, ours: Choices, theirs: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(ours) > 1:
            self.fields["raised_for"].choices = ours  # type: ignore[attr-defined]  # radio buttons
        else:
            del self.fields["raised_for"]
        self.fields["raised_with"].choices = theirs  # type: ignore[attr-defined]  # a list


class StageForm(PortalForm):
    """What came of a stage."""

    page = "referrals.disagreement_stage"

    result = ChoiceField(label="What came of this stage?", choices=[], required_message="Select what came of this stage")
    people = _text("Who spoke with whom?", "Name and job of each, of both agencies.", "Enter who spoke with whom", 3)
    outcome = _text("What came of it?", "What was agreed, what was not, and why.", "Enter what came of it")
    learning = LongTextField(
        label="What can agencies learn from it?", noun="What agencies learn", rows=3, max_length=5000, required=False
    )

    def __init__(self, *args: Any, stage: int, ours: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("resolve", "It is resolved")] if ours else []
        if stage < FINAL_STAGE:
            choices.append(("move_up", f"It is not resolved: move it up to stage {stage + 1}"))
        else:
            choices.append(("decide", "The partnership has decided"))
        self.fields["result"].choices = choices  # type: ignore[attr-defined]  # radio buttons
