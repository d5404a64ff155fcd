"""Questions about agencies, teams and agreements."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from accounts.models import Agency
from accounts.rules import tidy_domains
from foundation.design.forms import DateField, FileField, LongTextField, ManyChoiceField, PortalForm, SelectField, TextField


def code_field(hint: str) -> TextField:
    """The question for a code that is chosen once."""
    return TextField(label="Code", hint=hint, max_length=20, width=20, spellcheck=False, validators=[_slug])


def _slug(value: str) -> None:
    try:
        validate_slug(value)
    except ValidationError as wrong:
        raise ValidationError("The code can have letters, numbers and dashes only", code="invalid") from wrong


class AgencyForm(PortalForm):
    """An agency."""

    page = "accounts.agency"

    name = TextField(label="Name", max_length=150)
    kind = SelectField(label="Kind of agency", choices=Agency.Kind.choices, required_message="Select the kind of agency")
    domains = LongTextField(
        label="Email domains of its people",
        hint="One on each line, such as school.sch.uk. Only people with such an address can be invited",
        required=False,
        rows=3,
        mark_optional=False,
    )

    def __init__(self, *args: Any, new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if new:
            self.fields = {"code": code_field("Short and permanent, such as oakwood-school"), **self.fields}
        else:
            self.fields["closed_on"] = DateField(label="Closed on", hint="Only when the agency has closed", required=False)

    def clean_domains(self) -> list[str]:
        """As a list."""
        return tidy_domains(self.cleaned_data["domains"] or "")


def document_field(*, required: bool) -> FileField:
    """The question for the signed document. What it really is, the document store finds out."""
    return FileField(
        label="Signed document",
        hint=f"{'' if required else 'You can attach it later. '}A PDF, Word or OpenDocument file or picture, smaller than 25 MB",
        kinds=("pdf", "docx", "odt", "jpg", "jpeg", "png"),
        most_mb=25,
        required=required,
        required_message="Select the signed document",
    )


class AgreementForm(PortalForm):
    """A signed information-sharing agreement."""

    page = "accounts.agreement"

    signed_by_name = TextField(
        label="Who signed for the agency?",
        noun="Name of who signed",
        required_message="Enter the name of who signed",
        max_length=100,
    )
    signed_on = DateField(
        label="Signed on",
        noun="Date of signing",
        required_message="Enter the date of signing",
        hint="For example, 27 3 2026",
        not_future=True,
    )
    valid_until = DateField(
        label="Valid until",
        noun="Last day",
        required_message="Enter the last day on which it holds",
        hint="The last day on which it holds",
    )
    document = document_field(required=False)


class AgreementDocumentForm(PortalForm):
    """The document of an agreement that is on file."""

    page = "accounts.agreement_document"

    document = document_field(required=True)


class TeamForm(PortalForm):
    """A team of an agency."""

    page = "accounts.team"

    name = TextField(label="Name", max_length=100)
    telephone = TextField(
        label="Telephone",
        hint="Who finds that a child is known to this team rings here.",
        required=False,
        max_length=40,
        width=20,
        autocomplete="off",
    )

    def __init__(self, *args: Any, new: bool, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if new:
            self.fields = {"code": code_field("Short and permanent, such as mash"), **self.fields}
        else:
            self.fields["closed_on"] = DateField(label="Closed on", hint="Only when the team has closed", required=False)
        if kinds:
            self.fields["receives"] = ManyChoiceField(
                label="What comes to its inbox?", choices=kinds, required=False, mark_optional=False
            )
