"""What is filled in about meetings."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from board.models import AgendaItem, Attendance
from board.selectors.meetings import SeatAtMeeting
from foundation.calendar import from_london
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
)

LONGEST = 20_000


class MeetingTimesForm(PortalForm):
    """When and where a meeting is."""

    page = "board.move_meeting"

    on = DateField(
        label="On which day is it?", noun="Day", hint="For example, 14 1 2027", required_message="Enter the day of the meeting"
    )
    starts = TimeField(label="When does it begin?", noun="Beginning", required_message="Enter when it begins")
    ends = TimeField(label="When does it end?", noun="End", required_message="Enter when it ends")
    place = TextField(
        label="Where is it?", noun="Place", hint="A room, or how to join from elsewhere", max_length=200, required=False
    )

    def moments(self) -> dict[str, Any]:
        """Beginning, end and place as the services take them."""
        day, starts, ends = (self.cleaned_data[name] for name in ("on", "starts", "ends"))
        return {"starts_at": _moment(day, starts), "ends_at": _moment(day, ends), "place": self.cleaned_data["place"]}


def _moment(day: date, at: time) -> datetime:
    return from_london(day, at)


class MeetingForm(MeetingTimesForm):
    """A new meeting."""

    page = "board.plan_meeting"

    group = SelectField(
        label="Which group meets?", choices=[], empty_label="Select a group", required_message="Select which group meets"
    )
    field_order = ["group", "on", "starts", "ends", "place"]

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a select


class CancelMeetingForm(PortalForm):
    """Why a meeting does not take place."""

    page = "board.cancel_meeting"

    reason = LongTextField(label="Why is it cancelled?", rows=3, max_length=1000, required_message="Enter why it is cancelled")


class ItemForm(PortalForm):
    """An item of an agenda."""

    page = "board.add_item"

    title = TextField(label="What is the item?", noun="Item", max_length=200, required_message="Enter what the item is")
    lead = TextField(label="Who leads on it?", noun="Lead", max_length=150, required=False)
    every = CheckboxField(label="Yes, on every agenda of this group from now on", legend="Is it a standing item?", required=False)


class MinutesForm(PortalForm):
    """What was said and decided on each item."""

    page = "board.write_minutes"

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[f"minute_{item.pk}"] = LongTextField(
                label=f"{item.position}. {item.title}", hint="What was said", rows=4, max_length=LONGEST, required=False,
                mark_optional=False, initial=item.minute, noun="Minute",
            )  # fmt: skip
            self.fields[f"decision_{item.pk}"] = LongTextField(
                label=f"Decided on {item.position}", rows=2, max_length=2000, required=False, mark_optional=False,
                initial=item.decision, noun="Decision",
            )  # fmt: skip

    def told(self, what: str) -> dict[int, str]:
        """Minutes or decisions by the item's id."""
        return {item.pk: self.cleaned_data[f"{what}_{item.pk}"] for item in self.items}


class AttendanceForm(PortalForm):
    """Who came, seat by seat."""

    page = "board.record_attendance"

    def __init__(self, *args: Any, seats: Sequence[SeatAtMeeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        for one in seats:
            whose = one.seat.agency.name if one.seat.agency else "The partnership"
            self.fields[f"how_{one.seat.pk}"] = ChoiceField(
                label=f"{one.seat.title}, {whose}", hint=", ".join(one.holders), choices=Attendance.How.choices,
                initial=one.how, required_message=f"Select how the seat “{one.seat.title}” was filled",
                reveal={"deputy": [f"name_{one.seat.pk}"]},
            )  # fmt: skip
            self.fields[f"name_{one.seat.pk}"] = TextField(
                label=f"Who came for {one.seat.title}?", noun="Name", max_length=150, required=False, mark_optional=False,
                initial=one.name,
            )  # fmt: skip

    def told(self, what: str) -> dict[int, str]:
        """How each seat was filled, or who came, by the seat's id."""
        return {one.seat.pk: self.cleaned_data.get(f"{what}_{one.seat.pk}") or "" for one in self.seats}
