"""The library of the partnership's policies, each with its versions."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency, Person
from board.models.rows import append_only, new_board_reference
from board.models.structure import Group


@pghistory.track(append_only=True)
class Policy(models.Model):
    """A policy that people look up. What it says stands in its versions; `review_due_on` is that of the newest
    version or review."""

    class Kind(models.TextChoices):
        POLICY = "policy", "Policy"
        PROCEDURE = "procedure", "Procedure"
        PROTOCOL = "protocol", "Protocol between agencies"
        GUIDANCE = "guidance", "Practice guidance"
        TOOL = "tool", "Tool or form"

    class Audience(models.TextChoices):
        EVERYBODY = "everybody", "Everybody who works with children"
        PRACTITIONERS = "practitioners", "Practitioners who hold cases"
        MANAGERS = "managers", "Managers and supervisors"
        LEADS = "leads", "Safeguarding leads"
        BOARD = "board", "Members of the partnership"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    code = models.CharField(max_length=20, unique=True, help_text="As people quote it: POL-12.")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="policies", help_text="Who owns it."
    )
    group = models.ForeignKey(
        Group,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="policies",
        help_text="Which group owns it; without it and an agency, the partnership.",
    )
    audience = models.CharField(max_length=13, choices=Audience.choices)
    summary = models.TextField()
    review_due_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    replacement = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "policies"
        indexes = [models.Index(fields=["title", "id"], name="policy_title")]
        constraints = [
            models.CheckConstraint(
                name="policy_of_one_owner", condition=models.Q(agency__isnull=True) | models.Q(group__isnull=True)
            ),
            models.CheckConstraint(
                name="policy_withdrawn_with_reason",
                condition=models.Q(withdrawn_on__isnull=True, withdrawn_reason="", replacement__isnull=True)
                | models.Q(withdrawn_on__isnull=False) & ~models.Q(withdrawn_reason=""),
            ),
            models.CheckConstraint(
                name="policy_not_replaced_by_itself",
                condition=models.Q(replacement__isnull=True) | ~models.Q(replacement=models.F("id")),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class PolicyVersion(models.Model):
    """A policy as it was approved. Append-only; its file lies with the document store under this reference."""

    append_only = True

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="versions")
    number = models.CharField(max_length=20)
    approved_on = models.DateField()
    approver = models.CharField(max_length=150, help_text="A group, or a post.")
    review_due_on = models.DateField()
    changes = models.TextField(blank=True, help_text="What changed since the version before.")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["policy", "-approved_on", "-id"], name="policy_version_latest")]
        constraints = [
            models.UniqueConstraint(fields=["policy", "number"], name="policy_version_number_once"),
            models.CheckConstraint(
                name="policy_version_reviewed_later", condition=models.Q(review_due_on__gt=models.F("approved_on"))
            ),
        ]
        triggers = [append_only()]

    class Privacy:
        personal = {"work": ["approver", "written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class PolicyReview(models.Model):
    """A version was reviewed and left as it is: it holds until its next review. Append-only."""

    append_only = True

    policy_version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField()
    reviewer = models.CharField(max_length=150, help_text="A group, a post or a name.")
    review_due_on = models.DateField(help_text="The next review.")
    note = models.TextField(blank=True, help_text="What was looked at.")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-reviewed_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["policy_version", "reviewed_on"], name="policy_review_once_a_day"),
            models.CheckConstraint(
                name="policy_review_next_one_later", condition=models.Q(review_due_on__gt=models.F("reviewed_on"))
            ),
        ]
        triggers = [append_only()]

    class Privacy:
        personal = {"work": ["reviewer", "written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.policy_version_id} {self.reviewed_on}"
