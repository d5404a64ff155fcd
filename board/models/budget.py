"""The partnership's money: lines of a financial year, and the year with its approval and its closing."""

from decimal import Decimal

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency

MOST_MONEY = 999_999_999
"""So many pounds a line takes at most."""
MONEY_FIELDS = ("pledged", "invoiced", "in_kind", "made_up", "committed", "forecast")
REFUSE_IF_CLOSED = """
IF EXISTS (SELECT 1 FROM board_budgetyear WHERE year IN (OLD.year, NEW.year) AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'The budget of a closed year stays as it is.';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


def _not_negative() -> models.Q:
    condition = models.Q()
    for name in MONEY_FIELDS:
        condition &= models.Q(**{f"{name}__isnull": True}) | models.Q(**{f"{name}__gte": 0})
    return condition


def _money(words: str) -> "models.DecimalField[Decimal | None, Decimal | None]":
    return models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True, help_text=words)


@pghistory.track(append_only=True)
class BudgetLine(models.Model):
    """One line of the partnership's money in a financial year: what a partner gave, or what was spent on a heading."""

    class Side(models.TextChoices):
        INCOME = "income", "Income"
        EXPENDITURE = "expenditure", "Expenditure"

    class Source(models.TextChoices):
        CONTRIBUTION = "contribution", "Contribution of a partner"
        GRANT = "grant", "Grant"
        CARRIED_FORWARD = "carried_forward", "Carried forward from the year before"

    year = models.CharField(max_length=7, help_text="Financial year, such as 2025-26.")
    side = models.CharField(max_length=11, choices=Side.choices)
    position = models.PositiveSmallIntegerField(help_text="Its place in the table.")
    heading = models.CharField(max_length=100, help_text="The partner who gave, or what it was spent on.")
    amount = models.DecimalField(
        max_digits=12, decimal_places=2, help_text="Pounds and pence: what was received in money, or what was spent."
    )
    source = models.CharField(
        max_length=15, choices=Source.choices, default=Source.CONTRIBUTION, db_default=Source.CONTRIBUTION, help_text="Of income."
    )
    agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who gave; none where it is no agency.",
    )
    pledged = _money("What was promised.")
    pledged_on = models.DateField(null=True, blank=True)
    invoiced = _money("What was asked for by invoice.")
    invoiced_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    in_kind = _money("What a gift other than money is worth; it is in no total.")
    in_kind_words = models.CharField(max_length=200, blank=True, default="", db_default="")
    made_up = _money("How much of what was received made up for what others did not give.")
    heading_group = models.CharField(
        max_length=100, blank=True, default="", db_default="", help_text="Of expenditure: headings of one group have a sub-total."
    )
    committed = _money("What is ordered or promised to be spent.")
    forecast = _money("What will have been spent at the end of the year.")
    note = models.TextField(blank=True, default="", db_default="")
    version = models.PositiveIntegerField(default=1, db_default=1)

    class Meta:
        ordering = ["year", "side", "position"]
        constraints = [
            models.UniqueConstraint(fields=["year", "side", "heading"], name="budget_line_heading_once"),
            models.CheckConstraint(name="budget_line_not_negative", condition=models.Q(amount__gte=0)),
            models.CheckConstraint(name="budget_line_year_label", condition=models.Q(year__regex=r"^20\d\d-\d\d$")),
            models.CheckConstraint(name="budget_line_no_part_negative", condition=_not_negative()),
            models.CheckConstraint(
                name="budget_line_only_spending_in_groups",
                condition=models.Q(heading_group="") | models.Q(side="expenditure"),
            ),
            models.CheckConstraint(
                name="budget_line_made_up_from_what_came",
                condition=models.Q(made_up__isnull=True) | models.Q(made_up__lte=models.F("amount")),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="locked_when_closed",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=REFUSE_IF_CLOSED,
            )
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.year} {self.heading}"


@pghistory.track(append_only=True)
class BudgetYear(models.Model):
    """What is said of a year's money as a whole: stated totals, value for money, who approved it, and that it is closed.

    While it is closed nothing of it changes; the executive may open it again, with a reason.
    """

    year = models.CharField(max_length=7, unique=True, help_text="Financial year, such as 2025-26.")
    stated_income = _money("The total that the partners state; it is shown beside the sum and corrects nothing.")
    stated_expenditure = _money("Likewise of what was spent.")
    value_for_money = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    reopened_at = models.DateTimeField(null=True, blank=True, help_text="When it was last opened again after it was closed.")
    reopened_by = models.CharField(max_length=60, blank=True, default="", db_default="", help_text="The actor's reference.")
    reopened_reason = models.TextField(blank=True, default="", db_default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(name="budget_year_label", condition=models.Q(year__regex=r"^20\d\d-\d\d$")),
            models.CheckConstraint(
                name="budget_year_approved_at_and_by",
                condition=models.Q(approved_at__isnull=True, approved_by="")
                | models.Q(approved_at__isnull=False) & ~models.Q(approved_by=""),
            ),
            models.CheckConstraint(
                name="budget_year_closed_at_and_by",
                condition=models.Q(closed_at__isnull=True, closed_by="")
                | models.Q(closed_at__isnull=False, approved_at__isnull=False) & ~models.Q(closed_by=""),
            ),
            models.CheckConstraint(
                name="budget_year_reopened_at_and_by",
                condition=models.Q(reopened_at__isnull=True, reopened_by="", reopened_reason="")
                | models.Q(reopened_at__isnull=False) & ~models.Q(reopened_by="") & ~models.Q(reopened_reason=""),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="closed_stays_closed",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__closed_at__isnull=False)
                & (
                    pgtrigger.Q(new__closed_at__isnull=False) | pgtrigger.Q(new__reopened_at__ndf=pgtrigger.F("old__reopened_at"))
                ),
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.year
