"""Children on a plan who move from or to another authority."""

import pghistory
from django.db import models
from django.db.models import Q

from protection.models.codes import Category, Direction
from protection.models.family import FamilyGroup
from protection.models.rows import never_deleted


@pghistory.track(append_only=True)
class Transfer(models.Model):
    """A child on a plan who moves here from another authority, or away to one, for good or for a time."""

    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="transfers")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=3, choices=Direction.choices)
    temporary = models.BooleanField(default=False, help_text="For less than three months; the plan stays where it is.")
    authority = models.CharField(max_length=150, help_text="The other authority.")
    plan_started_on = models.DateField(null=True, blank=True, help_text="The start of the plan of the other authority.")
    category = models.CharField(max_length=3, choices=Category.choices, blank=True, help_text="Of the other authority's plan.")
    previous_plans = models.PositiveSmallIntegerField(default=0, help_text="Plans before that one, in any authority.")
    told_on = models.DateField(help_text="When the receiving authority was told.")
    moved_on = models.DateField(null=True, blank=True)
    papers_on = models.DateField(null=True, blank=True, help_text="When the papers were sent or received.")
    conference_due_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True, help_text="When the receiving authority's conference took it over.")
    returned_on = models.DateField(null=True, blank=True, help_text="When a temporary stay ended.")
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["child", "-told_on"], name="transfer_child")]
        constraints = [
            models.UniqueConstraint(
                name="transfer_open_once",
                fields=["child", "direction"],
                condition=Q(accepted_on__isnull=True, returned_on__isnull=True),
            ),
            models.CheckConstraint(name="transfer_names_the_authority", condition=~Q(authority="")),
            models.CheckConstraint(
                name="transfer_in_knows_the_plan",
                condition=~Q(direction=Direction.IN) | (Q(plan_started_on__isnull=False) & ~Q(category="")),
            ),
            models.CheckConstraint(
                name="transfer_only_temporary_ones_return", condition=Q(returned_on__isnull=True) | Q(temporary=True)
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"identity": ["child"], "case": ["category", "note"], "contact": ["authority"]}
        scrub: dict[str, object] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.direction} {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it is not settled yet."""
        return self.accepted_on is None and self.returned_on is None
