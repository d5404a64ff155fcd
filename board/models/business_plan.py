"""The partnership's business plan of a year: priorities, objectives, milestones, and how each stood at the end of a quarter."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from accounts.models import Agency, Person
from board.models.actions import Action, Plan
from board.models.meetings import Meeting
from board.models.rows import append_only, new_board_reference
from board.models.structure import Group
from foundation import clock


@pghistory.track(append_only=True)
class BusinessPlan(models.Model):
    """The plan of a financial year: drafted, agreed by the executive, closed when the year is over."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        AGREED = "agreed", "Agreed"
        CLOSED = "closed", "Closed"

    year = models.CharField(max_length=7, unique=True, help_text="Financial year, such as 2026-27.")
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    action_plan = models.OneToOneField(
        Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="business_plan",
        help_text="The action plan into which the actions of its objectives go; none before the first.",
    )  # fmt: skip
    agreed_on = models.DateField(null=True, blank=True, help_text="The day of the agreement.")
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The meeting that agreed it.",
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(name="business_plan_year_label", condition=models.Q(year__regex=r"^20\d\d-\d\d$")),
            models.CheckConstraint(
                name="business_plan_agreed_at_and_by",
                condition=models.Q(state="draft", agreed_at__isnull=True, agreed_by="")
                | (~models.Q(state="draft") & models.Q(agreed_at__isnull=False) & ~models.Q(agreed_by="")),
            ),
            models.CheckConstraint(
                name="business_plan_agreed_on_a_day",
                condition=models.Q(state="draft", agreed_on__isnull=True, meeting__isnull=True)
                | (~models.Q(state="draft") & models.Q(agreed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="business_plan_closed_at_and_by",
                condition=(~models.Q(state="closed") & models.Q(closed_at__isnull=True, closed_by=""))
                | (models.Q(state="closed", closed_at__isnull=False) & ~models.Q(closed_by="")),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="closed_stays_closed", operation=pgtrigger.Update, condition=pgtrigger.Q(old__state="closed")),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.year


@pghistory.track(append_only=True)
class PlanPriority(models.Model):
    """A priority of a year's plan, with why it is one."""

    business_plan = models.ForeignKey(BusinessPlan, on_delete=models.PROTECT, related_name="priorities")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    why = models.TextField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["business_plan", "number"], name="plan_priority_number_once"),
            models.CheckConstraint(name="plan_priority_counts_from_one", condition=models.Q(number__gte=1)),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.business_plan_id} {self.number}"


