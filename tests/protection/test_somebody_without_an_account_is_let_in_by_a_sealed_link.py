"""An invitee without an account: a link by email, a code by telephone, one page, once; and nothing of it anywhere else."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import AccessLogEntry, SealedLink
from accounts.one_time_codes import MOST_TRIES
from accounts.secret_links import secret_of
from accounts.selectors.sealed import code_to_tell
from accounts.services.sealed import end_sealed_links
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import NotVisible, Refused
from foundation.models import OutboxMessage
from protection.models import AgencyInvitation, Conference
from protection.services.booking import cancel_conference
from protection.services.invitations import AgencyAsked, invite_agencies
from protection.services.sealing import seal_invitation
from tests import factories
from tests.protection import build
from tests.work.build import inside
from work.services.requests import withdraw_request

pytestmark = pytest.mark.django_db
PAGE = "/child-protection/invited-to-a-conference/"
ADDRESS = "nan@nursery.example"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def invitation(service: build.Service) -> AgencyInvitation:
    conference = build.booked(service, build.initial(service))
    invite_agencies(
        by=service.worker,
        reference=conference.reference,
        version=conference.version,
        invited=[AgencyAsked(build.agency_of(service.school), name="Nan Nursery", role="Key worker")],
    )
    return AgencyInvitation.objects.get(name="Nan Nursery")


def sealed(service: build.Service, invitation: AgencyInvitation, email: str = ADDRESS) -> SealedLink:
    reference = invitation.conference.reference
    return seal_invitation(by=service.worker, reference=reference, invitation_id=invitation.pk, email=email)


def path_of(link: SealedLink) -> str:
    return f"/sealed/{secret_of(link.reference, link.made_at.isoformat())}/"


def let_in(link: SealedLink) -> Client:
    client = Client()
    answer = client.post(path_of(link), {"code": code_to_tell(link)})
    assert answer.headers["Location"] == PAGE
    return client


def test_the_link_and_the_code_together_open_the_conference_and_the_look_is_logged(
    service: build.Service, invitation: AgencyInvitation
) -> None:
    link = sealed(service, invitation)
    page = let_in(link).get(PAGE)
    child = invitation.conference.children.get().child
    assert child.full_name in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    look = AccessLogEntry.objects.latest("pk")
    assert (look.person, look.agency) == (link.reference, invitation.agency.code)
    assert look.child_references == [child.reference]


def test_neither_table_nor_mail_holds_the_code_and_the_mail_nothing_of_the_family(
    service: build.Service, invitation: AgencyInvitation
) -> None:
    link = sealed(service, invitation)
    promised = OutboxMessage.objects.get(kind="accounts.sealed_link")
    child = invitation.conference.children.get().child
    for kept in (str(promised.payload), str(SealedLink.objects.values().get())):
        assert code_to_tell(link) not in kept
        assert child.family_name not in kept
        assert path_of(link).split("/")[2] not in kept


def test_it_opens_once(service: build.Service, invitation: AgencyInvitation) -> None:
    link = sealed(service, invitation)
    let_in(link)
    assert Client().get(path_of(link)).status_code == 410
    assert Client().post(path_of(link), {"code": code_to_tell(link)}).status_code == 410
    assert Client().get(PAGE).status_code == 302


@pytest.mark.parametrize("digits", ["", "000", "words", "٣٣٣٣٣٣", "1234567"])
def test_rubbish_is_answered_beside_the_field_and_costs_no_try(
    service: build.Service, invitation: AgencyInvitation, digits: str
) -> None:
    link = sealed(service, invitation)
    answer = Client().post(path_of(link), {"code": digits})
    assert answer.status_code == 422
    assert answer.context["form"].errors["code"]
    link.refresh_from_db()
    assert link.tries == 0


def test_after_too_many_wrong_codes_the_right_one_opens_nothing(service: build.Service, invitation: AgencyInvitation) -> None:
    link = sealed(service, invitation)
    wrong = "111111" if code_to_tell(link) != "111111" else "222222"
    statuses = [Client().post(path_of(link), {"code": wrong}).status_code for _ in range(MOST_TRIES)]
    assert statuses == [422] * (MOST_TRIES - 1) + [410]
    assert Client().post(path_of(link), {"code": code_to_tell(link)}).status_code == 410


def test_after_a_fortnight_it_opens_nothing(service: build.Service, invitation: AgencyInvitation) -> None:
    link = sealed(service, invitation)
    with clock.frozen(link.made_at + timedelta(days=14, seconds=1)):
        assert Client().post(path_of(link), {"code": code_to_tell(link)}).status_code == 410


def test_a_new_link_ends_what_the_old_one_opened(service: build.Service, invitation: AgencyInvitation) -> None:
    client = let_in(sealed(service, invitation))
    with clock.frozen(clock.now() + timedelta(seconds=1)):
        newer = sealed(service, invitation)
    assert client.get(PAGE).status_code == 410
    assert newer.reference in set(SealedLink.objects.filter(ended_at__isnull=True).values_list("reference", flat=True))


def test_the_report_counts_as_the_agencys_and_is_given_once(service: build.Service, invitation: AgencyInvitation) -> None:
    client = let_in(sealed(service, invitation))
    assert client.post(PAGE, {"result": "plan", "answer": ""}).status_code == 422
    assert client.post(PAGE, {"result": "maybe", "answer": "He is hungry."}).status_code == 422
    answer = client.post(PAGE, {"result": "plan", "answer": "He is hungry on Mondays."}, follow=True)
    assert "Your report has arrived" in answer.content.decode()
    invitation.refresh_from_db()
    assert (invitation.report, invitation.recommendation) == ("on_time", "plan")
    assert invitation.request is not None
    assert (invitation.request.answered_for, invitation.request.answer) == ("Nan Nursery", "He is hungry on Mondays.")
    assert "He is hungry" not in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"result": "no_plan", "answer": "Another."}).status_code == 200
    invitation.request.refresh_from_db()
    assert invitation.request.result == "plan"


def test_a_report_that_comes_too_late_is_shown_to_them_to_copy(service: build.Service, invitation: AgencyInvitation) -> None:
    client = let_in(sealed(service, invitation))
    assert invitation.request is not None
    with inside():
        withdraw_request(by=service.worker, reference=invitation.request.reference, reason="They rang.")
    late = client.post(PAGE, {"result": "plan", "answer": "He lost <b>weight</b>."})
    assert "Your report was not sent" in late.content.decode()
    assert "He lost &lt;b&gt;weight&lt;/b&gt;." in late.content.decode()
    assert "not sent" not in client.get(PAGE).content.decode()


def test_it_opens_this_page_and_no_other(service: build.Service, invitation: AgencyInvitation) -> None:
    client = let_in(sealed(service, invitation))
    reference = invitation.conference.reference
    for path in (f"/child-protection/conferences/{reference}/", "/my-referrals/", "/inbox/requests/", "/"):
        assert client.get(path).status_code == 302, path
        assert "sign-in" in client.get(path).headers["Location"] or "without-account" in client.get(path).headers["Location"]


@pytest.mark.parametrize("limit", ["SESSION_IDLE_SECONDS", "SESSION_ABSOLUTE_SECONDS"])
def test_a_page_that_stood_open_too_long_is_closed(
    service: build.Service, invitation: AgencyInvitation, settings: object, limit: str
) -> None:
    for other in {"SESSION_IDLE_SECONDS", "SESSION_ABSOLUTE_SECONDS"} - {limit}:
        setattr(settings, other, 10**6)
    client = let_in(sealed(service, invitation))
    with clock.frozen(clock.now() + timedelta(seconds=getattr(settings, limit) - 1)):
        assert client.get(PAGE).status_code == 200
    with clock.frozen(clock.now() + timedelta(seconds=2 * getattr(settings, limit) + 1)):
        assert client.get(PAGE).status_code == 410


def test_a_link_to_another_page_does_not_open_this_one(service: build.Service, invitation: AgencyInvitation) -> None:
    link = sealed(service, invitation)
    client = let_in(link)
    SealedLink.objects.filter(pk=link.pk).update(page="reviews:sealed_chronology")
    assert client.get(PAGE).status_code == 410


def test_the_record_is_read_only_once_the_chair_has_approved_it(service: build.Service, invitation: AgencyInvitation) -> None:
    client = let_in(sealed(service, invitation))
    Conference.objects.filter(pk=invitation.conference_id).update(summary="The grandmother moves in.")
    assert "grandmother" not in client.get(PAGE).content.decode()
    Conference.objects.filter(pk=invitation.conference_id).update(
        state="approved",
        held_at=clock.now(),
        held_by="test",
        held_on=clock.today(),
        quorate=True,
        approved_at=clock.now(),
        approved_by="test",
    )
    assert "The grandmother moves in." in client.get(PAGE).content.decode()


def test_a_conference_that_does_not_take_place_is_closed_to_them(service: build.Service, invitation: AgencyInvitation) -> None:
    client = let_in(sealed(service, invitation))
    found = build.again(invitation.conference)
    cancel_conference(by=service.worker, reference=found.reference, version=found.version, reason="The family has moved.")
    assert client.get(PAGE).status_code == 410
    with pytest.raises(Refused, match="does not take place"):
        sealed(service, invitation)


def test_what_they_typed_is_shown_to_them_when_the_page_has_closed(service: build.Service, invitation: AgencyInvitation) -> None:
    client = let_in(sealed(service, invitation))
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(PAGE).content.decode())
    assert token is not None
    end_sealed_links(by=SystemActor("test"), page="protection:sealed_conference", subject=invitation.conference.reference)
    answer = client.post(
        PAGE,
        {"csrfmiddlewaretoken": token.group(1), "result": "plan", "answer": "He is hungry on Mondays."},
        headers={"sec-fetch-site": "same-origin"},
    )
    assert answer.status_code == 410
    assert "He is hungry on Mondays." in answer.content.decode()


def test_whoever_has_an_account_and_personal_addresses_get_none(service: build.Service, invitation: AgencyInvitation) -> None:
    with pytest.raises(Refused, match="has this address"):
        sealed(service, invitation, service.health.email)
    with pytest.raises(Refused, match="work email address"):
        sealed(service, invitation, "nan@gmail.com")
    seat = invitation.conference.invitations.get(person=service.health)
    with pytest.raises(Refused, match="find the conference there"):
        sealed(service, seat)


def test_only_who_works_on_the_family_lets_anybody_in(service: build.Service, invitation: AgencyInvitation) -> None:
    stranger = factories.make_person("social_worker", team=factories.make_team())
    with pytest.raises(NotVisible):
        seal_invitation(by=stranger, reference=invitation.conference.reference, invitation_id=invitation.pk, email=ADDRESS)


def test_the_office_sees_the_code_until_the_link_is_opened(service: build.Service, invitation: AgencyInvitation) -> None:
    office = factories.sign_in(Client(), service.worker)
    here = f"/child-protection/conferences/{invitation.conference.reference}/invitations/{invitation.pk}/sealed-link/"
    assert office.post(here, {"email": "nonsense"}).status_code == 422
    page = office.post(here, {"email": ADDRESS}, follow=True)
    link = SealedLink.objects.get()
    assert code_to_tell(link) in page.content.decode()
    let_in(link)
    assert code_to_tell(link) not in office.get(here).content.decode()
