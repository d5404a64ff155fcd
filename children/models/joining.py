import pghistory
from django.db import models
from django.db.models import F, Q

from children.models.child import Child
from foundation.references import new_reference


def new_merge_reference() -> str:
    """The opaque reference of a merge."""
    return new_reference("J")


def _pair(model: str, act: str) -> models.CheckConstraint:
    at, by = f"{act}_at", f"{act}_by"
    return models.CheckConstraint(
        name=f"{model}_{act}_at_and_by",
        condition=Q(**{f"{at}__isnull": True, by: ""}) | (Q(**{f"{at}__isnull": False}) & ~Q(**{by: ""})),
    )


@pghistory.track(append_only=True)
class ChildMerge(models.Model):
    """Somebody's word that two records are of one child: the greater stands for the lesser until it is undone.

    No other row is changed by it. `Child.merged_into` follows from the merges that stand.
    """

    class Kind(models.TextChoices):
        LINKED = "linked", "Linked on arrival"
        MERGED = "merged", "Merged"

    reference = models.CharField(max_length=20, unique=True, default=new_merge_reference, editable=False)
    lesser = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="merges")
    greater = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="merges_of_others")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    reason = models.TextField()
    merged_at = models.DateTimeField()
    merged_by = models.CharField(max_length=60, help_text="The actor's reference.")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    undone_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="child_merge_stands_once", fields=["lesser"], condition=Q(undone_at__isnull=True)),
            models.CheckConstraint(name="child_merge_of_two", condition=~Q(lesser=F("greater"))),
            models.CheckConstraint(name="child_merge_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="child_merge_undone_with_reason",
                condition=Q(undone_at__isnull=True, undone_by="", undone_reason="")
                | (Q(undone_at__isnull=False) & ~Q(undone_by="") & ~Q(undone_reason="")),
            ),
        ]

    class Privacy:
        personal = {"case": ["reason", "undone_reason"]}
        keep = "child"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class NotTheSame(models.Model):
    """Somebody's word that two records are of two children: the pair is not proposed again until it is taken back."""

    first = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+", help_text="The one with the smaller id.")
    second = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60, help_text="The actor's reference.")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        verbose_name_plural = "not the same"
        constraints = [
            models.UniqueConstraint(
                name="not_the_same_stands_once", fields=["first", "second"], condition=Q(taken_back_at__isnull=True)
            ),
            models.CheckConstraint(name="not_the_same_in_order", condition=Q(first__lt=F("second"))),
            _pair("not_the_same", "taken_back"),
        ]

    class Privacy:
        personal = {"case": ["reason"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.first_id} is not {self.second_id}"
