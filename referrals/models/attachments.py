"""What the documents of a referral are."""

from django.db import models

from referrals.models.codes import DocumentKind


class DocumentDetails(models.Model):
    """What a document is, who wrote it and when, as whoever attached it said."""

    document = models.OneToOneField("foundation.Document", on_delete=models.CASCADE, related_name="referral_details")
    kind = models.CharField(max_length=10, choices=DocumentKind.choices, blank=True)
    author = models.CharField(max_length=200, blank=True)
    written_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "document details"

    class Privacy:
        personal = {"identity": ["author"], "case": ["kind", "written_on"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.document_id} {self.kind}"
