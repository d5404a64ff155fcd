"""Tables of words that somebody judges and types for a year's report: strengths, verdicts, audits, local arrangements."""

import pghistory
import pgtrigger
from django.db import models


@pghistory.track(append_only=True)
class WordTable(models.Model):
    """One table of words of one year's report; what its columns are stands in reporting.rules.word_tables."""

    year = models.CharField(max_length=7)
    section = models.SlugField(max_length=40, help_text="A table of reporting.rules.word_tables.")
    rows = models.JSONField(default=list, help_text="A list of rows, each a list of texts, one for each column.")
    source = models.CharField(max_length=200, help_text="Who says it, or where it is written.")
    as_at = models.DateField(help_text="The day up to which it speaks.")
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="wordtable_once_a_year", fields=["year", "section"]),
            models.CheckConstraint(name="wordtable_has_source", condition=~models.Q(source="")),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["changed_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.year} {self.section}"
