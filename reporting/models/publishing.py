"""Publishing an edition, taking it back, and to whom it was sent."""

from datetime import date

import pgtrigger
from django.db import models

from foundation.calendar import london_date
from reporting.models.editions import Edition
from reporting.models.rows import new_reporting_reference


class Publication(models.Model):
    """An edition that everybody may read at a public address. One that is withdrawn keeps its address, which then says so."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="publication")
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=60, help_text="The actor's reference.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_reason = models.TextField(blank=True, help_text="Read by everybody who opens the address.")

    class Meta:
        ordering = ["-published_at"]
        constraints = [
            models.CheckConstraint(
                name="publication_withdrawn_with_a_reason",
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_by="", withdrawn_reason="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_by="") & ~models.Q(withdrawn_reason="")),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["published_by", "withdrawn_by"]}
        keep = "report"

    def __str__(self) -> str:
        return str(self.edition)

    @property
    def published_on(self) -> date:
        """The day on which it was published, in England."""
        return london_date(self.published_at)


class Dispatch(models.Model):
    """A published report was sent to somebody, and whether they have said that they have it."""

    class How(models.TextChoices):
        EMAIL = "email", "Email from the portal"
        OTHER_EMAIL = "other_email", "Another email"
        POST = "post", "Post"
        MEETING = "meeting", "Handed over or tabled at a meeting"

    reference = models.CharField(max_length=20, unique=True, default=new_reporting_reference, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="dispatches")
    recipient = models.CharField(max_length=150)
    how = models.CharField(max_length=11, choices=How.choices)
    email = models.EmailField(blank=True)
    sent_on = models.DateField()
    noted_at = models.DateTimeField(help_text="When that was written down.")
    noted_by = models.CharField(max_length=60, help_text="The actor's reference.")
    secret_hash = models.CharField(max_length=64, blank=True, help_text="Of the link by which receipt is confirmed.")
    received_on = models.DateField(null=True, blank=True)
    received_note = models.CharField(max_length=200, blank=True, help_text="Who said so, where it was written down by hand.")

    class Meta:
        ordering = ["sent_on", "id"]
        verbose_name_plural = "dispatches"
        constraints = [
            models.UniqueConstraint(name="dispatch_once", fields=["publication", "recipient"]),
            models.CheckConstraint(name="dispatch_email_with_an_address", condition=~models.Q(how="email") | ~models.Q(email="")),
            models.CheckConstraint(
                name="dispatch_received_after_it_was_sent",
                condition=models.Q(received_on__isnull=True) | models.Q(received_on__gte=models.F("sent_on")),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["recipient", "email", "noted_by", "received_note"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference
