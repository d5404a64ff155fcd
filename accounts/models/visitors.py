from django.db import models
from django.db.models.functions import Lower

from accounts.models.agencies import Agency
from foundation.references import new_reference


def new_visitor_reference() -> str:
    """The opaque reference of a visitor."""
    return new_reference("W")


def new_code_reference() -> str:
    """The opaque reference of a one-time code."""
    return new_reference("X")


class Visitor(models.Model):
    """A professional without an account who has shown, by a one-time code, that a work email address is theirs.

    A visitor is no person of the portal: they hold no role, and no grant can be given to them. What they see is what they sent.
    """

    reference = models.CharField(max_length=20, unique=True, default=new_visitor_reference, editable=False)
    email = models.EmailField(max_length=254)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", help_text="The first by name with their domain, when they proved it."
    )
    first_proved_at = models.DateTimeField()
    last_proved_at = models.DateTimeField()

    agencies_read: tuple[Agency, ...] | None = None

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="visitor_email_once")]

    class Privacy:
        personal = {"contact": ["email"]}
        keep = "contact"

    def __str__(self) -> str:
        return self.reference

    @property
    def actor_kind(self) -> str:
        """Always "visitor"."""
        return "visitor"

    @property
    def actor_reference(self) -> str:
        """The visitor's opaque reference."""
        return self.reference

    @property
    def actor_agency(self) -> str:
        """The code of the agency whose address they have."""
        return self.agency.code


class VisitorCode(models.Model):
    """A one-time code that was sent to an address. Only its hash is kept, and how often somebody has tried."""

    reference = models.CharField(max_length=20, unique=True, default=new_code_reference, editable=False)
    email = models.EmailField(max_length=254)
    code_hash = models.CharField(max_length=64, help_text="Keyed hash of the digits.")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(Lower("email"), "expires_at", name="visitor_code_email")]

    class Privacy:
        personal = {"contact": ["email"]}
        keep = "technical"

    def __str__(self) -> str:
        return self.reference
