"""Who has left the agency of an action sees it no more and is not asked; the agency's safeguarding leads are, and it shows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from accounts.models import Person, RoleHolding
from board.models import Action, ActionChase
from board.selectors.actions import (
    ActionFilter,
    action_for,
    chasable_actions,
    list_actions,
    own_actions,
    plan_for,
    visible_actions,
)
from board.services.chasing import Chased, chase
from board.services.progress import write_update
from foundation import clock
from foundation.errors import NotVisible
from foundation.outbox import deliver_now
from tests.board.build import make_action
from tests.factories import make_agency, make_holding, make_person, sign_in

pytestmark = pytest.mark.django_db
YESTERDAY = timedelta(days=1)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def owner() -> Person:
    return make_person("practitioner", make_agency("health"), name="Lee Leaver")


@pytest.fixture
def action(owner: Person) -> Action:
    return make_action(due_on=clock.today() - timedelta(days=3), owner=owner)


def ended(holding: RoleHolding) -> None:
    RoleHolding.objects.filter(pk=holding.pk).update(ended_at=clock.now(), ended_by="x")


def run_out(holding: RoleHolding) -> None:
    RoleHolding.objects.filter(pk=holding.pk).update(ends_on=clock.today() - YESTERDAY)


def not_begun(holding: RoleHolding) -> None:
    RoleHolding.objects.filter(pk=holding.pk).update(starts_on=clock.today() + YESTERDAY)


def account_closed(holding: RoleHolding) -> None:
    Person.objects.filter(pk=holding.person_id).update(is_active=False)


def agency_closed(holding: RoleHolding) -> None:
    holding.agency.closed_on = clock.today()
    holding.agency.save()


def moved(holding: RoleHolding) -> None:
    ended(holding)
    make_holding(holding.person, "practitioner", make_agency("school"))


@pytest.mark.parametrize("leave", [ended, run_out, not_begun, account_closed, agency_closed, moved])
def test_sight_ends_with_the_role_and_the_list_says_so(
    business: Person, owner: Person, action: Action, leave: Callable[[RoleHolding], None]
) -> None:
    assert action_for(owner, action.reference).owner == owner
    assert not list_actions(business, ActionFilter(left=True)).rows
    leave(owner.holdings.get())
    leaver = Person.objects.get(pk=owner.pk)
    assert not visible_actions(leaver).exists()
    assert own_actions(leaver) == ()
    with pytest.raises(NotVisible):
        plan_for(leaver, action.plan.reference)
    with pytest.raises(NotVisible):
        write_update(by=leaver, reference=action.reference, version=1, text="Still me.")
    assert [row["reference"] for row in list_actions(business, ActionFilter(left=True)).rows] == [action.reference]


def test_a_role_that_waits_for_its_yearly_confirmation_is_no_leaving(business: Person, owner: Person, action: Action) -> None:
    owner.holdings.update(confirmed_until=clock.today() - YESTERDAY)
    assert action_for(Person.objects.get(pk=owner.pk), action.reference).owner == owner
    assert chasable_actions(business, [action.reference]) == ((action, (owner,)),)


def test_the_leads_are_asked_in_place_of_who_has_left(business: Person, owner: Person, action: Action) -> None:
    holding = owner.holdings.get()
    leads = [make_person("agency_lead", holding.agency) for _ in range(2)]
    run_out(make_person("agency_lead", holding.agency).holdings.get())
    unconfirmed = make_person("agency_lead", holding.agency)
    unconfirmed.holdings.update(confirmed_until=clock.today() - YESTERDAY)
    make_person("agency_lead", make_agency("police"))
    ended(holding)
    assert chase(by=business, references=[action.reference]) == Chased(owners=0, actions=1, leads=2)
    assert chase(by=business, references=[action.reference]) == Chased(owners=0, actions=0)
    deliver_now()
    assert {message.to[0] for message in mail.outbox} == {lead.email for lead in leads}
    assert all(action_for(lead, action.reference) for lead in leads)


def test_a_lead_of_several_left_behind_gets_one_mail_to_a_list_that_shows_them(business: Person, owner: Person) -> None:
    holding = owner.holdings.get()
    lead = make_person("agency_lead", holding.agency)
    left = [make_action(due_on=clock.today() - timedelta(days=days), owner=owner).reference for days in (1, 2)]
    ended(holding)
    assert chase(by=business, references=left) == Chased(owners=0, actions=2, leads=1)
    deliver_now()
    [message] = mail.outbox
    assert "how 2 actions of your agency stand. 2 of them are late." in message.body
    shown = sign_in(Client(), lead).get("/actions/").content.decode()
    assert all(reference in shown for reference in left)


def test_nobody_is_asked_where_there_is_no_lead(client: Client, business: Person, owner: Person, action: Action) -> None:
    ended(owner.holdings.get())
    pages = sign_in(client, business)
    assert pages.get("/actions/").context["chasable"] == 0
    assert not pages.get(f"/actions/{action.reference}/").context["can_be_chased"]
    answer = pages.post("/actions/chase/", {"action": action.reference}, follow=True).content.decode()
    assert "Nobody was asked" in answer
    assert not ActionChase.objects.exists()


def test_the_business_team_finds_what_was_left_behind(client: Client, business: Person, owner: Person, action: Action) -> None:
    make_person("agency_lead", owner.holdings.get().agency)
    pages = sign_in(client, business)
    assert "owner has left" not in [number["label"] for number in pages.get("/actions/").context["numbers"]]
    ended(owner.holdings.get())
    answer = pages.get("/actions/?left=on")
    assert [row["reference"] for row in answer.context["rows"]] == [action.reference]
    assert [chip["text"] for chip in answer.context["chips"]] == ["Only where the owner has left"]
    assert "<strong>Owner has left</strong>" in answer.content.decode()
    assert {"number": 1, "label": "owner has left", "href": "/actions/?left=on", "tone": "soon"} in answer.context["numbers"]
    assert "Ask the safeguarding lead by email" in pages.get(f"/actions/{action.reference}/").content.decode()
    answer = pages.post("/actions/chase/", {"action": action.reference}, follow=True).content.decode()
    assert "1 safeguarding lead has been asked by email how an action stands." in answer
    Action.objects.update(state="done", done_at=clock.now(), done_by="x")
    assert "Owner has left" not in pages.get("/actions/?state=all").content.decode()
