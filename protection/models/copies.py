from django.db import models
from django.db.models import Q

from protection.models.conference import Conference
from work.models import PrintedCopy, copy_constraints


class ConferenceCopy(PrintedCopy):
    """A copy of the record of a conference as PDF, to be given to the family."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="copies")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "conference copies"
        indexes = [models.Index(fields=["asked_at"], name="conference_copy_asked", condition=~Q(state="removed"))]
        constraints = [*copy_constraints("conference_copy", "conference")]

    class Privacy:
        personal = {"work": ["person", "asked_by"]}
        keep = "technical"
