import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from foundation import clock
from foundation.actors import SystemActor
from foundation.documents import open_document, scanning, storage
from foundation.errors import Refused
from foundation.models.documents import Document
from foundation.models.events import DomainEvent
from foundation.outbox import deliver_now
from foundation.virus_scanner import NotScanned, Verdict, scan
from portal.stack import scanner
from tests.foundation.documents.build import PDF, files

Stored = Callable[..., Document]
SCANNER = SystemActor("scanner")

# In two halves, so that no scanner takes this source file for the test file.
TEST_FILE = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@contextmanager
def scanner_that_says(answer: bytes, folder: Path) -> Iterator[str]:
    """A scanner that reads what it is sent, and says this."""
    address = folder / "scanner.sock"
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(address))
    listener.listen()

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            said = b""
            while not said.endswith(bytes(4)):
                said += connection.recv(4096)
            connection.sendall(answer)

    Thread(target=serve, daemon=True).start()
    try:
        yield str(address)
    finally:
        listener.close()


@pytest.mark.parametrize(
    ("answer", "finding"),
    [(b"stream: OK\0", ""), (b"stream: Eicar-Test-Signature.UNOFFICIAL FOUND\0", "Eicar-Test-Signature.UNOFFICIAL")],
)
def test_the_scanners_verdict_is_read(answer: bytes, finding: str, tmp_path: Path, settings: Any, stored: Stored) -> None:
    document = stored()
    with scanner_that_says(answer, tmp_path) as settings.CLAMD_ADDRESS, storage.read(document.key) as content:
        assert scan(content) == Verdict(finding)


@pytest.mark.parametrize(
    "answer",
    [b"", b"stream: O", b"OK\0", b"stream: \0", b"INSTREAM size limit exceeded. ERROR\0", b"stream: broken ERROR\0", b"x" * 9000],
)
def test_any_other_answer_means_not_scanned(answer: bytes, tmp_path: Path, settings: Any, stored: Stored) -> None:
    document = stored()
    with scanner_that_says(answer, tmp_path) as settings.CLAMD_ADDRESS, pytest.raises(NotScanned) as error:
        scanning.scan_document(document.pk, by=SCANNER)
    assert not error.value.away
    document.refresh_from_db()
    assert document.state == Document.State.WAITING


@pytest.mark.parametrize("address", ["", "/nowhere/clamd.sock", "127.0.0.1:1", "nonsense"])
def test_without_a_scanner_documents_wait_unopened(address: str, settings: Any, stored: Stored) -> None:
    settings.CLAMD_ADDRESS = address
    document = stored()
    assert deliver_now() == 1
    document.refresh_from_db()
    assert document.state == Document.State.WAITING
    with pytest.raises(Refused, match="still being checked for viruses"):
        open_document(document)


def test_the_sweep_stops_when_the_scanner_is_away_and_goes_on_past_a_file_it_cannot_take(
    stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [stored() for _ in range(3)]
    Document.objects.update(uploaded_at=clock.now() - timedelta(minutes=1))
    asked: list[int] = []

    def away(document_id: int, *, by: SystemActor) -> None:
        asked.append(document_id)
        raise NotScanned("x", away=document_id == documents[1].pk)

    monkeypatch.setattr(scanning, "scan_document", away)
    assert scanning.scan_waiting(by=SCANNER) == 0
    assert asked == [documents[0].pk, documents[1].pk]


def test_a_file_that_is_gone_is_never_called_clean(stored: Stored) -> None:
    document = stored()
    storage.remove(document.key)
    with pytest.raises(NotScanned):
        scanning.scan_document(document.pk, by=SCANNER)


def test_an_open_download_is_run_and_shown_by_no_browser(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "scan", lambda content: Verdict(""))
    document = stored("Plan – ŵ.pdf")
    deliver_now()
    document.refresh_from_db()
    response = open_document(document)
    assert b"".join(response.streaming_content) == PDF  # type: ignore[arg-type]
    response.close()
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Plan%20%E2%80%93%20%C5%B5.pdf"
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "no-store"


def test_a_clean_file_that_cannot_be_read_is_a_sentence_and_a_line_in_the_log(
    stored: Stored, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(scanning, "scan", lambda content: Verdict(""))
    document = stored()
    deliver_now()
    document.refresh_from_db()
    storage.remove(document.key)
    with pytest.raises(Refused, match="cannot be opened just now"):
        open_document(document)
    assert document.reference in caplog.text
    assert document.name not in caplog.text


def test_a_locked_file_is_named_so(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "scan", lambda content: Verdict("Heuristics.Encrypted.PDF"))
    document = stored()
    deliver_now()
    document.refresh_from_db()
    with pytest.raises(Refused, match="protected with a password"):
        open_document(document)


def test_a_second_verdict_changes_nothing(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "scan", lambda content: Verdict("Bad"))
    document = stored()
    scanning.scan_document(document.pk, by=SCANNER)
    monkeypatch.setattr(scanning, "scan", lambda content: Verdict(""))
    scanning.scan_document(document.pk, by=SCANNER)
    scanning._enter(document.pk, Verdict(""), SCANNER)
    document.refresh_from_db()
    assert document.state == Document.State.INFECTED


# -- with the real scanner ------------------------------------------------------


@pytest.fixture(scope="module")
def clamd() -> Iterator[str]:
    """The real daemon, with the one signature of the harmless test file."""
    program = scanner.binary()
    if program is None:
        pytest.skip("clamd is not installed")
    folder = Path(tempfile.mkdtemp(prefix="portal-clamd-"))
    process = subprocess.Popen(
        [str(program), f"--config-file={scanner.prepare(folder)}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        limit = time.monotonic() + 20
        while not (scanner.socket_path(folder).exists() and scanner.answers(scanner.socket_path(folder))):
            assert time.monotonic() < limit, "clamd did not start"
            time.sleep(0.05)
        yield str(scanner.socket_path(folder))
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def test_the_test_virus_is_found_and_its_file_removed(clamd: str, settings: Any, stored: Stored, document_root: Path) -> None:
    settings.CLAMD_ADDRESS = clamd
    infected, clean = stored("virus.txt", TEST_FILE), stored("plan.pdf", PDF + os.urandom(3_000_000))
    while deliver_now():
        pass
    infected.refresh_from_db()
    clean.refresh_from_db()
    assert (infected.state, clean.state) == (Document.State.INFECTED, Document.State.CLEAN)
    assert infected.finding.startswith("Eicar-Test-Signature")
    assert files(document_root) == [document_root / "checked" / clean.key[:2] / clean.key]
    with pytest.raises(Refused, match="A virus was found in this document"):
        open_document(infected)
    event = DomainEvent.objects.get(verb="document.infected")
    assert (event.subject_kind, event.subject_reference) == ("paper", "NM-P-1")


def test_the_sweep_catches_up_when_the_scanner_is_back(clamd: str, settings: Any, stored: Stored) -> None:
    settings.CLAMD_ADDRESS = ""
    document = stored()
    deliver_now()
    Document.objects.update(uploaded_at=clock.now() - timedelta(minutes=1))
    settings.CLAMD_ADDRESS = clamd
    assert scanning.scan_waiting(by=SCANNER) == 1
    document.refresh_from_db()
    assert document.state == Document.State.CLEAN
    response = open_document(document)
    response.close()
