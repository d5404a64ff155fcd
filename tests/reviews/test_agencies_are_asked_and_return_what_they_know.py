"""Agencies are asked in one letter; each author sees their own return and nothing else, sends it once, and it is fixed then."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.services.people import end_role
from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from foundation.models.outbox import OutboxMessage
from reviews.models import ReturnState, TeamRole
from reviews.selectors.returns import own_return, return_by_request, return_for
from reviews.selectors.sight import case_for, seen_among
from reviews.services.returns import (
    LetterWritten,
    ask_agencies,
    declare_independent,
    name_author,
    proposed_due,
    send_back_return,
    send_return,
    withdraw_return,
    write_return,
)
from tests.factories import make_person
from tests.reviews import build
from tests.reviews import build_chronology as chronology
from work.models import Clock, Request
from work.selectors.requests import may_answer, requests_to_answer

pytestmark = pytest.mark.django_db
S = ReturnState


def test_several_agencies_are_asked_at_once_each_by_its_own_request_and_clock() -> None:
    owner, health, police = build.board_manager(), chronology.author_of(), chronology.author_of("police")
    case = build.with_child(owner).case
    returns = chronology.asked(owner, case, health, police)
    assert [row.state for row in returns] == [S.ASKED, S.ASKED]
    assert {row.request.to_person for row in returns if row.request} == {health, police}
    assert Clock.objects.filter(kind="reviews.agency_return", stopped_at__isnull=True).count() == 2
    told = OutboxMessage.objects.filter(payload__to=health.email)
    assert told.count() == 1
    assert "Robin" not in str(told.get().payload)


def test_the_author_sees_their_own_return_and_neither_the_case_nor_the_others() -> None:
    owner, health, police = build.board_manager(), chronology.author_of(), chronology.author_of("police")
    case = build.with_child(owner).case
    own, other = chronology.asked(owner, case, health, police)
    assert return_for(health, own.reference) == own
    for hidden in (lambda: return_for(health, other.reference), lambda: case_for(health, case.reference)):
        with pytest.raises(NotVisible):
            hidden()


def test_nobody_else_of_the_agency_reads_or_answers_it_not_even_its_lead() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    agency = health.holdings.get().agency
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    for colleague in (make_person("agency_lead", agency), make_person("practitioner", agency)):
        with pytest.raises(NotVisible):
            return_for(colleague, own.reference)
        assert own.request is not None
        assert not may_answer(colleague, own.request)
    assert list(requests_to_answer(health)) == [own.request]


def test_who_had_a_part_in_the_case_does_not_write_its_return() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    with pytest.raises(Refused, match="had no part in the case"):
        declare_independent(by=health, reference=own.reference, independent=False)
    with pytest.raises(Refused, match="not changed"):
        write_return(by=health, reference=own.reference, version=own.version, written=chronology.said())
    assert chronology.begun(own).state == S.OPEN


def test_a_return_is_a_draft_until_it_is_sent_and_fixed_then() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.written(chronology.begun(own))
    with pytest.raises(NotVisible):
        return_for(owner, own.reference)
    chronology.added(own, chronology.entry())
    send_return(by=health, reference=own.reference, version=chronology.again(own).version)
    sent = chronology.again(own)
    assert sent.request is not None
    assert (sent.state, sent.request.state) == (S.SENT, Request.State.ANSWERED)
    assert return_for(owner, own.reference) == sent
    assert not Clock.objects.filter(kind="reviews.agency_return", stopped_at__isnull=True).exists()
    with pytest.raises(Refused, match="not changed"):
        write_return(by=health, reference=own.reference, version=sent.version, written=chronology.said())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"involved": None}, "whether your agency knew"),
        ({"summary": " "}, "Enter a summary"),
        ({"completer": ""}, "who completed"),
        ({"fathers": ""}, "fathers and partners"),
        ({"child_voice": ""}, "what the child said"),
        ({}, "has no entry"),
    ],
)
def test_a_return_that_says_too_little_is_not_sent(changes: dict[str, Any], sentence: str) -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.written(chronology.begun(own), **changes)
    with pytest.raises(Refused, match=sentence):
        send_return(by=health, reference=own.reference, version=chronology.again(own).version)


def test_an_agency_that_knew_nothing_sends_no_chronology() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.written(chronology.begun(own), involved=False, fathers="", child_voice="", involved_from=None)
    send_return(by=health, reference=own.reference, version=chronology.again(own).version)
    assert chronology.again(own).state == S.SENT


def test_a_return_comes_back_with_what_is_missing_and_is_sent_again() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.sent(own)
    later = clock.today() + timedelta(days=20)
    with pytest.raises(Refused, match="what is missing"):
        send_back_return(by=owner, reference=own.reference, missing=" ", due_on=later)
    send_back_return(by=owner, reference=own.reference, missing="Nothing on the father.", due_on=later)
    back = chronology.again(own)
    assert back.request is not None
    assert (back.state, back.due_on, back.request.state) == (S.BACK, later, Request.State.ASKED)
    assert return_for(owner, own.reference).summary == "Robin was seen at home."
    chronology.written(own, fathers="He lives nearby.")
    send_return(by=health, reference=own.reference, version=chronology.again(own).version)
    assert chronology.again(own).state == S.SENT


def test_another_author_goes_on_with_what_was_written_and_the_one_before_sees_nothing() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.written(chronology.begun(own))
    second = make_person("practitioner", own.agency)
    name_author(by=owner, reference=own.reference, email=second.email)
    with pytest.raises(NotVisible):
        own_return(health, own.reference)
    found = own_return(second, own.reference)
    assert (found.state, found.summary) == (S.ASKED, "Robin was seen at home.")
    assert found.request is not None
    assert may_answer(second, found.request)
    assert OutboxMessage.objects.filter(payload__to=second.email).count() == 1


def test_another_author_works_for_the_same_agency() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    with pytest.raises(Refused, match="holds a role in"):
        name_author(by=owner, reference=own.reference, email=chronology.author_of("police").email)
    with pytest.raises(Refused, match="is the author already"):
        name_author(by=owner, reference=own.reference, email=health.email)


def test_an_agency_is_asked_no_longer_and_its_author_sees_nothing_then() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    withdraw_return(by=owner, reference=own.reference, reason="Asked by mistake")
    with pytest.raises(NotVisible):
        own_return(health, own.reference)
    withdrawn = chronology.again(own)
    assert withdrawn.request is not None
    assert withdrawn.request.state == Request.State.WITHDRAWN


def test_a_return_that_was_sent_is_not_withdrawn() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.sent(own)
    with pytest.raises(Refused, match="was sent stays"):
        withdraw_return(by=owner, reference=own.reference, reason="Not needed")


def test_an_author_who_leaves_their_agency_sees_the_return_no_longer_at_once() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.sent(own)
    assert return_for(health, own.reference)
    end_role(by=make_person("agency_lead", own.agency), holding_id=health.holdings.get().pk)
    health.holdings_read = None
    with pytest.raises(NotVisible):
        return_for(health, own.reference)


def test_who_is_struck_off_the_case_reads_returns_no_longer_at_once() -> None:
    from reviews.services.team import strike_member

    owner, panel = build.board_manager(), chronology.author_of("council")
    incident = build.with_child(owner)
    (own,) = chronology.asked(owner, incident.case, chronology.author_of())
    chronology.sent(own)
    row = build.named(owner, incident, panel, TeamRole.REVIEWER)
    assert return_for(panel, own.reference)
    strike_member(by=owner, case=incident.case.reference, member=row.pk, reason="Moved on")
    with pytest.raises(NotVisible):
        return_for(panel, own.reference)
    assert seen_among(panel, [incident.case.reference]) == set()


@pytest.mark.parametrize("role", [TeamRole.EXECUTIVE, TeamRole.PUBLISHER])
def test_executives_and_publishers_read_no_return(role: TeamRole) -> None:
    owner, person = build.board_manager(), chronology.author_of("council")
    incident = build.with_child(owner)
    (own,) = chronology.asked(owner, incident.case, chronology.author_of())
    chronology.sent(own)
    build.named(owner, incident, person, role)
    with pytest.raises(NotVisible):
        return_for(person, own.reference)


def _letter(**changes: Any) -> LetterWritten:
    return chronology.letter(**changes)


def test_a_letter_says_what_is_wrong_with_it() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    case = build.with_child(owner).case
    colleague = make_person("practitioner", health.holdings.get().agency)
    today = clock.today()
    wrong: list[tuple[list[str], LetterWritten, str]] = [
        ([], _letter(), "whom you ask"),
        (["nobody@nowhere.example"], _letter(), "Nobody with the address"),
        ([health.email, colleague.email], _letter(), "named twice"),
        ([health.email], _letter(period_to=_letter().period_from - timedelta(days=1)), "must end after it begins"),
        ([health.email], _letter(period_to=today + timedelta(days=1)), "must end today or earlier"),
        ([health.email], _letter(due_on=today - timedelta(days=1)), "today or later"),
        ([f"{number}@nowhere.example" for number in range(31)], _letter(), "at most 30"),
    ]
    for emails, written, sentence in wrong:
        with pytest.raises(Refused, match=sentence):
            ask_agencies(by=owner, case=case.reference, emails=emails, written=written)


def test_the_day_is_the_tenth_working_day_of_the_rapid_review() -> None:
    from reviews.models import IncidentState

    owner = build.board_manager()
    incident = build.at(owner, IncidentState.NOTIFIED)
    case = case_for(owner, incident.case.reference)
    assert incident.review_due_on is not None
    assert clock.today() < proposed_due(case) < incident.review_due_on


def test_only_the_owner_asks() -> None:
    owner, panel = build.board_manager(), chronology.author_of()
    incident = build.with_child(owner)
    build.named(owner, incident, panel)
    with pytest.raises(NotVisible):
        ask_agencies(by=panel, case=incident.case.reference, emails=[panel.email], written=_letter())


def test_what_was_changed_in_another_window_is_not_lost() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.written(chronology.begun(own))
    with pytest.raises(Conflict):
        write_return(by=health, reference=own.reference, version=1, written=chronology.said())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"involved_to": chronology.said().involved_from - timedelta(days=1)}, "must end after"),  # type: ignore[operator]
        ({"involved_from": clock.today() + timedelta(days=2)}, "must begin today"),
        ({"involved_to": clock.today() + timedelta(days=2)}, "must end today"),
    ],
)
def test_a_span_of_involvement_is_one(changes: dict[str, Any], sentence: str) -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.begun(own)
    with pytest.raises(Refused, match=sentence):
        chronology.written(own, **changes)


def test_a_return_that_came_back_stays_so_under_another_author() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.sent(own)
    first = chronology.again(own).request
    assert first is not None
    send_back_return(by=owner, reference=own.reference, missing="The father.", due_on=clock.today() + timedelta(days=9))
    assert return_by_request(health, first.reference) == own, "the request before leads to the return too"
    second = make_person("practitioner", own.agency)
    name_author(by=owner, reference=own.reference, email=second.email)
    assert chronology.begun(chronology.again(own)).state == S.BACK


def test_a_return_is_not_sent_while_rows_of_a_file_wait() -> None:
    owner, health = build.board_manager(), chronology.author_of()
    (own,) = chronology.asked(owner, build.with_child(owner).case, health)
    chronology.written(chronology.begun(own))
    chronology.added(own, chronology.entry())
    own.uploads.create(rows=[{"row": 2, "cells": {}}], uploaded_at=clock.now(), uploaded_by="test")
    with pytest.raises(Refused, match="Rows of a file wait"):
        send_return(by=health, reference=own.reference, version=chronology.again(own).version)
