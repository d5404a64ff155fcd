"""A statement that is asked again is kept ready by its connection, and answers as it does when it is asked as it is."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.models import TextChoices

from foundation import kept_ready
from foundation.kept_ready import ask

pytestmark = pytest.mark.django_db

VALUES = [7, 2**40, True, "it’s “text” 100%", date(2026, 11, 18), datetime(2026, 11, 18, 10, tzinfo=UTC), time(9, 5)]


class Colour(TextChoices):
    RED = "red", "Red"


LISTS = [[Colour.RED], [1, 2], ["a", "b’"], [True, False], [2**40], []]
OTHERS = [None, 2**70, 1.5, UUID(int=7).hex]


def answer(sql: str, *params: Any) -> list[Any]:
    with connection.cursor() as cursor:
        ask(cursor, sql, params)
        return cursor.fetchall()


def kept() -> list[str]:
    return [row[0] for row in plainly("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time")]


def plainly(sql: str, *params: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    connection.ensure_connection()
    kept_ready._OF_CONNECTIONS.pop(connection.connection, None)
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")


@pytest.mark.parametrize("value", [*VALUES, *LISTS, *OTHERS], ids=repr)
def test_it_answers_as_it_does_when_it_is_asked_as_it_is(value: Any) -> None:
    asked = ("SELECT to_json(told)::text, '100%%' FROM (SELECT %s AS value FROM generate_series(1, 2)) told", value)
    for _time in range(3):
        assert answer(*asked) == plainly(*asked)


@pytest.mark.parametrize("value", [value for value in [*VALUES, *LISTS] if not isinstance(value, str)], ids=repr)
def test_a_value_has_the_type_that_it_has_otherwise(value: Any) -> None:
    asked = ("SELECT pg_typeof(%s)::text", value)
    assert answer(*asked) == plainly(*asked)


def test_it_is_kept_from_the_second_time_on(settings: Any) -> None:
    settings.KEPT_READY_AT = 2
    assert answer("SELECT 1 + %s", 1) == [(2,)]
    assert kept() == []
    assert answer("SELECT 1 + %s", 2) == [(3,)]
    assert answer("SELECT 1 + %s", 3) == [(4,)]
    assert len(kept()) == 1


def test_values_of_another_type_are_another_statement() -> None:
    assert answer("SELECT %s + 1", 1) == [(2,)]
    assert answer("SELECT %s + 1", 2**40) == [(2**40 + 1,)]
    assert len(kept()) == 2


def test_one_of_a_list_of_choices_is_a_text() -> None:
    assert answer("SELECT 'red' = %s", Colour.RED) == [(True,)]
    assert answer("SELECT 'red' = %s", "red") == [(True,)]
    assert len(kept()) == 1


def test_without_values_too() -> None:
    assert answer("SELECT 1, '%%'") == [(1, "%")]
    assert len(kept()) == 1


def test_the_one_not_asked_for_longest_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_ready, "MOST_READY", 2)
    for number in (1, 2, 1, 3):
        answer(f"SELECT {number} + %s", 1)
    assert [one.split("SELECT ")[1][0] for one in kept()] == ["1", "3"]


def test_of_those_seen_once_few_are_remembered(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.KEPT_READY_AT = 2
    monkeypatch.setattr(kept_ready, "MOST_SEEN", 2)
    for number in (1, 2, 3, 1):
        answer(f"SELECT {number} + %s", 1)
    assert kept() == []


def test_what_cannot_be_kept_is_asked_as_it_is_and_the_transaction_goes_on(settings: Any) -> None:
    settings.KEPT_READY_OR_FAIL = False
    with transaction.atomic():
        for _time in range(2):
            assert answer("SELECT jsonb_build_object(%s, 1)", "a") == [('{"a": 1}',)]
            assert plainly("SELECT 1") == [(1,)]
    assert kept() == []


def test_an_error_of_the_statement_itself_is_an_error() -> None:
    with pytest.raises(Exception, match="division by zero"), transaction.atomic():
        answer("SELECT 1 / %s", 0)
    assert answer("SELECT 1 / %s", 1) == [(1,)]
