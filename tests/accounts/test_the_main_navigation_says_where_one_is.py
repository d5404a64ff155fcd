"""A page below a section marks the section as current."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_agency, make_person, make_team, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["agencies", "change_team", "add_team", "change_agency"])
def test_pages_of_agencies_and_their_teams_belong_to_agencies(client: Client, page: str) -> None:
    team = make_team(make_agency())
    codes = {"agencies": [], "change_team": [team.code]}
    sign_in(client, make_person("system_administrator"))
    found = client.get(reverse(page, args=codes.get(page, [team.agency.code])))
    places = [place["text"] for place in found.context["navigation"] if place["current"] or place["active"]]
    assert places == ["Agencies"]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/plans/", "Actions"),
        ("/recommendations/", "Actions"),
        ("/chasing/", "Actions"),
        ("/groups/new/", "Meetings"),
        ("/meetings/new/", "Meetings"),
    ],
)
def test_pages_with_an_address_of_their_own_belong_to_their_section_too(client: Client, address: str, place: str) -> None:
    sign_in(client, make_person("business_team"))
    found = client.get(address)
    assert [one["text"] for one in found.context["navigation"] if one["current"] or one["active"]] == [place]
