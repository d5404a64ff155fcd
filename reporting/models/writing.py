"""The words of the report: narrative by chapter, and what its acronyms mean."""

from django.db import models


class Narrative(models.Model):
    """The text of one section of one year's report, in Markdown, with figures placed by tokens."""

    year = models.CharField(max_length=7)
    section = models.SlugField(max_length=40, help_text="A section of reporting.rules.outline.")
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every change; a stale form is refused.")
    restored_from = models.PositiveIntegerField(null=True, blank=True, help_text="The version whose text it took up again.")
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(name="narrative_once", fields=["year", "section"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.year} {self.section}"


class ReportTemplate(models.Model):
    """A shape of the yearly report: its chapters and what stands in each, for reports from a year on."""

    code = models.SlugField(max_length=20, unique=True)
    title = models.CharField(max_length=120)
    from_year = models.PositiveSmallIntegerField(help_text="2023 for reports from 2023-24 on.")
    chapters = models.JSONField(help_text="As reporting.rules.templates writes them.")
    needs_statement = models.BooleanField(
        default=False, db_default=False, help_text="It is published with the independent scrutineer’s statement only."
    )

    class Meta:
        ordering = ["-from_year"]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.title


class Acronym(models.Model):
    """A short form and what it stands for; a report's glossary lists those that it uses."""

    short = models.CharField(max_length=20, unique=True)
    meaning = models.CharField(max_length=200)

    class Meta:
        ordering = ["short"]
        constraints = [models.CheckConstraint(name="acronym_has_meaning", condition=~models.Q(meaning=""))]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.short
