from django.db import models


class ValidationFailure(models.Model):
    """How often a question was answered in a way that the form refused: page, field and reason, never the value."""

    day = models.DateField()
    page = models.CharField(max_length=100)
    field = models.CharField(max_length=60)
    code = models.CharField(max_length=40)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(name="validation_failure_once_a_day", fields=["day", "page", "field", "code"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "technical"

    def __str__(self) -> str:
        return f"{self.page} {self.field} {self.code}: {self.times}"
