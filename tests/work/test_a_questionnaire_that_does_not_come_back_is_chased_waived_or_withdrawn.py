"""What the business team does about a questionnaire that an agency was asked to answer and has not."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.outbox import deliver_now
from tests.factories import make_agency, make_person, sign_in
from tests.work.build import make_business_team_member, make_questionnaire_request, make_request
from work.models import Chase, Request
from work.services.replies import ask_to_answer, chase_reply, save_reply, waive_reply, withdraw_reply

pytestmark = pytest.mark.django_db

REASON = "The school has closed for good."


@pytest.fixture
def business() -> Person:
    return make_business_team_member()


@pytest.fixture
def asked() -> Request:
    return make_questionnaire_request(make_agency(name="Northmere Hospital"))


@pytest.fixture
def lead(asked: Request) -> Person:
    return make_person("agency_lead", asked.to_agency)


def told() -> list[tuple[str, str]]:
    deliver_now()
    said = [(address, message.body) for message in mail.outbox for address in message.to]
    assert not any(REASON in body for _address, body in said)
    mail.outbox.clear()
    return said


def ask_again(by: Person, asked: Request) -> None:
    due_on = clock.today() + timedelta(days=30)
    ask_to_answer(by=by, code="case-file-audit", agencies=[asked.to_agency.code], purpose="Once more.", due_on=due_on)


@pytest.mark.parametrize(("close", "state"), [(waive_reply, "waived"), (withdraw_reply, "withdrawn")])
def test_what_is_closed_with_a_reason_is_told_and_the_agency_can_be_asked_again(
    business: Person, asked: Request, lead: Person, close: object, state: str
) -> None:
    assert callable(close)
    with pytest.raises(Refused, match="already"):
        ask_again(business, asked)
    with pytest.raises(Refused, match="Enter why"):
        close(by=business, reference=asked.reference, reason=" ")
    told()
    close(by=business, reference=asked.reference, reason=REASON)
    assert [address for address, _body in told()] == [lead.email]
    asked.refresh_from_db()
    assert (asked.state, getattr(asked, f"{state}_reason")) == (state, REASON)
    assert asked.clock is not None
    assert asked.clock.stopped_at is not None
    told_of = history(Subject("questionnaire", "case-file-audit")).filter(verb=f"request.{state}").get()
    assert (told_of.reason, told_of.actor_reference) == (REASON, business.reference)
    with pytest.raises(Refused, match="answered, waived or withdrawn already"):
        save_reply(by=lead, reference=asked.reference)
    with pytest.raises(Refused, match="answered, waived or withdrawn already"):
        close(by=business, reference=asked.reference, reason=REASON)
    ask_again(business, asked)
    assert Request.objects.filter(to_agency=asked.to_agency).count() == 2


def test_who_answers_is_chased_once_a_day_and_only_when_late(business: Person, asked: Request, lead: Person) -> None:
    with pytest.raises(Refused, match="not late yet"):
        chase_reply(by=business, reference=asked.reference)
    told()
    with clock.frozen(asked.due_at + timedelta(hours=1)):
        chase_reply(by=business, reference=asked.reference)
        assert [address for address, _body in told()] == [lead.email]
        with pytest.raises(Refused, match="today already"):
            chase_reply(by=business, reference=asked.reference)
    assert Chase.objects.count() == 1


def test_only_the_business_team_and_only_of_questionnaires_that_it_asks(business: Person, asked: Request, lead: Person) -> None:
    other = make_request()
    for act, more in ((chase_reply, {}), (waive_reply, {"reason": REASON}), (withdraw_reply, {"reason": REASON})):
        with pytest.raises(NotAllowed):
            act(by=lead, reference=asked.reference, **more)
        with pytest.raises(NotVisible):
            act(by=business, reference=other.reference, **more)


def test_the_pages_lead_from_who_was_asked_to_each_act(business: Person, asked: Request, lead: Person) -> None:
    client = sign_in(Client(), business)
    page = reverse("work:reply", args=[asked.reference])
    acts = {name: reverse(f"work:{name}_reply", args=[asked.reference]) for name in ("chase", "waive", "withdraw")}
    assert page in client.get(reverse("work:asked", args=["case-file-audit"])).content.decode()
    shown = client.get(page).content.decode()
    assert acts["waive"] in shown
    assert acts["withdraw"] in shown
    assert acts["chase"] not in shown
    assert acts["waive"] not in sign_in(Client(), lead).get(page).content.decode()
    assert "This answer is not late yet." in client.post(acts["chase"], follow=True).content.decode()
    Request.objects.update(due_at=clock.now() - timedelta(hours=1))
    assert acts["chase"] in client.get(page).content.decode()
    answer = client.post(acts["chase"], follow=True).content.decode()
    assert "Northmere Hospital has been reminded by email." in answer
    assert "Chased on 18 November 2026" in answer
    assert acts["chase"] not in answer
    for name in ("waive", "withdraw"):
        assert "Northmere Hospital" in client.get(acts[name]).content.decode()
        refused = client.post(acts[name], {"reason": ""})
        assert refused.status_code == 422
        assert "Enter why" in refused.content.decode()
    answer = client.post(acts["waive"], {"reason": REASON}, follow=True).content.decode()
    assert "You do without the answers of Northmere Hospital." in answer
    assert REASON in answer
    assert acts["withdraw"] not in answer
    assert client.post(acts["withdraw"], {"reason": REASON}).status_code == 422
    seen = sign_in(Client(), lead).get(page).content.decode()
    assert REASON in seen
