"""How a record stood before it was changed, so that a past day can be shown as it was."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from board.models.rows import append_only


class RecordPast(models.Model):
    """What a group, or a part of a business plan, said until a moment. Append-only; `board.services.pasts` writes it, and
    `board.selectors.pasts` reads it.
    """

    append_only = True

    class Kind(models.TextChoices):
        GROUP = "group", "Group"
        PLAN = "plan", "Business plan"
        PRIORITY = "priority", "Priority"
        OBJECTIVE = "objective", "Objective"
        MILESTONE = "milestone", "Milestone"

    kind = models.CharField(max_length=9, choices=Kind.choices)
    record = models.BigIntegerField(help_text="The id of the record.")
    stood_until = models.DateTimeField()
    told = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder, help_text="Its fields; none: it was not there yet.")

    class Meta:
        indexes = [models.Index(fields=["kind", "record", "stood_until", "id"], name="record_past_of_record")]
        triggers = [append_only()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"
