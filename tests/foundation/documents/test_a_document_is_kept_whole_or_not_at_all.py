import errno
import hashlib
import os
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from foundation import clock
from foundation.documents import remove_document, scanning, storage, store
from foundation.errors import Refused
from foundation.models.documents import Document
from foundation.models.events import DomainEvent
from foundation.models.outbox import OutboxMessage
from foundation.outbox import deliver_now
from tests.foundation.documents.build import PDF, UPLOADER, files

Stored = Callable[..., Document]


def test_a_document_lies_under_a_random_key_for_the_portals_eyes_only(stored: Stored, document_root: Path) -> None:
    document = stored("plan.pdf")
    (path,) = files(document_root)
    assert path == document_root / "incoming" / document.key[:2] / document.key
    assert path.read_bytes() == PDF
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert document.sha256 == hashlib.sha256(PDF).hexdigest()
    assert "plan" not in document.key
    assert OutboxMessage.objects.get().payload == {"document": document.pk}


def test_an_empty_file_is_refused(stored: Stored) -> None:
    with pytest.raises(Refused, match="The file is empty"):
        stored("plan.pdf", b"")


def test_a_file_over_the_limit_is_refused_before_it_is_written(stored: Stored, document_root: Path, settings: Any) -> None:
    settings.DOCUMENT_MAX_BYTES = 25 * 1024 * 1024
    with pytest.raises(Refused) as refusal:
        stored("plan.pdf", PDF + bytes(settings.DOCUMENT_MAX_BYTES))
    assert refusal.value.sentence == "The file must be smaller than 25 MB"
    assert files(document_root) == []


@pytest.mark.django_db(transaction=True)
def test_a_document_is_stored_in_a_transaction_only(document_root: Path) -> None:
    with pytest.raises(RuntimeError, match="in the transaction"):
        store(upload=SimpleUploadedFile("a.pdf", PDF), record_kind="paper", record_reference="1", by=UPLOADER)
    assert files(document_root) == []


class Broken(SimpleUploadedFile):
    """Fails in the middle, as a disk that is full does."""

    def chunks(self, chunk_size: int | None = None) -> Any:
        yield PDF[:20]
        raise OSError(errno.ENOSPC, "No space left on device", "/documents/plan.pdf")


def test_a_full_disk_leaves_nothing_behind(document_root: Path, db: None, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Refused, match=r"could not be saved\. Nothing was kept of it"):
        store(upload=Broken("plan.pdf", PDF), record_kind="paper", record_reference="1", by=UPLOADER)
    assert files(document_root) == []
    assert not Document.objects.exists()
    assert "plan.pdf" not in caplog.text


def test_a_store_that_cannot_be_written_is_said_so(stored: Stored, document_root: Path) -> None:
    document_root.write_text("a file where the folder should be")
    with pytest.raises(Refused, match="could not be saved"):
        stored()


def test_a_row_that_cannot_be_written_takes_the_file_with_it(
    stored: Stored, document_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("foundation.documents.storing.promise", fail)
    with pytest.raises(RuntimeError):
        stored()
    assert files(document_root) == []


def test_files_of_rolled_back_transactions_go_after_a_day_and_no_others(stored: Stored, document_root: Path) -> None:
    kept, moved = stored(), stored()
    storage.move_to_checked(moved.key)
    with transaction.atomic():
        lost = stored()
        transaction.set_rollback(True)
    unfinished = document_root / "incoming" / "ab" / ("ab" * 32 + ".part")
    unfinished.parent.mkdir(exist_ok=True)
    unfinished.write_bytes(b"half")
    fresh = (clock.now() - timedelta(hours=23)).timestamp()
    old = (clock.now() - timedelta(hours=25)).timestamp()
    for moment, orphans in ((fresh, 0), (old, 2)):
        for path in files(document_root):
            os.utime(path, (moment, moment))
        assert scanning.remove_orphans() == orphans
    assert {path.name for path in files(document_root)} == {kept.key, moved.key}
    assert lost.key not in {kept.key, moved.key}


def test_a_removed_documents_file_goes_once_that_is_committed(stored: Stored, document_root: Path) -> None:
    document = stored()
    reference, key = document.reference, document.key
    remove_document(document=document, by=UPLOADER, reason="Sent twice")
    assert [path.name for path in files(document_root)] == [key]
    deliver_now()
    assert files(document_root) == []
    assert not Document.objects.exists()
    event = DomainEvent.objects.get(verb="document.removed")
    assert (event.subject_kind, event.subject_reference, event.data) == ("paper", "NM-P-1", {"document": reference})


@pytest.mark.parametrize("key", ["../../etc/passwd", "", "ab", "AB" * 32, "ab" * 32 + "\n"])
def test_the_store_has_no_way_to_other_files(key: str) -> None:
    with pytest.raises(ValueError, match="64 hexadecimal"):
        storage.read(key)


# -- what comes over the network ----------------------------------------------


def received(content: bytes, settings: Any) -> Any:
    """The file as a view gets it."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1024
    request: HttpRequest = RequestFactory().post("/", {"file": SimpleUploadedFile("plan.pdf", content)})
    HttpResponse(request.POST)
    return request.FILES["file"]


def test_sixty_megabytes_are_read_and_thrown_away(settings: Any, db: None, document_root: Path) -> None:
    upload = received(PDF + bytes(60 * 1024 * 1024), settings)
    assert upload.size > 60 * 1024 * 1024
    assert Path(upload.temporary_file_path()).stat().st_size == 0
    with pytest.raises(Refused, match="The file must be smaller than 25 MB"):
        store(upload=upload, record_kind="paper", record_reference="1", by=UPLOADER)
    upload.close()


def test_a_file_of_exactly_the_limit_arrives_whole(settings: Any, db: None, document_root: Path) -> None:
    settings.DOCUMENT_MAX_BYTES = 1024 * 1024
    content = PDF.ljust(settings.DOCUMENT_MAX_BYTES)
    upload = received(content, settings)
    document = store(upload=upload, record_kind="paper", record_reference="1", by=UPLOADER)
    with storage.read(document.key) as kept:
        assert kept.read() == content
    upload.close()


def test_a_temporary_folder_that_is_full_is_said_so(
    settings: Any, db: None, document_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from foundation.documents.uploads import LimitedFileUploadHandler

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    begin = LimitedFileUploadHandler.new_file

    def new_file(self: Any, *args: Any, **kwargs: Any) -> None:
        begin(self, *args, **kwargs)
        monkeypatch.setattr(self.file.file, "write", full, raising=False)

    monkeypatch.setattr(LimitedFileUploadHandler, "new_file", new_file)
    upload = received(PDF.ljust(5000), settings)
    with pytest.raises(Refused, match="could not be saved"):
        store(upload=upload, record_kind="paper", record_reference="1", by=UPLOADER)
    upload.close()
