"""Reviews of practice: for their owner, what holds a publication, drafts and copies, and what is published."""

from django.db.models import Q

from accounts.models import Person
from foundation.documents import documents_of
from foundation.errors import NotVisible
from foundation.models.documents import Document
from reviews.models import (
    REVIEW_KINDS,
    Case,
    CaseKind,
    CaseProceeding,
    DraftCopy,
    DraftRemark,
    Effect,
    PracticeReview,
    PublishedReview,
    ReportDraft,
    TeamRole,
)
from reviews.rules import kinds
from reviews.selectors.sight import case_for, owned_case, role_on

PUBLISHED_KINDS = frozenset({CaseKind.PRACTICE, CaseKind.THEMATIC, CaseKind.SERIOUS_CASE})
"""Which end with a report for everybody."""


def owned_review(person: Person, reference: str) -> Case:
    """A review, for its owner; a case of another kind is none."""
    found = owned_case(person, reference)
    if found.kind not in REVIEW_KINDS:
        raise NotVisible
    return found


def review_to_read(person: Person, reference: str) -> Case:
    """A review, for whoever is named on it."""
    found = case_for(person, reference)
    if found.kind not in REVIEW_KINDS:
        raise NotVisible
    return found


def review_of(person: Person, reference: str) -> PracticeReview:
    """What is kept of a review, for its owner."""
    return owned_review(person, reference).practice


def proceeding_to_change(person: Person, reference: str, proceeding: int) -> CaseProceeding:
    """Proceedings beside a review, for its owner."""
    found = owned_review(person, reference).proceedings.filter(pk=proceeding).first()
    if found is None:
        raise NotVisible
    return found


def open_holds(case: Case) -> list[CaseProceeding]:
    """The proceedings for which the publication waits: of the case, and of whatever came out of it."""
    rows = CaseProceeding.objects.filter(Q(case=case) | Q(case__follows=case), effect=Effect.HOLDS, ended_on__isnull=True)
    return list(rows.order_by("pk"))


def drafts_of(person: Person, case: Case) -> list[ReportDraft]:
    """The drafts that the reader may know of: the owner all, anybody else those of which they hold a copy; newest first."""
    drafts = case.drafts.prefetch_related("copies__member__person", "copies__member__agency", "copies__remarks")
    if role_on(person, case) != TeamRole.OWNER:
        drafts = drafts.filter(copies__member__person=person, copies__member__left_at__isnull=True)
    return list(drafts.order_by("-number"))


def copy_to_open(person: Person, reference: str, copy: int) -> DraftCopy:
    """A copy that has not come back, for whoever holds it, and for the case's owner."""
    case = review_to_read(person, reference)
    copies = DraftCopy.objects.filter(draft__case=case, pk=copy, ended_at__isnull=True).select_related("draft", "member__person")
    if role_on(person, case) != TeamRole.OWNER:
        copies = copies.filter(member__person=person, member__left_at__isnull=True)
    found = copies.first()
    if found is None:
        raise NotVisible
    found.draft.case = case
    return found


def copy_that_i_hold(person: Person, reference: str, copy: int) -> DraftCopy:
    """A copy that has not come back, for whoever holds it and nobody else."""
    found = copy_to_open(person, reference, copy)
    if found.member.person_id != person.pk:
        raise NotVisible
    return found


def copy_to_end(person: Person, reference: str, copy: int) -> DraftCopy:
    """A copy that has not come back, for the case's owner."""
    owned_review(person, reference)
    return copy_to_open(person, reference, copy)


def remark_to_answer(person: Person, reference: str, remark: int) -> DraftRemark:
    """What somebody said of a draft, for the case's owner."""
    case = owned_review(person, reference)
    rows = DraftRemark.objects.filter(copy__draft__case=case, pk=remark, answered_at__isnull=True)
    found = rows.select_related("copy__draft", "copy__member__person").first()
    if found is None:
        raise NotVisible
    return found


def draft_place(draft: ReportDraft) -> str:
    """Under what a draft's file is kept."""
    return f"{draft.case.reference}/{draft.number}"


def file_of(draft: ReportDraft) -> Document:
    """The file of a draft."""
    return documents_of(kinds.DRAFT, draft_place(draft)).get()


def published_reviews() -> list[PublishedReview]:
    """What everybody may read, the newest first."""
    return list(PublishedReview.objects.filter(withdrawn_at__isnull=True))


def published_review(slug: str) -> PublishedReview:
    """What stands at a public address, withdrawn or not; NotVisible where nothing ever stood."""
    found = PublishedReview.objects.filter(slug=slug).first()
    if found is None:
        raise NotVisible
    return found
