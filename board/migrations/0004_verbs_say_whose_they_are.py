"""The events of the board's own work bear the name of their app, as everybody else's do."""

import pgtrigger
from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FORWARDS = """
UPDATE foundation_domainevent SET verb = 'board.' || verb
WHERE subject_kind IN ('action', 'plan', 'budget') AND verb ~ '^(action|plan|budget_line)_'
"""
BACKWARDS = """
UPDATE foundation_domainevent SET verb = substr(verb, 7)
WHERE subject_kind IN ('action', 'plan', 'budget') AND verb ~ '^board[.](action|plan|budget_line)_'
"""


def _run(schema_editor: BaseDatabaseSchemaEditor, statement: str) -> None:
    """Events are append-only for everybody else: this changes their names once, and nothing that they say."""
    with pgtrigger.ignore("foundation.DomainEvent:append_only"), schema_editor.connection.cursor() as cursor:
        cursor.execute(statement)


def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _run(schema_editor, FORWARDS)


def backwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _run(schema_editor, BACKWARDS)


class Migration(migrations.Migration):
    dependencies = [("board", "0003_past_of_actions"), ("foundation", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
