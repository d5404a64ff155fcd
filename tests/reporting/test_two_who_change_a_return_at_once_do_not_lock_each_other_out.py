"""Whoever changes a return and its request locks the request first: two at once never wait for each other."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from board.services.letters import record_reply, reply_to_letter, send_letter
from foundation import clock
from reporting.models import AgencyReturn
from reporting.services.returns import (
    ask_again_for_return,
    chase_return,
    close_return_round,
    record_return,
    send_back_return,
    withdraw_return,
)
from tests.board.library import ask_those_of
from tests.board.test_two_presses_at_once_never_end_in_an_error import at_once
from tests.factories import make_agency, make_person
from tests.reporting.returning import lead_of, make_return, request_of, submitted
from work.services.replies import save_reply, send_reply

pytestmark = pytest.mark.django_db

ROWS = {"our-objectives": [["See children alone", "", "", ""]]}
REQUEST, RETURN, ROUND, ADDRESSEE = "work_request", "reporting_agencyreturn", "reporting_returnround", "board_letteraddressee"


def locked(act: Callable[[], object], *tables: str) -> list[str]:
    """In which order an act locks rows of these tables the first time."""
    with CaptureQueriesContext(connection) as asked:
        act()
    found: list[str] = []
    for query in asked.captured_queries:
        sql = query["sql"]
        if "FOR UPDATE" in sql:
            table = sql.split(' FROM "', 1)[1].split('"', 1)[0]
            if table in tables:
                found.append(table)
    return list(dict.fromkeys(found))


@pytest.fixture
def given() -> AgencyReturn:
    return make_return()


@pytest.fixture
def team() -> Person:
    return make_person("business_team")


def test_a_return_is_locked_after_its_request_by_all_who_change_both(given: AgencyReturn, team: Person) -> None:
    lead, reference = lead_of(given.agency), given.reference
    asked = request_of(given).reference

    def version() -> int:
        return AgencyReturn.objects.get(pk=given.pk).version

    due = clock.today() + timedelta(days=40)
    order = [REQUEST, RETURN]
    paper = locked(lambda: record_return(by=team, reference=reference, version=version(), answers=ROWS, given_by="Ann"), *order)
    assert paper == order
    sent_back = locked(
        lambda: send_back_return(by=team, reference=reference, version=version(), comments="More.", due_on=due), ROUND, RETURN
    )
    assert sent_back == [ROUND, RETURN]
    assert asked != request_of(given).reference
    assert locked(lambda: save_reply(by=lead, reference=request_of(given).reference, answers=ROWS), *order) == order
    with clock.frozen(clock.now() + timedelta(days=50)):
        assert locked(lambda: chase_return(by=team, reference=reference), *order) == order
    assert locked(lambda: withdraw_return(by=team, reference=reference, version=version(), reason="Merged."), *order) == order
    again = locked(lambda: ask_again_for_return(by=team, reference=reference, version=version(), due_on=due), ROUND, RETURN)
    assert again == [ROUND, RETURN]
    close = locked(lambda: close_return_round(by=team, reference=given.round.reference), ROUND, *order)
    assert close == [ROUND, *order]
    other = make_return()
    sender = lead_of(other.agency)
    assert locked(lambda: send_reply(by=sender, reference=request_of(other).reference), *order) == order
    assert submitted(make_return(), ROWS).state == "submitted"


@pytest.mark.django_db(transaction=True)
def test_a_lead_who_saves_while_the_business_team_acts_is_never_broken_off(team: Person) -> None:
    acts: tuple[Callable[[AgencyReturn], object], ...] = (
        lambda one: close_return_round(by=team, reference=one.round.reference),
        lambda one: withdraw_return(by=team, reference=one.reference, version=one.version, reason="Merged."),
        lambda one: record_return(by=team, reference=one.reference, version=one.version, answers=ROWS, given_by="Ann"),
    )
    for act in acts * 3:
        one = make_return()
        lead, asked = lead_of(one.agency), request_of(one).reference
        told = at_once(
            lambda act=act, one=one: act(one), lambda lead=lead, asked=asked: save_reply(by=lead, reference=asked, answers=ROWS)
        )
        assert "done" in told
        assert not any("deadlock" in words for words in told), told


def test_a_reply_to_a_letter_is_locked_after_its_request_by_all_who_change_both(team: Person) -> None:
    agencies = [make_agency(), make_agency()]
    letter = send_letter(
        by=team, title="Please sign", text="Sign.", signatories="Chair", sent_on=clock.today(),
        reply_due_on=clock.today() + timedelta(days=7), agencies=[agency.code for agency in agencies],
    )  # fmt: skip
    ask_those_of(letter)
    first, second = letter.addressees.select_related("agency", "request").order_by("pk")
    order = [REQUEST, ADDRESSEE]
    assert first.request is not None
    by, asked = lead_of(first.agency), first.request.reference
    assert locked(lambda: reply_to_letter(by=by, reference=asked, reply="yes"), *order) == order
    recorded = locked(
        lambda: record_reply(
            by=team, reference=second.reference, version=second.version, reply="yes", replied_on=clock.today(), replier="Ann",
            channel="telephone",
        ),
        *order,
    )  # fmt: skip
    assert recorded == order
