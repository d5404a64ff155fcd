"""Whoever an action is given or sent back to hears that there is news, and nothing about the action."""

from datetime import timedelta

import pytest
from django.core import mail

from accounts.models import Person
from board.models import Action
from board.services.actions import add_action
from board.services.judging import judge_report
from board.services.progress import write_update
from foundation import clock
from foundation.outbox import deliver_now
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db

WORDS = "Nobody but the board reads this."


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def owner() -> Person:
    return make_person("practitioner", make_agency("health"))


def told() -> list[str]:
    """Who has been written to; each with the address of the page, and without a word of what is on it."""
    deliver_now()
    for message in mail.outbox:
        assert "/actions/" in message.body
        assert WORDS not in message.body + message.subject
    return [address for message in mail.outbox for address in message.to]


def send_back(by: Person, action: Action) -> None:
    reporter = make_person("business_team", make_agency("partnership"))
    write_update(by=reporter, reference=action.reference, version=action.version, text=WORDS, report_done=True)
    judge_report(by=by, reference=action.reference, accepted=False, note=WORDS)


def add(by: Person, agency: str, **given: str) -> Action:
    plan = make_plan(title=WORDS)
    due = clock.today() + timedelta(days=90)
    return add_action(by=by, plan_reference=plan.reference, number="1", text=WORDS, agency_code=agency, due_on=due, **given)


def test_an_owner_hears_that_their_action_was_sent_back(business: Person, owner: Person) -> None:
    action = make_action(due_on=clock.today(), owner=owner, text=WORDS)
    send_back(business, action)
    assert told() == [owner.email]
    action.refresh_from_db()
    send_back(business, action)
    assert told() == [owner.email] * 2


def test_the_agencys_leads_hear_of_it_where_the_owner_has_left_or_is_a_post(business: Person, owner: Person) -> None:
    lead = make_person("agency_lead", owner.holdings.get().agency)
    owner.holdings.update(ended_at=clock.now(), ended_by="x")
    send_back(business, make_action(due_on=clock.today(), owner=owner, agency=lead.holdings.get().agency))
    send_back(business, make_action(due_on=clock.today(), agency=lead.holdings.get().agency))
    assert told() == [lead.email] * 2


def test_nobody_hears_of_what_was_accepted(business: Person, owner: Person) -> None:
    action = make_action(due_on=clock.today(), owner=owner)
    write_update(by=owner, reference=action.reference, version=1, text=WORDS, report_done=True)
    judge_report(by=business, reference=action.reference, accepted=True, note=WORDS, evidence_seen="The register, at the office")
    assert told() == []


def test_the_owner_of_an_added_action_hears_of_it(business: Person, owner: Person) -> None:
    added = add(business, owner.holdings.get().agency.code, owner_email=owner.email)
    assert told() == [owner.email]
    assert f"/actions/{added.reference}/" in mail.outbox[0].body


def test_who_adds_an_action_of_their_own_or_of_a_post_writes_to_nobody(business: Person) -> None:
    office = business.holdings.get().agency.code
    add(business, office, owner_email=business.email)
    add(business, office, owner_post="Head")
    assert told() == []
