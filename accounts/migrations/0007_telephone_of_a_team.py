from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_agency_clients"),
    ]

    operations = [
        migrations.AddField(
            model_name="team",
            name="telephone",
            field=models.CharField(
                blank=True, db_default="", default="", help_text="Who asks about a child rings here.", max_length=40
            ),
        ),
    ]
