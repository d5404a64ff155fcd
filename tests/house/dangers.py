"""What a migration may not do to a table that people are using; pure, over the operations and the state before them.

Two versions of the portal run side by side while one replaces the other, and PostgreSQL lets nobody write to a table whose lock a
migration holds. So: what old processes still use stays, what they do not know has a default in the database, and what reads a
whole table is done without locking it.
"""

import re
from collections.abc import Iterator, Sequence

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from foundation.first_tables import FirstTables

CONCURRENT = (AddIndexConcurrently, RemoveIndexConcurrently)
LOCKING_INDEX = re.compile(r"create\s+(unique\s+)?index\s+(?!concurrently)", re.IGNORECASE)
MAKES_A_TABLE = re.compile(r"create\s+(unlogged\s+)?table", re.IGNORECASE)
REMOVING = (migrations.RemoveField, migrations.DeleteModel)
RENAMING = (migrations.RenameField, migrations.RenameModel, migrations.AlterModelTable)
DATA = (migrations.RunPython,)


def dangers(migration: migrations.Migration, before: ProjectState, connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Each danger of a migration in a sentence; `before` is the state that it starts from, and is changed."""
    app, new = migration.app_label, set()
    yield from _as_a_whole(migration)
    for operation in _steps(migration.operations):
        if isinstance(operation, migrations.CreateModel):
            new.add(operation.name_lower)
        if not operation.reversible:
            yield f"{operation.describe()}: it cannot be taken back."
        model = getattr(operation, "model_name_lower", getattr(operation, "name_lower", ""))
        if model not in new:
            yield from _on_a_live_table(app, operation, before, connection)
        operation.state_forwards(app, before)


def _steps(operations: Sequence[Operation]) -> Iterator[Operation]:
    for operation in operations:
        yield from operation.operations if isinstance(operation, FirstTables) else [operation]


def _as_a_whole(migration: migrations.Migration) -> Iterator[str]:
    moves_data = [one for one in migration.operations if isinstance(one, DATA)]
    if moves_data and len(moves_data) < len(migration.operations):
        yield "Moving data stands in a migration of its own, so that it can be tested and holds no lock of a changed table."
    if migration.atomic and any(isinstance(one, CONCURRENT) for one in migration.operations):
        yield "What is done concurrently cannot be done in a transaction: atomic = False."


def _on_a_live_table(app: str, operation: Operation, before: ProjectState, connection: BaseDatabaseWrapper) -> Iterator[str]:
    what = operation.describe()
    match operation:
        case migrations.AddField(field=field) if not (field.null or field.many_to_many or field.has_db_default()):
            yield f"{what}: processes that do not know it insert no value. Give it a db_default, or let it be null."
        case migrations.AlterField():
            yield from _altered(app, operation, before, connection)
        case _ if isinstance(operation, RENAMING):
            yield f"{what}: running processes use the old name. Add the new one, and remove the old one a release later."
        case _ if isinstance(operation, REMOVING):
            yield f"{what}: running processes may read it (docs/how-to/deprecate-a-field.md)."
        case migrations.AddIndex() if not isinstance(operation, AddIndexConcurrently):
            yield f"{what}: nobody can write meanwhile. Use AddIndexConcurrently."
        case migrations.AddConstraint() if not isinstance(operation, AddConstraintNotValid):
            yield f"{what}: the whole table is read under a lock. Use AddConstraintNotValid, then ValidateConstraint."
        case migrations.RunSQL(sql=sql) if LOCKING_INDEX.search(str(sql)) and not MAKES_A_TABLE.search(str(sql)):
            yield f"{what}: nobody can write meanwhile. Create the index concurrently."


def _altered(app: str, operation: migrations.AlterField, before: ProjectState, connection: BaseDatabaseWrapper) -> Iterator[str]:
    old: models.Field = before.models[app, operation.model_name_lower].fields[operation.name]
    new = operation.field
    if old.null and not new.null:
        yield f"{operation.describe()}: the whole table is read under a lock, and old processes write empty values."
    if old.is_relation or new.is_relation:
        return
    was, becomes = old.db_type(connection), new.db_type(connection)
    grows = (
        isinstance(old, models.CharField) and isinstance(new, models.CharField) and (new.max_length or 0) >= (old.max_length or 0)
    )
    if was != becomes and not grows and becomes != "text":
        yield f"{operation.describe()}: the table is written anew from {was} to {becomes}."
