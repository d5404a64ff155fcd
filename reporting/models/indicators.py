"""The catalogue of indicators: which figures the partnership watches, what it aims at, what was counted, returned and said."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency, Person
from board.models import Challenge, Group
from foundation.figures import DisclosureClass, FigureKind
from reporting.models.inputs import PeriodKind, ReturnedValue
from reporting.models.rows import new_reporting_reference


@pghistory.track(append_only=True, exclude=["counted_at"])
class Indicator(models.Model):
    """One figure that the partnership watches. What it means stands in code if an app counts it, and here if it is returned."""

    class Kind(models.TextChoices):
        LIVE = "live", "Counted by the portal"
        RETURNED = "returned", "Returned by an agency"

    class Every(models.TextChoices):
        QUARTER = "quarter", "Every quarter"
        YEAR = "year", "Every year"

    class YearRule(models.TextChoices):
        USUAL = "", "As is usual for its sort of number"
        SUM = "sum", "The quarters are added"
        LAST = "last", "The last quarter is that of the year"
        ADDED = "added", "What is counted, and out of what, are each added"
        OVER_LAST = "over_last", "What is counted is added, out of what the last quarter says"

    class Better(models.TextChoices):
        HIGHER = "higher", "Higher is better"
        LOWER = "lower", "Lower is better"
        NEITHER = "neither", "Neither is better"

    code = models.CharField(max_length=60, unique=True, help_text="noun.verb, such as contacts.received; the same for ever.")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField(max_length=120)
    meaning = models.TextField(help_text="In plain words, for a reader who was never in the room.")
    unit = models.CharField(max_length=60, help_text="Plural noun of what is counted.")
    value_kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in FigureKind])
    disclosure = models.CharField(max_length=10, choices=[(one.value, one.value) for one in DisclosureClass])
    numerator = models.CharField(max_length=200, blank=True, help_text="What is counted on top, in words.")
    denominator = models.CharField(max_length=200, blank=True, help_text="Out of what, in words.")
    breakdowns = models.JSONField(default=list, blank=True, help_text="By what it is returned in parts, such as age or place.")
    every = models.CharField(max_length=7, choices=Every.choices)
    period_kind = models.CharField(max_length=10, choices=PeriodKind.choices, default=PeriodKind.FINANCIAL)
    year_rule = models.CharField(
        max_length=9,
        choices=YearRule.choices,
        blank=True,
        default="",
        db_default="",
        help_text="How a year is told from its quarters.",
    )
    better = models.CharField(max_length=7, choices=Better.choices)
    target = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    tolerance = models.DecimalField(max_digits=16, decimal_places=4, default=0, help_text="So far off the target is amber.")
    owner = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="indicators")
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="indicators", help_text="Who scrutinises it."
    )
    position = models.PositiveSmallIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True, help_text="When the portal last counted it, changed or not.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                name="indicator_returned_by_an_owner", condition=~models.Q(kind="returned") | models.Q(owner__isnull=False)
            ),
            models.CheckConstraint(name="indicator_tolerance_not_negative", condition=models.Q(tolerance__gte=0)),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return self.code


class CountedValue(models.Model):
    """What the portal counted of an indicator for one period. It is counted again, and a new row says what has changed since."""

    append_only = True

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="counted")
    period = models.CharField(max_length=10, help_text="2025-26, or Q1 2025-26.")
    value = models.DecimalField(max_digits=20, decimal_places=8, null=True, help_text="None: nothing to divide by.")
    numerator = models.PositiveBigIntegerField(null=True)
    denominator = models.PositiveBigIntegerField(null=True)
    definition = models.PositiveSmallIntegerField(help_text="The version of what the figure means.")
    source = models.CharField(max_length=60, help_text="The source of figures that counted it.")
    population_year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Of a rate: in the middle of which year the children were estimated."
    )
    counted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["indicator", "period", "-counted_at", "-id"], name="countedvalue_newest")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period}"


class CountedReason(models.Model):
    """Why a counted value differs from the one that stood there before, in the words of whoever owns the indicator."""

    append_only = True

    counted = models.ForeignKey(CountedValue, on_delete=models.PROTECT, related_name="reasons", help_text="The newer value.")
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-written_at", "-id"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "report"

    def __str__(self) -> str:
        return str(self.counted_id)


class ValueSignOff(models.Model):
    """That a lead of the agency has signed a returned value off: by returning it, or afterwards where it came another way."""

    append_only = True

    value = models.OneToOneField(ReturnedValue, on_delete=models.PROTECT, related_name="sign_off")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["signed_by"]}
        keep = "report"

    def __str__(self) -> str:
        return str(self.value_id)


@pghistory.track(append_only=True)
class ValueAsked(models.Model):
    """The value of an indicator that its owner was asked for, for one period."""

    class State(models.TextChoices):
        OPEN = "open", "Asked for"
        RETURNED = "returned", "Returned"
        WITHDRAWN = "withdrawn", "Not needed any more"

    reference = models.CharField(max_length=20, unique=True, default=new_reporting_reference, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="asked")
    period = models.CharField(max_length=10)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="values_asked")
    due_on = models.DateField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60, help_text="The actor's reference.")
    returned = models.OneToOneField(ReturnedValue, null=True, blank=True, on_delete=models.PROTECT, related_name="asked")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                name="valueasked_once", fields=["indicator", "period"], condition=~models.Q(state="withdrawn")
            ),
            models.CheckConstraint(
                name="valueasked_returned_with_a_value",
                condition=models.Q(state="returned", returned__isnull=False)
                | (~models.Q(state="returned") & models.Q(returned__isnull=True)),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["asked_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


class IndicatorNote(models.Model):
    """What was said of an indicator in a period: what explains it, or a challenge that stands in the log. Append-only."""

    append_only = True

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="notes")
    period = models.CharField(max_length=10)
    text = models.TextField()
    challenge = models.OneToOneField(
        Challenge, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Where it is a challenge."
    )
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-written_at", "-id"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period}"
