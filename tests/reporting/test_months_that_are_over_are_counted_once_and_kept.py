"""Months that are over are counted once: adding them up gives what counting their days gives; late changes are counted again."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from foundation import clock, events
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, OPEN, YES, Span, Where
from foundation.errors import NotAllowed, Refused
from foundation.figures import FigureValue
from foundation.kept_figures import KEPT
from referrals.figures.contacts import CONTACTS
from referrals.figures.months import definition_of
from referrals.models import Contact, WardPostcode
from reporting.models import MonthOfFigures
from reporting.selectors import keeping
from reporting.selectors.keeping import MONTHS_KEPT, months_to_count
from reporting.services.keeping import keep_closed_months, keep_month
from reporting.tasks import keep_closed_months as task
from tests import factories
from tests.referrals import build, cases, mash

pytestmark = pytest.mark.django_db
SYSTEM = SystemActor("test")
NAMES = dict(KEPT.items())
YEAR = Span.of(FinancialYear(2025))
SO_FAR = Span("2026-27 so far", date(2026, 4, 1), date(2026, 11, 18))
CUT: list[Where] = [{}, {"agency": "School A"}, {"age": "5 to 9"}, {"ward": "Not known"}, {"ethnicity": "White"}]


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=clock.LONDON)


@pytest.fixture
def hub() -> mash.Mash:
    """Contacts over 20 months, of two agencies, rated and decided in several ways; one of them restricted; and a case."""
    made = mash.make()
    WardPostcode.objects.create(postcode="ZZ11AA", ward="Harbour")
    teacher = factories.make_person("practitioner", factories.make_agency("school", name="School A"))
    officer = factories.make_person("practitioner", made.police)
    for place in range(20):
        received = at(date(2026, 11, 10)) - timedelta(days=30 * place)
        sent = build.send(
            author=teacher if place % 3 else officer,
            children=1 + place % 2,
            received_at=received,
            teams=(made.team,),
            referrer_level=1 + place % 4,
            harm_types=["neglect"] if place % 2 else [],
        )
        Contact.objects.filter(submission=sent).update(
            initial_rating="amber", rating="red" if place % 5 else "amber", threshold_level=1 + place % 3, restricted=place == 7
        )
    cases.allocated(made)
    return made


def keep_all(span: Span) -> None:
    for name in NAMES:
        for month in span.months:
            if month.end < clock.today():
                keep_month(by=SYSTEM, source=name, month=month.start)


def live(source: str, span: Span, where: Where) -> list[FigureValue]:
    with connection.cursor() as cursor:
        return list(CUTS.get(source).read(span, where, cursor))


def stored(source: str, span: Span, where: Where) -> list[FigureValue]:
    with connection.cursor() as cursor:
        return list(keeping.read(CUTS.get(source), span, where, cursor).values)


def comparable(values: list[FigureValue]) -> list[Any]:
    """Everything that a figure says, with its parts in the order in which they are shown."""
    return [
        (
            one.code,
            one.period,
            one.value,
            one.numerator,
            one.denominator,
            one.as_at,
            {k: list(v.items()) for k, v in one.by.items()},
        )
        for one in values
    ]


@pytest.mark.parametrize("span", [YEAR, SO_FAR], ids=["a year that is over", "a year that runs"])
def test_adding_months_up_gives_what_counting_their_days_gives(hub: mash.Mash, span: Span) -> None:
    keep_all(span)
    told = 0
    for name in NAMES:
        for part in CUT:
            for where in [part, {**part, OPEN: YES}] if CUTS.get(name).sighted else [part]:
                found = comparable(stored(name, span, where))
                assert found == comparable(live(name, span, where)), (name, where)
                told += len(found)
    assert told > 100


def test_what_is_kept_is_what_is_read(hub: mash.Mash) -> None:
    keep_all(YEAR)
    before = stored("referrals.contacts", YEAR, {})
    build.send(received_at=at(date(2025, 5, 6)))
    assert comparable(stored("referrals.contacts", YEAR, {})) == comparable(before)
    assert comparable(live("referrals.contacts", YEAR, {})) != comparable(before)


@pytest.mark.parametrize("where", [{"ward": "Harbour", "age": "5 to 9"}, {"agency": "School A", OPEN: YES, "age": "5 to 9"}])
def test_a_part_of_two_things_is_counted_afresh(hub: mash.Mash, where: Where) -> None:
    keep_all(YEAR)
    build.send(received_at=at(date(2025, 5, 6)))
    assert comparable(stored("referrals.contacts", YEAR, where)) == comparable(live("referrals.contacts", YEAR, where))


def test_where_a_month_is_missing_everything_is_counted(hub: mash.Mash) -> None:
    keep_all(YEAR)
    MonthOfFigures.objects.filter(month=date(2025, 9, 1), source="referrals.contacts").delete()
    build.send(received_at=at(date(2025, 5, 6)))
    assert comparable(stored("referrals.contacts", YEAR, {})) == comparable(live("referrals.contacts", YEAR, {}))


def test_nothing_that_was_counted_by_an_older_definition_is_shown(hub: mash.Mash) -> None:
    keep_all(YEAR)
    MonthOfFigures.objects.update(definition="older")
    build.send(received_at=at(date(2025, 5, 6)))
    assert comparable(stored("referrals.contacts", YEAR, {})) == comparable(live("referrals.contacts", YEAR, {}))
    assert len(months_to_count(10_000)) == len(NAMES) * MONTHS_KEPT
    assert KEPT.get("referrals.contacts").definition == definition_of(CONTACTS)


def test_the_newest_months_are_counted_first_and_each_once(hub: mash.Mash) -> None:
    most = len(NAMES) * 2
    assert keep_closed_months(by=SYSTEM, most=most) == most
    assert set(MonthOfFigures.objects.values_list("month", flat=True)) == {date(2026, 10, 1), date(2026, 9, 1)}
    assert all(month < date(2026, 9, 1) for _source, month in months_to_count(50))


def test_a_late_change_has_its_month_counted_again(hub: mash.Mash) -> None:
    """Two sources, three months: an event of a contact touches the month in which it arrived, and nothing else."""
    months = [date(2026, month, 1) for month in (8, 9, 10)]
    for name in ("referrals.contacts", "referrals.disagreements"):
        for month in months:
            keep_month(by=SYSTEM, source=name, month=month)
    MonthOfFigures.objects.update(events_to=events.newest_event(before=clock.now() + timedelta(seconds=1)))
    kept = {(name, month) for name in ("referrals.contacts", "referrals.disagreements") for month in months}
    assert not kept & set(months_to_count(10_000))
    late = Contact.objects.filter(received_at__lt=at(date(2026, 9, 30))).latest("received_at")
    Contact.objects.filter(pk=late.pk).update(rating="blue")
    events.record(verb="contact.rated", by=SYSTEM, subject=events.Subject("contact", late.reference))
    assert kept & set(months_to_count(10_000)) == {("referrals.contacts", date(2026, 9, 1))}
    september = Span("September 2026", date(2026, 9, 1), date(2026, 9, 30))
    assert comparable(stored("referrals.contacts", september, {})) != comparable(live("referrals.contacts", september, {}))
    keep_month(by=SYSTEM, source="referrals.contacts", month=date(2026, 9, 1))
    assert comparable(stored("referrals.contacts", september, {})) == comparable(live("referrals.contacts", september, {}))


def test_what_was_counted_a_week_ago_is_counted_again(hub: mash.Mash) -> None:
    keep_month(by=SYSTEM, source="referrals.contacts", month=date(2026, 10, 1))
    MonthOfFigures.objects.update(counted_at=clock.now() - timedelta(days=8))
    assert months_to_count(10_000)[-1] == ("referrals.contacts", date(2026, 10, 1))


def test_the_task_counts(hub: mash.Mash) -> None:
    task()
    assert MonthOfFigures.objects.filter(source="referrals.contacts", month=date(2026, 10, 1), dimension="agency").exists()


def test_a_running_month_and_a_source_that_is_not_kept_are_refused() -> None:
    with pytest.raises(Refused, match="November 2026 is not over"):
        keep_month(by=SYSTEM, source="referrals.contacts", month=date(2026, 11, 1))
    with pytest.raises(Refused, match="not kept by the month"):
        keep_month(by=SYSTEM, source="referrals.early_help_standing", month=date(2026, 10, 1))


def test_nobody_but_the_system_counts() -> None:
    with pytest.raises(NotAllowed):
        keep_month(by=factories.make_person("business_team"), source="referrals.contacts", month=date(2026, 10, 1))


def test_the_dashboard_reads_what_is_kept(client: Client, hub: mash.Mash) -> None:
    keep_all(Span("Three years", date(2024, 4, 1), date(2026, 10, 31)))
    factories.sign_in(client, factories.make_person("executive"))
    client.get("/figures/checks/")
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/figures/contacts/?period=2025-26&agency=School+A").status_code == 200
    assert not [query for query in asked.captured_queries if "GROUPING SETS" in query["sql"]]


def test_kept_months_hold_numbers_only(hub: mash.Mash) -> None:
    keep_all(YEAR)
    for row in MonthOfFigures.objects.all():
        told = f"{row.whole} {row.by} {row.code}"
        assert "Robin" not in told
        assert "Example" not in told
        assert all(isinstance(number, int) for pair in row.whole for number in pair)
