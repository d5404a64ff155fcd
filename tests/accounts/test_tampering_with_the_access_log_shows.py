"""The application can neither change nor delete what was logged; what somebody else changes shows against the seals."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.utils import InternalError

from accounts.access_log import Action, log_look
from accounts.models import AccessLogEntry, AccessLogGeneration, AccessLogSeal
from accounts.selectors.access_log import damages
from accounts.services import access_log
from accounts.tasks import prepare_access_log_partitions, seal_access_log
from foundation import clock
from foundation.actors import SystemActor
from tests.factories import make_person

pytestmark = pytest.mark.django_db
SYSTEM = SystemActor("test")


def run(sql: str, *params: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def old_row(number: int, transaction_id: int, generation: int | None = None) -> None:
    """A row of a transaction that ended long ago, written in this server unless another generation is named."""
    run(
        "INSERT INTO accounts_accesslogentry (at, person, action, record_kind, record_reference, route, transaction, generation) "
        "VALUES (%s, 'NM-P-TEST', 'view', 'contact', %s, 'contact', %s::text::xid8, coalesce(%s, access_log_generation()))",
        clock.now() + timedelta(minutes=number),
        f"R{number}",
        str(transaction_id),
        generation,
    )


@pytest.fixture
def sealed() -> None:
    for number, transaction_id in enumerate((5, 3, 4, 4, 6)):
        old_row(number, transaction_id)
    access_log.seal_access_log(by=SYSTEM)


def without_protection(change: str) -> None:
    run("ALTER TABLE accounts_accesslogentry DISABLE TRIGGER append_only")
    run(change)
    run("ALTER TABLE accounts_accesslogentry ENABLE TRIGGER append_only")


def found() -> list[str]:
    return [damage.sentence for damage in damages()]


def test_an_untouched_log_agrees_with_its_seals(sealed: None) -> None:
    out = StringIO()
    call_command("verify_access_log", stdout=out)
    assert "1 blocks" in out.getvalue()
    assert AccessLogSeal.objects.get().rows >= 5


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE accounts_accesslogentry SET person = 'NM-P-ELSE' WHERE record_reference = 'R2'", "altered"),
        ("UPDATE accounts_accesslogentry SET at = at + interval '1 second' WHERE record_reference = 'R2'", "altered"),
        ("DELETE FROM accounts_accesslogentry WHERE record_reference = 'R2'", "1 of 5 rows were removed"),
        (
            (
                "INSERT INTO accounts_accesslogentry (at, person, action, record_kind, route, transaction, generation) "
                "SELECT at, 'NM-P-FORGED', action, record_kind, route, transaction, generation FROM accounts_accesslogentry "
                "WHERE record_reference = 'R3'"
            ),
            "1 rows were inserted among 5",
        ),
    ],
)
def test_altered_removed_and_inserted_rows_are_found(sealed: None, change: str, sentence: str) -> None:
    without_protection(change)
    assert len(found()) == 1
    assert sentence in found()[0]
    err = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("verify_access_log", stdout=StringIO(), stderr=err)
    assert caught.value.returncode == 1
    assert "Block 1" in err.getvalue()


def test_a_replaced_seal_breaks_the_chain(sealed: None) -> None:
    old_row(9, 7)
    access_log.seal_access_log(by=SYSTEM)
    assert found() == []
    run("ALTER TABLE accounts_accesslogseal DISABLE TRIGGER USER")
    run("UPDATE accounts_accesslogseal SET hash = repeat('a', 64) WHERE number = 1")
    assert any("chain is broken" in sentence for sentence in found())


def test_rows_of_transactions_that_still_run_are_left_for_the_next_block(sealed: None) -> None:
    log_look(by=make_person(), action=Action.VIEW, route="contact", record_kind="contact", record_reference="NOW")
    assert access_log.seal_access_log(by=SYSTEM) == 0


def test_many_rows_become_several_blocks_that_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "ROWS_IN_A_BLOCK", 2)
    for number in range(5):
        old_row(number, 3)
    assert access_log.seal_access_log(by=SYSTEM) == 3
    assert list(AccessLogSeal.objects.order_by("number").values_list("rows", flat=True)) == [2, 2, 1]
    assert found() == []


@pytest.mark.parametrize("statement", ["UPDATE accounts_accesslogentry SET person = 'x'", "DELETE FROM accounts_accesslogentry"])
def test_even_the_owner_changes_nothing_by_mistake(sealed: None, statement: str) -> None:
    with pytest.raises(InternalError, match="append-only"), transaction.atomic():
        run(statement)


@pytest.fixture
def application() -> Iterator[Any]:
    """A cursor of a connection in the application's own database role; nothing of it is kept."""
    parameters = connection.get_connection_params() | {"user": "portal_app"}
    session = psycopg2.connect(
        **{name: value for name, value in parameters.items() if name not in ("cursor_factory", "password")}
    )
    try:
        yield session.cursor()
    finally:
        session.rollback()
        session.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_accesslogentry SET person = 'x'",
        "DELETE FROM accounts_accesslogentry",
        "TRUNCATE accounts_accesslogentry",
        "UPDATE accounts_accesslogseal SET hash = 'x'",
        "DELETE FROM accounts_accesslogseal",
        "TRUNCATE accounts_accesslogseal",
        "UPDATE accounts_accessloggeneration SET server = 0",
        "DELETE FROM accounts_accessloggeneration",
        "DELETE FROM accounts_accesslogentry_other",
        "TRUNCATE accounts_accesslogentry_other",
        "UPDATE foundation_domainevent SET reason = 'x'",
        "ALTER TABLE accounts_accesslogentry DISABLE TRIGGER append_only",
        "DROP TABLE accounts_accesslogentry_other",
    ],
)
def test_the_application_s_database_role_may_not_change_what_is_append_only(application: Any, statement: str) -> None:
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        application.execute(statement)