@pghistory.track(append_only=True)
class Objective(models.Model):
    """What the partnership said it would do in a year. Carried over, it goes on as another of the next year that names it."""

    class Decision(models.TextChoices):
        OPEN = "", "Not decided yet"
        CARRY = "carry", "Carry it over to the next year"
        END = "end", "End it"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    priority = models.ForeignKey(PlanPriority, on_delete=models.PROTECT, related_name="objectives")
    number = models.PositiveSmallIntegerField(help_text="Within its priority.")
    text = models.TextField(help_text="We said we would …")
    wanted = models.TextField(help_text="The outcome that is wanted.")
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Which leads."
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="The group that leads."
    )
    figures = ArrayField(
        models.CharField(max_length=80), default=list, blank=True, help_text="Codes of the figures that should move."
    )
    moves = models.TextField(blank=True, help_text="What should move, in words.")
    earlier = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="later",
        help_text="The objective of the year before that goes on in this one.",
    )  # fmt: skip
    added_on = models.DateField(default=clock.today, db_default=Now(), editable=False)
    decision = models.CharField(max_length=5, choices=Decision.choices, blank=True, help_text="What becomes of it.")
    decision_reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["priority__number", "number"]
        constraints = [
            models.UniqueConstraint(fields=["priority", "number"], name="objective_number_once_in_priority"),
            models.CheckConstraint(name="objective_counts_from_one", condition=models.Q(number__gte=1)),
            models.CheckConstraint(
                name="objective_has_a_lead", condition=models.Q(agency__isnull=False) | models.Q(group__isnull=False)
            ),
            models.CheckConstraint(
                name="objective_decided_at_and_by",
                condition=models.Q(decision="", decided_at__isnull=True, decided_by="")
                | (~models.Q(decision="") & models.Q(decided_at__isnull=False) & ~models.Q(decided_by="")),
            ),
            models.CheckConstraint(
                name="objective_ended_with_reason",
                condition=(~models.Q(decision="end") & models.Q(ended_on__isnull=True))
                | (models.Q(decision="end", ended_on__isnull=False) & ~models.Q(decision_reason="")),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class ObjectiveAgency(models.Model):
    """An agency contributes to an objective that it does not lead."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="contributors")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["objective", "agency"], name="objective_agency_once")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.objective_id} {self.agency_id}"


@pghistory.track(append_only=True)
class Milestone(models.Model):
    """A step of an objective by a day: met on a day, or missed with a reason."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="milestones")
    place = models.PositiveSmallIntegerField(help_text="Its order within the objective.")
    text = models.TextField()
    due_on = models.DateField()
    met_on = models.DateField(null=True, blank=True)
    missed_on = models.DateField(null=True, blank=True, help_text="The day on which it was said that it is missed.")
    missed_reason = models.TextField(blank=True)
    earlier = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="later", help_text="The one that it goes on from."
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["objective", "place"], name="milestone_place_once"),
            models.CheckConstraint(
                name="milestone_missed_with_reason",
                condition=models.Q(missed_on__isnull=True, missed_reason="")
                | (models.Q(missed_on__isnull=False, met_on__isnull=True) & ~models.Q(missed_reason="")),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.objective_id} {self.place}"


class ObjectiveAction(models.Model):
    """An action of a plan serves an objective; `is_origin`: it was made for it."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="linked")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="objectives")
    is_origin = models.BooleanField(default=False)
    added_on = models.DateField(default=clock.today, db_default=Now(), help_text="No position of an earlier day counts it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["objective", "action"], name="objective_action_once")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.objective_id} {self.action_id}"


class ObjectivePosition(models.Model):
    """How an objective stood at the end of a quarter, as it was written then. Append-only: a correction is the next edition.

    The counts are of the day `as_at` and are never worked out again.
    """

    append_only = True

    class Progress(models.TextChoices):
        GOOD = "good", "Good progress"
        SOME = "some", "Some progress"
        LITTLE = "little", "Little or no progress"

    class Outcome(models.TextChoices):
        OPEN = "", "Not judged yet"
        MET = "met", "Met"
        PARTLY = "partly", "Partly met"
        NOT = "not", "Not met"

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="positions")
    quarter = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField(help_text="Counted within the quarter, from 1; the highest one holds.")
    as_at = models.DateField(help_text="The last day of the quarter, or the day on which it was written before that.")
    rating = models.CharField(max_length=5, choices=Action.Rating.choices)
    proposed = models.CharField(max_length=5, choices=Action.Rating.choices, help_text="What milestones and actions proposed.")
    proposed_reason = models.TextField()
    overruled_reason = models.TextField(blank=True)
    progress = models.CharField(max_length=6, choices=Progress.choices)
    text = models.TextField(help_text="How it stands, in words.")
    done = models.TextField(blank=True, help_text="What we have done: a point on each line.")
    outcome = models.CharField(max_length=6, choices=Outcome.choices, blank=True)
    red = models.PositiveSmallIntegerField()
    amber = models.PositiveSmallIntegerField()
    green = models.PositiveSmallIntegerField()
    blue = models.PositiveSmallIntegerField()
    milestones = models.PositiveSmallIntegerField()
    milestones_due = models.PositiveSmallIntegerField()
    milestones_met = models.PositiveSmallIntegerField()
    reason = models.TextField(blank=True, help_text="Why it corrects the edition before.")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["quarter", "edition"]
        constraints = [
            models.UniqueConstraint(fields=["objective", "quarter", "edition"], name="objective_position_edition_once"),
            models.CheckConstraint(name="objective_position_quarter", condition=models.Q(quarter__range=(1, 4))),
            models.CheckConstraint(
                name="objective_position_corrected_with_reason",
                condition=models.Q(edition=1, reason="") | (models.Q(edition__gt=1) & ~models.Q(reason="")),
            ),
            models.CheckConstraint(
                name="objective_position_overruled_with_reason",
                condition=models.Q(rating=models.F("proposed")) | ~models.Q(overruled_reason=""),
            ),
            models.CheckConstraint(
                name="objective_position_year_is_judged", condition=models.Q(quarter__lt=4) | ~models.Q(outcome="")
            ),
            models.CheckConstraint(
                name="objective_position_met_of_all", condition=models.Q(milestones_met__lte=models.F("milestones"))
            ),
        ]
        triggers = [append_only()]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.objective_id} Q{self.quarter} {self.edition}"
