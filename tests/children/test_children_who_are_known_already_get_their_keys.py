"""The migration that gives keys to children registered before there were any."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from children.models import Child
from children.rules.keys import keys_of
from tests.children.makers import known, told

pytestmark = pytest.mark.django_db


def test_every_child_gets_the_keys_of_a_new_one() -> None:
    children = [known(given_name=name) for name in ("Aoife", "Mo", "Siân")]
    Child.objects.update(keys=[])
    migration = import_module("children.migrations.0004_keys_of_known_children")
    migration.BATCH = 2
    with connection.schema_editor() as editor:
        migration.fill(apps, editor)
    for child, name in zip(children, ("Aoife", "Mo", "Siân"), strict=True):
        child.refresh_from_db()
        assert child.keys == keys_of(told(given_name=name))
