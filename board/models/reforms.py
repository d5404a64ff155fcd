"""National reforms, and how far the partnership is in putting them in place."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency, Person
from board.models.rows import append_only, new_board_reference


class ReformState(models.TextChoices):
    """How far a reform is."""

    NOT_BEGUN = "not_begun", "Not begun"
    PREPARING = "preparing", "Preparing"
    UNDER_WAY = "under_way", "Under way"
    IN_PLACE = "in_place", "In place"


@pghistory.track(append_only=True)
class Reform(models.Model):
    """A reform that is asked of every partnership. What was decided, what stands in the way and how it went is written entry by
    entry; `state` says how it stands now."""

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=200, help_text="The act, guidance or letter that asks for it.")
    announced_on = models.DateField(help_text="The day of that source.")
    asks = models.TextField(help_text="What it asks of the partners.")
    agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reforms",
        help_text="Who leads; without one, the partnership.",
    )
    lead = models.CharField(max_length=150, blank=True, help_text="The post that leads.")
    state = models.CharField(max_length=9, choices=ReformState.choices, default=ReformState.NOT_BEGUN)
    added_on = models.DateField(help_text="Since when it is followed here.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-announced_on", "-id"]
        indexes = [models.Index(fields=["announced_on", "id"], name="reform_announced")]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["lead"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class ReformEntry(models.Model):
    """What was decided, what stands in the way, or how it went, on a day; and how far the reform was then. Append-only."""

    append_only = True

    class Kind(models.TextChoices):
        PROGRESS = "progress", "Progress"
        DECISION = "decision", "Decision"
        ISSUE = "issue", "Issue"

    reform = models.ForeignKey(Reform, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    happened_on = models.DateField()
    text = models.TextField()
    state = models.CharField(max_length=9, choices=ReformState.choices, help_text="How far the reform was from then on.")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["reform", "-happened_on", "-id"], name="reform_entry_latest")]
        triggers = [append_only()]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.reform_id} {self.kind} {self.happened_on}"


@pghistory.track(append_only=True)
class ReformMilestone(models.Model):
    """What is to be reached by a day on the way to a reform."""

    reform = models.ForeignKey(Reform, on_delete=models.PROTECT, related_name="milestones")
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "id"]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.due_on} {self.text}"
