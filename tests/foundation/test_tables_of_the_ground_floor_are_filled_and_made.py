from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import connection

from foundation.calendar import default_bank_holidays
from foundation.models import BankHoliday

pytestmark = pytest.mark.django_db


def test_the_first_migrations_fill_the_table_of_bank_holidays() -> None:
    BankHoliday.objects.all().delete()
    migration = import_module("foundation.migrations.0003_bank_holidays")
    for _ in range(2):
        migration.fill(apps, SimpleNamespace(connection=connection))
    kept = set(BankHoliday.objects.values_list("date", "title"))
    assert kept == {(day.date, day.title) for day in default_bank_holidays()}


def test_the_shared_cache_has_its_table_and_is_not_logged() -> None:
    cache = DatabaseCache("shared_cache", {})
    cache.set("limit", 5)
    assert cache.incr("limit") == 6
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'shared_cache'")
        assert cursor.fetchone() == ("u",)


def test_the_command_adds_what_is_missing_and_leaves_what_was_changed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("seed_bank_holidays")
    capsys.readouterr()
    first, second = BankHoliday.objects.order_by("date")[:2]
    BankHoliday.objects.filter(pk=first.pk).update(title="Proclaimed")
    second.delete()
    call_command("seed_bank_holidays")
    assert "Bank holidays added: 1" in capsys.readouterr().out
    assert BankHoliday.objects.get(pk=first.pk).title == "Proclaimed"
    assert BankHoliday.objects.filter(date=second.date).exists()
