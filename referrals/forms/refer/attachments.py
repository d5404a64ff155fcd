"""Files that go with a referral, and what each of them is."""

from typing import Any

from foundation.design.forms import ChoiceField, DateField, FileField, PortalForm, TextField
from foundation.models import Document
from referrals.models import DocumentKind
from referrals.rules.attachments import LONGEST_AUTHOR, NO_KIND, Attached


class DetailsForm(PortalForm):
    """What a document is, who wrote it and when."""

    page = "refer.document"
    kind = ChoiceField(label="What is it?", choices=DocumentKind.choices, small=True, required_message=NO_KIND)
    author = TextField(
        label="Who wrote or made it?",
        hint="Name and agency, if you know them.",
        noun="Who wrote it",
        max_length=LONGEST_AUTHOR,
        required=False,
    )
    written_on = DateField(
        label="On which day?",
        noun="The day on which it was written",
        hint="For example, 17 11 2026",
        not_future=True,
        required=False,
    )

    def attached(self) -> Attached:
        """What was said, once it is valid."""
        given = self.cleaned_data
        return Attached(given["kind"], given["author"] or "", given["written_on"] or None)

    @classmethod
    def of(cls, document: Document) -> "DetailsForm":
        """The form with what was said of a document before."""
        told = getattr(document, "referral_details", None)
        initial: dict[str, Any] = {"kind": told.kind, "author": told.author, "written_on": told.written_on} if told else {}
        return cls(initial=initial)


class DocumentsForm(DetailsForm):
    """One or several files of one kind. What each really is, the document store finds out."""

    page = "refer.documents"
    field_order = ("documents",)
    documents = FileField(
        label="Attach documents",
        hint="PDF, Word, Excel, plain text, email, or a JPEG, PNG or HEIC picture. Each smaller than 25 MB. "
        "What you answer below is kept for each file that you choose now; you can change it for one of them afterwards.",
        many=True,
        most_mb=10_000,
        required_message="Select a document",
    )
