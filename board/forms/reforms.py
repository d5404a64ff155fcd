"""What is filled in about national reforms."""

from typing import Any

from board.models import ReformEntry, ReformState
from foundation.design.forms import ChoiceField, DateField, LongTextField, PortalForm, SelectField, TextField


class ReformsFilterForm(PortalForm):
    """How far the reforms are that are shown."""

    page = "board.reforms"

    state = SelectField(label="How far", choices=ReformState.choices, empty_label="All", required=False, mark_optional=False)


class ReformForm(PortalForm):
    """What a reform asks, and who leads."""

    page = "board.reform"

    title = TextField(label="What is the reform called?", noun="Title", max_length=200, required_message="Enter its title")
    source = TextField(
        label="Where does it come from?", noun="Source", hint="The act, guidance or letter", max_length=200,
        required_message="Enter where it comes from",
    )  # fmt: skip
    announced_on = DateField(
        label="Of which day is that source?", noun="Day", not_future=True, required_message="Enter the day of its source"
    )
    asks = LongTextField(
        label="What does it ask of the partners?", noun="What it asks", rows=5, max_length=4000,
        required_message="Enter what it asks",
    )  # fmt: skip
    agency = SelectField(
        label="Which agency leads?", choices=[], empty_label="The partnership as a whole", required=False, mark_optional=False
    )
    lead = TextField(label="Which post leads?", noun="Post", max_length=150, required=False)

    def __init__(self, *args: Any, agencies: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select


class ReformEntryForm(PortalForm):
    """What was decided, what stands in the way, or how it went."""

    page = "board.reform_entry"

    kind = ChoiceField(label="What do you write down?", choices=ReformEntry.Kind.choices, required_message="Select what it is")
    text = LongTextField(
        label="What was decided, what stands in the way, or how did it go?", noun="Text", rows=5, max_length=4000,
        required_message="Enter what was decided, what stands in the way, or how it went",
    )  # fmt: skip
    happened_on = DateField(label="When?", noun="Day", not_future=True, required_message="Enter the day")
    state = ChoiceField(
        label="How far is the reform since then?", choices=ReformState.choices, required_message="Select how far it is"
    )


class ReformMilestoneForm(PortalForm):
    """What is to be reached by a day."""

    page = "board.reform_milestone"

    text = TextField(
        label="What is to be reached?", noun="Milestone", max_length=300, required_message="Enter what is to be reached"
    )
    due_on = DateField(label="By when?", noun="Day", required_message="Enter the day by which it is to be reached")
    done_on = DateField(
        label="If it is reached, when was it?", noun="Day on which it was reached", not_future=True, required=False
    )
    note = LongTextField(label="Note", rows=3, max_length=2000, required=False)
