from django.db import models
from django.db.models import Q

from referrals.models.contacts import Contact
from referrals.models.submissions import Submission
from work.models import PrintedCopy, copy_constraints
from work.models.copies import new_copy_reference

__all__ = ["SubmissionCopy", "new_copy_reference"]


class SubmissionCopy(PrintedCopy):
    """A copy of a submission as PDF."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="copies")
    contact = models.ForeignKey(
        Contact,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copies",
        help_text="Where the MASH asked.",
    )
    person = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    visitor = models.ForeignKey("accounts.Visitor", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "submission copies"
        indexes = [models.Index(fields=["asked_at"], name="submission_copy_asked", condition=~Q(state="removed"))]
        constraints = [
            *copy_constraints("submission_copy", "submission"),
            models.CheckConstraint(
                name="submission_copy_one_asker",
                condition=Q(person__isnull=False, visitor__isnull=True) | Q(person__isnull=True, visitor__isnull=False),
            ),
        ]

    class Privacy:
        personal = {"work": ["person", "visitor", "asked_by"]}
        keep = "technical"
