"""Months that are over, counted once."""

from django.db import models


class MonthOfFigures(models.Model):
    """What one source of figures says of one month and one part of the whole, as numerators and denominators.

    It can be thrown away and counted again at any time; it holds numbers only.
    """

    source = models.CharField(max_length=60)
    month = models.DateField(help_text="Its first day.")
    without_restricted = models.BooleanField(help_text="Counted for those with sight, without restricted cases.")
    dimension = models.CharField(max_length=20, blank=True, help_text="Of the part; empty for the whole.")
    code = models.CharField(max_length=150, blank=True)
    definition = models.CharField(max_length=32, help_text="By which definition it was counted.")
    facts = models.PositiveIntegerField()
    whole = models.JSONField(help_text="A pair of numerator and denominator for each figure, in the source’s order.")
    by = models.JSONField(help_text="Such pairs by dimension and code.")
    counted_at = models.DateTimeField()
    events_to = models.BigIntegerField(help_text="The newest event that it surely takes in.")

    class Meta:
        verbose_name_plural = "months of figures"
        constraints = [
            models.UniqueConstraint(
                name="monthoffigures_once", fields=["source", "dimension", "code", "month", "without_restricted"]
            ),
            models.CheckConstraint(
                name="monthoffigures_whole_without_code", condition=~models.Q(dimension="") | models.Q(code="")
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.source} {self.month:%Y-%m} {self.dimension} {self.code}".strip()
