"""What is attached is looked at before it is kept, and says honestly that it waits for the virus check."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.models import Document
from referrals.models import Draft
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
EXE = b"MZ" + b"\x00" * 200
SIXTY_MB = 60 * 1024 * 1024


@pytest.fixture
def teacher(client: Client) -> Person:
    person = build.make_practitioner()
    factories.sign_in(client, person)
    return person


def upload(client: Client, draft: Draft, name: str, content: bytes) -> tuple[int, str]:
    file = SimpleUploadedFile(name, content)
    answer = client.post(
        reverse("referrals:documents", args=[draft.reference]), {"documents": file, "kind": "report"}, follow=True
    )
    return answer.status_code, answer.content.decode()


def test_a_document_is_kept_and_says_that_it_waits(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    status, page = upload(client, draft, "report.pdf", PDF)
    assert (status, Document.objects.get().record_reference) == (200, draft.reference)
    assert "report.pdf" in page
    assert "Waiting for the virus check" in page
    assert client.get(reverse("document", args=[Document.objects.get().reference])).status_code == 422


@pytest.mark.parametrize(("name", "content"), [("report.pdf", EXE), ("empty.pdf", b""), ("tool.exe", EXE)])
def test_a_file_that_is_not_what_it_says_is_refused(client: Client, teacher: Person, name: str, content: bytes) -> None:
    status, page = upload(client, build.make_draft(teacher), name, content)
    assert status == 422
    assert "There is a problem" in page
    assert Document.objects.count() == 0


def test_a_file_of_60_mb_is_refused(client: Client, teacher: Person) -> None:
    status, page = upload(client, build.make_draft(teacher), "large.pdf", PDF + b"\x00" * SIXTY_MB)
    assert status == 422
    assert "must be smaller than 25 MB" in page
    assert Document.objects.count() == 0


def test_a_document_can_be_removed(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    upload(client, draft, "report.pdf", PDF)
    document = Document.objects.get()
    client.post(reverse("referrals:remove_document", args=[draft.reference, document.reference]))
    assert Document.objects.count() == 0


def test_a_document_of_another_persons_draft_does_not_exist(client: Client, teacher: Person) -> None:
    draft = build.make_draft(teacher)
    upload(client, draft, "report.pdf", PDF)
    document = Document.objects.get()
    factories.sign_in(client, build.make_practitioner(teacher.holdings.get().agency))
    assert client.get(reverse("document", args=[document.reference])).status_code == 404
