"""The published multi-agency safeguarding arrangements: their versions, and the timetable towards the next one."""

import pghistory
import pgtrigger
from django.db import models

from board.models.meetings import Meeting
from board.models.rows import new_board_reference


@pghistory.track(append_only=True)
class Arrangements(models.Model):
    """One version of the arrangements. It holds from its day until the day before the next version's; its file lies with the
    document store under this reference."""

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    number = models.CharField(max_length=20, unique=True, help_text="As it is printed: 3.1.")
    title = models.CharField(max_length=200)
    agreed_on = models.DateField(help_text="The day of the meeting, where one agreed it.")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="arrangements", help_text="Which agreed it."
    )
    published_on = models.DateField()
    in_force_from = models.DateField(unique=True, help_text="Two versions never begin on one day.")
    changes = models.TextField(help_text="What changed since the version before.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-in_force_from"]
        verbose_name_plural = "arrangements"
        constraints = [
            models.CheckConstraint(
                name="arrangements_agreed_before_published", condition=models.Q(agreed_on__lte=models.F("published_on"))
            ),
            models.CheckConstraint(
                name="arrangements_agreed_before_in_force", condition=models.Q(agreed_on__lte=models.F("in_force_from"))
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class ArrangementsStep(models.Model):
    """A step of the timetable. What was done before a version was recorded led to that version; the rest leads to the next."""

    text = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    arrangements = models.ForeignKey(
        Arrangements,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="steps",
        help_text="The version to which it led; none: it leads to the next.",
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="arrangements_step_done_when_it_led_to_a_version",
                condition=models.Q(arrangements__isnull=True) | models.Q(done_on__isnull=False),
            )
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.due_on} {self.text}"
