"""One after the other, where there is no row that could be locked: none yet, or one that nobody may change.

The database locks a row only for whoever may change it, and the application may change no append-only table.
"""

from django.db import connection
from django.db.models import Model


def take_turns(over: str) -> None:
    """Wait until every other transaction that takes turns over the same thing has ended. Part of a service.

    `over` begins with the name of the app, so that two apps never wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [over])


def hold_record(record: Model) -> None:
    """Wait until every other transaction that holds this record has ended: what belongs to an append-only record is then read."""
    take_turns(f"{record._meta.label_lower}.{record.pk}")
