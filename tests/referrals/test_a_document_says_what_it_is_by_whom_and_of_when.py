"""What a document is, who wrote it and when: asked where it is attached, read by the MASH, on the copy and from systems."""

import json
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.models import Document
from referrals.copying import document as copy_of
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sending import content_of
from referrals.models import DocumentDetails, Draft, SubmissionCopy
from referrals.selectors.copies import copied
from referrals.services import ask_for_copy, send_submission
from tests import factories
from tests.referrals import build, mash, systems

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
DAY = {"written_on-day": "16", "written_on-month": "11", "written_on-year": "2026"}
SAID = {"kind": "body_map", "author": "Nurse Nightly, school nursing", **DAY}


@pytest.fixture
def teacher(client: Client) -> Person:
    person = build.make_practitioner()
    factories.sign_in(client, person)
    return person


def attach(client: Client, draft: Draft, *names: str, **said: Any) -> Any:
    files = [SimpleUploadedFile(name, PDF) for name in names]
    return client.post(reverse("referrals:documents", args=[draft.reference]), {"documents": files, **said}, follow=True)


def test_files_chosen_together_are_each_asked_what_they_are(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    page = attach(client, draft, "one.pdf", "two.pdf").content.decode()
    assert "What is each document?" in page
    assert "1. one.pdf" in page
    where = reverse("referrals:describe_documents", args=[draft.reference])
    one, two = Document.objects.order_by("pk")
    said = {
        f"kind_{one.reference}": "body_map",
        f"author_{one.reference}": "Nurse Nightly",
        f"written_on_{one.reference}-day": "16",
        f"written_on_{one.reference}-month": "11",
        f"written_on_{one.reference}-year": "2026",
    }
    refused = client.post(where, said)
    assert refused.status_code == 422
    assert refused.content.decode().count("Select what it is") == 2, "in the summary and beside the question of the second file"
    assert "Nurse Nightly" in refused.content.decode()
    assert not DocumentDetails.objects.exclude(kind="").exists()
    listed = client.post(where, {**said, f"kind_{two.reference}": "photo"}, follow=True).content.decode()
    assert "Body map, by Nurse Nightly, 16 November 2026" in listed
    assert sorted(DocumentDetails.objects.values_list("kind", "author")) == [("body_map", "Nurse Nightly"), ("photo", "")]
    assert 'value="Nurse Nightly"' in client.get(where).content.decode()


def test_with_no_file_there_is_nothing_to_describe(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    assert client.get(reverse("referrals:describe_documents", args=[draft.reference])).status_code == 302


def test_what_is_said_of_all_is_kept_for_each_until_it_is_changed(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    attach(client, draft, "one.pdf", "two.pdf", **SAID)
    page = client.get(reverse("referrals:documents", args=[draft.reference])).content.decode()
    assert page.count("Body map, by Nurse Nightly, school nursing, 16 November 2026") == 2
    assert DocumentDetails.objects.filter(kind="body_map", written_on=date(2026, 11, 16)).count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": ""}, "Select what it is"),
        ({"kind": "poem"}, "Select what it is"),
        ({"author": "x" * 201}, "Who wrote it must be 200 characters or fewer"),
        ({"written_on-day": "19"}, "The day on which it was written must be today or in the past"),
        ({"written_on-month": "13"}, "The day on which it was written must be a real date"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_question(
    client: Client, teacher: Person, changes: dict[str, str], sentence: str
) -> None:
    answer = attach(client, build.make_draft(teacher), "one.pdf", **{**SAID, **changes})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Document.objects.exists()


def test_it_is_changed_for_one_of_them_afterwards(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    attach(client, draft, "one.pdf", "two.pdf", **SAID)
    one = Document.objects.order_by("pk")[0]
    where = reverse("referrals:describe_document", args=[draft.reference, one.reference])
    assert "Nurse Nightly" in client.get(where).content.decode()
    assert "Select what it is" in client.post(where, {"kind": ""}).content.decode()
    assert client.post(where, {"kind": "photo"}).status_code == 302
    assert sorted(DocumentDetails.objects.values_list("kind", "author")) == [
        ("body_map", "Nurse Nightly, school nursing"),
        ("photo", ""),
    ]
    assert client.get(reverse("referrals:describe_document", args=[draft.reference, "NM-D-2222-2222"])).status_code == 302


def test_the_mash_and_the_copy_say_it(client: Client, teacher: Person) -> None:
    hub = mash.make()
    draft = build.make_complete_draft(teacher)
    attach(client, draft, "one.pdf", **SAID)
    draft.refresh_from_db()
    content = content_of(read_draft(draft))
    sent = send_submission(by=teacher, draft_reference=draft.reference, version=draft.version, content=content)
    said = "Body map, by Nurse Nightly, school nursing, 16 November 2026"
    contact = sent.contacts.order_by("position")[0]
    assert said in factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/").content.decode()
    assert said in client.get(f"/my-referrals/{sent.reference}/").content.decode()
    ask_for_copy(by=teacher, reference=sent.reference, once="1")
    copy = SubmissionCopy.objects.get()
    assert said in copy_of(copy, copied(copy))


def test_a_removed_document_takes_what_was_said_with_it(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    attach(client, draft, "one.pdf", **SAID)
    client.post(reverse("referrals:remove_document", args=[draft.reference, Document.objects.get().reference]))
    assert not DocumentDetails.objects.exists()


def test_a_system_may_say_it_too() -> None:
    mash.make()
    token = systems.connect(build.make_school())[1]
    reference = json.loads(systems.send(token, systems.referral()).content)["reference"]

    def upload(content: bytes = PDF, **said: str) -> Any:
        file = SimpleUploadedFile("report.pdf", content)
        return systems.ask(token, "POST", f"/api/v1/referrals/{reference}/documents", multipart={"file": file, **said})

    assert upload(kind="police", author="PC Example", written_on="2026-11-16").status_code == 201
    told = DocumentDetails.objects.get()
    assert (told.kind, told.author, told.written_on) == ("police", "PC Example", date(2026, 11, 16))
    assert upload(PDF + b"%2\n").status_code == 201
    for wrong, field in (
        ({"kind": "poem"}, "kind"),
        ({"author": "x" * 201}, "author"),
        ({"written_on": "yesterday"}, "written_on"),
        ({"written_on": "2026-11-19"}, "written_on"),
    ):
        answer = upload(PDF + b"%3\n", **wrong)
        assert answer.status_code == 422, answer.content
        assert json.loads(answer.content)["errors"][0]["pointer"] == f"#/{field}"
    assert Document.objects.count() == 2
