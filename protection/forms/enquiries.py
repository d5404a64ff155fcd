"""What is filled in about a section 47 enquiry."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import ChoiceField, DateField, LongTextField, PortalForm, SelectField
from protection.models import EnquiryFinding, EnquiryOutcome
from protection.rules.checking import EnquiryWritten

Choices = Sequence[tuple[str, str]]
DAYS = ("seen_on", "seen_alone_on", "bedroom_seen_on", "parents_seen_on", "medical_on")
TEXTS = ("not_seen_reason", "medical_result", "child_view", "parents_view", "analysis", "finding", "outcome")


def _day(label: str, noun: str) -> DateField:
    return DateField(label=label, noun=noun, required=False, mark_optional=False, not_future=True)


def _text(label: str, hint: str = "", rows: int = 5) -> LongTextField:
    return LongTextField(label=label, hint=hint, rows=rows, required=False, mark_optional=False)


class EnquiryForm(PortalForm):
    """The enquiry, as far as it is written. Everything may wait but what is sent to a manager."""

    page = "protection.enquiry"

    seen_on = _day("When was the child seen?", "The day on which the child was seen")
    seen_alone_on = _day("When was the child seen alone?", "The day on which the child was seen alone")
    not_seen_reason = _text("If the child was not seen, or not alone, why?", rows=3)
    bedroom_seen_on = _day("When was the child’s bedroom seen?", "The day on which the bedroom was seen")
    parents_seen_on = _day("When were the parents seen?", "The day on which the parents were seen")
    medical_on = _day("When was the medical?", "The day of the medical")
    medical_result = _text("What did the medical find?", rows=3)
    child_view = _text("What the child says", "In their own words where you can.")
    parents_view = _text("What the parents say", "Fathers too.")
    analysis = _text("What the enquiry found", "Harm, what makes it likely, what keeps the child safe, and what it means.")
    finding = ChoiceField(
        label="Are the concerns substantiated?", required=False, mark_optional=False, choices=EnquiryFinding.choices
    )
    outcome = ChoiceField(
        label="What follows?",
        hint="Anything but a conference records that an initial child protection conference is not required.",
        required=False,
        mark_optional=False,
        choices=EnquiryOutcome.choices,
    )
    finish = ChoiceField(
        label="What now?",
        required_message="Select whether you go on later or send it",
        choices=[("later", "Save it and go on later"), ("send", "Send it to a manager to authorise")],
    )

    @property
    def written(self) -> EnquiryWritten:
        """What was filled in."""
        given = self.cleaned_data
        told: dict[str, Any] = {name: given[name] for name in DAYS} | {name: given[name] or "" for name in TEXTS}
        return EnquiryWritten(**told)


class AskAgencyForm(PortalForm):
    """A question to an agency about the child."""

    agency = SelectField(
        label="Which agency do you ask?", choices=(), empty_label="Select an agency", required_message="Select an agency"
    )
    question = LongTextField(
        label="What do you want to know?",
        hint="The agency is told the child’s name and birth date with the question, and nothing else of the enquiry.",
        required_message="Enter what you want to know",
        max_length=4_000,
    )

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = list(agencies)  # type: ignore[attr-defined]  # a select


class AuthoriseEnquiryForm(PortalForm):
    """A manager's answer to a finished enquiry."""

    answer = ChoiceField(
        label="Do you authorise it?",
        required_message="Select whether you authorise it",
        choices=[("authorise", "Yes, it is complete"), ("send_back", "No, send it back")],
        reveal={"send_back": ["reason"]},
    )
    reason = LongTextField(label="What is missing?", required_message="Enter what is missing", rows=3, max_length=2_000)
    requires = {("answer", "send_back"): ("reason",)}
