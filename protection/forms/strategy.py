"""What is filled in about a strategy discussion: when and who, what was said, what was decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from foundation.calendar import LONDON
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
    YesNoField,
)
from protection.forms.minutes import Place, RecordForm
from protection.models import AgencyGroup, Attendance, DiscussionOutcome, Mode
from protection.rules.checking import ChildOutcome

Choices = Sequence[tuple[str, str]]


class PrepareForm(PortalForm):
    """When people meet, and how."""

    planned_on = DateField(label="On which day?", noun="The day", required_message="Enter the day")
    planned_at = TimeField(label="At what time?", noun="The time", required_message="Enter the time")
    mode = ChoiceField(label="How do people meet?", required_message="Select how people meet", choices=Mode.choices)
    myself = CheckboxField(label="I take part for children’s social care", required=False)

    @property
    def planned_for(self) -> datetime:
        """The moment."""
        return datetime.combine(self.cleaned_data["planned_on"], self.cleaned_data["planned_at"], tzinfo=LONDON)


class AgencyForm(PortalForm):
    """Of which agency somebody is invited."""

    agency = SelectField(label="Agency", choices=(), empty_label="Select an agency", required_message="Select an agency")

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = list(agencies)  # type: ignore[attr-defined]  # a select


class InviteForm(PortalForm):
    """Who of an agency is invited."""

    person = SelectField(
        label="Who?",
        hint="With an account they see the discussion and write what their agency tells.",
        required=False,
        mark_optional=False,
        empty_label="Somebody without an account",
        choices=(),
    )
    name = TextField(label="Name, if they have no account", required=False, mark_optional=False, max_length=150)
    role = TextField(label="Their role", required=False, max_length=150)
    group = SelectField(
        label="For which agencies do they speak?",
        hint="Leave it as it is, unless the agency has several services.",
        required=False,
        mark_optional=False,
        empty_label="As the agency is registered",
        choices=AgencyGroup.choices,
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = list(people)  # type: ignore[attr-defined]  # a select

    def clean(self) -> dict[str, Any]:
        """Ask for a name where nobody was selected."""
        given = super().clean() or self.cleaned_data
        if not given.get("person") and not given.get("name"):
            self.add_error("name", "Select somebody above, or enter a name")
        return given


class SiblingForm(PortalForm):
    """Which other child of the family is considered."""

    child = ChoiceField(label="Which child?", required_message="Select a child", choices=())

    def __init__(self, *args: Any, children: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["child"].choices = list(children)  # type: ignore[attr-defined]  # radio buttons


@dataclass(frozen=True)
class Came:
    """Somebody invited, and what is written of whether they came."""

    seat: int
    label: str
    attendance: str


class MinuteForm(RecordForm):
    """The texts of a discussion, and who came."""

    page = "protection.minute_discussion"

    def __init__(self, *args: Any, places: Sequence[Place], came: Sequence[Came] = (), **kwargs: Any) -> None:
        super().__init__(*args, places=places, **kwargs)
        self.came = came
        for one in came:
            self.fields[f"attendance_{one.seat}"] = SelectField(
                label=one.label,
                required=False,
                mark_optional=False,
                empty_label="Not said yet",
                choices=Attendance.choices,
                initial=one.attendance,
            )

    @property
    def kept(self) -> list[tuple[str, str]]:
        """How each text and each seat stood when the page was shown."""
        return [*super().kept, *((f"shown-attendance_{one.seat}", one.attendance) for one in self.came)]

    @property
    def attendance(self) -> dict[int, str]:
        """Whether people came, of those of whom this page says something else than it had shown."""
        said = {one.seat: self.cleaned_data[f"attendance_{one.seat}"] or "" for one in self.came}
        return {seat: code for seat, code in said.items() if code != self.data.get(f"shown-attendance_{seat}", "")}

    @property
    def changed(self) -> bool:
        """Whether a text, or whether somebody came, is not as it was shown."""
        return bool(self.written or self.attendance)

    def now_kept(self, stands: Iterable[Place]) -> dict[str, str]:
        """What the page keeps from now on, with who came as it has said it."""
        came = {f"shown-attendance_{seat}": code for seat, code in self.attendance.items()}
        return {**super().now_kept(stands), **came}


class ActionForm(PortalForm):
    """What is to be done, by whom, by when."""

    action = LongTextField(label="What is to be done?", required_message="Enter what is to be done", rows=3, max_length=2_000)
    who = TextField(label="Who does it?", hint="Name and agency.", required_message="Enter who does it", max_length=150)
    due_on = DateField(label="By when?", required_message="Enter by when")


class SettleForm(PortalForm):
    """How a text reads that two people wrote at once."""

    text = LongTextField(
        label="How does it read?",
        required_message="Enter how it reads",
        hint="Both versions stay on the record.",
        rows=8,
    )


class ReasonForm(PortalForm):
    """Why something is cancelled or withdrawn."""

    reason = LongTextField(label="Why?", required_message="Enter why", rows=4, max_length=2_000)


class ConfirmForm(PortalForm):
    """A page that asks nothing but to go on."""


class HoldForm(PortalForm):
    """What a strategy discussion decides: for each child, and for all of them."""

    page = "protection.hold_discussion"

    held_on = DateField(label="When was it held?", required_message="Enter when it was held", not_future=True)
    threshold_reasons = LongTextField(
        label="Is significant harm suspected, and why?",
        hint="The threshold of section 47 of the Children Act 1989.",
        required_message="Enter whether significant harm is suspected, and why",
    )
    immediate_safety = LongTextField(
        label="How are the children kept safe now?", required_message="Enter how the children are kept safe now"
    )
    police_investigation = YesNoField(label="Do the police investigate?", required=False, mark_optional=False)
    interview_planned = YesNoField(
        label="Is an interview on video planned?", hint="Achieving best evidence (ABE).", required=False, mark_optional=False
    )
    next_discussion_on = DateField(label="When is the next discussion?", required=False)

    def __init__(self, *args: Any, children: Iterable[tuple[int, str]], missing: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = [row for row, _name in children]
        for row, name in children:
            self.fields[f"outcome_{row}"] = ChoiceField(
                label=f"What is decided for {name}?",
                required_message=f"Select what is decided for {name}",
                choices=DiscussionOutcome.choices,
            )
            self.fields[f"outcome_reason_{row}"] = LongTextField(
                label=f"Why, for {name}?", required_message=f"Enter why, for {name}", rows=3, max_length=4_000
            )
        if missing:
            self.fields["inquorate_reason"] = LongTextField(
                label="Why was it held without a quorum?",
                hint=f"Not recorded as taking part: {', '.join(missing)}.",
                required_message="Enter why it was held without a quorum, or record first who took part",
                rows=3,
                max_length=2_000,
            )
        order = ["held_on", "inquorate_reason", "threshold_reasons", "immediate_safety"]
        self.order_fields([*order, *(name for row in self.rows for name in (f"outcome_{row}", f"outcome_reason_{row}"))])

    @property
    def outcomes(self) -> dict[int, ChildOutcome]:
        """What is decided for each child."""
        given = self.cleaned_data
        return {row: ChildOutcome(given[f"outcome_{row}"], given[f"outcome_reason_{row}"]) for row in self.rows}

    @property
    def decided(self) -> dict[str, Any]:
        """Everything else, as the service takes it."""
        given = self.cleaned_data
        said = {"yes": True, "no": False}
        return {
            "held_on": given["held_on"],
            "immediate_safety": given["immediate_safety"],
            "threshold_reasons": given["threshold_reasons"],
            "inquorate_reason": given.get("inquorate_reason") or "",
            "police_investigation": said.get(given["police_investigation"] or ""),
            "interview_planned": said.get(given["interview_planned"] or ""),
            "next_discussion_on": given["next_discussion_on"],
        }
