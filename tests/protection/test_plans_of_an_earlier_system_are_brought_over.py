"""`manage.py import_data plans FILE`: good rows go in once, bad ones come back, a dry run changes nothing, figures hold."""

from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from children.models import Child, Involvement
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from protection.figures.plans import durations_on
from protection.models import FamilyGroup, ProtectionPlan
from protection.selectors.plans import plan_for, previous_plans_of
from protection.services.importing import import_plans
from tests import factories
from tests.figures import read_figure
from tests.protection import build
from work.models import Clock

pytestmark = pytest.mark.django_db
SYSTEM = SystemActor("test")
HEAD = (
    "plan,child,family,team,family_name,given_name,birth_date,expected_delivery_date,sex,started_on,category,latest_category,"
    "category_changed_on,ended_on,end_reason,previous_plans,reviews"
)
OPEN = "P1,C1,F1,east,Ames,Ann,2015-03-01,,F,2025-06-05,NEG,EMO,2025-09-01,,,0,2025-09-01 2026-02-27"
ENDED = "P2,C1,F1,east,Ames,Ann,2015-03-01,,F,2022-01-10,MUL,,,2024-03-01,cin,0,2022-04-08;2022-10-01"
UNBORN = "P3,C2,F1,east,Ames,,,2026-12-20,,2026-10-01,PHY,,,,,0,"


@pytest.fixture(autouse=True)
def team() -> object:
    return factories.make_team(code="east")


def file(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join((head, *rows)).encode()


def test_good_rows_go_in_once() -> None:
    done = import_plans(by=SYSTEM, content=file(OPEN, ENDED, UNBORN))
    assert (done.added, done.unchanged, done.bad) == (3, 0, ())
    assert import_plans(by=SYSTEM, content=file(OPEN, ENDED, UNBORN)).unchanged == 3
    assert FamilyGroup.objects.count() == 1
    plan = ProtectionPlan.objects.get(source_reference="P1")
    assert (plan.initial_category, plan.category, plan.review_due_on) == ("NEG", "EMO", date(2026, 8, 27))
    assert plan.child == ProtectionPlan.objects.get(source_reference="P2").child
    assert previous_plans_of(plan.child) == 2
    worker = factories.make_person("social_worker", team=plan.family.team)
    assert plan_for(worker, plan.reference) == plan


def test_figures_hold_for_them() -> None:
    import_plans(by=SYSTEM, content=file(OPEN, ENDED, UNBORN))
    year = FinancialYear(2025)
    found = read_figure("plans.open", year)
    assert found is not None
    assert (found.value, found.as_at, found.by["category"]) == (1, date(2026, 3, 31), {"Emotional abuse": 1})
    repeated = read_figure("plans.repeated_within_2_years", year)
    assert repeated is not None
    assert (repeated.numerator, repeated.denominator) == (1, 1)
    before = read_figure("plans.ended_over_2_years", FinancialYear(2023))
    assert before is not None
    assert (before.numerator, before.denominator) == (1, 1)
    assert read_figure("plans.open", FinancialYear(2019)) is None
    with connection.cursor() as cursor:
        table = durations_on(date(2026, 11, 18), cursor)
        assert table.totals.numbers == (1, 0, 0, 0, 1, 0)
        assert durations_on(date(2023, 1, 1), cursor).totals.total == 1
        assert durations_on(date(2021, 1, 1), cursor).totals.total == 0


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("2025-06-05", "5 June", "started_on must be a date"),
        ("2025-06-05", "2027-01-01", "started_on must be today or in the past"),
        ("2025-06-05", "", "started_on is missing"),
        (",NEG,", ",BAD,", "category must be one of"),
        (",EMO,2025-09-01,", ",EMO,,", "category_changed_on says when"),
        (",EMO,2025-09-01,", ",EMO,2025-01-01,", "while the plan ran"),
        (",,,0,", ",2025-06-05,cin,0,", "ended_on must be after"),
        (",,,0,", ",2026-06-05,,0,", "come together"),
        (",,,0,", ",,,many,", "previous_plans must be a whole number"),
        ("2025-09-01 2026-02-27", "2024-01-01", "reviews must be after"),
        (",east,", ",west,", "there is no team"),
        ("2015-03-01,", ",", "either birth_date or expected"),
        ("Ames", "", "family_name is missing"),
        ("P1,", ",", "plan must have"),
        (",F,", ",X,", "sex must be"),
    ],
)
def test_a_bad_row_comes_back_with_its_line_and_reason(old: str, new: str, why: str) -> None:
    done = import_plans(by=SYSTEM, content=file(ENDED, OPEN.replace(old, new, 1)))
    assert done.added == 1
    assert [row.line for row in done.bad] == [3]
    assert why in done.bad[0].reason


def test_a_child_is_never_on_two_plans_at_once() -> None:
    other = (
        OPEN.replace("P1", "P9")
        .replace("2025-06-05", "2026-03-05")
        .replace("2025-09-01 2026-02-27", "")
        .replace("EMO,2025-09-01", ",")
    )
    done = import_plans(by=SYSTEM, content=file(OPEN, other, OPEN))
    assert [row.reason for row in done.bad] == [
        "the child is on another plan at the same time.",
        "this plan stands in the file twice.",
    ]


def test_a_file_without_its_columns_is_refused() -> None:
    with pytest.raises(Refused, match="lacks these columns: team"):
        import_plans(by=SYSTEM, content=b"plan,child,family_name,started_on,category\n1,2,A,2025-01-01,NEG")
    with pytest.raises(Refused, match="not known: colour"):
        import_plans(by=SYSTEM, content=file(OPEN + ",red", head=HEAD + ",colour"))


