from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0002_people_taken_away"),
    ]

    operations = [
        ValidateConstraint(model_name="submissionperson", name="submission_person_taken_away_after_sending"),
    ]
