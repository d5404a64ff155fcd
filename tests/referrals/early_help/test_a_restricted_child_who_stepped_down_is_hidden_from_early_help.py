"""A child who stepped down from a restricted referral: early help sees the family only where it may see that referral."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.errors import NotVisible, Refused
from referrals.models import Contact, EarlyHelp, Episode, Step
from referrals.selectors.early_help import early_help_for, families
from referrals.services import ask_step_down, restrict
from referrals.services.triage import lift
from tests import factories
from tests.referrals import cases, mash
from tests.referrals import families as early_help
from work.models import Handover
from work.services.handovers import accept_handover

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def ask(hub: mash.Mash, episode: Episode, coordinator: Person, by: Person | None = None) -> Step:
    asked = early_help.stepping_down(coordinator.holdings.get().agency.code)
    return ask_step_down(by=by or hub.team_manager, reference=episode.reference, version=episode.version, asked=asked)


def hide(hub: mash.Mash, contact: Contact, people: list[str]) -> None:
    now = mash.again(contact)
    restrict(by=hub.manager, reference=now.reference, version=now.version, people=people, reason="A colleague's child")


def test_a_family_that_stepped_down_is_hidden_once_its_referral_is_restricted(hub: mash.Mash) -> None:
    episode, coordinator = cases.assessed(hub, outcome="step_down"), early_help.coordinator_of(hub)
    ask(hub, episode, coordinator)
    accept_handover(by=coordinator, reference=Handover.objects.get(kind="referrals.step_down").reference)
    family = EarlyHelp.objects.get()
    assert early_help_for(coordinator, family.reference) == family
    hide(hub, episode.contact, [])
    with pytest.raises(NotVisible):
        early_help_for(coordinator, family.reference)
    assert not families(coordinator).rows
    client = factories.sign_in(Client(), coordinator)
    assert client.get(reverse("referrals:early_help", args=[family.reference])).status_code == 404
    now = mash.again(episode.contact)
    lift(by=hub.manager, reference=now.reference, version=now.version, reason="They have moved")
    assert early_help_for(coordinator, family.reference) == family


def test_a_restricted_child_is_not_offered_to_early_help(hub: mash.Mash) -> None:
    episode, coordinator = cases.assessed(hub, outcome="step_down"), early_help.coordinator_of(hub)
    hide(hub, episode.contact, [hub.team_manager.reference])
    with pytest.raises(Refused, match="restricted to people who are named"):
        ask(hub, cases.again(episode), coordinator)
    assert not Step.objects.exists()
