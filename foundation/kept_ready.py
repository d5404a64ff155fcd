"""Statements that a connection to the database keeps ready, so that a long question is not planned anew each time it is asked.

    ask(cursor, "SELECT … WHERE id = %s", [7])   # as cursor.execute; from the second time on what stands ready is only executed

For a question over a dozen tables the database thinks longer than it looks. PostgreSQL plans what is kept with its values for the
first five times, then once for all values where that is not dearer, and again when a table has changed. A parameter is declared
with the type that its value has when it is written into the statement, so that both ways ask the same.

What is kept belongs to one connection (a pool that gives each transaction another connection must keep it apart; decision 38).
"""

import logging
import re
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

import psycopg2
from django.conf import settings

MOST_READY = 40
"""So many statements a connection keeps; the one that was not asked for longest gives way."""
MOST_SEEN = 400
INTEGER, BIGINT = 2**31, 2**63

logger = logging.getLogger(__name__)

_PLACE = re.compile(r"%(s|%)")
_TYPES: dict[type, str] = {
    bool: "boolean",
    date: "date",
    time: "time",
    UUID: "uuid",
}
"""As psycopg2 writes a value of the type. A text has no type until the place where it stands gives it one: see `_type`."""
_LISTS = {"unknown": "text[]", "integer": "integer[]"}

Key = tuple[str, tuple[str, ...]]


class _Ready:
    """What one connection keeps."""

    def __init__(self) -> None:
        self.names: OrderedDict[Key, str | None] = OrderedDict()
        """None: it cannot be kept."""
        self.seen: OrderedDict[Key, int] = OrderedDict()
        self.made = 0


_OF_CONNECTIONS: "WeakKeyDictionary[Any, _Ready]" = WeakKeyDictionary()


def ask(cursor: Any, sql: str, params: Sequence[Any]) -> None:
    """Execute a statement on a cursor of Django or psycopg2, kept ready where it has been asked before on its connection."""
    name = _name(cursor.connection, sql, params)
    if name is None:
        cursor.execute(sql, params)
        return
    places = f"({', '.join(['%s'] * len(params))})" if params else ""
    cursor.execute(f"EXECUTE {name}{places}", params)


def _name(connection: Any, sql: str, params: Sequence[Any]) -> str | None:
    """What the statement is called by its connection, which keeps it now if it is time; None: it is asked as it is."""
    if settings.KEPT_READY_AT is None:
        return None
    told = [_type(value) for value in params]
    types = tuple(one for one in told if one)
    if len(types) < len(told):
        return None
    ready = _OF_CONNECTIONS.setdefault(connection, _Ready())
    key: Key = sql, types
    if key in ready.names:
        ready.names.move_to_end(key)
        return ready.names[key]
    ready.seen[key] = ready.seen.pop(key, 0) + 1
    if ready.seen[key] < settings.KEPT_READY_AT:
        if len(ready.seen) > MOST_SEEN:
            ready.seen.popitem(last=False)
        return None
    del ready.seen[key]
    ready.names[key] = _keep(connection, ready, key)
    if len(ready.names) > MOST_READY:
        _key, old = ready.names.popitem(last=False)
        if old is not None:
            _run(connection, f"DEALLOCATE {old}")
    return ready.names[key]


def _keep(connection: Any, ready: _Ready, key: Key) -> str | None:
    sql, types = key
    ready.made += 1
    name, numbers = f"kept_{ready.made}", iter(range(1, len(types) + 1))
    told = _PLACE.sub(lambda found: f"${next(numbers)}" if found[1] == "s" else "%", sql)
    declared = f" ({', '.join(types)})" if types else ""
    in_transaction = connection.info.transaction_status != psycopg2.extensions.TRANSACTION_STATUS_IDLE
    before, after = ("SAVEPOINT keeping; ", "; RELEASE SAVEPOINT keeping") if in_transaction else ("", "")
    try:
        _run(connection, f"{before}PREPARE {name}{declared} AS {told}{after}")
    except psycopg2.Error as error:
        if settings.KEPT_READY_OR_FAIL:
            raise
        logger.warning("A statement cannot be kept ready (%s); it is asked as it is.", error.pgcode)
        if in_transaction:
            _run(connection, "ROLLBACK TO SAVEPOINT keeping")
        return None
    return name


def _run(connection: Any, sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _type(value: Any) -> str | None:
    """The type that a value has in a statement; None where it cannot be said, and the statement is not kept."""
    if isinstance(value, str):  # one of a list of choices too
        return "unknown"
    if type(value) is int:
        return "integer" if -INTEGER <= value < INTEGER else "bigint" if -BIGINT <= value < BIGINT else None
    if type(value) is datetime:
        return "timestamptz" if value.tzinfo else None
    if type(value) is list:
        kinds = {_type(one) for one in value}
        return _LISTS.get(kinds.pop() or "") if len(kinds) == 1 else None
    return _TYPES.get(type(value))
