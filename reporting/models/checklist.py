"""What guidance asks of a yearly report, and how the report of a year answers it."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency


class Guidance(models.Model):
    """An edition of the statutory guidance by which reports are written from a year on."""

    code = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=120)
    from_year = models.PositiveSmallIntegerField(help_text="2023 for reports from 2023-24 on.")

    class Meta:
        ordering = ["from_year"]
        verbose_name_plural = "guidance"

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.title


class StatutoryElement(models.Model):
    """One thing that the guidance asks a report to contain."""

    guidance = models.ForeignKey(Guidance, on_delete=models.PROTECT, related_name="elements")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    shown_in = models.CharField(max_length=200, blank=True, help_text="What of the portal shows it.")
    section = models.SlugField(max_length=40, blank=True, help_text="The chapter in which it usually stands.")
    conditional = models.BooleanField(default=False, help_text="Asked of some areas only.")

    class Meta:
        ordering = ["guidance", "number"]
        constraints = [models.UniqueConstraint(name="statutoryelement_once", fields=["guidance", "number"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return f"{self.number} {self.text}"


@pghistory.track(append_only=True)
class ElementAnswer(models.Model):
    """How the report of a year answers one element. Without a row nobody has begun: it is empty."""

    class State(models.TextChoices):
        EMPTY = "empty", "Empty"
        DRAFTED = "drafted", "Drafted"
        EVIDENCED = "evidenced", "Evidenced"
        SIGNED_OFF = "signed_off", "Signed off"
        NOT_APPLICABLE = "not_applicable", "Does not apply"

    year = models.CharField(max_length=7)
    element = models.ForeignKey(StatutoryElement, on_delete=models.PROTECT, related_name="answers")
    state = models.CharField(max_length=14, choices=State.choices, default=State.EMPTY)
    owner = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    section = models.SlugField(max_length=40, blank=True, help_text="The chapter in which it stands.")
    evidence = models.TextField(blank=True, help_text="What shows it: figures, records, documents.")
    reason = models.TextField(blank=True, help_text="Why it does not apply.")
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="elementanswer_once_a_year", fields=["year", "element"]),
            models.CheckConstraint(
                name="elementanswer_begun_with_an_owner",
                condition=~models.Q(state__in=["drafted", "evidenced", "signed_off"]) | models.Q(owner__isnull=False),
            ),
            models.CheckConstraint(
                name="elementanswer_evidenced_with_evidence",
                condition=~models.Q(state__in=["evidenced", "signed_off"]) | ~models.Q(evidence=""),
            ),
            models.CheckConstraint(
                name="elementanswer_not_applicable_with_a_reason",
                condition=models.Q(state="not_applicable") & ~models.Q(reason="")
                | ~models.Q(state="not_applicable") & models.Q(reason=""),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["changed_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.year} {self.element_id}"
