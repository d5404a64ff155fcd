"""Child protection conferences: who was asked, who came, what was said, what was decided for each child."""

import pghistory
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from protection.models.codes import (
    AgencyGroup,
    Attendance,
    Category,
    ConferenceDecision,
    ConferenceState,
    ConferenceType,
    EndReason,
    InquorateReason,
    Mode,
    Participation,
    PracticeModel,
    Recommendation,
    Relation,
    ReportStatus,
)
from protection.models.family import FamilyGroup
from protection.models.rows import never_deleted, new_protection_reference
from protection.models.section47 import Section47
from referrals.models.acts import acted

HIGHEST_SCORE = 10


@pghistory.track(append_only=True)
class Conference(models.Model):
    """A meeting of family and agencies that decides, for each child of a family, about a child protection plan."""

    reference = models.CharField(max_length=20, unique=True, default=new_protection_reference, editable=False)
    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="conferences")
    type = models.CharField(max_length=12, choices=ConferenceType.choices)
    state = models.CharField(max_length=12, choices=ConferenceState.choices, default=ConferenceState.REQUESTED)
    requested_at = models.DateTimeField()
    requested_by = models.CharField(max_length=60, help_text="The actor's reference.")
    due_on = models.DateField(help_text="By when it is to be held; the earliest of its children's.")
    chair = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    planned_for = models.DateTimeField(null=True, blank=True)
    booked_at = models.DateTimeField(null=True, blank=True)
    booked_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    lasts = models.PositiveSmallIntegerField(default=120, db_default=120, help_text="For how many minutes it is planned.")
    venue = models.CharField(max_length=200, blank=True)
    mode = models.CharField(max_length=10, choices=Mode.choices, blank=True)
    interpreter = models.CharField(max_length=100, blank=True, help_text="Language, where one is needed.")
    practice_model = models.CharField(max_length=3, choices=PracticeModel.choices, default=PracticeModel.STRENGTHENING_FAMILIES)
    held_on = models.DateField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True, help_text="When it was recorded as held.")
    held_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    late_reason = models.TextField(blank=True)
    quorate = models.BooleanField(null=True)
    inquorate_reason = models.CharField(max_length=12, choices=InquorateReason.choices, blank=True)
    inquorate_note = models.TextField(blank=True, help_text="The chair's reason for going on.")
    met_family_before = models.BooleanField(null=True, help_text="The chair met the family beforehand.")
    complaints_leaflet_given = models.BooleanField(null=True)
    past_harm = models.TextField(blank=True)
    danger_statements = models.TextField(blank=True)
    complicating_factors = models.TextField(blank=True)
    strengths = models.TextField(blank=True)
    grey_areas = models.TextField(blank=True)
    family_views = models.TextField(blank=True)
    safety_goals = models.TextField(blank=True)
    what_needs_to_happen = models.TextField(blank=True)
    contingency = models.TextField(blank=True)
    summary = models.TextField(blank=True, help_text="What the chair says in the end, in plain words.")
    reconvene_due_on = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True, help_text="The day of the next conference.")
    reconvenes = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reconvened")
    outline_sent_at = models.DateTimeField(null=True, blank=True, help_text="When decision and outline plan went out.")
    outline_sent_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    outline_due_on = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True, help_text="When the chair approved the record.")
    approved_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    distributed_at = models.DateTimeField(null=True, blank=True)
    distributed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    record_due_on = models.DateField(null=True, blank=True)
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
            models.Index(fields=["family", "-requested_at"], name="conference_family"),
            models.Index(fields=["chair", "planned_for", "id"], name="conference_chair_diary"),
            models.Index(fields=["held_on"], name="conference_held", condition=Q(held_on__isnull=False)),
        ]
        constraints = [
            *(
                acted("conference", act)
                for act in ("booked", "held", "outline_sent", "approved", "distributed", "cancelled", "withdrawn")
            ),
            models.CheckConstraint(
                name="conference_held_on_a_day_by_a_chair",
                condition=Q(held_at__isnull=True, held_on__isnull=True, quorate__isnull=True)
                | Q(held_at__isnull=False, held_on__isnull=False, quorate__isnull=False, chair__isnull=False),
            ),
            models.CheckConstraint(
                name="conference_inquorate_with_the_chairs_reason",
                condition=Q(quorate__isnull=True)
                | Q(quorate=True)
                | Q(reconvene_due_on__isnull=False)
                | (~Q(inquorate_reason="") & ~Q(inquorate_note="")),
            ),
            # 8875: the census takes no conference on a Saturday or Sunday.
            models.CheckConstraint(
                name="conference_on_a_weekday", condition=Q(held_on__isnull=True) | Q(held_on__iso_week_day__lte=5)
            ),
            models.CheckConstraint(
                name="conference_booked_with_chair_and_time",
                condition=Q(booked_at__isnull=True) | Q(chair__isnull=False, planned_for__isnull=False),
            ),
            models.CheckConstraint(
                name="conference_sent_out_once_approved",
                condition=Q(distributed_at__isnull=True) | Q(approved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="conference_closed_with_a_reason",
                condition=Q(cancelled_at__isnull=True, withdrawn_at__isnull=True) | ~Q(closing_reason=""),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                "late_reason",
                "inquorate_note",
                "met_family_before",
                "complaints_leaflet_given",
                "past_harm",
                "danger_statements",
                "complicating_factors",
                "strengths",
                "grey_areas",
                "family_views",
                "safety_goals",
                "what_needs_to_happen",
                "contingency",
                "summary",
                "closing_reason",
            ],
            "characteristics": ["interpreter"],
            "contact": ["venue"],
            "work": ["chair"],
        }
        keep = "child"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class ConferenceChild(models.Model):
    """One child of a conference: how the child took part, and what was decided for this child."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="children")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    enquiry = models.ForeignKey(Section47, null=True, blank=True, on_delete=models.PROTECT, related_name="conferences")
    due_on = models.DateField(help_text="By when the law wants this conference for this child.")
    participation = models.CharField(max_length=15, choices=Participation.choices, blank=True)
    advocate = models.CharField(max_length=150, blank=True)
    views = models.TextField(blank=True, help_text="What the child says.")
    views_obtained_how = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=10, choices=ConferenceDecision.choices, blank=True)
    category = models.CharField(max_length=3, choices=Category.choices, blank=True)
    end_reason = models.CharField(max_length=15, choices=EndReason.choices, blank=True)
    decision_reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["child", "conference"], name="conference_child_child")]
        constraints = [
            acted("conference_child", "decided"),
            models.UniqueConstraint(name="conference_child_once", fields=["conference", "child"]),
            models.CheckConstraint(
                name="conference_child_decided_with_a_reason",
                condition=Q(decided_at__isnull=True, decision="") | (~Q(decision="") & ~Q(decision_reason="")),
            ),
            models.CheckConstraint(
                name="conference_child_category_with_a_plan",
                condition=(Q(decision__in=["plan", "continue"]) & ~Q(category="") & ~Q(category=Category.MULTIPLE))
                | (~Q(decision__in=["plan", "continue"]) & Q(category="")),
            ),
            models.CheckConstraint(
                name="conference_child_end_with_a_reason",
                condition=Q(decision="end") & ~Q(end_reason="") | ~Q(decision="end") & Q(end_reason=""),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "identity": ["child", "advocate"],
            "case": ["participation", "views", "views_obtained_how", "decision", "category", "end_reason", "decision_reason"],
        }
        scrub: dict[str, object] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.child_id}"


@pghistory.track(append_only=True)
class AgencyInvitation(models.Model):
    """Somebody of an agency who is asked to a conference: whether they came, and what became of their report."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="invitations")
    group = models.CharField(max_length=15, choices=AgencyGroup.choices)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=150, blank=True)
    required = models.BooleanField(default=True, help_text="Expected to come; only those are counted.")
    works_with_child = models.BooleanField(default=True, help_text="Has direct contact with the child; a quorum counts those.")
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=60, help_text="The actor's reference.")
    attendance = models.CharField(max_length=12, choices=Attendance.choices, blank=True)
    report = models.CharField(max_length=12, choices=ReportStatus.choices, default=ReportStatus.NOT_REQUIRED)
    report_due_on = models.DateField(null=True, blank=True)
    report_received_on = models.DateField(null=True, blank=True)
    report_shared_on = models.DateField(null=True, blank=True, help_text="When the family had it.")
    request = models.OneToOneField(
        "work.Request", null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="The request of the report."
    )
    recommendation = models.CharField(max_length=8, choices=Recommendation.choices, blank=True)
    view = models.TextField(blank=True, help_text="What they say in the conference.")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="When the invitation was taken back.")
    withdrawn_by = models.CharField(max_length=60, blank=True, default="", db_default="", help_text="The actor's reference.")
    withdrawn_reason = models.TextField(blank=True, default="", db_default="")

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["agency", "conference"], name="agency_invitation_agency"),
            models.Index(fields=["person", "conference"], name="agency_invitation_person"),
        ]
        constraints = [
            acted("agency_invitation", "withdrawn"),
            models.UniqueConstraint(
                name="agency_invitation_once",
                fields=["conference", "person"],
                condition=Q(person__isnull=False, withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="agency_invitation_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="agency_invitation_report_received_on_a_day",
                condition=Q(report__in=["on_time", "late"], report_received_on__isnull=False)
                | (~Q(report__in=["on_time", "late"]) & Q(report_received_on__isnull=True)),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "work": ["person", "name", "role"],
            "case": ["recommendation", "view", "withdrawn_reason"],
        }
        keep = "child"

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.name}"


@pghistory.track(append_only=True)
class FamilyInvitation(models.Model):
    """Somebody of the family who is asked to a conference, or kept out of it with the chair's reason."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="family_invitations")
    relation = models.CharField(max_length=10, choices=Relation.choices)
    child = models.ForeignKey("children.Child", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=60, help_text="The actor's reference.")
    attendance = models.CharField(max_length=12, choices=Attendance.choices, blank=True)
    excluded_at = models.DateTimeField(null=True, blank=True)
    excluded_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    excluded_reason = models.TextField(blank=True)
    excluded_part = models.CharField(max_length=200, blank=True, help_text="For the whole conference, or which part of it.")
    read_report = models.BooleanField(null=True, help_text="Had read the social worker's report beforehand.")
    companion = models.CharField(max_length=150, blank=True, help_text="Supporter, advocate or solicitor.")
    views = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            acted("family_invitation", "excluded"),
            models.CheckConstraint(
                name="family_invitation_excluded_with_a_reason",
                condition=Q(excluded_at__isnull=True, excluded_reason="")
                | (Q(excluded_at__isnull=False) & ~Q(excluded_reason="")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "identity": ["child", "name", "companion"],
            "case": ["excluded_reason", "excluded_part", "read_report", "views"],
        }
        scrub: dict[str, object] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.pk}"


@pghistory.track(append_only=True)
class SafetyScore(models.Model):
    """How safe somebody in a conference thinks that the children are: 0, harm is certain; 10, safe enough to close."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="scores")
    invitation = models.ForeignKey(AgencyInvitation, null=True, blank=True, on_delete=models.PROTECT, related_name="scores")
    family_member = models.ForeignKey(FamilyInvitation, null=True, blank=True, on_delete=models.PROTECT, related_name="scores")
    score = models.PositiveSmallIntegerField(validators=[MaxValueValidator(HIGHEST_SCORE)])
    reason = models.TextField(blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60, help_text="The actor's reference: who wrote it down.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="safety_score_0_to_10", condition=Q(score__lte=HIGHEST_SCORE)),
            models.CheckConstraint(
                name="safety_score_of_the_chair_or_one_of_those_invited",
                condition=Q(invitation__isnull=True) | Q(family_member__isnull=True),
            ),
            models.UniqueConstraint(
                name="safety_score_once",
                fields=["conference", "invitation", "family_member"],
                nulls_distinct=False,
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["score", "reason"]}
        scrub: dict[str, object] = {"score": 0}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.score}"


@pghistory.track(append_only=True)
class Dissent(models.Model):
    """An agency that does not agree with what was decided for a child, in its own words."""

    decided = models.ForeignKey(ConferenceChild, on_delete=models.PROTECT, related_name="dissents")
    invitation = models.ForeignKey(AgencyInvitation, on_delete=models.PROTECT, related_name="dissents")
    words = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="dissent_once", fields=["decided", "invitation"]),
            models.CheckConstraint(name="dissent_in_words", condition=~Q(words="")),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["words"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.decided_id}: {self.invitation_id}"
