"""The table of chasing as it begins: the business team changes it in the portal."""

from typing import Any

from django.db import migrations

OF_ACTIONS = ((-14, "owner", 0), (1, "owner", 14), (14, "lead", 14), (28, "executive", 28))
OF_REQUESTS = ((-7, "owner", 0), (1, "owner", 7), (14, "lead", 14), (28, "executive", 28))
USUAL = (
    *(("action", *line) for line in OF_ACTIONS),
    *((about, *line) for about in ("board.letter", "reporting.return") for line in OF_REQUESTS),
)
"""What is chased; days after it is due (before: negative), who is asked, and again after so many days."""


def fill(apps: Any, schema_editor: Any) -> None:
    """Write the lines, where the table has none."""
    rules = apps.get_model("board", "ChaseRule").objects.using(schema_editor.connection.alias)
    if not rules.exists():
        for about, days, to, every in USUAL:
            rules.create(about=about, days=days, to=to, every=every)


class Migration(migrations.Migration):
    dependencies = [("board", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
