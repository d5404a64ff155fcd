"""What is filled in about the business plan, its objectives, milestones and positions."""

from collections.abc import Sequence
from typing import Any

from board.models import Action, Objective, ObjectivePosition
from foundation.design.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
)

Choices = Sequence[tuple[str, str]]
FIGURES = ("figure", "second_figure", "third_figure")
"""The questions that together name the figures of an objective."""
MOST_PRIORITIES = 30


class TitleForm(PortalForm):
    """What a plan is called."""

    page = "board.business_plan"

    title = TextField(label="What is the plan called?", noun="Title", required_message="Enter what the plan is called")


class NewBusinessPlanForm(TitleForm):
    """A new plan with its year."""

    year = SelectField(label="Which year?", choices=[], empty_label="Select a year", required_message="Select a year")

    field_order = ["year", "title"]

    def __init__(self, *args: Any, years: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years  # type: ignore[attr-defined]  # a select


class AgreeForm(PortalForm):
    """At which meeting, or on which day, a plan was agreed."""

    page = "board.agree_business_plan"

    meeting = SelectField(label="Which meeting agreed it?", choices=[], empty_label="No meeting", required=False)
    agreed_on = DateField(
        label="Or on which day?", noun="Day", hint="If no meeting did. For example, 28 4 2026", required=False, not_future=True
    )

    def __init__(self, *args: Any, meetings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = meetings  # type: ignore[attr-defined]  # a select


class PriorityForm(PortalForm):
    """A priority and why it is one."""

    page = "board.priority"

    title = TextField(label="What is the priority?", noun="Priority", required_message="Enter what the priority is")
    why = LongTextField(
        label="Why is it one?", noun="Reason", rows=4, max_length=3000, required_message="Enter why it is a priority"
    )


class NewPriorityForm(PriorityForm):
    """A new priority with its number."""

    number = NumberField(
        label="Number", least=1, most=MOST_PRIORITIES, width=3, required_message="Enter the number of the priority"
    )

    field_order = ["number", "title", "why"]


class ObjectiveForm(PortalForm):
    """What we said we would do, what should come of it, who leads and what should move."""

    page = "board.objective"

    text = LongTextField(
        label="We said we would …", noun="Objective", hint="For example, see neglect early and act on it together", rows=3,
        max_length=2000, required_message="Enter what we said we would do",
    )  # fmt: skip
    wanted = LongTextField(
        label="What should be different for children?", noun="Outcome", rows=3, max_length=2000,
        required_message="Enter what should be different for children",
    )  # fmt: skip
    agency = SelectField(
        label="Which agency leads?", hint="An agency, a group, or both", choices=[], empty_label="No agency", required=False
    )
    group = SelectField(label="Which group leads?", choices=[], empty_label="No group", required=False)
    contributors = ManyChoiceField(label="Which agencies contribute?", noun="Agencies", choices=[], required=False)
    figure = SelectField(label="Which figure should move?", choices=[], empty_label="None", required=False)
    second_figure = SelectField(label="A second figure", choices=[], empty_label="None", required=False)
    third_figure = SelectField(label="A third figure", choices=[], empty_label="None", required=False)
    moves = LongTextField(label="What should move, in words?", noun="What should move", rows=2, max_length=1000, required=False)

    def __init__(self, *args: Any, agencies: Choices, groups: Choices, figures: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("agency", "contributors"):
            self.fields[name].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a select
        for name in FIGURES:
            self.fields[name].choices = figures  # type: ignore[attr-defined]  # a select


class NewObjectiveForm(ObjectiveForm):
    """A new objective with its priority."""

    priority = SelectField(
        label="Under which priority?", choices=[], empty_label="Select a priority", required_message="Select a priority"
    )

    field_order = ["priority", "text", "wanted"]

    def __init__(self, *args: Any, priorities: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["priority"].choices = priorities  # type: ignore[attr-defined]  # a select


class DecideForm(PortalForm):
    """What becomes of an objective after the year."""

    page = "board.decide_objective"

    decision = ChoiceField(
        label="What becomes of it?",
        choices=[(value, label) for value, label in Objective.Decision.choices if value] + [("open", "It is not decided yet")],
        required_message="Select what becomes of it",
    )
    reason = LongTextField(label="Why?", noun="Reason", hint="Needed if it is ended", rows=3, max_length=1000, required=False)


class MilestoneForm(PortalForm):
    """A step by a day."""

    page = "board.milestone"

    text = LongTextField(
        label="What is reached?", noun="Milestone", rows=3, max_length=1000, required_message="Enter what is reached"
    )
    due_on = DateField(
        label="By when?", noun="Day", hint="In the year of the plan. For example, 31 1 2027",
        required_message="Enter by when it is reached",
    )  # fmt: skip


class JudgeMilestoneForm(PortalForm):
    """Whether a milestone was met."""

    page = "board.judge_milestone"

    judged = ChoiceField(
        label="Is it met?",
        choices=[("met", "Yes"), ("missed", "No, it is missed"), ("open", "It is still open")],
        required_message="Select whether it is met",
        reveal={"met": ["met_on"], "missed": ["missed_reason"]},
    )
    met_on = DateField(label="When was it met?", noun="Day", required=False, mark_optional=False, not_future=True)
    missed_reason = LongTextField(
        label="Why was it missed?", noun="Reason", rows=3, max_length=1000, required=False, mark_optional=False
    )


class ObjectiveActionForm(PortalForm):
    """An action of an objective."""

    page = "board.act_on_objective"

    text = LongTextField(
        label="What is to be done?", noun="Action", rows=3, max_length=2000, required_message="Enter what is to be done"
    )
    success_measure = LongTextField(
        label="How will we know that it worked?", noun="Measure of success", rows=2, max_length=1000, required=False
    )
    agency = SelectField(
        label="Which agency leads?", choices=[], empty_label="Select an agency", required_message="Select which agency leads"
    )
    owner = TextField(
        label="Email address of the owner", noun="Email address", required=False,
        hint="Somebody with an account in that agency; they are told by email that there is news",
    )  # fmt: skip
    owner_post = TextField(
        label="Or which post owns it?", hint="If nobody with an account does", noun="Post", required=False, max_length=150
    )
    due_on = DateField(label="By when?", noun="Day", hint="For example, 31 1 2027", required_message="Enter by when")

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select


class LinkPlanForm(PortalForm):
    """In which action plan the actions stand."""

    page = "board.link_actions_plan"

    plan = SelectField(label="In which plan?", choices=[], empty_label="Select a plan", required_message="Select a plan")

    def __init__(self, *args: Any, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]  # a select


class LinkActionsForm(PortalForm):
    """Which actions of a plan serve an objective."""

    page = "board.link_actions"

    actions = ManyChoiceField(
        label="Which of its actions serve the objective?", noun="Actions", choices=[], required=False, mark_optional=False
    )

    def __init__(self, *args: Any, actions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["actions"].choices = actions  # type: ignore[attr-defined]  # a choice


class PositionForm(PortalForm):
    """How an objective stands at the end of a quarter."""

    page = "board.position"

    rating = ChoiceField(label="Rating", choices=Action.Rating.choices, inline=True, required_message="Select a rating")
    overruled_reason = LongTextField(
        label="If it is not the proposed one: why?", noun="Reason for the rating", rows=2, max_length=1000, required=False
    )
    progress = ChoiceField(
        label="How much progress is there?", choices=ObjectivePosition.Progress.choices,
        required_message="Select how much progress there is",
    )  # fmt: skip
    text = LongTextField(
        label="How does it stand?", noun="Position", rows=4, max_length=3000, required_message="Enter how it stands"
    )
    done = LongTextField(
        label="What have we done?", noun="What we have done", hint="A point on each line; the yearly report prints them", rows=4,
        max_length=3000, required=False,
    )  # fmt: skip
    outcome = ChoiceField(
        label="Is it met?", choices=[("", "Not judged yet"), *ObjectivePosition.Outcome.choices[1:]], required=False,
        hint="Needed at the end of the year", mark_optional=False,
    )  # fmt: skip


class CorrectionForm(PositionForm):
    """A position said anew, with why."""

    reason = LongTextField(
        label="Why is it corrected?", noun="Reason for the correction", rows=2, max_length=1000,
        required_message="Enter why it is corrected",
    )  # fmt: skip
