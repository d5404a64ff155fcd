"""What the queue keeps of itself: who has which contact open, and which columns the managers chose."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from referrals.models.contacts import Contact
from referrals.models.submissions import NEVER_CHANGED


class Presence(models.Model):
    """Somebody of the MASH has a contact open. It is forgotten some minutes after the last page that they looked at."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    since_at = models.DateTimeField(help_text="When they opened it first, without a long pause since.")
    seen_at = models.DateTimeField(help_text="When they looked at a page of it last.")

    class Meta:
        verbose_name_plural = "presences"
        indexes = [models.Index(fields=["seen_at"], name="presence_seen")]
        constraints = [models.UniqueConstraint(name="presence_once", fields=["contact", "person"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "technical"

    def __str__(self) -> str:
        return f"{self.person_id} at {self.contact_id}"


class QueueColumns(models.Model):
    """The columns of the queue from a moment on, as a manager chose them. The newest holds; none is ever changed."""

    append_only = True

    columns = ArrayField(
        models.CharField(max_length=20), help_text="Codes of the columns besides how urgent it is and the child."
    )
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        verbose_name_plural = "queue columns"
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"work": ["set_by"]}
        keep = "reference_data"

    def __str__(self) -> str:
        return ", ".join(self.columns)
