"""What is filled in about action plans and their actions."""

from collections.abc import Sequence
from typing import Any

from board.models import Action, Plan
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    FileField,
    LongTextField,
    ManyChoiceField,
    PortalForm,
    SelectField,
    TextField,
)

EVIDENCE_HINT = "A document or picture that shows what was done. Nothing that identifies a child"


class ActionFilterForm(PortalForm):
    """What the list of actions is narrowed to."""

    page = "board.actions"

    words = TextField(label="Words in the action or plan", required=False, mark_optional=False)
    rating = SelectField(label="Rating", choices=Action.Rating.choices, empty_label="All", required=False, mark_optional=False)
    agency = SelectField(label="Lead agency", choices=[], empty_label="All", required=False, mark_optional=False)
    plan = SelectField(label="Plan", choices=[], empty_label="All", required=False, mark_optional=False)
    theme = SelectField(label="Theme", choices=[], empty_label="All", required=False, mark_optional=False)
    state = SelectField(
        label="State",
        choices=[("all", "Open and finished"), *Action.State.choices],
        empty_label="Open",
        required=False,
        mark_optional=False,
    )
    late = CheckboxField(label="Only late ones", required=False, mark_optional=False)
    mine = CheckboxField(label="Only mine", required=False, mark_optional=False)
    left = CheckboxField(label="Only where the owner has left", required=False, mark_optional=False)
    again = CheckboxField(label="Only embedded ones to look at again", required=False, mark_optional=False)

    def __init__(
        self,
        *args: Any,
        agencies: tuple[tuple[str, str], ...],
        plans: tuple[tuple[str, str], ...],
        themes: tuple[tuple[str, str], ...],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]  # a select
        self.fields["theme"].choices = themes  # type: ignore[attr-defined]  # a select


def scrutiny_field() -> SelectField:
    """The question for the group that scrutinises a plan."""
    return SelectField(
        label="Which group scrutinises it?",
        choices=[],
        empty_label="No group",
        hint="What is due stands on the agenda of its meetings",
        required=False,
        mark_optional=False,
    )


class PlanForm(PortalForm):
    """A new plan."""

    page = "board.new_plan"

    title = TextField(label="What is the plan called?", noun="Title", required_message="Enter what the plan is called")
    source = ChoiceField(
        label="Where does it come from?", choices=Plan.Source.choices, required_message="Select where the plan comes from"
    )
    source_published_on = DateField(
        label="When was the report published?",
        noun="Date of publication",
        hint="Needed when deadlines count from publication. For example, 28 6 2026",
        required=False,
        not_future=True,
    )
    group = scrutiny_field()

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a select


class PlanGroupForm(PortalForm):
    """The group that scrutinises a plan from now on."""

    page = "board.hand_plan_to_group"

    group = scrutiny_field()

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a select


