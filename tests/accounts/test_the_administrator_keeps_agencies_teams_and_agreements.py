from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.access_table import role_codes
from accounts.models import Agency, InformationSharingAgreement, Person, Team
from accounts.selectors.agencies import agency_list
from foundation import clock
from foundation.errors import NotVisible
from tests.factories import make_agency, make_agreement, make_person, make_team, sign_in

pytestmark = pytest.mark.django_db
SCHOOL = {"code": "oakwood", "name": "Oakwood School", "kind": "school", "domains": "@Oakwood.sch.uk\nstaff.oakwood.sch.uk"}


@pytest.fixture
def client() -> Client:
    return sign_in(Client(), make_person("system_administrator"))


def date_parts(name: str, day: object) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def test_an_agency_is_added_with_tidy_domains_and_changed(client: Client) -> None:
    assert client.post(reverse("add_agency"), SCHOOL).headers["Location"] == reverse("agency", args=["oakwood"])
    agency = Agency.objects.get(code="oakwood")
    assert agency.domains == ["oakwood.sch.uk", "staff.oakwood.sch.uk"]
    client.post(
        reverse("change_agency", args=["oakwood"]),
        {**SCHOOL, "name": "Oakwood Academy", **date_parts("closed_on", clock.today())},
    )
    agency.refresh_from_db()
    assert (agency.name, agency.closed_on) == ("Oakwood Academy", clock.today())


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"code": "not a code"}, "The code can have letters, numbers and dashes only"),
        ({"domains": "gmail.com"}, "Remove gmail.com. Anybody can have an address there"),
        ({"domains": "school"}, "school is not a domain"),
        ({"code": "taken"}, "There is an agency with this code already"),
        ({"kind": ""}, "Select the kind of agency"),
    ],
)
def test_a_wrong_answer_is_shown_beside_its_question(client: Client, changed: dict[str, str], sentence: str) -> None:
    make_agency(code="taken")
    page = client.post(reverse("add_agency"), SCHOOL | changed)
    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_an_agreement_on_file_gives_sight_and_its_end_takes_it(client: Client) -> None:
    agency = make_agency(with_agreement=False)
    officer = make_person("mash_officer", agency)
    today = clock.today()
    answers = {"signed_by_name": "Sam Signatory", **date_parts("signed_on", today)}
    wrong = client.post(
        reverse("record_agreement", args=[agency.code]), answers | date_parts("valid_until", today - timedelta(days=1))
    )
    assert "The last day must be after the day of signing" in wrong.content.decode()
    client.post(reverse("record_agreement", args=[agency.code]), answers | date_parts("valid_until", today + timedelta(days=30)))
    assert InformationSharingAgreement.objects.get(agency=agency).recorded_by.startswith("NM-P-")
    assert role_codes(Person.objects.get(pk=officer.pk)) == {"mash_officer"}
    with clock.frozen(clock.now() + timedelta(days=31)):
        assert role_codes(Person.objects.get(pk=officer.pk)) == frozenset()


def test_a_team_is_added_with_the_group_that_carries_its_grants(client: Client) -> None:
    agency = make_agency()
    client.post(reverse("add_team", args=[agency.code]), {"code": "mash", "name": "MASH"})
    team = Team.objects.get(code="mash")
    assert team.group.name == "team:mash"
    again = client.post(reverse("add_team", args=[agency.code]), {"code": "mash", "name": "MASH"})
    assert "There is a team with this code already" in again.content.decode()
    client.post(reverse("change_team", args=["mash"]), {"name": "The MASH"})
    team.refresh_from_db()
    assert team.name == "The MASH"


def test_the_list_finds_pages_and_shows_whose_agreement_has_run_out(client: Client) -> None:
    lapsed = make_agency(with_agreement=False, name="Zebra House")
    make_agreement(lapsed, days=-1)
    for number in range(52):
        make_agency(name=f"Agency X{number:02}")
    first = client.get(reverse("agencies")).context
    second = client.get(reverse("agencies") + first["next_url"])
    assert "Ran out" in second.content.decode()
    found = client.get(reverse("agencies"), {"find": "zebra"}).context["rows"]
    assert [(row.name, row.agreed) for row in found] == [("Zebra House", False)]
    assert "No agency has this name or code" in client.get(reverse("agencies"), {"find": "nowhere"}).content.decode()


def test_selectors_of_agencies_answer_the_administrator_alone() -> None:
    with pytest.raises(NotVisible):
        agency_list(make_person("agency_lead"))


def test_an_agency_page_names_its_teams(client: Client) -> None:
    team = make_team(name="Duty team")
    assert "Duty team" in client.get(reverse("agency", args=[team.agency.code])).content.decode()
