"""Rules that hold in the database as well as in code: one plan at a time, from a decision, never edited once ended."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from children.models import Child
from foundation import clock
from protection.models import ConferenceChild, ProtectionPlan, Transfer, Visit
from tests.protection import build

pytestmark = pytest.mark.django_db
START = date(2025, 6, 5)


@pytest.fixture
def child() -> Child:
    return make_child()


def make_child(**fields: Any) -> Child:
    fields.setdefault("birth_date", date(2015, 1, 1))
    return Child.objects.create(family_name="Ames", created_at=clock.now(), created_by="test", **fields)


def refused(words: str = "") -> Any:
    return pytest.raises((IntegrityError, DatabaseError), match=words)


def ended(plan: ProtectionPlan, on: date = date(2026, 1, 5), reason: str = "cin") -> ProtectionPlan:
    ProtectionPlan.objects.filter(pk=plan.pk).update(ended_on=on, end_reason=reason, ended_at=clock.now(), ended_by="test")
    plan.refresh_from_db()
    return plan


def test_a_child_has_one_open_plan(child: Child) -> None:
    build.bare_plan(child, START)
    with refused("protection_plan_"), transaction.atomic():
        build.bare_plan(child, date(2026, 2, 1))


def test_plans_of_a_child_never_overlap(child: Child) -> None:
    ended(build.bare_plan(child, START))
    with refused("protection_plan_never_two_at_once"), transaction.atomic():
        build.bare_plan(child, date(2025, 12, 1))
    assert build.bare_plan(child, date(2026, 1, 5)).is_open


def test_siblings_have_plans_of_their_own(child: Child) -> None:
    first = build.bare_plan(child, START)
    second = build.bare_plan(make_child(), START, family=first.family)
    ended(first)
    second.refresh_from_db()
    assert second.is_open


@pytest.mark.parametrize(
    "fields",
    [
        {"origin": "conference"},
        {"origin": "transfer_in"},
        {"source_reference": ""},
        {"category": ""},
    ],
)
def test_a_plan_starts_from_a_decision_or_transfer_and_has_a_category(child: Child, fields: dict[str, str]) -> None:
    with refused("protection_plan_"), transaction.atomic():
        build.bare_plan(child, START, **fields)


def test_a_plan_does_not_start_from_another_childs_decision(child: Child) -> None:
    service = build.make()
    plan = build.on_plan(service)
    other = make_child()
    row = plan.decided
    assert row is not None
    with refused("plan_starts_from_a_decision"), transaction.atomic():
        build.bare_plan(other, plan.started_on, origin="conference", decided=row)
    ConferenceChild.objects.filter(pk=row.pk).update(decision="no_plan", category="")
    with refused("plan_starts_from_a_decision"), transaction.atomic():
        build.bare_plan(plan.child, plan.started_on, origin="conference", decided=row)


def test_multiple_is_for_history_only(child: Child) -> None:
    assert build.bare_plan(child, START, category="MUL").category == "MUL"
    plan = build.on_plan(build.make())
    with refused("multiple_in_history_only"), transaction.atomic():
        ProtectionPlan.objects.filter(pk=plan.pk).update(category="MUL")


def test_a_plan_does_not_start_and_end_on_one_day(child: Child) -> None:
    with refused("ends_after_it_starts"), transaction.atomic():
        ended(build.bare_plan(child, START), START)


def test_only_a_conference_ends_a_plan_but_for_some_reasons() -> None:
    plan = build.on_plan(build.make())
    with refused("ended_by_a_conference_unless"), transaction.atomic():
        ended(plan, date(2026, 12, 1), "cin")
    assert ended(plan, date(2026, 12, 1), "died").ended_on == date(2026, 12, 1)


def test_a_plan_that_ended_is_not_edited(child: Child) -> None:
    plan = ended(build.bare_plan(child, START))
    for change in ({"category": "EMO"}, {"ended_on": None}, {"end_reason": "died"}):
        with refused("plan_ended_is_kept"), transaction.atomic():
            ProtectionPlan.objects.filter(pk=plan.pk).update(**change)
    ProtectionPlan.objects.filter(pk=plan.pk).update(
        withdrawn_at=clock.now(), withdrawn_by="test", withdrawn_reason="Another child."
    )


def test_nothing_is_added_to_a_plan_that_ended() -> None:
    plan = ended(build.on_plan(build.make()), date(2026, 12, 1), "died")
    moment = clock.now()
    with refused("plan_ended_is_kept"), transaction.atomic():
        Visit.objects.create(
            plan=plan,
            visited_on=plan.started_on,
            due_on=plan.started_on,
            visitor="W",
            seen=True,
            recorded_at=moment,
            recorded_by="test",
        )
    with refused("plan_ended_is_kept"), transaction.atomic():
        plan.categories.create(category="PHY", from_on=date(2026, 11, 30))


def test_a_review_is_after_the_start(child: Child) -> None:
    plan = build.bare_plan(child, START)
    with refused("review_held_after_the_plan_starts"), transaction.atomic():
        plan.reviews.create(held_on=START, due_on=START, counted_due_on=START)


def test_nothing_is_deleted(child: Child) -> None:
    build.bare_plan(child, START)
    plan = build.on_plan(build.make())
    assert plan.decided is not None
    conference = plan.decided.conference
    for row in (plan, conference, plan.decided, plan.family, plan.categories.get(), conference.invitations.all()[0]):
        with refused("Cannot (update or )?delete"), transaction.atomic():
            type(row).objects.filter(pk=row.pk)._raw_delete("default")


def test_a_conference_is_on_a_weekday_and_quorate_or_with_a_reason() -> None:
    plan = build.on_plan(build.make())
    assert plan.decided is not None
    rows = type(plan.decided.conference).objects.filter(pk=plan.decided.conference_id)
    with refused("conference_on_a_weekday"), transaction.atomic():
        rows.update(held_on=date(2026, 11, 28))
    with refused("inquorate_with_the_chairs_reason"), transaction.atomic():
        rows.update(quorate=False)


def test_a_plan_that_moved_in_has_a_decision_or_the_receipt_of_its_transfer(child: Child) -> None:
    def moved(of: Child, direction: str = "in", **fields: Any) -> Transfer:
        return Transfer.objects.create(
            family=plan.family, child=of, direction=direction, authority="Southmere", plan_started_on=START, category="NEG",
            told_on=date(2026, 1, 5), recorded_at=clock.now(), recorded_by="test", **fields,
        )  # fmt: skip

    plan = build.bare_plan(make_child(), START)
    received = date(2026, 1, 20)
    for transfer in (moved(child), moved(make_child(), accepted_on=received), moved(child, "out", accepted_on=received)):
        with refused("plan_transferred_in"), transaction.atomic():
            build.bare_plan(child, received, origin="transfer_in", source_reference="", transfer=transfer)
    taken = moved(child, accepted_on=received)
    assert build.bare_plan(child, received, origin="transfer_in", source_reference="", transfer=taken).transfer == taken


def test_a_category_changes_with_the_day_from_which_it_holds(child: Child) -> None:
    plan = build.bare_plan(child, START)

    def change(category: str) -> None:
        ProtectionPlan.objects.filter(pk=plan.pk).update(category=category)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with refused("plan_category_changes_from_a_day"), transaction.atomic():
        change("EMO")
    with transaction.atomic():
        plan.categories.create(category="EMO", from_on=date(2025, 9, 1))
        change("EMO")
    with refused("plan_category_changes_from_a_day"), transaction.atomic():
        change("NEG")
