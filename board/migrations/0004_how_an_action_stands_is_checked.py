from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("board", "0003_how_an_action_stands")]

    operations = [ValidateConstraint(model_name="action", name="action_overruled_until_with_rating")]