def test_the_command_tries_first_and_lists_bad_rows(tmp_path: Path) -> None:
    path, out, err = tmp_path / "plans.csv", StringIO(), StringIO()
    path.write_bytes(file(OPEN))
    call_command("import_data", "plans", path, "--dry-run", stdout=out)
    assert out.getvalue() == "Nothing was changed: this was a dry run.\n1 added, 0 changed, 0 unchanged.\n"
    assert not ProtectionPlan.objects.exists()
    path.write_bytes(file(OPEN, UNBORN.replace("PHY", "none")))
    with pytest.raises(CommandError, match="1 of the file’s rows"):
        call_command("import_data", "plans", path, stdout=StringIO(), stderr=err)
    assert err.getvalue().startswith("Line 3: category must be one of")
    assert ProtectionPlan.objects.count() == 1


def test_the_larger_number_of_earlier_plans_counts() -> None:
    import_plans(by=SYSTEM, content=file(OPEN, ENDED))
    plans = {plan.source_reference: plan.previous_plans for plan in ProtectionPlan.objects.all()}
    assert plans == {"P1": 1, "P2": 0}
    found = read_figure("plans.repeated", FinancialYear(2025))
    assert found is not None
    assert (found.numerator, found.denominator) == (1, 1)


def test_what_the_file_tells_of_others_adds_up() -> None:
    import_plans(by=SYSTEM, content=file(OPEN, ENDED.replace(",cin,0,", ",cin,2,")))
    assert ProtectionPlan.objects.get(source_reference="P1").previous_plans == 3
    import_plans(by=SYSTEM, content=file(UNBORN.replace(",,0,", ",,4,")))
    assert ProtectionPlan.objects.get(source_reference="P3").previous_plans == 4


def test_a_repeated_plan_counts_though_its_history_comes_later() -> None:
    import_plans(by=SYSTEM, content=file(OPEN))
    import_plans(by=SYSTEM, content=file(ENDED))
    found = read_figure("plans.repeated", FinancialYear(2025))
    assert found is not None
    assert (found.numerator, found.denominator) == (1, 1)


def known(**fields: object) -> Child:
    details = {"family_name": "Ames", "given_name": "Ann", "birth_date": date(2015, 3, 1), "sex": "F", **fields}
    return Child.objects.create(**details, created_at=clock.now(), created_by="test")


def test_a_child_who_is_known_here_is_not_registered_anew() -> None:
    child = known(postcode="NM1 1AA", address="1 High Street")
    head = HEAD + ",postcode,address"
    import_plans(by=SYSTEM, content=file(OPEN + ",NM1 1AA,1 High Street", head=head))
    assert ProtectionPlan.objects.get().child == child
    assert Child.objects.count() == 1


def test_the_nhs_number_is_enough_and_another_one_is_another_child() -> None:
    child = known(family_name="Harlow", nhs_number="9434765919")
    head = HEAD + ",nhs_number"
    import_plans(by=SYSTEM, content=file(OPEN + ",943 476 5919", head=head))
    assert ProtectionPlan.objects.get().child == child


def test_of_two_who_are_alike_nobody_is_chosen() -> None:
    for _ in range(2):
        known(postcode="NM1 1AA", address="1 High Street")
    import_plans(by=SYSTEM, content=file(OPEN + ",NM1 1AA,1 High Street", head=HEAD + ",postcode,address"))
    assert Child.objects.count() == 3


def test_a_child_on_a_plan_here_is_not_on_another_at_the_same_time() -> None:
    build.bare_plan(known(nhs_number="9434765919"), date(2026, 1, 5), source_reference="X1")
    done = import_plans(by=SYSTEM, content=file(OPEN + ",9434765919", head=HEAD + ",nhs_number"))
    assert [row.reason for row in done.bad] == ["the child is on another plan at the same time."]
    assert done.added == 0


def test_plans_that_run_get_clocks_a_chair_and_the_teams_involvement() -> None:
    chairs = [factories.make_person("conference_chair", factories.make_agency("council"), name=name) for name in ("Cho", "Dee")]
    head = HEAD + ",chair"
    rows = (OPEN + f",{chairs[1].email}", ENDED + ",", UNBORN.replace(",F1,", ",F2,") + ",")
    import_plans(by=SYSTEM, content=file(*rows, head=head))
    first, ended, unborn = (ProtectionPlan.objects.get(source_reference=number) for number in ("P1", "P2", "P3"))
    assert (first.chair, ended.chair, unborn.chair) == (chairs[1], None, chairs[0])
    assert plan_for(chairs[0], unborn.reference) == unborn
    running = Clock.objects.filter(stopped_at__isnull=True)
    assert set(running.filter(subject_reference=first.reference).values_list("kind", flat=True)) == {
        "protection.review",
        "protection.visit",
        "protection.midway_check",
    }
    assert set(running.filter(subject_reference=unborn.reference).values_list("kind", flat=True)) == {
        "protection.first_review",
        "protection.visit",
        "protection.midway_check",
    }
    assert not running.filter(subject_reference=ended.reference).exists()
    assert running.filter(subject_reference=first.family.reference, kind="protection.core_group").exists()
    assert (first.visit_due_on, first.core_group_due_on) == (date(2026, 12, 2), date(2026, 12, 30))
    assert unborn.review_due_on == date(2027, 1, 1)
    assert unborn.check_due_on == unborn.started_on + timedelta(days=46)
    involved = Involvement.objects.filter(ended_at__isnull=True, record_kind="protection_plan")
    assert set(involved.values_list("record_reference", flat=True)) == {first.reference, unborn.reference}


def test_a_chair_is_one_who_chairs() -> None:
    done = import_plans(by=SYSTEM, content=file(OPEN + ",nobody@northmere.example", head=HEAD + ",chair"))
    assert [row.reason for row in done.bad] == ["no conference chair has this e-mail address."]
