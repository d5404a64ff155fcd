import pghistory
from django.db import models

from accounts.models import Person, Team


@pghistory.track(append_only=True)
class Clock(models.Model):
    """Something that must happen by a time. What is due, what is late and every figure of timeliness read this one table."""

    class State(models.TextChoices):
        RUNNING = "running", "Running"
        HELD = "held", "On hold"
        STOPPED = "stopped", "Stopped"

    kind = models.CharField(max_length=60, help_text="The code of the deadline, such as referrals.decision.")
    variant = models.CharField(max_length=20, blank=True, help_text="Which of the deadline's limits holds, such as amber.")
    subject_kind = models.CharField(max_length=40)
    subject_reference = models.CharField(max_length=40)
    owner_team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="clocks")
    owner_person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="clocks")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=60, help_text="The actor's reference.")
    due_at = models.DateTimeField()
    limit_used = models.JSONField(default=dict, help_text="The limit, its calendar and the day from which it held.")
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=60, blank=True, help_text="A code: how what was due came about.")

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_reference", "kind"], name="clock_subject"),
            models.Index(
                fields=["owner_team", "due_at", "id"], name="clock_team_due", condition=models.Q(stopped_at__isnull=True)
            ),
            models.Index(
                fields=["owner_person", "due_at", "id"], name="clock_person_due", condition=models.Q(stopped_at__isnull=True)
            ),
            models.Index(fields=["kind", "due_at", "id"], name="clock_kind_due", condition=models.Q(stopped_at__isnull=True)),
            models.Index(fields=["kind", "started_at"], name="clock_kind_started"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="clock_runs_once",
                fields=["kind", "subject_kind", "subject_reference"],
                condition=models.Q(stopped_at__isnull=True),
            ),
            models.CheckConstraint(
                name="clock_stopped_at_and_by",
                condition=models.Q(stopped_at__isnull=True, stopped_by="")
                | (models.Q(stopped_at__isnull=False) & ~models.Q(stopped_by="")),
            ),
            models.CheckConstraint(
                name="clock_stopped_in_state_stopped",
                condition=models.Q(state="stopped", stopped_at__isnull=False)
                | (~models.Q(state="stopped") & models.Q(stopped_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="clock_outcome_when_stopped", condition=models.Q(outcome="") | models.Q(stopped_at__isnull=False)
            ),
        ]

    class Privacy:
        personal = {"work": ["owner_person", "started_by", "stopped_by"]}
        keep = "audit_trail"

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_reference}"


class ClockRevision(models.Model):
    """The due time of a clock was changed: from what to what, why, by whom."""

    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="revisions")
    old_due_at = models.DateTimeField()
    new_due_at = models.DateTimeField()
    reason = models.TextField()
    revised_at = models.DateTimeField()
    revised_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["revised_at", "id"]
        constraints = [models.CheckConstraint(name="revision_has_a_reason", condition=~models.Q(reason=""))]

    class Privacy:
        personal = {"case": ["reason"], "work": ["revised_by"]}
        keep = "audit_trail"

    def __str__(self) -> str:
        return f"{self.clock_id} {self.new_due_at:%Y-%m-%d}"


class ClockHold(models.Model):
    """A time in which a clock did not run, and why."""

    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="holds")
    reason = models.TextField()
    held_at = models.DateTimeField()
    held_by = models.CharField(max_length=60, help_text="The actor's reference.")
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["held_at", "id"]
        constraints = [
            models.UniqueConstraint(name="hold_open_once", fields=["clock"], condition=models.Q(released_at__isnull=True)),
            models.CheckConstraint(name="hold_has_a_reason", condition=~models.Q(reason="")),
            models.CheckConstraint(
                name="hold_released_at_and_by",
                condition=models.Q(released_at__isnull=True, released_by="")
                | (models.Q(released_at__isnull=False) & ~models.Q(released_by="")),
            ),
            models.CheckConstraint(
                name="hold_released_after_it_began",
                condition=models.Q(released_at__isnull=True) | models.Q(released_at__gte=models.F("held_at")),
            ),
        ]

    class Privacy:
        personal = {"case": ["reason"], "work": ["held_by", "released_by"]}
        keep = "audit_trail"

    def __str__(self) -> str:
        return f"{self.clock_id} {self.held_at:%Y-%m-%d}"


class DeadlineLimit(models.Model):
    """The partnership's own limit in place of the declared one, from a day on. Clocks that run already keep theirs."""

    kind = models.CharField(max_length=60, help_text="The code of the deadline.")
    variant = models.CharField(max_length=20, blank=True)
    amount = models.SmallIntegerField(help_text="In the unit of the deadline's calendar; negative counts backwards.")
    effective_from = models.DateField()
    reason = models.TextField(help_text="Why the partnership sets its own limit; everybody reads it.")
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["kind", "variant", "effective_from"]
        constraints = [
            models.UniqueConstraint(name="deadline_limit_once_a_day", fields=["kind", "variant", "effective_from"]),
            models.CheckConstraint(name="deadline_limit_has_a_reason", condition=~models.Q(reason="")),
        ]

    class Privacy:
        personal = {"work": ["set_by"]}
        keep = "reference_data"

    def __str__(self) -> str:
        return f"{self.kind} {self.variant} {self.amount} from {self.effective_from:%Y-%m-%d}"


class SchoolTerm(models.Model):
    """A term on whose days schools are open; deadlines in school days need it."""

    name = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    closed_from = models.DateField(null=True, blank=True, help_text="First day of half term.")
    closed_until = models.DateField(null=True, blank=True, help_text="Last day of half term.")

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.UniqueConstraint(name="school_term_starts_once", fields=["starts_on"]),
            models.CheckConstraint(
                name="school_term_ends_after_it_starts", condition=models.Q(ends_on__gte=models.F("starts_on"))
            ),
            models.CheckConstraint(
                name="school_term_half_term_from_and_until",
                condition=models.Q(closed_from__isnull=True, closed_until__isnull=True)
                | models.Q(closed_from__isnull=False, closed_until__gte=models.F("closed_from")),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.name
