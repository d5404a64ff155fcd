import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_access_log"),
        ("board", "0006_usual_chasing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="actionupdate",
            name="written_by",
            field=models.ForeignKey(
                help_text="Empty: whoever opened the sealed link.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="actionupdate",
            name="written_link",
            field=models.OneToOneField(
                blank=True,
                help_text="A link takes one note.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.sealedlink",
            ),
        ),
        AddConstraintNotValid(
            model_name="actionupdate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_at__isnull", False),
                    models.Q(
                        models.Q(("written_by__isnull", False), ("written_link__isnull", True)),
                        models.Q(("written_by__isnull", True), ("written_link__isnull", False)),
                        _connector="OR",
                    ),
                ),
                name="action_update_written_at_and_by",
            ),
        ),
    ]
