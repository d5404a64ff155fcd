"""What is filled in about a review of practice and what stands beside it."""

import re
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from foundation.design.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    MoneyField,
    PortalForm,
    SelectField,
    TextField,
)
from reviews.forms.cases import title_field
from reviews.forms.incidents import UNDER_PSEUDONYM
from reviews.models import REVIEW_KINDS, Effect, PracticeMethod, ProceedingKind
from reviews.services.practice import ReviewOpened, ScopeWritten
from reviews.services.practice_logs import ContactWritten, ProceedingWritten

REVIEWS = [(kind.value, kind.label) for kind in REVIEW_KINDS]
CRITERIA_WORDS = (
    ("local_importance", "It matters locally"),
    ("recurrent", "It shows what must improve, also where that has been seen before"),
    ("guidance_gap", "Guidance is missing or fails, here or nationally"),
    ("looked_at_elsewhere", "The national panel or other partners have looked at it or at others like it"),
    ("working_together", "It is about how agencies worked together"),
    ("cross_border", "More than one area was involved"),
    ("institutional", "It happened in an institution or setting"),
)


class OpenReviewForm(PortalForm):
    """A new review."""

    page = "reviews.open_review"

    kind = ChoiceField(
        label="What kind of review is it?",
        required_message="Select what kind of review it is",
        choices=REVIEWS,
        reveal={"other_area": ["lead_area"], "serious_case": ["started_on", "completed_on", "published_on"]},
    )
    lead_area = TextField(label="Which area leads it?", required_message="Enter which area leads it", max_length=120)
    started_on = DateField(label="When was it started?", hint="If it was published before.", required=False)
    completed_on = DateField(label="When was it completed?", hint="If it was published before.", required=False)
    published_on = DateField(label="When was it published?", hint="If it was published before.", required=False)
    title = title_field()
    method = ChoiceField(
        label="By which method does it work?",
        required_message="Select the method",
        choices=PracticeMethod.choices,
        reveal={"other": ["method_other"]},
    )
    method_other = TextField(label="What is the method called?", required_message="Enter the method", max_length=120)
    decided_on = DateField(
        label="When was it decided to do the review?",
        hint="The six months of a practice review count from this day.",
        required_message="Enter when it was decided",
        not_future=True,
    )
    criteria = ManyChoiceField(label="What speaks for it?", choices=CRITERIA_WORDS, required=False)
    decision_reasons = LongTextField(
        label="Why is the review done?", hint=UNDER_PSEUDONYM, required_message="Enter why the review is done", rows=4,
        max_length=10_000,
    )  # fmt: skip
    requires = {("kind", "other_area"): ("lead_area",), ("method", "other"): ("method_other",)}

    @property
    def opened(self) -> ReviewOpened:
        """What was filled in."""
        days = ("started_on", "completed_on", "published_on")
        given: dict[str, Any] = {
            name: self.cleaned_data[name] if name in days else self.cleaned_data[name] or ""
            for name in ReviewOpened.__dataclass_fields__
        }
        return ReviewOpened(**given)


