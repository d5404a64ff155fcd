"""Drafts of a report: kept as numbered versions, given out as numbered copies, commented on, corrected."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from accounts.models import Person
from foundation import clock
from foundation.documents import store
from foundation.errors import NotVisible, Refused, need
from foundation.events import record
from foundation.service import service
from reviews.models import Case, CopyEnd, DraftCopy, DraftRemark, PracticeState, RemarkKind, ReportDraft
from reviews.rules import kinds
from reviews.selectors.practice import copy_that_i_hold, copy_to_end, draft_place, owned_review, remark_to_answer
from reviews.services.team import subject_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@service
def add_draft(*, by: Person, case: str, document: "UploadedFile[bytes]", note: str = "", privileged: bool = False) -> ReportDraft:
    """Keep a further version of the report; nobody opens it before it is found clean. The case's owner, while it is a draft."""
    found = _locked(by, case)
    if found.practice.state != PracticeState.DRAFT:
        raise Refused("Drafts are kept while the report is a draft.")
    draft = ReportDraft.objects.create(
        case=found,
        number=found.drafts.count() + 1,
        note=note.strip(),
        privileged=privileged,
        added_at=clock.now(),
        added_by=by.actor_reference,
    )
    try:
        store(upload=document, record_kind=kinds.DRAFT, record_reference=draft_place(draft), by=by)
    except Refused as refused:
        raise Refused(refused.sentence, field="document") from refused
    record(verb="reviews.draft_added", by=by, subject=subject_of(found), data={"draft": draft.number})
    return draft


@service
def give_copies(*, by: Person, case: str, members: Collection[int]) -> list[DraftCopy]:
    """Give each of some people of the team a numbered copy of the newest draft. The case's owner.

    Refuses where there is no draft, whoever has left, and whoever has a copy of this draft already.
    """
    found = _locked(by, case)
    draft = found.drafts.order_by("-number").first()
    if draft is None:
        raise Refused("Add a draft first.")
    chosen = list(found.members.filter(pk__in=members, left_at__isnull=True).order_by("pk"))
    if not chosen or len(chosen) != len(set(members)):
        raise Refused("Select who gets a copy.", field="members")
    if draft.copies.filter(member__in=chosen).exists():
        raise Refused("Somebody whom you selected has a copy of this draft already.", field="members")
    first = draft.copies.count() + 1
    copies = [
        DraftCopy.objects.create(draft=draft, number=number, member=member, given_at=clock.now(), given_by=by.actor_reference)
        for number, member in enumerate(chosen, start=first)
    ]
    record(verb="reviews.draft_circulated", by=by, subject=subject_of(found), data={"draft": draft.number, "copies": len(copies)})
    return copies


@service
def end_copy(*, by: Person, case: str, copy: int, end: str) -> DraftCopy:
    """Record that a copy came back or was destroyed; its holder opens it no longer. The case's owner."""
    found = copy_to_end(by, case, copy)
    row = DraftCopy.objects.select_for_update().get(pk=found.pk)
    if row.ended_at is not None:
        raise NotVisible
    row.end, row.ended_at, row.ended_by = CopyEnd(end), clock.now(), by.actor_reference
    row.save()
    data: dict[str, str | int | bool | None] = {"draft": found.draft.number, "copy": row.number, "end": str(row.end)}
    record(verb="reviews.copy_ended", by=by, subject=subject_of(found.draft.case), data=data)
    return row


@service
def make_remark(*, by: Person, case: str, copy: int, kind: str, text: str, place: str = "") -> DraftRemark:
    """Comment on a draft, or say which fact in it is wrong. Whoever holds a copy of it."""
    held = copy_that_i_hold(by, case, copy)
    need(text, "Enter what you have to say.", "text")
    row = DraftRemark.objects.create(
        copy=held,
        kind=RemarkKind(kind),
        place=place.strip(),
        text=text.strip(),
        made_at=clock.now(),
        made_by=by.actor_reference,
    )
    record(verb="reviews.remark_made", by=by, subject=subject_of(held.draft.case), data={"draft": held.draft.number})
    return row


@service
def answer_remark(*, by: Person, case: str, remark: int, accepted: bool, answer: str) -> DraftRemark:
    """Say whether what somebody said of a draft is accepted, and why. The case's owner; once."""
    found = remark_to_answer(by, case, remark)
    need(answer, "Enter why.", "answer")
    row = DraftRemark.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if row.answered_at is not None:
        raise Refused("It has been answered already.")
    row.accepted, row.answer = accepted, answer.strip()
    row.answered_at, row.answered_by = clock.now(), by.actor_reference
    row.save()
    record(verb="reviews.remark_answered", by=by, subject=subject_of(found.copy.draft.case), data={"accepted": accepted})
    return row


def _locked(by: Person, case: str) -> Case:
    found = owned_review(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    return found
