"""The page of one value, counted or returned: what it is, where it comes from, who signed it, what stood there before."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.errors import Conflict, NotVisible
from reporting.models import CountedValue, Population, ValueSignOff
from reporting.selectors.indicators import request_of
from reporting.services.corrections import sign_value_off
from reporting.services.imports import import_population, import_returned_values
from reporting.services.indicator_values import record_value, return_value
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.watching import QUARTER, asked_for, defined, was_returned, watched

pytestmark = pytest.mark.django_db
SLUG = "q2-2026-27"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def page_of(client: Client, code: str, slug: str = SLUG, status: int = 200) -> str:
    answer = client.get(reverse("reporting:indicator_value", args=[code, slug]))
    assert answer.status_code == status
    return str(answer.content.decode())


def test_a_returned_value_says_who_returned_it_who_signed_it_and_what_stood_there(client: Client, business: Person) -> None:
    school = make_agency("education", name="Northmere Schools")
    asked = asked_for(defined(owner=school, disclosure="events"))
    lead, request = make_person("agency_lead", school, name="Lena Lead"), request_of(asked)
    assert request is not None
    given = return_value(by=lead, reference=request.reference, value=Decimal(150), source="School census")
    sign = ValueSignOff.objects.get(value=given)
    assert (sign.signed_by, sign.agency) == (lead, school)
    sign_in(client, business)
    page = page_of(client, asked.indicator.code)
    for words in (
        "Children who missed a tenth of school", "1 July 2026 to 30 September 2026", "School census", "Returned by",
        "Signed off by", "Lena Lead, Northmere Schools", "Asked of", "First known",
    ):  # fmt: skip
        assert words in page
    record_value(by=business, reference=asked.reference, version=2, value=Decimal(155), source="Census", note="Five came late")
    page = page_of(client, asked.indicator.code)
    for words in ("155", "150", "Five came late", business.name, "Lena Lead", "Nobody yet"):
        assert words in page


def test_a_value_that_came_in_a_file_is_signed_off_by_a_lead_of_its_owner(client: Client) -> None:
    one = defined()
    assert one.owner is not None
    import_returned_values(by=SYSTEM, content=f"code,period,value,source\n{one.code},{QUARTER},310,Register\n".encode())
    lead = make_person("agency_lead", one.owner)
    sign_in(client, lead)
    assert "To be signed off" in client.get(reverse("reporting:our_values")).content.decode()
    page = page_of(client, one.code)
    assert "Nobody yet" in page
    version = page.split('name="version" value="')[1].split('"')[0]
    with pytest.raises(Conflict):
        sign_value_off(by=lead, code=one.code, period=QUARTER, version=int(version) + 1)
    client.post(reverse("reporting:sign_value_off", args=[one.code, SLUG]), {"version": version})
    assert ValueSignOff.objects.get().signed_by == lead
    assert sign_value_off(by=lead, code=one.code, period=QUARTER, version=int(version)) == ValueSignOff.objects.get()
    assert lead.name in page_of(client, one.code)
    assert "To be signed off" not in client.get(reverse("reporting:our_values")).content.decode()
    with pytest.raises(NotVisible):
        sign_value_off(by=make_person("agency_lead"), code=one.code, period=QUARTER, version=int(version))
    with pytest.raises(NotVisible):
        sign_value_off(by=lead, code=one.code, period="Q1 2026-27", version=int(version))


def test_a_year_opens_to_its_quarters_and_names_the_one_that_is_missing(client: Client, business: Person) -> None:
    one = defined(disclosure="events")
    for place in (1, 2, 4):
        was_returned(one.code, f"Q{place} 2025-26", 10 * place)
    sign_in(client, business)
    page = page_of(client, one.code, "2025-26")
    assert "Three of four quarters: the quarters are added." in page
    assert "Q3 2025-26" in page
    assert "Missing" in page


def test_a_year_that_would_give_a_quarter_away_says_that_it_is_not_told(client: Client, business: Person) -> None:
    one = defined()
    for place, value in enumerate((6, 8, 8, 0), start=1):
        was_returned(one.code, f"Q{place} 2025-26", value)
    sign_in(client, business)
    page = page_of(client, one.code, "2025-26")
    assert "The year is not told: a quarter that is hidden could be worked out of it." in page
    assert ">22<" not in page
    assert ">20<" not in page


def test_a_rate_says_of_which_year_its_children_are(client: Client, business: Person) -> None:
    one = watched("plans.open.rate")
    told = {"indicator": one, "definition": 1, "source": "protection.plans", "counted_at": clock.now(), "denominator": 95_309}
    CountedValue.objects.create(period=QUARTER, value=Decimal("56.1332"), numerator=537, population_year=2025, **told)
    sign_in(client, business)
    words = "Children in the middle of 2025: those of 2026 are not known yet"
    assert words in page_of(client, one.code)
    page = client.get(reverse("reporting:indicator", args=[one.code])).content.decode()
    assert words in page
    assert "537" not in page_of(client, one.code)


def test_a_rate_shows_what_its_population_was_estimated_at_before(client: Client, business: Person) -> None:
    one = watched("plans.open.rate")
    told = {"indicator": one, "definition": 1, "source": "protection.plans", "counted_at": clock.now(), "denominator": 95_310}
    CountedValue.objects.create(period=QUARTER, value=Decimal("56.1332"), numerator=537, population_year=2025, **told)
    head = "year,area,age_band,value,source,reason\n2025,{},0-17,{},ONS,{}"
    for area, value, reason in (
        ("Northmere", 95_309, ""), ("Northmere", 95_310, "Rebased"), ("Harbour", 7_000, ""), ("Harbour", 7_100, "Recounted"),
    ):  # fmt: skip
        import_population(by=business, content=head.format(area, value, reason).encode())
    sign_in(client, business)
    page = page_of(client, one.code)
    for words in ("Earlier estimates of the population", "95,309", "Rebased", business.name):
        assert words in page
    assert "Recounted" not in page
    listed = client.get(reverse("reporting:population")).content.decode()
    assert "95,309" in listed
    assert "Recounted" in listed


def test_a_rate_of_a_year_without_any_population_is_not_told_and_says_so(client: Client, business: Person) -> None:
    from reporting.services.indicator_values import count_indicators

    one = watched("plans.open.rate")
    count_indicators(by=SYSTEM)
    assert not Population.objects.exists()
    assert not CountedValue.objects.filter(indicator=one, value__isnull=False).exists()
    sign_in(client, business)
    page = client.get(reverse("reporting:indicator", args=[one.code])).content.decode()
    assert "Population of the middle of 2026: not known, and none before it" in page


@pytest.mark.parametrize("slug", ["q5-2026-27", "nonsense", "2026", "q1-2011-12"])
def test_a_period_that_there_is_not_is_not_found(client: Client, business: Person, slug: str) -> None:
    one = defined()
    sign_in(client, business)
    page_of(client, one.code, slug, status=404)


def test_the_page_of_a_value_asks_no_more_for_many_corrections_than_for_few(client: Client, business: Person) -> None:
    few, many = watched("meetings.held"), watched("actions.late")
    for one, times in ((few, 3), (many, 12)):
        for value in range(times):
            CountedValue.objects.create(
                indicator=one, period=QUARTER, value=value, definition=1, source="board", counted_at=clock.now()
            )
    sign_in(client, business)
    page_of(client, few.code)
    with CaptureQueriesContext(connection) as asked_few:
        page_of(client, few.code)
    with CaptureQueriesContext(connection) as asked_many:
        page_of(client, many.code)
    assert len(asked_many) == len(asked_few)
