"""What reaches the report from outside the portal: values that agencies return, population, comparators."""

import pgtrigger
from django.db import models

from reporting.models.rows import Replaced


class PeriodKind(models.TextChoices):
    """Which sort of year a value belongs to."""

    FINANCIAL = "financial", "Financial year"
    ACADEMIC = "academic", "Academic year"
    CALENDAR = "calendar", "Calendar year"


class ReturnedValue(models.Model):
    """A figure that somebody returned because no app counts it yet. A correction is a new row that names the old one.

    A row without `dimension` is the figure itself; one with it is a part of it ("agency", "Police").
    """

    append_only = True

    code = models.CharField(max_length=60)
    period_kind = models.CharField(max_length=10, choices=PeriodKind.choices)
    period = models.CharField(max_length=10, help_text="2025-26, Q1 2025-26, or 2025 for a calendar year.")
    dimension = models.CharField(max_length=40, blank=True)
    category = models.CharField(max_length=80, blank=True)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    numerator = models.PositiveBigIntegerField(null=True)
    denominator = models.PositiveBigIntegerField(null=True)
    as_at = models.DateField(null=True, help_text="The day of a state; the last day of the period otherwise.")
    source = models.CharField(max_length=200, help_text="Who returned it, from which register or publication.")
    note = models.CharField(max_length=400, blank=True, help_text="What a reader must know; for a correction, why.")
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60, help_text="The actor's reference.")
    correction_of = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")

    class Meta:
        indexes = [models.Index(fields=["period_kind", "period", "code"], name="returnedvalue_period")]
        constraints = [
            models.UniqueConstraint(
                name="returnedvalue_first_once",
                fields=["code", "period_kind", "period", "dimension", "category"],
                condition=models.Q(correction_of__isnull=True),
            ),
            models.CheckConstraint(
                name="returnedvalue_dimension_with_category",
                condition=models.Q(dimension="", category="") | (~models.Q(dimension="") & ~models.Q(category="")),
            ),
            models.CheckConstraint(
                name="returnedvalue_numerator_with_denominator",
                condition=models.Q(numerator__isnull=True, denominator__isnull=True)
                | models.Q(numerator__isnull=False, denominator__isnull=False),
            ),
            models.CheckConstraint(name="returnedvalue_has_source", condition=~models.Q(source="")),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.code} {self.period}"


class Population(models.Model):
    """How many people of an age, a sex and an ethnic group lived in an area in the middle of a year; empty means all of them."""

    class Sex(models.TextChoices):
        FEMALE = "F", "Female"
        MALE = "M", "Male"

    year = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=80)
    age_band = models.CharField(max_length=20, help_text="0-17 for the children that rates are worked out for.")
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    ethnicity = models.CharField(max_length=40, blank=True, help_text="The ethnic group, in the words of the figures.")
    value = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(name="population_once", fields=["year", "area", "age_band", "sex", "ethnicity"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return " ".join(filter(None, (self.area, str(self.year), self.age_band, self.sex, self.ethnicity)))


class EarlierPopulation(Replaced):
    """What was estimated of a number of inhabitants before it was corrected, and why it was."""

    population = models.ForeignKey(Population, on_delete=models.PROTECT, related_name="earlier")
    value = models.PositiveIntegerField()

    class Meta(Replaced.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.population_id} {self.value}"
