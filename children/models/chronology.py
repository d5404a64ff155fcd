import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from accounts.models import Team
from children.models.child import Child


class ChronologyEntry(models.Model):
    """Something that happened in a child's life with the partnership, as the app whose record it is wrote it down.

    It holds codes and a reference, no words of the record: what it means, and who may see it, that app says (children.kinds).
    """

    append_only = True

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="chronology")
    at = models.DateTimeField()
    kind = models.CharField(max_length=60, help_text="What happened, such as referrals.decided.")
    detail = models.CharField(max_length=40, blank=True, help_text="A code that says more, such as the outcome.")
    record_kind = models.CharField(max_length=40)
    record_reference = models.CharField(max_length=40)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        verbose_name_plural = "chronology entries"
        indexes = [
            models.Index(fields=["child", "-at"], name="chronology_child"),
            models.Index(fields=["record_kind", "record_reference"], name="chronology_record"),
        ]
        triggers = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    class Privacy:
        personal = {"case": ["kind", "detail"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.record_reference} {self.kind}"


@pghistory.track(append_only=True)
class Involvement(models.Model):
    """A team that works with a child, through one record, from a day to a day: whom to ring."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="involvements")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    record_kind = models.CharField(max_length=40)
    record_reference = models.CharField(max_length=40)
    began_at = models.DateTimeField()
    began_by = models.CharField(max_length=60, help_text="The actor's reference.")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [
            models.Index(fields=["child", "-began_at"], name="involvement_child"),
            models.Index(fields=["record_kind", "record_reference"], name="involvement_record"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="involvement_stands_once",
                fields=["team", "record_kind", "record_reference"],
                condition=Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="involvement_ended_at_and_by",
                condition=Q(ended_at__isnull=True, ended_by="") | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["team"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.team_id} in {self.record_reference}"
