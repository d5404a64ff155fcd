from django.db import models
from django.db.models import Q

from foundation.references import new_reference
from referrals.models.contacts import Contact
from referrals.models.submissions import Submission


def new_copy_reference() -> str:
    """The opaque reference of a copy."""
    return new_reference("4")


class SubmissionCopy(models.Model):
    """A copy of a submission as PDF that somebody asked for: made by the worker for them alone, and gone after a day."""

    class State(models.TextChoices):
        WAITING = "waiting", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Not made"
        REMOVED = "removed", "Removed"

    reference = models.CharField(max_length=20, unique=True, default=new_copy_reference, editable=False)
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
    once = models.CharField(max_length=40, help_text="The page from which it was asked for: pressed twice, it is made once.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    key = models.CharField(max_length=64, blank=True, help_text="Where the document store keeps the file.")
    pages = models.PositiveSmallIntegerField(default=0)
    sentence = models.TextField(blank=True, help_text="Why there is no copy, for whoever asked.")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60, help_text="The actor's reference.")
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "submission copies"
        indexes = [models.Index(fields=["asked_at"], name="submission_copy_asked", condition=~Q(state="removed"))]
        constraints = [
            models.UniqueConstraint(name="submission_copy_once", fields=["submission", "asked_by", "once"]),
            models.CheckConstraint(
                name="submission_copy_one_asker",
                condition=Q(person__isnull=False, visitor__isnull=True) | Q(person__isnull=True, visitor__isnull=False),
            ),
            models.CheckConstraint(
                name="submission_copy_ready_has_a_file",
                condition=(Q(state="ready") & ~Q(key="") & Q(made_at__isnull=False)) | (~Q(state="ready") & Q(key="")),
            ),
            models.CheckConstraint(name="submission_copy_failed_says_why", condition=~Q(state="failed") | ~Q(sentence="")),
        ]

    class Privacy:
        personal = {"work": ["person", "visitor", "asked_by"]}
        keep = "technical"

    def __str__(self) -> str:
        return self.reference
