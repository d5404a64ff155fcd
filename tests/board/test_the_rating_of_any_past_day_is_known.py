"""The strip of ratings: what an action was rated at the end of each month, whatever happened to it afterwards."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client

from accounts.models import Person
from board.figures.actions import stood_on as counted_on
from board.presenters.ratings import rated_words, rating_strip
from board.selectors.ratings import rated_on, spells_of, strip_days
from board.services.actions import overrule_rating, reschedule, withdraw
from board.services.progress import write_update
from foundation import clock
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db

OPENED = date(2026, 3, 10)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


@pytest.fixture
def business() -> Person:
    with clock.frozen(at(OPENED)):
        return make_person("business_team", make_agency("partnership"))


def test_each_month_keeps_its_rating_whatever_happens_later(business: Person) -> None:
    action = make_action(due_on=date(2026, 7, 31), plan=make_plan(opened_on=OPENED))
    with clock.frozen(at(date(2026, 9, 10))):
        reschedule(by=business, reference=action.reference, due_on=date(2027, 3, 31), reason="Staff left.")
    with clock.frozen(at(date(2026, 10, 5))):
        overrule_rating(by=business, reference=action.reference, rating="amber", reason="Nobody is in post.")
    action.refresh_from_db()
    spells, days = spells_of([action])[action.pk], strip_days(action)
    assert days[0] == date(2026, 3, 31)
    assert days[-2:] == (date(2026, 10, 31), clock.today())
    ratings = [rated_on(action, spells, day) for day in days]
    assert ratings == ["green", "green", "green", "green", "amber", "red", "green", "amber", "amber"]


def test_before_it_was_added_and_in_the_future_there_is_none(business: Person) -> None:
    action = make_action(due_on=date(2026, 12, 31), plan=make_plan(opened_on=OPENED))
    spells = spells_of([action])[action.pk]
    assert rated_on(action, spells, OPENED - timedelta(days=1)) is None
    assert rated_on(action, spells, OPENED) == "green"
    assert rated_on(action, spells, clock.today() + timedelta(days=1)) is None
    withdraw(by=business, reference=action.reference, reason="Not needed.")
    action.refresh_from_db()
    spells = spells_of([action])[action.pk]
    assert rated_on(action, spells, clock.today()) == ""
    assert rated_on(action, spells, clock.today() - timedelta(days=1)) == "green"


def test_a_strip_holds_at_most_twelve_months_and_today() -> None:
    old = make_action(due_on=date(2026, 12, 31), plan=make_plan(opened_on=date(2020, 1, 1)))
    assert len(strip_days(old)) == 13
    assert strip_days(make_action(due_on=date(2026, 12, 31))) == (clock.today(),)


def test_it_agrees_with_the_figures_of_the_day(business: Person) -> None:
    plan = make_plan(opened_on=OPENED)
    actions = [make_action(due_on=date(2026, month, 28), plan=plan) for month in range(4, 13)]
    for number, action in enumerate(actions):
        with clock.frozen(at(date(2026, 4, 20) + timedelta(days=20 * number))):
            if number % 3 == 0:
                withdraw(by=business, reference=action.reference, reason="No.")
            elif number % 3 == 1:
                write_update(by=business, reference=action.reference, version=1, text="On it", recovery_plan="More staff")
            else:
                reschedule(by=business, reference=action.reference, due_on=date(2026, 12, 20), reason="Later")
        action.refresh_from_db()
    spells = spells_of(actions)
    for day in (date(2026, 4, 30), date(2026, 6, 30), date(2026, 9, 30), date(2026, 11, 17)):
        mine = Counter(rated_on(action, spells[action.pk], day) for action in actions)
        mine.pop("", None)
        with connection.cursor() as cursor:
            rows = counted_on(day, OPENED, cursor)  # type: ignore[arg-type]
        counted: Counter[str] = Counter()
        for row in rows:
            counted[row[2].lower()] += row[6]
        assert mine == counted, day


def test_the_words_say_what_the_colours_say() -> None:
    rated = {date(2026, 9, 30): "green", date(2026, 10, 31): "green", date(2026, 11, 18): "red"}
    chart = rating_strip("3.1", rated)
    assert chart.description == "It was green at the end of September 2026, then red today."
    assert chart.as_table()
    assert rating_strip("3.1", {date(2026, 11, 18): ""}).description == "It is not rated today."
    assert rated_words("amber", date(2026, 3, 31)) == "At the end of 31 March 2026 it was amber."
    assert "withdrawn" in rated_words("", date(2026, 3, 31))
    assert "no rating on 31 March 2026" in rated_words(None, date(2026, 3, 31))


def test_the_page_shows_the_strip_the_rating_of_a_day_and_of_each_note(client: Client, business: Person) -> None:
    action = make_action(due_on=date(2026, 10, 1), plan=make_plan(opened_on=OPENED))
    with clock.frozen(at(date(2026, 9, 20))):
        write_update(by=business, reference=action.reference, version=1, text="Begun.")
    pages, address = sign_in(client, business), f"/actions/{action.reference}/"
    page = pages.get(address).content.decode()
    assert "Rated amber that day" in page
    assert "Rating at the end of each month" in page
    asked = pages.get(f"{address}?on-day=31&on-month=10&on-year=2026").content.decode()
    assert "At the end of 31 October 2026 it was red." in asked
    ahead = pages.get(f"{address}?on-day=31&on-month=10&on-year=2027").content.decode()
    assert "must be today or in the past" in ahead
