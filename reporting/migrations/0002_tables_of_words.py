"""An edition keeps its tables of words beside its figures."""

from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="tables",
            field=models.JSONField(db_default=[], default=list, help_text="Every table of words as it was printed."),
        ),
        migrations.AddField(
            model_name="edition",
            name="tables_sha256",
            field=models.CharField(
                db_default="4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
                default="4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
                help_text="Of the tables of words in canonical JSON.",
                max_length=64,
            ),
        ),
        AddConstraintNotValid(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("tables_sha256__regex", "^[0-9a-f]{64}$")), name="edition_has_hash_of_tables"
            ),
        ),
        ValidateConstraint(model_name="edition", name="edition_has_hash_of_tables"),
    ]
