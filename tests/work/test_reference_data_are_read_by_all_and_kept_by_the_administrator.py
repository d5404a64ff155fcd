from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, history
from foundation.models import BankHoliday
from foundation.working_days import forget_working_calendar, working_calendar
from tests.conftest import FROZEN_AT
from tests.factories import make_person, sign_in
from tests.work.build import CONTACT, SYSTEM, inside
from work.models import Clock, DeadlineLimit, SchoolTerm
from work.services.clocks import start_clock
from work.services.reference import (
    add_bank_holiday,
    remove_bank_holiday,
    remove_school_term,
    save_school_term,
    set_limit,
    withdraw_limit,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 18)
TOMORROW = date(2026, 11, 19)
CHRISTMAS = date(2026, 12, 25)
WHY = "Agreed by the partners in October."


@pytest.fixture
def administrator() -> Person:
    return make_person("system_administrator")


@pytest.fixture(autouse=True)
def _calendar_of_this_test() -> None:
    forget_working_calendar()
    call_command("seed_bank_holidays")


def date_parts(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def test_everybody_reads_bank_holidays_with_their_source() -> None:
    practitioner = sign_in(Client(), make_person("practitioner"))
    shown = practitioner.get(reverse("work:bank_holidays")).content.decode()
    assert "Christmas Day" in shown
    assert "Published list for England" in shown
    assert "Remove" not in shown
    assert "Add a bank holiday" not in shown


def test_a_proclaimed_day_is_added_and_no_working_day_any_more(administrator: Person) -> None:
    client, day = sign_in(Client(), administrator), date(2026, 12, 3)
    assert working_calendar().is_working_day(day)
    given = {"title": "Bank holiday for the coronation", **date_parts("on", day)}
    shown = client.post(reverse("work:add_bank_holiday"), given, follow=True).content.decode()
    assert "Added here" in shown
    assert not working_calendar().is_working_day(day)
    client.post(reverse("work:remove_bank_holiday", args=["2026-12-03"]))
    assert working_calendar().is_working_day(day)
    assert [event.verb for event in history(Subject("bank_holiday", "2026-12-03"))] == [
        "bank_holiday.added",
        "bank_holiday.removed",
    ]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [(date(2026, 11, 17), "has not passed"), (date(2026, 11, 21), "Monday to Friday"), (CHRISTMAS, "already: Christmas Day")],
)
def test_a_day_that_makes_no_difference_is_refused(administrator: Person, day: date, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        add_bank_holiday(by=administrator, on=day, title="Another day")


def test_a_bank_holiday_that_has_passed_stays(administrator: Person) -> None:
    with pytest.raises(Refused, match="has passed"):
        remove_bank_holiday(by=administrator, on=date(2026, 8, 31))
    shown = sign_in(Client(), administrator).post(reverse("work:remove_bank_holiday", args=["2026-08-31"]), follow=True)
    assert "has passed" in shown.content.decode()
    with pytest.raises(NotVisible):
        remove_bank_holiday(by=administrator, on=date(2026, 12, 2))
    assert sign_in(Client(), administrator).post(reverse("work:remove_bank_holiday", args=["x"])).status_code == 404


def test_a_removed_bank_holiday_is_not_seeded_again(administrator: Person) -> None:
    remove_bank_holiday(by=administrator, on=CHRISTMAS)
    call_command("seed_bank_holidays")
    assert not BankHoliday.objects.filter(date=CHRISTMAS).exists()


def test_a_clock_that_runs_keeps_its_date_when_a_bank_holiday_is_added(administrator: Person) -> None:
    with inside():
        started = start_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT, started_at=FROZEN_AT)
    add_bank_holiday(by=administrator, on=TOMORROW, title="Sudden holiday")
    later = Subject("contact", "NM-K-TEST-0002")
    with inside():
        start_clock(by=SYSTEM, kind="tests.decision", subject=later, started_at=FROZEN_AT)
    due = {row.subject_reference: row.due_at.date() for row in Clock.objects.all()}
    assert due == {started.subject_reference: TOMORROW, later.reference: date(2026, 11, 20)}


