"""A conference is planned to last: no other reaches into it, and each chair's week is seen without a child."""

from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from foundation import clock
from foundation.calendar import LONDON
from foundation.errors import Refused
from protection.models import Conference
from protection.selectors.conferences import Diary
from protection.services.booking import book_conference, cancel_conference
from tests import factories
from tests.protection import build

DAY = date(2026, 11, 25)
HALF_PAST_NINE = datetime.combine(DAY, time(9, 30), tzinfo=LONDON)


def book(service: build.Service, conference: Conference, at: time, lasts: int) -> Conference:
    return book_conference(
        by=service.worker,
        reference=conference.reference,
        version=conference.version,
        chair=service.chair.reference,
        planned_for=datetime.combine(DAY, at, tzinfo=LONDON),
        lasts=lasts,
        mode="video",
    )


@pytest.mark.django_db
def test_a_conference_that_reaches_into_another_of_its_chair_is_refused() -> None:
    service = build.make()
    first = book(service, build.initial(service), time(9, 30), 120)
    other = Conference.objects.create(family=first.family, type="icpc", requested_at=clock.now(), requested_by="test", due_on=DAY)
    for at, lasts in ((time(9, 30), 60), (time(8, 0), 120), (time(11, 29), 60), (time(9, 0), 240), (time(10, 0), 15)):
        with pytest.raises(Refused, match="another conference at this time") as refused:
            book(service, other, at, lasts)
        assert refused.value.field == "planned_for"
    for lasts in (14, 601):
        with pytest.raises(Refused, match="how long"):
            book(service, other, time(14, 0), lasts)
    before = book(service, other, time(8, 30), 60)
    first = book(service, first, time(9, 30), 90)  # itself is no other one
    cancel_conference(by=service.worker, reference=first.reference, version=first.version, reason="Moved.")
    book(service, before, time(9, 0), 120)


@given(st.integers(0, 600), st.integers(15, 300), st.integers(0, 600), st.integers(15, 300))
def test_two_overlap_where_a_minute_belongs_to_both(first: int, lasts: int, second: int, other_lasts: int) -> None:
    begins = HALF_PAST_NINE + timedelta(minutes=first)
    other = Diary(HALF_PAST_NINE + timedelta(minutes=second), "icpc", other_lasts)
    both = set(range(first, first + lasts)) & set(range(second, second + other_lasts))
    assert other.overlaps(begins, lasts) == bool(both)


@pytest.mark.django_db
def test_the_week_of_the_chairs_is_seen_by_who_arranges_and_names_no_child() -> None:
    service = build.make()
    conference = book(service, build.initial(service), time(9, 30), 90)
    client = factories.sign_in(Client(), service.worker)
    page = client.get("/child-protection/diaries/?week=2026-11-27").content.decode()
    assert "9:30am to 11am: Cho Chair, initial" in page.replace("Initial", "initial")
    assert page.count("Free all day: Cho Chair.") == 4
    child = conference.children.get().child
    assert child.family_name not in page
    assert conference.reference not in page
    assert "/child-protection/diaries/?week=2026-11-30" in page
    for rubbish in ("x", "2036-01-01", ""):
        this_week = client.get("/child-protection/diaries/", {"week": rubbish}).content.decode()
        assert "Monday 16 November 2026" in this_week
    assert factories.sign_in(Client(), service.health).get("/child-protection/diaries/").status_code == 403
    booking = client.get(f"/child-protection/conferences/{conference.reference}/book/").content.decode()
    assert "25 November 2026 at 9:30am to 11am" in booking
