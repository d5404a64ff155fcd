"""Who has a contact open, and the columns of the queue."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from accounts.models import Person
from foundation import clock, events
from foundation.service import service
from referrals.models import Contact, Presence, QueueColumns
from referrals.rules.queue import Beside, check_columns

QUEUE = events.Subject("queue", "columns")

NOTE = """
WITH gone AS (
    DELETE FROM referrals_presence WHERE contact_id = %(contact)s AND seen_at < %(lapsed)s AND person_id <> %(person)s),
mine AS (
    INSERT INTO referrals_presence (contact_id, person_id, since_at, seen_at) VALUES (%(contact)s, %(person)s, %(now)s, %(now)s)
    ON CONFLICT (contact_id, person_id) DO UPDATE SET seen_at = EXCLUDED.seen_at,
        since_at = CASE WHEN referrals_presence.seen_at < %(lapsed)s THEN EXCLUDED.since_at ELSE referrals_presence.since_at END)
SELECT p.name, r.since_at FROM referrals_presence r JOIN accounts_person p ON p.id = r.person_id
WHERE r.contact_id = %(contact)s AND r.person_id <> %(person)s AND r.seen_at >= %(lapsed)s ORDER BY r.since_at, p.name
"""


@service
def note_presence(*, by: Person, contact: Contact) -> list[Beside]:
    """Note that somebody of the MASH looks at a contact that they may see, and say who else does; in one statement."""
    values: dict[str, Any] = {"contact": contact.pk, "person": by.pk, "now": clock.now(), "lapsed": _lapsed()}
    with connection.cursor() as cursor:
        cursor.execute(NOTE, values)
        return [Beside(name, since) for name, since in cursor.fetchall()]


@service
def set_queue_columns(*, by: Person, columns: Sequence[str]) -> QueueColumns:
    """Let the queue show these columns from now on, for everybody. Refuses what `check_columns` refuses."""
    chosen = check_columns(columns)
    made = QueueColumns.objects.create(columns=list(chosen), set_at=clock.now(), set_by=by.actor_reference)
    events.record(verb="referrals.queue_columns_set", by=by, subject=QUEUE, data={"columns": ", ".join(chosen)})
    return made


def forget_presence() -> None:
    """Forget who looked at what some minutes ago. Part of purging drafts."""
    Presence.objects.filter(seen_at__lt=_lapsed()).delete()


def _lapsed() -> datetime:
    return clock.now() - timedelta(minutes=settings.PRESENCE_MINUTES)
