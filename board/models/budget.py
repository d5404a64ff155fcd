import pghistory
from django.db import models


@pghistory.track(append_only=True)
class BudgetLine(models.Model):
    """One line of the partnership's money in a financial year: what a partner gave, or what was spent on a heading."""

    class Side(models.TextChoices):
        INCOME = "income", "Income"
        EXPENDITURE = "expenditure", "Expenditure"

    year = models.CharField(max_length=7, help_text="Financial year, such as 2025-26.")
    side = models.CharField(max_length=11, choices=Side.choices)
    position = models.PositiveSmallIntegerField(help_text="Its place in the table.")
    heading = models.CharField(max_length=100, help_text="The partner who gave, or what it was spent on.")
    amount = models.DecimalField(max_digits=12, decimal_places=2, help_text="Pounds and pence.")

    class Meta:
        ordering = ["year", "side", "position"]
        constraints = [
            models.UniqueConstraint(fields=["year", "side", "heading"], name="budget_line_heading_once"),
            models.CheckConstraint(name="budget_line_not_negative", condition=models.Q(amount__gte=0)),
            models.CheckConstraint(name="budget_line_year_label", condition=models.Q(year__regex=r"^20\d\d-\d\d$")),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.year} {self.heading}"
