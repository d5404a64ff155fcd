from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("board", "0007_notes_by_sealed_link")]

    operations = [ValidateConstraint(model_name="actionupdate", name="action_update_written_at_and_by")]
