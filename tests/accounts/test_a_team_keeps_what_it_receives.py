import pytest
from django.test import Client
from django.urls import reverse

from accounts.inboxes import inbox_kinds
from tests import factories

pytestmark = pytest.mark.django_db


def test_new_contacts_are_among_what_a_team_may_receive() -> None:
    assert ("referrals.contact", "Every new contact") in inbox_kinds()


def test_saving_the_page_of_the_hub_keeps_the_contacts_coming(client: Client) -> None:
    team = factories.make_team(receives=["referrals.contact", "referrals.assessment"])
    administrator = factories.make_person("system_administrator")
    page = reverse("change_team", args=[team.code])
    browser = factories.sign_in(client, administrator)
    ticked = browser.get(page).context["form"]["receives"].value()
    assert set(ticked) == {"referrals.contact", "referrals.assessment"}
    offered = {code for code, _title in browser.get(page).context["form"].fields["receives"].choices}
    assert set(ticked) <= offered
    browser.post(page, {"name": "The hub", "receives": ticked})
    team.refresh_from_db()
    assert (team.name, set(team.receives)) == ("The hub", set(ticked))
