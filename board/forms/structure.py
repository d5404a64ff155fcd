"""What is filled in about groups, whom they report to, seats and who fills them."""

from collections.abc import Sequence
from typing import Any

from board.models import Group, GroupLine, Seat
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
)

MOST_SEATS = 60


class DayForm(PortalForm):
    """The day whose structure is shown."""

    page = "board.structure"

    on = DateField(label="As it was on", noun="Day", hint="For example, 31 3 2026", required=False, mark_optional=False)


class GroupForm(PortalForm):
    """A group's own particulars."""

    page = "board.change_group"

    name = TextField(label="What is the group called?", noun="Name", max_length=150, required_message="Enter the group’s name")
    purpose = LongTextField(label="What is it for?", noun="Purpose", rows=4, max_length=2000, required=False)
    meets = TextField(
        label="How often does it meet?", noun="How often", hint="For example, every three months", max_length=60, required=False
    )
    quorum = NumberField(
        label="How many seats make its quorum?",
        hint="Of the seats that count. Enter 0 if it has none",
        noun="Quorum",
        least=0,
        most=MOST_SEATS,
        required_message="Enter how many seats make its quorum",
    )


class NewGroupForm(GroupForm):
    """A new group."""

    page = "board.new_group"

    kind = ChoiceField(label="What kind of group is it?", choices=Group.Kind.choices, required_message="Select what kind it is")
    from_on = DateField(
        label="From which day on?", noun="First day", hint="For example, 1 4 2026", required_message="Enter its first day"
    )

    field_order = ["name", "kind", "from_on", "purpose", "meets", "quorum"]


class EndForm(PortalForm):
    """A last day."""

    page = "board.end_span"

    to_on = DateField(
        label="What is the last day?", noun="Last day", hint="For example, 31 3 2026", required_message="Enter the last day"
    )


class EndGroupForm(EndForm):
    """A group's last day, and why."""

    reason = LongTextField(label="Why does it end?", rows=3, max_length=1000, required_message="Enter why it ends")


class TermsForm(PortalForm):
    """The next version of the terms of reference."""

    page = "board.write_terms"

    text = LongTextField(
        label="Terms of reference",
        hint="A line that begins with ## is a heading, one that begins with - a point of a list",
        rows=16,
        max_length=30_000,
        required_message="Enter the terms of reference",
    )
    from_on = DateField(
        label="From which day do they hold?",
        noun="First day",
        hint="For example, 1 4 2026",
        required_message="Enter the first day",
    )


class LineForm(PortalForm):
    """Whom a group reports to, or what it is linked with."""

    page = "board.draw_line"

    kind = ChoiceField(label="What is the line?", choices=GroupLine.Kind.choices, required_message="Select what the line is")
    other = SelectField(label="Which group?", choices=[], empty_label="Select a group", required_message="Select the other group")
    from_on = DateField(
        label="From which day on?", noun="First day", hint="For example, 1 4 2026", required_message="Enter the first day"
    )

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = groups  # type: ignore[attr-defined]  # a select


class SeatForm(PortalForm):
    """A new seat."""

    page = "board.add_seat"

    title = TextField(
        label="Which post fills the seat?",
        noun="Post",
        hint="For example, Designated Nurse",
        max_length=150,
        required_message="Enter which post fills the seat",
    )
    agency = SelectField(
        label="Whose seat is it?", choices=[], empty_label="The partnership’s own", required=False, mark_optional=False
    )
    part = ChoiceField(
        label="As what do they sit there?", choices=Seat.Part.choices, required_message="Select as what they sit there"
    )
    counts = CheckboxField(
        label="Yes, it counts", legend="Does the seat count for the quorum and for attendance?", required=False, initial=True
    )
    from_on = DateField(
        label="From which day on?", noun="First day", hint="For example, 1 4 2026", required_message="Enter the first day"
    )

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select


class HolderForm(PortalForm):
    """Who fills a seat."""

    page = "board.fill_seat"

    email = EmailField(
        label="Email address of who fills it",
        hint="They need an account, and see the group’s papers",
        required=False,
    )
    name = TextField(label="Or their name", hint="If they have no account", noun="Name", max_length=150, required=False)
    deputy = CheckboxField(label="Yes, they deputise", legend="Do they stand in for who fills the seat?", required=False)
    from_on = DateField(
        label="From which day on?", noun="First day", hint="For example, 1 4 2026", required_message="Enter the first day"
    )
