"""The social worker's report reaches the family beforehand: a clock runs until it does, and no later day is taken."""

from datetime import date

import pytest

from foundation import clock
from foundation.errors import Refused
from protection.models import AgencyInvitation, Conference
from protection.services.booking import cancel_conference
from protection.services.invitations import share_report_with_family
from tests.protection import build
from work.models import Clock, Request
from work.services.requests import Sharing, answer_request

pytestmark = pytest.mark.django_db
KIND, DAY = "protection.report_to_family", date(2026, 11, 25)


def running(conference: Conference) -> list[date]:
    rows = Clock.objects.filter(kind=KIND, subject_reference=conference.reference, stopped_at__isnull=True)
    return [row.due_at.date() for row in rows]


def answered(service: build.Service, seat: AgencyInvitation) -> AgencyInvitation:
    request = Request.objects.get(pk=seat.request_id)
    by = service.worker if seat.group == "social_care" else service.health
    answer_request(
        by=by,
        reference=request.reference,
        result="plan",
        answer="He lost weight.",
        sharing=Sharing(proportionate=True, may_tell_family=True),
    )
    return build.again(seat)


def test_the_clock_runs_from_the_booking_until_the_family_has_social_cares_report() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service), DAY)
    assert running(conference) == [date(2026, 11, 23)]
    health = answered(service, conference.invitations.get(group="health"))
    share_report_with_family(by=service.worker, invitation_id=health.pk, shared_on=clock.today())
    assert running(conference) == [date(2026, 11, 23)]
    own = answered(service, conference.invitations.get(group="social_care"))
    share_report_with_family(by=service.worker, invitation_id=own.pk, shared_on=clock.today())
    assert running(conference) == []
    assert Clock.objects.get(kind=KIND).outcome == "shared"


def test_booked_anew_the_clock_is_that_of_the_new_day_and_ends_with_the_conference() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service), DAY)
    again = build.book_conference(
        by=service.worker,
        reference=conference.reference,
        version=conference.version,
        chair=service.chair.reference,
        planned_for=build.nine_o_clock(date(2026, 11, 19)),
        mode="video",
    )
    assert running(again) == [date(2026, 11, 19)]  # the day of two working days before has passed
    cancel_conference(by=service.worker, reference=again.reference, version=again.version, reason="Not needed.")
    assert running(again) == []


def test_a_day_after_the_conference_is_not_beforehand() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service), DAY)
    health = answered(service, conference.invitations.get(group="health"))
    held = build.decided(service, conference, DAY)
    assert running(held) == []
    with clock.frozen(build.nine_o_clock(date(2026, 11, 27))):
        with pytest.raises(Refused, match="beforehand") as refused:
            share_report_with_family(by=service.worker, invitation_id=health.pk, shared_on=date(2026, 11, 26))
        assert refused.value.field == "shared_on"
        told = share_report_with_family(by=service.worker, invitation_id=health.pk, shared_on=DAY)
        assert told.report_shared_on == DAY
