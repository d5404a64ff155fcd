"""The shared vocabulary: coded messages, factors and features with which the partnership's work is tagged."""

import pghistory
from django.db import models
from django.db.models.functions import Lower

from board.models.actions import Action


@pghistory.track(append_only=True)
class Theme(models.Model):
    """One word of the vocabulary. It is retired, never deleted: what was tagged with it stays tagged."""

    class Kind(models.TextChoices):
        MESSAGE = "message", "Message"
        FACTOR = "factor", "Factor"
        FEATURE = "feature", "Feature"

    code = models.CharField(max_length=12, unique=True, help_text="Short and lasting, such as F12.")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    name = models.CharField(max_length=120)
    note = models.TextField(blank=True, help_text="What belongs to it and what does not.")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"), "kind", name="theme_name_once_in_kind", condition=models.Q(retired_at__isnull=True)
            ),
            models.CheckConstraint(name="theme_code_in_capitals", condition=models.Q(code__regex=r"^[A-Z0-9]+$")),
            models.CheckConstraint(
                name="theme_retired_at_and_by",
                condition=models.Q(retired_at__isnull=True, retired_by="")
                | (models.Q(retired_at__isnull=False) & ~models.Q(retired_by="")),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.name


class ActionTheme(models.Model):
    """An action is tagged with a theme."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="tags")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "theme"], name="action_theme_once")]
        indexes = [models.Index(fields=["theme", "action"], name="action_theme_actions")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.action_id} {self.theme_id}"
