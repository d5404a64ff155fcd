"""What is filled in about the death of a child: the notification, holds, first steps, the family, the panels."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.calendar import LONDON
from foundation.design.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
    TrueFalseField,
)
from reviews.forms.cases import ChildForm, title_field
from reviews.forms.incidents import UNDER_PSEUDONYM
from reviews.models import Born, DeathPlace, Expected, HoldReason, JointResponse, NhsAbsent, Yes
from reviews.services.cases import ChildTold
from reviews.services.deaths import DeathWritten, IdentityTold


class DeathWrittenForm(PortalForm):
    """What is known of a death."""

    page = "reviews.death"

    born = ChoiceField(
        label="How was the child born?",
        hint="Every live birth counts, of any gestation. A stillbirth that nobody attended is looked into.",
        required_message="Select how the child was born",
        choices=Born.choices,
    )
    gestation_weeks = NumberField(
        label="Completed weeks of gestation", hint="Of a baby, if it is known.", required=False, least=10, most=45, unit="weeks"
    )
    died_on = DateField(label="On which day did the child die?", required_message="Enter the day of the death", not_future=True)
    died_time = TimeField(label="At what time?", required=False)
    place = ChoiceField(label="Where did the child die?", required_message="Select where", choices=DeathPlace.choices)
    place_words = TextField(label="Which place?", hint="As far as those named need to know.", required=False, max_length=120)
    area_la = TextField(
        label="In which local authority did the child normally live?",
        hint="It may be another than ours. The panel that reviews its deaths follows from it.",
        required_message="Enter the local authority",
        max_length=120,
    )
    happened = LongTextField(
        label="What happened?", hint=UNDER_PSEUDONYM, required_message="Enter what happened", max_length=10_000
    )
    suspected_cause = LongTextField(label="Suspected cause of death", required=False, rows=2, max_length=2_000)
    expected = ChoiceField(
        label="Was the death expected?", required_message="Select whether the death was expected", choices=Expected.choices
    )
    joint_response = TrueFalseField(
        label="Do agencies respond jointly?",
        hint="They do where one criterion is met.",
        required_message="Select whether agencies respond jointly",
        reveal={"yes": ["joint_criterion"]},
    )
    joint_criterion = SelectField(
        label="Because of which criterion?", required_message="Select the criterion", choices=JointResponse.choices
    )
    coroner_told = ChoiceField(
        label="Has the coroner been told?", required_message="Select whether the coroner has been told", choices=Yes.choices
    )
    abuse_suspected = ChoiceField(
        label="Is abuse or neglect known or suspected?",
        required_message="Select whether abuse or neglect is suspected",
        choices=Yes.choices,
    )
    notifier = TextField(label="Who notifies the death?", required_message="Enter who notifies", max_length=120)
    notifier_agency = TextField(label="For which agency?", required_message="Enter the agency", max_length=120)
    support = LongTextField(label="What bereavement support is offered?", required=False, rows=2, max_length=2_000)
    key_worker = TextField(label="Who is the family’s key worker?", required=False, max_length=120)
    professionals = LongTextField(
        label="Which professionals are involved?", hint="One on each line, with their agency.", required=False, rows=4
    )
    requires = {("joint_response", "yes"): ("joint_criterion",)}

    @property
    def written(self) -> DeathWritten:
        """What was filled in of the death."""
        given: dict[str, Any] = {name: self.cleaned_data[name] or "" for name in DeathWritten.__dataclass_fields__}
        for name in ("gestation_weeks", "died_time"):
            given[name] = self.cleaned_data[name]
        return DeathWritten(**{**given, "joint_response": bool(given["joint_response"])})


class NotifyDeathForm(DeathWrittenForm, ChildForm):
    """The notification of a death, with who the child was."""

    page = "reviews.notify_death"

    title = title_field()
    nhs_number = TextField(label="NHS number", required=False, max_length=20, width=20)
    nhs_absent = ChoiceField(
        label="If there is none, why?", required=False, choices=[("", "There is a number"), *NhsAbsent.choices]
    )
    address = LongTextField(label="Address", required=False, rows=3, max_length=500)
    school = TextField(label="School or nursery", required=False, max_length=120)
    practice = TextField(label="General practice", required=False, max_length=120)
    family = LongTextField(
        label="Parents, brothers and sisters, other children at home", hint="One on each line.", required=False, rows=4
    )
    notified_on = DateField(
        label="On which day did the notification reach you?",
        hint="It is due within 48 hours of the death.",
        required_message="Enter the day of the notification",
        not_future=True,
    )
    notified_time = TimeField(label="When on that day?", required_message="Enter the time of the notification")
    field_order = (
        *("title", "notified_on", "notified_time", "notifier", "notifier_agency", "pseudonym", "given_name", "family_name"),
        *("birth_date", "sex", "ethnicity", "disabled", "asylum", "known_to_care", "home_authority", "child", "nhs_number"),
        *("nhs_absent", "address", "school", "practice", "family"),
    )

    @property
    def told(self) -> ChildTold:
        """Who the child was."""
        given: dict[str, Any] = {name: self.cleaned_data[name] for name in ChildTold.__dataclass_fields__}
        filled = {name: "" if value is None else value for name, value in given.items()}
        return ChildTold(**{**filled, "disabled": given["disabled"]})

    @property
    def identity(self) -> IdentityTold:
        """What else says who they were."""
        return IdentityTold(**{name: self.cleaned_data[name] or "" for name in IdentityTold.__dataclass_fields__})

    @property
    def notified_at(self) -> datetime:
        """The moment."""
        return datetime.combine(self.cleaned_data["notified_on"], self.cleaned_data["notified_time"], tzinfo=LONDON)


class FirstStepsForm(PortalForm):
    """The days of what is done first."""

    response_met_on = DateField(
        label="When did the joint agency response meet first?", hint="Within 48 hours.", required=False, not_future=True
    )
    visited_on = DateField(label="When was the home or scene visited?", hint="Within 24 hours.", required=False, not_future=True)
    letter_on = DateField(
        label="When did the letter and the leaflet go to the parents?", hint="Within a week.", required=False, not_future=True
    )


class HoldForm(PortalForm):
    """For what the review waits."""

    page = "reviews.hold_death"

    reason = ChoiceField(label="For what does the review wait?", required_message="Select the reason", choices=HoldReason.choices)
    words = LongTextField(label="What exactly?", required_message="Enter for what the review waits", rows=3, max_length=2_000)


class TriageForm(PortalForm):
    """The triage of the death of an extremely premature child."""

    page = "reviews.triage_death"

    chair = TextField(label="Chair of the panel", required_message="Enter the chair", max_length=120)
    paediatrician = TextField(label="Paediatrician", required_message="Enter the paediatrician", max_length=120)
    reasons = LongTextField(
        label="Why is no review meeting needed?", hint=UNDER_PSEUDONYM, required_message="Enter why", rows=4, max_length=4_000
    )


class ContactForm(PortalForm):
    """One contact with the family."""

    page = "reviews.family_contact"

    day = DateField(label="On which day?", required_message="Enter the day", not_future=True)
    who = TextField(
        label="With whom of the family?",
        hint="By relation.",
        required_message="Enter with whom",
        max_length=120,
    )
    whose = TextField(label="Who spoke with them?", required_message="Enter who spoke with them", max_length=120)
    words = LongTextField(
        label="What was said and asked?", hint=UNDER_PSEUDONYM, required_message="Enter what was said", rows=4, max_length=4_000
    )


class PanelForm(PortalForm):
    """A panel with its areas."""

    page = "reviews.death_panel"

    name = TextField(label="Name of the panel", required_message="Enter the panel’s name", max_length=120)
    areas = LongTextField(
        label="Which areas share it?",
        hint="One local authority on each line.",
        required_message="Enter the areas",
        rows=6,
        max_length=2_000,
    )


class MeetingPlanForm(PortalForm):
    """A meeting of a panel."""

    page = "reviews.death_meeting"

    panel = SelectField(label="Which panel meets?", required_message="Select the panel", choices=())
    day = DateField(label="On which day?", required_message="Enter the day")
    chair = TextField(label="Who chairs it?", required_message="Enter who chairs it", max_length=120)

    def __init__(self, *args: Any, panels: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["panel"].choices = [("", "Select a panel"), *((one, one) for one in panels)]  # type: ignore[attr-defined]


class ListForm(PortalForm):
    """For which meeting a death is listed."""

    meeting = SelectField(label="For which meeting?", required_message="Select the meeting", choices=())

    def __init__(self, *args: Any, meetings: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [("", "Select a meeting"), *meetings]  # type: ignore[attr-defined]  # a choice
