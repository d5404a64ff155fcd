"""What is learnt in reviews under other statutes, and at events that are held together: records that name nobody."""

import pghistory
from django.db import models
from django.db.models import F, Q

from reviews.models.cases import Case
from reviews.models.rows import never_deleted, new_case_reference


@pghistory.track(append_only=True)
class LinkedLearning(models.Model):
    """A review of adults, of a domestic homicide and the like, or an event at which such reviews were talked about together."""

    class Kind(models.TextChoices):
        ADULTS = "adults", "Safeguarding adults review"
        HOMICIDE = "homicide", "Domestic abuse related death review"
        PATIENT = "patient", "Patient safety incident investigation"
        MAPPA = "mappa", "MAPPA serious case review"
        YOUTH = "youth", "Youth justice critical incident"
        NETWORK = "network", "Network meeting"
        EVENT = "event", "Joint learning event"

    reference = models.CharField(max_length=20, unique=True, default=new_case_reference, editable=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField(max_length=150, help_text="As it is known to those who are not on it: nobody’s name.")
    with_whom = models.CharField(max_length=200, blank=True, help_text="Who leads it, or who met.")
    began_on = models.DateField(help_text="When it began, or took place.")
    ended_on = models.DateField(null=True, blank=True)
    learnt = models.TextField(blank=True, help_text="What of it is passed on here.")
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-began_on", "-id"]
        indexes = [models.Index(fields=["began_on", "id"], name="linked_learning_newest")]
        constraints = [
            models.CheckConstraint(name="linked_learning_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="linked_learning_days_in_order", condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on"))
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class CaseLink(models.Model):
    """A case and such a record belong together. Only those named on the case see that they do."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="links")
    learning = models.ForeignKey(LinkedLearning, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=200, blank=True)
    linked_at = models.DateTimeField()
    linked_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(name="case_link_once", fields=["case", "learning"])]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["why"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.learning_id}"
