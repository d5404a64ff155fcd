"""What is filled in when a decision becomes an action."""

from collections.abc import Sequence
from typing import Any

from board.forms.actions import counted_from_field, why_field
from board.models import Action
from foundation.design.forms import ChoiceField, DateField, LongTextField, PortalForm, SelectField, TextField


class DecisionForm(PortalForm):
    """The action that a decision becomes."""

    page = "board.act_on_decision"

    text = LongTextField(
        label="What will be done?",
        hint="The words of the decision, unless you say it otherwise",
        rows=4,
        max_length=2000,
        required_message="Enter what will be done",
    )
    plan = SelectField(
        label="In which plan of the group?",
        choices=[],
        empty_label="Select a plan",
        required_message="Select a plan of the group",
    )
    agency = SelectField(
        label="Which agency leads?", choices=[], empty_label="Select an agency", required_message="Select which agency leads"
    )
    owner = TextField(
        label="Email address of the owner",
        hint="Somebody with an account in that agency; they are told by email that there is news",
        noun="Email address",
        required=False,
    )
    owner_post = TextField(
        label="Or which post owns it?",
        hint="If nobody with an account does. For example, Head of Safeguarding",
        noun="Post",
        required=False,
        max_length=150,
    )
    why = why_field()
    deadline_class = ChoiceField(
        label="When is it due?",
        choices=Action.DeadlineClass.choices,
        required_message="Select when it is due",
        reveal={"date": ["due_on"]},
    )
    due_on = DateField(label="Date it is due", hint="For example, 31 3 2027", required_message="Enter the date it is due")
    counted_from = counted_from_field("Leave it empty for the day of the meeting")

    def __init__(self, *args: Any, plans: Sequence[tuple[str, str]], agencies: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]  # a select
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
