"""What is filled in by agencies about a death, and about its review meeting and panel."""

from typing import Any

from foundation.design.forms import (
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    PortalForm,
    SelectField,
    TextField,
    TrueFalseField,
)
from reviews.forms.incidents import UNDER_PSEUDONYM
from reviews.models import CareStatus, DeathCategory, Domain, Evidence, Modifiable, Relevance, Supplement
from reviews.services.deaths_gathering import Analysis, FormWritten


class AskFormForm(PortalForm):
    """Who is asked for a reporting form."""

    page = "reviews.ask_for_form"

    email = EmailField(
        label="Email address at work of whoever writes it", required_message="Enter the address of whoever writes the form"
    )
    supplement = SelectField(
        label="With which supplementary form?", required_message="Select the supplementary form", choices=Supplement.choices
    )


def _words(label: str, hint: str = "", rows: int = 3) -> LongTextField:
    return LongTextField(label=label, hint=hint, required=False, rows=rows, max_length=10_000)


class ReportingForm(PortalForm):
    """The reporting form of one agency."""

    page = "reviews.death_form"

    known = TrueFalseField(
        label="Did your agency know the child or the family?", required_message="Select whether your agency knew them"
    )
    filled_in_by_whom = TextField(label="Who completes this form, and as what?", required_message="Enter who", max_length=150)
    narrative = LongTextField(
        label="What does your agency know of the death and the time before it?",
        hint=UNDER_PSEUDONYM,
        required_message="Enter what your agency knows, or that it knows nothing",
        rows=8,
        max_length=20_000,
    )
    care_status = SelectField(
        label="How did the child stand to children’s social care?", required_message="Select how", choices=CareStatus.choices
    )
    history = _words("The child’s history")
    pregnancy = _words("Pregnancy and birth", "Gestation, weight at birth, the mother’s health and earlier pregnancies.")
    growth = TextField(label="Height and weight", required=False, max_length=200)
    health = _words("Health, development, disability")
    education = _words("Education")
    family = _words("Parents and family", "Occupations, smoking, substances, mental health, domestic abuse.")
    housing = _words("Housing and poverty")
    barriers = _words("Barriers to services", "Language, immigration, trust.")
    services = _words("What services were given?")
    support_offered = _words("What bereavement support was offered?")
    learning = _words("What has your agency learnt?")
    supplementary = _words("Supplementary form", "What it asks for the cause of death.", rows=6)

    @property
    def written(self) -> FormWritten:
        """What was filled in."""
        given: dict[str, Any] = {name: self.cleaned_data[name] or "" for name in FormWritten.__dataclass_fields__}
        return FormWritten(**{**given, "known": bool(self.cleaned_data["known"])})


class EvidenceForm(PortalForm):
    """What is taken instead of a form."""

    page = "reviews.death_evidence"

    evidence = ChoiceField(label="What is taken instead?", required_message="Select what is taken", choices=Evidence.choices)
    words = LongTextField(
        label="What does it say?", hint=UNDER_PSEUDONYM, required_message="Enter what it says", rows=6, max_length=20_000
    )


class FactorForm(PortalForm):
    """A factor that may have contributed."""

    page = "reviews.death_factor"

    domain = ChoiceField(label="In which domain?", required_message="Select the domain", choices=Domain.choices)
    words = LongTextField(
        label="What is the factor?", hint=UNDER_PSEUDONYM, required_message="Enter the factor", rows=3, max_length=4_000
    )
    relevance = ChoiceField(label="How relevant is it?", required_message="Select the relevance", choices=Relevance.choices)

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in."""
        return {**self.cleaned_data, "relevance": int(self.cleaned_data["relevance"])}


class PanelReviewForm(PortalForm):
    """What the panel makes of a death."""

    page = "reviews.death_analysis"

    cause_1a = TextField(label="Cause of death, 1a", required=False, max_length=200)
    cause_1b = TextField(label="1b", required=False, max_length=200)
    cause_1c = TextField(label="1c", required=False, max_length=200)
    cause_1d = TextField(label="1d", required=False, max_length=200)
    cause_2 = TextField(label="2", hint="What else contributed to the death.", required=False, max_length=200)
    category = SelectField(
        label="Category",
        hint="More than one may fit. Choose the first in the list that does.",
        required=False,
        empty_label="Not decided yet",
        choices=DeathCategory.choices,
    )
    modifiable = SelectField(
        label="Were modifiable factors identified?", required=False, empty_label="Not decided yet", choices=Modifiable.choices
    )
    learning = _words("Learning")
    issues = _words("Issues")
    positive = _words("Positive practice")
    recommendations = _words("Recommendations")
    follow_up = _words("Follow-up with the family")
    referral = _words("What was referred at once, and to whom?", rows=2)

    @property
    def analysis(self) -> Analysis:
        """What was filled in."""
        given: dict[str, Any] = {name: self.cleaned_data[name] or "" for name in Analysis.__dataclass_fields__}
        return Analysis(**{**given, "category": int(given["category"]) if given["category"] else None})


class ReviewMeetingForm(PanelReviewForm):
    """The child death review meeting with its draft of the analysis."""

    page = "reviews.death_meeting_held"

    met_on = DateField(label="When was the review meeting?", required_message="Enter when the meeting was", not_future=True)
    chair = TextField(label="Who chaired it?", required_message="Enter who chaired it", max_length=120)
    attended = LongTextField(
        label="Who took part?", hint="An agency on each line.", required_message="Enter who took part", rows=5, max_length=4_000
    )
    field_order = ("met_on", "chair", "attended")
