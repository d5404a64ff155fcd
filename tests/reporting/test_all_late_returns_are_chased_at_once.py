"""One click chases every late return of a year, or of a round: each agency has one mail, whatever it owes."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person
from foundation import clock
from foundation.errors import NotAllowed
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from reporting.models import AgencyReturn, ReturnRound
from reporting.services.returns import Chased, chase_late_returns, chase_return, close_return_round
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.returning import YEAR, lead_of, make_round, make_shape, request_of
from work.models import Chase

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Northmere Police")


@pytest.fixture
def health() -> Agency:
    return make_agency("health", name="Northmere Health")


@pytest.fixture
def rounds(police: Agency, health: Agency) -> tuple[ReturnRound, ReturnRound]:
    """Two shapes: the police owe both, health one."""
    return make_round(police, health), make_round(police, shape=make_shape("Section 11"))


@pytest.fixture
def leads(police: Agency, health: Agency) -> tuple[Person, Person]:
    return lead_of(police), lead_of(health)


def sent() -> list[tuple[str, str]]:
    OutboxMessage.objects.filter(key__contains="told:").update(done_at=clock.now())  # that they were asked is another mail
    mail.outbox.clear()
    deliver_now()
    return [(one.to[0], one.body) for one in mail.outbox]


def late() -> "clock.frozen":  # type: ignore[valid-type]  # a context
    return clock.frozen(clock.now() + timedelta(days=17))


def test_each_agency_has_one_mail_and_is_chased_once_a_day(
    team: Person, rounds: tuple[ReturnRound, ReturnRound], leads: tuple[Person, Person]
) -> None:
    of_police, of_health = leads
    assert chase_late_returns(by=team, year=YEAR) == Chased(0, 0)  # nothing is late yet
    with late():
        assert chase_late_returns(by=team, year=YEAR) == Chased(3, 2)
        told = sent()
        assert sorted(to for to, _body in told) == sorted([of_police.email, of_health.email])
        assert all("Section 11" not in body and "Objectives" not in body for _to, body in told)
        assert chase_late_returns(by=team, year=YEAR) == Chased(0, 0)
        assert sent() == []
    assert Chase.objects.count() == 3


def test_what_was_chased_by_itself_today_and_what_has_come_is_left_out(
    team: Person, rounds: tuple[ReturnRound, ReturnRound], leads: tuple[Person, Person], police: Agency
) -> None:
    with late():
        chase_return(by=team, reference=AgencyReturn.objects.get(round=rounds[1], agency=police).reference)
        close_return_round(by=team, reference=rounds[0].reference)
        assert chase_late_returns(by=team, year=YEAR) == Chased(0, 0)


def test_one_round_alone_can_be_chased(
    team: Person, rounds: tuple[ReturnRound, ReturnRound], leads: tuple[Person, Person], police: Agency
) -> None:
    with late():
        assert chase_late_returns(by=team, year=YEAR, round_reference=rounds[1].reference) == Chased(1, 1)
        ((to, body),) = sent()
        assert to == leads[0].email
        request = request_of(AgencyReturn.objects.get(round=rounds[1], agency=police))
        assert request.reference in body  # one return: the mail leads to it
        assert chase_late_returns(by=team, year=YEAR.previous()) == Chased(0, 0)
    with pytest.raises(NotAllowed):
        chase_late_returns(by=leads[0], year=YEAR)


def test_the_button_stands_where_something_is_late(
    team: Person, rounds: tuple[ReturnRound, ReturnRound], leads: tuple[Person, Person], client: Client
) -> None:
    overview, page = (
        reverse("reporting:returns", args=[YEAR.label]),
        reverse("reporting:return_round", args=[rounds[0].reference]),
    )
    chase = reverse("reporting:chase_late_returns", args=[YEAR.label])
    sign_in(client, team)
    assert "Chase all late returns" not in client.get(overview).content.decode()
    with late():
        client = sign_in(Client(), team)
        assert "Chase all late returns (3)" in client.get(overview).content.decode()
        assert "Chase all late returns (2)" in client.get(page).content.decode()
        reader = sign_in(Client(), make_person("scrutineer", make_agency()))
        assert "Chase all late returns" not in reader.get(overview).content.decode()
        assert reader.post(chase).status_code == 403
        said = client.post(chase, {"round": rounds[0].reference}, follow=True)
        assert said.request["PATH_INFO"] == page
        assert "2 agencies were reminded by email of 2 late returns." in said.content.decode()
        said = client.post(chase, follow=True)
        assert said.request["PATH_INFO"] == overview
        assert "1 agency was reminded by email of 1 late return." in said.content.decode()
        assert "Nobody was reminded" in client.post(chase, follow=True).content.decode()
        assert client.get(chase).status_code == 405
        assert client.post(chase, {"round": "NM-R-NONE"}).status_code == 404
