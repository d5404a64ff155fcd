from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("board", "0003_scrutiny_and_groups_of_headings"),
    ]

    operations = [
        ValidateConstraint(model_name="budgetline", name="budget_line_only_spending_in_groups"),
        ValidateConstraint(model_name="scrutinynote", name="scrutiny_note_in_report_only_shared"),
    ]
