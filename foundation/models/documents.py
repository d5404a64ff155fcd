from django.db import models

from foundation.privacy import BY_RECORD


class Document(models.Model):
    """An uploaded file: streamed to storage under a random key, opened by nobody before the scanner has called it clean."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be checked for viruses"
        CLEAN = "clean", "Checked"
        INFECTED = "infected", "Refused: a virus was found"

    reference = models.CharField(max_length=20, unique=True)
    key = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200, help_text="The file's name as its owner gave it.")
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    record_kind = models.CharField(max_length=40, help_text="The kind of record through whose access rule it is opened.")
    record_reference = models.CharField(max_length=40)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.CharField(max_length=60, help_text="The actor's reference.")
    scanned_at = models.DateTimeField(null=True)
    finding = models.CharField(
        max_length=100, blank=True, default="", db_default="", help_text="What the scanner found, in its own words."
    )

    class Meta:
        indexes = [
            models.Index(fields=["record_kind", "record_reference"], name="document_record"),
            models.Index(fields=["uploaded_at"], name="document_waiting", condition=models.Q(state="waiting")),
        ]
        constraints = [
            models.CheckConstraint(
                name="document_scanned_when_not_waiting",
                condition=models.Q(state="waiting", scanned_at__isnull=True)
                | (~models.Q(state="waiting") & models.Q(scanned_at__isnull=False)),
            )
        ]

    class Privacy:
        personal = {"case": ["name"]}
        keep = BY_RECORD

    def __str__(self) -> str:
        return self.reference
