"""The portal makes the list of the scrutiny panel by itself: once a month, with the plans that a rule lists."""

from datetime import UTC, date, datetime

import pytest
from django.conf import settings

from children.models import Child
from foundation import clock
from foundation.models import DomainEvent
from protection.models import PanelCase, ScrutinyPanel
from protection.tasks import list_for_panel
from tests.protection import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_of_two_years() -> None:
    child = Child.objects.create(family_name="Harlow", birth_date=date(2019, 5, 1), created_at=clock.now(), created_by="test")
    build.bare_plan(child, date(2024, 10, 1))


def listed_on(*days: date) -> None:
    for day in days:
        with clock.frozen(datetime(day.year, day.month, day.day, 5, tzinfo=UTC)):
            list_for_panel.apply(throw=True)


def test_each_month_has_one_list(plan_of_two_years: None) -> None:
    listed_on(date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 30), date(2026, 12, 1))
    assert list(ScrutinyPanel.objects.values_list("month", flat=True)) == [date(2026, 12, 1), date(2026, 11, 1)]
    assert list(PanelCase.objects.values_list("listed_for", flat=True)) == [["over_24"], ["over_24"]]
    assert DomainEvent.objects.filter(verb="protection.panel_listed").count() == 2


def test_a_month_of_which_somebody_made_the_list_keeps_it(plan_of_two_years: None) -> None:
    ScrutinyPanel.objects.create(month=date(2026, 11, 1), listed_at=clock.now(), listed_by="P-1")
    listed_on(date(2026, 11, 3))
    assert not PanelCase.objects.exists()


def test_a_month_missed_at_its_beginning_is_caught_up(plan_of_two_years: None) -> None:
    listed_on(date(2026, 11, 19))
    assert PanelCase.objects.count() == 1


def test_the_task_is_in_the_schedule() -> None:
    assert "protection.list_for_panel" in {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