def test_a_school_term_is_added_changed_and_removed(administrator: Person) -> None:
    client, where = sign_in(Client(), administrator), reverse("work:add_school_term")
    first, last = date(2027, 1, 4), date(2027, 3, 25)
    given = {"name": "Spring term 2027", **date_parts("starts_on", first), **date_parts("ends_on", last)}
    assert "Spring term 2027" in client.post(where, given, follow=True).content.decode()
    term = SchoolTerm.objects.get()
    half_term = {**date_parts("closed_from", date(2027, 2, 15)), **date_parts("closed_until", date(2027, 2, 19))}
    shown = client.post(reverse("work:school_term", args=[term.pk]), {**given, **half_term}, follow=True).content.decode()
    assert "15 February 2027 to 19 February 2027" in shown
    client.post(reverse("work:remove_school_term", args=[term.pk]))
    assert not SchoolTerm.objects.exists()


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"ends_on": date(2026, 12, 1)}, "same as or after the first"),
        ({"closed_from": date(2027, 2, 15)}, "or neither"),
        ({"closed_from": date(2026, 2, 15), "closed_until": date(2027, 2, 19)}, "within the term"),
        ({"closed_from": date(2027, 2, 15), "closed_until": date(2027, 2, 12)}, "end after it begins"),
        ({"starts_on": date(2026, 12, 18)}, "overlap Autumn term"),
    ],
)
def test_terms_in_disorder_are_refused(administrator: Person, dates: dict[str, date], sentence: str) -> None:
    save_school_term(by=administrator, name="Autumn term", starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 18))
    good = {"starts_on": date(2027, 1, 4), "ends_on": date(2027, 3, 25)}
    with pytest.raises(Refused, match=sentence):
        save_school_term(by=administrator, name="Spring term", **{**good, **dates})


def test_what_clocks_were_counted_with_stays(administrator: Person) -> None:
    autumn = save_school_term(by=administrator, name="Autumn term", starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 18))
    with pytest.raises(Refused, match="has begun"):
        remove_school_term(by=administrator, term_id=autumn.pk)
    with clock.frozen(FROZEN_AT + timedelta(days=60)), pytest.raises(Refused, match="has ended"):
        save_school_term(
            by=administrator, term_id=autumn.pk, name="Autumn", starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 20)
        )


def test_a_limit_holds_for_clocks_that_start_from_its_day_on(administrator: Person) -> None:
    with inside():
        running = start_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT, started_at=FROZEN_AT)
    set_limit(by=administrator, kind="tests.decision", variant="", amount=3, effective_from=TOMORROW, reason=WHY)
    later = Subject("contact", "NM-K-TEST-0002")
    with clock.frozen(FROZEN_AT + timedelta(days=1)), inside():
        started = start_clock(by=SYSTEM, kind="tests.decision", subject=later, started_at=clock.now())
    running.refresh_from_db()
    assert running.due_at.date() == TOMORROW
    assert started.due_at.date() == date(2026, 11, 24)
    assert started.limit_used["effective_from"] == "2026-11-19"


def test_the_limits_stand_beside_those_of_guidance_with_reason_and_history(administrator: Person) -> None:
    client = sign_in(Client(), administrator)
    where = reverse("work:set_limit", args=["tests.information"])
    given = {"variant": "amber", "amount": "20", "reason": WHY, **date_parts("effective_from", TOMORROW)}
    shown = client.post(where, given, follow=True).content.decode()
    assert "Amber: 20 hours of the front door" in shown
    assert "Withdraw" in shown
    with clock.frozen(FROZEN_AT + timedelta(days=2)):
        reader = sign_in(Client(), make_person("practitioner"))
        everything = reader.get(reverse("work:limits")).content.decode()
        one = reader.get(reverse("work:limit", args=["tests.information"])).content.decode()
    assert "24 hours of the front door" in everything
    assert "<strong>20 hours of the front door</strong> since 19 November 2026" in everything
    assert WHY in one
    assert administrator.name in one
    assert "Withdraw" not in one


