"""The extract for the health alert service: off by default, without restricted families, never more than the alert needs."""

import csv
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import AccessLogEntry
from children.models import Child
from foundation import clock
from foundation.models import DomainEvent
from protection.models import FamilyGroup, PlanAlert, ProtectionPlan
from tests import factories
from tests.protection import build

pytestmark = pytest.mark.django_db


def child(name: str, **fields: Any) -> Child:
    born = {} if "expected_delivery_date" in fields else {"birth_date": date(2019, 5, 1)}
    return Child.objects.create(family_name=name, created_at=clock.now(), created_by="test", **born, **fields)


@pytest.fixture(autouse=True)
def plans() -> None:
    hidden = FamilyGroup.objects.create(team=factories.make_team(), restricted=True, opened_at=clock.now(), opened_by="test")
    over = {"end_reason": "cin", "ended_at": clock.now(), "ended_by": "test"}
    build.bare_plan(child("Runs", given_name="Ada", postcode="ZZ1 1AA"), date(2025, 6, 5))
    build.bare_plan(child("Ended", given_name="Bea"), date(2025, 6, 5))
    build.bare_plan(child("Unborn", expected_delivery_date=date(2027, 1, 4), sex="U"), date(2026, 10, 5))
    build.bare_plan(child("Hidden", given_name="Cal"), date(2026, 10, 5), family=hidden)
    gone = {"withdrawn_at": clock.now(), "withdrawn_by": "test", "withdrawn_reason": "Wrong child."}
    build.bare_plan(child("Withdrawn", given_name="Dot"), date(2026, 10, 5))
    ProtectionPlan.objects.filter(child__family_name="Withdrawn").update(**gone)
    ended = ProtectionPlan.objects.filter(child__family_name="Ended")
    ended.update(ended_on=date(2026, 3, 2), **over)


def written(folder: Path, since: str = "2026-01-01") -> list[dict[str, str]]:
    file = folder / "alerts.csv"
    call_command("export_plan_alerts", file, since=date.fromisoformat(since))
    assert file.stat().st_mode & 0o777 == 0o600
    return list(csv.DictReader(StringIO(file.read_text("utf-8-sig"))))


def test_it_is_off_by_default(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Plan alerts are off"):
        written(tmp_path)
    assert not list(tmp_path.iterdir())


def test_starts_and_ends_are_told_and_restricted_families_are_not(settings: Any, tmp_path: Path) -> None:
    settings.PLAN_ALERTS = True
    rows = {row["family_name"]: row for row in written(tmp_path)}
    assert set(rows) == {"Runs", "Ended", "Unborn"}
    assert (rows["Runs"]["started_on"], rows["Runs"]["ended_on"], rows["Runs"]["postcode"]) == ("2025-06-05", "", "ZZ1 1AA")
    assert rows["Ended"]["ended_on"] == "2026-03-02"
    assert (rows["Unborn"]["birth_date"], rows["Unborn"]["expected_delivery_date"]) == ("", "2027-01-04")
    assert {name: row["type"] for name, row in rows.items()} == {"Runs": "CPP", "Ended": "CPP", "Unborn": "UCPP"}
    assert not {"category", "end_reason"} & set(rows["Runs"])
    event = DomainEvent.objects.get(verb="protection.plan_alerts_exported")
    assert event.data == {"plans": 3, "since": "2026-01-01", "restricted": False}
    look = AccessLogEntry.objects.get(action=AccessLogEntry.Action.EXPORT)
    told = Child.objects.filter(family_name__in=rows).values_list("reference", flat=True)
    assert set(look.child_references) == set(told)


def test_the_partnership_may_decide_to_tell_of_restricted_families(settings: Any, tmp_path: Path) -> None:
    settings.PLAN_ALERTS = settings.PLAN_ALERTS_RESTRICTED = True
    assert "Hidden" in {row["family_name"] for row in written(tmp_path)}


def test_what_ended_before_the_day_is_not_told_again(settings: Any, tmp_path: Path) -> None:
    settings.PLAN_ALERTS = True
    assert {row["family_name"] for row in written(tmp_path, "2026-03-03")} == {"Runs", "Unborn"}


def test_no_file_is_written_over(settings: Any, tmp_path: Path) -> None:
    settings.PLAN_ALERTS = True
    written(tmp_path)
    with pytest.raises(CommandError, match="cannot be written"):
        written(tmp_path)
    assert DomainEvent.objects.filter(verb="protection.plan_alerts_exported").count() == 1


def test_a_day_to_come_is_refused(settings: Any, tmp_path: Path) -> None:
    settings.PLAN_ALERTS = True
    with pytest.raises(CommandError, match="must not lie in the future"):
        written(tmp_path, "2999-01-01")


def told() -> set[tuple[str, bool, bool]]:
    """Of which starts and ends the alert service was told, and of which it has said that it knows."""
    rows = PlanAlert.objects.select_related("plan__child")
    return {(row.plan.child.family_name, row.of_end, row.acknowledged_at is not None) for row in rows}


def test_it_is_kept_what_was_sent_and_what_the_service_knows(settings: Any, tmp_path: Path) -> None:
    settings.PLAN_ALERTS = True
    written(tmp_path)
    first = PlanAlert.objects.order_by("pk")[0]
    assert told() == {("Runs", False, False), ("Ended", False, False), ("Ended", True, False), ("Unborn", False, False)}
    with pytest.raises(CommandError, match="sent before now"):
        call_command("acknowledge_plan_alerts", clock.now() + timedelta(minutes=1))
    out = StringIO()
    call_command("acknowledge_plan_alerts", clock.now(), stdout=out)
    assert "4 more starts and ends" in out.getvalue()
    build.bare_plan(child("New", given_name="Eve"), date(2026, 11, 2))
    (tmp_path / "alerts.csv").unlink()
    with clock.frozen(clock.now() + timedelta(days=1)):
        written(tmp_path)
        call_command("acknowledge_plan_alerts", (clock.now() - timedelta(hours=1)).replace(tzinfo=None))
    assert [row for row in sorted(told()) if not row[2]] == [("New", False, False)]
    assert build.again(first).sent_at == first.sent_at  # when it was sent first
    event = DomainEvent.objects.filter(verb="protection.plan_alerts_acknowledged").order_by("pk")[0]
    assert event.data == {"alerts": 4}
