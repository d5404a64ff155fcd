"""The risk register of the partnership."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency, Person
from board.models.rows import append_only, new_board_reference


@pghistory.track(append_only=True)
class Risk(models.Model):
    """Something that may go wrong, with what holds it back. How it was scored from review to review stands in `RiskScore`."""

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    number = models.PositiveIntegerField(unique=True, help_text="Its short number in the register.")
    title = models.CharField(max_length=200)
    cause = models.TextField()
    consequence = models.TextField()
    agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="risks",
        help_text="Who owns it; without one, the partnership.",
    )
    lead = models.CharField(max_length=150, blank=True, help_text="The post that looks after it.")
    controls = models.TextField(help_text="What holds it back already.")
    target_score = models.PositiveSmallIntegerField(help_text="Likelihood times impact that is aimed at.")
    opened_on = models.DateField()
    review_due_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(name="risk_target_on_the_scale", condition=models.Q(target_score__range=(1, 25))),
            models.CheckConstraint(
                name="risk_closed_with_reason",
                condition=models.Q(closed_on__isnull=True, closed_reason="")
                | models.Q(closed_on__gte=models.F("opened_on")) & ~models.Q(closed_reason=""),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["lead"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class RiskScore(models.Model):
    """How a risk was scored on a day: likelihood and impact from 1 to 5, without its controls and with them. Append-only."""

    append_only = True

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="scores")
    scored_on = models.DateField()
    likelihood_before = models.PositiveSmallIntegerField()
    impact_before = models.PositiveSmallIntegerField()
    likelihood = models.PositiveSmallIntegerField(help_text="With its controls.")
    impact = models.PositiveSmallIntegerField(help_text="With its controls.")
    review_due_on = models.DateField(help_text="When it is to be scored next.")
    note = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["risk", "-scored_on", "-id"], name="risk_score_latest")]
        constraints = [
            models.CheckConstraint(
                name="risk_score_on_the_scale",
                condition=models.Q(
                    likelihood_before__range=(1, 5), impact_before__range=(1, 5), likelihood__range=(1, 5), impact__range=(1, 5)
                ),
            ),
            models.CheckConstraint(
                name="risk_score_controls_make_nothing_worse",
                condition=models.Q(likelihood__lte=models.F("likelihood_before"), impact__lte=models.F("impact_before")),
            ),
            models.CheckConstraint(
                name="risk_score_next_review_later", condition=models.Q(review_due_on__gt=models.F("scored_on"))
            ),
        ]
        triggers = [append_only()]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.risk_id} {self.scored_on}"


class RiskReopening(models.Model):
    """A risk that had been closed was opened again: since when it was closed and why, and since when it is not. Append-only."""

    append_only = True

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="reopenings")
    closed_on = models.DateField()
    closed_reason = models.TextField()
    reopened_on = models.DateField()
    reason = models.TextField(help_text="Why it was opened again.")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-reopened_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="risk_reopening_not_before_it_closed", condition=models.Q(reopened_on__gte=models.F("closed_on"))
            )
        ]
        triggers = [append_only()]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.risk_id} {self.reopened_on}"
