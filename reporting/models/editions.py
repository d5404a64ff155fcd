"""One run of the compiler, and the edition of the report that came out of it."""

from typing import Final

import pgtrigger
from django.db import models


class Compilation(models.Model):
    """One request to compile the report of a year. It leads to one edition, or to a sentence that says why not."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to start"
        RUNNING = "running", "Being compiled"
        DONE = "done", "Compiled"
        FAILED = "failed", "Not compiled"
        CANCELLED = "cancelled", "Cancelled"

    class Stage(models.TextChoices):
        WAITING = "waiting", "Waiting to start"
        FIGURES = "figures", "Gathering figures"
        CHARTS = "charts", "Drawing charts"
        PAGES = "pages", "Laying out pages"
        CHECKS = "checks", "Checking the PDF"
        SAVING = "saving", "Saving the edition"
        FINISHED = "finished", "Finished"

    reference = models.CharField(max_length=20, unique=True)
    year = models.CharField(max_length=7)
    press = models.CharField(max_length=40, unique=True, help_text="One press of the button, however often it is sent.")
    template = models.SlugField(max_length=20, blank=True, help_text="The shape of the report; empty: that of its year.")
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.WAITING)
    done = models.PositiveSmallIntegerField(default=0, help_text="Hundredths of the work.")
    attempt = models.PositiveSmallIntegerField(default=0, help_text="Raised when a worker takes it up; an older one is ignored.")
    pdf_key = models.CharField(
        max_length=64, blank=True, help_text="The file of the attempt that runs, until an edition owns it."
    )
    requested_at = models.DateTimeField()
    requested_by = models.CharField(max_length=60, help_text="The actor's reference.")
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    error_class = models.CharField(max_length=80, blank=True)
    sentence = models.TextField(blank=True, help_text="Why there is no edition, for the person who asked.")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=60, blank=True, default="", db_default="", help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["year", "-requested_at"], name="compilation_year")]
        constraints = [
            models.UniqueConstraint(
                name="compilation_one_open_a_year", fields=["year"], condition=models.Q(state__in=["waiting", "running"])
            ),
            models.CheckConstraint(name="compilation_hundredths", condition=models.Q(done__lte=100)),
            models.CheckConstraint(
                name="compilation_finished_when_over",
                condition=models.Q(state__in=["waiting", "running"], finished_at__isnull=True)
                | models.Q(state__in=["done", "failed", "cancelled"], finished_at__isnull=False),
            ),
            models.CheckConstraint(
                name="compilation_cancelled_by_somebody",
                condition=models.Q(state="cancelled", cancelled_at__isnull=False) & ~models.Q(cancelled_by="")
                | ~models.Q(state="cancelled") & models.Q(cancelled_at__isnull=True, cancelled_by=""),
            ),
            models.CheckConstraint(
                name="compilation_failed_says_why",
                condition=~models.Q(state="failed") | (~models.Q(error_class="") & ~models.Q(sentence="")),
            ),
        ]

    class Privacy:
        personal = {"work": ["cancelled_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


NO_TABLES: Final = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"
"""SHA-256 of no tables at all: what an edition has that was made before there were any."""


class Edition(models.Model):
    """The report of a year as it was compiled: figures, narrative and PDF belong together and never change again."""

    append_only = True

    reference = models.CharField(max_length=20, unique=True)
    year = models.CharField(max_length=7)
    number = models.PositiveSmallIntegerField(help_text="Counted within the year, from 1.")
    template = models.SlugField(max_length=20, blank=True, default="", db_default="", help_text="The shape that it has.")
    outline = models.JSONField(
        default=list,
        db_default=models.Value([], output_field=models.JSONField()),
        help_text="The chapters of that shape, as they were.",
    )
    figures = models.JSONField(help_text="Every figure as it may be shown, with source, numerator and denominator.")
    figures_sha256 = models.CharField(max_length=64, help_text="Of the figures in canonical JSON.")
    tables = models.JSONField(default=list, db_default=[], help_text="Every table of words as it was printed.")
    tables_sha256 = models.CharField(
        max_length=64, default=NO_TABLES, db_default=NO_TABLES, help_text="Of the tables of words in canonical JSON."
    )
    narrative = models.JSONField(help_text="The narrative's Markdown by section, as it was.")
    narrative_sha256 = models.CharField(max_length=64)
    returns = models.JSONField(
        default=list,
        db_default=models.Value([], output_field=models.JSONField()),
        help_text="The returns that it prints, as they were.",
    )
    returns_sha256 = models.CharField(max_length=64, blank=True, default="", db_default="")
    acronyms = models.JSONField(default=dict, db_default={}, help_text="Short forms and what they stood for: its glossary.")
    as_at = models.DateTimeField(help_text="The moment of the snapshot that all figures come from.")
    pdf_key = models.CharField(max_length=64, unique=True, help_text="Where the document store keeps it.")
    pdf_sha256 = models.CharField(max_length=64)
    pdf_bytes = models.PositiveIntegerField()
    pages = models.PositiveSmallIntegerField()
    unknown_acronyms = models.JSONField(default=list, help_text="Capitals in the text that the glossary does not explain.")
    compiled_at = models.DateTimeField()
    compiled_by = models.CharField(max_length=60, help_text="Who asked for it.")
    compilation = models.OneToOneField(Compilation, on_delete=models.PROTECT, related_name="edition")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="edition_number_once_a_year", fields=["year", "number"]),
            models.CheckConstraint(name="edition_counts_from_one", condition=models.Q(number__gte=1)),
            models.CheckConstraint(
                name="edition_has_hashes",
                condition=models.Q(figures_sha256__regex="^[0-9a-f]{64}$")
                & models.Q(narrative_sha256__regex="^[0-9a-f]{64}$")
                & models.Q(pdf_sha256__regex="^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(
                name="edition_returns_with_hash",
                condition=models.Q(returns=[], returns_sha256="") | models.Q(returns_sha256__regex="^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(name="edition_has_hash_of_tables", condition=models.Q(tables_sha256__regex="^[0-9a-f]{64}$")),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.year} edition {self.number}"
