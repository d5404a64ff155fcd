# ruff: noqa: SLF001  # fills the querysets of Django as Django does
"""Several questions to the database in one statement: a page that shows six things need not ask six times.

    read_together(messages, tasks, clocks)   # one statement; each of the three then gives its rows without asking again

Each question keeps its own order, limits and joins, and the database plans each by itself: they only travel together. Each
becomes one column of a single row, as JSON, and is read back into the very rows that the question would have given.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import QuerySet

from foundation.asked_often import Asked
from foundation.kept_ready import ask

Waiting = QuerySet[Any, Any] | Asked[Any]
_Reader = Callable[[Any], Any]
_PLAIN = (
    models.AutoField,
    models.BigAutoField,
    models.BooleanField,
    models.CharField,
    models.IntegerField,
    models.JSONField,
    models.TextField,
)
"""What is in JSON what it is in Python."""


def read_together(*asked: Any) -> None:
    """Read these querysets, and what is asked often, in one statement; what is read already, and anything else, is passed over.

    What they prefetch is asked for afterwards, when their rows are first wanted, as ever. Refuses (TypeError) a column that JSON
    would not give back as it was, such as a number with decimals: a queryset that has one is read by itself.
    """
    waiting = [rows for rows in asked if _waits(rows)]
    made = [one for one in map(_Question.of, waiting) if one is not None]
    if not made:
        return
    columns = ", ".join(one.sql for one in made)
    with connections[made[0].compiler.using].cursor() as cursor:
        ask(cursor, f"SELECT {columns}", [value for one in made for value in one.params])
        (found,) = cursor.fetchall()
    for one, text in zip(made, found, strict=True):
        one.give(text)


def _waits(rows: Any) -> bool:
    if isinstance(rows, Asked):
        return rows.found is None
    return isinstance(rows, QuerySet) and rows._result_cache is None


class _Question:
    """One queryset on its way: its SQL as a column, and the compiler that knows what its rows are made of."""

    def __init__(self, rows: Waiting) -> None:
        self.rows = rows
        self.compiler: Any = rows.compiler() if isinstance(rows, Asked) else rows.query.get_compiler(using=rows.db)
        sql, self.params = self.compiler.as_sql()
        self.readers = [_reader(expression.output_field) for expression, _sql, _alias in self.compiler.select]
        names = ", ".join(f"c{place}" for place in range(len(self.readers)))
        self.sql = f"(SELECT json_agg(q)::text FROM ({sql}) AS q({names}))"  # noqa: S608  # the statement that Django made

    @classmethod
    def of(cls, rows: Waiting) -> "_Question | None":
        """The question, or None where Django knows the answer: there are no such rows."""
        try:
            return cls(rows)
        except EmptyResultSet:
            if isinstance(rows, QuerySet):  # what is asked often has known it from the first
                rows._result_cache = []
            return None

    def give(self, text: str | None) -> None:
        """Let the queryset have its rows."""
        read = [(place, reader) for place, reader in enumerate(self.readers) if reader is not None]
        found = []
        for row in json.loads(text or "[]"):
            values = list(row.values())
            for place, reader in read:
                if values[place] is not None:
                    values[place] = reader(values[place])
            found.append(values)
        answered = _Answered(self.compiler, found)
        if isinstance(self.rows, Asked):
            self.rows.read(answered)
            return
        source: Any = self.rows.all()
        source.query.get_compiler = lambda *_args, **_more: answered
        self.rows._result_cache = list(source._iterable_class(source))


class _Answered:
    """Stands where Django expects the compiler that asks the database: the answer is here."""

    def __init__(self, compiler: Any, found: Sequence[Sequence[Any]]) -> None:
        self.select, self.klass_info = compiler.select, compiler.klass_info
        self.annotation_col_map, self.col_count = compiler.annotation_col_map, compiler.col_count
        self.found = found

    def execute_sql(self, *_: Any, **__: Any) -> list[Sequence[Sequence[Any]]]:
        return [self.found]

    def results_iter(self, *_: Any, **__: Any) -> Iterable[Sequence[Any]]:
        return iter([tuple(row) for row in self.found])


def _reader(field: Any) -> _Reader | None:
    """How a value of this field is read from JSON; None where it is what it should be."""
    if isinstance(field, models.ForeignKey):
        return _reader(field.target_field)
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat
    if isinstance(field, models.UUIDField):
        return UUID
    if isinstance(field, models.DateField):
        return date.fromisoformat
    if isinstance(field, models.TimeField):
        return time.fromisoformat
    if isinstance(field, ArrayField):
        inner = _reader(field.base_field)
        return None if inner is None else lambda values: [None if one is None else inner(one) for one in values]
    if isinstance(field, _PLAIN):
        return None
    raise TypeError(f"A column of {type(field).__name__} is not read together with others.")


def hand_out(rows: Iterable[models.Model], to: Iterable[models.Model], *, name: str) -> None:
    """Give each of the records `to` its own of some rows that were read besides, as if `name` had been prefetched."""
    owners = list(to)
    if not owners:
        return
    meta: Any = owners[0]._meta  # relations are found there
    field = meta.get_field(name).field
    of_each: dict[Any, list[models.Model]] = {}
    for row in rows:
        of_each.setdefault(getattr(row, field.attname), []).append(row)
    for owner in owners:
        mine = getattr(owner, name).get_queryset()
        mine._result_cache, mine._prefetch_done = of_each.get(owner.pk, []), True
        vars(owner).setdefault("_prefetched_objects_cache", {})[name] = mine
