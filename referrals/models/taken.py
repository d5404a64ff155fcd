"""What came by telephone, by email or from another council, and was written down by the MASH."""

from django.db import models

from referrals.models.acts import acted
from referrals.models.submissions import Submission


class TakenDown(models.Model):
    """How a contact came that the MASH wrote down for somebody, and whether the referrer has written it themselves since.

    The words stand in the submission, as with every other way. Nobody owes a form for a family's call or a transfer.
    """

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="taken")
    came_at = models.DateTimeField(help_text="When they rang or wrote.")
    authority = models.CharField(max_length=200, blank=True, help_text="The council that transfers the child.")
    their_reference = models.CharField(max_length=60, blank=True, help_text="The number of that council, or of the caller.")
    once = models.CharField(max_length=60, unique=True, help_text="The page that was sent, so that it is taken once.")
    form_due_at = models.DateTimeField(null=True, blank=True, help_text="By when the referrer writes it; empty: they need not.")
    form = models.OneToOneField(Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="written_after")
    met_at = models.DateTimeField(null=True, blank=True, help_text="When the form was noted as come.")
    met_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    waived_reason = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "taken down"
        constraints = [
            acted("taken_down", "met"),
            acted("taken_down", "waived"),
            models.CheckConstraint(
                name="taken_down_met_by_a_form",
                condition=models.Q(form__isnull=True, met_at__isnull=True) | models.Q(form__isnull=False, met_at__isnull=False),
            ),
            models.CheckConstraint(
                name="taken_down_waived_with_a_reason",
                condition=models.Q(waived_at__isnull=True, waived_reason="")
                | (models.Q(waived_at__isnull=False) & ~models.Q(waived_reason="")),
            ),
            models.CheckConstraint(
                name="taken_down_met_or_waived", condition=models.Q(met_at__isnull=True) | models.Q(waived_at__isnull=True)
            ),
        ]

    class Privacy:
        personal = {"case": ["their_reference", "waived_reason"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"taken down {self.submission_id}"

    @property
    def waits_for_form(self) -> bool:
        """Whether the referrer has still to write."""
        return self.form_due_at is not None and self.met_at is None and self.waived_at is None