def test_a_limit_longer_than_guidance_is_marked(administrator: Person) -> None:
    set_limit(by=administrator, kind="tests.decision", variant="", amount=9, effective_from=TOMORROW, reason=WHY)
    with clock.frozen(FROZEN_AT + timedelta(days=2)):
        shown = sign_in(Client(), administrator).get(reverse("work:limit", args=["tests.decision"])).content.decode()
    assert "Longer than guidance" in shown


def test_the_same_day_that_was_made_longer_is_the_same_day_again(administrator: Person) -> None:
    client = sign_in(Client(), administrator)
    where = reverse("work:set_limit", args=["tests.strategy"])
    assert "Enter 0 for the same day, for Red." in client.get(where).content.decode()
    longer = {"variant": "red", "amount": "2", "reason": WHY, **date_parts("effective_from", TOMORROW)}
    again = {**longer, "amount": "0", **date_parts("effective_from", date(2026, 12, 1))}
    assert client.post(where, longer).status_code == 302
    shown = client.post(where, again, follow=True).content.decode()
    assert "Red: the same day" in shown
    refused = client.post(where, {**again, "variant": "amber"})
    assert refused.status_code == 422
    assert "Enter a limit from 1 to 1000" in refused.content.decode()
    with clock.frozen(FROZEN_AT + timedelta(days=14)), inside():
        started = start_clock(
            by=SYSTEM, kind="tests.strategy", subject=CONTACT, variant="red", started_at=FROZEN_AT + timedelta(days=14)
        )
    assert started.due_at.date() == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"amount": 0}, "from 1 to 1000"),
        ({"effective_from": TODAY}, "a day after today"),
        ({"reason": " "}, "Enter why"),
        ({"effective_from": date(2026, 12, 1)}, "set from that day already"),
    ],
)
def test_a_limit_that_cannot_hold_is_refused(administrator: Person, change: dict[str, object], sentence: str) -> None:
    good = {"kind": "tests.decision", "variant": "", "amount": 3, "effective_from": TOMORROW, "reason": WHY}
    set_limit(by=administrator, **{**good, "effective_from": date(2026, 12, 1)})  # type: ignore[arg-type]  # a table
    with pytest.raises(Refused, match=sentence):
        set_limit(by=administrator, **{**good, **change})  # type: ignore[arg-type]  # a table


def test_an_unknown_clock_has_no_limit(administrator: Person) -> None:
    for kind, variant in (("tests.nothing", ""), ("tests.decision", "amber")):
        with pytest.raises(NotVisible):
            set_limit(by=administrator, kind=kind, variant=variant, amount=3, effective_from=TOMORROW, reason=WHY)
    assert sign_in(Client(), administrator).get(reverse("work:limit", args=["tests.nothing"])).status_code == 404


def test_a_limit_is_withdrawn_until_it_is_in_force(administrator: Person) -> None:
    for day in (TOMORROW, date(2026, 12, 1)):
        set_limit(by=administrator, kind="tests.decision", variant="", amount=3, effective_from=day, reason=WHY)
    first, second = DeadlineLimit.objects.order_by("effective_from")
    with clock.frozen(FROZEN_AT + timedelta(days=2)):
        with pytest.raises(Refused, match="is in force"):
            withdraw_limit(by=administrator, limit_id=first.pk)
        client = sign_in(Client(), administrator)
        answer = client.post(reverse("work:withdraw_limit", args=[second.pk]), follow=True)
    assert "has been withdrawn" in answer.content.decode()
    assert DeadlineLimit.objects.get() == first


def test_the_first_page_tells_what_there_is(administrator: Person) -> None:
    shown = sign_in(Client(), administrator).get(reverse("work:dates_and_limits")).content.decode()
    assert "Christmas Day" in shown
    assert "9am to 5pm" in shown
    assert "nothing can be counted in school days" in shown


def test_the_years_of_bank_holidays_can_be_chosen(administrator: Person) -> None:
    client = sign_in(Client(), administrator)
    assert "Bank holidays 2027" in client.get(reverse("work:bank_holidays"), {"year": "2027"}).content.decode()
    for odd in ("0", "9999", "x", "²"):
        assert client.get(reverse("work:bank_holidays"), {"year": odd}).status_code == 200
