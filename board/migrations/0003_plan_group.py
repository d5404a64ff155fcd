import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("board", "0002_papers_of_meetings")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="group",
            field=models.ForeignKey(
                blank=True,
                help_text="The group that scrutinises it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plans",
                to="board.group",
            ),
        ),
    ]
