"""Serious incidents with their rapid review, and what each statutory partner decided."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from accounts.models import RoleHolding
from referrals.models.acts import acted
from reviews.models.cases import Case
from reviews.models.codes import Harm, IncidentState, PanelOutcome, Question, Yes
from reviews.models.rows import never_deleted

AFTER_NOTIFYING = tuple(state for state in IncidentState if state not in (IncidentState.CONSIDERED, IncidentState.NOT_NOTIFIED))


@pghistory.track(append_only=True)
class SeriousIncident(models.Model):
    """A child died or was seriously harmed: considered, notified to the national panel, reviewed at once."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="incident")
    state = models.CharField(max_length=12, choices=IncidentState.choices, default=IncidentState.CONSIDERED)
    happened_on = models.DateField()
    aware_at = models.DateTimeField(help_text="When the authority became aware: from then the five working days count.")
    place = models.CharField(max_length=120, blank=True, help_text="Where it happened, as far as those named need to know.")
    harm = models.CharField(max_length=12, choices=Harm.choices)
    what_happened = models.TextField()
    abuse_suspected = models.CharField(max_length=7, choices=Yes.choices)
    abuse_reasons = models.TextField(blank=True, help_text="Of what abuse or neglect there is a suspicion, and why.")
    siblings_safe = models.TextField(blank=True, help_text="Whether other children are safe, and what was done at once.")
    police_investigation = models.CharField(max_length=7, choices=Yes.choices, default=Yes.UNKNOWN)
    media_interest = models.BooleanField(default=False)
    notify_due_on = models.DateField(help_text="Copied from its clock.")
    not_notified_reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True, help_text="When it was decided not to notify.")
    decided_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    notified_on = models.DateField(null=True, blank=True, help_text="The day on which the notification was sent.")
    notified_at = models.DateTimeField(null=True, blank=True, help_text="When that was recorded.")
    notified_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    panel_reference = models.CharField(max_length=40, blank=True)
    review_due_on = models.DateField(null=True, blank=True, help_text="Copied from its clock.")
    not_reviewed_reason = models.TextField(blank=True, help_text="Why no rapid review followed.")
    met_on = models.DateField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True, help_text="When the meeting was recorded.")
    met_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    chair = models.CharField(max_length=120, blank=True)
    attended = models.TextField(blank=True, help_text="Who took part, an agency on each line.")
    facts = models.TextField(blank=True)
    immediate_action = models.TextField(blank=True, help_text="For the safety of other children.")
    improvement = models.TextField(blank=True, help_text="What could be learnt and improved.")
    sharing = models.TextField(blank=True, help_text="How what was learnt is passed on.")
    practice_review = models.BooleanField(null=True, blank=True, help_text="Whether a practice review follows.")
    practice_review_reasons = models.TextField(blank=True)
    national_review = models.BooleanField(null=True, blank=True, help_text="Whether a national review is suggested.")
    national_review_reasons = models.TextField(blank=True)
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    sent_on = models.DateField(null=True, blank=True, help_text="The day on which the review was sent to the panel.")
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When that was recorded.")
    sent_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    replied_on = models.DateField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True, help_text="When that was recorded.")
    replied_by = models.CharField(max_length=60, blank=True, help_text="Who recorded it: the actor's reference.")
    panel_outcome = models.CharField(max_length=12, choices=PanelOutcome.choices, blank=True)
    panel_words = models.TextField(blank=True, help_text="What the panel wrote.")
    panel_agrees = models.BooleanField(null=True, blank=True, help_text="Whether the panel agrees about the practice review.")
    our_answer = models.TextField(blank=True, help_text="What the partnership says where the two disagree.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["notified_on"], name="incident_notified", condition=Q(notified_on__isnull=False))]
        constraints = [
            *(acted("incident", act) for act in ("decided", "notified", "met", "signed_off", "sent", "replied", "closed")),
            models.CheckConstraint(
                name="incident_not_notified_with_a_reason",
                condition=Q(state=IncidentState.NOT_NOTIFIED, decided_at__isnull=False) & ~Q(not_notified_reason="")
                | ~Q(state=IncidentState.NOT_NOTIFIED) & Q(decided_at__isnull=True, not_notified_reason=""),
            ),
            models.CheckConstraint(
                name="incident_notified_before_it_is_reviewed",
                condition=Q(state__in=AFTER_NOTIFYING, notified_at__isnull=False, review_due_on__isnull=False)
                | ~Q(state__in=AFTER_NOTIFYING) & Q(notified_at__isnull=True),
            ),
            models.CheckConstraint(
                name="incident_met_with_a_decision",
                condition=Q(met_at__isnull=True)
                | (Q(practice_review__isnull=False, national_review__isnull=False) & ~Q(practice_review_reasons="")),
            ),
            models.CheckConstraint(
                name="incident_aware_not_before_it_happened",
                condition=Q(aware_at__date__gte=F("happened_on")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                "happened_on",
                "place",
                "harm",
                "what_happened",
                "abuse_suspected",
                "abuse_reasons",
                "siblings_safe",
                "not_notified_reason",
                "not_reviewed_reason",
                "facts",
                "immediate_action",
                "improvement",
                "practice_review_reasons",
                "national_review_reasons",
                "panel_words",
                "our_answer",
            ],
            "work": ["chair", "attended"],
        }
        keep = "child"
        scrub = {"happened_on": date(1900, 1, 1)}

    def __str__(self) -> str:
        return f"{self.case_id}"


class PartnerDecision(models.Model):
    """What a statutory partner decided on a question, and why. A later decision on the same takes its place."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    seat = models.CharField(max_length=10, choices=RoleHolding.Seat.choices)
    question = models.CharField(max_length=10, choices=Question.choices)
    agreed = models.BooleanField()
    reasons = models.TextField()
    decided_by_whom = models.CharField(max_length=120, help_text="Who spoke for the partner: a name or a post.")
    decided_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")
    replaced_at = models.DateTimeField(null=True, blank=True, help_text="When a later decision took its place.")

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(
                name="partner_decides_once", fields=["case", "seat", "question"], condition=Q(replaced_at__isnull=True)
            ),
            models.CheckConstraint(name="partner_decides_with_reasons", condition=~Q(reasons="")),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["reasons"], "work": ["decided_by_whom"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.seat} {self.question}"
