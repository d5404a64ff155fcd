"""Papers: documents that a group reads for a meeting, or for one item of its agenda."""

from django.db import models
from django.db.models import Q

from board.models.meetings import AgendaItem, Meeting
from board.models.rows import new_board_reference


class MeetingPaper(models.Model):
    """A document of a meeting. Its file lies with the document store under this reference; whoever sees the meeting opens it.

    One that should not be there is withdrawn: its file is removed, and who took it back and why stays.
    """

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="papers",
        help_text="None: the whole meeting.",
    )
    title = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="paper_withdrawn_at_and_by",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by="", withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="") & ~Q(withdrawn_reason=""),
            )
        ]

    class Privacy:
        personal = {"work": ["title", "withdrawn_reason"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference
