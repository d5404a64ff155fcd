from django.db import models
from django.db.models import Q

from accounts.models.agencies import Agency
from foundation.references import new_reference


def new_sealed_reference() -> str:
    """The opaque reference of a sealed link."""
    return new_reference("9")


class SealedLink(models.Model):
    """A link by which somebody who is named and has no account opens one page about one record, once.

    The link goes by email; the code that opens it is told by telephone. Only hashes of both are kept. Whoever has opened it
    is no person of the portal: they hold no role, and what they see and do is what that page lets them.
    """

    reference = models.CharField(max_length=20, unique=True, default=new_sealed_reference, editable=False)
    page = models.CharField(max_length=80, help_text="The name of the one page that it opens.")
    subject = models.CharField(max_length=20, help_text="The reference of the record that the page shows.")
    seat = models.BigIntegerField(help_text="The row of that record that names who is let in.")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", help_text="The agency they speak for.")
    name = models.CharField(max_length=150)
    email = models.EmailField(max_length=254)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60, help_text="The actor's reference.")
    expires_at = models.DateTimeField(help_text="Until when it can be opened.")
    secret_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, help_text="Keyed hash of the digits.")
    tries = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="From when it opens nothing any longer.")

    class Meta:
        constraints = [
            models.UniqueConstraint("page", "seat", condition=Q(ended_at__isnull=True), name="sealed_link_one_for_a_seat"),
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("made_at")), name="sealed_link_lasts"),
        ]
        indexes = [models.Index(fields=["page", "subject"], name="sealed_link_subject")]

    class Privacy:
        personal = {"work": ["name"], "contact": ["email"]}
        keep = "audit_trail"

    def __str__(self) -> str:
        return self.reference

    @property
    def actor_kind(self) -> str:
        """Always "sealed"."""
        return "sealed"

    @property
    def actor_reference(self) -> str:
        """The link's opaque reference."""
        return self.reference

    @property
    def actor_agency(self) -> str:
        """The code of the agency for which its holder was asked."""
        return self.agency.code
