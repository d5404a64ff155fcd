"""The files that came with an answer."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from foundation.models import Document

BYTES_PER_KB = 1000
STATES = {
    Document.State.WAITING: "Waiting for the virus check",
    Document.State.CLEAN: "Checked: no virus found",
    Document.State.INFECTED: "A virus was found, so the file was removed",
}


def file_rows(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """The files, with what the virus check says; only checked ones lead anywhere."""
    return [
        {
            "name": document.name,
            "reference": document.reference,
            "size": f"{max(1, document.size // BYTES_PER_KB):,} kB",
            "state": STATES[Document.State(document.state)],
            "url": reverse("document", args=[document.reference]) if document.state == Document.State.CLEAN else "",
        }
        for document in documents
    ]
