from typing import TYPE_CHECKING

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from foundation.references import new_reference
from referrals.models.circumstances import Circumstances, codes
from referrals.models.codes import (
    SAID,
    Channel,
    ConsentBy,
    ConsentReason,
    ConsentRecorded,
    ConsentStatus,
    HelpResult,
    LeadTold,
    Purpose,
    ReferralSource,
    ThresholdLevel,
    YesNoUnknown,
)
from referrals.models.drafts import Draft

if TYPE_CHECKING:
    from referrals.models.afterwards import Amendment

FIRST_VERSION = 1
NEVER_CHANGED = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
"""What was sent is never changed: an amendment is a new version beside it."""


def version_that_says_so() -> "models.PositiveSmallIntegerField[int, int]":
    """Of a row that tells of a child or person: the version of the submission that says so."""
    words = "The version of the submission that says so: 1 is what was sent."
    return models.PositiveSmallIntegerField(default=FIRST_VERSION, db_default=FIRST_VERSION, help_text=words)


def new_submission_reference() -> str:
    """The opaque reference of a submission."""
    return new_reference("S")


class Submission(models.Model):
    """One form sent, as it was sent, about one child or several. Workload counts these; statistics count contacts."""

    append_only = True
    newest_amendment: "Amendment | None" = None
    """On a copy that reads as its newest version: that version; see `selectors.versions`."""

    reference = models.CharField(max_length=20, unique=True, default=new_submission_reference, editable=False)
    draft = models.OneToOneField(Draft, null=True, blank=True, on_delete=models.PROTECT, related_name="submission")
    agency = models.ForeignKey("accounts.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    referrer = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    visitor = models.ForeignKey(
        "accounts.Visitor",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who sent it, where it was somebody without an account.",
    )
    referrer_name = models.CharField(max_length=100, blank=True)
    referrer_role = models.CharField(max_length=100, blank=True)
    referrer_telephone = models.CharField(max_length=40, blank=True)
    referrer_email = models.EmailField(max_length=320, blank=True)
    referrer_relation = models.CharField(max_length=200, blank=True, help_text="How the referrer knows the family.")
    referral_source = models.CharField(max_length=2, choices=ReferralSource.choices, default=ReferralSource.UNKNOWN)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.PORTAL)
    immediate_danger = models.BooleanField(default=False)
    urgent = models.BooleanField(default=False, help_text="The duty manager is told at once.")
    incident_at = models.DateTimeField(null=True, blank=True, help_text="When it happened, where there is one moment.")
    aware_on = models.DateField(null=True, blank=True, help_text="On which day the referrer became aware of it.")
    aware_time = models.TimeField(null=True, blank=True, help_text="At what time of that day, in England.")
    lead_told = models.CharField(
        max_length=4,
        choices=LeadTold.choices,
        blank=True,
        default="",
        db_default="",
        help_text="Whether the line manager or safeguarding lead was informed.",
    )
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60, help_text="The reference of the actor who sent or recorded it.")
    consent_status = models.CharField(max_length=12, choices=ConsentStatus.choices)
    consent_given_by = models.CharField(max_length=200, blank=True, help_text="Who agreed or refused, and their right to.")
    consent_on = models.DateField(null=True, blank=True)
    consent_reason = models.CharField(max_length=20, choices=ConsentReason.choices, blank=True)
    consent_details = models.TextField(blank=True)
    consent_by_right = models.CharField(max_length=12, choices=ConsentBy.choices, blank=True, default="", db_default="")
    consent_scope = codes("To what they agreed.")
    consent_agencies = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="Which agencies, where they agreed to those only."
    )
    consent_recorded = models.CharField(max_length=10, choices=ConsentRecorded.choices, blank=True, default="", db_default="")
    consent_refusal_told = models.CharField(
        max_length=8,
        choices=YesNoUnknown.choices,
        blank=True,
        default="",
        db_default="",
        help_text="Whether a family that refused was told that the referral would be made anyway.",
    )
    consent_withdrawn_on = models.DateField(null=True, blank=True)
    consent_withdrawn_details = models.TextField(
        blank=True, default="", db_default="", help_text="Who withdrew it, and what follows from that."
    )
    family_told = models.CharField(max_length=8, choices=YesNoUnknown.choices)
    family_not_told_reason = models.TextField(blank=True)
    worries = models.TextField()
    working_well = models.TextField(blank=True)
    tried_already = models.TextField(blank=True)
    needs_to_happen = models.TextField(blank=True)
    child_voice = models.TextField(
        blank=True, help_text="What the child said, in the child's own words, or how they were observed."
    )
    child_voice_missing_reason = models.TextField(blank=True)
    harm_types = ArrayField(
        models.CharField(max_length=6),
        default=list,
        db_default=models.Value([], output_field=ArrayField(models.CharField(max_length=6))),
        help_text="Kinds of harm and need, as the referrer sees them: factors of the census, and a few more.",
    )
    contexts = ArrayField(
        models.CharField(max_length=10),
        default=list,
        db_default=models.Value([], output_field=ArrayField(models.CharField(max_length=10))),
        help_text="Where it happens.",
    )
    place = models.CharField(max_length=500, blank=True, default="", db_default="")
    peer_group = models.CharField(max_length=500, blank=True, default="", db_default="")
    online_place = models.CharField(max_length=500, blank=True, default="", db_default="")
    child_alone = models.CharField(
        max_length=8,
        choices=YesNoUnknown.choices,
        blank=True,
        default="",
        db_default="",
        help_text="Whether the child was alone.",
    )
    injury_areas = codes("Where on the body marks were seen.")
    early_help = models.CharField(max_length=8, choices=YesNoUnknown.choices, blank=True, default="", db_default="")
    injury_sides = codes("On which side of the body.")
    injury_description = models.TextField(blank=True, default="", db_default="", help_text="What the marks look like.")
    injury_seen = models.CharField(max_length=500, blank=True, default="", db_default="", help_text="Who saw them, and when.")
    injury_explanation = models.TextField(blank=True, default="", db_default="", help_text="How they were explained.")
    help_lead = models.CharField(max_length=200, blank=True, default="", db_default="", help_text="Who led the earlier help.")
    help_dates = models.CharField(max_length=200, blank=True, default="", db_default="", help_text="When it began and ended.")
    help_result = models.CharField(
        max_length=12, choices=HelpResult.choices, blank=True, default="", db_default="", help_text="How it ended."
    )
    help_outcome = models.TextField(blank=True, default="", db_default="", help_text="What came of it.")
    help_not_enough = models.TextField(blank=True, default="", db_default="", help_text="Why it is not enough now.")
    tools = codes("Which tools were filled in and attached.")
    referrer_kept_from_family = models.BooleanField(default=False, db_default=False)
    referrer_kept_because = models.CharField(max_length=500, blank=True, default="", db_default="")
    father_known = models.CharField(max_length=8, choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN)
    father_unknown_reason = models.TextField(blank=True)
    other_carers = models.CharField(max_length=8, choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN)
    staff_risk = models.TextField(blank=True, help_text="What staff must know before they visit.")
    referrer_level = models.PositiveSmallIntegerField(choices=ThresholdLevel.choices, null=True, blank=True)
    referrer_level_reason = models.TextField(blank=True)
    guide = models.ForeignKey(
        "referrals.Guide",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The version of the guide by level of need under which it was made.",
    )
    answers = models.JSONField(default=list, help_text="Every question in its words with its answer, by section.")
    question_set = models.CharField(max_length=20, help_text="The version of the questions.")

    class Meta:
        indexes = [
            models.Index(fields=["referrer", "-received_at", "-id"], name="submission_referrer"),
            models.Index(fields=["visitor", "-received_at", "-id"], name="submission_visitor"),
            models.Index(fields=["agency", "-received_at", "-id"], name="submission_agency"),
            models.Index(fields=["received_at"], name="submission_received"),
        ]
        constraints = [
            models.CheckConstraint(
                name="submission_danger_is_urgent",
                condition=models.Q(immediate_danger=False) | models.Q(urgent=True),
            ),
            models.CheckConstraint(
                name="submission_says_why_consent_not_sought",
                condition=~models.Q(consent_status=ConsentStatus.NOT_SOUGHT) | ~models.Q(consent_reason=""),
            ),
            models.CheckConstraint(
                name="submission_consent_as_it_can_be_said", condition=models.Q(consent_status__in=[one.value for one in SAID])
            ),
            models.CheckConstraint(
                name="submission_aware_time_of_a_day",
                condition=models.Q(aware_time__isnull=True) | models.Q(aware_on__isnull=False),
            ),
            models.CheckConstraint(
                name="submission_level_of_the_thresholds",
                condition=models.Q(referrer_level__isnull=True) | models.Q(referrer_level__range=(1, 4)),
            ),
            models.CheckConstraint(
                name="submission_portal_names_its_sender",
                condition=~models.Q(channel=Channel.PORTAL)
                | models.Q(referrer__isnull=False, agency__isnull=False)
                | models.Q(visitor__isnull=False, agency__isnull=False),
            ),
            models.CheckConstraint(
                name="submission_one_sender",
                condition=models.Q(referrer__isnull=True) | models.Q(visitor__isnull=True),
            ),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {
            "identity": ["referrer_name"],
            "contact": ["referrer_telephone", "referrer_email"],
            "work": ["referrer_role", "referrer_relation", "lead_told"],
            "health": ["injury_areas", "injury_sides", "injury_description", "injury_seen", "injury_explanation"],
            "case": [
                "consent_given_by",
                "consent_details",
                "consent_by_right",
                "consent_scope",
                "consent_agencies",
                "consent_withdrawn_details",
                "family_not_told_reason",
                "worries",
                "working_well",
                "tried_already",
                "needs_to_happen",
                "child_voice",
                "child_voice_missing_reason",
                "father_unknown_reason",
                "staff_risk",
                "referrer_level_reason",
                "harm_types",
                "child_alone",
                "early_help",
                "help_lead",
                "help_dates",
                "help_result",
                "help_outcome",
                "help_not_enough",
                "tools",
                "referrer_kept_because",
                "contexts",
                "place",
                "peer_group",
                "online_place",
                "answers",
            ],
        }
        keep = "contact"
        scrub: dict[str, object] = {
            "answers": [],
            "harm_types": [],
            "contexts": [],
            "tools": [],
            "injury_areas": [],
            "injury_sides": [],
            "consent_scope": [],
        }

    def __str__(self) -> str:
        return self.reference


class SubmittedChild(Circumstances):
    """One child as the referrer described them in one version. An amendment writes another row; this one never changes."""

    append_only = True

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="children")
    position = models.PositiveSmallIntegerField()
    version = version_that_says_so()
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100)
    known_as = models.CharField(max_length=100, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_estimated = models.BooleanField(default=False)
    expected_delivery_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, default="U", help_text="M, F or U, as in the children in need census.")
    ethnicity = models.CharField(max_length=4, blank=True, help_text="Code of the children in need census.")
    nhs_number = models.CharField(max_length=10, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    whereabouts = models.CharField(max_length=500, blank=True, help_text="Where the child is now, if not at that address.")
    school = models.CharField(max_length=200, blank=True, help_text="School or early years setting.")
    gp = models.CharField(max_length=200, blank=True)
    first_language = models.CharField(max_length=100, blank=True)
    interpreter_needed = models.CharField(max_length=8, choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN)
    disability = models.CharField(max_length=500, blank=True, help_text="Disability, and how the child communicates.")
    school_urn = models.CharField(max_length=6, blank=True, default="", db_default="", help_text="Where it was looked up.")
    uprn = models.CharField(max_length=12, blank=True, default="", db_default="", help_text="Where it was looked up.")
    maternity = models.CharField(max_length=500, blank=True, help_text="Unborn: the mother’s full name.")

    class Meta:
        verbose_name_plural = "submitted children"
        constraints = [
            models.UniqueConstraint(name="submitted_child_position_once", fields=["submission", "position", "version"]),
            models.CheckConstraint(
                name="submitted_child_born_or_expected",
                condition=models.Q(birth_date__isnull=False, expected_delivery_date__isnull=True)
                | models.Q(birth_date__isnull=True, expected_delivery_date__isnull=False),
            ),
            models.CheckConstraint(
                name="submitted_child_unborn_sex_unknown",
                condition=models.Q(birth_date__isnull=False) | models.Q(sex="U"),
            ),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {
            "identity": [
                "given_name",
                "family_name",
                "known_as",
                "birth_date",
                "expected_delivery_date",
                "nhs_number",
                "upn",
            ],
            "contact": ["address", "postcode", "whereabouts", "uprn"],
            "characteristics": [
                "birth_date_estimated",
                "sex",
                "ethnicity",
                "first_language",
                "interpreter_needed",
                "gender_identity",
                "religion",
                "communication",
                "nationality",
                "immigration",
            ],
            "health": [
                "gp",
                "disability",
                "maternity",
                "disability_codes",
                "gestation_weeks",
                "babies",
                "late_booked",
                "booking_hospital",
            ],
            "case": [
                "school",
                "school_urn",
                "no_fixed_address",
                "young_carer",
                "education",
                "attendance",
                "looking_after_authority",
                "legal_orders",
                "helped_before",
            ],
        }
        keep = "contact"
        scrub: dict[str, object] = {"disability_codes": [], "legal_orders": [], "no_fixed_address": False}

    def __str__(self) -> str:
        return f"{self.submission_id} child {self.position}"

    @property
    def full_name(self) -> str:
        """The name as one line, for pages whose reader may see it."""
        if self.birth_date is None:
            return " ".join(part for part in ("Unborn child", self.family_name) if part)
        return f"{self.given_name} {self.family_name}".strip()
