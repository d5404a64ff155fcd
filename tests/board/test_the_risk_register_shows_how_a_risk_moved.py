"""The risk register: scores with and without controls, how they moved, as of any day, and reviews that are late."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client

from accounts.models import Person
from board.models import Risk, RiskScore
from board.scoring import band, movement
from board.selectors.risks import late_reviews, register_on
from board.services.risks import change_risk, close_risk, open_risk, reopen_risk, review_risk
from foundation.errors import Conflict, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from tests.board.build import make_risk
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SCORES = {"likelihood_before": 4, "impact_before": 5, "likelihood": 3, "impact": 4}
NEXT = TODAY + timedelta(days=90)
WORDS = {"title": "Empty posts", "cause": "Pay", "consequence": "Children wait", "controls": "Agency staff", "target_score": 6}


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def opened(by: Person, **given: Any) -> Risk:
    return open_risk(by=by, **{**WORDS, **SCORES, "scored_on": TODAY, "review_due_on": NEXT, **given})


def reviewed(by: Person, risk: Risk, version: int = 1, **given: Any) -> Risk:
    told = {**SCORES, "scored_on": TODAY, "review_due_on": NEXT, **given}
    return review_risk(by=by, reference=risk.reference, version=version, **told)


def test_open_risk_twice_opens_it_once_with_its_first_score(business: Person) -> None:
    risk = opened(business)
    assert opened(business) == risk
    assert RiskScore.objects.count() == 1
    with pytest.raises(Refused, match="open already") as refused:
        opened(business, title="empty POSTS", cause="Weather")
    assert refused.value.field == "title"
    assert opened(business, title="Other").number == risk.number + 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"likelihood": 5}, "likelihood"),
        ({"impact_before": 3}, "impact"),
        ({"scored_on": TODAY + timedelta(days=1)}, "scored_on"),
        ({"review_due_on": TODAY}, "review_due_on"),
        ({"agency": "nobody"}, "agency"),
    ],
)
def test_open_risk_refuses_scores_and_days_that_cannot_be(business: Person, given: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        opened(business, **given)
    assert refused.value.field == field
    assert not Risk.objects.exists()


def test_review_risk_adds_a_score_once(business: Person) -> None:
    risk = make_risk((date(2026, 8, 1), 5, 5))
    reviewed(business, risk)
    reviewed(business, risk)
    risk.refresh_from_db()
    assert (risk.review_due_on, risk.version, risk.scores.count()) == (NEXT, 2, 2)
    with pytest.raises(Conflict):
        reviewed(business, risk, likelihood=1)
    with pytest.raises(Refused, match="before the last review") as refused:
        reviewed(business, risk, version=2, scored_on=date(2026, 11, 1))
    assert refused.value.field == "scored_on"
    verbs = [event.verb for event in history(Subject("risk", risk.reference))]
    assert verbs == ["board.risk_reviewed"]


def test_change_risk_says_anew_what_it_is(business: Person) -> None:
    make_agency("police", code="police")
    risk, other = make_risk(), make_risk(title="Taken")
    change_risk(by=business, reference=risk.reference, version=1, **{**WORDS, "agency": "police"})
    risk.refresh_from_db()
    assert (risk.title, risk.agency.code, risk.version) == ("Empty posts", "police", 2)
    with pytest.raises(Conflict):
        change_risk(by=business, reference=risk.reference, version=1, **WORDS)
    with pytest.raises(Refused, match="has this name"):
        change_risk(by=business, reference=risk.reference, version=2, **{**WORDS, "title": other.title})


def test_close_risk_needs_a_day_after_the_last_score(business: Person) -> None:
    risk = make_risk((date(2026, 11, 2), 3, 3))

    def close(day: date, version: int = 1) -> Risk:
        return close_risk(by=business, reference=risk.reference, version=version, closed_on=day, reason="Posts are filled.")

    for day in (date(2026, 11, 1), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            close(day)
        assert refused.value.field == "closed_on"
    close(date(2026, 11, 9))
    with pytest.raises(Refused, match="is closed"):
        close(date(2026, 11, 9), version=2)
    with pytest.raises(Refused, match="is closed"):
        reviewed(business, risk, version=2)
    assert [one.risk for one in register_on(business, date(2026, 11, 8))] == [risk]
    assert register_on(business, date(2026, 11, 9)) == []


def test_the_register_of_a_day_knows_nothing_of_later(business: Person) -> None:
    moving = make_risk((date(2026, 1, 5), 2, 2), (date(2026, 4, 5), 4, 4), (date(2026, 7, 5), 3, 3), (date(2026, 10, 5), 3, 3))
    make_risk((date(2026, 9, 1), 5, 5))

    def seen(day: date) -> list[tuple[int, str, bool]]:
        return [(one.score.likelihood, one.movement, one.late) for one in register_on(business, day) if one.risk == moving]

    assert seen(date(2026, 1, 4)) == []
    assert seen(date(2026, 1, 5)) == [(2, "New", False)]
    assert seen(date(2026, 4, 6)) == [(4, "Up", False)]
    assert seen(date(2026, 8, 1)) == [(3, "Down", False)]
    assert seen(date(2026, 10, 4)) == [(3, "Down", True)]
    assert seen(TODAY) == [(3, "Same", False)]
    assert [one.score.impact for one in register_on(business, TODAY)] == [5, 3]


@pytest.mark.parametrize(
    ("score", "word"),
    [(1, "low"), (4, "low"), (5, "medium"), (9, "medium"), (10, "high"), (12, "high"), (15, "very high"), (25, "very high")],
)
def test_a_score_has_a_band(score: int, word: str) -> None:
    assert band(score) == word


@pytest.mark.parametrize(
    ("scores", "word"), [([], "New"), ([6], "New"), ([6, 8], "Up"), ([4, 8, 6], "Down"), ([1, 6, 6], "Same")]
)
def test_movement_is_from_the_review_before(scores: list[int], word: str) -> None:
    assert movement(scores) == word


def test_the_database_keeps_scores_on_the_scale_and_as_written(business: Person) -> None:
    risk = make_risk()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_risk((TODAY, 6, 3))
    with pytest.raises(InternalError), transaction.atomic():
        RiskScore.objects.update(likelihood=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Risk.objects.filter(pk=risk.pk).update(closed_on=TODAY)


def test_a_late_review_stands_on_the_page_my_work(client: Client, business: Person) -> None:
    page = sign_in(client, business).get("/").content.decode()
    assert "to be scored again" not in page
    make_risk((date(2026, 1, 5), 2, 2))
    assert late_reviews(business) == 1
    assert "risk to be scored again: late" in client.get("/").content.decode()


def test_the_pages_lead_from_a_new_risk_to_its_end(client: Client, business: Person, django_assert_max_num_queries: Any) -> None:
    sign_in(client, business)
    on = {"scored_on-day": "2", "scored_on-month": "11", "scored_on-year": "2026"}
    due = {"review_due_on-day": "2", "review_due_on-month": "2", "review_due_on-year": "2027"}
    told = {**WORDS, **SCORES, **on, **due}
    assert client.post("/risks/new/", {**told, "target_score": "26", "likelihood": "6"}).status_code == 422
    assert client.post("/risks/new/", {**told, "likelihood": "5"}).status_code == 422
    assert client.post("/risks/new/", told).status_code == 302
    risk = Risk.objects.get()
    address = f"/risks/{risk.reference}/"
    assert "checked" in client.get(f"{address}score/").content.decode()
    assert client.post(f"{address}change/", {**WORDS, "title": "Posts", "version": "5"}).status_code == 409
    assert client.post(f"{address}change/", {**WORDS, "title": "=Posts", "version": "1"}).status_code == 302
    later = {**SCORES, **due, "scored_on-day": "9", "scored_on-month": "11", "scored_on-year": "2026", "note": "Two came."}
    assert client.post(f"{address}score/", {**later, "likelihood": "2", "version": "2"}).status_code == 302
    with django_assert_max_num_queries(12):
        page = client.get(address).content.decode()
    for words in ("3 × 4 = 12", "2 × 4 = 8", "Down", "Two came."):
        assert words in page
    with django_assert_max_num_queries(12):
        assert "Risks by likelihood and impact on 18 November 2026" in client.get("/risks/").content.decode()
    row = read_sheet(client.get("/risks/export/").content).rows[0]
    assert (row[1], row[7:13]) == ("=Posts", (20, 2, 4, 8, 6, "Down"))
    then = client.get("/risks/?on-day=3&on-month=11&on-year=2026").content.decode()
    assert "12 high" in then
    assert read_sheet(client.get("/risks/export/?on=2026-11-03").content).rows[0][12] == "New"
    end = {"reason": "Filled.", "closed_on-day": "10", "closed_on-month": "11", "closed_on-year": "2026", "version": "3"}
    assert client.post(f"{address}close/", end).status_code == 302
    assert "Filled." in client.get(address).content.decode()
    assert "No open risks on this day" in client.get("/risks/").content.decode()


def test_reopen_risk_says_why_and_the_register_of_a_day_between_knows_it_was_closed(business: Person) -> None:
    risk = make_risk((date(2026, 9, 1), 3, 3))

    def reopen(day: date = TODAY, version: int = 2) -> Risk:
        return reopen_risk(
            by=business, reference=risk.reference, version=version, reopened_on=day, reason="Posts are empty again."
        )

    with pytest.raises(Refused, match="is open"):
        reopen(version=1)
    close_risk(by=business, reference=risk.reference, version=1, closed_on=date(2026, 10, 1), reason="Filled.")
    for day in (date(2026, 9, 30), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            reopen(day)
        assert refused.value.field == "reopened_on"
    with pytest.raises(Conflict):
        reopen(version=1)
    other = make_risk(title=risk.title)
    with pytest.raises(Refused, match="has this name"):
        reopen()
    Risk.objects.filter(pk=other.pk).update(title="Another")
    reopen(date(2026, 11, 2))
    risk.refresh_from_db()
    assert (risk.closed_on, risk.closed_reason, risk.version) == (None, "", 3)
    days = (date(2026, 9, 30), date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 2), TODAY)
    assert [risk in [one.risk for one in register_on(business, day)] for day in days] == [True, False, False, True, True]
    event = next(one for one in history(Subject("risk", risk.reference)) if one.verb == "board.risk_reopened")
    assert event.reason == "Posts are empty again."
    with pytest.raises(Refused, match="opened again"):
        close_risk(by=business, reference=risk.reference, version=3, closed_on=date(2026, 11, 1), reason="Filled.")


def test_a_closed_risk_is_opened_again_on_its_page(client: Client, business: Person) -> None:
    risk = make_risk((date(2026, 9, 1), 3, 3), closed_on=date(2026, 10, 1), closed_reason="Filled.")
    address = f"/risks/{risk.reference}/"
    assert "Open it again" in sign_in(client, business).get(address).content.decode()
    told = {"reason": "Empty again.", "version": "1"}
    assert client.post(f"{address}open/", told).status_code == 422
    day = {"reopened_on-day": "2", "reopened_on-month": "11", "reopened_on-year": "2026"}
    assert client.post(f"{address}open/", {**told, **day}).status_code == 302
    page = client.get(address).content.decode()
    for words in ("Closed on 1 October 2026: Filled.", f"Opened again on 2 November 2026 by {business.name}", "Score it again"):
        assert words in page
