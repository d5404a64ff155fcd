from django.db import models

from work.models.clocks import Clock


class Reminder(models.Model):
    """The owners of a clock were reminded of one due time: before it, once or twice, and once when it had passed."""

    class Stage(models.TextChoices):
        AHEAD = "ahead", "Due in the weeks to come"
        SOON = "soon", "Due soon"
        LATE = "late", "Late"

    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="reminders")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    due_at = models.DateTimeField(help_text="The due time of which they were reminded; another one is reminded of again.")
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="reminder_once", fields=["clock", "stage", "due_at"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "technical"

    def __str__(self) -> str:
        return f"{self.clock_id} {self.stage}"
