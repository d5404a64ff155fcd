"""Early help for a family: who is helped, the assessment, the team around the child, and the steps from and to social care."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accounts.models import PersonGrant, TeamGrant
from foundation.references import new_reference
from referrals.models.acts import acted
from referrals.models.casework_codes import (
    EarlyHelpNeed,
    EarlyHelpOutcome,
    EarlyHelpSource,
    EarlyHelpState,
    StepDirection,
)
from referrals.models.contacts import Contact
from referrals.models.episodes import Episode
from referrals.models.submissions import NEVER_CHANGED, Submission

SEE_EARLY_HELP = "see_earlyhelp"
"""The permission that grants of early help carry."""
HIGHEST_SCORE = 10


def new_early_help_reference() -> str:
    """The opaque reference of early help for a family."""
    return new_reference("M")


def _score(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"early_help_{field}_to_ten",
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (0, HIGHEST_SCORE)}),
    )


@pghistory.track(append_only=True)
class EarlyHelp(models.Model):
    """Help that one family gets without social care, from the request until it is closed."""

    reference = models.CharField(max_length=20, unique=True, default=new_early_help_reference, editable=False)
    state = models.CharField(max_length=10, choices=EarlyHelpState.choices, default=EarlyHelpState.REQUESTED)
    source = models.CharField(max_length=12, choices=EarlyHelpSource.choices)
    submission = models.ForeignKey(Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="+", help_text="The early help team.")
    agency = models.ForeignKey(
        "accounts.Agency",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The agency that leads; the register counts by it.",
    )
    reason = models.TextField(help_text="Why the family asks for help.")
    requested_at = models.DateTimeField()
    requested_by = models.CharField(max_length=60, help_text="The actor's reference.")
    consent_from = models.CharField(max_length=150, blank=True, help_text="The parent or young person.")
    consent_on = models.DateField(null=True, blank=True)
    consented_at = models.DateTimeField(null=True, blank=True)
    consented_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    lead_name = models.CharField(max_length=150, blank=True, help_text="The lead professional.")
    lead = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lead_since = models.DateField(null=True, blank=True)
    child_strengths = models.TextField(blank=True)
    child_needs = models.TextField(blank=True)
    parenting_strengths = models.TextField(blank=True)
    parenting_needs = models.TextField(blank=True)
    family_strengths = models.TextField(blank=True)
    family_needs = models.TextField(blank=True)
    needs = ArrayField(models.CharField(max_length=15, choices=EarlyHelpNeed.choices), default=list, blank=True)
    child_view = models.TextField(blank=True)
    parents_view = models.TextField(blank=True)
    goals = models.TextField(blank=True)
    score_before = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The family's own, 0 to 10.")
    assessed_on = models.DateField(null=True, blank=True)
    assessed_at = models.DateTimeField(null=True, blank=True)
    assessed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    assessment_due_on = models.DateField(null=True, blank=True, help_text="Copied from its clock.")
    review_due_on = models.DateField(null=True, blank=True, help_text="Copied from its clock.")
    outcome = models.CharField(max_length=12, choices=EarlyHelpOutcome.choices, blank=True)
    closing_note = models.TextField(blank=True)
    score_after = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The family's own, 0 to 10.")
    closed_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(
        default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
    )

    class Meta:
        verbose_name_plural = "early help"
        permissions = [(SEE_EARLY_HELP, "See early help for a family")]
        indexes = [
            models.Index(fields=["team", "requested_at", "id"], name="early_help_team"),
            models.Index(fields=["agency", "assessed_on"], name="early_help_agency"),
            models.Index(fields=["closed_on"], name="early_help_closed_on"),
        ]
        constraints = [
            acted("early_help", "consented"),
            acted("early_help", "assessed"),
            acted("early_help", "closed"),
            models.CheckConstraint(
                name="early_help_goes_on_with_consent",
                condition=Q(state__in=(EarlyHelpState.REQUESTED, EarlyHelpState.CLOSED))
                | (Q(consented_at__isnull=False, consent_on__isnull=False) & ~Q(consent_from="")),
            ),
            models.CheckConstraint(
                name="early_help_assessed_before_a_team",
                condition=~Q(state__in=(EarlyHelpState.ACTIVE, EarlyHelpState.REVIEW)) | Q(assessed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="early_help_closed_with_an_outcome",
                condition=(Q(state=EarlyHelpState.CLOSED, closed_at__isnull=False, closed_on__isnull=False) & ~Q(outcome=""))
                | (~Q(state=EarlyHelpState.CLOSED) & Q(closed_at__isnull=True, closed_on__isnull=True, outcome="")),
            ),
            _score("score_before"),
            _score("score_after"),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {
            "identity": ["consent_from"],
            "case": [
                "reason",
                "child_strengths",
                "child_needs",
                "parenting_strengths",
                "parenting_needs",
                "family_strengths",
                "family_needs",
                "needs",
                "child_view",
                "parents_view",
                "goals",
                "score_before",
                "score_after",
                "outcome",
                "closing_note",
            ],
            "work": ["lead_name", "lead"],
        }
        scrub: dict[str, object] = {"needs": []}
        keep = "child"

    def __str__(self) -> str:
        return self.reference


class EarlyHelpTeamGrant(TeamGrant):
    """A team's sight of early help for one family."""

    content_object = models.ForeignKey(EarlyHelp, on_delete=models.CASCADE, related_name="team_grants")

    class Meta(TeamGrant.Meta):
        pass

    class Privacy(TeamGrant.Privacy):
        pass

    def __str__(self) -> str:
        return f"{self.group_id} sees {self.content_object_id}"


