"""Wording of files that belong to a record of the board."""

from collections.abc import Iterable

from django.urls import reverse

from board.presenters.papers import size_words
from foundation.documents.opening import why_closed
from foundation.models import Document


def file_rows(documents: Iterable[Document]) -> list[dict[str, str]]:
    """Each file: its name, the way to it once it is clean, and what it is, or why it does not open."""
    return [_row(document) for document in documents]


def _row(document: Document) -> dict[str, str]:
    closed = why_closed(document)
    return {
        "name": document.name,
        "reference": document.reference,
        "href": "" if closed else reverse("document", args=[document.reference]),
        "text": closed or f"{document.name.rsplit('.', 1)[-1].upper()}, {size_words(document.size)}",
    }
