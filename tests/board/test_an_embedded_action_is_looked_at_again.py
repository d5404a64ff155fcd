"""The day on which it is looked again at an embedded action: its clock, its reminder, what is found, and who may."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.models import Person
from board.models import Action
from board.rules import LOOK_AGAIN
from board.selectors.actions import count_actions
from board.services.actions import reopen
from board.services.judging import look_again, mark_embedded
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import end_of_day
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.events import Subject, history
from foundation.models import OutboxMessage
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in
from work.models import Clock
from work.selectors.my_work import my_work
from work.services.reminders import send_reminders

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def action() -> Action:
    owner = make_person("agency_lead", make_agency("health"))
    done = {"state": "done", "done_at": clock.now(), "done_by": "x"}
    return make_action(due_on=clock.today(), owner=owner, plan=make_plan(title="Review of fathers"), number="3.2", **done)


def embed(by: Person, action: Action, day: date | None) -> Action:
    return mark_embedded(by=by, reference=action.reference, impact="Fathers are named.", check_again_on=day)


def clocks(action: Action) -> list[Clock]:
    return list(Clock.objects.filter(kind=LOOK_AGAIN, subject_reference=action.reference).order_by("pk"))


def test_whoever_embeds_it_is_reminded_and_finds_it_on_my_work(business: Person, action: Action) -> None:
    day = clock.today() + timedelta(days=120)
    embed(business, action, day)
    (running,) = clocks(action)
    assert (running.owner_person, running.due_at) == (business, end_of_day(day))
    work = my_work(business)
    assert work.due == (running,)
    assert work.described == {running.pk: "Action 3.2 of Review of fathers"}
    with clock.frozen(end_of_day(day) + timedelta(hours=1)):
        send_reminders(by=SystemActor("tests"))
    mail = OutboxMessage.objects.get(payload__template="work/reminder")
    assert (mail.payload["to"], mail.payload["word.summary"]) == (business.email, "1 thing is late")


def test_without_a_day_nobody_is_reminded(business: Person, action: Action) -> None:
    embed(business, action, None)
    assert clocks(action) == []


def test_a_day_that_is_over_is_refused(business: Person, action: Action) -> None:
    with pytest.raises(Refused, match="not over"):
        embed(business, action, clock.today() - timedelta(days=1))


def test_what_still_holds_is_looked_at_once_more_or_never(business: Person, action: Action) -> None:
    version = embed(business, action, clock.today()).version
    colleague = make_person("business_team")
    again = clock.today() + timedelta(days=90)
    given = {"reference": action.reference, "note": "Ten records: all name him."}
    version = look_again(by=colleague, version=version, check_again_on=again, **given).version
    first, second = clocks(action)
    assert (first.outcome, first.stopped_by) == ("holds", colleague.reference)
    assert (second.owner_person, second.due_at, second.stopped_at) == (colleague, end_of_day(again), None)
    with pytest.raises(Conflict):
        look_again(by=business, version=version - 1, **given)
    look_again(by=business, version=version, **given)
    assert all(row.stopped_at for row in clocks(action))
    action.refresh_from_db()
    assert (action.state, action.check_again_on) == ("embedded", None)
    told = [event for event in history(Subject("action", action.reference)) if event.verb == "board.action_looked_at_again"]
    assert [event.reason for event in told] == ["Ten records: all name him."] * 2


def test_what_does_not_hold_is_opened_again_and_its_clock_stops(business: Person, action: Action) -> None:
    embed(business, action, clock.today())
    reopen(by=business, reference=action.reference, reason="Two of ten records.")
    (stopped,) = clocks(action)
    assert stopped.outcome == "reopened"
    Action.objects.filter(pk=action.pk).update(state="done", done_at=clock.now(), done_by="x")
    embed(business, action, clock.today())
    assert [row.stopped_at is None for row in clocks(action)] == [False, True]


def test_something_is_said_of_an_embedded_action_only(business: Person, action: Action) -> None:
    with pytest.raises(Refused, match="Only an action that is embedded"):
        look_again(by=business, reference=action.reference, version=action.version, note="All.")
    version = embed(business, action, None).version
    with pytest.raises(Refused, match="what you looked at"):
        look_again(by=business, reference=action.reference, version=version, note=" ")
    with pytest.raises(NotAllowed):
        look_again(by=action.owner, reference=action.reference, version=version, note="All.")  # type: ignore[arg-type]  # has one


def test_the_whole_business_team_finds_what_is_to_be_looked_at(business: Person, action: Action, client: Client) -> None:
    embed(business, action, clock.today())
    embed(
        business, make_action(due_on=clock.today(), state="done", done_at=clock.now(), done_by="x"), clock.today() + timedelta(1)
    )
    colleague = make_person("business_team")
    assert count_actions(colleague).again == 1
    sign_in(client, colleague)
    assert "embedded, to look at again" in client.get("/").content.decode()
    rows = client.get("/actions/?state=embedded&again=on").context["rows"]
    assert [row["reference"] for row in rows] == [action.reference]
    assert count_actions(action.owner).again == 1  # type: ignore[arg-type]  # its agency's lead


def test_the_pages_ask_propose_a_day_and_tell(business: Person, action: Action, client: Client) -> None:
    sign_in(client, business)
    page = f"/actions/{action.reference}/"
    embedding, looking = f"{page}embed/", f"{page}look-again/"
    form = client.get(embedding).content.decode()
    assert 'value="18"' in form
    assert 'value="2027"' in form  # six months after a Wednesday in November 2026
    day = {"check_again_on-day": "18", "check_again_on-month": "5", "check_again_on-year": "2027"}
    client.post(embedding, {"impact": "Fathers are named.", **day})
    shown = client.get(page).content.decode()
    assert "18 May 2027" in shown
    assert "Look at it again" in shown
    answer = client.post(looking, {"holds": "yes", "note": "", "version": "2"})
    assert answer.status_code == 422
    assert "Enter what you looked at" in answer.content.decode()
    given = {"holds": "yes", "note": "Ten of ten.", "version": str(Action.objects.get().version)}
    assert client.post(looking, given).status_code == 302
    assert client.post(looking, given).status_code == 409
    assert "Looked at again: it still holds" in client.get(page).content.decode()
    client.post(looking, {"holds": "no", "note": "Two of ten."})
    assert Action.objects.get().state == "in_progress"
