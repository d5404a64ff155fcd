"""A manager offers a case to another team; it stays until that team accepts, and then all of it has moved."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from children.models import Involvement
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from referrals.models import Contact, Episode
from referrals.selectors.contacts import visible_contacts
from referrals.selectors.episodes import episode_for, visible_episodes
from referrals.services import close_episode, offer_episode
from tests import factories
from tests.referrals import cases, mash
from work.models import Clock, Handover
from work.services.handovers import accept_handover, return_handover

pytestmark = pytest.mark.django_db
WHY = "The assessment is done; the plan is for your team."


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def other(hub: mash.Mash) -> Person:
    """The manager of another social work team."""
    team = factories.make_team(hub.team.agency, [], code="support", name="Support team")
    return factories.make_person("team_manager", team=team, name="Toni Two")


def offered(hub: mash.Mash, episode: Episode, note: str = WHY, team: str = "support") -> Handover:
    return offer_episode(by=hub.team_manager, reference=episode.reference, version=episode.version, team=team, note=note)


def test_an_accepted_case_belongs_to_the_other_team(hub: mash.Mash, other: Person) -> None:
    episode = cases.assessing(hub)
    accept_handover(by=other, reference=offered(hub, episode).reference)
    moved = cases.again(episode)
    assert (moved.team.code, moved.worker, moved.allocated_at) == ("support", None, None)
    assert episode_for(other, episode.reference)
    assert not visible_episodes(hub.team_manager).filter(pk=episode.pk).exists()
    assert not visible_contacts(hub.team_manager).filter(pk=episode.contact_id).exists()
    assert visible_contacts(hub.manager).filter(pk=episode.contact_id).exists()
    assert {one.owner_team for one in Clock.objects.filter(subject_reference=episode.reference)} == {moved.team}
    standing = Involvement.objects.filter(record_reference=episode.reference, ended_at__isnull=True)
    assert [one.team for one in standing] == [moved.team]


def test_until_then_it_stays_where_it_is(hub: mash.Mash, other: Person) -> None:
    episode = cases.allocated(hub)
    offered(hub, episode)
    assert cases.again(episode).team == hub.assessment
    with pytest.raises(NotVisible):
        episode_for(other, episode.reference)
    with pytest.raises(Refused, match="offered to a team already"):
        offered(hub, cases.again(episode))


def test_a_returned_case_can_be_offered_again(hub: mash.Mash, other: Person) -> None:
    episode = cases.allocated(hub)
    return_handover(by=other, reference=offered(hub, episode).reference, reason="The family lives in the west.")
    kept = cases.again(episode)
    assert (kept.team, kept.worker) == (hub.assessment, episode.worker)
    assert offered(hub, kept).state == Handover.State.OFFERED


@pytest.mark.parametrize(("note", "team"), [(" ", "support"), (WHY, "nobody"), (WHY, "mash-of-nowhere")])
def test_an_offer_says_why_and_to_which_social_work_team(hub: mash.Mash, other: Person, note: str, team: str) -> None:
    with pytest.raises(Refused):
        offered(hub, cases.allocated(hub), note, team)


def test_a_restricted_case_does_not_move(hub: mash.Mash, other: Person) -> None:
    episode = cases.allocated(hub)
    Contact.objects.filter(pk=episode.contact_id).update(restricted=True)
    with pytest.raises((Refused, NotVisible)):
        offered(hub, episode)


def test_a_case_that_was_closed_meanwhile_is_not_taken(hub: mash.Mash, other: Person) -> None:
    episode = cases.assessed(hub, outcome="no_further_action")
    waiting = offered(hub, episode)
    now = cases.again(episode)
    close_episode(
        by=hub.team_manager, reference=now.reference, version=now.version, reason="RC8", primary_need="N1", note="Safe."
    )
    with pytest.raises(Refused, match="closed meanwhile"):
        accept_handover(by=other, reference=waiting.reference)


def test_only_a_manager_of_the_team_offers(hub: mash.Mash, other: Person) -> None:
    episode = cases.allocated(hub)
    with pytest.raises(NotAllowed):
        offer_episode(by=cases.worker_of(hub), reference=episode.reference, version=episode.version, team="support", note=WHY)
    with pytest.raises(NotVisible):
        offer_episode(by=other, reference=episode.reference, version=episode.version, team="support", note=WHY)
    with pytest.raises(Conflict):
        offer_episode(by=hub.team_manager, reference=episode.reference, version=0, team="support", note=WHY)


def test_the_page_offers_and_says_who_answers(client: Client, hub: mash.Mash, other: Person) -> None:
    episode = cases.allocated(hub)
    factories.sign_in(client, hub.team_manager)
    address = reverse("referrals:offer_episode", args=[episode.reference])
    assert "Support team" in client.get(address).content.decode()
    refused = client.post(address, {"version": episode.version, "team": "", "note": ""})
    assert refused.status_code == 422
    client.post(address, {"version": episode.version, "team": "support", "note": WHY})
    page = client.get(reverse("referrals:episode", args=[episode.reference])).content.decode()
    assert "Support team says whether it takes the case over." in page
    assert "Move to another team" not in page
