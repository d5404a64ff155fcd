"""What social workers and their managers fill in about a child-in-need episode."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import ChoiceField, DateField, LongTextField, ManyChoiceField, PortalForm, SelectField, TextField
from referrals.models import FACTORS, NO_FACTOR, AssessmentOutcome, ClosureReason, PrimaryNeed
from referrals.rules.episodes import Written

Choices = Sequence[tuple[str, str]]
NEEDS: Choices = [(need.value, f"{need.value} {need.label}") for need in PrimaryNeed]


class AllocateForm(PortalForm):
    """Who works with the child."""

    worker = SelectField(label="Worker", choices=(), hint="The social workers and managers of your team.")
    note = LongTextField(label="What they should know", required=False, rows=3, max_length=2_000)

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [("", "Select a worker"), *workers]  # type: ignore[attr-defined]  # a select


class MoveForm(PortalForm):
    """Which team takes the case over, and what it should know."""

    page = "referrals.offer_episode"

    team = SelectField(label="Team", choices=(), empty_label="Select a team")
    note = LongTextField(label="Why does the case move, and what should they know?", rows=5, max_length=2_000)

    def __init__(self, *args: Any, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = [*teams]  # type: ignore[attr-defined]  # a select


class AssessmentForm(PortalForm):
    """The assessment, as far as it is written. Everything may wait but what is sent to a manager."""

    seen_on = DateField(
        label="When was the child seen?",
        noun="The day on which the child was seen",
        required=False,
        mark_optional=False,
        not_future=True,
    )
    seen_alone = ChoiceField(
        label="Was the child seen alone?",
        required=False,
        mark_optional=False,
        inline=True,
        choices=[("yes", "Yes"), ("no", "No")],
    )
    not_seen_reason = LongTextField(
        label="If the child was not seen, or not alone, why?", required=False, mark_optional=False, rows=3, max_length=4_000
    )
    child_view = LongTextField(
        label="What the child says", hint="In their own words where you can.", required=False, mark_optional=False
    )
    parents_view = LongTextField(label="What the parents say", hint="Fathers too.", required=False, mark_optional=False)
    analysis = LongTextField(
        label="What the assessment found",
        hint="Needs, strengths, risks, and what they mean for the child.",
        required=False,
        mark_optional=False,
    )
    factors = ManyChoiceField(
        label="Factors identified",
        required=False,
        mark_optional=False,
        small=True,
        exclusive=[NO_FACTOR],
        choices=list(FACTORS.items()),
    )
    outcome = ChoiceField(label="What does it lead to?", required=False, mark_optional=False, choices=AssessmentOutcome.choices)
    delay_reason = LongTextField(
        label="If it took longer than 45 working days, why?", required=False, mark_optional=False, rows=3, max_length=4_000
    )
    primary_need = SelectField(
        label="Primary need",
        hint="Needed when you send it to a manager.",
        required=False,
        mark_optional=False,
        choices=[("", "Select a need"), *NEEDS],
    )
    finish = ChoiceField(
        label="What now?",
        required_message="Select whether you go on later or send it",
        choices=[("later", "Save it and go on later"), ("send", "Send it to a manager to authorise")],
    )

    @property
    def written(self) -> Written:
        """What was filled in."""
        given = self.cleaned_data
        texts = ("not_seen_reason", "child_view", "parents_view", "analysis", "outcome", "delay_reason", "seen_alone")
        return Written(
            seen_on=given["seen_on"], factors=tuple(given["factors"] or ()), **{name: given[name] or "" for name in texts}
        )


class ReviewPointForm(PortalForm):
    """A manager's look at where an assessment stands."""

    reviewed_on = DateField(label="When did you look at it?", required_message="Enter when you looked at it", not_future=True)
    note = LongTextField(
        label="What did the review find?",
        required_message="Enter what the review found",
        hint="Whether the child was seen, and what is still to be done.",
    )


class AuthoriseForm(PortalForm):
    """A manager's answer to a finished assessment."""

    answer = ChoiceField(
        label="Do you authorise it?",
        required_message="Select whether you authorise it",
        choices=[("authorise", "Yes, it is finished"), ("send_back", "No, send it back")],
        reveal={"send_back": ["reason"]},
    )
    reason = LongTextField(label="What is missing?", required_message="Enter what is missing", rows=3, max_length=2_000)
    requires = {("answer", "send_back"): ("reason",)}


class PlanForm(PortalForm):
    """The beginning of a plan."""

    aim = LongTextField(
        label="What is to be different for the child?",
        required_message="Enter what is to be different for the child",
        max_length=4_000,
    )
    started_on = DateField(label="When does the plan begin?", required_message="Enter when the plan begins", not_future=True)


class PlanStepForm(PortalForm):
    """One need, and what is done about it."""

    need = TextField(label="Need", max_length=200)
    action = LongTextField(label="What is to happen?", required_message="Enter what is to happen", rows=3, max_length=2_000)
    who = TextField(label="Who does it?", required_message="Enter who does it", max_length=150)
    due_on = DateField(label="By when?", required_message="Enter by when")


class NoteForm(PortalForm):
    """A word on how it went."""

    note = LongTextField(label="What came of it?", required_message="Enter what came of it", rows=3, max_length=2_000)


class PlanReviewForm(PortalForm):
    """A meeting that looked at the plan."""

    held_on = DateField(label="When was the meeting?", required_message="Enter when the meeting was", not_future=True)
    attended = LongTextField(
        label="Who took part?",
        required_message="Enter who took part",
        hint="One line for each person: name, agency.",
        rows=4,
        max_length=4_000,
    )
    findings = LongTextField(label="What did the review find?", required_message="Enter what the review found", max_length=10_000)


class CloseForm(PortalForm):
    """Why an episode ends."""

    reason = ChoiceField(
        label="Why is the episode closed?",
        required_message="Select why the episode is closed",
        choices=[(one.value, f"{one.value} {one.label}") for one in ClosureReason],
    )
    primary_need = SelectField(label="Primary need", choices=[("", "Select a need"), *NEEDS])
    note = LongTextField(
        label="How do things stand for the child now?",
        required_message="Enter how things stand for the child now",
        max_length=10_000,
    )


class WithoutActionForm(PortalForm):
    """Why nothing is done after a referral."""

    note = LongTextField(
        label="Why is nothing further done?", required_message="Enter why nothing further is done", max_length=10_000
    )
