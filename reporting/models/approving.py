"""What the statutory partners say of an edition."""

import pgtrigger
from django.db import models

from accounts.models import RoleHolding
from reporting.models.editions import Edition


class EditionDecision(models.Model):
    """One statutory partner approves an edition exactly as it is, or returns it with a comment. The newest of a seat counts."""

    append_only = True

    class Decision(models.TextChoices):
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Returned"

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="decisions")
    seat = models.CharField(max_length=10, choices=RoleHolding.Seat.choices)
    decision = models.CharField(max_length=8, choices=Decision.choices)
    comment = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64, help_text="Of figures, narrative and PDF together: what was decided about.")
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60, help_text="The actor's reference.")
    agency_code = models.CharField(max_length=20, help_text="For which agency the seat was held.")

    class Meta:
        indexes = [models.Index(fields=["edition", "seat", "-decided_at"], name="editiondecision_newest")]
        constraints = [
            models.CheckConstraint(
                name="editiondecision_returned_with_a_comment", condition=~models.Q(decision="returned") | ~models.Q(comment="")
            ),
            models.CheckConstraint(name="editiondecision_has_hash", condition=models.Q(fingerprint__regex="^[0-9a-f]{64}$")),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["decided_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.seat} {self.decision}"
