"""What is filled in to ask for sight of a child's records, and to answer."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import ChoiceField, DateField, LongTextField, PortalForm

GIVE, REFUSE = "give", "refuse"


class AskForSightForm(PortalForm):
    """Whom one asks, and why."""

    page = "referrals.ask_for_sight"

    team = ChoiceField(label="Whom do you ask?", choices=[], required_message="Select whom you ask")
    reason = LongTextField(
        label="Why do you need to see it?",
        hint="The team reads this. Say what you work on with the child.",
        rows=4,
        max_length=2000,
        required_message="Enter why you need to see it",
    )

    def __init__(self, *args: Any, teams: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = teams  # type: ignore[attr-defined]  # a choice field


class AnswerSightForm(PortalForm):
    """Whether sight is given, and to which day, or why not."""

    page = "referrals.answer_sight"
    requires = {("answer", GIVE): ["until"], ("answer", REFUSE): ["words"]}

    answer = ChoiceField(
        label="May they see what you know of this child?",
        choices=[(GIVE, "Yes, until a day"), (REFUSE, "No")],
        choice_hints={GIVE: "They see the child’s contacts that you see. Restricted ones stay closed."},
        required_message="Select whether they may see it",
    )
    until = DateField(
        label="The last day on which they may see it",
        hint="Within the next 12 months",
        required=False,
        mark_optional=False,
        required_message="Enter the last day on which they may see it",
    )
    words = LongTextField(
        label="What do you tell them?",
        hint="Needed when you refuse.",
        rows=4,
        max_length=2000,
        required=False,
        mark_optional=False,
        required_message="Enter why you refuse",
    )
