"""What reaches people outside the pages: calendar feeds, and reminders of meetings."""

from django.db import models

from accounts.models import Person
from board.models.meetings import Meeting


class CalendarFeed(models.Model):
    """The address under which somebody's calendar program fetches their meetings. Only a hash of its secret is kept."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_feed")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(help_text="An address that is made anew takes the place of the one before.")

    class Meta:
        constraints = [models.CheckConstraint(name="calendar_feed_has_a_hash", condition=~models.Q(secret_hash=""))]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "account"

    def __str__(self) -> str:
        return str(self.person_id)


class MeetingReminder(models.Model):
    """Somebody was reminded of a meeting; of one that is moved afterwards they are reminded again."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField(help_text="The beginning of which they were told.")
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="meeting_reminder_once", fields=["meeting", "person", "starts_at"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "technical"

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"
