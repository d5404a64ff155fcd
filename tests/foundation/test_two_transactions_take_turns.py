"""Where there is no row yet to lock, a transaction waits for those that do the same; the lock is taken in one place."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from foundation.turns import take_turns

ASKED = "SELECT pg_try_advisory_xact_lock(hashtext(%s))"


@pytest.mark.django_db
def test_another_connection_does_not_get_the_turn_meanwhile() -> None:
    take_turns("tests.once")
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(ASKED, ["tests.once"])
            assert cursor.fetchone() == (False,)
            cursor.execute(ASKED, ["tests.twice"])
            assert cursor.fetchone() == (True,)
    finally:
        other.close()


def test_nothing_else_takes_such_a_lock() -> None:
    files = [file for app in [*settings.APPS_OF_THE_HOUSE, "portal"] for file in Path(settings.BASE_DIR, app).rglob("*.py")]
    asking = [file for file in files if "pg_advisory" in file.read_text(encoding="utf-8")]
    assert asking == [Path(settings.BASE_DIR, "foundation", "turns.py")]
