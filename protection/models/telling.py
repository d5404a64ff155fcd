"""Who is to be told when a plan has ended or a child is born, and what the health alert service was told."""

import pghistory
from django.db import models
from django.db.models import Q

from protection.models.codes import TaskKind
from protection.models.plan import ProtectionPlan
from protection.models.rows import never_deleted
from referrals.models.acts import acted


@pghistory.track(append_only=True)
class PlanTask(models.Model):
    """Something to be done once a plan has ended, or once a child who was on a plan before birth is born."""

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=10, choices=TaskKind.choices)
    due_on = models.DateField()
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    note = models.TextField(blank=True, help_text="Who was told, when and how; or why there is nobody to tell.")

    class Meta:
        ordering = ["id"]
        constraints = [
            acted("plan_task", "done"),
            models.UniqueConstraint(name="plan_task_once", fields=["plan", "kind"]),
            models.CheckConstraint(
                name="plan_task_done_with_a_note",
                condition=Q(done_at__isnull=True, note="") | (Q(done_at__isnull=False) & ~Q(note="")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["note"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.kind}"


@pghistory.track(append_only=True)
class PlanAlert(models.Model):
    """That the health alert service was told of the start or of the end of a plan, and that it has said that it knows."""

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="alerts")
    of_end = models.BooleanField(help_text="Of the end; otherwise of the start.")
    sent_at = models.DateTimeField(help_text="When it was first written into an extract.")
    sent_by = models.CharField(max_length=60, help_text="The actor's reference.")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["id"]
        constraints = [
            acted("plan_alert", "acknowledged"),
            models.UniqueConstraint(name="plan_alert_once", fields=["plan", "of_end"]),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id}: {'end' if self.of_end else 'start'}"
