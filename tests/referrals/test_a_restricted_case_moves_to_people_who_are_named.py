"""A restricted case moves, or steps down, once somebody there who can accept it is named; the restriction stands."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent
from referrals.models import Contact, EarlyHelp, Episode
from referrals.selectors.contacts import nameable_people
from referrals.selectors.early_help import early_help_for
from referrals.selectors.episodes import episode_for
from referrals.services import ask_step_down, break_glass, name_for_move, offer_episode, restrict
from tests import factories
from tests.referrals import cases, families, mash
from tests.referrals.mash import Mash
from work.models import Handover
from work.selectors.my_work import team_handovers
from work.services.handovers import accept_handover

pytestmark = pytest.mark.django_db
WHY = "The family moves to the west of the borough."


@pytest.fixture
def hub() -> Mash:
    return mash.make()


@pytest.fixture
def west(hub: Mash) -> Person:
    team = factories.make_team(hub.team.agency, ["referrals.assessment"], name="Assessment team West")
    factories.make_person("social_worker", team=team, name="Will West")
    return factories.make_person("team_manager", team=team, name="Wanda West")


def restricted(hub: Mash, episode: Episode) -> Contact:
    contact = mash.again(episode.contact)
    restrict(
        by=hub.manager,
        reference=contact.reference,
        version=contact.version,
        people=[hub.team_manager.reference],
        reason="A colleague is related",
    )
    return mash.again(contact)


def name(hub: Mash, contact: Contact, *people: Person, by: Person | None = None, **changes: object) -> None:
    team = people[0].holdings.get().team
    assert team is not None
    given = {"team": team.code, "people": [one.reference for one in people], "reason": WHY, **changes}
    name_for_move(by=by or hub.manager, reference=contact.reference, version=mash.again(contact).version, **given)  # type: ignore[arg-type]


def test_the_case_moves_without_lifting_the_restriction(hub: Mash, west: Person) -> None:
    episode = cases.opened(hub)
    contact = restricted(hub, episode)
    given = {"by": hub.team_manager, "reference": episode.reference, "team": west.holdings.get().team.code, "note": WHY}
    with pytest.raises(Refused, match="restricted to people who are named"):
        offer_episode(version=cases.again(episode).version, **given)
    worker = Person.objects.get(name="Will West")
    name(hub, contact, west, worker)
    assert mash.again(contact).restricted
    with pytest.raises(NotVisible):
        episode_for(west, episode.reference)
    offered = offer_episode(version=cases.again(episode).version, **given)
    assert [row.reference for row in team_handovers(west).rows] == [offered.reference]
    accept_handover(by=west, reference=offered.reference)
    assert episode_for(west, episode.reference).team == west.holdings.get().team
    assert episode_for(worker, episode.reference)
    assert mash.again(contact).restricted
    with pytest.raises(NotVisible):
        episode_for(hub.team_manager, episode.reference)
    assert not contact.person_grants.filter(user=hub.team_manager, ended_at__isnull=True).exists()
    assert contact.person_grants.filter(user=hub.manager, ended_at__isnull=True).exists()


def test_who_is_not_named_learns_that_something_is_offered_and_no_more(hub: Mash, west: Person) -> None:
    episode = cases.opened(hub)
    contact = restricted(hub, episode)
    team = west.holdings.get().team
    assert team is not None
    other = factories.make_person("team_manager", team=team, name="Olga Other")
    name(hub, contact, west)
    offer_episode(
        by=hub.team_manager, reference=episode.reference, version=cases.again(episode).version, team=team.code, note=WHY
    )
    (row,) = team_handovers(other).rows
    assert row.note == ""
    assert row.subject_reference != episode.reference
    with pytest.raises((NotVisible, Refused)):
        accept_handover(by=other, reference=Handover.objects.latest("pk").reference)


def test_it_steps_down_to_early_help_where_the_coordinator_is_named(hub: Mash) -> None:
    episode, coordinator = cases.assessed(hub), families.coordinator_of(hub)
    contact = restricted(hub, episode)
    asked = families.stepping_down(coordinator.holdings.get().agency.code)
    with pytest.raises(Refused, match="restricted to people who are named"):
        ask_step_down(by=hub.team_manager, reference=episode.reference, version=cases.again(episode).version, asked=asked)
    name(hub, contact, coordinator)
    ask_step_down(by=hub.team_manager, reference=episode.reference, version=cases.again(episode).version, asked=asked)
    (offered,) = team_handovers(coordinator).rows
    accept_handover(by=coordinator, reference=offered.reference)
    family = EarlyHelp.objects.get()
    assert early_help_for(coordinator, family.reference)
    team = coordinator.holdings.get().team
    assert team is not None
    with pytest.raises(NotVisible):
        early_help_for(factories.make_person("early_help_coordinator", team=team), family.reference)


def test_who_is_named_until_a_day_sees_it_until_then(hub: Mash, west: Person) -> None:
    contact = restricted(hub, cases.opened(hub))
    name(hub, contact, west, until=clock.today() + timedelta(days=7))
    grant = contact.person_grants.get(user=west)
    assert grant.starts_at == clock.now()
    assert grant.ends_at is not None
    assert grant.ends_at.date() == clock.today() + timedelta(days=7)
    event = DomainEvent.objects.filter(verb="referrals.named_for_move", subject_reference=contact.reference).get()
    assert event.reason == WHY
    assert event.data["people"] == 1
    assert west.name not in str(event.data)
    assert west in nameable_people(contact), "a manager who restricts again can leave them named"


def test_who_may_name_and_whom(hub: Mash, west: Person) -> None:
    contact = restricted(hub, cases.opened(hub))
    with pytest.raises(NotVisible):
        name(hub, contact, west, by=hub.second_manager)
    break_glass(by=hub.second_manager, reference=contact.reference, reason="The child may come to harm tonight.")
    with pytest.raises(Refused, match="emergency"):
        name(hub, contact, west, by=hub.second_manager)
    with pytest.raises(Refused, match="at least one person who can accept"):
        name(hub, contact, Person.objects.get(name="Will West"))
    with pytest.raises(Refused, match="from the list"):
        name(hub, contact, west, hub.officer)
    with pytest.raises(Refused, match="why the case moves"):
        name(hub, contact, west, reason=" ")
    with pytest.raises(Refused, match="today or in the future"):
        name(hub, contact, west, until=clock.today() - timedelta(days=1))
    with pytest.raises(Refused, match="can take the case over"):
        name(hub, contact, west, team="nothing")
    open_one = mash.received(hub)
    with pytest.raises(Refused, match="not restricted"):
        name(hub, open_one, west)


def test_the_page_leads_from_the_team_to_its_people(hub: Mash, west: Person) -> None:
    contact = restricted(hub, cases.opened(hub))
    client = factories.sign_in(Client(), hub.manager)
    here = f"/mash/contacts/{contact.reference}/name-for-move/"
    assert here in client.get(f"/mash/contacts/{contact.reference}/").content.decode()
    first = client.get(here).content.decode()
    team = west.holdings.get().team
    assert team is not None
    assert f"?team={team.code}" in first
    second = client.get(f"{here}?team={team.code}").content.decode()
    assert "Wanda West (can accept the case)" in second
    refused = client.post(f"{here}?team={team.code}", {"version": contact.version})
    assert refused.status_code == 422
    assert "Select whom you name" in refused.content.decode()
    done = client.post(
        f"{here}?team={team.code}", {"version": contact.version, "people": [west.reference], "reason": WHY, "until-day": ""}
    )
    assert done.status_code == 302
    assert contact.person_grants.filter(user=west, ended_at__isnull=True).exists()
