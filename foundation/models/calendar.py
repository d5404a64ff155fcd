from django.db import models


class BankHoliday(models.Model):
    """A day on which nobody in England works; seeded from published lists, edited when one is proclaimed."""

    date = models.DateField(unique=True)
    title = models.CharField(max_length=100)

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return f"{self.date:%Y-%m-%d} {self.title}"
