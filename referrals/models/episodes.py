"""Child-in-need episodes with their assessments and plans. Statistics of open cases count these."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from foundation.references import new_reference
from referrals.models.acts import acted
from referrals.models.casework_codes import AssessmentOutcome, ClosureReason, PrimaryNeed
from referrals.models.codes import YesNoUnknown
from referrals.models.contacts import Contact
from referrals.models.submissions import NEVER_CHANGED


def new_episode_reference() -> str:
    """The opaque reference of a child-in-need episode."""
    return new_reference("N")


class Days(Func):
    """The days from one date up to, and without, another; without an end where the other is missing."""

    function = "DATERANGE"
    output_field = DateRangeField()


@pghistory.track(append_only=True)
class Episode(models.Model):
    """The time in which social care works with one child, from an accepted referral until it is closed with a reason."""

    reference = models.CharField(max_length=20, unique=True, default=new_episode_reference, editable=False)
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="episode", help_text="The referral.")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="+", help_text="The team that has it.")
    referred_on = models.DateField(help_text="The day on which the referral was received.")
    opened_at = models.DateTimeField(help_text="When a team accepted the referral.")
    opened_by = models.CharField(max_length=60, help_text="The actor's reference.")
    worker = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    allocated_at = models.DateTimeField(null=True, blank=True)
    allocated_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    primary_need = models.CharField(max_length=2, choices=PrimaryNeed.choices, blank=True)
    no_further_action = models.BooleanField(
        default=False, help_text="The referral ended without assessment or plan; the census knows no closure of it."
    )
    closed_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    closure_reason = models.CharField(max_length=3, choices=ClosureReason.choices, blank=True)
    closing_note = models.TextField(blank=True)
    version = models.PositiveIntegerField(
        default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
    )

    class Meta:
        indexes = [
            models.Index(fields=["team", "opened_at", "id"], name="episode_team_open", condition=Q(closed_on__isnull=True)),
            models.Index(fields=["worker", "opened_at", "id"], name="episode_worker_open", condition=Q(closed_on__isnull=True)),
            models.Index(fields=["team", "closed_at", "id"], name="episode_team_closed", condition=Q(closed_on__isnull=False)),
            models.Index(fields=["child", "referred_on"], name="episode_child"),
            models.Index(fields=["closed_on"], name="episode_closed_on"),
        ]
        constraints = [
            acted("episode", "allocated"),
            acted("episode", "closed"),
            models.UniqueConstraint(name="episode_open_once_a_child", fields=["child"], condition=Q(closed_on__isnull=True)),
            ExclusionConstraint(
                name="episode_never_two_at_once",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    (Days("referred_on", "closed_on", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                name="episode_closed_on_a_day",
                condition=Q(closed_on__isnull=True, closed_at__isnull=True) | Q(closed_on__isnull=False, closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="episode_closes_after_it_opens", condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("referred_on"))
            ),
            models.CheckConstraint(
                name="episode_closed_with_a_reason",
                condition=Q(closed_on__isnull=True, closure_reason="", no_further_action=False)
                | (Q(closed_on__isnull=False, no_further_action=False) & ~Q(closure_reason="") & ~Q(primary_need=""))
                | Q(closed_on__isnull=False, no_further_action=True, closure_reason=""),
            ),
            models.CheckConstraint(
                name="episode_allocated_to_somebody",
                condition=Q(allocated_at__isnull=True, worker__isnull=True) | Q(allocated_at__isnull=False, worker__isnull=False),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": ["primary_need", "no_further_action", "closure_reason", "closing_note"],
            "work": ["worker"],
        }
        keep = "child"

    def __str__(self) -> str:
        return self.reference


class AssessmentState(models.TextChoices):
    """Where an assessment stands."""

    IN_PROGRESS = "in_progress", "In progress"
    WITH_MANAGER = "with_manager", "With a manager"
    AUTHORISED = "authorised", "Authorised"


@pghistory.track(append_only=True)
class Assessment(models.Model):
    """A child and family assessment: written by a social worker, authorised by a manager who did not write it."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveSmallIntegerField(help_text="1 for the first of this episode.")
    state = models.CharField(max_length=12, choices=AssessmentState.choices, default=AssessmentState.IN_PROGRESS)
    started_on = models.DateField()
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=60, help_text="The actor's reference.")
    due_on = models.DateField(help_text="Copied from its clock.")
    reviewed_on = models.DateField(null=True, blank=True, help_text="The internal review point.")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    review_note = models.TextField(blank=True)
    seen_on = models.DateField(null=True, blank=True)
    seen_alone = models.CharField(max_length=7, choices=YesNoUnknown.choices, blank=True)
    not_seen_reason = models.TextField(blank=True, help_text="Why the child was not seen, or not alone.")
    child_view = models.TextField(blank=True)
    parents_view = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    factors = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    outcome = models.CharField(max_length=20, choices=AssessmentOutcome.choices, blank=True)
    delay_reason = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    sent_back_reason = models.TextField(blank=True)
    authorised_on = models.DateField(null=True, blank=True)
    authorised_at = models.DateTimeField(null=True, blank=True)
    authorised_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["authorised_on"], name="assessment_authorised_on")]
        constraints = [
            acted("assessment", "reviewed"),
            acted("assessment", "submitted"),
            acted("assessment", "authorised"),
            models.UniqueConstraint(name="assessment_number_once", fields=["episode", "number"]),
            models.UniqueConstraint(
                name="assessment_open_once", fields=["episode"], condition=~Q(state=AssessmentState.AUTHORISED)
            ),
            models.CheckConstraint(
                name="assessment_authorised_when_it_says_so",
                condition=Q(state=AssessmentState.AUTHORISED, authorised_at__isnull=False, authorised_on__isnull=False)
                | (~Q(state=AssessmentState.AUTHORISED) & Q(authorised_at__isnull=True, authorised_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="assessment_authorised_by_another",
                condition=Q(authorised_by="") | ~Q(authorised_by=F("submitted_by")),
            ),
            models.CheckConstraint(
                name="assessment_ends_after_it_starts",
                condition=Q(authorised_on__isnull=True) | Q(authorised_on__gte=F("started_on")),
            ),
            models.CheckConstraint(
                name="assessment_authorised_with_factors",
                condition=~Q(state=AssessmentState.AUTHORISED) | (~Q(factors=[]) & ~Q(outcome="")),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                "review_note",
                "seen_on",
                "seen_alone",
                "not_seen_reason",
                "child_view",
                "parents_view",
                "analysis",
                "factors",
                "outcome",
                "delay_reason",
                "sent_back_reason",
            ]
        }
        scrub: dict[str, object] = {"factors": []}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.episode_id} assessment {self.number}"


@pghistory.track(append_only=True)
class Plan(models.Model):
    """A child-in-need plan: what the child needs and what is done about it, reviewed until it ends."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField(help_text="1 for the first of this episode.")
    aim = models.TextField(help_text="What is to be different for the child.")
    started_on = models.DateField()
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=60, help_text="The actor's reference.")
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    end_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            acted("plan", "ended"),
            models.UniqueConstraint(name="plan_number_once", fields=["episode", "number"]),
            models.UniqueConstraint(name="plan_open_once", fields=["episode"], condition=Q(ended_on__isnull=True)),
            models.CheckConstraint(
                name="plan_ended_on_a_day_with_a_reason",
                condition=Q(ended_on__isnull=True, ended_at__isnull=True, end_reason="")
                | (Q(ended_on__isnull=False, ended_at__isnull=False) & ~Q(end_reason="")),
            ),
            models.CheckConstraint(
                name="plan_ends_after_it_starts", condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on"))
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["aim", "end_reason"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.episode_id} plan {self.number}"


@pghistory.track(append_only=True)
class PlanStep(models.Model):
    """One need of the child in a plan: what is to happen, who does it, by when."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    need = models.CharField(max_length=200)
    action = models.TextField()
    who = models.CharField(max_length=150)
    due_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    done_note = models.TextField(blank=True)

    class Meta:
        constraints = [acted("plan_step", "done")]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["need", "action", "who", "done_note"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.pk}"


class PlanReview(models.Model):
    """A meeting that looked at a plan: who was there, what was found."""

    append_only = True

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    attended = models.TextField(help_text="Who took part.")
    findings = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-held_on", "-id"]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["attended", "findings"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id} on {self.held_on:%Y-%m-%d}"
