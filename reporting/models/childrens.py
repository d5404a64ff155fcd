"""The report for children: one page in short words, of a published edition, and where children find help."""

from datetime import date

import pgtrigger
from django.db import models

from foundation.calendar import london_date
from reporting.models.editions import Edition


class HelpLine(models.Model):
    """Whom a child can ring or write to."""

    name = models.CharField(max_length=80, unique=True)
    words = models.CharField(max_length=160, help_text="What it is for, in the words of a child.")
    telephone = models.CharField(max_length=40, blank=True)
    website = models.CharField(max_length=120, blank=True, help_text="As it is printed: childline.org.uk")
    place = models.PositiveSmallIntegerField(default=0, help_text="In which order they stand.")

    class Meta:
        ordering = ["place", "name"]
        constraints = [
            models.CheckConstraint(name="helpline_can_be_reached", condition=~models.Q(telephone="") | ~models.Q(website="")),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.name


class ChildrensVersion(models.Model):
    """What an edition says to children. Written by one person, looked at and published by another; it then never changes.

    Whatever has to be put right afterwards is a new version, which then stands at the address.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="for_children")
    number = models.PositiveSmallIntegerField(help_text="Counted within the edition, from 1.")
    did = models.TextField(help_text="What we did.")
    heard = models.TextField(help_text="What we heard from you.")
    will_do = models.TextField(help_text="What we will do next.")
    numbers = models.JSONField(default=list, help_text="Codes of figures that stand as large numbers, each with its words.")
    version = models.PositiveIntegerField(default=1, help_text="Raised by every change; a stale form is refused.")
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")
    content = models.JSONField(default=dict, help_text="What is printed, with every figure in its place, when it is published.")
    content_sha256 = models.CharField(max_length=64, blank=True, help_text="Of that, with the edition, in canonical JSON.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True, help_text="The second person.")
    pdf_key = models.CharField(max_length=64, blank=True, help_text="Where the document store keeps it.")
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    pdf_bytes = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["edition", "-number"]
        constraints = [
            models.UniqueConstraint(name="childrensversion_number_once", fields=["edition", "number"]),
            models.UniqueConstraint(
                name="childrensversion_one_draft", fields=["edition"], condition=models.Q(published_at__isnull=True)
            ),
            models.CheckConstraint(
                name="childrensversion_published_by_a_second_person",
                condition=models.Q(published_at__isnull=True, published_by="", content_sha256="")
                | models.Q(published_at__isnull=False, content_sha256__regex="^[0-9a-f]{64}$")
                & ~models.Q(published_by="")
                & ~models.Q(published_by=models.F("written_by")),
            ),
            models.CheckConstraint(
                name="childrensversion_file_with_hash",
                condition=models.Q(pdf_key="", pdf_sha256="", pdf_bytes=0)
                | models.Q(pdf_sha256__regex="^[0-9a-f]{64}$", published_at__isnull=False) & ~models.Q(pdf_key=""),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="published_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__published_at__isnull=False)
                & (
                    ~pgtrigger.Q(old__content_sha256=pgtrigger.F("new__content_sha256"))
                    | ~pgtrigger.Q(old__content=pgtrigger.F("new__content"))
                    | pgtrigger.Q(new__published_at__isnull=True)
                    | ~pgtrigger.Q(old__pdf_key="")
                ),
            ),
        ]

    class Privacy:
        personal = {"work": ["written_by", "published_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.edition_id} for children {self.number}"

    @property
    def published_on(self) -> date | None:
        """The day on which it was published, in England."""
        return None if self.published_at is None else london_date(self.published_at)
