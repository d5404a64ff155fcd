"""The published arrangements: versions that never overlap, what changed in a year, and the timetable towards the next."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client

from accounts.models import Person
from board.models import Arrangements, ArrangementsStep
from board.selectors.arrangements import in_force_on, published_in, steps_of, versions
from board.services.arrangements import (
    add_arrangements_document,
    add_arrangements_step,
    change_arrangements,
    change_arrangements_step,
    publish_arrangements,
    remove_arrangements_step,
)
from foundation.calendar import FinancialYear
from foundation.documents import documents_of
from foundation.errors import Conflict, Refused
from foundation.events import Subject, history
from tests.board.build import make_group, make_meeting
from tests.board.library import a_file, clean_file, make_arrangements, make_step
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SAID = {
    "number": "4.0", "title": "Working together in Northmere", "agreed_on": date(2026, 10, 1), "published_on": date(2026, 10, 9),
    "in_force_from": date(2026, 11, 1), "changes": "Education sits in the executive.",
}  # fmt: skip


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def published(by: Person, **given: Any) -> Arrangements:
    return publish_arrangements(by=by, **{"document": a_file(), **SAID, **given})


def test_each_version_holds_until_the_day_before_the_next(business: Person) -> None:
    old, new = make_arrangements(date(2024, 4, 1)), make_arrangements(date(2025, 9, 1))
    spans = versions(business)
    assert [(span.arrangements, span.until) for span in spans] == [(new, None), (old, date(2025, 8, 31))]
    days = (date(2024, 3, 31), date(2024, 4, 1), date(2025, 8, 31), date(2025, 9, 1), TODAY)
    held = [in_force_on(spans, day) for day in days]
    assert [span.arrangements if span else None for span in held] == [None, old, old, new, new]


def test_the_database_lets_no_two_versions_begin_on_one_day_and_none_be_deleted() -> None:
    first = make_arrangements()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_arrangements()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_arrangements(date(2026, 1, 1), agreed_on=date(2026, 1, 2))
    with pytest.raises(InternalError), transaction.atomic():
        first.delete()


def test_publish_arrangements_keeps_its_document_once_and_takes_what_is_done_along(business: Person) -> None:
    done, to_do = make_step(done_on=date(2026, 10, 9)), make_step()
    version = published(business)
    assert published(business) == version
    assert documents_of("arrangements", version.reference).count() == 1
    assert steps_of(version) == [done]
    assert list(ArrangementsStep.objects.filter(arrangements=None)) == [to_do]
    assert [event.verb for event in history(Subject("arrangements", version.reference))] == ["board.arrangements_published"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"agreed_on": None}, "agreed_on"),
        ({"published_on": TODAY + timedelta(days=1)}, "published_on"),
        ({"published_on": date(2026, 9, 30)}, "published_on"),
        ({"in_force_from": date(2026, 9, 30)}, "in_force_from"),
        ({"number": "1.0X"}, "number"),
        ({"in_force_from": date(2026, 10, 20)}, "in_force_from"),
        ({"meeting": "nobody"}, "meeting"),
    ],
)
def test_publish_arrangements_refuses_what_cannot_be(business: Person, given: dict[str, Any], field: str) -> None:
    make_arrangements(date(2026, 10, 20), number="1.0x")
    with pytest.raises(Refused) as refused:
        published(business, **given)
    assert refused.value.field == field
    assert Arrangements.objects.count() == 1


def test_a_meeting_that_agreed_it_gives_the_day(business: Person) -> None:
    meeting = make_meeting(make_group("Executive group"), date(2026, 10, 5), state="held")
    version = published(business, meeting=meeting.reference, agreed_on=None)
    assert (version.meeting, version.agreed_on) == (meeting, date(2026, 10, 5))


def test_change_arrangements_puts_right_one_version(business: Person) -> None:
    version, other = published(business), make_arrangements(date(2025, 1, 1))
    told = {**SAID, "reference": version.reference}
    change_arrangements(by=business, version=1, **{**told, "changes": "And probation."})
    version.refresh_from_db()
    assert (version.changes, version.version) == ("And probation.", 2)
    with pytest.raises(Conflict):
        change_arrangements(by=business, version=1, **told)
    with pytest.raises(Refused, match="number"):
        change_arrangements(by=business, version=2, **{**told, "number": other.number})
    add_arrangements_document(by=business, reference=version.reference, document=a_file("For families.pdf"))
    assert documents_of("arrangements", version.reference).count() == 2


def test_steps_of_the_timetable_are_added_done_and_taken_out(business: Person) -> None:
    step = add_arrangements_step(by=business, text="Ask schools", due_on=date(2026, 12, 1))
    with pytest.raises(Refused, match="already"):
        add_arrangements_step(by=business, text="ask SCHOOLS", due_on=date(2026, 12, 2))
    with pytest.raises(Refused) as refused:
        add_arrangements_step(by=business, text="Publish", due_on=TODAY, done_on=TODAY + timedelta(days=1))
    assert refused.value.field == "done_on"
    told = {"text": "Ask schools", "due_on": date(2026, 12, 1), "done_on": TODAY, "note": "All but two."}
    change_arrangements_step(by=business, pk=step.pk, version=1, **told)
    with pytest.raises(Conflict):
        change_arrangements_step(by=business, pk=step.pk, version=1, **told)
    with pytest.raises(Refused, match="stays"):
        remove_arrangements_step(by=business, pk=step.pk)
    other = make_step()
    with pytest.raises(Refused, match="Another step"):
        change_arrangements_step(by=business, pk=other.pk, version=1, **{**told, "done_on": None})
    remove_arrangements_step(by=business, pk=other.pk)
    assert list(ArrangementsStep.objects.all()) == [step]


def test_the_changes_of_a_year_are_those_published_in_it(business: Person) -> None:
    make_arrangements(date(2025, 4, 1))
    late = make_arrangements(date(2026, 5, 1), published_on=date(2026, 5, 3))
    make_arrangements(date(2026, 3, 31))
    assert [span.arrangements for span in published_in(versions(business), FinancialYear(2026))] == [late]
    numbers = [read_figure("arrangements.published", FinancialYear(start)) for start in (2024, 2025, 2026)]
    assert [value and value.value for value in numbers] == [None, 2, 1]


def test_the_page_shows_what_was_in_force_and_what_changed(
    client: Client, business: Person, django_assert_max_num_queries: Any
) -> None:
    for year in range(2019, 2026):
        make_arrangements(date(year, 4, 1), changes=f"Changed in {year}.")
    make_step(due_on=date(2026, 11, 1))
    sign_in(client, business)
    with django_assert_max_num_queries(14):
        page = client.get("/arrangements/").content.decode()
    assert "In force on 18 November 2026" in page
    assert "Late" in page
    assert "Changed in 2019." in page
    then = client.get("/arrangements/?on=2021-06-01").content.decode()
    assert "since 1 April 2021, until 31 March 2022" in then
    narrowed = client.get("/arrangements/?year=2024-25").content.decode()
    assert "Changed in 2024." in narrowed
    assert "Changed in 2023." not in narrowed
    assert client.get("/arrangements/?year=nonsense").status_code == 200
    assert "No version was in force" in client.get("/arrangements/?on=2018-01-01").content.decode()


def test_the_pages_lead_from_a_new_version_to_its_document(client: Client, business: Person) -> None:
    sign_in(client, business)
    days = {
        f"{name}-{part}": value
        for name, day in (("agreed_on", (1, 10)), ("published_on", (9, 10)), ("in_force_from", (1, 11)))
        for part, value in (("day", day[0]), ("month", day[1]), ("year", 2026))
    }
    told = {"number": "4.0", "title": "Working together", "changes": "Education sits in the executive.", **days}
    assert client.post("/arrangements/new/", told).status_code == 422
    assert client.post("/arrangements/new/", {**told, "document": a_file()}).status_code == 302
    version = Arrangements.objects.get()
    address = f"/arrangements/{version.reference}/"
    assert "still being checked" in client.get(address).content.decode()
    assert client.post(f"{address}change/", {**told, "number": "4.1", "version": "1"}).status_code == 302
    assert client.post(f"{address}change/", {**told, "version": "1"}).status_code == 409
    assert client.post(f"{address}document/", {"document": a_file("Easy.pdf")}).status_code == 302
    due = {"due_on-day": "1", "due_on-month": "12", "due_on-year": "2026"}
    assert client.post("/arrangements/steps/new/", {"text": "Ask schools", **due}).status_code == 302
    step = f"/arrangements/steps/{ArrangementsStep.objects.get().pk}/"
    assert client.post(step, {"text": "Ask all schools", "version": "1", **due}).status_code == 302
    assert client.post(step, {"remove": "1"}).status_code == 302
    assert client.get(step).status_code == 404
    document = clean_file("arrangements", version.reference)
    sign_in(client, make_person("practitioner"))
    assert "Education sits" in client.get(address).content.decode()
    assert b"".join(client.get(f"/documents/{document.reference}/")).startswith(b"%PDF")  # type: ignore[arg-type]  # a stream
    assert client.get(f"{address}change/").status_code == 403
