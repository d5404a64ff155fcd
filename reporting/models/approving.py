"""What the statutory partners and the independent scrutineer say of an edition."""

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


class EditionStatement(models.Model):
    """What the independent scrutineer says of an edition exactly as it is, in their own words. The newest counts."""

    append_only = True

    class View(models.TextChoices):
        FAVOURABLE = "favourable", "It is a fair account"
        CRITICAL = "critical", "It is not a fair account, or not in everything"

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="statements")
    view = models.CharField(max_length=10, choices=View.choices)
    text = models.TextField()
    fingerprint = models.CharField(max_length=64, help_text="Of figures, narrative and PDF together: what was read.")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["edition", "-made_at"], name="editionstatement_newest")]
        constraints = [
            models.CheckConstraint(name="editionstatement_says_something", condition=~models.Q(text="")),
            models.CheckConstraint(name="editionstatement_has_hash", condition=models.Q(fingerprint__regex="^[0-9a-f]{64}$")),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["made_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.edition_id} {self.view}"
