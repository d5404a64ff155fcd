"""The lines about letters and returns with which the table of chasing begins: the business team changes them in the portal."""

from typing import Any

from django.db import migrations

USUAL = tuple(
    (about, *line)
    for about in ("board.letter", "reporting.return")
    for line in ((-7, "owner", 0), (1, "owner", 7), (14, "lead", 14), (28, "executive", 28))
)
"""What is chased, days after it is due (before: negative), who is asked, and again after so many days."""


def fill(apps: Any, schema_editor: Any) -> None:
    """Write the lines, where the table has none about these."""
    rules = apps.get_model("board", "ChaseRule").objects.using(schema_editor.connection.alias)
    if not rules.exclude(about="action").exists():
        for about, days, to, every in USUAL:
            rules.create(about=about, days=days, to=to, every=every)


def empty(apps: Any, schema_editor: Any) -> None:
    """Take out what a table of actions alone cannot hold."""
    rules = apps.get_model("board", "ChaseRule").objects.using(schema_editor.connection.alias)
    rules.exclude(about="action").delete()


class Migration(migrations.Migration):
    dependencies = [("board", "0003_meetings_challenges_letters")]
    operations = [migrations.RunPython(fill, empty)]
