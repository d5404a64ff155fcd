"""What is kept of a plan while it runs: visits, what its chair checks and takes up, and legal steps."""

import pghistory
from django.db import models
from django.db.models import F, Q

from protection.models.codes import LegalStep
from protection.models.plan import ProtectionPlan
from protection.models.rows import never_changed, never_deleted, while_the_plan_runs
from referrals.models.acts import acted


class Visit(models.Model):
    """A visit to a child on a plan, or one at which the child was not seen."""

    append_only = True

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="visits")
    visited_on = models.DateField()
    due_on = models.DateField(help_text="By when this visit was due.")
    visitor = models.CharField(max_length=150, help_text="Who visited.")
    seen = models.BooleanField()
    seen_alone = models.BooleanField(default=False)
    bedroom_seen = models.BooleanField(default=False)
    not_seen_reason = models.TextField(blank=True)
    child_view = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-visited_on", "-id"]
        indexes = [models.Index(fields=["visited_on"], name="visit_visited_on")]
        constraints = [
            models.CheckConstraint(
                name="visit_not_seen_with_a_reason", condition=Q(seen=True) | (~Q(not_seen_reason="") & Q(seen_alone=False))
            )
        ]
        triggers = [never_changed(), while_the_plan_runs()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": ["seen", "seen_alone", "bedroom_seen", "not_seen_reason", "child_view", "analysis"],
            "work": ["visitor"],
        }
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id} on {self.visited_on:%Y-%m-%d}"


class ChairCheck(models.Model):
    """The chair looks at a plan half way between two conferences."""

    append_only = True

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="chair_checks")
    checked_on = models.DateField()
    on_track = models.BooleanField()
    findings = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-checked_on", "-id"]
        triggers = [never_changed(), while_the_plan_runs()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["on_track", "findings"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id} on {self.checked_on:%Y-%m-%d}"


@pghistory.track(append_only=True)
class ChairEscalation(models.Model):
    """A chair takes a worry about a plan up with the team's managers, stage by stage, until it is answered and closed."""

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="escalations")
    stage = models.PositiveSmallIntegerField(default=1, help_text="1 team manager, 2 service manager, 3 director.")
    concern = models.TextField()
    raised_at = models.DateTimeField()
    raised_by = models.CharField(max_length=60, help_text="The actor's reference.")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    result = models.TextField(blank=True, help_text="What came of it, as the chair sees it.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            acted("chair_escalation", "answered"),
            acted("chair_escalation", "closed"),
            models.UniqueConstraint(name="chair_escalation_open_once", fields=["plan"], condition=Q(closed_at__isnull=True)),
            models.CheckConstraint(name="chair_escalation_stages", condition=Q(stage__gte=1, stage__lte=3)),
        ]
        triggers = [never_deleted(), while_the_plan_runs()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["concern", "answer", "result"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.pk}"

    @property
    def version(self) -> int:
        """How far it has come, one more with each step: to its stage, answered there, closed."""
        steps = (self.answered_at is not None) + (self.closed_at is not None)
        return 3 * self.stage + steps


@pghistory.track(append_only=True)
class LegalMark(models.Model):
    """That legal planning, pre-proceedings, proceedings or emergency protection run for a child on a plan."""

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="legal_marks")
    step = models.CharField(max_length=15, choices=LegalStep.choices)
    began_on = models.DateField()
    began_time = models.TimeField(null=True, blank=True, help_text="Of police protection, which ends after 72 hours.")
    ended_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["began_on", "id"]
        constraints = [
            models.UniqueConstraint(name="legal_mark_open_once", fields=["plan", "step"], condition=Q(ended_on__isnull=True)),
            models.CheckConstraint(
                name="legal_mark_ends_after_it_begins", condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on"))
            ),
        ]
        triggers = [never_deleted(), while_the_plan_runs()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["step", "note"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.step}"
