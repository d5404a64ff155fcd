from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("board", "0004_budget_in_full")]

    operations = [
        ValidateConstraint(model_name="budgetline", name="budget_line_no_part_negative"),
        ValidateConstraint(model_name="budgetline", name="budget_line_made_up_from_what_came"),
    ]
