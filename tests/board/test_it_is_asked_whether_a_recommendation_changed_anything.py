"""Six and twelve months after its actions were done somebody judges whether a recommendation has changed anything."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from board.models import Action, Recommendation
from board.rules import CHANGED_AGAIN, CHANGED_FIRST
from board.services.actions import reopen
from board.services.changing import judge_change
from board.services.judging import judge_report
from board.services.recommendations import answer_with
from foundation import clock
from foundation.calendar import add_months, london_date
from foundation.errors import NotAllowed, Refused
from tests.board.build import make_action, make_plan, make_recommendation
from tests.factories import make_agency, make_person, sign_in
from work.models import Clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def clocks(one: Recommendation) -> dict[str, date]:
    rows = Clock.objects.filter(subject_reference=one.reference, stopped_at__isnull=True)
    return {row.kind: london_date(row.due_at) for row in rows}


def accept(business: Person, action: Action) -> None:
    judge_report(by=business, reference=action.reference, accepted=True, note="Seen.", evidence_seen="The new form, in the file.")


def answered(business: Person, actions: int = 1) -> tuple[Recommendation, list[Action]]:
    plan = make_plan()
    made = [make_action(plan=plan, due_on=date(2026, 12, 1), state="reported_done") for _each in range(actions)]
    one = make_recommendation()
    answer_with(
        by=business, reference=one.reference, version=1, plan_reference=plan.reference, actions=[row.reference for row in made]
    )
    return one, made


def test_it_is_asked_six_and_twelve_months_after_the_last_action_was_accepted(business: Person) -> None:
    moment = clock.now()
    with clock.frozen(moment - timedelta(days=9)):
        one, (first, second) = answered(business, 2)
        accept(business, first)
    assert clocks(one) == {}
    with clock.frozen(moment):
        accept(business, second)
    today = london_date(moment)
    assert clocks(one) == {CHANGED_FIRST: add_months(today, 6), CHANGED_AGAIN: add_months(today, 12)}


def test_what_is_judged_is_kept_and_the_second_day_asks_again(business: Person) -> None:
    one, (action,) = answered(business)
    accept(business, action)
    with pytest.raises(Refused, match="on what you base it"):
        judge_change(by=business, reference=one.reference, verdict="improving", reasons=" ")
    judge_change(by=business, reference=one.reference, verdict="improving", reasons="Two of three files name the father.")
    assert set(clocks(one)) == {CHANGED_AGAIN}
    judge_change(by=business, reference=one.reference, verdict="embedded", reasons="All of ten files name him.")
    assert clocks(one) == {}
    assert [row.verdict for row in one.judgements.all()] == ["embedded", "improving"]


def test_what_is_not_embedded_after_a_year_is_asked_once_more(business: Person) -> None:
    one, (action,) = answered(business)
    accept(business, action)
    for verdict in ("no_evidence", "worse"):
        judge_change(by=business, reference=one.reference, verdict=verdict, reasons="The figure has not moved.")
    assert set(clocks(one)) == {CHANGED_FIRST}


def test_an_action_that_is_opened_again_takes_the_question_back(business: Person) -> None:
    one, (action,) = answered(business)
    accept(business, action)
    reopen(by=business, reference=action.reference, reason="It does not hold.")
    assert clocks(one) == {}
    with pytest.raises(Refused, match="not all done"):
        judge_change(by=business, reference=one.reference, verdict="improving", reasons="It looks better.")


def test_an_answer_that_is_added_to_what_was_judged_does_not_ask_the_first_question_again(business: Person) -> None:
    one, (action,) = answered(business)
    accept(business, action)
    judge_change(by=business, reference=one.reference, verdict="embedded", reasons="It holds.")
    plan, version = action.plan, Recommendation.objects.get(pk=one.pk).version
    done = make_action(plan=plan, due_on=date(2026, 12, 1), state="done", done_at=clock.now() - timedelta(days=1), done_by="x")
    answer_with(
        by=business,
        reference=one.reference,
        version=version,
        plan_reference=plan.reference,
        actions=[action.reference, done.reference],
    )
    assert set(clocks(one)) == {CHANGED_AGAIN}


def test_the_page_shows_it_and_an_executive_judges_nothing(business: Person, client: Client) -> None:
    one, (action,) = answered(business)
    address = reverse("board:recommendation", args=[one.reference])
    sign_in(client, business)
    assert "Has it changed anything?" not in client.get(address).content.decode()
    accept(business, action)
    assert "Nobody has judged yet" in client.get(address).content.decode()
    form = reverse("board:judge_recommendation", args=[one.reference])
    client.post(form, {"verdict": "improving", "reasons": "Two of three files name the father."})
    assert "Two of three files name the father." in client.get(address).content.decode()
    with pytest.raises(NotAllowed):
        judge_change(by=make_person("executive"), reference=one.reference, verdict="improving", reasons="It is better.")
