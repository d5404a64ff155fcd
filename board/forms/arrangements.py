"""What is filled in about the published arrangements."""

from typing import Any

from board.forms.files import file_field
from foundation.design.forms import DateField, LongTextField, PortalForm, SelectField, TextField

Choices = tuple[tuple[str, str], ...]


class ArrangementsForm(PortalForm):
    """What is said of a version."""

    page = "board.arrangements"

    number = TextField(
        label="Which number has it?", noun="Number", hint="As it is printed. For example, 3.1", max_length=20, width=5,
        required_message="Enter the number of the version",
    )  # fmt: skip
    title = TextField(label="What is it called?", noun="Title", max_length=200, required_message="Enter the title")
    meeting = SelectField(
        label="Which meeting agreed it?", choices=[], empty_label="None of these", required=False, mark_optional=False
    )
    agreed_on = DateField(
        label="If it was no meeting, when was it agreed?", noun="Day of agreement", not_future=True, required=False,
        mark_optional=False,
    )  # fmt: skip
    published_on = DateField(
        label="When was it published?", noun="Day of publication", not_future=True,
        required_message="Enter the day on which it was published",
    )  # fmt: skip
    in_force_from = DateField(
        label="From when on is it in force?",
        noun="First day",
        hint="The version before it holds until the day before",
        required_message="Enter the day from which it is in force",
    )
    changes = LongTextField(
        label="What changed?",
        hint="For the yearly report: what is different from the version before, and why",
        noun="What changed",
        rows=6,
        max_length=4000,
        required_message="Enter what changed",
    )

    def __init__(self, *args: Any, meetings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = meetings  # type: ignore[attr-defined]  # a select


class NewArrangementsForm(ArrangementsForm):
    """A version with its document."""

    document = file_field("The document, as it was published", required_message="Select the document")


class ArrangementsDocumentForm(PortalForm):
    """One more document of a version."""

    page = "board.arrangements_document"

    document = file_field("Which document?", required_message="Select the document")


class ArrangementsStepForm(PortalForm):
    """A step of the timetable."""

    page = "board.arrangements_step"

    text = TextField(label="What is to be done?", noun="Step", max_length=300, required_message="Enter what is to be done")
    due_on = DateField(label="By when?", noun="Day", required_message="Enter the day by which it is to be done")
    done_on = DateField(label="If it is done, when was it?", noun="Day on which it was done", not_future=True, required=False)
    note = LongTextField(label="Note", rows=3, max_length=2000, required=False)
