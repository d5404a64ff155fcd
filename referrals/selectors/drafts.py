"""Drafts, to those who write them."""

from typing import Any

from django.db.models import QuerySet

from accounts.access_table import agency_ids
from accounts.models import Agency, Person, Visitor
from accounts.selectors.visitors import agencies_of_visitor
from foundation import clock
from foundation.errors import NotVisible
from foundation.models import Document
from referrals.access import REFERRERS
from referrals.models import Draft
from referrals.selectors.attachments import documents_with_details

Writer = Person | Visitor
"""Who writes a referral: somebody who may refer for their agency, or a visitor, who may for those with their email domain."""


def as_writer(writer: Writer) -> dict[str, Any]:
    """The column of a draft that says who writes it."""
    return {"visitor": writer} if isinstance(writer, Visitor) else {"author": writer}


def agencies_to_refer_for(writer: Writer) -> list[Agency]:
    """The agencies for which they may refer today, by name."""
    if isinstance(writer, Visitor):
        return list(agencies_of_visitor(writer))
    return list(Agency.objects.filter(pk__in=agency_ids(writer, *REFERRERS.roles)).order_by("name", "pk"))


def own_drafts(writer: Writer) -> QuerySet[Draft]:
    """Every draft that they began for an agency for which they may still refer, whatever became of it."""
    return Draft.objects.filter(**as_writer(writer), agency__in=agency_ids_to_refer_for(writer))


def agency_ids_to_refer_for(writer: Writer) -> frozenset[int]:
    """The numbers of the agencies for which they may refer today."""
    if isinstance(writer, Visitor):
        return frozenset(agency.pk for agency in agencies_of_visitor(writer))
    return agency_ids(writer, *REFERRERS.roles)


def drafts_of(writer: Writer) -> list[Draft]:
    """Their unsent drafts, the one saved last first."""
    return list(
        own_drafts(writer)
        .filter(submitted_at__isnull=True, discarded_at__isnull=True, expires_at__gt=clock.now())
        .order_by("-last_saved_at", "-id")[:50]
    )


def draft_for(writer: Writer, reference: str) -> Draft:
    """Their own draft, open, sent or discarded; somebody else's does not exist for them, nor does one that has lapsed."""
    draft = own_drafts(writer).select_related("agency", "submission").filter(reference=reference).first()
    if draft is None or (draft.open and draft.expires_at <= clock.now()):
        raise NotVisible
    return draft


def documents_of_draft(writer: Writer, draft: Draft) -> list[Document]:
    """The files attached to their own draft, oldest first."""
    if not own_drafts(writer).filter(pk=draft.pk).exists():
        raise NotVisible
    return list(documents_with_details("draft", draft.reference))
