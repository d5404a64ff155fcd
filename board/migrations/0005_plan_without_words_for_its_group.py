from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("board", "0004_plan_group_from_its_words")]

    operations = [migrations.RemoveField(model_name="plan", name="owner_group")]
