"""Meetings of the partnership's groups: agenda, minutes, decisions, and who came."""

import pghistory
import pgtrigger
from django.db import models

from board.models.rows import days_in_order, new_board_reference
from board.models.structure import Group, Seat


class StandingItem(models.Model):
    """What stands on every agenda of a group, from a day to a day."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="standing_items")
    title = models.CharField(max_length=200)
    lead = models.CharField(max_length=150, blank=True, help_text="Who leads on it: a post or a name.")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            days_in_order("standing_item_days_in_order"),
            models.UniqueConstraint(
                fields=["group", "title"], name="standing_item_once_at_a_time", condition=models.Q(to_on__isnull=True)
            ),
        ]

    class Privacy:
        personal = {"work": ["lead"]}
        keep = "board"

    def __str__(self) -> str:
        return self.title


@pghistory.track(append_only=True)
class Meeting(models.Model):
    """One meeting of a group."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held, minutes to be approved"
        APPROVED = "approved", "Minutes approved"
        CANCELLED = "cancelled", "Cancelled"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    cancelled_reason = models.TextField(blank=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    invited_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)
    sequence = models.PositiveIntegerField(
        default=0, db_default=0, help_text="Raised when it is moved or cancelled: calendar programs go by it."
    )

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["group", "starts_at"], name="meeting_of_group")]
        constraints = [
            models.CheckConstraint(name="meeting_ends_after_it_starts", condition=models.Q(ends_at__gt=models.F("starts_at"))),
            models.UniqueConstraint(
                fields=["group", "starts_at"], name="meeting_once_at_a_time", condition=~models.Q(state="cancelled")
            ),
            models.CheckConstraint(
                name="meeting_cancelled_with_reason",
                condition=models.Q(state="cancelled") & ~models.Q(cancelled_reason="")
                | ~models.Q(state="cancelled") & models.Q(cancelled_reason=""),
            ),
            models.CheckConstraint(
                name="meeting_invited_at_and_by",
                condition=models.Q(invited_at__isnull=True, invited_by="")
                | models.Q(invited_at__isnull=False) & ~models.Q(invited_by=""),
            ),
            models.CheckConstraint(
                name="meeting_approved_at_and_by",
                condition=models.Q(state="approved", approved_at__isnull=False) & ~models.Q(approved_by="")
                | ~models.Q(state="approved") & models.Q(approved_at__isnull=True, approved_by=""),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class AgendaItem(models.Model):
    """One item of a meeting's agenda, with what was minuted and decided."""

    class Kind(models.TextChoices):
        MINUTES = "minutes", "Minutes of the last meeting"
        ACTIONS = "actions", "Actions that are due"
        STANDING = "standing", "Standing item"
        PAPER = "paper", "Paper or discussion"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.PAPER)
    title = models.CharField(max_length=200)
    lead = models.CharField(max_length=150, blank=True)
    minute = models.TextField(blank=True)
    decision = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"], name="agenda_item_position_once", deferrable=models.Deferrable.DEFERRED
            )
        ]

    class Privacy:
        personal = {"work": ["lead", "minute", "decision"]}
        keep = "board"

    def __str__(self) -> str:
        return self.title


@pghistory.track(append_only=True)
class Attendance(models.Model):
    """Who came on a seat to a meeting."""

    class How(models.TextChoices):
        ATTENDED = "attended", "Attended"
        DEPUTY = "deputy", "Sent a deputy"
        APOLOGIES = "apologies", "Sent apologies"
        ABSENT = "absent", "Did not attend"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="attendances")
    how = models.CharField(max_length=9, choices=How.choices)
    name = models.CharField(max_length=150, blank=True, help_text="Who came, where the seat does not say it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "seat"], name="attendance_once_a_seat")]

    class Privacy:
        personal = {"work": ["name"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.seat_id} {self.how}"
