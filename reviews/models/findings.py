"""What a case found, and which recommendations of the board came of it."""

import pghistory
from django.db import models
from django.db.models import Q

from board.models import Recommendation, Theme
from referrals.models.acts import acted
from reviews.models.cases import Case
from reviews.models.rows import never_deleted


@pghistory.track(append_only=True)
class Finding(models.Model):
    """One thing that a case found. It is struck with a reason, never removed."""

    class Kind(models.TextChoices):
        PATTERN = "pattern", "A pattern of the system"
        PRACTICE = "practice", "Practice in this case"
        GOOD = "good", "Good practice"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField(help_text="Within its case.")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    struck_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            acted("finding", "struck"),
            models.UniqueConstraint(name="finding_number_once", fields=["case", "number"]),
            models.CheckConstraint(name="finding_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="finding_struck_with_a_reason", condition=Q(struck_at__isnull=True) | ~Q(struck_reason="")
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["text", "struck_reason"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class FindingTheme(models.Model):
    """A finding is tagged with a theme of the shared vocabulary."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="tags")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="finding_theme_once", fields=["finding", "theme"])]
        indexes = [models.Index(fields=["theme", "finding"], name="finding_theme_findings")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.finding_id} {self.theme_id}"


@pghistory.track(append_only=True)
class FindingRecommendation(models.Model):
    """A recommendation of the board came of a finding; it may come of several, and of findings of several cases."""

    class Scope(models.TextChoices):
        NATIONAL = "national", "For the country"
        PARTNERSHIP = "partnership", "For the partnership"
        AGENCY = "agency", "For one agency"

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="recommendations")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="+")
    scope = models.CharField(max_length=11, choices=Scope.choices)
    joined = models.BooleanField(help_text="It was there already, and the finding joined it.")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(name="finding_recommendation_once", fields=["finding", "recommendation"])]
        indexes = [models.Index(fields=["recommendation", "finding"], name="finding_recommendation_back")]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.finding_id} {self.recommendation_id}"
