"""Sealed links: which of them can still be opened, and what the office tells by telephone."""

from django.db.models import QuerySet

from accounts.models import SealedLink
from accounts.one_time_codes import MOST_TRIES, digits_of
from foundation import clock


def link_to_send(reference: str) -> SealedLink | None:
    """A sealed link that can still be opened, for the mail that takes it."""
    return links_to_open().filter(reference=reference).first()


def link_behind(secret_hash: str) -> SealedLink | None:
    """The sealed link of a secret, while it can be opened."""
    return links_to_open().filter(secret_hash=secret_hash).first()


def opened_link(reference: str) -> SealedLink | None:
    """The sealed link of a session, until it is ended."""
    opened = SealedLink.objects.filter(reference=reference, opened_at__isnull=False, ended_at__isnull=True)
    return opened.select_related("agency").first()


def links_to_record(page: str, subject: str) -> dict[int, SealedLink]:
    """The newest sealed link to a page about a record for each seat. Asked by pages that have decided who may see it."""
    return {link.seat: link for link in SealedLink.objects.filter(page=page, subject=subject).order_by("made_at", "pk")}


def links_to_open() -> QuerySet[SealedLink]:
    """The sealed links that nobody has opened and that can still be."""
    waiting = SealedLink.objects.filter(opened_at__isnull=True, ended_at__isnull=True)
    return waiting.filter(expires_at__gt=clock.now(), tries__lt=MOST_TRIES).select_related("agency")


def can_be_opened(link: SealedLink) -> bool:
    """Whether a link that was read is one of them."""
    return links_to_open().filter(pk=link.pk).exists()


def code_to_tell(link: SealedLink) -> str:
    """The digits that open a link, for whoever tells them by telephone."""
    return digits_of(link.reference, link.made_at.isoformat())
