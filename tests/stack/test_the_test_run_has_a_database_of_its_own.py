"""The throw-away server of the test run offers what every test relies on."""

import datetime as dt
import socket

import pytest
from django.db import connection
from pytest_socket import SocketConnectBlockedError

from foundation import clock

EXTENSIONS = {"pg_trgm", "btree_gist", "btree_gin", "unaccent", "fuzzystrmatch"}


@pytest.mark.django_db
def test_every_test_database_has_the_extensions() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        assert {name for (name,) in cursor.fetchall()} >= EXTENSIONS


@pytest.mark.django_db
def test_the_application_role_exists_and_the_owner_is_no_superuser() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolname LIKE 'portal\\_%'")
        assert dict(cursor.fetchall()) == {"portal_owner": False, "portal_app": False}


@pytest.mark.django_db
def test_no_trigger_is_ignored_and_that_is_said_beforehand() -> None:
    """Unsaid, each row that passes a trigger costs an error that is undone (portal/stack/prepare.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('pgtrigger.ignore')")
        assert cursor.fetchone() == ("{}",)


@pytest.mark.django_db
def test_no_statement_is_translated_to_machine_code_first() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_the_clock_stands_on_a_wednesday() -> None:
    assert clock.now() == dt.datetime(2026, 11, 18, 10, 0, tzinfo=dt.UTC)


@pytest.mark.real_time
def test_the_clock_runs_when_a_test_asks_for_it() -> None:
    assert clock.now() != dt.datetime(2026, 11, 18, 10, 0, tzinfo=dt.UTC)


@pytest.mark.filterwarnings("ignore:A test tried to use socket.socket.connect")
def test_the_network_is_off_beyond_this_machine() -> None:
    with socket.socket() as outside, pytest.raises(SocketConnectBlockedError):
        outside.connect(("192.0.2.1", 80))
