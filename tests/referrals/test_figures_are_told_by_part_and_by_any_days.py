"""The same figure for a quarter, a ward, an age band: the parts add up to the whole, and a cut is a part of it."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from children.models import Child
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, Span, Where
from foundation.figures import FigureValue
from referrals.models import Contact, SubmittedChild, WardPostcode
from tests.referrals import build

pytestmark = pytest.mark.django_db
YEAR = Span.of(FinancialYear(2026))
QUARTER = Span("Quarter 1 of 2026-27", date(2026, 4, 1), date(2026, 6, 30))


def at(month: int, day: int = 5) -> datetime:
    return datetime(2026, month, day, 12, 0, tzinfo=clock.LONDON)


def read(source: str, span: Span = YEAR, where: Where | None = None) -> dict[str, FigureValue]:
    with connection.cursor() as cursor:
        return {value.code: value for value in CUTS.get(source).read(span, where or {}, cursor)}


def child(month: int, born: date | None, ethnicity: str = "", postcode: str = "") -> None:
    submission = build.send(received_at=at(month), children=0)
    expected = None if born else date(2026, 12, 1)
    told = SubmittedChild.objects.create(
        submission=submission,
        position=1,
        given_name="Robin",
        family_name="Example",
        birth_date=born,
        expected_delivery_date=expected,
        sex="U",
        ethnicity=ethnicity,
        postcode=postcode,
    )
    known = Child.objects.create(
        created_at=at(month), created_by="P-1", family_name="Example", birth_date=born, expected_delivery_date=expected, sex="U"
    )
    Contact.objects.create(
        submission=submission,
        submitted_child=told,
        child=known,
        position=1,
        received_at=at(month),
        decision_due_at=at(month) + timedelta(days=1),
    )


@pytest.fixture
def five_children() -> None:
    WardPostcode.objects.create(postcode="ZZ11AA", ward="Harbour")
    child(4, date(2026, 1, 1), "WBRI", "zz1 1aa")
    child(5, date(2016, 5, 6), "MWBC", "ZZ1 1AA")  # ten on the day after: still nine
    child(6, date(2010, 6, 5), "CHNE", "ZZ9 9ZZ")  # sixteen on the very day
    child(7, date(2020, 1, 1), "BOTH")
    child(8, None, "REFU")


def test_ages_are_those_at_the_event(five_children: None) -> None:
    assert read("referrals.contacts")["contacts.received"].by["age"] == {
        "Not born yet": 1,
        "Under 1": 1,
        "5 to 9": 2,
        "16 and over": 1,
    }


def test_wards_and_ethnic_groups_have_a_place_for_what_is_not_known(five_children: None) -> None:
    by = read("referrals.contacts")["contacts.received"].by
    assert by["ward"] == {"Harbour": 2, "Not known": 3}
    assert by["ethnicity"] == {
        "White": 1,
        "Mixed": 1,
        "Black or Black British": 1,
        "Other ethnic group": 1,
        "Not stated or not known": 1,
    }


def test_a_quarter_counts_its_own_months_only(five_children: None) -> None:
    received = read("referrals.contacts", QUARTER)["contacts.received"]
    assert received.value == 3
    assert received.by["month"] == {"April 2026": 1, "May 2026": 1, "June 2026": 1}


@pytest.mark.parametrize(
    ("where", "number"),
    [
        ({"ward": "Harbour"}, 2),
        ({"ward": "Not known"}, 3),
        ({"age": "5 to 9"}, 2),
        ({"ethnicity": "Mixed"}, 1),
        ({"ward": "Harbour", "age": "5 to 9"}, 1),
        ({"ward": ""}, 5),
    ],
)
def test_a_cut_counts_its_part(five_children: None, where: Where, number: int) -> None:
    assert read("referrals.contacts", where=where)["contacts.received"].value == number
    assert read("referrals.forms", where=where)["submissions.received"].value == number


def test_a_part_that_nobody_belongs_to_gives_nothing(five_children: None) -> None:
    assert read("referrals.contacts", where={"ward": "Hill"}) == {}


def test_the_parts_of_every_cut_add_up(five_children: None) -> None:
    for value in read("referrals.contacts").values():
        for name in ("month", "agency", "ward", "age", "ethnicity"):
            if value.denominator is None:
                assert sum(value.by[name].values()) == value.value  # type: ignore[arg-type]  # counts
            else:
                assert sum(pair[1] for pair in value.by[name].values()) == value.denominator  # type: ignore[index]  # pairs


def test_what_there_is_to_choose_from(five_children: None) -> None:
    with connection.cursor() as cursor:
        choices = CUTS.get("referrals.contacts").choices(cursor)
    assert choices["ward"] == ["Harbour"]
    assert choices["age"][0] == "Not born yet"
