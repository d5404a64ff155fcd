"""What the independent scrutineer says of a year."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Person


@pghistory.track(append_only=True)
class ScrutinyStatement(models.Model):
    """A scrutineer's own statement for the yearly report of a year. Nobody else reads it until they give it to the report."""

    year = models.CharField(max_length=7, help_text="Financial year, such as 2025-26.")
    keeper = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="scrutiny_statements")
    text = models.TextField()
    in_report = models.BooleanField(default=False, help_text="It stands in the yearly report.")
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "keeper"], name="scrutiny_statement_once_a_year"),
            models.CheckConstraint(name="scrutiny_statement_year_label", condition=models.Q(year__regex=r"^20\d\d-\d\d$")),
            models.CheckConstraint(name="scrutiny_statement_says_something", condition=~models.Q(text="")),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["keeper"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.year} {self.keeper_id}"
