from django.db import models
from django.db.models import Q

from accounts.models import Agency, Person
from board.models.actions import Plan
from work.models import PrintedCopy, copy_constraints


class ExceptionsCopy(PrintedCopy):
    """An exceptions report as PDF, as whoever asked for it sees the actions."""

    day = models.DateField(help_text="The day as at which it reports.")
    committee = models.CharField(max_length=150, blank=True, default="", db_default="", help_text="To whom the paper goes.")
    meets_on = models.DateField(null=True, blank=True, help_text="The day of the meeting.")
    agenda_item = models.CharField(max_length=20, blank=True, default="", db_default="")
    lead_officer = models.CharField(max_length=150, blank=True, default="", db_default="")
    purpose = models.TextField(blank=True, default="", db_default="")
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "exceptions copies"
        indexes = [models.Index(fields=["asked_at"], name="exceptions_copy_asked", condition=~Q(state="removed"))]
        constraints = [*copy_constraints("exceptions_copy", "day")]

    class Privacy:
        personal = {"work": ["person", "asked_by", "lead_officer"]}
        keep = "technical"
