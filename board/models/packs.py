from django.db import models
from django.db.models import Q

from board.models.meetings import Meeting
from work.models import PrintedCopy, copy_constraints


class MeetingPack(PrintedCopy):
    """Everything for a meeting as one PDF, for whoever asked for it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="packs")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["asked_at"], name="meeting_pack_asked", condition=~Q(state="removed"))]
        constraints = [*copy_constraints("meeting_pack", "meeting")]

    class Privacy:
        personal = {"work": ["person", "asked_by"]}
        keep = "technical"
