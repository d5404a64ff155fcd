"""Where postcodes lie, as imported, so that figures can be told by ward."""

from django.db import models


class ListImport(models.Model):
    """A list of schools, addresses or wards that was read: how many rows went in, and which did not and why."""

    class Kind(models.TextChoices):
        SCHOOLS = "schools", "Schools"
        ADDRESSES = "addresses", "Addresses"
        WARDS = "wards", "Wards by postcode"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    file_name = models.CharField(max_length=200)
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=60, help_text="The actor's reference.")
    taken = models.PositiveIntegerField()
    gone = models.PositiveIntegerField(default=0, db_default=0, help_text="What a whole list named no longer.")
    broken = models.JSONField(default=list, help_text="Of each row that did not go in: its line, and why.")

    class Meta:
        ordering = ["-imported_at", "-id"]

    class Privacy:
        personal = {"work": ["imported_by"]}
        keep = "technical"

    def __str__(self) -> str:
        return f"{self.kind} {self.imported_at:%Y-%m-%d}"


class WardPostcode(models.Model):
    """The ward in which a postcode lies. A postcode that is not here counts as “ward not known”."""

    postcode = models.CharField(max_length=8, primary_key=True, help_text="In capitals, without spaces.")
    ward = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["ward"], name="ward_postcode_ward")]
        constraints = [models.CheckConstraint(name="ward_postcode_has_a_ward", condition=~models.Q(ward=""))]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.postcode}: {self.ward}"
