"""Batches of notifications, to who sent them and to the safeguarding lead of that agency; others of the force see none."""

from django.db.models import Q, QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids
from accounts.models import Agency, Person
from foundation.errors import NotVisible
from referrals.models import NoticeBatch, NoticeRow
from referrals.selectors.drafts import agencies_to_refer_for

SHOWN = 25


def police_of(person: Person) -> Agency | None:
    """The police agency for which the person refers; nothing for others."""
    return next((agency for agency in agencies_to_refer_for(person) if agency.kind == Agency.Kind.POLICE), None)


def visible_batches(person: Person) -> QuerySet[NoticeBatch]:
    """The batches that the person sent for an agency for which they still refer, and all of the agencies that they lead."""
    own = Q(received_by=person.actor_reference, agency__in=agencies_to_refer_for(person))
    return NoticeBatch.objects.filter(own | Q(agency__in=agency_ids(person, AGENCY_LEAD)))


def batches_of(person: Person) -> list[NoticeBatch]:
    """The newest batches that the person may see."""
    return list(visible_batches(person).prefetch_related("rows").order_by("-received_at", "-id")[:SHOWN])


def batch_for(person: Person, reference: str) -> NoticeBatch:
    """One batch with its rows, to who sent it and to the lead of its agency."""
    found = (
        visible_batches(person)
        .filter(reference=reference)
        .select_related("agency")
        .prefetch_related("rows__submission__contacts__child")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def rows_of(batch: NoticeBatch) -> list[NoticeRow]:
    """The rows of a batch as they were sent, each with its submission. Asked by those who decided who may see it."""
    return list(batch.rows.select_related("submission").order_by("number"))


def sees_batch(person: Person, batch: NoticeBatch) -> bool:
    """Whether the person may open it."""
    return visible_batches(person).filter(pk=batch.pk).exists()
