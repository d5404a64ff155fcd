from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from accounts.models.agencies import Agency
from foundation.references import new_reference


def new_client_reference() -> str:
    """The opaque reference of a connected system."""
    return new_reference("R")


class AgencyClient(models.Model):
    """A system of an agency that speaks to the portal by itself, with a token of which only the hash is kept.

    It is an actor: events and the access log name it, on behalf of its agency. What it may do follows from its scopes.
    """

    class Scope(models.TextChoices):
        REFER = "refer", "Send referrals"
        DOCUMENTS = "documents", "Add documents to what it sent"
        STATUS = "status", "Read the status and decision of what it sent"
        CHANGE = "change", "Amend what it sent, and ask to withdraw it"
        NOTIFY = "notify", "Send batches of police notifications"
        FIGURES = "figures", "Read the scorecard and the published yearly reports"

    reference = models.CharField(max_length=20, unique=True, default=new_client_reference, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="clients")
    name = models.CharField(max_length=100)
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope.choices))
    token_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token.")
    per_minute = models.PositiveSmallIntegerField(default=60, help_text="How many requests it may make in a minute.")
    ends_on = models.DateField(help_text="The last day on which the token counts.")
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="To the minute.")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60, help_text="The actor's reference.")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("name"), "agency", name="agency_client_open_name_once", condition=models.Q(ended_at__isnull=True)
            ),
            models.CheckConstraint(
                name="agency_client_ended_at_and_by",
                condition=models.Q(ended_at__isnull=True, ended_by="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_by="")),
            ),
            models.CheckConstraint(name="agency_client_has_scopes", condition=models.Q(scopes__len__gt=0)),
            models.CheckConstraint(name="agency_client_per_minute", condition=models.Q(per_minute__gt=0)),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "account"

    def __str__(self) -> str:
        return self.name

    @property
    def actor_kind(self) -> str:
        """Always "client"."""
        return "client"

    @property
    def actor_reference(self) -> str:
        """The system's opaque reference."""
        return self.reference

    @property
    def actor_agency(self) -> str:
        """The code of the agency whose system it is."""
        return self.agency.code
