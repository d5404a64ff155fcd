"""Dates, times, time left, money: clock stands at Wednesday 18 November 2026, 10:00."""

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.template import Context, Template

from foundation import clock
from foundation.design import words

UTC = dt.UTC
NOW = dt.datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def test_a_date() -> None:
    assert words.date(dt.date(2026, 11, 21)) == "21 November 2026"
    assert words.short_date(dt.date(2026, 9, 1)) == "1 Sep 2026"
    assert words.date(None) == ""


def test_a_moment_is_taken_to_london_first() -> None:
    before_midnight = dt.datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert words.date(before_midnight) == "1 July 2026"
    assert words.moment(before_midnight) == "1 July 2026 at 12:30am"
    assert words.moment(dt.datetime(2026, 11, 21, 16, 5, tzinfo=UTC)) == "21 November 2026 at 4:05pm"
    assert words.moment(None) == ""


@pytest.mark.parametrize(
    ("time", "written"),
    [
        ((0, 0), "midnight"),
        ((0, 5), "12:05am"),
        ((9, 0), "9am"),
        ((11, 59), "11:59am"),
        ((12, 0), "midday"),
        ((12, 1), "12:01pm"),
        ((16, 5), "4:05pm"),
        ((23, 59), "11:59pm"),
    ],
)
def test_a_time(time: tuple[int, int], written: str) -> None:
    assert words.time(dt.time(*time)) == written


@pytest.mark.parametrize(
    ("due", "said", "urgency"),
    [
        (NOW + dt.timedelta(seconds=30), "due now", "soon"),
        (NOW + dt.timedelta(minutes=1), "due in 1 minute", "soon"),
        (NOW + dt.timedelta(minutes=59), "due in 59 minutes", "soon"),
        (NOW + dt.timedelta(hours=2), "due in 2 hours", "soon"),
        (NOW + dt.timedelta(hours=25), "due tomorrow", "soon"),
        (NOW + dt.timedelta(days=5), "due in 3 working days", "later"),
        (NOW - dt.timedelta(hours=1), "1 hour late", "late"),
        (NOW - dt.timedelta(days=5), "3 working days late", "late"),
        (dt.date(2026, 11, 14), "3 working days late", "late"),
        (dt.date(2026, 11, 18), "due today", "soon"),
        (dt.date(2026, 11, 19), "due tomorrow", "soon"),
        (dt.date(2026, 11, 25), "due in 5 working days", "later"),
        (dt.date(2026, 11, 17), "1 working day late", "late"),
        (SimpleNamespace(time_left="on hold", urgency="later"), "on hold", "later"),
        (None, "", ""),
    ],
)
def test_time_left(due: object, said: str, urgency: str) -> None:
    assert words.time_left(due) == said
    assert words.urgency(due) == urgency


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Decimal(1200), "£1,200"),
        (Decimal("35.5"), "£35.50"),
        (Decimal(-35), "−£35"),
        (0, "£0"),
        (None, ""),
        (Decimal("0.005"), "£0"),
    ],
)
def test_pounds(amount: Decimal | None, written: str) -> None:
    assert words.pounds(amount) == written


def test_the_filters_of_templates() -> None:
    template = Template(
        "{% load design %}{{ d|gov_date }}|{{ m|gov_datetime }}|{{ m|gov_time }}|{{ m|time_left }}|{{ n|thousands }}|"
        "{{ n|pounds }}|{{ d|gov_moment }}|{{ m|gov_moment }}|{{ k|in_sentence }}"
    )
    shown = template.render(Context({"d": NOW.date(), "m": NOW, "n": 12345, "k": "Date of birth?"}))
    assert shown.split("|") == [
        "18 November 2026",
        "18 November 2026 at 10am",
        "10am",
        "due now",
        "12,345",
        "£12,345",
        "18 November 2026",
        "18 November 2026 at 10am",
        "date of birth",
    ]


def test_what_was_due_on_a_saturday_is_late_since_then_on_a_sunday() -> None:
    with clock.frozen(dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)):
        assert words.time_left(dt.date(2026, 11, 21)) == "late since Saturday"
