"""What two people wrote at once into one text: both are kept until somebody settles which is right."""

import pghistory
from django.db import models
from django.db.models import Q

from protection.models.conference import Conference
from protection.models.core_group import CoreGroupMeeting
from protection.models.rows import never_deleted
from protection.models.strategy import StrategyDiscussion
from referrals.models.acts import acted


@pghistory.track(append_only=True)
class OtherText(models.Model):
    """A text that somebody wrote while another changed the same text; the record holds the other's."""

    discussion = models.ForeignKey(
        StrategyDiscussion, null=True, blank=True, on_delete=models.PROTECT, related_name="other_texts"
    )
    conference = models.ForeignKey(Conference, null=True, blank=True, on_delete=models.PROTECT, related_name="other_texts")
    meeting = models.ForeignKey(CoreGroupMeeting, null=True, blank=True, on_delete=models.PROTECT, related_name="other_texts")
    place = models.CharField(max_length=60, help_text="The name of the text.")
    text = models.TextField()
    page = models.CharField(max_length=40, blank=True, default="", db_default="", help_text="From which page: it may write on.")
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        ordering = ["id"]
        constraints = [
            acted("other_text", "settled"),
            models.CheckConstraint(
                name="other_text_of_one_record",
                condition=Q(discussion__isnull=False, conference__isnull=True, meeting__isnull=True)
                | Q(discussion__isnull=True, conference__isnull=False, meeting__isnull=True)
                | Q(discussion__isnull=True, conference__isnull=True, meeting__isnull=False),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["text"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.place}: {self.pk}"
