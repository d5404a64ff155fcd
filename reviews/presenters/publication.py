"""The words of drafts, of the text for publication with what was found in it, and of what everybody may read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from foundation.exports import Column, Table
from reviews.models import Case, CaseMember, CopyEnd, DraftCopy, DraftRemark, PublicationText, PublishedReview, ReportDraft
from reviews.presenters.practice import day
from reviews.presenters.tables import table
from reviews.presenters.ways import rows_of
from reviews.rules.identifying import CANNOT_FIND
from reviews.selectors.publication import Found
from reviews.services.publication import PREPARED

COPY_COLUMNS = ("Copy", "Whose", "Since", "What became of it")
REMARK_COLUMNS = ("What is said", "By whom", "Where", "What was made of it")


def drafts_page(case: Case, drafts: Iterable[ReportDraft], me: int, *, owned: bool) -> dict[str, Any]:
    """Each draft with its copies and what those who got one say; of others than the owner, their own copy alone."""
    return {"case": case, "owned": owned, "drafts": [_draft(case, draft, me, owned=owned) for draft in drafts]}


def _draft(case: Case, draft: ReportDraft, me: int, *, owned: bool) -> dict[str, Any]:
    copies = [copy for copy in draft.copies.all() if owned or copy.member.person_id == me]
    return {
        "title": f"Draft {draft.number}",
        "added": words.moment(draft.added_at),
        "note": draft.note,
        "privileged": draft.privileged,
        "copies": table(COPY_COLUMNS, [_copy(case, copy, me, owned=owned) for copy in copies]),
        "copies_title": f"Copies of draft {draft.number}",
        "remarks": table(REMARK_COLUMNS, [_remark(case, one, owned=owned) for copy in copies for one in copy.remarks.all()]),
        "remarks_title": f"What is said of draft {draft.number}",
    }


def _copy(case: Case, copy: DraftCopy, me: int, *, owned: bool) -> tuple[Sequence[str], list[tuple[str, str, str]]]:
    called = f"copy {copy.number} of draft {copy.draft.number}"
    links = []
    if copy.ended_at is None:
        links.append((reverse("reviews:copy_file", args=[case.reference, copy.pk]), "Download", called))
        if copy.member.person_id == me:
            links.append((reverse("reviews:make_remark", args=[case.reference, copy.pk]), "Say something of it", called))
        if owned:
            links.append((reverse("reviews:end_copy", args=[case.reference, copy.pk]), "Returned or destroyed", called))
    end = f"{CopyEnd(copy.end).label} on {words.date(copy.ended_at)}" if copy.ended_at else ""
    whose = f"{copy.member.person.name}, {copy.member.agency.name}"
    return (f"Copy {copy.number}", whose, words.date(copy.given_at), end), links


def _remark(case: Case, row: DraftRemark, *, owned: bool) -> tuple[Sequence[str], list[tuple[str, str, str]]]:
    links = []
    if owned and row.answered_at is None:
        links.append((reverse("reviews:answer_remark", args=[case.reference, row.pk]), "Answer", f"{row.text[:40]} ({row.pk})"))
    return (f"{row.get_kind_display()}: {row.text}", row.copy.member.person.name, row.place, answer_of(row)), links


def answer_of(row: DraftRemark) -> str:
    """Whether what was said is accepted, and why."""
    return "" if row.answered_at is None else f"{'Accepted' if row.accepted else 'Not accepted'}: {row.answer}"


def member_choices(members: Iterable[CaseMember]) -> list[tuple[str, str]]:
    """Who may get a copy."""
    return [(str(row.pk), f"{row.person.name}, {row.agency.name}") for row in members]


def drafts_log(case: Case, drafts: Iterable[ReportDraft]) -> tuple[Table, Table]:
    """Every copy and everything that was said, to be taken along; of drafts that hold legal advice nothing."""
    shown = [draft for draft in drafts if not draft.privileged]
    copies = [
        (draft.number, copy.number, copy.member.person.name, copy.given_at, copy.get_end_display(), copy.ended_at)
        for draft in shown
        for copy in draft.copies.all()
    ]
    remarks = [
        (draft.number, copy.number, copy.member.person.name, one.get_kind_display(), one.place, one.text, answer_of(one))
        for draft in shown
        for copy in draft.copies.all()
        for one in copy.remarks.all()
    ]
    note = "Drafts that hold legal advice are left out."
    named = ("Draft", "Copy", "Whose", "Given out at", "What became of it", "Since")
    said = ("Draft", "Copy", "By whom", "What it is", "Where", "What is said", "What was made of it")
    return (
        Table(f"Copies of drafts, {case.reference}", tuple(Column(name) for name in named), copies, (note,)),
        Table("What is said", tuple(Column(name) for name in said), remarks, (note,)),
    )


def publication_page(case: Case, text: PublicationText | None, found: Sequence[Found]) -> dict[str, Any]:
    """The text, what was found in it, what the check cannot find, and who has seen it."""
    left = [one for one in found if not one.answer]
    return {
        "case": case,
        "text": text,
        "writes": case.practice.state in PREPARED,
        "left": len(left),
        "found": [_found(case, one) for one in found],
        "cannot": CANNOT_FIND,
        "seen": _seen(text) if text else [],
        "words": [(row.get_kind_display(), row.words) for row in case.words_not_to_publish.all()],
        "page": getattr(case, "published_review", None),
    }


def _found(case: Case, one: Found) -> dict[str, Any]:
    finding = one.finding
    return {
        "place": f"{one.part}, line {one.line}",
        "before": finding.before,
        "words": finding.words,
        "after": finding.after,
        "why": finding.why,
        "answer": one.answer,
        "href": reverse("reviews:answer_finding", args=[case.reference, finding.mark]),
    }


def _seen(text: PublicationText) -> list[dict[str, str]]:
    return rows_of(
        (
            ("Seen by a lawyer", f"{text.legal_who}, {day(text.legal_on)}" if text.legal_on else "Not yet"),
            ("Seen by the family", f"{text.family_who}, {day(text.family_on)}" if text.family_on else "Not yet"),
        )
    )


def published_rows(pages: Iterable[PublishedReview]) -> list[Mapping[str, str]]:
    """What everybody may read, as a list."""
    return [
        {
            "href": reverse("reviews:published", args=[page.slug]),
            "title": page.title,
            "kind": page.kind,
            "on": day(page.published_on),
            "summary": page.summary,
        }
        for page in pages
    ]
