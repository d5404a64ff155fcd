"""The library for tests: versions of the arrangements, policies, letters and reforms."""

from datetime import date, timedelta
from itertools import count
from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Agency, Person
from board.models import Arrangements, ArrangementsStep, Letter, LetterAddressee, Policy, PolicyVersion, Reform, ReformMilestone
from board.services.letter_asking import ask_addressees
from board.services.letters import send_letter
from foundation import clock
from foundation.actors import SystemActor
from foundation.documents import documents_of, scanning
from foundation.models import Document
from foundation.virus_scanner import Verdict
from portal.demo.papers import pdf_of
from tests.factories import make_person
from tests.foundation.documents.build import UPLOADER

_numbers = count(1)
TODAY = date(2026, 11, 18)
DUE = date(2026, 12, 18)


def a_file(name: str = "Document.pdf") -> SimpleUploadedFile:
    """A small PDF as somebody uploads it."""
    return SimpleUploadedFile(name, pdf_of(["As it was agreed"]))


def clean_file(kind: str, reference: str) -> Document:
    """The first file of a record, found clean."""
    document = documents_of(kind, reference)[0]
    with mock.patch.object(scanning, "scan", return_value=Verdict("")):
        scanning.scan_document(document.pk, by=UPLOADER)
    document.refresh_from_db()
    return document


def make_arrangements(from_on: date = date(2024, 4, 1), **given: object) -> Arrangements:
    """A version in force from a day on, agreed and published then."""
    number = next(_numbers)
    told = {"number": f"{number}.0", "title": "Working together here", "changes": "The first version."}
    days = {"agreed_on": from_on, "published_on": from_on, "in_force_from": from_on}
    return Arrangements.objects.create(**{**told, **days, **given})


def make_step(**given: object) -> ArrangementsStep:
    """A step of the timetable, due in a month."""
    return ArrangementsStep.objects.create(**{"text": f"Step {next(_numbers)}", "due_on": DUE, **given})


def make_policy(*reviews: tuple[date, date], **given: object) -> Policy:
    """A policy whose versions were approved and are to be reviewed on these days; today and in two years where none is given."""
    rows = reviews or ((clock.today(), clock.today() + timedelta(days=730)),)
    number = next(_numbers)
    told = {"code": f"POL-{number}", "title": f"Policy {number:03}", "kind": "policy", "audience": "everybody"}
    policy = Policy.objects.create(**{**told, "summary": "What to do.", "review_due_on": rows[-1][1], **given})
    for place, (approved_on, review_due_on) in enumerate(rows, start=1):
        PolicyVersion.objects.create(
            policy=policy, number=f"{place}.0", approved_on=approved_on, approver="Executive group",
            review_due_on=review_due_on, written_at=clock.now(), written_by=make_person("business_team"),
        )  # fmt: skip
    return policy


def make_letter(*agencies: Agency, others: str = "", by: Person | None = None, **given: object) -> Letter:
    """A letter of today to these agencies, whose replies are due in a month; they have been asked."""
    words = {"title": f"Letter {next(_numbers)}", "text": "Please join the scheme.", "signatories": "The three partners"}
    days = {"sent_on": clock.today(), "reply_due_on": clock.today() + timedelta(days=30)}
    codes = [agency.code for agency in agencies]
    named = others or ("" if codes else "The local football club")
    told = {**words, **days, "agencies": codes, "others": named, **given}
    letter = send_letter(by=by or make_person("business_team"), **told)  # type: ignore[arg-type]  # what each test says
    ask_those_of(letter)
    return letter


def ask_those_of(letter: Letter) -> None:
    """As the worker does: ask everybody who is to be asked."""
    while ask_addressees(by=SystemActor("board.letter"), reference=letter.reference):
        pass


def addressee_of(letter: Letter, agency: Agency | None = None) -> LetterAddressee:
    """To whom the letter went."""
    return letter.addressees.get(agency=agency)


def make_reform(**given: object) -> Reform:
    """A reform that nobody has begun."""
    words = {"title": f"Reform {next(_numbers)}", "source": "The act", "asks": "Work as one team."}
    return Reform.objects.create(**{**words, "announced_on": date(2026, 3, 1), "added_on": date(2026, 4, 1), **given})


def make_reform_milestone(reform: Reform | None = None, **given: object) -> ReformMilestone:
    """A milestone of a reform, due in a month."""
    return ReformMilestone.objects.create(
        **{"reform": reform or make_reform(), "text": f"Milestone {next(_numbers)}", "due_on": DUE, **given}
    )
