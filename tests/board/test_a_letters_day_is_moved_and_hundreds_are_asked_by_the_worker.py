"""The day of a letter is moved with a reason, and whoever has it is asked afterwards, each once, however many they are."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person
from board.models import Letter
from board.selectors.letters import Asking, asking_of, moves_of
from board.services import letter_asking
from board.services.letter_asking import ask_addressees, move_letter_due
from board.services.letters import add_addressees, close_letter, record_reply, send_letter
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import end_of_day
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.events import Subject, history
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from tests.board.library import addressee_of, ask_those_of, make_letter
from tests.factories import make_agency, make_person, sign_in
from work.models import ClockRevision, Request

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SAID = {
    "title": "Join the scheme", "text": "Every school is asked to join.", "signatories": "The three partners", "sent_on": TODAY,
    "reply_due_on": TODAY + timedelta(days=30), "kinds": ["school"],
}  # fmt: skip
WORKER = SystemActor("board.letter")
LATER = TODAY + timedelta(days=60)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def schools() -> list[Agency]:
    """Seven schools, each with a lead."""
    found = [make_agency("school") for _ in range(7)]
    for school in found:
        make_person("agency_lead", school)
    return found


def told() -> int:
    return OutboxMessage.objects.filter(kind="mail").count()


def moved(by: Person, letter: Letter, day: date = LATER, version: int | None = None) -> Letter:
    letter.refresh_from_db()
    given = {"reply_due_on": day, "reason": "Half-term."}
    return move_letter_due(by=by, reference=letter.reference, version=version or letter.version, **given)


def test_sending_asks_nobody_in_the_request_and_the_worker_asks_each_once(business: Person, schools: list[Agency]) -> None:
    letter = send_letter(by=business, **SAID)
    assert send_letter(by=business, **SAID) == letter  # pressed twice
    assert (Request.objects.count(), told()) == (0, 0)
    assert OutboxMessage.objects.filter(kind="board.letter").count() == 1
    assert asking_of(letter) == Asking(0, 7)
    deliver_now()
    assert (Request.objects.filter(state="asked").count(), told()) == (7, 7)
    assert asking_of(letter) == Asking(7, 7)
    OutboxMessage.objects.filter(kind="board.letter").update(done_at=None)
    deliver_now()
    assert (Request.objects.count(), told()) == (7, 7)


def test_they_are_asked_some_at_a_time(business: Person, schools: list[Agency], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_asking, "AT_ONCE", 3)
    letter = send_letter(by=business, **SAID)
    assert [ask_addressees(by=WORKER, reference=letter.reference) for _ in range(4)] == [3, 3, 1, 0]
    with pytest.raises(NotAllowed):
        ask_addressees(by=business, reference=letter.reference)


def test_whoever_is_added_later_is_asked_and_nobody_else_again(business: Person, schools: list[Agency]) -> None:
    letter = make_letter(schools[0], by=business)
    add_addressees(by=business, reference=letter.reference, sent_on=TODAY, kinds=["school"], others="A club")
    assert asking_of(letter) == Asking(1, 7)
    deliver_now()
    assert (asking_of(letter), told()) == (Asking(7, 7), 7)


def test_an_agency_that_has_closed_or_replied_is_not_asked(business: Person, schools: list[Agency]) -> None:
    letter = send_letter(by=business, **SAID)
    Agency.objects.filter(pk=schools[0].pk).update(closed_on=TODAY)
    early = addressee_of(letter, schools[1])
    record_reply(
        by=business, reference=early.reference, version=1, reply="yes", replied_on=TODAY, replier="Head", channel="email"
    )
    ask_those_of(letter)
    assert set(Request.objects.values_list("to_agency", flat=True)) == {one.pk for one in schools[2:]}
    assert asking_of(letter) == Asking(7, 7)


def test_nobody_is_asked_once_the_letter_is_closed(business: Person, schools: list[Agency]) -> None:
    letter = send_letter(by=business, **SAID)
    close_letter(by=business, reference=letter.reference, version=1, closed_on=TODAY, reason="Withdrawn.")
    assert ask_addressees(by=WORKER, reference=letter.reference) == 0
    assert Request.objects.count() == 0
    letter.refresh_from_db()
    assert asking_of(letter) == Asking(7, 7)


def test_moving_the_day_tells_whoever_was_asked_once_and_keeps_the_history(business: Person, schools: list[Agency]) -> None:
    letter = make_letter(*schools[:2], others="A club", by=business)
    early = addressee_of(letter, schools[1])
    record_reply(
        by=business, reference=early.reference, version=1, reply="yes", replied_on=TODAY, replier="Head", channel="email"
    )
    before, first_due = told(), letter.reply_due_on
    moved(business, letter)
    moved(business, letter)  # pressed twice
    deliver_now()
    assert told() == before + 1
    (waiting,) = Request.objects.filter(state="asked")
    assert (waiting.to_agency, waiting.due_at) == (schools[0], end_of_day(LATER))
    assert waiting.clock is not None
    assert waiting.clock.due_at == end_of_day(LATER)
    assert [(one.old_due_at, one.reason) for one in ClockRevision.objects.all()] == [(end_of_day(first_due), "Half-term.")]
    ask_those_of(letter)
    assert told() == before + 1
    (move,) = moves_of(letter)
    assert (move.reason, move.data) == ("Half-term.", {"from": first_due.isoformat(), "to": LATER.isoformat()})
    assert all("Half-term" not in str(one.payload) for one in OutboxMessage.objects.all())


def test_a_day_moved_twice_before_the_worker_came_is_told_once(business: Person, schools: list[Agency]) -> None:
    letter = make_letter(schools[0], by=business)
    before = told()
    moved(business, letter)
    moved(business, letter, LATER + timedelta(days=1))
    deliver_now()
    assert told() == before + 1
    assert Request.objects.get().due_at == end_of_day(LATER + timedelta(days=1))


def test_a_letter_that_was_due_before_is_asked_once_its_day_lies_ahead(business: Person, schools: list[Agency]) -> None:
    days = {"sent_on": date(2026, 5, 1), "reply_due_on": date(2026, 6, 1)}
    letter = make_letter(schools[0], by=business, **days)
    assert Request.objects.count() == 0
    moved(business, letter)
    deliver_now()
    assert Request.objects.get().due_at == end_of_day(LATER)


def test_moving_refuses_a_day_that_has_passed_a_closed_letter_and_whoever_was_overtaken(business: Person) -> None:
    letter = make_letter(by=business)
    with pytest.raises(Refused, match="18 November 2026 or a later day") as refused:
        moved(business, letter, TODAY - timedelta(days=1))
    assert refused.value.field == "reply_due_on"
    moved(business, letter, TODAY)
    with pytest.raises(Conflict):
        moved(business, letter, LATER, version=1)
    close_letter(by=business, reference=letter.reference, version=2, closed_on=TODAY, reason="Done.")
    with pytest.raises(Refused, match="is closed"):
        moved(business, letter)
    verbs = [event.verb for event in history(Subject("letter", letter.reference))]
    assert verbs.count("board.letter_due_moved") == 1


def test_the_page_shows_how_far_the_asking_is_and_that_the_day_was_moved(
    business: Person, schools: list[Agency], client: Client
) -> None:
    letter = send_letter(by=business, **SAID)
    sign_in(client, business)
    address = reverse("board:letter", args=[letter.reference])
    page = client.get(address).content.decode()
    assert "0 of 7" in page
    assert f"{address}progress/" in page
    assert "0 of 7" in client.get(f"{address}progress/").content.decode()
    deliver_now()
    assert "Every agency has been asked" in client.get(f"{address}progress/").content.decode()
    assert "of the letter and its day" not in client.get(address).content.decode()
    typed = {
        "reply_due_on-day": "31", "reply_due_on-month": "1", "reply_due_on-year": "2027", "reason": "Half-term.", "version": "1",
    }  # fmt: skip
    refused = client.post(f"{address}due/", {**typed, "reason": ""})
    assert refused.status_code == 422
    assert "Enter why the day moves" in refused.content.decode()
    assert client.post(f"{address}due/", typed).status_code == 302
    assert client.post(f"{address}due/", {**typed, "reply_due_on-month": "3"}).status_code == 409
    page = client.get(address).content.decode()
    assert "From 18 December 2026 to 31 January 2027: " in page
    assert "Half-term." in page


def test_a_lead_sees_the_day_and_not_how_many_are_asked(business: Person, schools: list[Agency], client: Client) -> None:
    letter = send_letter(by=business, **SAID)
    sign_in(client, make_person("agency_lead", schools[0]))
    address = reverse("board:letter", args=[letter.reference])
    assert "of 7" not in client.get(address).content.decode()
    assert client.get(f"{address}progress/").status_code == 403
    assert clock.today() == TODAY
