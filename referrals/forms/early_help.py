"""What early help asks: of practitioners, of the early help team, and of managers who step up or down."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import (
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
)
from referrals.models import HIGHEST_SCORE, EarlyHelpNeed, EarlyHelpOutcome
from referrals.rules.early_help import DOMAINS, Assessed

Choices = Sequence[tuple[str, str]]
MOST_CHILDREN = 4
OF_CHILD = ("given_name", "family_name", "birth_date")


def _score(label: str, **kwargs: Any) -> NumberField:
    return NumberField(label=label, least=0, most=HIGHEST_SCORE, **kwargs)


class BeginForm(PortalForm):
    """A family that has agreed, with its children."""

    reason = LongTextField(
        label="What does the family want help with?",
        required_message="Enter what the family wants help with",
        max_length=10_000,
    )
    consent_from = TextField(label="Who of the family agreed?", required_message="Enter who agreed", max_length=150)
    consent_on = DateField(label="When did they agree?", required_message="Enter when they agreed", not_future=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_CHILDREN + 1):
            first = number == 1
            which = f"child {number}"
            self.fields[f"given_name_{number}"] = TextField(label=f"Given name of {which}", required=first, max_length=100)
            self.fields[f"family_name_{number}"] = TextField(label=f"Family name of {which}", required=first, max_length=100)
            self.fields[f"birth_date_{number}"] = DateField(label=f"Date of birth of {which}", required=first, not_future=True)

    def clean(self) -> dict[str, Any]:
        """Ask the whole of each child that was begun."""
        given = super().clean() or self.cleaned_data
        for number in range(2, MOST_CHILDREN + 1):
            names = [f"{part}_{number}" for part in OF_CHILD]
            if any(given.get(name) for name in names):
                for name in names:
                    self._require(name)
        return given

    @property
    def children(self) -> list[dict[str, Any]]:
        """The children that were named."""
        given = self.cleaned_data
        rows = [{part: given[f"{part}_{number}"] for part in OF_CHILD} for number in range(1, MOST_CHILDREN + 1)]
        return [row for row in rows if row["family_name"]]


class ConsentForm(PortalForm):
    """The family's agreement."""

    consent_from = TextField(label="Who of the family agreed?", required_message="Enter who agreed", max_length=150)
    consent_on = DateField(label="When did they agree?", required_message="Enter when they agreed", not_future=True)


class LeadForm(PortalForm):
    """The lead professional."""

    name = TextField(label="Name of the lead professional", max_length=150)
    agency = SelectField(label="Their agency", choices=())
    email = EmailField(
        label="Their email address", hint="With an account in this agency they see the family from now on.", required=False
    )

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [("", "Select an agency"), *agencies]  # type: ignore[attr-defined]  # a select


class EarlyHelpForm(PortalForm):
    """The early help assessment, as far as it is written."""

    needs = ManyChoiceField(
        label="What does the family need help with?", required=False, mark_optional=False, choices=EarlyHelpNeed.choices
    )
    score_before = _score(
        "How does the family feel about how things are, from 0 to 10?", noun="The score", required=False, mark_optional=False
    )
    finish = ChoiceField(
        label="What now?",
        required_message="Select whether the assessment is finished",
        choices=[("later", "Save it and go on later"), ("finish", "It is finished: begin the team around the child")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = {
            name: LongTextField(label=label, required=False, mark_optional=False, rows=3, max_length=10_000)
            for name, label in DOMAINS
        }
        self.fields = {**texts, **self.fields}

    @property
    def assessed(self) -> Assessed:
        """What was filled in."""
        given = self.cleaned_data
        score = given["score_before"]
        return Assessed(
            **{name: given[name] or "" for name, _label in DOMAINS},
            needs=tuple(given["needs"] or ()),
            score_before=None if score is None else int(score),
        )


class MeetingForm(PortalForm):
    """A meeting of the team around the child."""

    held_on = DateField(label="When was the meeting?", required_message="Enter when the meeting was", not_future=True)
    attended = LongTextField(
        label="Who took part?",
        hint="One line for each person: name, agency.",
        required_message="Enter who took part",
        rows=4,
        max_length=4_000,
    )
    notes = LongTextField(label="What was said and agreed?", required_message="Enter what was said", max_length=10_000)


class ReviewForm(MeetingForm):
    """A meeting that looks at how far the family has come."""

    then = ChoiceField(
        label="What follows?",
        required_message="Select what follows",
        choices=[("go_on", "Early help goes on"), ("end", "It can end, or social care is needed")],
        reveal={"go_on": ["next_on"]},
    )
    next_on = DateField(
        label="When is the next review?", hint="After six weeks, at most three months.", required_message="Enter the next review"
    )
    requires = {("then", "go_on"): ("next_on",)}


class ActionForm(PortalForm):
    """What somebody takes on."""

    text = LongTextField(label="What is to be done?", required_message="Enter what is to be done", rows=3, max_length=2_000)
    who = TextField(label="Who does it?", required_message="Enter who does it", max_length=150)
    due_on = DateField(label="By when?", required_message="Enter by when")


class StepUpForm(PortalForm):
    """Why social care is needed now."""

    reason = LongTextField(label="What has changed?", required_message="Enter what has changed", max_length=10_000)
    talked_on = DateField(label="When did the managers talk?", required_message="Enter when they talked", not_future=True)
    talked_with = TextField(label="Which managers talked?", required_message="Enter which managers talked", max_length=300)


class StepDownForm(PortalForm):
    """Why early help is enough, and who goes on."""

    reason = LongTextField(
        label="Why is early help enough now?", required_message="Enter why early help is enough", max_length=10_000
    )
    talked_on = DateField(label="When was the closing meeting?", required_message="Enter when the meeting was", not_future=True)
    talked_with = LongTextField(
        label="Who took part?", hint="The family and the lead practitioner.", required_message="Enter who took part", rows=3
    )
    lead_name = TextField(label="Name of the lead practitioner", max_length=150)
    lead_agency = SelectField(label="Their agency", choices=())
    consent_from = TextField(label="Who of the family agreed?", required_message="Enter who agreed", max_length=150)
    consent_on = DateField(label="When did they agree?", required_message="Enter when they agreed", not_future=True)

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead_agency"].choices = [("", "Select an agency"), *agencies]  # type: ignore[attr-defined]  # a select


class CloseFamilyForm(PortalForm):
    """How early help ended."""

    outcome = ChoiceField(
        label="How did early help end?", required_message="Select how early help ended", choices=EarlyHelpOutcome.choices
    )
    score_after = _score(
        "How does the family feel about how things are now, from 0 to 10?", noun="The score", required=False, mark_optional=False
    )
    note = LongTextField(
        label="How do things stand for the family now?", required_message="Enter how things stand", max_length=10_000
    )
