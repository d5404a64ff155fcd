import django.contrib.postgres.indexes
import django.db.models.functions.comparison
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("children", "0002_same_child"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="child",
            index=models.Index(
                condition=models.Q(("expected_delivery_date__isnull", False)),
                fields=["expected_delivery_date"],
                name="child_expected",
            ),
        ),
        AddIndexConcurrently(
            model_name="child",
            index=models.Index(django.db.models.functions.comparison.Coalesce("merged_into_id", "id"), name="child_resolved"),
        ),
        AddIndexConcurrently(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["keys"], name="child_keys"),
        ),
    ]
