from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry, Person
from foundation import clock
from foundation.errors import NotVisible, Refused
from tests.conftest import FROZEN_AT
from tests.factories import make_holding, make_person, make_team, sign_in
from tests.work.build import make_handover, make_request
from work.models import Clock, ClockHold, Request
from work.services.clocks import hold_clock, release_clock

pytestmark = pytest.mark.django_db

WHY = "The police ask that nobody be contacted yet."


@pytest.fixture
def asked() -> Request:
    return make_request()


@pytest.fixture
def asker(asked: Request) -> Person:
    assert asked.from_team is not None
    return make_person("mash_officer", asked.from_team.agency, team=asked.from_team)


def url(asked: Request, name: str = "clock") -> str:
    return reverse(f"work:{name}", args=[asked.clock_id])


def test_who_asked_holds_the_clock_and_releases_it_with_what_was_left(asked: Request, asker: Person) -> None:
    client, due_at = sign_in(Client(), asker), asked.due_at
    page = reverse("work:request", args=[asked.reference])
    assert url(asked) in client.get(page).content.decode()
    held = client.post(url(asked), {"reason": WHY}, follow=True).content.decode()
    assert WHY in held
    assert "Let the clock run again" in held
    assert "On hold" in client.get(page).content.decode()
    with clock.frozen(FROZEN_AT + timedelta(hours=5)):
        released = sign_in(Client(), asker).post(url(asked, "release_clock"), follow=True).content.decode()
    assert "The clock runs again" in released
    asked.refresh_from_db()
    assert asked.due_at == due_at + timedelta(hours=5)
    assert ClockHold.objects.get().released_by == asker.reference


def test_a_reason_must_be_given(asked: Request, asker: Person) -> None:
    answer = sign_in(Client(), asker).post(url(asked), {"reason": " "})
    assert answer.status_code == 422
    assert "Enter why the clock is put on hold" in answer.content.decode()
    assert Clock.objects.get().state == "running"


def test_who_is_asked_cannot_stop_the_clock_against_them(asked: Request) -> None:
    lead = make_person("agency_lead", asked.to_agency)
    client = sign_in(Client(), lead)
    assert "Put the clock on hold" not in client.get(reverse("work:request", args=[asked.reference])).content.decode()
    assert client.get(url(asked)).status_code == 404
    for act in (
        lambda: hold_clock(by=lead, clock_id=asked.clock_id, reason=WHY),
        lambda: release_clock(by=lead, clock_id=asked.clock_id),
    ):
        with pytest.raises(NotVisible):
            act()


def test_the_team_that_offers_holds_the_clock_of_a_handover() -> None:
    ours = make_team()
    handover = make_handover(from_team=ours)
    assert handover.clock is not None
    member = make_person("mash_officer", ours.agency, team=ours)
    hold_clock(by=member, clock_id=handover.clock.pk, reason=WHY)
    stranger = make_person("mash_officer", handover.to_team.agency)
    make_holding(stranger, "mash_officer", handover.to_team.agency, handover.to_team)
    with pytest.raises(NotVisible):
        release_clock(by=stranger, clock_id=handover.clock.pk)


def test_a_clock_that_does_not_stand_still_is_not_released(asked: Request, asker: Person) -> None:
    with pytest.raises(Refused, match="not on hold"):
        release_clock(by=asker, clock_id=asked.clock_id)
    answer = sign_in(Client(), asker).post(url(asked, "release_clock"), follow=True)
    assert "This clock is not on hold." in answer.content.decode()


def test_looking_at_a_clock_is_in_the_access_log_with_the_child(asked: Request, asker: Person) -> None:
    sign_in(Client(), asker).get(url(asked))
    look = AccessLogEntry.objects.get(route="work:clock")
    assert (look.record_kind, look.record_reference, look.child_references) == ("request", asked.reference, ["NM-C-1"])
