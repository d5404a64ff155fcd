from django.db import migrations, models

# What nobody has rated yet stands among the ambers. A computed column cannot be altered: it is made again, with its index.
OF_GRANTS = """
UPDATE referrals_contactteamgrant g SET urgency = c.urgency FROM referrals_contact c
    WHERE c.id = g.content_object_id AND g.is_open AND g.urgency IS DISTINCT FROM c.urgency;
UPDATE referrals_contactpersongrant g SET urgency = c.urgency FROM referrals_contact c
    WHERE c.id = g.content_object_id AND g.is_open AND g.urgency IS DISTINCT FROM c.urgency;
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0006_system_receipts")]
    operations = [
        migrations.RunSQL(migrations.RunSQL.noop, OF_GRANTS),
        migrations.RemoveIndex(model_name="contact", name="contact_screener"),
        migrations.RemoveField(model_name="contact", name="urgency"),
        migrations.AddField(
            model_name="contact",
            name="urgency",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(state__in=("decided", "tasks_open"), then=models.Value(60)),
                    models.When(rating="red", then=models.Value(10)),
                    models.When(rating="", urgent=True, then=models.Value(20)),
                    models.When(rating__in=("", "amber"), then=models.Value(30)),
                    models.When(rating="green", then=models.Value(50)),
                    default=models.Value(55),
                ),
                output_field=models.PositiveSmallIntegerField(),
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                fields=["screener", "urgency", "decision_due_at"], name="contact_screener", condition=models.Q(is_open=True)
            ),
        ),
        migrations.RunSQL(OF_GRANTS, migrations.RunSQL.noop),
    ]