def test_nor_may_it_reach_into_a_partition() -> None:
    access_log.prepare_access_log_partitions(by=SYSTEM)
    with connection.cursor() as cursor:
        for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"):
            cursor.execute("SELECT has_table_privilege('portal_app', 'accounts_accesslogentry_2026_11', %s)", [right])
            assert cursor.fetchone() == (False,)


def test_the_application_s_database_role_may_write_read_and_prepare_it(application: Any) -> None:
    application.execute("SELECT prepare_access_log_partitions('2026-11-18', 2)")
    application.execute(
        "INSERT INTO accounts_accesslogentry (at, person, action, record_kind, route) "
        "VALUES ('2026-11-18', 'NM-P-TEST', 'view', 'contact', 'contact')"
    )
    application.execute("SELECT count(*) FROM accounts_accesslogentry WHERE person = 'NM-P-TEST'")
    assert application.fetchone() == (1,)


def test_partitions_are_made_ahead_once_and_take_the_rows_of_their_month() -> None:
    for _ in range(2):
        prepare_access_log_partitions()
    log_look(by=make_person(), action=Action.VIEW, route="contact", record_kind="contact")
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tableoid::regclass::text FROM accounts_accesslogentry")
        assert cursor.fetchall() == [("accounts_accesslogentry_2026_11",)]
        cursor.execute("SELECT count(*) FROM pg_inherits WHERE inhparent = 'accounts_accesslogentry'::regclass")
        assert cursor.fetchone() == (4,)


def test_a_month_whose_rows_came_before_its_partition_stays_where_it_is() -> None:
    log_look(by=make_person(), action=Action.VIEW, route="contact", record_kind="contact")
    prepare_access_log_partitions()
    assert AccessLogEntry.objects.count() == 1


def test_the_task_seals() -> None:
    old_row(1, 3)
    seal_access_log()
    assert AccessLogSeal.objects.count() == 1


def test_a_look_needs_somebody_who_looks() -> None:
    with pytest.raises(ValueError, match="actor"):
        log_look(by=SystemActor(""), action=Action.VIEW, route="contact", record_kind="contact")


AN_OLD_SERVER, FAR_ON = 42, 9_000_000_000


def restored(*, sealed_before: bool) -> None:
    """The log of another server, whose transactions had come far, as a restore brings it here."""
    run("TRUNCATE accounts_accessloggeneration")
    run("INSERT INTO accounts_accessloggeneration (number, server) VALUES (1, %s)", AN_OLD_SERVER)
    for number in range(3):
        old_row(number, FAR_ON + number, generation=1)
    if sealed_before:
        access_log.seal_access_log(by=SYSTEM)


@pytest.mark.parametrize("sealed_before", [True, False])
def test_after_a_restore_into_a_new_server_old_and_new_rows_are_sealed_at_once(*, sealed_before: bool) -> None:
    restored(sealed_before=sealed_before)
    log_look(by=make_person(), action=Action.VIEW, route="contact", record_kind="contact", record_reference="NEW")
    old_row(7, 3)
    access_log.seal_access_log(by=SYSTEM)
    seals = list(AccessLogSeal.objects.order_by("number"))
    assert sum(seal.rows for seal in seals) == 4
    assert (seals[-1].last_generation, seals[-1].last_transaction) == (2, 3)
    assert found() == []


def test_the_same_server_stays_the_same_generation() -> None:
    for _ in range(2):
        log_look(by=make_person(), action=Action.VIEW, route="contact", record_kind="contact")
    assert AccessLogGeneration.objects.count() == 1
