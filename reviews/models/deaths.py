"""Deaths of children: notified whatever their cause, and who the child was, apart from all that is written of the death."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from referrals.models.acts import acted
from reviews.models.cases import Case, CaseChild
from reviews.models.codes import Yes
from reviews.models.deaths_codes import (
    Born,
    DeathCategory,
    DeathPlace,
    DeathState,
    Expected,
    HoldReason,
    JointResponse,
    Modifiable,
    NhsAbsent,
)
from reviews.models.rows import never_deleted


@pghistory.track(append_only=True)
class DeathPanel(models.Model):
    """A child death overview panel: several areas share one."""

    name = models.CharField(max_length=120, unique=True)
    areas = models.TextField(help_text="The local authorities whose deaths it reviews, one on each line.")
    named_at = models.DateTimeField()
    named_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(name="death_panel_has_areas", condition=~Q(name="") & ~Q(areas=""))]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.name

    @property
    def covers(self) -> list[str]:
        """Its areas, in their order."""
        return [area.strip() for area in self.areas.splitlines() if area.strip()]


@pghistory.track(append_only=True)
class ChildDeath(models.Model):
    """The death of a child, as it was notified, and how far its review is."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="death")
    state = models.CharField(max_length=9, choices=DeathState.choices, default=DeathState.NOTIFIED)
    entered_at = models.DateTimeField(help_text="When it came into its state.")
    second_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="seconds",
        help_text="The same death, notified before: told to those named on that one, and not to those named on this.",
    )
    born = models.CharField(max_length=11, choices=Born.choices)
    gestation_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    died_on = models.DateField()
    died_time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=8, choices=DeathPlace.choices)
    place_words = models.CharField(max_length=120, blank=True)
    area_la = models.CharField(max_length=120, help_text="The local authority in which the child normally lived.")
    panel = models.ForeignKey(DeathPanel, on_delete=models.PROTECT, related_name="deaths")
    happened = models.TextField(help_text="What happened before the death.")
    suspected_cause = models.TextField(blank=True)
    expected = models.CharField(max_length=10, choices=Expected.choices)
    joint_response = models.BooleanField()
    joint_criterion = models.CharField(max_length=10, choices=JointResponse.choices, blank=True)
    coroner_told = models.CharField(max_length=7, choices=Yes.choices)
    abuse_suspected = models.CharField(max_length=7, choices=Yes.choices)
    notifier = models.CharField(max_length=120)
    notifier_agency = models.CharField(max_length=120)
    notified_at = models.DateTimeField(help_text="When the notification reached the office.")
    support = models.TextField(blank=True, help_text="What bereavement support was offered.")
    key_worker = models.CharField(max_length=120, blank=True, help_text="Who stays beside the family.")
    professionals = models.TextField(blank=True, help_text="Everybody involved, one on each line.")
    response_met_on = models.DateField(null=True, blank=True, help_text="First meeting of the joint agency response.")
    visited_on = models.DateField(null=True, blank=True, help_text="Visit to the home or scene.")
    letter_on = models.DateField(null=True, blank=True, help_text="Letter and leaflet to the parents.")
    review_due_on = models.DateField(help_text="Of the review meeting: copied from its clock.")
    panel_due_on = models.DateField(null=True, blank=True, help_text="Copied from its clock.")
    whole_due_on = models.DateField(help_text="Of everything: copied from its clock.")
    hold_reason = models.CharField(max_length=15, choices=HoldReason.choices, blank=True, help_text="While it is on hold.")
    triaged_at = models.DateTimeField(null=True, blank=True)
    triaged_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    triage_chair = models.CharField(max_length=120, blank=True)
    triage_paediatrician = models.CharField(max_length=120, blank=True)
    triage_reasons = models.TextField(blank=True)
    met_on = models.DateField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True, help_text="When the review meeting was recorded.")
    met_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    chair = models.CharField(max_length=120, blank=True)
    attended = models.TextField(blank=True, help_text="Who took part, an agency on each line.")
    cause_1a = models.CharField(max_length=200, blank=True)
    cause_1b = models.CharField(max_length=200, blank=True)
    cause_1c = models.CharField(max_length=200, blank=True)
    cause_1d = models.CharField(max_length=200, blank=True)
    cause_2 = models.CharField(max_length=200, blank=True)
    category = models.PositiveSmallIntegerField(choices=DeathCategory.choices, null=True, blank=True)
    modifiable = models.CharField(max_length=10, choices=Modifiable.choices, blank=True)
    learning = models.TextField(blank=True)
    issues = models.TextField(blank=True)
    positive = models.TextField(blank=True, help_text="Positive practice.")
    recommendations = models.TextField(blank=True)
    follow_up = models.TextField(blank=True, help_text="With the family.")
    referral = models.TextField(blank=True, help_text="What was referred to whom at once.")
    reviewed_on = models.DateField(null=True, blank=True, help_text="The day of the panel.")
    reviewed_at = models.DateTimeField(null=True, blank=True, help_text="When that was recorded.")
    reviewed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [
            models.Index(fields=["died_on"], name="death_died"),
            models.Index(fields=["notified_at"], name="death_notified"),
            models.Index(fields=["reviewed_on"], name="death_reviewed", condition=Q(reviewed_on__isnull=False)),
        ]
        constraints = [
            *(acted("death", act) for act in ("triaged", "met", "reviewed", "closed")),
            models.CheckConstraint(
                name="death_is_one_that_is_reviewed", condition=~Q(born__in=[Born.STILLBIRTH, Born.TERMINATION])
            ),
            models.CheckConstraint(
                name="death_joint_response_with_its_criterion",
                condition=Q(joint_response=True) & ~Q(joint_criterion="") | Q(joint_response=False, joint_criterion=""),
            ),
            models.CheckConstraint(
                name="death_unattended_is_responded_to",
                condition=~Q(born=Born.UNATTENDED) | Q(joint_response=True, joint_criterion=JointResponse.STILLBIRTH),
            ),
            models.CheckConstraint(
                name="death_reviewed_says_what_it_was",
                condition=~Q(state__in=[DeathState.REVIEWED, DeathState.CLOSED])
                | Q(category__isnull=False, reviewed_at__isnull=False, reviewed_on__isnull=False) & ~Q(modifiable=""),
            ),
            models.CheckConstraint(
                name="death_met_or_triaged_before_the_panel",
                condition=~Q(state__in=[DeathState.LISTED, DeathState.REVIEWED, DeathState.CLOSED])
                | Q(met_at__isnull=False)
                | Q(triaged_at__isnull=False),
            ),
            models.CheckConstraint(
                name="death_triaged_by_two",
                condition=Q(triaged_at__isnull=True) | ~Q(triage_chair="") & ~Q(triage_paediatrician="") & ~Q(triage_reasons=""),
            ),
            models.CheckConstraint(
                name="death_joined_to_another", condition=~Q(state=DeathState.JOINED) | Q(second_of__isnull=False)
            ),
            models.CheckConstraint(
                name="death_is_no_second_of_itself", condition=Q(second_of__isnull=True) | ~Q(second_of=F("id"))
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                *("born", "gestation_weeks", "died_on", "died_time", "place", "place_words", "area_la", "happened"),
                *("suspected_cause", "expected", "joint_response", "joint_criterion", "coroner_told", "abuse_suspected"),
                *("support", "triage_reasons", "learning", "issues", "positive", "recommendations", "follow_up", "referral"),
                *("response_met_on", "visited_on", "letter_on", "hold_reason"),
                *("cause_1a", "cause_1b", "cause_1c", "cause_1d", "cause_2", "category", "modifiable"),
            ],
            "work": [
                *("notifier", "notifier_agency", "key_worker", "professionals", "triage_chair", "triage_paediatrician"),
                *("chair", "attended"),
            ],
        }
        keep = "child"
        scrub = {
            "born": Born.LIVE,
            "died_on": date(1900, 1, 1),
            "place": DeathPlace.OTHER,
            "expected": Expected.EXPECTED,
            "joint_response": False,
            "coroner_told": Yes.UNKNOWN,
            "abuse_suspected": Yes.UNKNOWN,
        }

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"


