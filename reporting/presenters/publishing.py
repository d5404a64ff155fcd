"""Wording of published editions and of to whom they were sent."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from reporting.models import Dispatch, Publication
from reporting.selectors.publishing import ToSend


def published_rows(found: Iterable[Publication]) -> list[dict[str, Any]]:
    """The report of each year, for everybody."""
    return [
        {
            "year": one.edition.year,
            "href": reverse("reporting:published", args=[one.edition.year]),
            "pdf": reverse("reporting:published_pdf", args=[one.edition.year, one.edition.number]),
            "pages": one.edition.pages,
            "bytes": one.edition.pdf_bytes,
            "on": one.published_on,
        }
        for one in found
    ]


def dispatch_rows(found: Iterable[Dispatch]) -> list[dict[str, Any]]:
    """To whom it was sent."""
    return [
        {
            "recipient": one.recipient,
            "how": one.get_how_display(),
            "email": one.email,
            "sent_on": one.sent_on,
            "received_on": one.received_on,
            "note": one.received_note,
            "href": reverse("reporting:note_receipt", args=[one.publication.edition.reference, one.reference]),
        }
        for one in found
    ]


def to_send_rows(found: Iterable[ToSend], today: date) -> list[dict[str, Any]]:
    """To whom it usually goes and has not gone."""
    return [
        {"recipient": one.recipient, "due_on": one.due_on, "late": one.due_on is not None and one.due_on < today} for one in found
    ]
