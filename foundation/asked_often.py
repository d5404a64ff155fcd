"""Questions that are asked again and again in the same shape, whose SQL is written once in the life of a process.

    HOLDINGS = AskedOften(lambda person, today: RoleHolding.objects.filter(person=person, starts_on__lte=today))
    HOLDINGS.rows(person=person.pk, today=clock.today())
    read_together(HOLDINGS.asked(person=person.pk, today=clock.today()), messages)

Most of what Django does for a small question is writing its SQL. Here the question is put twice with marks in the place of the
values; both must give the same statement, with the marks and nothing else different, or the question is refused (TypeError): a
value that shapes the statement, or that is changed on its way there, cannot be filled in later.

Several values of a kind (`{field}__in=values`) are given as a tuple. The statement is written for one, two, four, eight … of
them; where there are fewer, the last stands there again, which finds nothing more.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

Row = TypeVar("Row")
Shape = tuple[tuple[str, type, int], ...]
"""Of each value its name, its type, and how many of them there are (-1: the value itself)."""

_MARKS: dict[type, Callable[[int], Any]] = {
    int: lambda number: 2_000_000_011 + number,
    str: lambda number: f"asked often {number} \u2063",
    date: lambda number: date(1801, 1, 1) + timedelta(days=number),
    datetime: lambda number: datetime(1801, 1, 1, 0, 0, 7, tzinfo=UTC) + timedelta(days=number),
}
"""What stands for a value of each type while the statement is written; no true value is like it."""
_OTHERS = 1_000_003
"""The second time the marks are others: they begin so much further."""


class AskedOften(Generic[Row]):
    """A question of fixed shape. `build` gives its queryset; what it is given are whole numbers, texts, days and moments."""

    def __init__(self, build: Callable[..., "QuerySet[Any, Row]"]) -> None:
        self.build = build
        self._written: dict[Shape, _Written | None] = {}

    def asked(self, **values: Any) -> "Asked[Row]":
        """The question with these values, not yet read: by itself when its rows are wanted, or together with others."""
        values = {name: _filled_up(value) for name, value in values.items()}
        shape = tuple(_shape(name, value) for name, value in values.items())
        if shape not in self._written:
            self._written[shape] = self._write(shape)
        return Asked(self._written[shape], values)

    def rows(self, **values: Any) -> list[Row]:
        """The rows that the question gives with these values."""
        return list(self.asked(**values))

    def _write(self, shape: Shape) -> "_Written | None":
        first, second = _marks(shape, 0), _marks(shape, _OTHERS)
        try:
            asked = self.build(**first)
            compiler, (sql, params) = _compiled(asked)
            _again, (sql_again, params_again) = _compiled(self.build(**second))
        except EmptyResultSet:
            return None
        if sql != sql_again:
            raise TypeError("The values shape the statement of a question that is asked often.")
        places = [_place(one, other, first, second) for one, other in zip(params, params_again, strict=True)]
        used = {place[0] for place in places if isinstance(place, tuple)}
        unused = {name for name, _kind, many in shape if many} - used
        if unused and all(many for _name, _kind, many in shape):  # beside an empty tuple Django leaves out what cannot be true
            raise TypeError(f"A question that is asked often does not ask for {', '.join(sorted(unused))}.")
        return _Written(asked, compiler, sql, places)


class _Fixed:
    """A parameter of the statement that is always the same."""

    def __init__(self, value: Any) -> None:
        self.value = value


class _Written:
    """The statement, and the compiler that knows what its rows are made of."""

    def __init__(self, asked: "QuerySet[Any, Any]", compiler: Any, sql: str, places: Sequence[Any]) -> None:
        self.asked, self.compiler, self.sql, self.places = asked, compiler, sql, places

    def compiler_for(self, values: dict[str, Any]) -> Any:
        """A compiler of Django that has the statement ready, with these values in their places."""
        params = tuple(
            place.value if isinstance(place, _Fixed) else values[place[0]] if place[1] < 0 else values[place[0]][place[1]]
            for place in self.places
        )
        compiler = copy(self.compiler)
        compiler.connection = connections[compiler.using]  # each thread has its own
        compiler.as_sql = lambda *_args, **_more: (self.sql, params)
        return compiler


class Asked(Generic[Row]):
    """One question on its way to its rows; it cannot be narrowed any more."""

    def __init__(self, written: _Written | None, values: dict[str, Any]) -> None:
        self.written, self.values = written, values
        self.found: list[Row] | None = [] if written is None else None
        """Its rows, once they are read; at once where Django knows that there are none."""

    def compiler(self) -> Any:
        """What asks the database."""
        return self.written.compiler_for(self.values) if self.written else None

    def read(self, compiler: Any) -> None:
        """Let the question have its rows from this compiler, made as Django makes them."""
        source: Any = self.written.asked.all() if self.written else None
        source.query.get_compiler = lambda *_args, **_more: compiler
        self.found = list(source._iterable_class(source))  # noqa: SLF001

    def __iter__(self) -> Iterator[Row]:
        if self.found is None:
            self.read(self.compiler())
        return iter(self.found or ())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _compiled(asked: "QuerySet[Any, Any]") -> tuple[Any, tuple[str, Sequence[Any]]]:
    compiler: Any = asked.query.get_compiler(using=asked.db)
    return compiler, compiler.as_sql()


def _filled_up(value: Any) -> Any:
    """Of several values as many as the next power of two, so that a process keeps few statements."""
    if type(value) is not tuple or len(value) < 3:  # one and two are powers themselves
        return value
    return value + value[-1:] * ((1 << (len(value) - 1).bit_length()) - len(value))


def _shape(name: str, value: Any) -> tuple[str, type, int]:
    if isinstance(value, str):
        return name, str, -1
    if type(value) is not tuple:
        return name, _known(type(value)), -1
    kinds = {type(one) for one in value} or {int}
    if len(kinds) > 1:
        raise TypeError(f"The values of {name} are of several types.")
    return name, _known(kinds.pop()), len(value)


def _known(kind: type) -> type:
    if kind not in _MARKS:
        raise TypeError(f"A value of type {kind.__name__} is not filled in; read it by an ordinary question.")
    return kind


def _marks(shape: Shape, start: int) -> dict[str, Any]:
    numbers = count(start)
    return {
        name: _MARKS[kind](next(numbers)) if many < 0 else tuple(_MARKS[kind](next(numbers)) for _ in range(many))
        for name, kind, many in shape
    }


def _place(one: Any, other: Any, first: dict[str, Any], second: dict[str, Any]) -> Any:
    """Which value is to stand in the place of a parameter: (name, place among several or -1), or what always stands there."""
    for name, mark in first.items():
        several = isinstance(mark, tuple)
        pairs = zip(mark, second[name], strict=True) if several else [(mark, second[name])]
        for place, (this, that) in enumerate(pairs):
            if type(one) is type(this) and one == this and other == that:
                return name, place if several else -1
    if type(one) is type(other) and one == other:
        return _Fixed(one)
    raise TypeError("A value of a question that is asked often is changed on its way into the statement.")
