"""Documents: streamed to storage under a random key, scanned before anyone can open them, opened through their record's door."""

from foundation.documents.opening import (
    DOCUMENT_DOORS,
    DOORS_FOR_VISITORS,
    Door,
    Found,
    documents_of,
    documents_of_many,
    find_document,
    open_document,
)
from foundation.documents.removing import remove_document
from foundation.documents.storing import store

__all__ = [
    "DOCUMENT_DOORS",
    "DOORS_FOR_VISITORS",
    "Door",
    "Found",
    "documents_of",
    "documents_of_many",
    "find_document",
    "open_document",
    "remove_document",
    "store",
]
