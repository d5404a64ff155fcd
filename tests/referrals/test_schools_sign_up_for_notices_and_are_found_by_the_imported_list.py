"""Which schools take notices is kept with a day; notices find a school by the imported list; the share of all is a figure."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person
from children.services.places import import_places
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent
from referrals.models import NoticeSchool
from referrals.selectors.encompass import school_called
from referrals.services import keep_notice_school
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure
from tests.referrals import build

pytestmark = pytest.mark.django_db

SCHOOLS = """urn,name,town,postcode,status
900001,Oakfield Primary School,Alder Street,NM1 1AP,open
900002,Elm Academy,Elm Road,NM2 1AP,open
900003,Old Elm School,Elm Road,NM2 1AP,closed
900004,Twin School,Ash Road,NM3 1AP,open
900005,Twin School,Oak Road,NM4 1AP,open
"""


@pytest.fixture(autouse=True)
def listed() -> None:
    import_places(by=SystemActor("tests"), kind="schools", content=SCHOOLS.encode())


@pytest.fixture
def manager() -> Person:
    team = build.make_mash()
    return make_person("mash_manager", team.agency, team)


@pytest.fixture
def oakfield() -> Agency:
    return make_agency("school", name="Oakfield Primary School", code="oakfield")


def keep(by: Person, school: Agency, **changes: Any) -> NoticeSchool:
    return keep_notice_school(**{"by": by, "school": school.code, "urn": "", "signed_up_on": None, **changes})


@pytest.mark.parametrize(
    "told", ["oakfield", "OAKFIELD PRIMARY SCHOOL", "900001", "URN 900001", "Oakfield Primary School, Alder Street NM1 1AP"]
)
def test_a_notice_finds_the_school_by_name_code_number_or_label(oakfield: Agency, told: str) -> None:
    assert school_called(told) == oakfield


def test_a_school_that_the_portal_calls_otherwise_is_found_by_its_number(manager: Person) -> None:
    here = make_agency("school", name="The Elm")
    assert school_called("900002") is None
    keep(manager, here, urn="900002")
    for told in ("900002", "urn: 900002", "Elm Academy", "Elm Academy, Elm Road NM2 1AP"):
        assert school_called(told) == here


def test_what_is_not_clear_or_closed_is_nobody(manager: Person) -> None:
    make_agency("school", name="Twin School, Ash")
    make_agency("school", name="Old Elm School")
    assert school_called("Twin School") is None
    assert school_called("900003") is None
    assert school_called("Old Elm School, Elm Road NM2 1AP") is None
    assert school_called("") is None
    two = make_agency("school", name="The Elm")
    keep(manager, two, urn="900002")
    other = make_agency("school", name="Elm Academy")
    assert school_called("Elm Academy") == other, "the name in the portal comes first"


def test_the_manager_signs_a_school_up_on_a_page(client: Client, manager: Person, oakfield: Agency) -> None:
    sign_in(client, manager)
    page = reverse("referrals:notice_school", args=[oakfield.code])
    day = {"signed_up_on-day": "2", "signed_up_on-month": "11", "signed_up_on-year": "2026"}
    refused = client.post(page, {"urn": "900001", **day})
    assert refused.status_code == 422
    assert "Nobody of this school is a confirmed safeguarding lead" in refused.content.decode()
    make_person("agency_lead", oakfield)
    assert client.post(page, {"urn": "900001", **day}).status_code == 302
    row = NoticeSchool.objects.get()
    assert (row.agency, row.urn, row.signed_up_on, row.changed_by) == (oakfield, "900001", date(2026, 11, 2), manager.reference)
    listed = client.get(reverse("referrals:notice_schools")).content.decode()
    assert "1 of 1 school in the portal take notices" in listed
    assert "Since 2 November 2026" in listed
    assert "1 of 1 school" in client.get(reverse("referrals:school_notices")).content.decode()
    assert DomainEvent.objects.filter(verb="referrals.notice_school_kept").count() == 1
    client.post(page, {"urn": "900001", **dict.fromkeys(day, "")})
    assert NoticeSchool.objects.get().signed_up_on is None


def test_what_cannot_be_kept_is_refused(manager: Person, oakfield: Agency) -> None:
    make_person("agency_lead", oakfield)
    other = make_agency("school")
    keep(manager, other, urn="900002")
    with pytest.raises(Refused, match="Another school"):
        keep(manager, oakfield, urn="900002")
    with pytest.raises(Refused, match="five or six digits"):
        keep(manager, oakfield, urn="12a")
    with pytest.raises(Refused, match="today or in the past"):
        keep(manager, oakfield, signed_up_on=clock.today() + timedelta(days=1))
    with pytest.raises(NotVisible):
        keep(manager, make_agency("police"))
    with pytest.raises(NotAllowed):
        keep(make_person("mash_officer", team=build.make_mash()), oakfield)


def figure() -> tuple[int | None, int | None] | None:
    found = read_figure("encompass.schools_signed_up", FinancialYear.of(clock.today()))
    return (found.numerator, found.denominator) if found else None


def test_the_share_of_all_schools_counts_each_school_once(manager: Person, oakfield: Agency) -> None:
    make_person("agency_lead", oakfield)
    nursery = make_agency("early_years", name="Not in the list")
    make_person("agency_lead", nursery)
    assert figure() is None
    keep(manager, oakfield, signed_up_on=clock.today())
    keep(manager, nursery, signed_up_on=clock.today())
    assert figure() == (2, 5), "four open ones of the list, one of them in the portal too, and one that the list does not name"
    renamed = make_agency("school", name="The Elm")
    assert figure() == (2, 6)
    keep(manager, renamed, urn="900002")
    assert figure() == (2, 5)


def test_a_school_without_a_lead_any_more_does_not_count(manager: Person, oakfield: Agency) -> None:
    lead = make_person("agency_lead", oakfield)
    keep(manager, oakfield, signed_up_on=clock.today())
    assert figure() == (1, 4)
    lead.holdings.update(ends_on=clock.today() - timedelta(days=1))
    assert figure() == (0, 4)
    page = sign_in(Client(), manager).get(reverse("referrals:notice_schools")).content.decode()
    assert "Nobody reads notices now" in page
