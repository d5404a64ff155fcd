from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from children.rules import ChildDetails
from children.rules.keys import keys_of

BATCH = 2_000


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give every child who is known already the keys under which they are found."""
    child_model = apps.get_model("children", "Child")
    fields = tuple(ChildDetails.__dataclass_fields__)
    last = 0
    while batch := list(child_model.objects.filter(pk__gt=last).only("id", "keys", *fields).order_by("pk")[:BATCH]):
        for child in batch:
            child.keys = keys_of(ChildDetails(**{name: getattr(child, name) for name in fields}))
        child_model.objects.bulk_update(batch, ["keys"])
        last = batch[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("children", "0003_same_child_indexes"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
