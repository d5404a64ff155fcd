"""Strategy discussions: who took part, what each agency told, what was decided for each child."""

import pghistory
from django.db import models
from django.db.models import Q

from protection.models.codes import AgencyGroup, Attendance, DiscussionOutcome, DiscussionState, Mode
from protection.models.family import FamilyGroup
from protection.models.rows import never_deleted, new_protection_reference
from referrals.models.acts import acted

NO_QUORUM = "strategy_discussion_held_quorate_or_with_a_reason"


@pghistory.track(append_only=True)
class StrategyDiscussion(models.Model):
    """Social care, the police, health and others decide what is to happen about children who may be at risk of harm."""

    reference = models.CharField(max_length=20, unique=True, default=new_protection_reference, editable=False)
    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="discussions")
    state = models.CharField(max_length=10, choices=DiscussionState.choices, default=DiscussionState.CALLED)
    urgent = models.BooleanField(default=False, help_text="To be held on the same day.")
    reason = models.TextField(blank=True, help_text="Why it is called.")
    called_at = models.DateTimeField()
    called_by = models.CharField(max_length=60, help_text="The actor's reference.")
    due_on = models.DateField(help_text="Copied from its clock.")
    planned_for = models.DateTimeField(null=True, blank=True)
    mode = models.CharField(max_length=10, choices=Mode.choices, blank=True)
    held_on = models.DateField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True, help_text="When it was recorded as held.")
    held_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    quorate = models.BooleanField(null=True, help_text="Whether social care, the police and health took part.")
    inquorate_reason = models.TextField(blank=True)
    summary = models.TextField(blank=True, help_text="What is known, and the analysis.")
    threshold_reasons = models.TextField(blank=True, help_text="Whether significant harm is suspected, and why.")
    immediate_safety = models.TextField(blank=True)
    police_investigation = models.BooleanField(null=True)
    interview_planned = models.BooleanField(null=True, help_text="An interview on video (achieving best evidence).")
    medical_plan = models.TextField(blank=True, help_text="Whether a medical is needed, when and where.")
    parents_told = models.TextField(blank=True, help_text="Who tells the parents, and when.")
    legal_advice = models.TextField(blank=True)
    next_discussion_on = models.DateField(null=True, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True, help_text="When the record went to those who took part.")
    shared_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    closing_reason = models.TextField(blank=True, help_text="Why it was cancelled or withdrawn.")
    text_versions = models.JSONField(default=dict, blank=True, help_text="How often each text was changed, by its name.")
    text_pages = models.JSONField(
        default=dict, db_default={}, blank=True, help_text="Which page wrote each text, as which of its versions."
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["family", "-called_at"], name="discussion_family"),
            models.Index(fields=["held_on"], name="discussion_held", condition=Q(held_on__isnull=False)),
        ]
        constraints = [
            acted("strategy_discussion", "held"),
            acted("strategy_discussion", "shared"),
            acted("strategy_discussion", "cancelled"),
            acted("strategy_discussion", "withdrawn"),
            models.CheckConstraint(
                name="strategy_discussion_held_on_a_day",
                condition=Q(held_at__isnull=True, held_on__isnull=True, quorate__isnull=True)
                | Q(held_at__isnull=False, held_on__isnull=False, quorate__isnull=False),
            ),
            models.CheckConstraint(
                name=NO_QUORUM,
                condition=Q(quorate__isnull=True) | Q(quorate=True) | ~Q(inquorate_reason=""),
            ),
            models.CheckConstraint(
                name="strategy_discussion_closed_with_a_reason",
                condition=Q(cancelled_at__isnull=True, withdrawn_at__isnull=True) | ~Q(closing_reason=""),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                "reason",
                "inquorate_reason",
                "summary",
                "threshold_reasons",
                "immediate_safety",
                "police_investigation",
                "interview_planned",
                "parents_told",
                "legal_advice",
                "closing_reason",
            ],
            "health": ["medical_plan"],
        }
        keep = "child"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class DiscussedChild(models.Model):
    """One child considered in a strategy discussion, and what was decided for this child."""

    discussion = models.ForeignKey(StrategyDiscussion, on_delete=models.PROTECT, related_name="children")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(
        "referrals.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="The referral."
    )
    considered = models.TextField(blank=True, help_text="What was said of this child.")
    outcome = models.CharField(max_length=12, choices=DiscussionOutcome.choices, blank=True)
    outcome_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="discussed_child_once", fields=["discussion", "child"]),
            models.CheckConstraint(name="discussed_child_outcome_with_a_reason", condition=Q(outcome="") | ~Q(outcome_reason="")),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"identity": ["child"], "case": ["considered", "outcome", "outcome_reason"]}
        scrub: dict[str, object] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.discussion_id}: {self.child_id}"


@pghistory.track(append_only=True)
class DiscussionSeat(models.Model):
    """An agency at a strategy discussion: who speaks for it, whether they came, what they told."""

    discussion = models.ForeignKey(StrategyDiscussion, on_delete=models.PROTECT, related_name="seats")
    group = models.CharField(max_length=15, choices=AgencyGroup.choices)
    agency = models.ForeignKey("accounts.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=150, blank=True)
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=60, help_text="The actor's reference.")
    attendance = models.CharField(max_length=12, choices=Attendance.choices, blank=True)
    information = models.TextField(blank=True, help_text="What the agency told.")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="When the invitation was taken back.")
    withdrawn_by = models.CharField(max_length=60, blank=True, default="", db_default="", help_text="The actor's reference.")
    withdrawn_reason = models.TextField(blank=True, default="", db_default="")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "discussion"], name="discussion_seat_person")]
        constraints = [
            acted("discussion_seat", "withdrawn"),
            models.UniqueConstraint(
                name="discussion_seat_once",
                fields=["discussion", "person"],
                condition=Q(person__isnull=False, withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="discussion_seat_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["person", "name", "role"], "case": ["information", "withdrawn_reason"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.discussion_id}: {self.name}"


@pghistory.track(append_only=True)
class DiscussionAction(models.Model):
    """What a strategy discussion decided that somebody does by a day."""

    discussion = models.ForeignKey(StrategyDiscussion, on_delete=models.PROTECT, related_name="actions")
    action = models.TextField()
    who = models.CharField(max_length=150)
    due_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    done_note = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [acted("discussion_action", "done")]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["action", "who", "done_note"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.discussion_id}: {self.pk}"
