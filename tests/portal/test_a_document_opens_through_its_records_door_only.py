import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import AccessLogEntry, Person
from foundation.documents import opening, scanning, store
from foundation.errors import NotVisible
from foundation.models.documents import Document
from foundation.outbox import deliver_now
from foundation.registry import Registry
from foundation.virus_scanner import Verdict
from tests.factories import make_person, sign_in
from tests.foundation.documents.build import PDF, UPLOADER

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    return make_person("agency_lead")


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch, person: Person) -> Iterator[None]:
    """One kind of record, which this person sees and nobody else."""
    doors: Registry[opening.Door] = Registry("document door")

    def paper_door(visitor: Any, reference: str) -> tuple[str, ...]:
        if visitor != person or reference != "NM-P-1":
            raise NotVisible
        return ("NM-C-1", "NM-C-2")

    doors.add("paper", paper_door)
    monkeypatch.setattr("portal.documents.DOCUMENT_DOORS", doors)
    return


@pytest.fixture
def paper(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Document]:
    settings.DOCUMENT_ROOT = str(tmp_path)

    def make(finding: str = "", kind: str = "paper") -> Document:
        monkeypatch.setattr(scanning, "scan", lambda content: Verdict(finding))
        document = store(upload=SimpleUploadedFile("plan.pdf", PDF), record_kind=kind, record_reference="NM-P-1", by=UPLOADER)
        deliver_now()
        return document

    return make


def without_masks(page: bytes) -> bytes:
    """A page without what is drawn anew for each answer."""
    return re.sub(rb'nonce="[^"]*"|csrfmiddlewaretoken" value="[^"]*"', b"", page)


def test_who_sees_the_record_gets_the_document_and_is_logged(client: Client, person: Person, paper: Any) -> None:
    document = paper()
    response = sign_in(client, person).get(f"/documents/{document.reference}/")
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == PDF  # type: ignore[attr-defined]
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    entry = AccessLogEntry.objects.get()
    assert (entry.person, entry.action, entry.route) == (person.actor_reference, "download", "document")
    assert (entry.record_kind, entry.record_reference) == ("document", document.reference)
    assert entry.child_references == ["NM-C-1", "NM-C-2"]


def test_for_anybody_else_it_does_not_exist(client: Client, paper: Any) -> None:
    document = paper()
    stranger = sign_in(client, make_person("agency_lead"))
    other = stranger.get(f"/documents/{document.reference}/")
    missing = stranger.get("/documents/NM-D-2222-2222/")
    assert other.status_code == missing.status_code == 404
    assert without_masks(other.content) == without_masks(missing.content)
    assert not AccessLogEntry.objects.exists()


def test_a_record_kind_without_a_door_opens_for_nobody(client: Client, person: Person, paper: Any) -> None:
    document = paper(kind="unheard_of")
    assert sign_in(client, person).get(f"/documents/{document.reference}/").status_code == 404


def test_an_infected_document_is_a_sentence(client: Client, person: Person, paper: Any) -> None:
    document = paper(finding="Bad")
    response = sign_in(client, person).get(f"/documents/{document.reference}/")
    assert response.status_code == 422
    assert "A virus was found in this document" in response.content.decode()
    assert not AccessLogEntry.objects.exists()


def test_nobody_opens_it_without_signing_in(client: Client, paper: Any) -> None:
    document = paper()
    response = client.get(f"/documents/{document.reference}/")
    assert response.status_code == 302
    assert "next=/documents/" in response["Location"] or "next=%2Fdocuments" in response["Location"]


def test_only_reading_is_possible(client: Client, person: Person, paper: Any) -> None:
    document = paper()
    assert sign_in(client, person).post(f"/documents/{document.reference}/").status_code == 405