class ActionForm(PortalForm):
    """A new action of a plan."""

    page = "board.new_action"

    number = TextField(
        label="Number in the plan", width=5, max_length=10, hint="For example, 3.2", required_message="Enter the action’s number"
    )
    text = LongTextField(label="What will be done?", rows=4, max_length=2000, required_message="Enter what will be done")
    success_measure = LongTextField(label="How will we know that it worked?", rows=3, max_length=2000, required=False)
    agency = SelectField(
        label="Which agency leads?", choices=[], empty_label="Select an agency", required_message="Select which agency leads"
    )
    owner = TextField(
        label="Email address of the owner",
        hint="Somebody with an account in that agency; they can write progress notes and be asked how it stands",
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
    recommendations = ManyChoiceField(
        label="Which recommendations does it answer?", noun="Recommendations", choices=[], required=False
    )
    deadline_class = ChoiceField(
        label="When is it due?",
        choices=Action.DeadlineClass.choices,
        required_message="Select when the action is due",
        reveal={"date": ["due_on"]},
    )
    due_on = DateField(label="Date it is due", hint="For example, 31 3 2027", required_message="Enter the date the action is due")

    def __init__(
        self,
        *args: Any,
        agencies: tuple[tuple[str, str], ...],
        recommendations: tuple[tuple[str, str], ...],
        has_publication: bool,
        **kwargs: Any,
    ) -> None:
        """Without a date of publication only a date of its own can be chosen: nothing else could be counted."""
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["recommendations"].choices = recommendations  # type: ignore[attr-defined]  # a choice
        if not recommendations:
            del self.fields["recommendations"]
        if not has_publication:
            dated = [choice for choice in Action.DeadlineClass.choices if choice[0] == Action.DeadlineClass.DATE]
            self.fields["deadline_class"].choices = dated  # type: ignore[attr-defined]  # a choice
            self.fields["deadline_class"].initial = Action.DeadlineClass.DATE


class RatedOnForm(PortalForm):
    """The day whose rating is asked for."""

    page = "board.action"

    on = DateField(
        label="What was it rated on another day?",
        noun="Day",
        hint="For example, 31 3 2026",
        required=False,
        mark_optional=False,
        not_future=True,
    )


class UpdateForm(PortalForm):
    """A progress note."""

    page = "board.update_action"

    text = LongTextField(
        label="What has happened since the last note?", rows=5, max_length=4000, required_message="Enter what has happened"
    )
    recovery_plan = LongTextField(
        label="If the action is late, what will bring it back on track?",
        rows=3,
        max_length=2000,
        required=False,
        noun="Recovery plan",
    )
    evidence = FileField(label="Evidence", noun="A file", hint=EVIDENCE_HINT, required=False, many=True)
    report_done = CheckboxField(
        label="Yes, the action is done",
        legend="Is it finished?",
        hint="The business team checks it before it is closed",
        required=False,
    )


class JudgeForm(PortalForm):
    """The business team's answer to an agency that reports an action done."""

    page = "board.judge_action"

    accepted = ChoiceField(
        label="Is the action done?",
        choices=[("yes", "Yes, accept it"), ("no", "No, send it back")],
        required_message="Select whether the action is done",
    )
    note = LongTextField(label="What did you look at?", rows=4, max_length=2000, required_message="Enter what you looked at")


class EmbedForm(PortalForm):
    """The business team's look at whether a done action made a difference."""

    page = "board.embed_action"

    impact = LongTextField(
        label="What has changed for children?",
        hint="Say how you know, for example from an audit or a figure",
        rows=4,
        max_length=2000,
        required_message="Enter what has changed for children",
    )
    check_again_on = DateField(
        label="When will you look again?",
        hint="You are reminded of it. For example, 31 3 2027",
        required=False,
        not_past=True,
        noun="Date to look again",
    )


class LookAgainForm(PortalForm):
    """Whether what an embedded action has changed still holds."""

    page = "board.look_again_at_action"

    holds = ChoiceField(
        label="Does it still hold?",
        choices=[("yes", "Yes, it still holds"), ("no", "No, the action is opened again")],
        required_message="Select whether it still holds",
        reveal={"yes": ["check_again_on"]},
    )
    check_again_on = DateField(
        label="When will you look once more?",
        hint="You are reminded of it. For example, 31 3 2027",
        required=False,
        not_past=True,
        noun="Date to look again",
    )
    note = LongTextField(label="What did you look at?", rows=4, max_length=1000, required_message="Enter what you looked at")


class PassOnForm(PortalForm):
    """Who does an action from now on."""

    page = "board.pass_on_action"

    agency = SelectField(
        label="Which agency leads?", choices=[], empty_label="Select an agency", required_message="Select which agency leads"
    )
    owner = TextField(
        label="Email address of the new owner",
        hint="Somebody with an account in that agency; they are told by email that there is news",
        noun="Email address",
        required=False,
    )
    owner_post = TextField(
        label="Or which post owns it?", hint="If nobody with an account does", noun="Post", required=False, max_length=150
    )
    reason = LongTextField(label="Why?", rows=3, max_length=1000, required_message="Enter why")

    def __init__(self, *args: Any, agencies: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select


class WithdrawForm(PortalForm):
    """Why nobody needs to do an action."""

    page = "board.withdraw_action"

    reason = LongTextField(
        label="Why is it withdrawn?", rows=3, max_length=1000, required_message="Enter why the action is withdrawn"
    )


class ReopenForm(PortalForm):
    """Why a finished action is work again."""

    page = "board.reopen_action"

    reason = LongTextField(
        label="Why is it opened again?",
        hint="What was found, for example in an audit",
        rows=3,
        max_length=1000,
        required_message="Enter why the action is opened again",
    )


class RescheduleForm(PortalForm):
    """A new date."""

    page = "board.reschedule_action"

    due_on = DateField(label="New date", hint="For example, 31 3 2027", required_message="Enter the new date", not_past=True)
    reason = LongTextField(
        label="Why does the date change?", rows=3, max_length=1000, required_message="Enter why the date changes"
    )


class OverruleForm(PortalForm):
    """A rating other than the rule's."""

    page = "board.overrule_action"

    rating = ChoiceField(
        label="Which rating should it have?",
        choices=[("", "The rule’s own rating"), *Action.Rating.choices[1:]],
        required=False,
        mark_optional=False,
    )
    reason = LongTextField(label="Why does it differ from the rule?", rows=3, max_length=1000, required=False, noun="Reason")
    until = DateField(
        label="Until when?",
        hint="Leave it empty for the date of the action: from the day after, the rule speaks again. For example, 31 3 2027",
        required=False,
        not_past=True,
        noun="Last day of the rating",
    )
