from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0002_reminders"),
    ]

    operations = [
        migrations.AddField(
            model_name="deadlinelimit",
            name="reason",
            field=models.TextField(
                default="Set before reasons were kept.", help_text="Why the partnership sets its own limit; everybody reads it."
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="deadlinelimit",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="deadline_limit_has_a_reason"
            ),
        ),
    ]
