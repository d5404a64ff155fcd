"""A system of an agency is connected: its token is shown once, only its hash is kept, and its lead ends it."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import AgencyClient
from accounts.services.clients import connect_client, end_client, hash_of_token
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent
from tests.factories import make_agency, make_client, make_person, sign_in

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": "Records system",
    "scopes": ["refer", "status"],
    "ends_on-day": "31",
    "ends_on-month": "3",
    "ends_on-year": "2027",
    "per_minute": "60",
}


def test_the_lead_connects_a_system_and_sees_its_token_once() -> None:
    school = make_agency("school")
    client = sign_in(Client(), make_person("agency_lead", school))
    page = client.post(f"/people/agency/{school.code}/systems/connect/", ANSWERS).content.decode()
    token = re.search(r"portal_[\w-]{43}", page)
    assert token is not None
    made = AgencyClient.objects.get()
    assert (made.agency, made.scopes, made.token_hash) == (school, ["refer", "status"], hash_of_token(token[0]))
    again = client.get(f"/people/agency/{school.code}/systems/").content.decode()
    assert "Records system" in again
    assert token[0] not in again
    kept = [str(value) for row in (*AgencyClient.objects.values(), *DomainEvent.objects.values()) for value in row.values()]
    assert not any(token[0] in value for value in kept)


def test_what_is_wrong_is_said_beside_the_question() -> None:
    school = make_agency("school")
    client = sign_in(Client(), make_person("agency_lead", school))
    address = f"/people/agency/{school.code}/systems/connect/"
    for changes, sentence in (
        ({"scopes": []}, "Select what the system may do"),
        ({"ends_on-year": "2029"}, "The last day must be today or within a year"),
        ({"name": ""}, "Enter which system it is"),
        ({"per_minute": "100000"}, "Requests a minute must be"),
    ):
        response = client.post(address, {**ANSWERS, **changes})
        assert response.status_code == 422
        assert sentence in response.content.decode()
    client.post(address, ANSWERS)
    assert "A system of this name is connected already" in client.post(address, ANSWERS).content.decode()
    assert AgencyClient.objects.count() == 1


def test_the_lead_disconnects_it_and_a_lead_of_another_agency_cannot() -> None:
    school = make_agency("school")
    system = make_client(school)
    stranger = make_person("agency_lead")
    with pytest.raises(NotVisible):
        end_client(by=stranger, reference=system.reference)
    with pytest.raises(NotVisible):
        connect_client(by=stranger, agency=school, name="Mine", scopes=["refer"], ends_on=clock.today())
    lead = sign_in(Client(), make_person("agency_lead", school))
    assert lead.get(f"/people/systems/{system.reference}/end/").status_code == 200
    assert lead.post(f"/people/systems/{system.reference}/end/").status_code == 302
    system.refresh_from_db()
    assert system.ended_at == clock.now()
    assert "Disconnected" in lead.get(f"/people/agency/{school.code}/systems/").content.decode()
    with pytest.raises(Refused):
        end_client(by=make_person("system_administrator"), reference=system.reference)


@pytest.mark.parametrize("scopes", [[], ["everything"]])
def test_no_scope_or_one_that_does_not_exist_is_refused(scopes: list[str]) -> None:
    with pytest.raises(Refused):
        connect_client(
            by=make_person("system_administrator"), agency=make_agency(), name="X", scopes=scopes, ends_on=clock.today()
        )


def test_it_cannot_be_let_in_for_longer_than_a_year_or_for_days_that_are_gone() -> None:
    by, agency = make_person("system_administrator"), make_agency()
    for days in (-1, 367):
        with pytest.raises(Refused):
            connect_client(by=by, agency=agency, name="X", scopes=["refer"], ends_on=clock.today() + timedelta(days=days))


def test_the_database_keeps_no_system_without_a_scope() -> None:
    system = make_client(make_agency())
    with pytest.raises(IntegrityError), transaction.atomic():
        AgencyClient.objects.filter(pk=system.pk).update(scopes=[])
