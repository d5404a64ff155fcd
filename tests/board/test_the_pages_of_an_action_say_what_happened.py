"""What the business team decides about an action is on its page; what is rubbish is said so."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.models import Person
from board.models import Action, Plan
from board.selectors.counting import figures_of_actions
from board.services.actions import overrule_rating, reschedule
from board.services.judging import judge_report
from board.services.progress import write_update
from foundation import clock
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"), name="Bo Business")


@pytest.fixture
def pages(client: Client, business: Person) -> Client:
    return sign_in(client, business)


@pytest.fixture
def action() -> Action:
    owner = make_person("agency_lead", make_agency("health"), name="Olu Owner")
    return make_action(due_on=clock.today() - timedelta(days=3), owner=owner)


def test_new_dates_and_ratings_are_told_with_their_reasons(pages: Client, business: Person, action: Action) -> None:
    reschedule(by=business, reference=action.reference, due_on=clock.today() + timedelta(days=60), reason="Supplier late")
    overrule_rating(by=business, reference=action.reference, rating="red", reason="The post is vacant.")
    overrule_rating(by=business, reference=action.reference, rating="red", reason="The post is vacant.")
    page = pages.get(f"/actions/{action.reference}/").content.decode()
    assert "New date agreed: 17 January 2027, before that 15 November 2026" in page
    assert "Supplier late" in page
    assert page.count("Rating set to red") == 1


def test_a_report_is_sent_back_and_then_accepted_and_embedded(pages: Client, action: Action) -> None:
    check = f"/actions/{action.reference}/check/"
    Action.objects.filter(pk=action.pk).update(state="reported_done")
    pages.post(check, {"accepted": "no", "note": "Two of ten records."})
    assert "Sent back: not done yet" in pages.get(f"/actions/{action.reference}/").content.decode()
    Action.objects.filter(pk=action.pk).update(state="reported_done")
    pages.post(check, {"accepted": "yes", "note": "Nine of ten records.", "evidence_seen": "The records, at the hospital"})
    assert pages.post(check, {"accepted": "yes", "note": "Pressed twice."}).status_code == 422
    embed = f"/actions/{action.reference}/embed/"
    assert "What has changed for children?" in pages.get(embed).content.decode()
    assert pages.post(embed, {"impact": ""}).status_code == 422
    pages.post(embed, {"impact": "Fathers are named."})
    assert Action.objects.get().state == "embedded"


def test_a_note_is_what_it_was_written_as_whatever_its_words(pages: Client, business: Person, action: Action) -> None:
    """The same sentence as progress, as a report, as what was sent back and as what was accepted."""
    owner: Person = action.owner  # type: ignore[assignment]  # it has one
    say = "Nine of ten records."
    given = {"by": owner, "reference": action.reference, "text": say}
    write_update(**given, version=1)
    write_update(**given, version=2, report_done=True)
    write_update(**given, version=3)
    judge_report(by=business, reference=action.reference, accepted=False, note=say)
    write_update(**given, version=5, report_done=True)
    judge_report(by=business, reference=action.reference, accepted=True, note=say, evidence_seen="The register, at the office")
    titles = [entry["title"] for entry in pages.get(f"/actions/{action.reference}/").context["entries"]]
    assert sorted(titles) == sorted(
        [
            *("Checked, and accepted as done", "Reported done", "Sent back: not done yet"),
            *("Progress note", "Reported done", "Progress note"),
        ]
    )


def test_a_finished_action_keeps_its_rating(pages: Client, action: Action) -> None:
    Action.objects.filter(pk=action.pk).update(state="done", done_at=clock.now(), done_by="x")
    answer = pages.post(f"/actions/{action.reference}/rating/", {"rating": "red", "reason": "Hm"})
    assert answer.status_code == 422
    assert Action.objects.get().overruled_rating == ""


def test_the_same_plan_is_not_opened_twice(pages: Client) -> None:
    given = {"title": "Audit of fathers", "source": "audit"}
    assert pages.post("/plans/new/", given).status_code == 302
    assert "is open already" in pages.post("/plans/new/", given).content.decode()
    assert Plan.objects.count() == 1


def test_a_deadline_counts_from_the_day_of_publication_or_from_the_day_that_is_entered(pages: Client) -> None:
    undated, dated = make_plan(), make_plan(source_published_on=date(2026, 6, 28))
    agency = make_agency("police")
    typed = {"number": "1", "text": "Act", "agency": agency.code, "owner_post": "Head", "deadline_class": "three_months"}
    for plan in (undated, dated):
        assert "Within 3 months" in pages.get(f"/plans/{plan.reference}/actions/new/").content.decode()
    shown = pages.get(f"/plans/{dated.reference}/actions/new/").context["form"]["counted_from"].value()
    assert shown == date(2026, 6, 28)
    refused = pages.post(f"/plans/{undated.reference}/actions/new/", typed)
    assert refused.status_code == 422
    assert "Enter the day to count from" in str(refused.context["form"].errors["counted_from"])
    other = {f"counted_from-{part}": number for part, number in (("day", 3), ("month", 9), ("year", 2026))}
    for plan, given, due in (
        (undated, other, date(2026, 12, 3)),
        (dated, {}, date(2026, 9, 28)),
        (dated, other | {"number": "2"}, date(2026, 12, 3)),
        (dated, other | {"number": "3", "deadline_class": "immediate"}, date(2026, 9, 3)),
    ):
        answer = pages.post(f"/plans/{plan.reference}/actions/new/", typed | given, follow=True)
        assert answer.context["action"].due_on == due
    assert "Immediate, counted from 3 September 2026" in answer.content.decode()


def test_who_agreed_an_action_and_why_it_matters_are_typed_shown_and_changed(pages: Client, business: Person) -> None:
    plan, agency = make_plan(), make_agency("police")
    typed = {
        "number": "1", "text": "Act", "agency": agency.code, "owner_post": "Head", "deadline_class": "date", "due_on-day": "1",
        "due_on-month": "3", "due_on-year": "2027", "agreement": "Executive group of 3 June 2026",
        "why": "Fathers are not heard.",
    }  # fmt: skip
    page = pages.post(f"/plans/{plan.reference}/actions/new/", typed, follow=True).content.decode()
    assert "Executive group of 3 June 2026" in page
    assert "Fathers are not heard." in page
    action = Action.objects.get()
    change, given = f"/actions/{action.reference}/why/", {"agreement": "The scrutineer", "why": "", "version": "1"}
    assert "Executive group of 3 June 2026" in pages.get(change).content.decode()
    changed = pages.post(change, given, follow=True).content.decode()
    assert "The scrutineer" in changed
    assert "Fathers are not heard." not in changed
    assert "Said anew who agreed it and why it matters" in changed
    assert pages.post(change, given | {"why": "Something else"}).status_code == 409
    assert pages.post(change, given).status_code == 302  # the same again
    assert pages.post(change, given | {"agreement": "x" * 201}).status_code == 422
    lead = sign_in(Client(), make_person("agency_lead", agency))
    assert lead.post(change, given).status_code == 403
    assert "The scrutineer" in lead.get(f"/actions/{action.reference}/").content.decode()


@pytest.mark.parametrize(("source", "words"), [("complaint", "Complaint"), ("meeting", "Decision of a meeting")])
def test_a_plan_can_come_from_a_complaint_or_a_meeting_and_is_counted_so(pages: Client, source: str, words: str) -> None:
    answer = pages.post("/plans/new/", {"title": "Answers", "source": source}, follow=True)
    assert words in answer.content.decode()
    make_action(due_on=clock.today(), plan=Plan.objects.get())
    figures = {value.code: value for value in figures_of_actions(clock.today())}
    assert figures["actions.all"].by["source"] == {words: 1}


def test_rubbish_among_the_filters_narrows_nothing(pages: Client, action: Action) -> None:
    answer = pages.get("/actions/?rating=foo&agency=nobody&late=on")
    assert [row["reference"] for row in answer.context["rows"]] == [action.reference]
    assert [chip["text"] for chip in answer.context["chips"]] == ["Only late ones"]


def test_an_action_asked_about_today_is_not_offered_again(pages: Client, action: Action) -> None:
    assert pages.get("/actions/").context["chasable"] == 1
    pages.post("/actions/chase/", {"action": action.reference})
    assert pages.get("/actions/").context["chasable"] == 0
    assert not pages.get(f"/actions/{action.reference}/").context["can_be_chased"]


def test_home_shows_an_owner_their_actions_and_the_board_whose_are_late(pages: Client, client: Client, action: Action) -> None:
    home = pages.get("/").content.decode()
    assert "Whose actions are late" in home
    assert action.agency.name in home
    owner = sign_in(Client(), action.owner)  # type: ignore[arg-type]  # it has one
    mine = owner.get("/").content.decode()
    assert "Actions that you own" in mine
    assert "Whose actions are late" not in mine


def test_an_executive_reads_an_action_and_is_offered_nothing_that_would_be_refused(action: Action) -> None:
    reader = sign_in(Client(), make_person("executive", make_agency("police")))
    page = reader.get(f"/actions/{action.reference}/")
    assert page.context["buttons"] == []
    assert not page.context["can_be_chased"]
