"""What imports do not show: foreign keys and migration dependencies follow the floors too."""

from itertools import chain

import pytest
from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

FLOORS = (
    ("foundation",),
    ("accounts",),
    ("work",),
    ("children", "board"),
    ("referrals",),
    ("protection",),
    ("panels", "reviews", "audits", "training"),
    ("reporting",),
    ("portal",),
)
FLOOR_OF = {app: number for number, floor in enumerate(FLOORS) for app in floor}


def may_point(upper: str, lower: str) -> bool:
    """Whether a table or migration of one app may lean on another's; libraries are ground."""
    if upper == lower or lower not in FLOOR_OF:
        return True
    return upper in FLOOR_OF and FLOOR_OF[upper] > FLOOR_OF[lower]


def relations() -> list[tuple[str, str, str]]:
    """(app, field, app pointed to) of every relation of the house."""
    return [
        (model._meta.app_label, str(field), field.related_model._meta.app_label)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in FLOOR_OF
        for field in chain(model._meta.fields, model._meta.many_to_many)
        if field.remote_field is not None and field.related_model is not None
    ]


def test_every_app_has_a_floor() -> None:
    assert set(settings.APPS_OF_THE_HOUSE) <= set(FLOOR_OF)


def test_relations_point_downwards() -> None:
    assert [row for row in relations() if not may_point(row[0], row[2])] == []


@pytest.mark.django_db
def test_migrations_depend_downwards() -> None:
    loader = MigrationLoader(None)
    wrong = [
        (key, needed)
        for key, migration in loader.disk_migrations.items()
        for needed in migration.dependencies
        if key[0] in FLOOR_OF and not may_point(key[0], needed[0])
    ]
    assert wrong == []


def test_the_check_sees_an_arrow_upwards() -> None:
    assert not may_point("work", "referrals")
    assert not may_point("children", "board")
    assert may_point("referrals", "children")