@pghistory.track(append_only=True)
class DeathIdentity(models.Model):
    """What else says who the child was: for those alone who read who the children of a case are."""

    child = models.OneToOneField(CaseChild, on_delete=models.PROTECT, related_name="death_identity")
    nhs_number = models.CharField(max_length=10, blank=True)
    nhs_absent = models.CharField(max_length=13, choices=NhsAbsent.choices, blank=True)
    address = models.TextField(blank=True)
    school = models.CharField(max_length=120, blank=True)
    practice = models.CharField(max_length=120, blank=True, help_text="General practice.")
    family = models.TextField(blank=True, help_text="Parents, brothers and sisters, other children: one on each line.")

    class Meta:
        verbose_name_plural = "death identities"
        constraints = [
            models.CheckConstraint(
                name="death_identity_number_or_why_not",
                condition=Q(nhs_absent="") & ~Q(nhs_number="") | ~Q(nhs_absent="") & Q(nhs_number=""),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "identity": ["nhs_number", "nhs_absent", "address", "school", "practice", "family"],
        }
        keep = "child"
        scrub = {"nhs_absent": NhsAbsent.NOT_AVAILABLE, "nhs_number": ""}

    def __str__(self) -> str:
        return f"Identity {self.child_id}"


@pghistory.track(append_only=True)
class DeathHold(models.Model):
    """A time in which the clocks of a review stand still, because it waits for somebody outside."""

    death = models.ForeignKey(ChildDeath, on_delete=models.PROTECT, related_name="holds")
    reason = models.CharField(max_length=15, choices=HoldReason.choices)
    words = models.TextField()
    held_at = models.DateTimeField()
    held_by = models.CharField(max_length=60, help_text="The actor's reference.")
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["held_at", "id"]
        constraints = [
            acted("death_hold", "released"),
            models.UniqueConstraint(name="death_hold_one_at_a_time", fields=["death"], condition=Q(released_at__isnull=True)),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["reason", "words"]}
        keep = "child"
        scrub = {"reason": HoldReason.INQUEST}

    def __str__(self) -> str:
        return f"{self.death_id} {self.reason}"


@pghistory.track(append_only=True)
class FamilyContact(models.Model):
    """One contact with the bereaved family."""

    death = models.ForeignKey(ChildDeath, on_delete=models.PROTECT, related_name="contacts")
    day = models.DateField()
    who = models.CharField(max_length=120, help_text="Of the family, by relation: no name.")
    whose = models.CharField(max_length=120, help_text="Who spoke with them.")
    words = models.TextField(help_text="What was said and asked.")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["day", "id"]
        constraints = [models.CheckConstraint(name="family_contact_says_something", condition=~Q(words="") & ~Q(who=""))]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["who", "words"], "work": ["whose"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.death_id} {self.day}"
