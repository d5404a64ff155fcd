"""Reviews of practice at any point of their way, for tests."""

from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.calendar import add_months
from foundation.models.documents import Document
from reviews.models import Case, CaseKind, PracticeReview, PracticeState, Question
from reviews.rules import kinds
from reviews.services import publication
from reviews.services.cases import add_child
from reviews.services.drafts import add_draft
from reviews.services.incidents import record_decision
from reviews.services.practice import ReviewOpened, ScopeWritten, accept_report, go_on, open_review, write_scope
from reviews.services.practice_logs import ProceedingWritten, record_proceeding
from tests.reviews import build

P = PracticeState
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
CLEAN = {"title": "Child Robin", "summary": "What we learned.", "body": "Robin was seen by three agencies.\n\nNobody asked."}


def told(**changes: Any) -> ReviewOpened:
    given = {
        "kind": CaseKind.PRACTICE,
        "title": "Review Robin",
        "method": "systems",
        "decided_on": clock.today(),
        "decision_reasons": "It has happened before.",
        "criteria": ("working_together",),
    }
    return ReviewOpened(**{**given, **changes})


def review(owner: Person, **changes: Any) -> PracticeReview:
    found = open_review(by=owner, opened=told(**changes))
    add_child(by=owner, case=found.case.reference, told=build.robin())
    return again(found)


def again(found: PracticeReview) -> PracticeReview:
    return PracticeReview.objects.select_related("case").get(pk=found.pk)


def step(owner: Person, found: PracticeReview) -> dict[str, Any]:
    case = Case.objects.get(pk=found.case_id)
    return {"by": owner, "case": case.reference, "version": case.version}


def who(owner: Person, found: PracticeReview) -> dict[str, Any]:
    return {"by": owner, "case": found.case.reference}


def all_say(owner: Person, found: PracticeReview, question: Question, *, agreed: bool = True) -> None:
    for seat in RoleHolding.Seat:
        record_decision(
            **who(owner, found), seat=seat, question=question, agreed=agreed, reasons="As agreed.",
            whom=f"The chief of {seat.label}", decided_on=clock.today(),
        )  # fmt: skip


def scope(**changes: Any) -> ScopeWritten:
    given = {
        "terms_of_reference": "How did agencies work together?",
        "period_from": None,
        "period_to": None,
        "key_lines": "Who asked for the father?",
        "reviewers": "An author from elsewhere",
        "independence": "Worked for none of the agencies.",
    }
    return ScopeWritten(**{**given, **changes})


def pdf(name: str = "report.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def clean(found: PracticeReview) -> None:
    """The scanner has called every draft clean."""
    files = Document.objects.filter(record_kind=kinds.DRAFT, record_reference__startswith=found.case.reference)
    files.update(state=Document.State.CLEAN, scanned_at=clock.now())


def proceeding(**changes: Any) -> ProceedingWritten:
    given = {
        "kind": "criminal",
        "lead": "The police",
        "status": "Charged; the trial begins in spring.",
        "since": clock.today(),
        "effect": "holds",
    }
    return ProceedingWritten(**{**given, **changes})


def held(owner: Person, found: PracticeReview, **changes: Any) -> Any:
    return record_proceeding(**who(owner, found), written=proceeding(**changes))


def plan(owner: Person, found: PracticeReview, sent_on: date | None = None) -> PracticeReview:
    return publication.prepare_publication(
        **step(owner, found), planned_on=clock.today() + timedelta(days=14), publication_plan="The family first.",
        media_plan="The chair answers.", copies_sent_on=sent_on,
    )  # fmt: skip


def text(owner: Person, found: PracticeReview, **changes: str) -> Any:
    return publication.write_text(**step(owner, found), **{**CLEAN, **changes})


def seen(owner: Person, found: PracticeReview) -> None:
    for check in ("legal", "family"):
        publication.tick_check(**step(owner, found), check=check, who="A solicitor", seen_on=clock.today())


def ready(owner: Person, found: PracticeReview) -> None:
    """Everything that a publication needs has been done, the copies were sent long before."""
    text(owner, found)
    seen(owner, found)
    all_say(owner, found, Question.PUBLISH)
    PracticeReview.objects.filter(pk=found.pk).update(copies_sent_on=clock.today() - timedelta(days=30))


def publish(owner: Person, found: PracticeReview) -> Any:
    return publication.publish_review(**step(owner, found), review_on=add_months(clock.today(), 12))


def at(owner: Person, state: PracticeState, **changes: Any) -> PracticeReview:
    """A review that has come as far as this."""
    found = review(owner, **changes)
    ways = {
        P.SCOPING: lambda: (_votes(owner, found), go_on(**step(owner, found))),
        P.REPORTS_DUE: lambda: (write_scope(**step(owner, found), written=scope()), go_on(**step(owner, found))),
        P.ANALYSIS: lambda: go_on(**step(owner, found)),
        P.DRAFT: lambda: go_on(**step(owner, found)),
        P.ACCEPTED: lambda: (
            add_draft(**who(owner, found), document=pdf()),
            all_say(owner, found, Question.ACCEPT),
            accept_report(**step(owner, found), completed_on=clock.today()),
        ),
        P.PRE_PUBLICATION: lambda: plan(owner, found),
        P.PUBLISHED: lambda: (ready(owner, found), publish(owner, found)),
    }
    for reached, way in ways.items():
        if again(found).state == state:
            break
        way()
        assert again(found).state == reached
    return again(found)


def _votes(owner: Person, found: PracticeReview) -> None:
    if found.case.kind == CaseKind.PRACTICE:
        all_say(owner, found, Question.REVIEW)
