"""Documents for the access matrix: each is opened through the door of the record that it belongs to."""

from collections.abc import Callable
from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.access import AGENCY_LEAD, AGREEMENT_READERS
from accounts.models import Agency, Person
from foundation.documents import scanning, store
from foundation.virus_scanner import Verdict
from referrals.access import READERS, REFERRERS
from referrals.models import Submission
from tests.access.kinds import Arguments, Builder, Kind
from tests.board import access_records as board
from tests.factories import make_agency, make_agreement
from tests.foundation.documents.build import PDF, UPLOADER
from tests.referrals import access_records as front_door


def _document(record_kind: str, record_reference: str) -> Arguments:
    """A PDF that the scanner has found clean."""
    document = store(
        upload=SimpleUploadedFile("letter.pdf", PDF), record_kind=record_kind, record_reference=record_reference, by=UPLOADER
    )
    with mock.patch.object(scanning, "scan", return_value=Verdict("")):
        scanning.scan_document(document.pk, by=UPLOADER)
    return {"reference": document.reference}


def _of(record_kind: str, build: Builder) -> Builder:
    """A document of a record that stands in some relation to the person."""
    return lambda person, role: _document(record_kind, str(build(person, role)["reference"]))


def _of_submission_of(build: Builder) -> Builder:
    """A document of the submission from which a contact came."""

    def made(person: Person, role: str) -> Arguments:
        submission = Submission.objects.get(contacts__reference=build(person, role)["reference"])
        return _document("submission", submission.reference)

    return made


def _of_agreement(agency_of: Callable[[Person], Agency]) -> Builder:
    """The signed document of an agency's information-sharing agreement."""
    return lambda person, role: _document("agreement", str(make_agreement(agency_of(person)).pk))


def as_its_record(role: str, relation: str) -> bool:
    if relation in ("own draft", "own submission"):
        return role in REFERRERS.roles
    if relation == "agreement of the own agency":
        return role in AGREEMENT_READERS | {AGENCY_LEAD}
    if relation == "agreement of another agency":
        return role in AGREEMENT_READERS
    if relation == "submission of a colleague":
        return role == AGENCY_LEAD
    if relation.startswith("paper of"):
        return relation == "paper of the own group" or role in board.SEES_ALL
    return relation in ("granted", "named and restricted") and role in READERS.roles


KINDS = {
    "document": Kind(
        {
            "own draft": _of("draft", front_door.own_draft),
            "draft of a colleague": _of("draft", front_door.colleagues_draft),
            "own submission": _of("submission", front_door.own_submission),
            "submission of a colleague": _of("submission", front_door.colleagues_submission),
            "restricted": _of("submission", front_door.colleagues_restricted_submission),
            "other agency": _of("submission", front_door.another_agencys_submission),
            "granted": _of_submission_of(front_door.contact_of_own_team),
            "named and restricted": _of_submission_of(front_door.restricted_contact_that_names_the_person),
            "restricted in own team": _of_submission_of(front_door.restricted_contact_of_own_team),
            "agreement of the own agency": _of_agreement(lambda person: person.holdings.order_by("pk")[0].agency),
            "agreement of another agency": _of_agreement(lambda person: make_agency()),
            "paper of the own group": _of("meeting_paper", board.KINDS["meeting paper"].relations["own"]),
            "paper of another group": _of("meeting_paper", board.KINDS["meeting paper"].relations["other"]),
            "no door": lambda person, role: _document("unheard of", "NM-X-2222-2222"),
        },
        as_its_record,
        anybodys=frozenset({"other agency", "no door"}),
        of_visitor=lambda visitor: _document("submission", str(front_door.submission_of_visitor(visitor)["reference"])),
    )
}
