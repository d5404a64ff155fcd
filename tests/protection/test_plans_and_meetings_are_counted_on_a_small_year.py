"""Plans, conferences, core groups and the scale of safety, each counted on a year so small that one counts along."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Agency
from children.models import Child
from foundation import clock
from foundation.calendar import LONDON, FinancialYear
from foundation.figures import FigureValue
from protection.figures.plans import EDGES, band_column, durations_on
from protection.models import Conference, CoreGroupMeeting, DiscussedChild, FamilyGroup, Section47, StrategyDiscussion
from protection.rules.durations import band_of, bands
from referrals.models import SubmittedChild
from tests import factories
from tests.figures import read_figure
from tests.protection import build
from tests.referrals import build as front_door

YEAR = FinancialYear(2025)
DAY = date(2025, 9, 10)  # a Wednesday


def figure(code: str, year: FinancialYear = YEAR) -> FigureValue:
    found = read_figure(code, year)
    assert found is not None, code
    return found


def pair(code: str) -> tuple[int | None, int | None]:
    found = figure(code)
    return found.numerator, found.denominator


def at(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=LONDON)


def family() -> FamilyGroup:
    return FamilyGroup.objects.create(team=factories.make_team(), opened_at=at(DAY), opened_by="test")


def child(**fields: Any) -> Child:
    fields = fields or {"birth_date": date(2015, 1, 1)}
    return Child.objects.create(family_name="Ames", created_at=at(DAY), created_by="test", **fields)


def conference(of: FamilyGroup, held_on: date, kind: str = "icpc", **fields: Any) -> Conference:
    return Conference.objects.create(
        **{
            "family": of,
            "type": kind,
            "state": "held",
            "requested_at": at(held_on - timedelta(days=20)),
            "requested_by": "test",
            "due_on": held_on,
            "chair": factories.make_person("conference_chair"),
            "planned_for": at(held_on),
            "booked_at": at(held_on - timedelta(days=19)),
            "booked_by": "test",
            "held_on": held_on,
            "held_at": at(held_on),
            "held_by": "test",
            "quorate": True,
            **fields,
        }
    )


def invited(to: Conference, agency: Agency, on: date, attendance: str) -> None:
    to.invitations.create(group="health", agency=agency, name="Hal", invited_at=at(on), invited_by="test", attendance=attendance)


# -- plans ----------------------------------------------------------------------------------------------------


def ended(started: date, day: date, reason: str) -> None:
    plan = build.bare_plan(child(), started)
    plan.ended_on, plan.end_reason, plan.ended_at, plan.ended_by = day, reason, at(day), "test"
    plan.save()


@pytest.mark.django_db
def test_plans_that_ended_are_told_by_reason_and_how_long_they_had_run() -> None:
    ended(date(2023, 6, 1), date(2025, 6, 1), "cin")  # two years to the day
    ended(date(2023, 6, 2), date(2025, 6, 1), "cin")
    ended(date(2025, 4, 1), date(2026, 3, 31), "looked_after")
    ended(date(2024, 4, 1), date(2025, 3, 31), "cin")  # the year before
    ended(date(2025, 4, 1), date(2026, 4, 1), "cin")  # the year after
    found = figure("plans.ended")
    assert found.value == 3
    assert sorted(found.by["closure"].values()) == [1, 2]
    assert found.by["month"]["June 2025"] == 2
    assert pair("plans.ended_over_2_years") == (1, 3)


@pytest.mark.django_db
def test_open_plans_of_two_years_or_more() -> None:
    for started in (date(2024, 3, 31), date(2024, 4, 1), date(2025, 9, 1)):  # the first, two years on the last day
        build.bare_plan(child(), started)
    ended(date(2020, 1, 1), date(2026, 3, 31), "cin")  # on the last day it is over
    assert pair("plans.open_over_2_years") == (1, 3)
    assert figure("plans.open").value == 3


@pytest.mark.django_db
def test_plans_are_told_by_sex_and_disability() -> None:
    told = [["AUT", "LD"], ["NONE"], []]
    for sex, codes in zip("FFM", told, strict=True):
        contact = front_door.send(received_at=at(DAY)).contacts.get()
        told_of = SubmittedChild.objects.create(
            submission=contact.submission, position=2, family_name="Ames", birth_date=date(2018, 1, 1), disability_codes=codes
        )
        type(contact).objects.filter(pk=contact.pk).update(submitted_child=told_of)
        Child.objects.filter(pk=contact.child_id).update(sex=sex)
        build.bare_plan(Child.objects.get(pk=contact.child_id), DAY)
    for code in ("plans.open", "plans.started"):
        by = figure(code).by
        assert by["sex"] == {"Male": 1, "Female": 2}, code
        assert by["disability"] == {"Disabled": 1, "Not disabled": 1, "Not told": 1}, code


@pytest.mark.django_db
@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.integers(0, 1500), st.integers(-300, 300))))
def test_the_statement_puts_a_plan_into_the_band_that_the_rule_says(rows: list[tuple[date, int, int]]) -> None:
    """Started on a day, seen so many days later, of a child born so many days before that (or after: not born yet)."""
    known = bands(EDGES)
    seen = [(started, started + timedelta(days=days), started + timedelta(days=days - born)) for started, days, born in rows]
    by_rule = ["u" if born > day else str(known.index(band_of(started, day, known))) for started, day, born in seen]
    column = band_column("p", "p.born", "p.day", EDGES)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM unnest(%s::date[], %s::date[], %s::date[]) WITH ORDINALITY AS p(started_on, day, born, place)"  # noqa: S608
            " ORDER BY place",
            [list(part) for part in zip(*seen, strict=True)] if seen else [[], [], []],
        )
        assert [row[0] for row in cursor.fetchall()] == by_rule


@pytest.mark.django_db
def test_the_breakdown_by_duration_is_the_duration_table() -> None:
    unborn = {"expected_delivery_date": date(2026, 5, 1)}
    for started in (date(2025, 12, 31), date(2025, 12, 30), date(2025, 3, 31), date(2023, 1, 1)):
        build.bare_plan(child(), started)
    build.bare_plan(child(**unborn), date(2026, 3, 1))
    with connection.cursor() as cursor:
        table = durations_on(YEAR.end, cursor)
    printed = dict(zip(table.columns, table.totals.numbers, strict=False))
    assert figure("plans.open").by["duration"] == {label: number for label, number in printed.items() if number}
    assert sum(figure("plans.open").by["duration"].values()) == table.totals.total == 5  # type: ignore[arg-type]


# -- the scale ------------------------------------------------------------------------------------------------


def scored(scores: list[list[int]], months: int = 3) -> None:
    """A plan with a conference for each list of scores, and the scores of the chair and of people of agencies."""
    of, about = family(), child()
    build.bare_plan(about, date(2025, 4, 2), family=of)
    for place, said in enumerate(scores):
        held = conference(of, build.months_later(date(2025, 4, 2), months * place), "rcpc" if place else "icpc")
        held.children.create(child=about, due_on=held.held_on)
        for score in said:
            agency = factories.make_agency("health")
            seat = held.invitations.create(group="health", agency=agency, name="Hal", invited_at=at(DAY), invited_by="test")
            held.scores.create(invitation=seat, score=score, given_at=at(DAY), given_by="test")


@pytest.mark.django_db
def test_plans_under_which_children_became_safer_by_how_far() -> None:
    scored([[2, 3, 9], [4], [6, 6, 0]])  # 3 to 6
    scored([[3, 4], [4]])  # three and a half to 4
    scored([[5], [5, 5, 1]])
    scored([[6], [5]])
    scored([[9, 9], [2]])
    scored([[5]])  # one conference says nothing of a change
    scored([[5], [9]], months=12)  # the second is in the year after
    assert pair("plans.safer") == (2, 5)
    assert figure("plans.scaled").by["change"] == {
        "Rose by 3 points or more": 1,
        "Rose by less than 3 points": 1,
        "Did not change": 1,
        "Fell by less than 3 points": 1,
        "Fell by 3 points or more": 1,
    }


# -- conferences ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_outlines_in_time_go_out_by_their_day_in_london() -> None:
    due = date(2025, 9, 11)
    for sent in (at(due, 23), at(due + timedelta(days=1), 0), None):
        by = "test" if sent else ""
        conference(family(), DAY, outline_due_on=due, outline_sent_at=sent, outline_sent_by=by)
    assert pair("conferences.outline_in_time") == (1, 3)
    assert figure("conferences.outline_in_time").by["month"]["September 2025"] == (1, 3)


@pytest.mark.django_db
def test_children_took_part_of_those_who_could() -> None:
    held = conference(family(), DAY)
    for part in ("attended", "advocate", "none", "too_young", ""):
        held.children.create(child=child(), due_on=DAY, participation=part)
    assert pair("conferences.children_took_part") == (2, 3)


@pytest.mark.django_db
def test_attendance_is_told_for_initial_and_review_conferences_apart() -> None:
    health, school = factories.make_agency("health", name="Health"), factories.make_agency("school", name="School")
    first, review, other = (conference(family(), DAY, kind) for kind in ("pre_birth", "rcpc", "transfer_in"))
    early = DAY - timedelta(days=14)
    invited(first, health, early, "attended")
    invited(first, school, early, "apologies")
    invited(review, health, early, "deputy")
    invited(other, health, early, "absent")
    assert figure("conferences.attendance_initial").by["agency"] == {"Health": (1, 1), "School": (0, 1)}
    assert pair("conferences.attendance_review") == (1, 1)
    assert pair("conferences.attendance") == (2, 4)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("held_on", "on", "expected"),
    [
        (date(2025, 9, 10), date(2025, 9, 5), 1),  # Friday to Wednesday: three working days
        (date(2025, 9, 9), date(2025, 9, 5), 0),  # a calendar day less is one too few, though four lie between
        (date(2025, 8, 28), date(2025, 8, 22), 1),  # over the bank holiday of 25 August
        (date(2025, 8, 27), date(2025, 8, 22), 0),
        (date(2026, 1, 2), date(2025, 12, 24), 1),  # 29, 30 and 31 December are worked
        (date(2025, 12, 30), date(2025, 12, 24), 0),
        (date(2025, 9, 10), date(2025, 8, 1), 1),
    ],
)
def test_whoever_was_invited_late_by_working_days_was_not_expected(held_on: date, on: date, expected: int) -> None:
    call_command("seed_bank_holidays")
    invited(conference(family(), held_on), factories.make_agency("health"), on, "absent")
    invited(conference(family(), held_on), factories.make_agency("health"), held_on - timedelta(days=30), "absent")
    assert pair("conferences.attendance") == (0, 1 + expected)


@pytest.mark.django_db
def test_enquiries_are_counted_by_the_day_on_which_they_started() -> None:
    of = family()
    for day in (date(2025, 4, 1), date(2026, 3, 31), date(2026, 4, 1)):
        called = {"called_at": at(day), "called_by": "test", "due_on": day}
        discussion = StrategyDiscussion.objects.create(family=of, **called)
        row = DiscussedChild.objects.create(discussion=discussion, child=child())
        Section47.objects.create(
            family=of,
            child=row.child,
            initiated=row,
            joint=True,
            started_on=day,
            started_at=at(day),
            started_by="test",
            conference_due_on=day,
        )
    found = figure("section47.started")
    assert found.value == 2
    assert (found.by["month"]["April 2025"], found.by["month"]["March 2026"]) == (1, 1)
    assert pair("section47.to_conference") == (0, 2)


# -- core groups ----------------------------------------------------------------------------------------------


def meeting(of: FamilyGroup, held_on: date, due_on: date, sent_on: date | None) -> CoreGroupMeeting:
    out = {"sent_at": at(sent_on, 23), "sent_by": "test"} if sent_on else {}
    return CoreGroupMeeting.objects.create(
        family=of,
        held_on=held_on,
        due_on=due_on,
        is_first=False,
        minutes="All is well.",
        written_at=at(held_on),
        written_by="test",
        minutes_due_on=held_on + timedelta(days=14),
        **out,
    )


@pytest.mark.django_db
def test_core_groups_their_minutes_and_who_came() -> None:
    of, later = family(), DAY + timedelta(days=14)
    health, school = factories.make_agency("health", name="Health"), factories.make_agency("school", name="School")
    first = meeting(of, DAY, DAY, later)
    second = meeting(of, DAY + timedelta(days=1), DAY, later + timedelta(days=2))
    third = meeting(of, DAY + timedelta(days=2), DAY + timedelta(days=9), None)
    assert pair("core_groups.in_time") == (2, 3)
    assert pair("core_groups.minutes_in_time") == (1, 3)
    common = {"family": of, "joined_on": DAY, "added_at": at(DAY), "added_by": "test"}
    nurse = of.members.create(name="Nia", group="health", agency=health, **common)
    teacher = of.members.create(name="Tom", group="school", agency=school, **common)
    mother = of.members.create(name="Mel", relation="parent", **common)
    for met, came in ((first, ("attended", "absent")), (second, ("remote", "deputy")), (third, ("apologies", "apologies"))):
        for member, attendance in zip((nurse, teacher), came, strict=True):
            met.attendances.create(member=member, attendance=attendance)
        met.attendances.create(member=mother, attendance="attended")
    found = figure("core_groups.attendance")
    assert (found.numerator, found.denominator) == (3, 6)
    assert found.by["agency"] == {"Health": (2, 3), "School": (1, 3)}
    assert clock.today() > DAY
