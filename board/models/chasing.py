"""Who is chased about actions, and about requests of some kinds, when and how often; and what was done by that table."""

import pghistory
from django.db import models

from board.models.actions import Action
from board.models.rows import append_only
from work.models import Request

ACTIONS = "action"


@pghistory.track(append_only=True)
class ChaseRule(models.Model):
    """One line of the table: so many days before or after an action or an answer is due, somebody is asked, once or again."""

    class To(models.TextChoices):
        OWNER = "owner", "The owner, or whoever answers"
        LEAD = "lead", "The agency’s safeguarding lead"
        EXECUTIVE = "executive", "The agency’s executive"

    about = models.CharField(
        max_length=60, default=ACTIONS, db_default=ACTIONS, help_text="Actions, or the kind of request whose answer is due."
    )
    days = models.SmallIntegerField(help_text="After the date on which it is due; before it where negative.")
    to = models.CharField(max_length=9, choices=To.choices)
    every = models.PositiveSmallIntegerField(default=0, help_text="Again every so many days while it is open; 0: once.")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["days", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["about", "days", "to"], name="chase_rule_once", condition=models.Q(ended_at__isnull=True)
            ),
            models.CheckConstraint(name="chase_rule_days_in_reach", condition=models.Q(days__gte=-90, days__lte=365)),
            models.CheckConstraint(name="chase_rule_every_in_reach", condition=models.Q(every__lte=90)),
            models.CheckConstraint(
                name="chase_rule_ended_at_and_by",
                condition=models.Q(ended_at__isnull=True, ended_by="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_by="")),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.to} {self.days:+d}"


class RuleChase(models.Model):
    """A line of the table was followed for an action or a request on a day of the table. Append-only: each such day once."""

    append_only = True

    rule = models.ForeignKey(ChaseRule, on_delete=models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    step_on = models.DateField(help_text="The day of the table; it may have been followed later.")
    followed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "rule", "step_on"], name="rule_chase_once"),
            models.UniqueConstraint(fields=["request", "rule", "step_on"], name="rule_chase_of_request_once"),
            models.CheckConstraint(
                name="rule_chase_of_one_thing",
                condition=models.Q(action__isnull=True, request__isnull=False)
                | models.Q(action__isnull=False, request__isnull=True),
            ),
        ]
        triggers = [append_only()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.action_id or self.request_id} {self.step_on:%Y-%m-%d}"
