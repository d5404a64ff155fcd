"""Where postcodes lie, as imported, so that figures can be told by ward."""

from django.db import models


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
