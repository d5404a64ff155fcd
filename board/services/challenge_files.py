"""What goes with a challenge: its files, and whether it stands in the yearly report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from accounts.models import Person
from board.models import Challenge
from board.rules import CHALLENGE, MOST_FILES_OF_A_CHALLENGE
from board.selectors.challenges import locked_challenge
from board.services.challenges import subject_of
from foundation.documents import documents_of, store
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@service
def add_challenge_files(*, by: Person, reference: str, documents: "Sequence[UploadedFile[bytes]]") -> Challenge:
    """Keep files with a challenge, by whoever answers it or keeps the log; whoever reads it opens them.

    Refuses none, more than a challenge takes, and what the document store refuses.
    """
    challenge = locked_challenge(by, reference)
    if not documents:
        raise Refused("Select a file.", field="documents")
    kept = documents_of(CHALLENGE, reference).count()
    if kept + len(documents) > MOST_FILES_OF_A_CHALLENGE:
        raise Refused(f"A challenge takes at most {MOST_FILES_OF_A_CHALLENGE} files. It has {kept}.", field="documents")
    for upload in documents:
        try:
            store(upload=upload, record_kind=CHALLENGE, record_reference=reference, by=by)
        except Refused as refused:
            raise Refused(refused.sentence, field="documents") from refused
    record(verb="board.challenge_files_added", by=by, subject=subject_of(challenge), data={"files": len(documents)})
    return challenge


@service
def report_challenge(*, by: Person, reference: str, in_report: bool) -> Challenge:
    """Say whether a challenge stands in the yearly report. The same again changes nothing."""
    challenge = locked_challenge(by, reference)
    if challenge.in_report != in_report:
        challenge.in_report = in_report
        challenge.save(update_fields=["in_report"])
        verb = "board.challenge_put_in_report" if in_report else "board.challenge_left_out_of_report"
        record(verb=verb, by=by, subject=subject_of(challenge))
    return challenge
