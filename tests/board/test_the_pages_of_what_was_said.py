"""From taking down what somebody said to what was done: the pages, their errors, and what each of them may show."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import AccessLogEntry, Person
from board.anonymity import LOOKED_FOR
from board.models import Feedback
from foundation.exports import read_sheet
from tests.board.build import make_action, make_feedback, make_recommendation, make_theme, may_be_published
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def test_a_piece_goes_from_being_taken_down_to_being_published(
    client: Client, business: Person, django_assert_max_num_queries: Any
) -> None:
    theme, school = make_theme("Fathers"), make_agency("school", code="oak", name="Oakfield Academy")
    reader = make_person("governance_lead", make_agency())
    sign_in(client, business)
    said = {"speaker": "parent", "way": "quote", "service": "Social work", "agency": "oak", "themes": [theme.code]}
    said |= {"words": "Karen listened at Oakfield Academy.", **day("said_on", date(2026, 10, 1))}
    refused = client.post("/voice/new/", {**said, "service": "", "words": "Kept as typed."})
    assert refused.status_code == 422
    assert "Enter which service it is about" in refused.content.decode()
    assert "Kept as typed." in refused.content.decode()
    assert client.post("/voice/new/", said).status_code == 302
    again = client.post("/voice/new/", {**said, "words": "karen listened at oakfield academy"})
    assert (again.status_code, "taken down on 1 October 2026 already" in again.content.decode()) == (422, True)
    one = Feedback.objects.get()
    address = f"/voice/{one.reference}/"
    consent = {"consent": "given", "how": "in_writing", "who": "The father", **day("happened_on", date(2026, 10, 2))}
    none = client.post(f"{address}consent/", {**consent, "version": "1"})
    assert (none.status_code, "Select for which uses" in none.content.decode()) == (422, True)
    assert client.post(f"{address}consent/", {**consent, "uses": ["report"], "version": "1"}).status_code == 302
    own = client.get(f"{address}check/").content.decode()
    assert "somebody else confirms it" in own
    sign_in(client, reader)
    page = client.get(f"{address}check/").content.decode()
    assert "<mark>Oakfield Academy</mark>" in page
    assert "An agency or a school that is on the portal" in page
    assert "circumstances so rare" in page
    assert "Parent or carer, about Social work" in page
    sign_in(client, business)
    kept = {**said, "public_words": "[My worker] listened at [school].", "version": "2"}
    assert client.post(f"{address}change/", {**kept, "version": "1"}).status_code == 409
    assert client.post(f"{address}change/", kept).status_code == 302
    done = {"done": "We ask every father.", "done_who": "Head of service", **day("done_on", date(2026, 11, 1))}
    assert client.post(f"{address}done/", {**done, "version": "3"}).status_code == 302
    told = {"told": "by_letter", **day("told_on", date(2026, 11, 2))}
    assert client.post(f"{address}told/", {**told, "version": "4"}).status_code == 302
    sign_in(client, reader)
    looked_for = [code for code, _label in LOOKED_FOR]
    some = client.post(f"{address}check/", {"looked_for": looked_for[:2], "version": "5"})
    assert (some.status_code, "Select each thing" in some.content.decode()) == (422, True)
    assert "No name, date, age" in client.get(f"{address}check/").content.decode()
    assert client.post(f"{address}check/", {"looked_for": looked_for, "version": "5"}).status_code == 302
    sign_in(client, business)
    with django_assert_max_num_queries(17):
        page = client.get(address).content.decode()
    for words in (
        "Karen listened", "[My worker] listened", "We ask every father.", "Head of service", "by letter or card", "Fathers",
        "The father, in writing", "Confirmed that it names nobody", "Consent to publish: given", "Taken down",
    ):  # fmt: skip
        assert words in page, words
    page = client.get("/voice/year/?year=2026-27").content.decode()
    assert "[My worker] listened at [school]." in page
    assert "Karen" not in page
    assert "Fathers (1)" in page
    assert school.name


def test_the_list_shows_how_each_stands_and_keeps_its_filters(
    client: Client, business: Person, django_assert_max_num_queries: Any
) -> None:
    theme = make_theme("Fathers")
    for number in range(52):
        make_feedback(f"Words {number}.", said_on=date(2026, 8, 1)).tags.create(theme=theme)
    make_feedback("Only this one.", speaker="child", said_on=date(2026, 9, 1))
    sign_in(client, business)
    with django_assert_max_num_queries(12):
        page = client.get("/voice/").content.decode()
    assert "with nothing done for more than 56 days" in page
    assert "Late:" in page
    page = client.get(f"/voice/?theme={theme.code}&done=late").content.decode()
    assert "Only this one." not in page
    assert f"?theme={theme.code}&amp;done=late&amp;after=" in page
    assert "Only this one." in client.get("/voice/?speaker=child").content.decode()
    assert "Clear filters" in client.get("/voice/?way=letter").content.decode()
    assert "Only this one." in client.get("/voice/?year=1999-00&after=rubbish").content.decode()
    row = read_sheet(client.get("/voice/export/?speaker=child").content).rows[0]
    assert (row[1], row[2], row[7], row[10]) == (date(2026, 9, 1), "Child", "Only this one.", "Not asked yet")


def test_looks_at_words_are_written_down(client: Client, business: Person) -> None:
    one = make_feedback()
    sign_in(client, business)
    client.get(f"/voice/{one.reference}/")
    client.get("/voice/export/")
    looks = AccessLogEntry.objects.filter(record_kind="feedback").order_by("id")
    assert list(looks.values_list("person", "action", "record_reference")) == [
        (business.reference, "view", one.reference), (business.reference, "export", ""),
    ]  # fmt: skip


def test_a_lead_sees_that_there_is_a_complaint_but_not_its_words(client: Client, business: Person) -> None:
    police = make_agency("police", name="Northmere Police")
    one = make_feedback("They laughed at me.", way="complaint", agency=police, summary="Laughter.")
    lead = make_person("agency_lead", police)
    sign_in(client, lead)
    for address in ("/voice/", f"/voice/{one.reference}/", f"/voice/{one.reference}/done/", "/voice/year/"):
        page = client.get(address)
        assert page.status_code == 200
        assert "laugh" not in page.content.decode().lower(), address
    assert "not shared with your agency" in client.get(f"/voice/{one.reference}/").content.decode()
    assert read_sheet(client.get("/voice/export/").content).rows[0][7] == "A complaint. Its words are not shared with your agency"
    overtaken = client.post(
        f"/voice/{one.reference}/done/",
        {"done": "x", "done_who": "y", "version": "9", **day("done_on", date(2026, 11, 1))},
    )
    assert (overtaken.status_code, "laugh" in overtaken.content.decode().lower()) == (409, False)
    sign_in(client, business)
    assert "Share the words with Northmere Police" in client.get(f"/voice/{one.reference}/").content.decode()
    client.post(f"/voice/{one.reference}/share/", {"version": "9"})
    client.post(f"/voice/{one.reference}/share/", {"version": "1"})
    sign_in(client, lead)
    assert "They laughed at me." in client.get(f"/voice/{one.reference}/").content.decode()


def test_what_came_of_it_is_chosen_from_a_plan(client: Client, business: Person) -> None:
    one, action, recommendation = make_feedback(), make_action(due_on=date(2026, 12, 1)), make_recommendation()
    sign_in(client, business)
    address = f"/voice/{one.reference}/actions/"
    assert action.plan.title in client.get(address).content.decode()
    assert action.text in client.get(f"{address}?plan={action.plan.reference}").content.decode()
    given = {"actions": [action.reference], "recommendations": [recommendation.reference], "version": "1"}
    assert client.post(f"{address}?plan={action.plan.reference}", given).status_code == 302
    page = client.get(f"/voice/{one.reference}/").content.decode()
    assert f"/actions/{action.reference}/" in page
    assert f"/recommendations/{recommendation.reference}/" in page
    assert client.get(f"{address}?plan=").status_code == 200


def test_where_the_words_went_is_told_after_consent_was_withdrawn(client: Client, business: Person) -> None:
    one = may_be_published(make_feedback("This was read."))
    sign_in(client, business)
    client.post("/voice/publication/", {"use": "report", "title": "Yearly report", "year": "2026-27"})
    given = {"consent": "withdrawn", "how": "by_word", "who": "The parent", **day("happened_on", date(2026, 11, 18))}
    assert client.post(f"/voice/{one.reference}/consent/", {**given, "version": "1"}).status_code == 302
    page = client.get(f"/voice/{one.reference}/").content.decode()
    assert "Taken out on 18 November 2026, before it was published" in page
    assert "This was read." not in client.get("/voice/year/").content.decode()


def test_nobody_else_finds_the_pages(client: Client) -> None:
    one = make_feedback()
    assert client.get("/voice/").status_code == 302
    sign_in(client, make_person("practitioner", make_agency()))
    for address in ("/voice/", f"/voice/{one.reference}/", "/voice/export/", "/voice/year/"):
        assert client.get(address).status_code == 403
