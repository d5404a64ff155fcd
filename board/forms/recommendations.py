"""What is filled in about recommendations."""

from collections.abc import Sequence
from typing import Any

from board.models import ChangeJudgement, Recommendation
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

Choices = Sequence[tuple[str, str]]


class RecommendationFilterForm(PortalForm):
    """What the list of recommendations is narrowed to."""

    page = "board.recommendations"

    words = TextField(label="Words in the recommendation or its source", required=False, mark_optional=False)
    source = SelectField(
        label="Source", choices=Recommendation.Source.choices, empty_label="All", required=False, mark_optional=False
    )
    response = SelectField(
        label="Response", choices=Recommendation.Response.choices, empty_label="All", required=False, mark_optional=False
    )
    agency = SelectField(label="Lead agency", choices=[], empty_label="All", required=False, mark_optional=False)
    theme = SelectField(label="Theme", choices=[], empty_label="All", required=False, mark_optional=False)
    without = CheckboxField(label="Only without an action", required=False, mark_optional=False)

    def __init__(self, *args: Any, agencies: Choices, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["theme"].choices = themes  # type: ignore[attr-defined]  # a select


class RecommendationForm(PortalForm):
    """A recommendation as it was made."""

    page = "board.new_recommendation"

    text = LongTextField(
        label="What is recommended?", noun="Recommendation", rows=4, max_length=3000, required_message="Enter what is recommended"
    )
    number = TextField(label="Number in its source", width=5, max_length=10, hint="For example, 4", required=False)
    source = SelectField(
        label="Where does it come from?",
        choices=Recommendation.Source.choices,
        empty_label="Select a source",
        required_message="Select where it comes from",
    )
    source_title = TextField(
        label="What is the source called?",
        hint="For example, the title of the report or the name of the meeting. Never a child’s name",
        noun="Title of the source",
        required_message="Enter what the source is called",
    )
    source_reference = TextField(
        label="Where does it stand there?", hint="For example, section 4.2 or minute 7", max_length=150, required=False,
        noun="Place in the source",
    )  # fmt: skip
    made_on = DateField(
        label="When was it made?",
        noun="Day it was made",
        hint="No action that answers it can be due earlier. For example, 28 6 2026",
        not_future=True,
        required_message="Enter when it was made",
    )
    agency = SelectField(
        label="Which agency leads?", hint="An agency, a group, or both", choices=[], empty_label="No agency", required=False
    )
    group = SelectField(label="Which group leads?", choices=[], empty_label="No group", required=False)
    priority = ChoiceField(
        label="Priority", choices=Recommendation.Priority.choices, inline=True, required_message="Select its priority"
    )
    themes = ManyChoiceField(label="Which themes is it about?", noun="Themes", choices=[], required=False)

    def __init__(self, *args: Any, agencies: Choices, groups: Choices, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a select
        self.fields["themes"].choices = themes  # type: ignore[attr-defined]  # a choice
        if not themes:
            del self.fields["themes"]


class RespondForm(PortalForm):
    """What the partnership says to a recommendation."""

    page = "board.respond_to_recommendation"

    response = ChoiceField(
        label="Does the partnership accept it?",
        choices=[("accepted", "Yes"), ("partly", "In part"), ("not", "No")],
        required_message="Select whether it is accepted",
    )
    reason = LongTextField(
        label="Why?",
        noun="Reason",
        hint="Needed if it is not accepted, or not all of it",
        rows=3,
        max_length=2000,
        required=False,
    )


class ChangeForm(PortalForm):
    """Whether a recommendation has changed anything."""

    page = "board.judge_recommendation"

    verdict = ChoiceField(
        label="Has it changed anything?",
        choices=ChangeJudgement.Verdict.choices,
        required_message="Select whether it has changed anything",
    )
    reasons = LongTextField(
        label="On what do you base it?",
        noun="Reasons",
        hint="Figures, audits, what children, families and practitioners say. Name nobody",
        rows=4,
        max_length=4000,
        required_message="Enter on what you base it",
    )


class AnsweringPlanForm(PortalForm):
    """In which plan the actions stand."""

    page = "board.answer_recommendation_plan"

    plan = SelectField(label="In which plan?", choices=[], empty_label="Select a plan", required_message="Select a plan")

    def __init__(self, *args: Any, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]  # a select


class AnsweringForm(PortalForm):
    """Which actions of a plan answer a recommendation."""

    page = "board.answer_recommendation"

    actions = ManyChoiceField(
        label="Which of its actions answer the recommendation?", noun="Actions", choices=[], required=False, mark_optional=False
    )

    def __init__(self, *args: Any, actions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["actions"].choices = actions  # type: ignore[attr-defined]  # a choice