class EarlyHelpPersonGrant(PersonGrant):
    """One person's sight of early help for one family: whoever began it, and the lead professional."""

    content_object = models.ForeignKey(EarlyHelp, on_delete=models.CASCADE, related_name="person_grants")

    class Meta(PersonGrant.Meta):
        pass

    class Privacy(PersonGrant.Privacy):
        pass

    def __str__(self) -> str:
        return f"{self.user_id} sees {self.content_object_id}"


class EarlyHelpChild(models.Model):
    """One child of the family that is helped, and the contact that brought them, where one did."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="children")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    contact = models.OneToOneField(Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="early_help_child")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(name="early_help_child_once", fields=["early_help", "child"])]

    class Privacy:
        personal: dict[str, list[str]] = {"identity": ["child"]}
        scrub: dict[str, object] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.early_help_id}: {self.child_id}"


class TeamMeeting(models.Model):
    """A meeting of the team around the child; a review where it looked at how far the family has come."""

    append_only = True

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    is_review = models.BooleanField(default=False)
    attended = models.TextField(help_text="One line for each person: name, agency.")
    notes = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-held_on", "-id"]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["attended", "notes"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.early_help_id} on {self.held_on:%Y-%m-%d}"


@pghistory.track(append_only=True)
class TeamAction(models.Model):
    """What somebody of the team around the child has taken on."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="actions")
    text = models.TextField()
    who = models.CharField(max_length=150)
    due_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        constraints = [acted("team_action", "done")]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["text", "who"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.early_help_id}: {self.pk}"


def new_step_reference() -> str:
    """The opaque reference of a step between early help and social care."""
    return new_reference("T")


@pghistory.track(append_only=True)
class Step(models.Model):
    """A family that passes from early help to social care, or a child the other way: asked, accepted or refused."""

    reference = models.CharField(max_length=20, unique=True, default=new_step_reference, editable=False)
    direction = models.CharField(max_length=4, choices=StepDirection.choices)
    episode = models.ForeignKey(Episode, null=True, blank=True, on_delete=models.PROTECT, related_name="steps")
    early_help = models.ForeignKey(EarlyHelp, null=True, blank=True, on_delete=models.PROTECT, related_name="steps")
    after_plan = models.CharField(
        max_length=20, blank=True, help_text="The reference of the child protection plan after which a child steps down."
    )
    submission = models.OneToOneField(Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    talked_on = models.DateField(help_text="The closing meeting with the family, or the talk between managers.")
    talked_with = models.TextField(help_text="Who took part.")
    lead_name = models.CharField(max_length=150, blank=True, help_text="The lead practitioner named for afterwards.")
    lead_agency = models.ForeignKey("accounts.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    consent_from = models.CharField(max_length=150, blank=True)
    consent_on = models.DateField(null=True, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60, help_text="The actor's reference.")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    refused_reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["direction", "accepted_at"], name="step_accepted")]
        constraints = [
            acted("step", "accepted"),
            acted("step", "refused"),
            models.CheckConstraint(
                name="step_accepted_or_refused", condition=Q(accepted_at__isnull=True) | Q(refused_at__isnull=True)
            ),
            models.CheckConstraint(
                name="step_refused_with_a_reason",
                condition=Q(refused_at__isnull=True, refused_reason="") | (Q(refused_at__isnull=False) & ~Q(refused_reason="")),
            ),
            models.CheckConstraint(
                name="step_down_from_an_episode_with_consent",
                condition=~Q(direction=StepDirection.DOWN)
                | (
                    Q(consent_on__isnull=False, lead_agency__isnull=False)
                    & (Q(episode__isnull=False) | ~Q(after_plan=""))
                    & ~Q(consent_from="")
                    & ~Q(lead_name="")
                ),
            ),
            models.CheckConstraint(
                name="step_up_from_early_help",
                condition=~Q(direction=StepDirection.UP) | Q(early_help__isnull=False, submission__isnull=False),
            ),
            models.UniqueConstraint(
                name="step_asked_once_of_an_episode",
                fields=["episode"],
                condition=Q(direction=StepDirection.DOWN, accepted_at__isnull=True, refused_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="step_asked_once_after_a_plan",
                fields=["after_plan"],
                condition=~Q(after_plan="") & Q(refused_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="step_asked_once_of_early_help",
                fields=["early_help"],
                condition=Q(direction=StepDirection.UP, accepted_at__isnull=True, refused_at__isnull=True),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {
            "identity": ["consent_from"],
            "case": ["reason", "talked_with", "refused_reason"],
            "work": ["lead_name"],
        }
        keep = "child"

    def __str__(self) -> str:
        return self.reference
