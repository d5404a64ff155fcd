"""Migrations follow one another in one line, can be taken back, and do nothing that stops people who are at work."""

from collections import Counter

import pytest
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from foundation.first_tables import FirstTables
from tests.house.dangers import dangers


@pytest.fixture(scope="module")
def loader() -> MigrationLoader:
    return MigrationLoader(None, ignore_no_migrations=True)


def of_the_house(loader: MigrationLoader) -> list[tuple[str, str]]:
    return sorted(key for key in loader.disk_migrations if key[0] in settings.APPS_OF_THE_HOUSE)


def test_no_migration_is_dangerous(loader: MigrationLoader) -> None:
    found = {
        key: list(dangers(loader.disk_migrations[key], loader.project_state(key, at_end=False), connection))
        for key in of_the_house(loader)
    }
    assert {key: sentences for key, sentences in found.items() if sentences} == {}


def test_each_app_has_one_line_of_migrations(loader: MigrationLoader) -> None:
    assert loader.detect_conflicts() == {}
    numbers = Counter((app, name[:4]) for app, name in of_the_house(loader))
    assert [key for key, times in numbers.items() if times > 1] == []
    assert not any(loader.disk_migrations[key].replaces for key in of_the_house(loader))


# -- the rules themselves -------------------------------------------------------------------------------------


def said_of(*operations: Operation, atomic: bool = True) -> str:
    """What is said of a migration of a table that people use."""
    state = ProjectState()
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=20)),
        ("note", models.TextField(null=True)),
    ]
    state.add_model(ModelState("board", "Plan", fields))
    migration = migrations.Migration("0009_made_up", "board")
    migration.operations, migration.atomic = list(operations), atomic
    return " ".join(dangers(migration, state, connection))


def nothing(*_: object) -> None:
    """A step of a migration."""


INDEX = models.Index(fields=["name"], name="plan_name")
RULE = models.CheckConstraint(condition=~models.Q(name=""), name="plan_has_name")


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        (migrations.AddField("plan", "size", models.IntegerField(default=0)), "db_default"),
        (migrations.AlterField("plan", "note", models.TextField()), "old processes write empty values"),
        (migrations.AlterField("plan", "name", models.IntegerField()), "written anew from varchar(20) to integer"),
        (migrations.AlterField("plan", "name", models.CharField(max_length=10)), "written anew"),
        (migrations.RenameField("plan", "name", "title"), "use the old name"),
        (migrations.RenameModel("Plan", "Scheme"), "use the old name"),
        (migrations.RemoveField("plan", "name"), "deprecate-a-field"),
        (migrations.DeleteModel("Plan"), "deprecate-a-field"),
        (migrations.AddIndex("plan", INDEX), "AddIndexConcurrently"),
        (migrations.AddConstraint("plan", RULE), "AddConstraintNotValid"),
        (migrations.RunSQL("CREATE INDEX x ON board_plan (name)", "DROP INDEX x"), "concurrently"),
        (migrations.RunSQL("SELECT 1"), "cannot be taken back"),
        (migrations.RunPython(nothing), "cannot be taken back"),
        (AddIndexConcurrently("plan", INDEX), "atomic = False"),
    ],
)
def test_what_is_dangerous_is_told(operation: Operation, words: str) -> None:
    assert words in said_of(operation)


def test_data_are_moved_in_a_migration_of_their_own() -> None:
    moving = migrations.RunPython(nothing, nothing)
    adding = migrations.AddField("plan", "size", models.IntegerField(null=True))
    assert "of its own" in said_of(adding, moving)
    assert said_of(moving) == ""


@pytest.mark.parametrize(
    "operation",
    [
        migrations.AddField("plan", "size", models.IntegerField(null=True)),
        migrations.AddField("plan", "size", models.IntegerField(default=0, db_default=0)),
        migrations.AlterField("plan", "name", models.CharField(max_length=40)),
        migrations.AlterField("plan", "name", models.TextField()),
        AddConstraintNotValid("plan", RULE),
        migrations.RunSQL("CREATE INDEX CONCURRENTLY x ON board_plan (name)", "DROP INDEX x"),
    ],
)
def test_what_is_harmless_is_let_pass(operation: Operation) -> None:
    assert said_of(operation) == ""


def test_a_table_that_is_made_in_the_same_migration_is_not_in_use() -> None:
    made = migrations.CreateModel("Goal", [("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())])
    index = models.Index(fields=["name"], name="goal_name")
    assert said_of(made, migrations.AddIndex("goal", index)) == ""
    assert said_of(AddIndexConcurrently("plan", INDEX), atomic=False) == ""


def test_first_tables_are_looked_at_one_by_one() -> None:
    made = migrations.CreateModel("Goal", [("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())])
    assert said_of(FirstTables([made, migrations.AddIndex("goal", models.Index(fields=["name"], name="goal_name"))])) == ""
    assert "AddIndexConcurrently" in said_of(FirstTables([made, migrations.AddIndex("plan", INDEX)]))
