"""What is filled in about briefings."""

from typing import Any

from foundation.design.forms import ChoiceField, LongTextField, NumberField, PortalForm, TextField
from reviews.models import Briefing
from reviews.rules.briefings import OPTIONAL, PARTS

MOST_COLLEAGUES = 5000


class ShapeForm(PortalForm):
    """Which shape a new briefing has."""

    page = "reviews.briefing_shape"

    shape = ChoiceField(
        label="What shape has the briefing?",
        choices=Briefing.Shape.choices,
        choice_hints={
            "seven": "Seven parts to talk through in a team meeting, at most 900 words",
            "page": "Three parts on one page, at most 450 words",
        },
        required_message="Select what shape the briefing has",
    )


class BriefingForm(PortalForm):
    """The parts of a briefing, as its shape has them."""

    page = "reviews.briefing"

    title = TextField(
        label="What is the title?",
        hint="It stands in the learning library for everybody. Name nobody and no place",
        max_length=150,
        required_message="Enter the title",
    )

    def __init__(self, *args: Any, shape: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, heading, hint in PARTS[shape]:
            self.fields[name] = LongTextField(
                label=heading,
                hint=hint,
                rows=5,
                max_length=6000,
                required=False,
                mark_optional=name in OPTIONAL,
            )

    @property
    def parts(self) -> dict[str, str]:
        """What was written, by part."""
        return {name: text for name, text in self.cleaned_data.items() if name != "title"}


class LibraryForm(PortalForm):
    """What the library is narrowed to."""

    page = "reviews.briefings"

    words = TextField(label="Words", max_length=100, required=False, mark_optional=False)


class ReadForm(PortalForm):
    """Somebody has read a briefing."""

    page = "reviews.read"

    colleagues = NumberField(
        label="With how many colleagues did you go through it?",
        hint="0 if you read it alone",
        least=0,
        most=MOST_COLLEAGUES,
        required=False,
        mark_optional=False,
    )
    use = LongTextField(
        label="How will you or your team use it?",
        hint="Name no child or family",
        rows=3,
        max_length=1000,
        required=False,
    )
