from django.db import models

from referrals.models.submissions import Submission


class PublicMessage(models.Model):
    """A form of the public page that was received. Its token makes a second press of the button find the first."""

    token = models.CharField(max_length=40, unique=True)
    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="public_message")

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "contact"

    def __str__(self) -> str:
        return str(self.submission_id)
