"""An invitation that should not have been sent is taken back with its reason: whoever was invited sees nothing any longer."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import SealedLink
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent
from protection.models import Conference
from protection.selectors.conferences import agencys_conferences, conference_for, discussion_for
from protection.services.invitations import AgencyAsked, invite_agencies, take_invitation_back
from protection.services.sealing import seal_invitation
from protection.services.strategy import Seat, prepare_discussion, take_seat_back
from tests import factories
from tests.figures import read_figure
from tests.protection import build

pytestmark = pytest.mark.django_db


def back(service: build.Service, conference: Conference, seat: int, reason: str = "Wrong school.") -> Conference:
    return take_invitation_back(
        by=service.worker, reference=conference.reference, version=conference.version, invitation_id=seat, reason=reason
    )


def test_sight_ends_at_once_and_the_report_is_no_longer_asked_for() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service))
    seat = conference.invitations.get(person=service.school)
    conference_for(service.school, conference.reference)
    with pytest.raises(Refused, match="why it is taken back"):
        back(service, conference, seat.pk, " ")
    conference = back(service, conference, seat.pk)
    with pytest.raises(NotVisible):
        conference_for(service.school, conference.reference)
    client = factories.sign_in(Client(), service.school)
    assert client.get(f"/child-protection/conferences/{conference.reference}/").status_code == 404
    assert conference.reference not in client.get("/").content.decode()
    seat = build.again(seat)
    assert (seat.report, seat.request.state, seat.withdrawn_by) == ("not_required", "withdrawn", service.worker.reference)
    assert conference.invitations.filter(report="awaited").count() == 3
    day = clock.today() + timedelta(days=7)
    assert agencys_conferences(factories.make_person("agency_lead", seat.agency), clock.today(), day) == []
    event = DomainEvent.objects.get(verb="protection.conference_invitation_taken_back")
    assert (event.reason, event.subject_reference) == ("Wrong school.", conference.reference)
    with pytest.raises(Refused, match="already"):
        back(service, conference, seat.pk)


def test_who_was_invited_wrongly_is_counted_nowhere_and_can_be_invited_again() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service))
    conference = back(service, conference, conference.invitations.get(person=service.school).pk)
    conference = back(service, conference, conference.invitations.get(person=service.health).pk)
    again = AgencyAsked(build.agency_of(service.health), person=service.health.reference)
    conference = invite_agencies(by=service.worker, reference=conference.reference, version=conference.version, invited=[again])
    conference_for(service.health, conference.reference)
    came = {one.pk: "attended" for one in conference.invitations.filter(withdrawn_at=None)}
    assert len(came) == 3
    day = conference.planned_for.date() if conference.planned_for else clock.today()
    with clock.frozen(build.nine_o_clock(day)):
        sent = build.record_conference_attendance(
            by=service.worker, reference=conference.reference, version=conference.version, agencies=came, family={}
        )
        with pytest.raises(Refused, match="took part"):
            back(service, sent, next(iter(came)))
        gone = conference.invitations.exclude(withdrawn_at=None).order_by("pk")[0].pk
        with pytest.raises(Refused, match="took part"):
            build.record_conference_attendance(
                by=service.worker, reference=sent.reference, version=sent.version, agencies={gone: "attended"}, family={}
            )
        conference.invitations.update(invited_at=build.nine_o_clock(day - timedelta(days=9)))
        build.hold_conference(
            by=service.chair,
            reference=sent.reference,
            version=sent.version,
            held_on=day,
            decisions={row.pk: build.ChildDecided("plan", "Harm.", category="NEG") for row in sent.children.all()},
        )
    for code, pair in (("conferences.attendance", (3, 3)), ("conferences.reports", (0, 3))):
        found = read_figure(code, FinancialYear(2026))
        assert found is not None
        assert (found.numerator, found.denominator) == pair, code


def test_a_sealed_link_of_it_opens_nothing_any_longer() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service))
    asked = [AgencyAsked(build.agency_of(service.school), name=name) for name in ("Tom Teacher", "Una Usher")]
    conference = invite_agencies(by=service.worker, reference=conference.reference, version=conference.version, invited=asked)
    first, other = conference.invitations.filter(person=None)
    for number, seat in enumerate((first, other)):
        seal_invitation(
            by=service.worker, reference=conference.reference, invitation_id=seat.pk, email=f"t{number}@school.example.sch.uk"
        )
    conference = back(service, conference, first.pk)
    assert [link.ended_at is not None for link in SealedLink.objects.order_by("pk")] == [True, False]
    with pytest.raises(NotVisible):
        seal_invitation(
            by=service.worker, reference=conference.reference, invitation_id=first.pk, email="t9@school.example.sch.uk"
        )


def test_the_page_asks_why_and_shows_what_was_taken_back_to_who_arranges_it() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service))
    seat = conference.invitations.get(person=service.school)
    here = f"/child-protection/conferences/{conference.reference}/"
    client, there = factories.sign_in(Client(), service.worker), f"{here}invitations/{seat.pk}/take-back/"
    assert there in client.get(here).content.decode()
    empty = client.post(there, {"version": conference.version})
    assert (empty.status_code, empty.context["form"].errors["reason"]) == (422, ["Enter why"])
    assert client.post(there, {"version": conference.version, "reason": "Wrong school."}).status_code == 302
    page = client.get(here).content.decode()
    assert "Invitations taken back" in page
    assert "Wrong school." in page
    assert client.get(there).status_code == 404
    invited = factories.sign_in(Client(), service.health).get(here).content.decode()
    assert "Wrong school." not in invited


def test_an_invitation_to_a_discussion_is_taken_back_too() -> None:
    service = build.make()
    discussion = build.called(service)
    seat = Seat(service.school.name, build.agency_of(service.school), person=service.school.reference)
    discussion = prepare_discussion(
        by=service.worker,
        reference=discussion.reference,
        version=discussion.version,
        planned_for=clock.now(),
        mode="video",
        seats=[seat],
    )
    discussion_for(service.school, discussion.reference)
    row = discussion.seats.get()
    client, here = factories.sign_in(Client(), service.worker), f"/child-protection/discussions/{discussion.reference}/"
    there = f"{here}invitations/{row.pk}/take-back/"
    assert there in client.get(here).content.decode()
    assert client.post(there, {"version": discussion.version, "reason": "Wrong school."}).status_code == 302
    with pytest.raises(NotVisible):
        discussion_for(service.school, discussion.reference)
    assert "Wrong school." in client.get(here).content.decode()
    with pytest.raises(Refused, match="already"):
        take_seat_back(
            by=service.worker,
            reference=discussion.reference,
            version=discussion.version + 1,
            seat_id=row.pk,
            reason="Again.",
        )
