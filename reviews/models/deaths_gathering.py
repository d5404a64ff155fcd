"""What agencies return on a death, what contributed to it, and the meetings of the panel."""

import pghistory
from django.db import models
from django.db.models import Q

from referrals.models.acts import acted
from reviews.models.deaths import ChildDeath, DeathPanel
from reviews.models.deaths_codes import CareStatus, Domain, Evidence, FormState, Relevance, Supplement
from reviews.models.rows import never_deleted, new_case_reference
from work.models import PrintedCopy, copy_constraints


@pghistory.track(append_only=True)
class DeathForm(models.Model):
    """The reporting form of one agency, written by one author: they read it, and nothing else of the case."""

    reference = models.CharField(max_length=20, unique=True, default=new_case_reference, editable=False)
    death = models.ForeignKey(ChildDeath, on_delete=models.PROTECT, related_name="forms")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    request = models.OneToOneField(
        "work.Request", null=True, blank=True, on_delete=models.PROTECT, related_name="death_form", help_text="That asked for it."
    )
    state = models.CharField(max_length=8, choices=FormState.choices, default=FormState.ASKED)
    due_on = models.DateField()
    supplement = models.CharField(max_length=12, choices=Supplement.choices, default=Supplement.NONE)
    known = models.BooleanField(null=True, blank=True, help_text="Whether the agency knew of child or family at all.")
    filled_in_by_whom = models.CharField(max_length=150, blank=True, help_text="Name and post of who completed it.")
    history = models.TextField(blank=True, help_text="The child's history.")
    pregnancy = models.TextField(blank=True, help_text="Pregnancy and birth: gestation, weight, the mother's health.")
    growth = models.CharField(max_length=200, blank=True, help_text="Height and weight.")
    health = models.TextField(blank=True, help_text="Health, development, disability.")
    education = models.TextField(blank=True)
    family = models.TextField(blank=True, help_text="Parents: occupations, smoking, substances, mental health, violence.")
    housing = models.TextField(blank=True, help_text="Housing and poverty.")
    barriers = models.TextField(blank=True, help_text="Barriers to services, immigration.")
    care_status = models.CharField(max_length=12, choices=CareStatus.choices, default=CareStatus.UNKNOWN)
    narrative = models.TextField(blank=True, help_text="What happened.")
    services = models.TextField(blank=True, help_text="What the agency gave.")
    support_offered = models.TextField(blank=True, help_text="Bereavement support.")
    learning = models.TextField(blank=True, help_text="What the agency has learnt.")
    supplementary = models.TextField(blank=True, help_text="What the supplementary form asks.")
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    evidence = models.CharField(max_length=11, choices=Evidence.choices, blank=True)
    evidence_words = models.TextField(blank=True, help_text="What it says.")
    evidence_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken instead.")
    evidence_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]
        constraints = [
            acted("death_form", "returned"),
            acted("death_form", "evidence"),
            models.UniqueConstraint(name="death_form_asked_once", fields=["death", "agency"]),
            models.CheckConstraint(
                name="death_form_returned_says_something",
                condition=Q(state=FormState.RETURNED, returned_at__isnull=False, known__isnull=False)
                & ~Q(filled_in_by_whom="")
                & ~Q(narrative="")
                | ~Q(state=FormState.RETURNED) & Q(returned_at__isnull=True),
            ),
            models.CheckConstraint(
                name="death_form_evidence_says_which",
                condition=Q(state=FormState.EVIDENCE, evidence_at__isnull=False) & ~Q(evidence="") & ~Q(evidence_words="")
                | ~Q(state=FormState.EVIDENCE) & Q(evidence_at__isnull=True, evidence=""),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                *("known", "history", "pregnancy", "growth", "health", "education", "family", "housing", "barriers"),
                *("care_status", "narrative", "services", "support_offered", "learning", "supplementary", "evidence_words"),
                "supplement",
            ],
            "work": ["author", "filled_in_by_whom"],
        }
        keep = "child"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class DeathFactor(models.Model):
    """Something that may have contributed to a death, in one of four domains. One that is wrong is struck, not deleted."""

    death = models.ForeignKey(ChildDeath, on_delete=models.PROTECT, related_name="factors")
    domain = models.CharField(max_length=1, choices=Domain.choices)
    words = models.TextField()
    relevance = models.PositiveSmallIntegerField(choices=Relevance.choices)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["domain", "id"]
        constraints = [
            acted("death_factor", "struck"),
            models.CheckConstraint(name="death_factor_says_what", condition=~Q(words="")),
            models.CheckConstraint(name="death_factor_relevance", condition=Q(relevance__in=Relevance.values)),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["domain", "words", "relevance"]}
        keep = "child"
        scrub = {"domain": Domain.INTRINSIC, "relevance": Relevance.UNKNOWN}

    def __str__(self) -> str:
        return f"{self.death_id} {self.domain}"


@pghistory.track(append_only=True)
class DeathMeeting(models.Model):
    """A meeting of a panel, on which deaths are listed."""

    reference = models.CharField(max_length=20, unique=True, default=new_case_reference, editable=False)
    panel = models.ForeignKey(DeathPanel, on_delete=models.PROTECT, related_name="meetings")
    day = models.DateField()
    chair = models.CharField(max_length=120)
    planned_at = models.DateTimeField()
    planned_by = models.CharField(max_length=60, help_text="The actor's reference.")
    held_at = models.DateTimeField(null=True, blank=True, help_text="When its first review was recorded.")
    held_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["-day", "-id"]
        indexes = [models.Index(fields=["-day", "-id"], name="death_meeting_newest")]
        constraints = [
            acted("death_meeting", "held"),
            models.UniqueConstraint(name="death_meeting_once_a_day", fields=["panel", "day"]),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["chair"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.panel_id} {self.day}"


@pghistory.track(append_only=True)
class DeathListing(models.Model):
    """That a death is listed for a meeting; put off, it is listed for another one."""

    meeting = models.ForeignKey(DeathMeeting, on_delete=models.PROTECT, related_name="listings")
    death = models.ForeignKey(ChildDeath, on_delete=models.PROTECT, related_name="listings")
    listed_at = models.DateTimeField()
    listed_by = models.CharField(max_length=60, help_text="The actor's reference.")
    put_off_at = models.DateTimeField(null=True, blank=True)
    put_off_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["id"]
        constraints = [
            acted("death_listing", "put_off"),
            models.UniqueConstraint(name="death_listed_once", fields=["death"], condition=Q(put_off_at__isnull=True)),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.death_id}"


class DeathPackCopy(PrintedCopy):
    """The pack of a panel meeting as PDF, of the deaths that whoever asked sees."""

    meeting = models.ForeignKey(DeathMeeting, on_delete=models.PROTECT, related_name="copies")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    cases = models.JSONField(help_text="References of the cases in it: all of them have to be seen to open it.")

    class Meta:
        verbose_name_plural = "death pack copies"
        indexes = [models.Index(fields=["asked_at"], name="death_pack_asked", condition=~Q(state="removed"))]
        constraints = [*copy_constraints("death_pack_copy", "meeting")]

    class Privacy:
        personal = {"work": ["person", "asked_by"]}
        keep = "technical"
