"""What the MASH decides where a family does not agree."""

from django.db import models
from django.db.models import Q

from referrals.models.codes import LegalBasis
from referrals.models.contacts import Contact
from referrals.models.submissions import NEVER_CHANGED


class ConsentOverride(models.Model):
    """The work on a contact goes on although the family refused, was not asked, or withdrew: who decided it, when and why."""

    append_only = True

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="consent_overrides")
    basis = models.CharField(max_length=5, choices=LegalBasis.choices)
    reason = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["contact", "-decided_at"], name="consent_override_contact")]
        constraints = [models.CheckConstraint(name="consent_override_says_why", condition=~Q(reason=""))]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["reason", "basis"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.contact_id} {self.basis}"
