"""Files that go with a referral."""

from foundation.design.forms import FileField, PortalForm


class DocumentsForm(PortalForm):
    """One or several files. What each really is, the document store finds out."""

    page = "refer.documents"
    documents = FileField(
        label="Attach documents",
        hint="PDF, Word, Excel, plain text, email, or a JPEG, PNG or HEIC picture. Each smaller than 25 MB.",
        many=True,
        most_mb=10_000,
        required_message="Select a document",
    )