class FollowForm(OpenReviewForm):
    """A review that comes out of another case, with its children."""

    page = "reviews.follow"

    children = ManyChoiceField(
        label="Which children is it about?",
        hint="They come with their pseudonyms. Others can be added later.",
        choices=(),
        required=False,
    )

    def __init__(self, *args: Any, children: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if children:
            self.fields["children"].choices = list(children)  # type: ignore[attr-defined]  # choices
        else:
            del self.fields["children"]

    @property
    def chosen(self) -> list[int]:
        """The children."""
        return [int(pk) for pk in self.cleaned_data.get("children", ())]


class ScopeForm(PortalForm):
    """What a review looks at, and who does it."""

    page = "reviews.scope"

    terms_of_reference = LongTextField(label="Terms of reference", hint=UNDER_PSEUDONYM, required=False, max_length=20_000)
    period_from = DateField(label="From which day does it look back?", required=False)
    period_to = DateField(label="Until which day?", required=False)
    key_lines = LongTextField(label="Key lines of enquiry", hint="One on each line.", required=False, max_length=10_000)
    reviewers = LongTextField(
        label="Who are the reviewers?", hint="One on each line, with what they bring.", required=False, rows=3, max_length=2_000
    )
    independence = LongTextField(
        label="How are they independent?",
        hint="What each of them states: of the agencies, of the case, of those who managed it.",
        required=False,
        rows=3,
        max_length=4_000,
    )
    our_contribution = LongTextField(
        label="What do we contribute to another area’s review?", required=False, rows=3, max_length=10_000
    )

    @property
    def written(self) -> ScopeWritten:
        """What was filled in."""
        days = ("period_from", "period_to")
        given: dict[str, Any] = {name: value if name in days else value or "" for name, value in self.cleaned_data.items()}
        return ScopeWritten(**given)


class AcceptForm(PortalForm):
    """That the partners accept the report."""

    completed_on = DateField(
        label="On which day was it accepted?", required_message="Enter the day on which it was accepted", not_future=True
    )


class EndForm(PortalForm):
    """What was learned, where no report of ours follows."""

    page = "reviews.end"

    learned = LongTextField(
        label="What was learned?",
        hint="The briefing, or what another area’s report means for us. " + UNDER_PSEUDONYM,
        required_message="Enter what was learned",
        max_length=20_000,
    )
    received_on = DateField(
        label="When was the report of the other area received?", hint="Leave it empty for a case of concern.", required=False
    )


class DelayForm(PortalForm):
    """What the national panel was told of a delay."""

    reasons = LongTextField(
        label="What was the national panel told?", required_message="Enter what the panel was told", rows=4, max_length=4_000
    )
    told_on = DateField(label="On which day?", required_message="Enter the day", not_future=True)


class ContactForm(PortalForm):
    """What somebody of the family was told or offered."""

    page = "reviews.family"

    who = TextField(
        label="Who?", hint="As the case speaks of them: Robin’s mother.", required_message="Enter who it was", max_length=120
    )
    contact_on = DateField(label="When?", required_message="Enter when it was", not_future=True)
    how = TextField(label="How?", hint="By letter, at home, through a worker.", required_message="Enter how", max_length=120)
    offered = LongTextField(
        label="What were they told or offered?", required_message="Enter what they were told or offered", rows=4, max_length=4_000
    )
    support = LongTextField(label="What support do they have?", required=False, rows=2, max_length=2_000)
    pseudonym_wish = LongTextField(label="What do they wish about the pseudonym?", required=False, rows=2, max_length=2_000)
    report_wish = LongTextField(label="What do they wish about the report?", required=False, rows=2, max_length=4_000)
    draft_response = LongTextField(label="What do they say of the draft?", required=False, rows=3, max_length=10_000)

    @property
    def written(self) -> ContactWritten:
        """What was filled in."""
        given: dict[str, Any] = {name: value or "" for name, value in self.cleaned_data.items()}
        return ContactWritten(**given)


class EventForm(PortalForm):
    """A day with practitioners."""

    page = "reviews.practitioners"

    held_on = DateField(label="When was it?", required_message="Enter when it was", not_future=True)
    attended = LongTextField(
        label="How many of each agency came?",
        hint="An agency on each line with its number, for example Health: 7",
        required_message="Enter how many of each agency came",
        rows=5,
        max_length=2_000,
    )
    themes = LongTextField(
        label="Of what did they speak?", hint=UNDER_PSEUDONYM, required_message="Enter the themes", rows=5, max_length=10_000
    )

    def clean_attended(self) -> list[tuple[str, int]]:
        """Each line is an agency and a number."""
        found = []
        for line in filter(None, (line.strip() for line in self.cleaned_data["attended"].splitlines())):
            told = re.fullmatch(r"(.{1,110}?)[\s:,–-]+(\d{1,3})", line)
            if told is None or not int(told[2]):
                raise ValidationError(f"Enter an agency and a number in the line “{line[:60]}”, as in Health: 7")
            found.append((told[1].strip(), int(told[2])))
        return found


class ProceedingForm(PortalForm):
    """What runs beside a review."""

    page = "reviews.proceeding"

    kind = SelectField(label="What are they?", required_message="Select what they are", choices=ProceedingKind.choices)
    lead = TextField(
        label="Who leads them?", hint="The coroner, the police, an officer’s post.", required_message="Enter who leads them",
        max_length=120,
    )  # fmt: skip
    status = LongTextField(
        label="How far are they?", hint="Charge, dates of hearings.", required_message="Enter how far they are", rows=3,
        max_length=4_000,
    )  # fmt: skip
    since = DateField(label="Since when?", required_message="Enter since when", not_future=True)
    ended_on = DateField(label="When did they end?", hint="Leave it empty while they go on.", required=False, not_future=True)
    reporting_restriction = LongTextField(label="Is reporting restricted, and how?", required=False, rows=2, max_length=2_000)
    effect = ChoiceField(
        label="What do they do to the publication?",
        hint="While the publication waits for them, the clock of the review stands still.",
        required_message="Select what they do to the publication",
        choices=Effect.choices,
    )

    @property
    def written(self) -> ProceedingWritten:
        """What was filled in."""
        given: dict[str, Any] = {name: value or "" for name, value in self.cleaned_data.items()}
        return ProceedingWritten(**{**given, "ended_on": self.cleaned_data["ended_on"]})


class CostForm(PortalForm):
    """What a review cost."""

    what = TextField(label="What was paid for?", required_message="Enter what was paid for", max_length=120)
    amount = MoneyField(label="How much?", required_message="Enter how much")
    paid_on = DateField(label="When?", required_message="Enter when it was paid", not_future=True)
