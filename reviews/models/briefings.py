"""Briefings that are written from a case, approved, and read by whoever works with children."""

import pghistory
from django.db import models
from django.db.models import Q

from accounts.models import Agency, Person
from referrals.models.acts import acted
from reviews.models.cases import Case
from reviews.models.rows import never_deleted, new_case_reference


class BriefingState(models.TextChoices):
    """How far a briefing is."""

    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Waits for approval"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


@pghistory.track(append_only=True)
class Briefing(models.Model):
    """One page, or seven minutes, on what a case taught. From publication on it stands in the learning library for everybody
    who is signed in, and does not say of which case it is."""

    class Shape(models.TextChoices):
        SEVEN = "seven", "Seven-minute briefing"
        PAGE = "page", "One-page briefing"

    reference = models.CharField(max_length=20, unique=True, default=new_case_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="briefings")
    shape = models.CharField(max_length=5, choices=Shape.choices)
    state = models.CharField(max_length=9, choices=BriefingState.choices, default=BriefingState.DRAFT)
    title = models.CharField(max_length=150)
    background = models.TextField(blank=True)
    why = models.TextField(blank=True)
    found = models.TextField(blank=True)
    good_practice = models.TextField(blank=True)
    to_do = models.TextField(blank=True)
    questions = models.TextField(blank=True)
    more = models.TextField(blank=True)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["published_at", "id"], name="briefing_published", condition=Q(state=BriefingState.PUBLISHED))
        ]
        constraints = [
            *(acted("briefing", act) for act in ("approved", "published", "withdrawn")),
            models.CheckConstraint(name="briefing_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="briefing_published_when_approved",
                condition=~Q(state__in=[BriefingState.PUBLISHED, BriefingState.WITHDRAWN])
                | Q(approved_at__isnull=False, published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="briefing_withdrawn_with_a_reason",
                condition=Q(state=BriefingState.WITHDRAWN, withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")
                | ~Q(state=BriefingState.WITHDRAWN) & Q(withdrawn_at__isnull=True, withdrawn_reason=""),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": ["background", "why", "found", "good_practice", "to_do", "questions", "more"],
            "work": ["written_by"],
        }
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class BriefingReading(models.Model):
    """Somebody says that they have read a briefing, and perhaps with how many colleagues they went through it."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    colleagues = models.PositiveIntegerField(default=0, help_text="With how many colleagues they went through it.")
    use = models.TextField(blank=True, help_text="Where and how it was used.")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="briefing_read_once", fields=["briefing", "person"]),
            models.CheckConstraint(name="briefing_colleagues_believable", condition=Q(colleagues__lte=5000)),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["person", "use"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.briefing_id} {self.person_id}"
