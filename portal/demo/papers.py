"""Papers with open contacts: small PDF files that somebody sent with the referral, so that the tab of documents has something."""

from collections.abc import Iterable, Sequence

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from accounts.models import Person
from board.models import Group, Meeting
from board.rules import PAPER
from board.services.papers import add_paper
from foundation import clock
from foundation.documents import documents_of, storage, store
from foundation.models import Document
from referrals.models import Contact, ContactState, Submission

IN_THE_QUEUE = 6
"""So many of the newest contacts that wait or are looked at come with a paper."""
PAPERS = (
    ("Attendance this term.pdf", ("Attendance this term", "Present on 31 of 48 days. Late on 12 of them.")),
    ("Notes of a meeting.pdf", ("Notes of a meeting with the mother", "She asks for help in the mornings.")),
    ("What was seen.pdf", ("What was seen", "The child came without a coat and had not eaten.")),
)


def add_papers(sent: Iterable[Submission] = ()) -> None:
    """Put a paper to these submissions, and to those of the newest contacts of the queue."""
    queue = Contact.objects.filter(
        state__in=(ContactState.RECEIVED, ContactState.SCREENING, ContactState.GATHERING),
        restricted=False,
        submission__referrer__isnull=False,
    ).select_related("submission__referrer")
    newest = queue.order_by("-received_at", "pk")[:IN_THE_QUEUE]
    submissions = dict.fromkeys([*sent, *(contact.submission for contact in newest)])
    for place, submission in enumerate(submissions):
        if submission.referrer is not None:
            name, lines = PAPERS[place % len(PAPERS)]
            _attach(submission, submission.referrer, name, pdf_of(lines))


def _attach(submission: Submission, by: Person, name: str, content: bytes) -> None:
    """Keep a file as an upload is kept. Clean at once: what is made here needs no scanner, and there may be none."""
    upload = SimpleUploadedFile(name, content, "application/pdf")
    _call_clean(store(upload=upload, record_kind="submission", record_reference=submission.reference, by=by))


def add_papers_of_meetings(by: Person) -> None:
    """Put papers to the next meeting of each group: one that stands in its pack page by page, and one that is listed there."""
    for group in Group.objects.order_by("pk"):
        meeting = group.meetings.filter(state=Meeting.State.PLANNED, starts_at__gt=clock.now()).order_by("starts_at").first()
        if meeting is not None:
            for name, content in OF_MEETINGS:
                paper = add_paper(by=by, reference=meeting.reference, document=SimpleUploadedFile(name, content))
                _call_clean(documents_of(PAPER, paper.reference).get())


def keep_clean(*, kind: str, reference: str, name: str, lines: Sequence[str], by: Person) -> None:
    """Keep a small PDF with a record, found clean at once."""
    upload = SimpleUploadedFile(name, pdf_of(lines), "application/pdf")
    _call_clean(store(upload=upload, record_kind=kind, record_reference=reference, by=by))


def _call_clean(document: Document) -> None:
    document.state, document.scanned_at = Document.State.CLEAN, clock.now()
    document.save(update_fields=["state", "scanned_at"])
    transaction.on_commit(lambda: storage.move_to_checked(document.key))


def pdf_of(lines: Sequence[str]) -> bytes:
    """A PDF file of one page with a few lines of plain letters (no brackets, no backslashes)."""
    written = " ".join(f"({line}) Tj T*" for line in lines)
    text = f"BT /F1 14 Tf 24 TL 72 760 Td {written} ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    file, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n"
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    return (file + table).encode("ascii")


OF_MEETINGS = (
    ("Indicators of the quarter.pdf", pdf_of(("Indicators of the quarter", "Nine of ten plans were reviewed on time."))),
    ("Indicators of the quarter, figures.csv", b"indicator,this quarter,last quarter\r\nplans reviewed on time,90,88\r\n"),
)
