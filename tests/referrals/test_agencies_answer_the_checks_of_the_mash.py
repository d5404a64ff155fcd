"""Checks: asked with a basis and a purpose, answered with care, chased when late, withdrawn, written down by hand."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.documents import documents_of
from foundation.errors import NotVisible, Refused
from foundation.models import OutboxMessage
from referrals.models import Contact
from referrals.services import ask_agencies, chase_checks, rate, record_check, sign_off, waive_task, withdraw_check
from tests.conftest import FROZEN_AT
from tests.factories import sign_in
from tests.referrals import mash
from work.models import Clock, Request
from work.services.requests import Sharing, answer_request

pytestmark = pytest.mark.django_db
MAY_BE_TOLD = Sharing(proportionate=True, may_tell_family=True)
TOLD = "Two call-outs in May, no charge."


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def contact(hub: mash.Mash) -> Contact:
    return mash.screened(hub)


def act(contact: Contact) -> dict[str, object]:
    return {"reference": contact.reference, "version": mash.again(contact).version}


def ask(hub: mash.Mash, contact: Contact) -> Request:
    (asked,) = ask_agencies(
        by=hub.officer,
        **act(contact),
        agencies=[hub.police.code],
        question="Call-outs this year?",
        legal_basis="Section 17",
        purpose="To decide whether home is safe",
    )
    return asked


def late(hub: mash.Mash, contact: Contact) -> Request:
    asked = ask(hub, contact)
    Request.objects.filter(pk=asked.pk).update(due_at=clock.now() - timedelta(hours=1))
    return asked


def page(asked: Request) -> str:
    return reverse("work:request", args=[asked.reference])


def test_a_check_runs_in_the_hours_of_the_front_door_by_the_rating(hub: mash.Mash, contact: Contact) -> None:
    asked = ask(hub, contact)
    assert (asked.clock.kind, asked.clock.variant) == ("referrals.mash_check", "amber")
    assert asked.clock.limit_used["calendar"] == "mash_hours"
    assert asked.purpose == "To decide whether home is safe"
    rate(by=hub.officer, **act(contact), rating="red", reason="A bruise was seen.")
    asked.refresh_from_db()
    running = Clock.objects.get(pk=asked.clock_id)
    assert (running.variant, running.due_at) == ("red", mash.again(contact).information_due_at)
    assert asked.due_at == running.due_at


def test_a_check_needs_a_purpose(hub: mash.Mash, contact: Contact) -> None:
    with pytest.raises(Refused, match="what you need the answer for"):
        ask_agencies(
            by=hub.officer, **act(contact), agencies=[hub.police.code], question="Known?", legal_basis="Section 17", purpose=" "
        )


@pytest.mark.parametrize(
    ("sharing", "sentence"),
    [
        (Sharing(), "Confirm that what you share is needed"),
        (Sharing(proportionate=True), "Select whether the family may be told"),
        (Sharing(proportionate=True, may_tell_family=False), "Enter why the family must not be told"),
    ],
)
def test_information_says_whether_it_is_needed_and_may_be_told(
    hub: mash.Mash, contact: Contact, sharing: Sharing, sentence: str
) -> None:
    asked = ask(hub, contact)
    with pytest.raises(Refused, match=sentence):
        answer_request(by=hub.police_lead, reference=asked.reference, result="information", answer=TOLD, sharing=sharing)
    assert Request.objects.get().state == "asked"


def test_an_agency_answers_in_its_inbox_with_a_document(hub: mash.Mash, contact: Contact) -> None:
    asked = ask(hub, contact)
    given = {
        "result": "information",
        "answer": TOLD,
        "proportionate": "on",
        "may_tell_family": "no",
        "not_told_because": "It is about a neighbour.",
        "consent_not_needed_because": "Asking would warn him.",
        "documents": SimpleUploadedFile("log.txt", b"Call-outs in May"),
    }
    client = sign_in(Client(), hub.police_lead)
    shown = client.get(page(asked)).content.decode()
    assert contact.submission.worries not in shown
    assert client.post(page(asked), given).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.may_tell_family, asked.channel) == ("answered", False, "portal")
    (document,) = documents_of("request", asked.reference)
    officer = sign_in(Client(), hub.officer).get(reverse("referrals:contact_checks", args=[contact.reference])).content.decode()
    for words in (TOLD, "It is about a neighbour.", "Asking would warn him.", document.name):
        assert words in officer


def test_who_declines_says_why_and_shares_nothing(hub: mash.Mash, contact: Contact) -> None:
    asked = ask(hub, contact)
    with pytest.raises(Refused, match="Enter why you decline"):
        answer_request(by=hub.police_lead, reference=asked.reference, result="declined", answer="")
    declined = answer_request(
        by=hub.police_lead, reference=asked.reference, result="declined", answer="An enquiry runs.", sharing=MAY_BE_TOLD
    )
    assert (declined.result, declined.may_tell_family) == ("declined", None)


def test_an_answer_to_a_withdrawn_check_is_told_so_and_its_words_stay(hub: mash.Mash, contact: Contact) -> None:
    asked = ask(hub, contact)
    withdraw_check(by=hub.officer, **act(contact), check=asked.reference, reason="Meant for the school.")
    answer = sign_in(Client(), hub.police_lead).post(page(asked), {"result": "nothing_known", "answer": TOLD})
    shown = answer.content.decode()
    assert answer.status_code == 422
    for words in ("This question was withdrawn while you were writing", "Meant for the school.", TOLD):
        assert words in shown
    assert Request.objects.get().answer == ""


def test_a_withdrawn_check_stands_in_nobodys_way_and_the_agency_is_told(hub: mash.Mash, contact: Contact) -> None:
    asked = ask(hub, contact)
    before = OutboxMessage.objects.count()
    with pytest.raises(Refused, match="Enter why you withdraw"):
        withdraw_check(by=hub.officer, **act(contact), check=asked.reference, reason=" ")
    withdraw_check(by=hub.officer, **act(contact), check=asked.reference, reason="Meant for the school.")
    assert OutboxMessage.objects.count() == before + 1
    task = contact.tasks.get(record_reference=asked.reference)
    assert task.waived_reason == "Question withdrawn: Meant for the school."


def test_late_agencies_are_reminded_once_a_day(hub: mash.Mash, contact: Contact) -> None:
    asked = ask(hub, contact)
    with pytest.raises(Refused, match="Nobody is late"):
        chase_checks(by=hub.officer, **act(contact))
    Request.objects.filter(pk=asked.pk).update(due_at=clock.now() - timedelta(hours=1))
    before = OutboxMessage.objects.count()
    assert [row.reference for row in chase_checks(by=hub.officer, **act(contact))] == [asked.reference]
    assert OutboxMessage.objects.count() == before + 1
    with pytest.raises(Refused, match="Nobody is late"):
        chase_checks(by=hub.officer, **act(contact))
    with clock.frozen(FROZEN_AT + timedelta(days=1)):
        assert chase_checks(by=hub.officer, **act(contact))


def test_the_mash_writes_down_what_an_agency_said_by_telephone(hub: mash.Mash, contact: Contact) -> None:
    asked = ask(hub, contact)
    said = {"result": "information", "answer": TOLD, "sharing": MAY_BE_TOLD}
    for missing, sentence in (
        ({"answered_for": " ", "channel": "telephone"}, "who answered"),
        ({"answered_for": "Sgt", "channel": "portal"}, "how they"),
    ):
        with pytest.raises(Refused, match=sentence):
            record_check(by=hub.officer, **act(contact), check=asked.reference, **said, **missing)
    record_check(
        by=hub.officer, **act(contact), check=asked.reference, **said, answered_for="Sgt Hill, night desk", channel="telephone"
    )
    shown = sign_in(Client(), hub.officer).get(reverse("referrals:contact_checks", args=[contact.reference])).content.decode()
    for words in ("Written down", "by telephone", "Sgt Hill, night desk"):
        assert words in shown
    assert contact.tasks.get(record_reference=asked.reference).done_at is not None


def test_a_check_of_another_contact_does_not_exist_here(hub: mash.Mash, contact: Contact) -> None:
    other = ask(hub, mash.screened(hub))
    with pytest.raises(NotVisible):
        withdraw_check(by=hub.officer, **act(contact), check=other.reference, reason="Mine?")


def test_the_sign_off_names_the_check_that_is_open_until_it_is_waived(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    asked = ask(hub, contact)
    Contact.objects.filter(pk=contact.pk).update(
        state="decided", outcome="NFA", approved_at=clock.now(), approved_by=hub.manager.reference
    )
    with pytest.raises(Refused, match=f"Answer of {hub.police.name}"):
        sign_off(by=hub.second_manager, **act(contact))
    waive_task(
        by=hub.manager, **act(contact), task_id=contact.tasks.get(record_reference=asked.reference).pk, reason="Enough is known"
    )
    for task in contact.tasks.filter(done_at__isnull=True, waived_at__isnull=True):
        waive_task(by=hub.manager, **act(contact), task_id=task.pk, reason="Done on paper")
    assert sign_off(by=hub.second_manager, **act(contact)).state == "signed_off"
