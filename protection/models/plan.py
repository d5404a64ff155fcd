"""Child protection plans, one for each child: categories, reviews and actions."""

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from protection.models.codes import (
    ActionStatus,
    Category,
    EndReason,
    PlanOrigin,
)
from protection.models.conference import Conference, ConferenceChild
from protection.models.family import FamilyGroup
from protection.models.rows import Days, never_changed, never_deleted, new_protection_reference, while_the_plan_runs
from protection.models.transfer import Transfer
from referrals.models.acts import acted

WITHDRAWING = "ARRAY['withdrawn_at', 'withdrawn_by', 'withdrawn_reason', 'version']"
ENDED_IS_KEPT = f"""
    IF (to_jsonb(OLD) - {WITHDRAWING}) = (to_jsonb(NEW) - {WITHDRAWING}) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';
"""
FROM_A_DECISION = """
    IF NEW.decided_id IS NOT NULL THEN
        PERFORM 1 FROM protection_conferencechild d JOIN protection_conference c ON c.id = d.conference_id
            WHERE d.id = NEW.decided_id AND d.child_id = NEW.child_id AND d.decision = 'plan' AND c.held_on = NEW.started_on;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'plan_starts_from_a_decision' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF NEW.origin = 'transfer_in' THEN
        PERFORM 1 FROM protection_transfer t
            WHERE t.id = NEW.transfer_id AND t.child_id = NEW.child_id AND t.direction = 'in' AND NOT t.temporary
            AND (NEW.decided_id IS NOT NULL OR t.accepted_on = NEW.started_on);
        IF NOT FOUND THEN
            RAISE EXCEPTION 'protection_plan_transferred_in_with_a_decision_or_receipt' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
"""
CATEGORY_IS_DATED = """
    PERFORM 1 FROM (
        SELECT category FROM protection_plancategory WHERE plan_id = NEW.id ORDER BY from_on DESC LIMIT 1
    ) latest JOIN protection_plan p ON p.id = NEW.id AND p.category = latest.category;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'protection_plan_category_changes_from_a_day' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""


@pghistory.track(append_only=True)
class ProtectionPlan(models.Model):
    """The child protection plan of one child, from a conference's decision until it ends. Figures of plans count these."""

    reference = models.CharField(max_length=20, unique=True, default=new_protection_reference, editable=False)
    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="plans")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=12, choices=PlanOrigin.choices, default=PlanOrigin.CONFERENCE)
    decided = models.OneToOneField(
        ConferenceChild, null=True, blank=True, on_delete=models.PROTECT, related_name="plan", help_text="From which it starts."
    )
    transfer = models.OneToOneField(Transfer, null=True, blank=True, on_delete=models.PROTECT, related_name="plan")
    chair = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    initial_category = models.CharField(max_length=3, choices=Category.choices)
    category = models.CharField(max_length=3, choices=Category.choices, help_text="The latest.")
    previous_plans = models.PositiveSmallIntegerField(default=0, help_text="Of this child, ever, in any authority.")
    visit_every = models.PositiveSmallIntegerField(default=10, help_text="Working days within which the child is visited.")
    written_agreement = models.TextField(blank=True)
    contingency = models.TextField(blank=True)
    review_due_on = models.DateField(null=True, blank=True)
    visit_due_on = models.DateField(null=True, blank=True)
    core_group_due_on = models.DateField(null=True, blank=True)
    check_due_on = models.DateField(null=True, blank=True, help_text="By when the chair looks at it, half way to the review.")
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=15, choices=EndReason.choices, blank=True)
    end_note = models.TextField(blank=True)
    end_decided = models.OneToOneField(
        ConferenceChild, null=True, blank=True, on_delete=models.PROTECT, related_name="ended_plan", help_text="Which ended it."
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_reason = models.TextField(blank=True)
    source_reference = models.CharField(max_length=40, blank=True, help_text="In the system from which it was brought over.")
    source_child = models.CharField(max_length=40, blank=True, help_text="The child's number there.")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "protection_plan"
        indexes = [
            models.Index(fields=["family", "-started_on"], name="protection_plan_family"),
            models.Index(fields=["child", "started_on"], name="protection_plan_child"),
            models.Index(fields=["started_on", "ended_on"], name="protection_plan_days"),
            models.Index(fields=["ended_on"], name="protection_plan_ended", condition=Q(ended_on__isnull=False)),
            models.Index(
                fields=["chair", "review_due_on", "id"],
                name="protection_plan_chair",
                condition=Q(ended_on__isnull=True, withdrawn_at__isnull=True),
            ),
            models.Index(fields=["source_child"], name="protection_plan_source_child", condition=~Q(source_child="")),
        ]
        constraints = [
            acted("protection_plan", "ended"),
            acted("protection_plan", "withdrawn"),
            # 8935: one open plan a child; 8940: never two at once.
            models.UniqueConstraint(
                name="protection_plan_open_once_a_child",
                fields=["child"],
                condition=Q(ended_on__isnull=True, withdrawn_at__isnull=True),
            ),
            ExclusionConstraint(
                name="protection_plan_never_two_at_once",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    (Days("started_on", "ended_on", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="protection_plan_source_once", fields=["source_reference"], condition=~Q(source_reference="")
            ),
            models.CheckConstraint(
                name="protection_plan_starts_from_a_decision_or_a_transfer",
                condition=Q(origin=PlanOrigin.CONFERENCE, decided__isnull=False, transfer__isnull=True)
                | Q(origin=PlanOrigin.TRANSFER_IN, transfer__isnull=False)
                | (Q(origin=PlanOrigin.IMPORTED, decided__isnull=True, transfer__isnull=True) & ~Q(source_reference="")),
            ),
            models.CheckConstraint(
                name="protection_plan_always_has_a_category", condition=~Q(category="") & ~Q(initial_category="")
            ),
            models.CheckConstraint(
                name="protection_plan_multiple_in_history_only",
                condition=Q(origin=PlanOrigin.IMPORTED)
                | (~Q(category=Category.MULTIPLE) & ~Q(initial_category=Category.MULTIPLE)),
            ),
            # 8840: a plan does not start and end on one day.
            models.CheckConstraint(
                name="protection_plan_ends_after_it_starts", condition=Q(ended_on__isnull=True) | Q(ended_on__gt=F("started_on"))
            ),
            models.CheckConstraint(
                name="protection_plan_ended_with_a_reason",
                condition=Q(ended_on__isnull=True, ended_at__isnull=True, end_reason="", end_decided__isnull=True)
                | (Q(ended_on__isnull=False, ended_at__isnull=False) & ~Q(end_reason="")),
            ),
            models.CheckConstraint(
                name="protection_plan_ended_by_a_conference_unless",
                condition=Q(ended_on__isnull=True)
                | Q(end_decided__isnull=False)
                | Q(origin=PlanOrigin.IMPORTED)
                | Q(end_reason__in=["transferred", "eighteen", "died", "not_live_born"]),
            ),
            models.CheckConstraint(
                name="protection_plan_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
            ),
        ]
        triggers = [
            never_deleted(),
            pgtrigger.Trigger(
                name="ended_is_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.ended_on IS NOT NULL OR OLD.withdrawn_at IS NOT NULL"),
                func=ENDED_IS_KEPT,
            ),
            pgtrigger.Trigger(name="from_a_decision", when=pgtrigger.Before, operation=pgtrigger.Insert, func=FROM_A_DECISION),
            # Each change of the category has a day from which it holds, known when the transaction ends.
            pgtrigger.Trigger(
                name="category_is_dated",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                level=pgtrigger.Row,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Condition("OLD.category IS DISTINCT FROM NEW.category"),
                func=CATEGORY_IS_DATED,
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {
            "identity": ["child", "source_child"],
            "case": [
                "initial_category",
                "category",
                "previous_plans",
                "written_agreement",
                "contingency",
                "end_reason",
                "end_note",
                "withdrawn_reason",
            ],
            "work": ["chair"],
        }
        scrub: dict[str, object] = {"initial_category": "MUL", "category": "MUL", "previous_plans": 0}
        keep = "child"

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        """Whether it runs."""
        return self.ended_on is None and self.withdrawn_at is None


class PlanCategory(models.Model):
    """The category of a plan from a day on. The first is that of its start; others come from a review conference."""

    append_only = True

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="categories")
    category = models.CharField(max_length=3, choices=Category.choices)
    from_on = models.DateField()
    conference = models.ForeignKey(Conference, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.UniqueConstraint(name="plan_category_once_a_day", fields=["plan", "from_on"]),
            models.CheckConstraint(name="plan_category_is_one", condition=~Q(category="")),
        ]
        triggers = [never_changed(), while_the_plan_runs()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["category"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.category}"


class ReviewHeld(models.Model):
    """A review conference that looked at a plan, with the days by which it was due: by law, and as the statistics count."""

    append_only = True

    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="reviews")
    decided = models.OneToOneField(ConferenceChild, null=True, blank=True, on_delete=models.PROTECT, related_name="review")
    held_on = models.DateField()
    due_on = models.DateField()
    counted_due_on = models.DateField(help_text="By the days of the national statistics.")

    class Meta:
        ordering = ["held_on"]
        indexes = [models.Index(fields=["held_on"], name="review_held_on")]
        constraints = [models.UniqueConstraint(name="review_held_once_a_day", fields=["plan", "held_on"])]
        triggers = [
            never_changed(),
            pgtrigger.Trigger(
                # 8841: a review is after the start of its plan.
                name="after_the_plan_starts",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    PERFORM 1 FROM protection_plan WHERE id = NEW.plan_id AND started_on < NEW.held_on;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'review_held_after_the_plan_starts' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id} on {self.held_on:%Y-%m-%d}"


@pghistory.track(append_only=True)
class PlanAction(models.Model):
    """One outcome that plans of a family work for, and what somebody does for it by a day. Siblings share it."""

    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="actions")
    danger = models.TextField(help_text="Which danger it is about.")
    outcome = models.TextField(help_text="What is to be different for the children.")
    action = models.TextField()
    who = models.CharField(max_length=150)
    agency = models.ForeignKey("accounts.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    measure = models.TextField(blank=True, help_text="How one knows.")
    contingency = models.TextField(blank=True)
    status = models.CharField(max_length=8, choices=ActionStatus.choices, default=ActionStatus.OPEN)
    progress = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 to 10, as the core group sees it.")
    progress_note = models.TextField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")
    looked_at_on = models.DateField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True, help_text="When it was done or dropped.")
    settled_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["family", "due_on"], name="plan_action_family")]
        constraints = [
            acted("plan_action", "settled"),
            models.CheckConstraint(
                name="plan_action_settled_or_open",
                condition=Q(status=ActionStatus.OPEN, settled_at__isnull=True)
                | (~Q(status=ActionStatus.OPEN) & Q(settled_at__isnull=False)),
            ),
            models.CheckConstraint(name="plan_action_progress_0_to_10", condition=Q(progress__isnull=True) | Q(progress__lte=10)),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": ["danger", "outcome", "action", "measure", "contingency", "progress", "progress_note"],
            "work": ["who"],
        }
        keep = "child"

    def __str__(self) -> str:
        return f"{self.family_id}: {self.pk}"


class ActionOfPlan(models.Model):
    """That an action serves the plan of one child."""

    append_only = True

    action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, related_name="of_plans")
    plan = models.ForeignKey(ProtectionPlan, on_delete=models.PROTECT, related_name="of_actions")

    class Meta:
        constraints = [models.UniqueConstraint(name="action_of_plan_once", fields=["action", "plan"])]
        triggers = [never_changed(), while_the_plan_runs()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.action_id}"
