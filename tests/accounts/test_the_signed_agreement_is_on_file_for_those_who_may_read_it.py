"""The signed document lies with the agreement: checked, replaced without losing the one before, opened by those who may."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, InformationSharingAgreement
from accounts.services.agreements import attach_agreement_document
from foundation import clock
from foundation.documents import scanning
from foundation.errors import NotAllowed, Refused
from foundation.models import Document, DomainEvent
from foundation.outbox import deliver_now
from foundation.virus_scanner import Verdict
from tests.factories import make_agency, make_person, sign_in
from tests.foundation.documents.build import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place(tmp_path: Path, settings: Any) -> None:
    settings.DOCUMENT_ROOT = str(tmp_path)


@pytest.fixture
def agency() -> Agency:
    return make_agency(name="Oakwood School")


@pytest.fixture
def agreement(agency: Agency) -> InformationSharingAgreement:
    return agency.agreements.get()


@pytest.fixture
def client() -> Client:
    return sign_in(Client(), make_person("system_administrator"))


def attach(client: Client, agreement: InformationSharingAgreement, name: str = "agreement.pdf", content: bytes = PDF) -> Any:
    path = reverse("agreement_document", args=[agreement.pk])
    return client.post(path, {"document": SimpleUploadedFile(name, content)}, follow=True)


def opening(visitor: Client, document: Document) -> int:
    """What somebody gets who opens the document, read to its end."""
    response = visitor.get(reverse("document", args=[document.reference]))
    if response.streaming:
        list(response.streaming_content)
    return int(response.status_code)


def scanned(monkeypatch: pytest.MonkeyPatch, finding: str = "") -> None:
    monkeypatch.setattr(scanning, "scan", lambda content: Verdict(finding))
    deliver_now()


def test_it_opens_once_it_is_found_clean(
    client: Client, agreement: InformationSharingAgreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = attach(client, agreement).content.decode()
    address = reverse("document", args=[Document.objects.get().reference])
    assert "Waiting for the virus check" in page
    assert address not in page
    assert client.get(address).status_code == 422
    scanned(monkeypatch)
    assert address in client.get(reverse("agency", args=[agreement.agency.code])).content.decode()
    assert b"".join(client.get(address).streaming_content) == PDF  # type: ignore[attr-defined]


def test_what_the_virus_check_refuses_never_opens(
    client: Client, agreement: InformationSharingAgreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(client, agreement)
    scanned(monkeypatch, "Eicar-Test-Signature")
    assert "Refused by the virus check" in client.get(reverse("agency", args=[agreement.agency.code])).content.decode()
    assert client.get(reverse("document", args=[Document.objects.get().reference])).status_code == 422


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("agreement.pdf", b"MZ" + b"\x00" * 200, "is not a PDF, although its name says so"),
        ("agreement.exe", b"MZ" + b"\x00" * 200, "The selected file must be a PDF"),
        ("agreement.pdf", b"", "The selected file is empty"),
    ],
)
def test_a_file_that_is_no_document_is_refused(
    client: Client, agreement: InformationSharingAgreement, name: str, content: bytes, sentence: str
) -> None:
    answer = attach(client, agreement, name, content)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Document.objects.exists()


def test_a_replaced_document_stays_in_the_history(
    client: Client, agreement: InformationSharingAgreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(client, agreement, "first.pdf")
    attach(client, agreement, "second.pdf")
    scanned(monkeypatch)
    page = client.get(reverse("agency", args=[agreement.agency.code])).content.decode()
    assert page.index("second.pdf") < page.index("Earlier documents") < page.index("first.pdf")
    for document in Document.objects.all():
        assert opening(client, document) == 200
    verbs = DomainEvent.objects.filter(subject_reference=agreement.agency.code).values_list("verb", flat=True)
    assert list(verbs.order_by("pk")) == ["accounts.agreement_document_attached", "accounts.agreement_document_replaced"]


@pytest.mark.parametrize(
    ("role", "at_home", "status"),
    [
        ("agency_lead", True, 200),
        ("agency_lead", False, 404),
        ("governance_lead", False, 200),
        ("practitioner", True, 404),
        ("business_team", True, 404),
    ],
)
def test_it_opens_to_those_who_may_read_it(
    client: Client,
    agency: Agency,
    agreement: InformationSharingAgreement,
    monkeypatch: pytest.MonkeyPatch,
    *,
    role: str,
    at_home: bool,
    status: int,
) -> None:
    attach(client, agreement)
    scanned(monkeypatch)
    visitor = sign_in(Client(), make_person(role, agency if at_home else None))
    assert opening(visitor, Document.objects.get()) == status


def test_the_lead_finds_it_beside_the_people_and_the_governance_lead_with_the_agency(
    client: Client, agency: Agency, agreement: InformationSharingAgreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(client, agreement)
    scanned(monkeypatch)
    address = reverse("document", args=[Document.objects.get().reference])
    lead, governance = make_person("agency_lead", agency), make_person("governance_lead")
    assert address in sign_in(Client(), lead).get(reverse("people_of_agency", args=[agency.code])).content.decode()
    page = sign_in(Client(), governance).get(reverse("agency", args=[agency.code])).content.decode()
    assert address in page
    assert reverse("agreement_document", args=[agreement.pk]) not in page
    assert reverse("change_agency", args=[agency.code]) not in page


def test_an_agreement_is_recorded_together_with_its_document_or_not_at_all(client: Client) -> None:
    agency = make_agency(with_agreement=False)
    today = clock.today()
    answers = {"signed_by_name": "Sam Signatory"} | {
        f"{name}-{part}": str(getattr(today, part)) for name in ("signed_on", "valid_until") for part in ("day", "month", "year")
    }
    path = reverse("record_agreement", args=[agency.code])
    wrong = client.post(path, answers | {"document": SimpleUploadedFile("agreement.pdf", b"no such thing")})
    assert wrong.status_code == 422
    assert not agency.agreements.exists()
    client.post(path, answers | {"document": SimpleUploadedFile("agreement.pdf", PDF)})
    assert Document.objects.get().record_reference == str(agency.agreements.get().pk)


def test_the_administrator_attaches_it_and_only_so_often(
    agency: Agency, agreement: InformationSharingAgreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotAllowed):
        attach_agreement_document(
            by=make_person("agency_lead", agency), agreement_id=agreement.pk, document=SimpleUploadedFile("a.pdf", PDF)
        )
    monkeypatch.setattr("accounts.services.agreements.MOST_DOCUMENTS", 1)
    administrator = make_person("system_administrator")
    attach_agreement_document(by=administrator, agreement_id=agreement.pk, document=SimpleUploadedFile("a.pdf", PDF))
    with pytest.raises(Refused, match="at most 1 documents"):
        attach_agreement_document(by=administrator, agreement_id=agreement.pk, document=SimpleUploadedFile("a.pdf", PDF))
