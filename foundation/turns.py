"""One after the other, where there is no row yet to lock."""

from django.db import connection


def take_turns(over: str) -> None:
    """Wait until every other transaction that takes turns over the same thing has ended. Part of a service.

    `over` begins with the name of the app, so that two apps never wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [over])
