"""What somebody recommended to the partnership, what it said to that, and the actions that answer it."""

import pghistory
from django.db import models
from django.db.models.functions import Now

from accounts.models import Agency
from board.models.actions import Action
from board.models.rows import append_only, new_board_reference
from board.models.structure import Group
from board.models.themes import Theme
from foundation import clock


@pghistory.track(append_only=True)
class Recommendation(models.Model):
    """One recommendation, from any source. How far it is follows from the actions that answer it."""

    class Source(models.TextChoices):
        INSPECTION = "inspection", "Inspection"
        REVIEW = "review", "Practice review"
        AUDIT = "audit", "Audit"
        SECTION_11 = "section_11", "Section 11 returns"
        MEETING = "meeting", "Decision of a meeting"
        BUSINESS_PLAN = "business_plan", "Business plan"
        COMPLAINT = "complaint", "Complaint"
        CHALLENGE = "challenge", "Challenge"
        NATIONAL = "national", "National report"

    class Priority(models.TextChoices):
        HIGH = "high", "High"
        MEDIUM = "medium", "Medium"
        LOW = "low", "Low"

    class Response(models.TextChoices):
        WAITING = "waiting", "Not answered yet"
        ACCEPTED = "accepted", "Accepted"
        PARTLY = "partly", "Partly accepted"
        NOT = "not", "Not accepted"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    number = models.CharField(max_length=10, blank=True, help_text="Within its source, such as 4.")
    text = models.TextField()
    source = models.CharField(max_length=20, choices=Source.choices)
    source_title = models.CharField(max_length=200, help_text="Of the report, the meeting or whatever it comes from.")
    source_reference = models.CharField(max_length=150, blank=True, help_text="Where it stands there, in words.")
    made_on = models.DateField(help_text="No action that answers it is due earlier.")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    priority = models.CharField(max_length=6, choices=Priority.choices, default=Priority.MEDIUM)
    response = models.CharField(max_length=8, choices=Response.choices, default=Response.WAITING)
    response_reason = models.TextField(blank=True)
    responded_at = models.DateTimeField(null=True, blank=True)
    responded_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    added_on = models.DateField(default=clock.today, db_default=Now(), editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-made_on", "-id"]
        indexes = [models.Index(fields=["-made_on", "-id"], name="recommendation_newest")]
        constraints = [
            models.CheckConstraint(
                name="recommendation_led_by_somebody",
                condition=models.Q(agency__isnull=False) | models.Q(group__isnull=False),
            ),
            models.CheckConstraint(
                name="recommendation_responded_at_and_by",
                condition=models.Q(responded_at__isnull=True, responded_by="", response="waiting")
                | (models.Q(responded_at__isnull=False) & ~models.Q(responded_by="") & ~models.Q(response="waiting")),
            ),
            models.CheckConstraint(
                name="recommendation_not_accepted_with_reason",
                condition=~models.Q(response__in=["partly", "not"]) | ~models.Q(response_reason=""),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class ChangeJudgement(models.Model):
    """What somebody judged, months after its actions were done, of whether a recommendation changed anything. Append-only."""

    append_only = True

    class Verdict(models.TextChoices):
        EMBEDDED = "embedded", "Embedded: it has changed, and stays so"
        IMPROVING = "improving", "Improving"
        NO_EVIDENCE = "no_evidence", "No evidence of change"
        WORSE = "worse", "Worse than before"

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=11, choices=Verdict.choices)
    reasons = models.TextField(help_text="On what it rests: figures, audits, what children and practitioners say.")
    judged_at = models.DateTimeField()
    judged_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-judged_at", "-id"]
        constraints = [models.CheckConstraint(name="change_judged_with_reasons", condition=~models.Q(reasons=""))]
        triggers = [append_only()]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["judged_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.verdict}"


class RecommendationTheme(models.Model):
    """A recommendation is tagged with a theme."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="tags")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "theme"], name="recommendation_theme_once")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.theme_id}"


class ActionRecommendation(models.Model):
    """An action answers a recommendation; it may answer several."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="answers")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="answers")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "action"], name="action_recommendation_once")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.action_id}"
