from django.db import models

from foundation.references import new_reference


def new_draft_reference() -> str:
    """The opaque reference of a draft."""
    return new_reference("F")


class Draft(models.Model):
    """A referral being written. Sent, it becomes one submission and keeps no answers; unsent, it lapses and is purged."""

    reference = models.CharField(max_length=20, unique=True, default=new_draft_reference, editable=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    visitor = models.ForeignKey(
        "accounts.Visitor",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who writes, where it is somebody without an account.",
    )
    guide = models.ForeignKey(
        "referrals.Guide",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The version of the guide by level of need that was in use when it was begun.",
    )
    level = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The level of need that the writer saw first.")
    question_sets = models.JSONField(
        default=dict,
        db_default=models.Value({}, output_field=models.JSONField()),
        help_text="The further questions that were in use when it was begun: code and version.",
    )
    answers = models.JSONField(default=dict, help_text="By section: what the form's fields hold, as JSON.")
    version = models.PositiveIntegerField(
        default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
    )
    started_at = models.DateTimeField()
    last_saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True, help_text="When its writer was told that it will be deleted.")
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    discarded_at = models.DateTimeField(null=True, blank=True)
    discarded_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [
            models.Index(fields=["author", "-last_saved_at"], name="draft_author"),
            models.Index(fields=["visitor", "-last_saved_at"], name="draft_visitor"),
            models.Index(fields=["expires_at"], name="draft_lapsing", condition=models.Q(submitted_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                name="draft_one_writer",
                condition=models.Q(author__isnull=False, visitor__isnull=True)
                | models.Q(author__isnull=True, visitor__isnull=False),
            ),
            models.CheckConstraint(
                name="draft_level_of_four", condition=models.Q(level__isnull=True) | models.Q(level__range=(1, 4))
            ),
            models.CheckConstraint(
                name="draft_submitted_at_and_by",
                condition=models.Q(submitted_at__isnull=True, submitted_by="")
                | (models.Q(submitted_at__isnull=False) & ~models.Q(submitted_by="")),
            ),
            models.CheckConstraint(
                name="draft_discarded_at_and_by",
                condition=models.Q(discarded_at__isnull=True, discarded_by="")
                | (models.Q(discarded_at__isnull=False) & ~models.Q(discarded_by="")),
            ),
            models.CheckConstraint(
                name="draft_submitted_or_discarded",
                condition=models.Q(submitted_at__isnull=True) | models.Q(discarded_at__isnull=True),
            ),
            models.CheckConstraint(
                name="draft_keeps_no_answers_once_done",
                condition=models.Q(submitted_at__isnull=True, discarded_at__isnull=True) | models.Q(answers={}),
            ),
        ]

    class Privacy:
        personal = {"case": ["answers"]}
        keep = "draft"
        scrub: dict[str, object] = {"answers": {}}

    def __str__(self) -> str:
        return self.reference

    @property
    def open(self) -> bool:
        """Whether it can still be changed."""
        return self.submitted_at is None and self.discarded_at is None


class DraftHandover(models.Model):
    """A writer asks a colleague of the same agency to go on with a draft, who takes it on or not."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="handovers")
    writer = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    visitor = models.ForeignKey(
        "accounts.Visitor",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who wrote it, where it is somebody without an account.",
    )
    colleague = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60, help_text="The actor's reference.")
    taken_on = models.BooleanField(null=True, blank=True, help_text="Unknown while nobody has answered.")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["colleague"], name="draft_handover_waits", condition=models.Q(answered_at__isnull=True))]
        constraints = [
            models.UniqueConstraint(
                name="draft_handover_open_once", fields=["draft"], condition=models.Q(answered_at__isnull=True)
            ),
            models.CheckConstraint(
                name="draft_handover_answered_at_and_by",
                condition=models.Q(answered_at__isnull=True, answered_by="", taken_on__isnull=True)
                | (models.Q(answered_at__isnull=False, taken_on__isnull=False) & ~models.Q(answered_by="")),
            ),
            models.CheckConstraint(
                name="draft_handover_one_writer",
                condition=models.Q(writer__isnull=False, visitor__isnull=True)
                | models.Q(writer__isnull=True, visitor__isnull=False),
            ),
            models.CheckConstraint(name="draft_handover_to_another", condition=~models.Q(writer=models.F("colleague"))),
        ]

    class Privacy:
        personal = {"work": ["writer", "visitor", "colleague", "note", "asked_by", "answered_by"]}
        keep = "draft"

    def __str__(self) -> str:
        return f"{self.draft_id} to {self.colleague_id}"

    @property
    def writer_name(self) -> str:
        """Who wrote it until then: a name, or the address of somebody without an account."""
        if self.visitor is not None:
            return self.visitor.email
        return self.writer.name if self.writer is not None else ""
