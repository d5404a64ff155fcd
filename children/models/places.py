"""Reference lists that look-ups choose from: schools and addresses. They are imported, never typed."""

from django.db import models


class School(models.Model):
    """A school, college or nursery of the national list."""

    urn = models.CharField(max_length=6, unique=True, help_text="Unique reference number.")
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=60, blank=True, help_text="Town or street, to tell schools of one name apart.")
    postcode = models.CharField(max_length=8, blank=True)
    label = models.CharField(max_length=200, db_index=True, help_text="How it is written into a referral.")
    open = models.BooleanField(default=True)
    gone_on = models.DateField(null=True, blank=True, help_text="Since when the list names it no longer: it is not offered.")

    class Meta:
        ordering = ["name", "urn"]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.label


class Address(models.Model):
    """One address of the local gazetteer."""

    uprn = models.CharField(max_length=12, unique=True, help_text="Unique property reference number.")
    text = models.CharField(max_length=300, help_text="The lines of the address without its postcode.")
    postcode = models.CharField(max_length=8, db_index=True)
    gone_on = models.DateField(null=True, blank=True, help_text="Since when the list names it no longer: it is not offered.")

    class Meta:
        verbose_name_plural = "addresses"
        ordering = ["postcode", "text"]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.uprn
