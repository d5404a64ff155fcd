"""What the figures of other authorities were, by their names, for the tables that compare."""

import pgtrigger
from django.db import models


class NeighbourValue(models.Model):
    """The figure of one statistical neighbour for one year, kept as it was published."""

    code = models.CharField(max_length=60, help_text="The code of our own figure.")
    period = models.CharField(max_length=7)
    name = models.CharField(max_length=80, help_text="The authority.")
    value = models.DecimalField(max_digits=16, decimal_places=4)
    printed = models.CharField(max_length=20, help_text="As published: 347 or 37.5.")
    source = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(name="neighbourvalue_once", fields=["code", "period", "name"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.code} {self.period} {self.name}"


class EarlierNeighbourValue(models.Model):
    """What stood in the figure of a neighbour before it was corrected, and why it was. Append-only."""

    append_only = True

    neighbour_value = models.ForeignKey(NeighbourValue, on_delete=models.PROTECT, related_name="earlier")
    value = models.DecimalField(max_digits=16, decimal_places=4)
    printed = models.CharField(max_length=20)
    source = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60)
    reason = models.CharField(max_length=400)
    replaced_at = models.DateTimeField()
    replaced_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-replaced_at", "-id"]
        constraints = [
            models.CheckConstraint(name="earlierneighbourvalue_has_reason", condition=~models.Q(reason="")),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["replaced_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.neighbour_value_id} {self.printed}"
