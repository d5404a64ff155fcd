import pgtrigger
from django.db import models


class DomainEvent(models.Model):
    """Something that happened to a record. Append-only."""

    append_only = True

    verb = models.CharField(max_length=60)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    actor_reference = models.CharField(max_length=60)
    actor_agency = models.CharField(max_length=20, blank=True)
    subject_kind = models.CharField(max_length=40)
    subject_reference = models.CharField(max_length=40)
    reason = models.TextField(blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_reference", "at"], name="event_subject")]
        constraints = [models.CheckConstraint(name="event_has_actor", condition=~models.Q(actor_reference=""))]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"case": ["reason"]}
        keep = "audit_trail"

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_reference}"
