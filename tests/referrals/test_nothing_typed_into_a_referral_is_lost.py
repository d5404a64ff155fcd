"""Each page is saved as it was typed, right or wrong; a stale page shows both versions; drafts are their author's alone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry, Person
from foundation import clock
from foundation.models import DomainEvent
from referrals import tasks
from referrals.models import Draft
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> Person:
    person = build.make_practitioner(name="Terry Teacher")
    factories.sign_in(client, person)
    return person


def url(page: str, draft: Draft, *args: object) -> str:
    return reverse(f"referrals:{page}", args=[draft.reference, *args])


def posted(typed: dict[str, list[str]], *, seen: int = 0, page: str = "one") -> dict[str, object]:
    return {**typed, "_seen": seen, "_page": page}


def stored(draft: Draft, key: str) -> dict[str, list[str]]:
    draft.refresh_from_db()
    typed: dict[str, list[str]] = draft.answers[key]["typed"]
    return typed


def test_the_first_question_begins_a_draft_and_danger_shows_999_first(client: Client, teacher: Person) -> None:
    answer = client.post(reverse("referrals:begin"), {"immediate_danger": "yes"}, follow=True)
    page = answer.content.decode()
    assert "<h1" in page
    assert "Call 999 now" in page
    assert "01632 960 123" in page
    assert url("draft", Draft.objects.get()) in page
    assert client.post(reverse("referrals:begin"), {}).status_code == 422


def test_what_the_account_says_is_brought_forward(client: Client, teacher: Person) -> None:
    page = client.get(url("section", build.make_draft(teacher), "about")).content.decode()
    assert 'value="Terry Teacher"' in page
    assert "Is it still true?" in page


def test_a_wrong_page_is_saved_too_and_says_what_to_do(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    typed = {**build.CHILD, "birth_date-year": ["2027"], "given_name": ["A" * 10_000], "nhs_number": ["943 476 5918"]}
    answer = client.post(url("item", draft, "children", 1), posted(typed))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error:" in page
    assert "Date of birth must be today or in the past" in page
    assert "Enter a real NHS number" in page
    assert "First name must be 100 characters or fewer" in page
    assert stored(draft, "children/1")["given_name"] == ["A" * 10_000]
    again = client.get(url("item", draft, "children", 1)).content.decode()
    assert "A" * 10_000 in again
    assert "There is a problem" not in again


def test_a_script_in_a_name_is_only_text(client: Client, teacher: Person) -> None:
    nasty = "<script>alert(1)</script>"
    draft = build.make_complete_draft(teacher, children_1={**build.CHILD, "given_name": [nasty]})
    for page in (url("draft", draft), url("section", draft, "children"), url("item", draft, "people", 1), url("check", draft)):
        shown = client.get(page).content.decode()
        assert nasty not in shown
        assert "&lt;script&gt;" in shown


def test_autosave_keeps_half_a_page_and_the_next_save_is_no_conflict(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    answer = client.post(url("autosave", draft, "concern"), posted({"worries": ["Half a sen"]}), headers={"X-Autosave": "true"})
    assert (answer.status_code, answer.json()["saved"]) == (200, True)
    answer = client.post(url("section", draft, "concern"), posted(build.CONCERN))
    assert answer["Location"] == url("draft", draft)
    assert stored(draft, "concern")["worries"] == build.CONCERN["worries"]


@pytest.mark.parametrize("page", ["item", "autosave"])
def test_a_page_sent_after_the_session_ended_is_offered_again(client: Client, teacher: Person, page: str) -> None:
    draft = build.make_draft(teacher)
    client.get(url("draft", draft))
    address = url("item", draft, "children", 1) if page == "item" else url("autosave", draft, "children/1")
    with clock.frozen(clock.now() + timedelta(hours=1)):
        client.post(address, posted(build.CHILD), headers={"X-Autosave": "true"} if page == "autosave" else {})
        factories.sign_in(client, teacher)
        kept = client.get(reverse("resume_form"))
        assert "NM1 1AA" in kept.content.decode()
        client.post(kept.context["kept"].path, dict(kept.context["kept"].fields))
    assert stored(draft, "children/1")["postcode"] == ["NM1 1AA"]


def test_a_stale_page_shows_both_versions_and_loses_neither(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    mine = {**build.CONCERN, "worries": ["Mine"]}
    theirs = {**build.CONCERN, "worries": ["Theirs"]}
    client.post(url("section", draft, "concern"), posted(theirs, seen=1, page="other"))
    answer = client.post(url("section", draft, "concern"), posted(mine, seen=1, page="one"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mine" in page
    assert "Theirs" in page
    assert stored(draft, "concern")["worries"] == ["Theirs"]
    assert client.post(url("autosave", draft, "concern"), posted(mine, seen=1)).status_code == 409
    assert client.post(url("section", draft, "concern"), posted(mine, seen=2)).status_code == 302
    assert stored(draft, "concern")["worries"] == ["Mine"]


def test_two_tabs_that_add_a_child_add_two_children(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    client.post(url("item", draft, "children", 1), posted(build.CHILD, page="one"))
    client.post(url("item", draft, "children", 1), posted(build.UNBORN, page="two"))
    draft.refresh_from_db()
    assert [draft.answers[key]["typed"]["born"] for key in ("children/1", "children/2")] == [["yes"], ["no"]]


def test_what_was_said_of_the_first_child_is_offered_for_the_next(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher, answers={"children/1": build.answers()["children/1"]})
    answer = client.get(url("add_item", draft, "children"), follow=True)
    assert "1 Sample Street" in answer.content.decode()


def test_a_child_can_be_removed_after_being_asked(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    page = url("remove_item", draft, "children", 2)
    assert "Remove Unborn child Example?" in client.get(page).content.decode()
    client.post(page)
    draft.refresh_from_db()
    assert "children/2" not in draft.answers
    assert client.post(page).status_code == 302


def test_save_and_come_back_later_keeps_an_unfinished_page(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    answer = client.post(url("section", draft, "consent"), posted({"_later": ["yes"], "family_told": ["no"]}), follow=True)
    assert draft.reference in answer.content.decode()
    assert stored(draft, "consent") == {"family_told": ["no"]}


def test_a_draft_does_not_exist_for_anybody_else(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(build.make_practitioner(teacher.holdings.get().agency))
    for page in ("draft", "check", "sent", "documents", "discard", "danger"):
        assert client.get(url(page, draft)).status_code == 404
    assert client.get(url("item", draft, "children", 1)).status_code == 404
    assert client.post(url("autosave", draft, "concern"), posted(build.CONCERN)).status_code == 404
    assert client.post(url("check", draft), {"declared": "on", "_version": 1}).status_code == 404


@pytest.mark.parametrize("path", ["nowhere/", "children/99/", "cats/1/", "people/0/", "cats/add/"])
def test_a_page_that_is_not_of_the_form_does_not_exist(client: Client, teacher: Person, path: str) -> None:
    assert client.get(url("draft", build.make_complete_draft(teacher)) + path).status_code == 404


def test_too_much_text_is_refused_and_stays_on_the_page(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    answer = client.post(url("section", draft, "concern"), posted({**build.CONCERN, "worries": ["x" * 700_000]}))
    assert answer.status_code == 422
    assert "too much text to save" in answer.content.decode()
    assert "x" * 700_000 in answer.content.decode()


def test_looking_at_a_draft_is_logged(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    client.get(url("check", draft))
    entry = AccessLogEntry.objects.get()
    assert (entry.person, entry.action, entry.record_kind) == (teacher.reference, "view", "draft")
    assert (entry.record_reference, entry.route) == (draft.reference, "referrals:check")


def test_a_discarded_draft_is_gone(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    client.post(url("discard", draft))
    draft.refresh_from_db()
    assert (draft.answers, draft.discarded_by) == ({}, teacher.reference)
    assert client.get(url("draft", draft)).status_code == 404


def test_drafts_that_lapsed_are_purged_and_logged(client: Client, teacher: Person) -> None:
    draft, fresh = build.make_complete_draft(teacher), build.make_draft(teacher)
    Draft.objects.filter(pk=draft.pk).update(expires_at=clock.now() - timedelta(seconds=1))
    assert client.get(url("draft", draft)).status_code == 404
    tasks.purge_lapsed_drafts()
    assert list(Draft.objects.all()) == [fresh]
    event = DomainEvent.objects.get(verb="referrals.draft_lapsed")
    assert (event.subject_reference, event.actor_reference) == (draft.reference, "referrals.purge_lapsed_drafts")


@pytest.mark.parametrize("page", ["draft", "check", "documents"])
def test_pages_take_few_queries(client: Client, teacher: Person, page: str, django_assert_max_num_queries: object) -> None:
    draft = build.make_complete_draft(teacher)
    client.get(url(page, draft))
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        client.get(url(page, draft))
