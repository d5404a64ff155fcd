from django.db import models

from foundation.references import new_reference
from referrals.models.submissions import Submission


def new_batch_reference() -> str:
    """The opaque reference of a batch of notifications."""
    return new_reference("Z")


class SystemReceipt(models.Model):
    """What a connected system was answered when it did something under its own key: asked again, it is answered the same.

    It sent a referral, amended it, or asked to withdraw it.
    """

    client = models.ForeignKey("accounts.AgencyClient", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=100, help_text="The Idempotency-Key that the system chose.")
    body_hash = models.CharField(max_length=64, help_text="SHA-256 of what was sent.")
    submission = models.ForeignKey(Submission, null=True, on_delete=models.PROTECT, related_name="+")
    amendment = models.ForeignKey("referrals.Amendment", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    message = models.ForeignKey(
        "referrals.Message",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="In which the system asked to withdraw it.",
    )
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="system_receipt_key_once", fields=["client", "key"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "contact"

    def __str__(self) -> str:
        return f"receipt {self.pk}"


class NoticeBatch(models.Model):
    """A batch of notifications of an agency, from a file or from its system: which rows went in, and which came back."""

    reference = models.CharField(max_length=20, unique=True, default=new_batch_reference, editable=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    content_hash = models.CharField(max_length=64, help_text="SHA-256 of the rows, so that the same batch is noticed.")
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        verbose_name_plural = "notice batches"
        indexes = [models.Index(fields=["agency", "-received_at", "-id"], name="notice_batch_agency")]
        constraints = [models.UniqueConstraint(name="notice_batch_content_once", fields=["agency", "content_hash"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "contact"

    def __str__(self) -> str:
        return self.reference


class NoticeRow(models.Model):
    """One row of a batch. A row that came back keeps what it said for some days, to be mended; others keep their hash."""

    class State(models.TextChoices):
        RECEIVED = "received", "Received"
        REPEATED = "repeated", "Received before"
        REFUSED = "refused", "Came back"

    batch = models.ForeignKey(NoticeBatch, on_delete=models.PROTECT, related_name="rows")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(help_text="The row's number in the file; the headings are row 1.")
    row_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices)
    submission = models.ForeignKey(Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="notice_rows")
    problems = models.JSONField(default=list, help_text="Column and sentence of each thing that is wrong.")
    answers = models.JSONField(default=dict, help_text="What a row that came back said, by column.")

    class Meta:
        indexes = [models.Index(fields=["batch", "number"], name="notice_row_batch")]
        constraints = [
            models.UniqueConstraint(
                name="notice_row_received_once", fields=["agency", "row_hash"], condition=models.Q(state="received")
            ),
            models.CheckConstraint(
                name="notice_row_received_has_submission",
                condition=models.Q(state="received", submission__isnull=False)
                | (~models.Q(state="received") & models.Q(submission__isnull=True)),
            ),
            models.CheckConstraint(
                name="notice_row_keeps_answers_only_to_be_mended", condition=models.Q(state="refused") | models.Q(answers={})
            ),
        ]

    class Privacy:
        personal = {"case": ["answers"]}
        keep = "draft"
        scrub: dict[str, object] = {"answers": {}}

    def __str__(self) -> str:
        return f"{self.batch_id} row {self.number}"
