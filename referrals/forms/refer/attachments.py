"""Files that go with a referral, and what each of them is."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from django.forms import BoundField

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
        return cls(initial=_said_of(document))


def _said_of(document: Document) -> dict[str, Any]:
    """What was said of a document so far."""
    told = getattr(document, "referral_details", None)
    return {"kind": told.kind, "author": told.author, "written_on": told.written_on} if told else {}


class DocumentsForm(DetailsForm):
    """One or several files of one kind. What each really is, the document store finds out."""

    page = "refer.documents"
    field_order = ("documents",)
    documents = FileField(
        label="Attach documents",
        hint="PDF, Word, Excel, plain text, email, or a JPEG, PNG or HEIC picture. Each smaller than 25 MB. "
        "If you choose several, the next page asks what each of them is.",
        many=True,
        most_mb=10_000,
        required_message="Select a document",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = False

    def clean(self) -> dict[str, Any]:
        """Ask what a single file is; of several the next page asks."""
        given = super().clean() or self.cleaned_data
        if len(given.get("documents") or ()) == 1 and not given.get("kind") and "kind" not in self.errors:
            self.add_error("kind", NO_KIND)
        return given


class EachDocumentForm(PortalForm):
    """What each of several files is, who wrote it and when."""

    page = "refer.each_document"

    def __init__(self, *args: Any, documents: Sequence[Document], **kwargs: Any) -> None:
        initial = {f"{name}_{one.reference}": said for one in documents for name, said in _said_of(one).items()}
        super().__init__(*args, initial=initial, **kwargs)
        self.documents = list(documents)
        for one in self.documents:
            self.fields |= {f"{name}_{one.reference}": deepcopy(field) for name, field in DetailsForm.base_fields.items()}

    def blocks(self) -> list[tuple[Document, list[BoundField]]]:
        """The questions file by file."""
        return [(one, [self[f"{name}_{one.reference}"] for name in DetailsForm.base_fields]) for one in self.documents]

    def attached(self) -> dict[str, Attached]:
        """What was said, once it is valid, by the reference of the file."""
        given = self.cleaned_data
        return {
            one.reference: Attached(
                given[f"kind_{one.reference}"],
                given[f"author_{one.reference}"] or "",
                given[f"written_on_{one.reference}"] or None,
            )
            for one in self.documents
        }
