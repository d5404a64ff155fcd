"""On a database of its own every migration of the house is taken back, one by one, and applied again."""

import gc
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

SCHEMA = """
SELECT 'column', table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
WHERE table_schema = 'public'
UNION ALL SELECT 'index', tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '' FROM pg_constraint
WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), '', '' FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', proname, pg_get_functiondef(oid), '', '', '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
ORDER BY 1, 2, 3, 4
"""

LEAVE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = '{}'
"""  # sessions that ended threads have left


@pytest.fixture
def scratch(transactional_db: None) -> Iterator[None]:
    """The test stands on a copy of the migrated database of the tests."""
    real = connection.settings_dict["NAME"]
    copy = f"{real}_migrations"
    ask(f'DROP DATABASE IF EXISTS "{copy}"', LEAVE.format(real), f'CREATE DATABASE "{copy}" TEMPLATE "{real}"')
    connection.settings_dict["NAME"] = copy
    gc.freeze()  # otherwise every collection goes through the whole test run, for each of hundreds of states
    try:
        yield
    finally:
        gc.unfreeze()
        ask(f'DROP DATABASE "{copy}"')
        connection.settings_dict["NAME"] = real


def ask(*statements: str) -> None:
    """Run statements from another database: nobody may be connected to the one that is copied."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def schema() -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(SCHEMA)
        return list(cursor.fetchall())


def applied() -> list[tuple[str, str]]:
    return [key for key in MigrationExecutor(connection).loader.applied_migrations if key[0] in settings.APPS_OF_THE_HOUSE]


def migrate(*targets: tuple[str, str | None]) -> None:
    MigrationExecutor(connection).migrate(list(targets))


@pytest.mark.django_db(transaction=True)
def test_all_the_way_back_and_forth(scratch: None) -> None:
    complete, there = schema(), applied()
    assert len(there) >= 10
    migrate(*((app, None) for app in settings.APPS_OF_THE_HOUSE if app not in {"accounts", "foundation"}))
    call_command("migrate", "accounts", "zero", verbosity=0)  # with what is done after each command
    migrate(("foundation", None))
    assert applied() == []
    left = {row[1] for row in schema() if row[0] in {"column", "trigger", "function"}}
    assert [name for name in left if name.split("_")[0] in settings.APPS_OF_THE_HOUSE or "access_log" in name] == []
    migrate(*MigrationExecutor(connection).loader.graph.leaf_nodes())
    assert sorted(applied()) == sorted(there)
    assert schema() == complete
