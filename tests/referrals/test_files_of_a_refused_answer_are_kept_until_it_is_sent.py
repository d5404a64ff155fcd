"""Whoever answers chooses a file once: it is kept when the answer is refused, for their agency alone, until they send it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.documents import documents_of
from foundation.errors import NotVisible, Refused
from foundation.models import Document
from referrals.models import Contact
from referrals.services import ask_agencies, withdraw_check
from tests.factories import sign_in
from tests.referrals import mash
from work.models import Request
from work.services.answer_files import keep_answer_file, remove_answer_file
from work.services.requests import answer_request

pytestmark = pytest.mark.django_db
INFORMATION = {"result": "information", "answer": "Two calls in May.", "proportionate": "on", "may_tell_family": "yes"}


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def contact(hub: mash.Mash) -> Contact:
    return mash.screened(hub)


@pytest.fixture
def asked(hub: mash.Mash, contact: Contact) -> Request:
    (one,) = ask_agencies(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        agencies=[hub.police.code],
        question="Call-outs this year?",
        legal_basis="Section 17",
        purpose="To decide",
    )
    return one


@pytest.fixture
def lead(hub: mash.Mash) -> Client:
    return sign_in(Client(), hub.police_lead)


def page(asked: Request) -> str:
    return reverse("work:request", args=[asked.reference])


def log(name: str = "log.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"Call-outs in May")


def kept(asked: Request) -> list[str]:
    return [document.name for document in documents_of("request", asked.reference)]


def test_a_file_of_a_refused_answer_goes_with_the_next_one(asked: Request, lead: Client) -> None:
    refused = lead.post(page(asked), {**INFORMATION, "answer": "", "documents": log()})
    assert refused.status_code == 422
    words = refused.content.decode()
    for said in ("Enter the information", "Files that are kept with your answer", "log.txt"):
        assert said in words
    assert "log.txt" in lead.get(page(asked)).content.decode(), "also after coming back"
    assert lead.post(page(asked), INFORMATION).status_code == 302
    assert kept(asked) == ["log.txt"]
    assert Request.objects.get().state == "answered"


def test_a_bad_file_costs_no_good_one_and_is_named(asked: Request, lead: Client) -> None:
    answer = lead.post(page(asked), {**INFORMATION, "documents": [log(), log("tool.exe")]})
    assert answer.status_code == 422
    assert answer.content.decode().count("tool.exe: The file must be") == 2, "in the summary and beside the field, once each"
    assert kept(asked) == ["log.txt"]
    assert Request.objects.get().state == "asked"


def test_only_the_asked_agency_sees_it_before_it_is_sent(hub: mash.Mash, contact: Contact, asked: Request, lead: Client) -> None:
    lead.post(page(asked), {"result": "", "documents": log()})
    officer = sign_in(Client(), hub.officer)
    checks = reverse("referrals:contact_checks", args=[contact.reference])
    for path in (page(asked), checks):
        assert "log.txt" not in officer.get(path).content.decode()
    Document.objects.update(state=Document.State.CLEAN, scanned_at=clock.now())
    (document,) = documents_of("request", asked.reference)
    assert officer.get(reverse("document", args=[document.reference])).status_code == 404


def test_a_kept_file_is_removed_and_what_was_typed_stays(asked: Request, lead: Client) -> None:
    lead.post(page(asked), {"result": "", "documents": log()})
    (document,) = documents_of("request", asked.reference)
    answer = lead.post(page(asked), {**INFORMATION, "remove": document.reference})
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "The file has been removed." in words
    assert "Two calls in May." in words
    assert "Error:" not in words
    assert kept(asked) == []
    assert lead.post(page(asked), {"remove": document.reference}).status_code == 200, "pressed twice"


@pytest.mark.parametrize("result", ["nothing_known", "declined"])
def test_a_kept_file_goes_with_no_answer_that_shares_nothing(hub: mash.Mash, asked: Request, result: str) -> None:
    keep_answer_file(by=hub.police_lead, reference=asked.reference, upload=log())
    answer_request(by=hub.police_lead, reference=asked.reference, result=result, answer="An enquiry runs.")
    assert kept(asked) == []


def test_a_withdrawn_question_leaves_no_file(hub: mash.Mash, contact: Contact, asked: Request) -> None:
    keep_answer_file(by=hub.police_lead, reference=asked.reference, upload=log())
    version = mash.again(contact).version
    withdraw_check(by=hub.officer, reference=contact.reference, version=version, check=asked.reference, reason="Not for you.")
    assert kept(asked) == []
    with pytest.raises(Refused, match="already"):
        keep_answer_file(by=hub.police_lead, reference=asked.reference, upload=log())


def test_nobody_else_keeps_or_removes_files(hub: mash.Mash, asked: Request) -> None:
    document = keep_answer_file(by=hub.police_lead, reference=asked.reference, upload=log())
    for person in (hub.officer, hub.team_manager):
        with pytest.raises(NotVisible):
            keep_answer_file(by=person, reference=asked.reference, upload=log())
        with pytest.raises(NotVisible):
            remove_answer_file(by=person, reference=asked.reference, document=document.reference)
    assert kept(asked) == ["log.txt"]
