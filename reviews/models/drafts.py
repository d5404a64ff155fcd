"""Drafts of a report: numbered versions, numbered copies, and what those who got one say."""

import pghistory
from django.db import models
from django.db.models import Q

from referrals.models.acts import acted
from reviews.models.cases import Case, CaseMember
from reviews.models.practice_codes import CopyEnd, RemarkKind
from reviews.models.rows import never_deleted


@pghistory.track(append_only=True)
class ReportDraft(models.Model):
    """A version of a report. Its file is kept under the case's reference and its number."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=200, blank=True, help_text="What has changed.")
    privileged = models.BooleanField(default=False, help_text="Legal advice: no export takes it in.")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(name="report_draft_number_once", fields=["case", "number"])]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["note"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


@pghistory.track(append_only=True)
class DraftCopy(models.Model):
    """One copy of a draft: whose it is, since when, and what became of it."""

    draft = models.ForeignKey(ReportDraft, on_delete=models.PROTECT, related_name="copies")
    number = models.PositiveSmallIntegerField()
    member = models.ForeignKey(CaseMember, on_delete=models.PROTECT, related_name="draft_copies")
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60, help_text="The actor's reference.")
    end = models.CharField(max_length=9, choices=CopyEnd.choices, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["draft", "number"]
        constraints = [
            acted("draft_copy", "ended"),
            models.UniqueConstraint(name="draft_copy_number_once", fields=["draft", "number"]),
            models.UniqueConstraint(name="draft_copy_of_each_once", fields=["draft", "member"]),
            models.CheckConstraint(
                name="draft_copy_ends_somehow",
                condition=Q(ended_at__isnull=True, end="") | Q(ended_at__isnull=False) & ~Q(end=""),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["member"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"


@pghistory.track(append_only=True)
class DraftRemark(models.Model):
    """A comment on a draft, or a fact in it that is said to be wrong; and what was made of it."""

    copy = models.ForeignKey(DraftCopy, on_delete=models.PROTECT, related_name="remarks")
    kind = models.CharField(max_length=7, choices=RemarkKind.choices)
    place = models.CharField(max_length=60, blank=True, help_text="The page or paragraph.")
    text = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60, help_text="The actor's reference.")
    accepted = models.BooleanField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            acted("draft_remark", "answered"),
            models.CheckConstraint(name="draft_remark_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="draft_remark_answered_with_reasons",
                condition=Q(answered_at__isnull=True) | (Q(accepted__isnull=False) & ~Q(answer="")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["text", "answer"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.copy_id} {self.kind}"
