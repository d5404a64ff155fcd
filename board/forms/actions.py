"""What is filled in about action plans and their actions."""

from collections.abc import Sequence
from typing import Any

from board.models import Action, Plan
from foundation import clock
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    PortalForm,
    SelectField,
    TextField,
)

TODAY_ONLY = ("left", "again")
"""Filters that can be asked of today alone."""


def as_at_field() -> DateField:
    """The day as at which actions are shown: today or any day that is over."""
    return DateField(
        label="As at", noun="Day", hint="For example, 20 8 2026", required=False, mark_optional=False, not_future=True
    )


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
    as_at = as_at_field()

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

    @property
    def is_refused(self) -> bool:
        """Whether the day cannot be asked for; what is rubbish in the other filters narrows nothing."""
        return any(name in self.errors for name in ("as_at", *TODAY_ONLY))

    def clean(self) -> dict[str, Any]:
        """Of a day that is over nobody knows who had left, nor what was to be looked at again."""
        given = dict(super().clean() or self.cleaned_data)
        day = given.get("as_at")
        for name in TODAY_ONLY:
            if day is not None and day < clock.today() and given.get(name):
                self.add_error(name, "This is known of today only. Untick it, or leave the day empty")
        return given


class ActionsDayForm(PortalForm):
    """The day as at which actions are counted."""

    page = "board.actions_figures"

    as_at = as_at_field()


class PlanDayForm(PortalForm):
    """The day as at which a plan is shown."""

    page = "board.plan"

    as_at = as_at_field()


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


def why_field() -> LongTextField:
    """The question why an action matters."""
    return LongTextField(label="Why does it matter?", rows=3, max_length=2000, required=False, noun="Why it matters")


def agreement_field() -> TextField:
    """The question who agreed an action."""
    return TextField(
        label="Who agreed it?",
        hint="The meeting or the person, in words. For example, Executive group of 3 September 2026",
        noun="Who agreed it",
        required=False,
        max_length=200,
    )


def counted_from_field(when_empty: str) -> DateField:
    """The question from which day a class of deadline counts."""
    return DateField(
        label="From which day does “immediate”, “within 3 months” or “within 6 months” count?",
        noun="Day it counts from",
        hint=f"{when_empty}. For example, 28 6 2026",
        required=False,
    )


class ActionForm(PortalForm):
    """A new action of a plan."""

    page = "board.new_action"

    number = TextField(
        label="Number in the plan", width=5, max_length=10, hint="For example, 3.2", required_message="Enter the action’s number"
    )
    text = LongTextField(label="What will be done?", rows=4, max_length=2000, required_message="Enter what will be done")
    why = why_field()
    agreement = agreement_field()
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
    counted_from = counted_from_field("Leave it empty for the day on which the report of the plan was published, if one was")

    def __init__(
        self,
        *args: Any,
        agencies: tuple[tuple[str, str], ...],
        recommendations: tuple[tuple[str, str], ...],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["recommendations"].choices = recommendations  # type: ignore[attr-defined]  # a choice
        if not recommendations:
            del self.fields["recommendations"]


class DescribeForm(PortalForm):
    """Who agreed an action, and why it matters."""

    page = "board.describe_action"

    why = why_field()
    agreement = agreement_field()


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


class CoOwnerForm(PortalForm):
    """Who owns an action together with its owner."""

    page = "board.add_co_owner"

    agency = SelectField(
        label="Which agency are they in?", choices=[], empty_label="Select an agency", required_message="Select their agency"
    )
    owner = TextField(
        label="Email address",
        hint="Somebody with an account in that agency; they are told by email that there is news, and asked as the owner is",
        noun="Email address",
        required=False,
    )
    owner_post = TextField(
        label="Or their name or post",
        hint="If they have no account. For example, Head of Safeguarding",
        noun="Name or post",
        required=False,
        max_length=150,
    )

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
