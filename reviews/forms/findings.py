"""What is filled in about findings, the recommendations that come of them, and other learning that belongs to a case."""

from collections.abc import Sequence
from typing import Any

from board.models import Recommendation
from foundation.design.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    PortalForm,
    SelectField,
    TextField,
)
from reviews.models import Finding, FindingRecommendation, LinkedLearning
from reviews.services.linked import LearningWritten

Choices = Sequence[tuple[str, str]]
UNDER_PSEUDONYM = "Write the pseudonym of the child, never the name"


class FindingForm(PortalForm):
    """What a case found."""

    page = "reviews.finding"

    kind = ChoiceField(
        label="What is it?",
        choices=Finding.Kind.choices,
        choice_hints={
            "pattern": "How agencies work together, here and probably elsewhere",
            "practice": "What was done or left undone in this case",
            "good": "What should be done again",
        },
        required_message="Select what it is",
    )
    text = LongTextField(
        label="What was found?", hint=UNDER_PSEUDONYM, rows=6, max_length=6_000, required_message="Enter what was found"
    )
    themes = ManyChoiceField(label="Which themes is it about?", noun="Themes", choices=[], required=False, mark_optional=False)

    def __init__(self, *args: Any, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].choices = themes  # type: ignore[attr-defined]  # a choice
        if not themes:
            del self.fields["themes"]


class RecommendForm(PortalForm):
    """A recommendation that goes to the board."""

    page = "reviews.recommend"

    scope = ChoiceField(
        label="For whom is it?", choices=FindingRecommendation.Scope.choices, required_message="Select for whom it is"
    )
    text = LongTextField(
        label="What is recommended?",
        hint="The board and the agencies read it. Name nobody and no place of the case",
        rows=5,
        max_length=4_000,
        required_message="Enter what is recommended",
    )
    source_title = TextField(
        label="What is the source called at the board?",
        hint="It must not give the case away. For example, “Rapid review, 2026”",
        max_length=200,
        required_message="Enter what the source is called",
    )
    agency = SelectField(
        label="Which agency leads?", hint="An agency, a group, or both", choices=[], empty_label="No agency", required=False
    )
    group = SelectField(label="Which group leads?", choices=[], empty_label="No group", required=False)
    priority = ChoiceField(
        label="Priority", choices=Recommendation.Priority.choices, inline=True, required_message="Select its priority"
    )

    def __init__(self, *args: Any, agencies: Choices, groups: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a select


class JoinForm(PortalForm):
    """A recommendation that the board has already."""

    page = "reviews.join"

    recommendation = ChoiceField(
        label="Which recommendation says the same?",
        hint="Those that share most words with the finding come first",
        choices=[],
        required_message="Select which recommendation says the same",
    )
    scope = ChoiceField(
        label="For whom is it?", choices=FindingRecommendation.Scope.choices, required_message="Select for whom it is"
    )

    def __init__(self, *args: Any, alike: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendation"].choices = alike  # type: ignore[attr-defined]  # a choice


class LearningForm(PortalForm):
    """Another review, or an event."""

    page = "reviews.learning"

    kind = ChoiceField(label="What is it?", choices=LinkedLearning.Kind.choices, required_message="Select what it is")
    title = TextField(
        label="What is it called?",
        hint="The business team and the scrutineer read it: nobody’s name",
        max_length=150,
        required_message="Enter what it is called",
    )
    with_whom = TextField(label="Who leads it, or who met?", max_length=200, required=False)
    began_on = DateField(
        label="When did it begin, or take place?", required_message="Enter when it began or took place", not_future=True
    )
    ended_on = DateField(label="When did it end?", required=False, not_future=True)
    learnt = LongTextField(label="What of it is passed on here?", hint="Name nobody", rows=5, max_length=6_000, required=False)

    @property
    def written(self) -> LearningWritten:
        """What was filled in."""
        return LearningWritten(**self.cleaned_data)


class LinkForm(PortalForm):
    """What belongs to a case."""

    page = "reviews.link"

    learning = SelectField(
        label="Which review or event belongs to it?", choices=[], required_message="Select which belongs to it"
    )
    why = TextField(label="Why?", hint=UNDER_PSEUDONYM, max_length=200, required=False)

    def __init__(self, *args: Any, learning: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["learning"].choices = learning  # type: ignore[attr-defined]  # a select
