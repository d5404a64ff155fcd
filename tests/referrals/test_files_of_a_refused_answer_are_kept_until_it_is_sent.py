"""Whoever answers, or writes an answer down, chooses a file once: it is kept when that is refused, for their side alone."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.documents import documents_of
from foundation.errors import NotVisible, Refused
from foundation.models import Document
from referrals.models import Contact
from referrals.services import ask_agencies, keep_check_file, remove_check_file, withdraw_check
from tests import factories
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


NOTED = {**INFORMATION, "channel": "telephone", "answered_for": "Sgt Ash, records"}


@pytest.fixture
def officer(hub: mash.Mash) -> Client:
    return sign_in(Client(), hub.officer)


def noted(asked: Request) -> list[str]:
    return [document.name for document in documents_of("noted_answer", asked.reference)]


def write_down(officer: Client, contact: Contact, asked: Request, **given: object) -> Any:
    path = reverse("referrals:record_check", args=[contact.reference, asked.reference])
    return officer.post(path, {**NOTED, "version": mash.again(contact).version, **given})


def test_a_file_of_an_answer_that_is_written_down_goes_with_the_next_one(
    contact: Contact, asked: Request, officer: Client
) -> None:
    refused = write_down(officer, contact, asked, answered_for="", documents=[log(), log("tool.exe")])
    assert refused.status_code == 422
    words = refused.content.decode()
    for said in ("Enter who answered", "Files that are kept with their answer", "log.txt", "tool.exe: The file must be"):
        assert said in words
    overtaken = write_down(officer, contact, asked, version=99, documents=log("late.txt"))
    assert overtaken.status_code == 409
    assert noted(asked) == ["log.txt", "late.txt"]
    assert write_down(officer, contact, asked).status_code == 302
    assert (kept(asked), noted(asked)) == (["log.txt", "late.txt"], [])
    assert "log.txt" in officer.get(reverse("referrals:contact_checks", args=[contact.reference])).content.decode()


def test_each_side_keeps_its_files_to_itself_and_sends_only_its_own(
    hub: mash.Mash, contact: Contact, asked: Request, lead: Client, officer: Client
) -> None:
    write_down(officer, contact, asked, answered_for="", documents=log("heard.txt"))
    lead.post(page(asked), {"result": "", "documents": log("own.txt")})
    assert "heard.txt" not in lead.get(page(asked)).content.decode()
    form = officer.get(reverse("referrals:record_check", args=[contact.reference, asked.reference])).content.decode()
    assert "heard.txt" in form
    assert "own.txt" not in form
    Document.objects.update(state=Document.State.CLEAN, scanned_at=clock.now())
    (document,) = documents_of("noted_answer", asked.reference)
    path = reverse("document", args=[document.reference])
    assert lead.get(path).status_code == 404
    assert b"".join(officer.get(path).streaming_content) == b"Call-outs in May"  # type: ignore[attr-defined]
    assert write_down(officer, contact, asked).status_code == 302
    assert kept(asked) == ["heard.txt"], "what the agency has not sent is not shared by another's hand"


def test_the_agencys_own_answer_takes_nothing_along_that_the_mash_kept(
    contact: Contact, asked: Request, lead: Client, officer: Client
) -> None:
    write_down(officer, contact, asked, answered_for="", documents=log("heard.txt"))
    lead.post(page(asked), {**INFORMATION, "documents": log("own.txt")})
    assert (kept(asked), noted(asked)) == (["own.txt"], [])


def test_a_file_kept_for_an_answer_to_be_written_down_is_removed_and_what_was_typed_stays(
    contact: Contact, asked: Request, officer: Client
) -> None:
    write_down(officer, contact, asked, answered_for="", documents=log())
    (document,) = documents_of("noted_answer", asked.reference)
    answer = write_down(officer, contact, asked, remove=document.reference)
    assert answer.status_code == 200
    words = answer.content.decode()
    for said in ("The file has been removed.", "Two calls in May.", "Sgt Ash, records"):
        assert said in words
    assert noted(asked) == []
    write_down(officer, contact, asked, result="nothing_known", answered_for="", documents=log())
    assert write_down(officer, contact, asked, result="nothing_known").status_code == 302
    assert (kept(asked), noted(asked)) == ([], [])


def test_who_does_not_see_the_contact_keeps_and_removes_nothing(hub: mash.Mash, contact: Contact, asked: Request) -> None:
    document = keep_check_file(by=hub.officer, reference=contact.reference, check=asked.reference, upload=log())
    elsewhere = mash.screened(hub)
    other = factories.make_person("mash_officer")
    for person, reference in ((other, contact.reference), (hub.officer, elsewhere.reference)):
        with pytest.raises(NotVisible):
            keep_check_file(by=person, reference=reference, check=asked.reference, upload=log())
        with pytest.raises(NotVisible):
            remove_check_file(by=person, reference=reference, check=asked.reference, document=document.reference)
    assert noted(asked) == ["log.txt"]
    withdraw_check(
        by=hub.officer, reference=contact.reference, version=mash.again(contact).version, check=asked.reference, reason="No."
    )
    assert noted(asked) == []
