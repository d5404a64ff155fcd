"""Fills the table of bank holidays, so that a day that is proclaimed can be added to it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from foundation.calendar import default_bank_holidays


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    holiday = apps.get_model("foundation", "BankHoliday")
    rows = [holiday(date=day.date, title=day.title) for day in default_bank_holidays()]
    holiday.objects.using(schema_editor.connection.alias).bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_shared_cache")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
