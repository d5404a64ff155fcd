"""What agencies and working groups return in words for the yearly report: rounds, returns, and what reviewers said."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency
from foundation.references import new_reference
from work.models import AnswerSet, Questionnaire, QuestionnaireVersion


def new_return_reference() -> str:
    """The opaque reference of a return, or of a round of returns."""
    return new_reference("7")


class ReturnRound(models.Model):
    """One asking for the returns of a year, in one shape: the version of a questionnaire that all of them answer."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"

    class Layout(models.TextChoices):
        BY_AGENCY = "by_agency", "Agency by agency"
        BY_THEME = "by_theme", "Heading by heading, with what each agency says under it"

    class Numbering(models.TextChoices):
        KEEP = "keep", "Number the headings as they are; an empty one leaves a gap"
        RENUMBER = "renumber", "Number the headings that are printed, without gaps"
        NONE = "none", "No numbers"

    reference = models.CharField(max_length=20, unique=True, default=new_return_reference, editable=False)
    year = models.CharField(max_length=7)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="return_rounds")
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="return_rounds")
    purpose = models.TextField(help_text="What those who are asked read first.")
    due_on = models.DateField()
    layout = models.CharField(max_length=10, choices=Layout.choices, default=Layout.BY_AGENCY)
    numbering = models.CharField(max_length=10, choices=Numbering.choices, default=Numbering.KEEP)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=60, help_text="The actor's reference.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["year", "opened_at", "id"]
        constraints = [
            models.UniqueConstraint(name="returnround_once_a_year", fields=["year", "questionnaire"]),
            models.CheckConstraint(
                name="returnround_closed_at_and_by",
                condition=models.Q(state="open", closed_at__isnull=True, closed_by="")
                | (models.Q(state="closed", closed_at__isnull=False) & ~models.Q(closed_by="")),
            ),
        ]

    class Privacy:
        personal = {"work": ["opened_by", "closed_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class AgencyReturn(models.Model):
    """What one agency, or a working group for which an agency answers, returns in a round."""

    class State(models.TextChoices):
        OPEN = "open", "Not begun"
        DRAFT = "draft", "Being written"
        SUBMITTED = "submitted", "To be read"
        SENT_BACK = "sent_back", "Sent back"
        ACCEPTED = "accepted", "Accepted"
        IN_REPORT = "in_report", "In the report"
        WITHDRAWN = "withdrawn", "Withdrawn"
        NOT_MADE = "not_made", "Not made"

    reference = models.CharField(max_length=20, unique=True, default=new_return_reference, editable=False)
    round = models.ForeignKey(ReturnRound, on_delete=models.PROTECT, related_name="returns")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="report_returns")
    group = models.CharField(max_length=120, blank=True, help_text="The working group that the agency answers for.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    due_on = models.DateField(help_text="By when it is asked for now.")
    answer_set = models.OneToOneField(AnswerSet, null=True, blank=True, on_delete=models.PROTECT, related_name="agency_return")
    received_at = models.DateTimeField(null=True, blank=True, help_text="When it came the first time.")
    submitted_at = models.DateTimeField(null=True, blank=True, help_text="When it came the last time.")
    submitted_by = models.CharField(max_length=60, blank=True)
    on_paper_from = models.CharField(max_length=150, blank=True, help_text="Who gave it, where the business team typed it in.")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=60, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["round", "group", "agency__name"]
        indexes = [models.Index(fields=["agency", "group"], name="agencyreturn_agency")]
        constraints = [
            models.UniqueConstraint(name="agencyreturn_once_a_round", fields=["round", "agency", "group"]),
            models.CheckConstraint(
                name="agencyreturn_submitted_at_and_by",
                condition=models.Q(submitted_at__isnull=True, submitted_by="", received_at__isnull=True)
                | (models.Q(submitted_at__isnull=False, received_at__isnull=False) & ~models.Q(submitted_by="")),
            ),
            models.CheckConstraint(
                name="agencyreturn_accepted_at_and_by",
                condition=(models.Q(state__in=["accepted", "in_report"], accepted_at__isnull=False) & ~models.Q(accepted_by=""))
                | (~models.Q(state__in=["accepted", "in_report"]) & models.Q(accepted_at__isnull=True, accepted_by="")),
            ),
            models.CheckConstraint(
                name="agencyreturn_submitted_before_it_is_read",
                condition=~models.Q(state__in=["submitted", "sent_back", "accepted", "in_report"])
                | models.Q(submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="agencyreturn_withdrawn_with_a_reason",
                condition=models.Q(state="withdrawn") & ~models.Q(withdrawn_reason="")
                | ~models.Q(state="withdrawn") & models.Q(withdrawn_reason=""),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["submitted_by", "on_paper_from", "accepted_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference

    @property
    def made_by(self) -> str:
        """Whose return it is, as it is printed."""
        return self.group or self.agency.name


class ReturnReview(models.Model):
    """What a reviewer said of a return. It is for the agency and the business team; no report prints it."""

    append_only = True

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        SENT_BACK = "sent_back", "Sent back"

    agency_return = models.ForeignKey(AgencyReturn, on_delete=models.PROTECT, related_name="reviews")
    answer_set = models.ForeignKey(AnswerSet, on_delete=models.PROTECT, related_name="+", help_text="What was read.")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    comments = models.TextField(blank=True)
    reviewed_at = models.DateTimeField()
    reviewed_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-reviewed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="returnreview_sent_back_with_comments",
                condition=~models.Q(decision="sent_back") | ~models.Q(comments=""),
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["reviewed_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.agency_return_id} {self.decision}"
