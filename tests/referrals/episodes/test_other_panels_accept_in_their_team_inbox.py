"""Panels and teams without an app of their own take contacts in the inbox of their team, or give them back with a reason."""

import pytest
from django.test import Client

from accounts.models import Person, Team
from foundation.errors import Refused
from referrals.models import Contact, ContactTeamGrant, Episode
from referrals.rules.triage import ALLEGATION, CHILD_DEATH, EXPLOITATION, MARAC, PRIVATE_FOSTERING
from referrals.services import sign_off
from tests import factories
from tests.referrals import mash
from work.models import Handover

pytestmark = pytest.mark.django_db

PANELS = [("LADO", ALLEGATION), ("PF", PRIVATE_FOSTERING), ("CE", EXPLOITATION), ("MARAC", MARAC), ("CDR", CHILD_DEATH)]


def panel(hub: mash.Mash, receives: str) -> tuple[Team, Person, Client]:
    """A team that receives a kind of work, and one of its people, signed in."""
    team = factories.make_team(hub.team.agency, [receives], name="The panel")
    member = factories.make_person("social_worker", team=team, name="Pia Panel")
    return team, member, factories.sign_in(Client(), member)


def seen_by(team: Team, contact: Contact) -> bool:
    return ContactTeamGrant.objects.filter(content_object=contact, group=team.group, ended_at=None).exists()


@pytest.mark.parametrize(("outcome", "kind"), PANELS)
def test_it_is_accepted_in_the_inbox_and_the_contact_can_be_signed_off(outcome: str, kind: str) -> None:
    hub = mash.make()
    team, member, client = panel(hub, kind)
    contact = mash.approved(hub, outcome)
    handover = Handover.objects.get(subject_reference=contact.reference)
    assert (handover.kind, handover.to_team) == (kind, team)
    assert contact.reference in client.get("/inbox/").content.decode()
    with pytest.raises(Refused, match="accepted by The panel"):
        sign_off(by=hub.manager, reference=contact.reference, version=contact.version)
    client.post(f"/handovers/{handover.reference}/accept/")
    handover.refresh_from_db()
    assert (handover.state, handover.accepted_by) == ("accepted", member.reference)
    assert client.get(f"/mash/contacts/{contact.reference}/").status_code == 200
    contact = mash.finish(hub, contact)
    sign_off(by=hub.manager, reference=contact.reference, version=contact.version)
    assert (mash.again(contact).state, Episode.objects.exists()) == ("signed_off", False)


@pytest.mark.parametrize(("outcome", "kind"), PANELS[:3])
def test_it_is_returned_with_a_reason_and_the_task_stays_open(outcome: str, kind: str) -> None:
    hub = mash.make()
    team, _, client = panel(hub, kind)
    contact = mash.approved(hub, outcome)
    handover = Handover.objects.get(subject_reference=contact.reference)
    assert client.post(f"/handovers/{handover.reference}/return/", {"reason": ""}).status_code == 422
    client.post(f"/handovers/{handover.reference}/return/", {"reason": "Not for this panel"})
    handover.refresh_from_db()
    assert (handover.state, handover.return_reason, seen_by(team, contact)) == ("returned", "Not for this panel", False)
    with pytest.raises(Refused, match="accepted by The panel"):
        sign_off(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)


def test_another_team_finds_nothing_in_its_inbox() -> None:
    hub = mash.make()
    panel(hub, ALLEGATION)
    contact = mash.approved(hub, "LADO")
    handover = Handover.objects.get(subject_reference=contact.reference)
    other = factories.sign_in(Client(), hub.team_manager)
    assert contact.reference not in other.get("/inbox/").content.decode()
    assert other.post(f"/handovers/{handover.reference}/accept/").status_code == 404
