"""Beside the answer to a handover stand the child, the rating, the outcome and its reasons, for those who may see the contact."""

import pytest
from django.test import Client

from referrals.models import ContactTeamGrant
from tests.factories import sign_in
from tests.referrals import mash
from work.models import Handover

pytestmark = pytest.mark.django_db


def page_of(client: Client, hub: mash.Mash, handover: Handover) -> str:
    sign_in(client, hub.team_manager)
    return client.get(f"/handovers/{handover.reference}/").content.decode()


def test_the_receiving_team_reads_what_it_is_about_before_it_answers(client: Client) -> None:
    hub = mash.make()
    contact = mash.approved(hub, rating="red")
    page = page_of(client, hub, Handover.objects.get(subject_reference=contact.reference))
    for words in (contact.submitted_child.full_name, "Red", contact.get_outcome_display(), "Level 3: neglect over months."):
        assert words in page, words


def test_without_sight_of_the_contact_none_of_it_is_told(client: Client) -> None:
    hub = mash.make()
    contact = mash.approved(hub)
    ContactTeamGrant.objects.filter(group=hub.assessment.group).delete()
    page = page_of(client, hub, Handover.objects.get(subject_reference=contact.reference))
    assert "Accept for my team" in page
    assert contact.submitted_child.family_name not in page
    assert "neglect over months" not in page
