"""Reviews of practice: how they came about and work, what families and practitioners said, what runs beside them."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from referrals.models.acts import acted
from reviews.models.cases import Case
from reviews.models.practice_codes import Effect, PracticeMethod, PracticeState, ProceedingKind
from reviews.models.rows import never_deleted

PREPARED = (PracticeState.PRE_PUBLICATION, PracticeState.PUBLISHED)


@pghistory.track(append_only=True)
class PracticeReview(models.Model):
    """A case of concern, thematic review, practice review, serious case review of former years, or another area's review."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="practice")
    state = models.CharField(max_length=15, choices=PracticeState.choices, default=PracticeState.COMMISSIONED)
    method = models.CharField(max_length=12, choices=PracticeMethod.choices)
    method_other = models.CharField(max_length=120, blank=True)
    decided_on = models.DateField(help_text="When it was decided to do the review: from then its months count.")
    started_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    statutory_due_on = models.DateField(null=True, blank=True, help_text="By law; empty where no limit holds.")
    due_on = models.DateField(null=True, blank=True, help_text="Copied from its clock: later where the clock stood still.")
    local_importance = models.BooleanField(default=False)
    recurrent = models.BooleanField(default=False, help_text="Improvements are needed, also where it has happened before.")
    guidance_gap = models.BooleanField(default=False)
    looked_at_elsewhere = models.BooleanField(default=False, help_text="The panel or another partnership has reviewed it.")
    working_together = models.BooleanField(default=False)
    cross_border = models.BooleanField(default=False)
    institutional = models.BooleanField(default=False)
    decision_reasons = models.TextField()
    terms_of_reference = models.TextField(blank=True)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    key_lines = models.TextField(blank=True, help_text="Key lines of enquiry.")
    reviewers = models.TextField(blank=True, help_text="A reviewer on each line.")
    independence = models.TextField(blank=True, help_text="What the reviewers state of their independence.")
    lead_area = models.CharField(max_length=120, blank=True)
    our_contribution = models.TextField(blank=True)
    received_on = models.DateField(null=True, blank=True, help_text="When another area's report came.")
    learned = models.TextField(blank=True, help_text="The briefing, or what another area's report means for this one.")
    late_reasons = models.TextField(blank=True, help_text="What the national panel was told of the delay.")
    late_told_on = models.DateField(null=True, blank=True)
    publication_plan = models.TextField(blank=True)
    media_plan = models.TextField(blank=True)
    planned_on = models.DateField(null=True, blank=True, help_text="When it is to be published.")
    copies_sent_on = models.DateField(null=True, blank=True, help_text="To the national panel and the Secretary of State.")
    withheld_on = models.DateField(null=True, blank=True)
    withheld_reasons = models.TextField(blank=True, help_text="As the national panel was told them.")
    improvements = models.TextField(blank=True, help_text="What is published in place of a report that is withheld.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["decided_on"], name="practice_decided")]
        constraints = [
            acted("practice", "closed"),
            models.CheckConstraint(name="practice_decided_with_reasons", condition=~Q(decision_reasons="")),
            models.CheckConstraint(
                name="practice_other_method_named", condition=~Q(method=PracticeMethod.OTHER) | ~Q(method_other="")
            ),
            models.CheckConstraint(name="practice_late_told", condition=Q(late_told_on__isnull=True) | ~Q(late_reasons="")),
            models.CheckConstraint(
                name="practice_published_with_its_day",
                condition=~Q(state=PracticeState.PUBLISHED) | Q(published_on__isnull=False, completed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="practice_withheld_with_reasons",
                condition=Q(withheld_on__isnull=True) | (~Q(withheld_reasons="") & ~Q(improvements="")),
            ),
            models.CheckConstraint(
                name="practice_period_in_order",
                condition=Q(period_from__isnull=True) | Q(period_to__isnull=True) | Q(period_to__gte=F("period_from")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                *("decision_reasons", "terms_of_reference", "period_from", "period_to", "key_lines", "our_contribution"),
                *("learned", "late_reasons", "publication_plan", "media_plan", "withheld_reasons", "improvements"),
            ],
            "work": ["reviewers", "independence"],
        }
        keep = "child"
        scrub = {"period_from": None, "period_to": None}

    def __str__(self) -> str:
        return f"{self.case_id}"


@pghistory.track(append_only=True)
class CaseFamilyContact(models.Model):
    """What somebody of a family was offered or told, when and how, and what they wish."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="family_contacts")
    who = models.CharField(max_length=120, help_text="As whom the case speaks of them: no name.")
    contact_on = models.DateField()
    offered = models.TextField(help_text="What they were told or offered.")
    how = models.CharField(max_length=120, help_text="By letter, at home, through a worker.")
    support = models.TextField(blank=True)
    pseudonym_wish = models.TextField(blank=True)
    report_wish = models.TextField(blank=True)
    draft_response = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["contact_on", "id"]
        constraints = [models.CheckConstraint(name="case_family_contact_says_what", condition=~Q(offered=""))]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": ["who", "contact_on", "offered", "how", "support", "pseudonym_wish", "report_wish", "draft_response"]
        }
        keep = "child"
        scrub = {"contact_on": date(1900, 1, 1)}

    def __str__(self) -> str:
        return f"{self.case_id} {self.contact_on}"


@pghistory.track(append_only=True)
class PractitionerEvent(models.Model):
    """A day on which those who worked with the family looked back together."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="practitioner_events")
    held_on = models.DateField()
    themes = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [models.CheckConstraint(name="practitioner_event_has_themes", condition=~Q(themes=""))]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["themes"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_on}"


class PractitionerAttendance(models.Model):
    """How many of an agency came."""

    event = models.ForeignKey(PractitionerEvent, on_delete=models.PROTECT, related_name="attendances")
    agency = models.CharField(max_length=120)
    people = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(name="practitioner_attendance_once", fields=["event", "agency"])]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.event_id} {self.agency}"


@pghistory.track(append_only=True)
class CaseProceeding(models.Model):
    """What runs beside a review, who leads it, and whether the publication waits for it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="proceedings")
    kind = models.CharField(max_length=12, choices=ProceedingKind.choices)
    lead = models.CharField(max_length=120)
    status = models.TextField()
    since = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    reporting_restriction = models.TextField(blank=True)
    effect = models.CharField(max_length=6, choices=Effect.choices)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                name="case_proceeding_in_order", condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since"))
            )
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["lead", "status", "since", "ended_on", "reporting_restriction"]}
        keep = "child"
        scrub = {"since": date(1900, 1, 1), "ended_on": None}

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"
