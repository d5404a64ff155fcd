"""What the figures of others were, and who the statistical neighbours are."""

import pgtrigger
from django.db import models

from reporting.models.inputs import PeriodKind
from reporting.models.rows import Replaced


class Comparator(models.Model):
    """What somebody else's figure was, kept as it was published, with the year it speaks of and where it can be read."""

    class Who(models.TextChoices):
        LONDON = "london", "London"
        ENGLAND = "england", "England"
        NEIGHBOURS = "neighbours", "Statistical neighbours"
        NEIGHBOUR = "neighbour", "One statistical neighbour"

    code = models.CharField(max_length=60, help_text="The code of our own figure.")
    period_kind = models.CharField(
        max_length=10, choices=PeriodKind.choices, default=PeriodKind.FINANCIAL, db_default="financial"
    )
    period = models.CharField(max_length=7)
    who = models.CharField(max_length=12, choices=Who.choices)
    name = models.CharField(max_length=120, blank=True, default="", db_default="", help_text="Of one neighbour: which.")
    value = models.DecimalField(max_digits=16, decimal_places=4)
    printed = models.CharField(max_length=20, help_text="As published: 347 or 37.5.")
    source = models.CharField(max_length=200)
    address = models.URLField(
        max_length=300, blank=True, default="", db_default="", help_text="Where the publication can be read."
    )
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1, db_default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="comparator_once", fields=["code", "period_kind", "period", "who", "name"]),
            models.CheckConstraint(
                name="comparator_name_of_a_neighbour",
                condition=models.Q(who="neighbour") & ~models.Q(name="") | ~models.Q(who="neighbour") & models.Q(name=""),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.code} {self.period} {self.whose}"

    @property
    def whose(self) -> str:
        """Whose it is, in words."""
        return self.name or self.get_who_display()


class EarlierComparator(Replaced):
    """What stood in a comparator before it was corrected, and why it was."""

    comparator = models.ForeignKey(Comparator, on_delete=models.PROTECT, related_name="earlier")
    value = models.DecimalField(max_digits=16, decimal_places=4)
    printed = models.CharField(max_length=20)
    address = models.URLField(max_length=300, blank=True)

    class Meta(Replaced.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.comparator_id} {self.printed}"


class StatisticalNeighbour(models.Model):
    """An area that is like ours, from a day to a day: with whom statistics compare us."""

    name = models.CharField(max_length=120)
    source = models.CharField(max_length=200, help_text="Who says so: the model of neighbours and its edition.")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "from_on"]
        constraints = [
            models.CheckConstraint(
                name="statisticalneighbour_to_after_from",
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
            ),
            models.UniqueConstraint(name="statisticalneighbour_once", fields=["name"], condition=models.Q(to_on__isnull=True)),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return self.name
