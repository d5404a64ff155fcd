"""Professional disagreement between agencies, moved up stage by stage until it is resolved or the partnership decides."""

import pghistory
from django.db import models
from django.db.models import F, Q

from foundation.references import new_reference
from referrals.models.contacts import Contact


def new_disagreement_reference() -> str:
    """The opaque reference of a disagreement."""
    return new_reference("2")


FINAL_STAGE = 5


@pghistory.track(append_only=True)
class Disagreement(models.Model):
    """One agency disagrees with what another decided or did about a child. It never delays what protects the child."""

    class About(models.TextChoices):
        THRESHOLD = "threshold", "The level of need, or what was decided about a referral"
        PLAN = "plan", "A plan for a child"
        ATTENDANCE = "attendance", "Somebody does not come to meetings"
        SHARING = "sharing", "Information is not shared"
        TRANSFER = "transfer", "A transfer is not accepted"
        CONFERENCE = "conference", "A child protection conference is refused"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        RESOLVED = "resolved", "Resolved"
        DECIDED = "decided", "Decided by the partnership"

    reference = models.CharField(max_length=20, unique=True, default=new_disagreement_reference, editable=False)
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="disagreements")
    about = models.CharField(max_length=12, choices=About.choices)
    raised_for = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="disagreements_raised")
    raised_with = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="disagreements_received")
    raiser = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    visitor = models.ForeignKey(
        "accounts.Visitor",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who raised it, where it is somebody without an account.",
    )
    disputed = models.TextField(help_text="What was decided or done.")
    concern = models.TextField(help_text="Why that worries those who raise it.")
    wanted = models.TextField(help_text="The result that they want.")
    risk = models.TextField(help_text="The risk to the child meanwhile, and what is done about it.")
    in_parallel = models.BooleanField(default=False, help_text="A strategy discussion is asked for at the same time.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    stage = models.PositiveSmallIntegerField(default=1)
    due_at = models.DateTimeField(help_text="Of the present stage, copied from its clock.")
    raised_at = models.DateTimeField()
    raised_by = models.CharField(max_length=60, help_text="The actor's reference.")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    learning = models.TextField(blank=True, help_text="What agencies learn from it.")
    once = models.CharField(max_length=40, help_text="The page from which it was raised: pressed twice, it is raised once.")
    version = models.PositiveIntegerField(
        default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
    )

    class Meta:
        indexes = [
            models.Index(fields=["raised_for", "-raised_at", "-id"], name="disagreement_raised_for"),
            models.Index(fields=["raised_with", "-raised_at", "-id"], name="disagreement_raised_with"),
            models.Index(fields=["-raised_at", "-id"], name="disagreement_newest"),
        ]
        constraints = [
            models.UniqueConstraint(name="disagreement_raised_once", fields=["raiser", "once"]),
            models.UniqueConstraint(name="disagreement_raised_once_by_visitor", fields=["visitor", "once"]),
            models.CheckConstraint(
                name="disagreement_one_raiser",
                condition=Q(raiser__isnull=False, visitor__isnull=True) | Q(raiser__isnull=True, visitor__isnull=False),
            ),
            models.CheckConstraint(
                name="disagreement_of_a_visitor_about_what_they_sent",
                condition=Q(visitor__isnull=True) | Q(contact__isnull=False),
            ),
            models.CheckConstraint(name="disagreement_between_two_agencies", condition=~Q(raised_for=F("raised_with"))),
            models.CheckConstraint(name="disagreement_stage_of_five", condition=Q(stage__range=(1, FINAL_STAGE))),
            models.CheckConstraint(
                name="disagreement_ended_at_and_by",
                condition=Q(ended_at__isnull=True, ended_by="") | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
            ),
            models.CheckConstraint(
                name="disagreement_ended_when_it_says_so",
                condition=Q(state="open", ended_at__isnull=True) | (~Q(state="open") & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="disagreement_decided_at_the_last_stage", condition=~Q(state="decided") | Q(stage=FINAL_STAGE)
            ),
        ]

    class Privacy:
        personal = {
            "case": ["disputed", "concern", "wanted", "risk", "learning"],
            "work": ["raiser", "visitor", "raised_by", "ended_by"],
        }
        keep = "contact"

    def __str__(self) -> str:
        return self.reference

    @property
    def raiser_name(self) -> str:
        """Who raised it: a name, or the address of somebody without an account."""
        if self.visitor is not None:
            return self.visitor.email
        return self.raiser.name if self.raiser is not None else ""


class DisagreementStage(models.Model):
    """One stage of a disagreement: who spoke with whom, by when it was due, and what came of it."""

    disagreement = models.ForeignKey(Disagreement, on_delete=models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    began_at = models.DateTimeField()
    began_by = models.CharField(max_length=60, help_text="The actor's reference.")
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    people = models.TextField(blank=True, help_text="Who spoke with whom, of both agencies.")
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="disagreement_stage_once", fields=["disagreement", "number"]),
            models.CheckConstraint(
                name="disagreement_stage_ended_at_and_by",
                condition=Q(ended_at__isnull=True, ended_by="", people="", outcome="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by="") & ~Q(people="") & ~Q(outcome="")),
            ),
            models.CheckConstraint(name="disagreement_stage_number_of_five", condition=Q(number__range=(1, FINAL_STAGE))),
        ]

    class Privacy:
        personal = {"case": ["outcome"], "work": ["people", "began_by", "ended_by"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.disagreement_id} stage {self.number}"
