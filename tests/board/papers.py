"""Papers for tests."""

from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Person
from board.models import Meeting, MeetingPaper
from board.rules import PAPER
from board.services.papers import add_paper
from foundation.documents import documents_of, scanning
from foundation.models import Document
from foundation.virus_scanner import Verdict
from portal.demo.papers import pdf_of
from tests.foundation.documents.build import UPLOADER


def file_of(paper: MeetingPaper) -> Document:
    """The file of a paper."""
    return documents_of(PAPER, paper.reference).get()


def scan(paper: MeetingPaper, finding: str = "") -> Document:
    """The scanner says what it found."""
    document = file_of(paper)
    with mock.patch.object(scanning, "scan", return_value=Verdict(finding)):
        scanning.scan_document(document.pk, by=UPLOADER)
    return document


def put_paper(
    by: Person, meeting: Meeting, name: str = "Audit of neglect.pdf", content: bytes | None = None, *, clean: bool = True,
    item_id: int | None = None,
) -> MeetingPaper:  # fmt: skip
    """A paper of a meeting, found clean unless it still waits."""
    upload = SimpleUploadedFile(name, pdf_of(["Audit of neglect"]) if content is None else content)
    paper = add_paper(by=by, reference=meeting.reference, document=upload, item_id=item_id)
    if clean:
        scan(paper)
    return paper
