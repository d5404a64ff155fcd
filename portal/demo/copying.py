"""Writing many rows at once: through PostgreSQL's COPY, in batches, with ids given here."""

import io
import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models.fields import NOT_PROVIDED

BATCH = 20_000


class Ready(str):
    """The text of a cell that was written before, for values that many rows share."""

    __slots__ = ()


def _array(values: Iterable[str]) -> str:
    inner = ",".join('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' for value in values)
    return "{" + inner + "}"


def _text(value: str) -> str:
    if value.isprintable() and "\\" not in value:
        return value
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _enumerated(value: str) -> str:
    return _text(str(value))


def _json(value: Any) -> str:
    return _text(json.dumps(value))


_WRITERS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _value: "\\N",
    str: _text,
    Ready: str,
    bool: lambda value: "t" if value else "f",
    datetime: datetime.isoformat,
    date: date.isoformat,
    int: str,
    Decimal: str,
    dict: _json,
    list: _json,
    tuple: lambda value: _text(_array(value)),
}


def cell(value: Any) -> str:
    """One value in the text format of COPY; a choice of an enumeration is its text."""
    writer = _WRITERS.get(type(value)) or (_enumerated if isinstance(value, str) else None)
    if writer is None:
        raise TypeError(f"COPY knows no {type(value).__name__}.")
    return writer(value)


def ready(value: Any) -> Ready:
    """A value written once, to be given to many rows."""
    return Ready(cell(value))


@lru_cache(maxsize=None, typed=True)
def shared(**values: str | int | None) -> Ready:
    """A JSON object that many rows hold alike, written once."""
    return ready(values)


class TableCopy:
    """The rows of one model on their way into its table; a tuple stands for an array, a dict or list for JSON."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.GeneratedField)]
        self.columns = [str(field.column) for field in fields]
        self.places = {column: place for place, column in enumerate(self.columns)}
        self.defaults = [self._default(field) for field in fields]
        key = model._meta.pk
        if key is None:
            raise TypeError(f"{model.__name__} has no primary key.")
        self.key = str(key.column)
        last = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
        self.last_id = int(last or 0)
        self.lines: list[str] = []
        self.written = 0

    @staticmethod
    def _default(field: "models.Field[Any, Any]") -> str | None:
        if isinstance(field, ArrayField) and field.default is list:
            return cell(())
        if field.default is NOT_PROVIDED:
            return cell(None) if field.null else ("" if field.empty_strings_allowed else None)
        return None if callable(field.default) and field.default not in (dict, list) else cell(field.get_default())

    def add(self, **values: Any) -> int:
        """Add a row by column names and give its id; what is left out takes the field's default."""
        self.last_id += 1
        cells, places = self.defaults.copy(), self.places
        cells[places[self.key]] = str(self.last_id)
        for column, value in values.items():
            kind = type(value)
            if kind is Ready or (kind is str and value.isprintable() and "\\" not in value):
                cells[places[column]] = value
            else:
                cells[places[column]] = _WRITERS.get(kind, cell)(value)
        try:
            self.lines.append("\t".join(cells))  # type: ignore[arg-type]  # a None among them is what is caught
        except TypeError as error:
            raise ValueError(f"{self.model.__name__} needs {self.columns[cells.index(None)]}.") from error
        return self.last_id


class Copier:
    """All tables that are being filled. Flush in the order in which the models were named: rows point to earlier ones."""

    def __init__(self, *order: type[models.Model]) -> None:
        self.tables = {model: TableCopy(model) for model in order}

    def add(self, model: type[models.Model], **values: Any) -> int:
        """Add a row of a model and give its id."""
        return self.tables[model].add(**values)

    def next_id(self, model: type[models.Model]) -> int:
        """The id that the next row of a model will get."""
        return self.tables[model].last_id + 1

    def flush(self, *, everything: bool = False) -> None:
        """Write what waits, once the largest table has a batch of rows (or always, when `everything`)."""
        if not everything and max(len(table.lines) for table in self.tables.values()) < BATCH:
            return
        with connection.cursor() as cursor:
            for table in self.tables.values():
                if not table.lines:
                    continue
                name, columns = table.model._meta.db_table, ", ".join(f'"{column}"' for column in table.columns)
                source = io.StringIO("\n".join(table.lines) + "\n")
                cursor.copy_expert(f'COPY "{name}" ({columns}) FROM STDIN', source)
                table.written += len(table.lines)
                table.lines.clear()

    def finish(self) -> None:
        """Write the rest, set each table's sequence behind the last id, and tell the planner what the tables hold."""
        self.flush(everything=True)
        with connection.cursor() as cursor:
            for table in self.tables.values():
                if table.last_id:
                    name = table.model._meta.db_table
                    cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [f'"{name}"', table.key, table.last_id])
                    cursor.execute(f'ANALYZE "{name}"')
