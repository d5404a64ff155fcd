"""What is published of a review: its text, what must not stand in it, what was found, the cost, and the page for everybody."""

import pghistory
from django.db import models
from django.db.models import F, Q

from referrals.models.acts import acted
from reviews.models.cases import Case
from reviews.models.practice_codes import WordKind
from reviews.models.rows import never_deleted


@pghistory.track(append_only=True)
class PublicationText(models.Model):
    """The text that is to be published. Whoever changes it takes back that lawyers and family have seen it."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="publication_text")
    title = models.CharField(max_length=150)
    summary = models.TextField()
    body = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")
    legal_on = models.DateField(null=True, blank=True)
    legal_who = models.CharField(max_length=120, blank=True)
    family_on = models.DateField(null=True, blank=True)
    family_who = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="publication_text_is_whole", condition=~Q(title="") & ~Q(summary="") & ~Q(body="")),
            models.CheckConstraint(
                name="publication_text_checked_by_whom",
                condition=(Q(legal_on__isnull=True, legal_who="") | (Q(legal_on__isnull=False) & ~Q(legal_who="")))
                & (Q(family_on__isnull=True, family_who="") | (Q(family_on__isnull=False) & ~Q(family_who=""))),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["title", "summary", "body"], "work": ["legal_who", "family_who"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id}"


@pghistory.track(append_only=True)
class WordNotToPublish(models.Model):
    """Words that must not be found in what is published, besides those that the case knows itself."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="words_not_to_publish")
    kind = models.CharField(max_length=6, choices=WordKind.choices)
    words = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["kind", "id"]
        constraints = [models.UniqueConstraint(name="word_not_to_publish_once", fields=["case", "kind", "words"])]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"identity": ["words"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


@pghistory.track(append_only=True)
class FindingAnswer(models.Model):
    """Why something that the check found may stand where it stands."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="finding_answers")
    finding = models.CharField(max_length=64, help_text="Fingerprint of what was found, with the words around it.")
    reason = models.TextField()
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="finding_answer_once", fields=["case", "finding"]),
            models.CheckConstraint(name="finding_answer_with_a_reason", condition=~Q(reason="")),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["reason"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.finding[:8]}"


@pghistory.track(append_only=True)
class CaseCost(models.Model):
    """What a review cost."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="costs")
    what = models.CharField(max_length=120)
    amount = models.DecimalField(max_digits=10, decimal_places=2, help_text="Pounds.")
    paid_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["paid_on", "id"]
        constraints = [models.CheckConstraint(name="case_cost_is_something", condition=Q(amount__gt=0))]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.paid_on}"


@pghistory.track(append_only=True)
class PublishedReview(models.Model):
    """What everybody may read: a copy of the text as it was checked, apart from the case from which it came."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="published_review")
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=60, help_text="In words.")
    method = models.CharField(max_length=120, blank=True, help_text="In words.")
    title = models.CharField(max_length=150)
    summary = models.TextField()
    body = models.TextField()
    improvements_only = models.BooleanField(default=False, help_text="The report itself is withheld.")
    published_on = models.DateField()
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=60, help_text="The actor's reference.")
    review_on = models.DateField(help_text="When it is asked whether the page still stands.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-published_on", "-id"]
        indexes = [models.Index(fields=["-published_on"], name="published_review_newest")]
        constraints = [
            acted("published_review", "withdrawn"),
            models.CheckConstraint(
                name="published_review_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
            ),
            models.CheckConstraint(name="published_review_looked_at_later", condition=Q(review_on__gt=F("published_on"))),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return self.slug
