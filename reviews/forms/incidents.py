"""What is filled in about a serious incident, its rapid review, and what the partners decide."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from accounts.models import RoleHolding
from foundation.calendar import LONDON
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
    TrueFalseField,
)
from reviews.forms.cases import title_field
from reviews.models import Harm, PanelOutcome, Yes
from reviews.services.incidents import IncidentWritten, MeetingWritten

Choices = Sequence[tuple[str, str]]
UNDER_PSEUDONYM = "Use pseudonyms for everybody."


class IncidentForm(PortalForm):
    """What is known of an incident."""

    page = "reviews.incident"

    happened_on = DateField(label="When did it happen?", required_message="Enter when it happened", not_future=True)
    place = TextField(
        label="Where did it happen?", hint="The kind of place: at home, in hospital.", required=False, max_length=120
    )
    harm = SelectField(
        label="What happened to the child?", required_message="Select what happened to the child", choices=Harm.choices
    )
    what_happened = LongTextField(
        label="What happened?", hint=UNDER_PSEUDONYM, required_message="Enter what happened", max_length=10_000
    )
    abuse_suspected = ChoiceField(
        label="Is abuse or neglect known or suspected?",
        hint="If it is, the incident must be notified within five working days.",
        required_message="Select whether abuse or neglect is known or suspected",
        choices=Yes.choices,
        reveal={"yes": ["abuse_reasons"]},
    )
    abuse_reasons = LongTextField(
        label="What is suspected, and why?", required_message="Enter what is suspected, and why", rows=3, max_length=4_000
    )
    siblings_safe = LongTextField(
        label="Are other children safe, and what was done at once?", required=False, rows=3, max_length=4_000
    )
    police_investigation = ChoiceField(
        label="Do the police investigate?", required_message="Select whether the police investigate", choices=Yes.choices
    )
    media_interest = CheckboxField(label="The media are interested, or may be", required=False)
    requires = {("abuse_suspected", "yes"): ("abuse_reasons",)}

    @property
    def written(self) -> IncidentWritten:
        """What was filled in."""
        given: dict[str, Any] = {name: self.cleaned_data[name] or "" for name in IncidentWritten.__dataclass_fields__}
        return IncidentWritten(**{**given, "media_interest": self.cleaned_data["media_interest"]})


class OpenIncidentForm(IncidentForm):
    """A new incident, with when the authority became aware of it."""

    page = "reviews.open_incident"

    title = title_field()
    aware_on = DateField(
        label="On which day did the local authority become aware?",
        hint="The five working days count from this day.",
        required_message="Enter the day on which the authority became aware",
        not_future=True,
    )
    aware_time = TimeField(label="At what time?", required_message="Enter the time")
    field_order = ("title", "happened_on", "aware_on", "aware_time")

    @property
    def aware_at(self) -> datetime:
        """The moment."""
        return datetime.combine(self.cleaned_data["aware_on"], self.cleaned_data["aware_time"], tzinfo=LONDON)


class IncidentOfDeathForm(OpenIncidentForm):
    """The serious incident of a death, and who goes on with it."""

    page = "reviews.incident_of_death"

    board_manager = EmailField(
        label="Which board manager notifies it? Their email address at work",
        hint="They own the incident too, and are told at once: it has to be notified within five working days",
        required_message="Enter the board manager’s email address",
    )


class DecideForm(PortalForm):
    """What a statutory partner decides."""

    page = "reviews.decide"

    seat = ChoiceField(label="Which partner decides?", required_message="Select the partner", choices=RoleHolding.Seat.choices)
    question = ChoiceField(label="What does the partner decide?", required_message="Select the question", choices=())
    agreed = TrueFalseField(label="Does the partner say yes?", required_message="Select yes or no")
    reasons = LongTextField(label="Why?", hint=UNDER_PSEUDONYM, required_message="Enter the reasons", rows=4, max_length=4_000)
    whom = TextField(label="Who spoke for the partner?", required_message="Enter who spoke for the partner", max_length=120)
    decided_on = DateField(label="On which day?", required_message="Enter the day", not_future=True)

    def __init__(self, *args: Any, questions: Choices, seats: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["question"].choices = list(questions)  # type: ignore[attr-defined]  # a choice
        self.fields["seat"].choices = list(seats)  # type: ignore[attr-defined]  # a choice


class ReasonForm(PortalForm):
    """Why the case takes this way."""

    reason = LongTextField(label="Why?", hint=UNDER_PSEUDONYM, required_message="Enter why", rows=4, max_length=4_000)


class NotifyForm(PortalForm):
    """That the notification was sent."""

    notified_on = DateField(
        label="On which day was it sent?", required_message="Enter the day on which it was sent", not_future=True
    )
    panel_reference = TextField(label="Number that the national system gave it", required=False, max_length=40, width=20)


class NoReviewForm(ReasonForm):
    """Why no rapid review follows."""

    page = "reviews.leave_unreviewed"

    panel_agrees = CheckboxField(label="The national panel agrees that the incident does not meet the criteria", required=False)


class MeetingForm(PortalForm):
    """The rapid review meeting: what it found and what the partners decided."""

    page = "reviews.meeting"

    met_on = DateField(label="When was the meeting?", required_message="Enter when the meeting was", not_future=True)
    chair = TextField(label="Who chaired it?", required_message="Enter who chaired it", max_length=120)
    attended = LongTextField(
        label="Who took part?", hint="An agency on each line.", required_message="Enter who took part", rows=5, max_length=4_000
    )
    facts = LongTextField(
        label="The facts so far", hint=UNDER_PSEUDONYM, required_message="Enter the facts", rows=8, max_length=20_000
    )
    immediate_action = LongTextField(
        label="What was done at once for the safety of other children?", required=False, rows=3, max_length=10_000
    )
    improvement = LongTextField(
        label="What could be learnt and improved?", required_message="Enter what could be learnt", rows=5, max_length=10_000
    )
    sharing = LongTextField(label="How is it passed on?", required=False, rows=3, max_length=4_000)
    practice_review = TrueFalseField(
        label="Does a local child safeguarding practice review follow?",
        hint="What most of the three partners decided.",
        required_message="Select whether a practice review follows",
    )
    practice_review_reasons = LongTextField(
        label="Why, or why not?",
        hint="Local importance, recurrent themes, gaps in guidance, how agencies worked together.",
        required_message="Enter the reasons",
        rows=4,
        max_length=10_000,
    )
    national_review = TrueFalseField(
        label="Do the partners suggest a national review?",
        required_message="Select whether the partners suggest a national review",
    )
    national_review_reasons = LongTextField(label="Why, or why not?", required=False, rows=3, max_length=4_000)

    @property
    def written(self) -> MeetingWritten:
        """What was filled in."""
        given: dict[str, Any] = {name: value or "" for name, value in self.cleaned_data.items()}
        for name in ("met_on", "practice_review", "national_review"):
            given[name] = self.cleaned_data[name]
        return MeetingWritten(**given)


class SendForm(PortalForm):
    """That the rapid review was sent."""

    sent_on = DateField(label="On which day was it sent?", required_message="Enter the day on which it was sent", not_future=True)


class ReplyForm(PortalForm):
    """What the national panel replied."""

    page = "reviews.reply"

    replied_on = DateField(label="On which day did the panel reply?", required_message="Enter the day", not_future=True)
    outcome = ChoiceField(
        label="What does the panel make of the notification?",
        required_message="Select what the panel makes of it",
        choices=PanelOutcome.choices,
    )
    agrees = TrueFalseField(
        label="Does the panel agree with the decision about a practice review?",
        required_message="Select whether the panel agrees",
    )
    words = LongTextField(label="What does it write?", required_message="Enter what the panel writes", rows=5, max_length=20_000)
    answer = LongTextField(label="If it does not agree: what does the partnership do?", required=False, rows=3, max_length=10_000)


class AloneForm(PortalForm):
    """Nothing more is asked."""
