import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stage", models.CharField(choices=[("soon", "Due soon"), ("late", "Late")], max_length=10)),
                (
                    "due_at",
                    models.DateTimeField(help_text="The due time of which they were reminded; another one is reminded of again."),
                ),
                ("reminded_at", models.DateTimeField()),
                (
                    "clock",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="work.clock"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("clock", "stage", "due_at"), name="reminder_once")],
            },
        ),
    ]
