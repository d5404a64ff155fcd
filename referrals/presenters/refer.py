"""The words of a referral's documents."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from foundation.models import Document
from referrals.models import Draft

DOCUMENT_STATES = {
    Document.State.WAITING: "Waiting for the virus check. It goes with the referral, and opens once it is found clean.",
    Document.State.CLEAN: "Checked: no virus found",
    Document.State.INFECTED: "A virus was found, so the file was removed. Attach a clean copy.",
}
BYTES_PER_KB = 1000


def document_words(document: Document) -> str:
    """What a document is, by whom and of which day, as whoever attached it said; empty where nothing was said."""
    told = getattr(document, "referral_details", None)
    if told is None:
        return ""
    by = f"by {told.author}" if told.author else ""
    parts = (told.get_kind_display(), by, words.date(told.written_on) if told.written_on else "")
    return ", ".join(part for part in parts if part)


def document_rows(documents: Sequence[Document], draft: Draft | None = None) -> list[dict[str, Any]]:
    """The files of a draft or submission, with what the virus check says."""
    return [
        {
            "reference": document.reference,
            "name": document.name,
            "size": f"{max(1, document.size // BYTES_PER_KB):,} kB",
            "state": DOCUMENT_STATES[Document.State(document.state)],
            "clean": document.state == Document.State.CLEAN,
            "url": reverse("document", args=[document.reference]),
            "what": document_words(document),
            "describe_url": reverse("referrals:describe_document", args=[draft.reference, document.reference]) if draft else "",
            "remove_url": reverse("referrals:remove_document", args=[draft.reference, document.reference]) if draft else "",
        }
        for document in documents
    ]
