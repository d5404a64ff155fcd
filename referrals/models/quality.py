"""How good a referral is: the parts of the score with their weights, in versions, and the score of each submission."""

from django.db import models
from django.db.models import Q

from referrals.models.submissions import NEVER_CHANGED, Submission

HIGHEST = 100


class QualityPart(models.TextChoices):
    """What a good referral says. The rule of each stands in `referrals.rules.quality`."""

    CONSENT = "consent", "How consent stands"
    FATHERS = "fathers", "The father, or why not"
    VOICE = "voice", "The child’s voice"
    EXAMPLE = "example", "The worry, with an example"
    EARLIER_HELP = "earlier_help", "Help given before"


class Grade(models.TextChoices):
    """How far a submission says it."""

    FULL = "full", "There"
    PARTLY = "partly", "Partly there"
    MISSING = "missing", "Missing"


class UrgentExempt(models.TextChoices):
    """Which urgent referrals get no score."""

    URGENT = "urgent", "All that are marked as urgent"
    DANGER = "danger", "Those in which a child is in immediate danger"
    NONE = "none", "None"


class Exemption(models.TextChoices):
    """Why a submission has no score."""

    URGENT = "urgent", "A child could not wait"
    PURPOSE = "purpose", "A notice, for which less is asked"
    CHANNEL = "channel", "It came by a way that asks less"


class QualityScale(models.Model):
    """One version of what counts. The newest holds; version 1, which the portal brings along, has no row."""

    append_only = True

    number = models.PositiveSmallIntegerField(unique=True)
    partly = models.PositiveSmallIntegerField(help_text="What a part that is partly there counts, in hundredths of its weight.")
    urgent_exempt = models.CharField(max_length=10, choices=UrgentExempt.choices)
    exempt_purposes = models.JSONField(default=list, help_text="Purposes that get no score.")
    channels = models.JSONField(default=list, help_text="Ways in that get a score.")
    reason = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(name="quality_scale_after_the_first", condition=Q(number__gte=2)),
            models.CheckConstraint(name="quality_scale_partly_is_a_share", condition=Q(partly__lte=HIGHEST)),
            models.CheckConstraint(name="quality_scale_says_why", condition=~Q(reason="")),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"work": ["made_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"version {self.number}"


class QualityWeight(models.Model):
    """One part in one version: how much it counts, how many words make it, and what is said to who writes."""

    append_only = True

    scale = models.ForeignKey(QualityScale, on_delete=models.PROTECT, related_name="weights")
    part = models.CharField(max_length=12, choices=QualityPart.choices)
    weight = models.PositiveSmallIntegerField(help_text="Points out of 100; 0: the part is not looked at.")
    least_words = models.PositiveSmallIntegerField(help_text="Fewer words than this are partly there at most.")
    prompt = models.TextField(help_text="What is said, unhurriedly, to somebody who has left it out.")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="quality_weight_once", fields=["scale", "part"]),
            models.CheckConstraint(name="quality_weight_out_of_100", condition=Q(weight__lte=HIGHEST)),
            models.CheckConstraint(name="quality_weight_has_a_prompt", condition=Q(weight=0) | ~Q(prompt="")),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.scale_id} {self.part}"


class SubmissionQuality(models.Model):
    """What one version of a submission scored, under which version of the scale. The first is what was sent."""

    append_only = True

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="quality")
    version = models.PositiveSmallIntegerField(default=1, help_text="Of the submission: 1 as sent, 2 as first amended.")
    scale = models.PositiveSmallIntegerField(help_text="The version of the scale: what counted on that day.")
    score = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Out of 100; none where it is exempt.")
    exempt = models.CharField(max_length=10, choices=Exemption.choices, blank=True)
    parts = models.JSONField(default=dict, help_text="Part → full, partly or missing; kept of what is exempt too.")
    scored_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "submission qualities"
        constraints = [
            models.UniqueConstraint(name="submission_quality_version_once", fields=["submission", "version"]),
            models.CheckConstraint(name="submission_quality_out_of_100", condition=Q(score__lte=HIGHEST)),
            models.CheckConstraint(
                name="submission_quality_scored_or_exempt",
                condition=Q(score__isnull=False, exempt="") | (Q(score__isnull=True) & ~Q(exempt="")),
            ),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["score", "parts"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.submission_id} version {self.version}"
