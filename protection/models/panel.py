"""The scrutiny panel: the plans that it looks at in a month, and what it says of each."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from protection.models.codes import PanelDecision
from protection.models.plan import ProtectionPlan
from protection.models.rows import never_deleted, new_protection_reference
from referrals.models.acts import acted


@pghistory.track(append_only=True)
class ScrutinyPanel(models.Model):
    """The panel of one month, with the list that the portal made for it."""

    reference = models.CharField(max_length=20, unique=True, default=new_protection_reference, editable=False)
    month = models.DateField(unique=True, help_text="The first day of the month.")
    listed_at = models.DateTimeField()
    listed_by = models.CharField(max_length=60, help_text="The actor's reference.")
    held_on = models.DateField(null=True, blank=True)
    attended = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-month"]
        constraints = [
            models.CheckConstraint(name="scrutiny_panel_of_a_month", condition=Q(month__day=1)),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["attended"]}
        keep = "child"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class PanelCase(models.Model):
    """One plan on the list of a panel: why it is there, and what the panel decided."""

    panel = models.ForeignKey(ScrutinyPanel, on_delete=models.PROTECT, related_name="cases")
    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="panel_cases")
    listed_for = ArrayField(models.CharField(max_length=20), help_text="The rules by which it is listed, as codes.")
    presented_by_name = models.CharField(max_length=150, blank=True)
    drift_reason = models.TextField(blank=True)
    discussion = models.TextField(blank=True)
    decision = models.CharField(max_length=10, choices=PanelDecision.choices, blank=True)
    actions = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)
    discussed_at = models.DateTimeField(null=True, blank=True)
    discussed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]
        constraints = [
            acted("panel_case", "discussed"),
            models.UniqueConstraint(name="panel_case_once", fields=["panel", "plan"]),
            models.CheckConstraint(
                name="panel_case_decided_when_discussed",
                condition=Q(discussed_at__isnull=True, decision="") | (Q(discussed_at__isnull=False) & ~Q(decision="")),
            ),
            models.CheckConstraint(name="panel_case_listed_for_a_reason", condition=~Q(listed_for=[])),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": ["drift_reason", "discussion", "decision", "actions"],
            "work": ["presented_by_name"],
        }
        keep = "child"

    def __str__(self) -> str:
        return f"{self.panel_id}: {self.plan_id}"
