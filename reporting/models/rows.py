"""What several tables of reporting have in common."""

import pgtrigger
from django.db import models

from foundation.references import new_reference


def new_reporting_reference() -> str:
    """The opaque reference of a value that an agency is asked for, or of a sending of a report."""
    return new_reference("6")


class Replaced(models.Model):
    """What stood somewhere before it was corrected, where it came from, and why it was corrected. Append-only."""

    append_only = True

    source = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60)
    reason = models.CharField(max_length=400)
    replaced_at = models.DateTimeField()
    replaced_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        abstract = True
        ordering = ["-replaced_at", "-id"]
        constraints = [models.CheckConstraint(name="%(class)s_has_reason", condition=~models.Q(reason=""))]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["replaced_by"]}
        keep = "report"
