from typing import Final

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Coalesce

from foundation.references import new_reference

RESOLVED: Final = Coalesce("merged_into_id", "id")
"""The id of the record that stands for a child: of the one into which it was merged, otherwise its own."""
RESOLVED_SQL: Final = "coalesce({0}.merged_into_id, {0}.id)"
"""The same for statements in SQL, by the alias of the child's table; one index answers both."""

KEEP_FLAT = """
    PERFORM 1 FROM children_child WHERE id = NEW.merged_into_id AND merged_into_id IS NULL FOR UPDATE;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM children_child WHERE merged_into_id = NEW.id) THEN
        RAISE EXCEPTION 'child_merged_into_a_standing_record' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


def new_child_reference() -> str:
    """The opaque reference of a child's record."""
    return new_reference("C")


@pghistory.track(append_only=True, exclude=["keys"])
class Child(models.Model):
    """A child's identity, born or unborn. Other apps point here; this table knows no process."""

    class Sex(models.TextChoices):
        MALE = "M", "Male"
        FEMALE = "F", "Female"
        UNKNOWN = "U", "Not known"

    reference = models.CharField(max_length=20, unique=True, default=new_child_reference, editable=False)
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100)
    known_as = models.CharField(max_length=100, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_estimated = models.BooleanField(default=False)
    expected_delivery_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, default=Sex.UNKNOWN)
    ethnicity = models.CharField(max_length=4, blank=True, help_text="Code of the children in need census.")
    nhs_number = models.CharField(max_length=10, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60, help_text="The actor's reference.")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from")
    """The record that stands for this one: never one that is merged itself, so that nothing walks a chain."""
    keys = ArrayField(
        models.IntegerField(),
        default=list,
        db_default=[],
        editable=False,
        help_text="Under which the child is found (rules.keys).",
    )

    class Meta:
        verbose_name_plural = "children"
        indexes = [
            models.Index(fields=["birth_date"], name="child_birth_date"),
            models.Index(fields=["nhs_number"], name="child_nhs_number", condition=~models.Q(nhs_number="")),
            models.Index(
                fields=["expected_delivery_date"], name="child_expected", condition=models.Q(expected_delivery_date__isnull=False)
            ),
            models.Index(RESOLVED, name="child_resolved"),
            GinIndex(fields=["keys"], name="child_keys", fastupdate=False),
        ]
        constraints = [
            models.CheckConstraint(
                name="child_born_or_expected",
                condition=models.Q(birth_date__isnull=False, expected_delivery_date__isnull=True)
                | models.Q(birth_date__isnull=True, expected_delivery_date__isnull=False),
            ),
            models.CheckConstraint(
                name="child_unborn_sex_unknown",
                condition=models.Q(birth_date__isnull=False) | models.Q(sex="U"),
            ),
            models.CheckConstraint(name="child_not_merged_into_itself", condition=~models.Q(merged_into=models.F("id"))),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="merged_into_a_standing_record",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Condition("NEW.merged_into_id IS NOT NULL"),
                func=KEEP_FLAT,
            )
        ]

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
                "keys",
            ],
            "contact": ["address", "postcode"],
            "characteristics": ["sex", "ethnicity", "birth_date_estimated"],
        }
        keep = "child"
        scrub: dict[str, object] = {"keys": []}

    def __str__(self) -> str:
        return self.reference

    @property
    def unborn(self) -> bool:
        """Whether the child is not yet born: an expected date of delivery instead of a birth date."""
        return self.birth_date is None

    @property
    def full_name(self) -> str:
        """The name as one line, for pages whose reader may see it."""
        return f"{self.given_name} {self.family_name}".strip() or "Unborn child"
