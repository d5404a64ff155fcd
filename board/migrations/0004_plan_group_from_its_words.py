from django.db import migrations


def find_groups(apps, schema_editor):
    """A plan that names a group by words belongs to the group of that name."""
    groups = {group.name.casefold(): group for group in apps.get_model("board", "Group").objects.order_by("from_on")}
    for plan in apps.get_model("board", "Plan").objects.exclude(owner_group="").iterator():
        plan.group = groups.get(plan.owner_group.casefold())
        plan.save(update_fields=["group"])


def write_words(apps, schema_editor):
    for plan in apps.get_model("board", "Plan").objects.filter(group__isnull=False).select_related("group").iterator():
        plan.owner_group = plan.group.name[:100]
        plan.save(update_fields=["owner_group"])


class Migration(migrations.Migration):
    dependencies = [("board", "0003_plan_group")]

    operations = [migrations.RunPython(find_groups, write_words)]
