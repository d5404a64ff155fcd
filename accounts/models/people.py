import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from accounts.models.agencies import Agency, Team
from foundation.references import new_reference

if TYPE_CHECKING:
    from accounts.access_table import HoldingNow


def new_person_reference() -> str:
    """The opaque reference of a person."""
    return new_reference("P")


class PersonManager(BaseUserManager["Person"]):
    """Finds people by email address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person with this email address."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. What they may do follows from the roles they hold today, nothing else."""

    reference = models.CharField(max_length=20, unique=True, default=new_person_reference, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=100)
    job_title = models.CharField(max_length=100, blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    session_salt = models.UUIDField(default=uuid.uuid4, editable=False, help_text="A new one signs the person out everywhere.")

    objects: ClassVar[PersonManager] = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    holdings_read: "tuple[date, tuple[HoldingNow, ...]] | None" = None

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_once"),
            models.CheckConstraint(name="person_no_superuser", condition=models.Q(is_superuser=False)),
        ]

    class Privacy:
        personal = {"identity": ["name"], "contact": ["email", "telephone"], "work": ["job_title"]}
        keep = "account"

    def __str__(self) -> str:
        return self.name

    @property
    def actor_kind(self) -> str:
        """Always "person"."""
        return "person"

    @property
    def actor_reference(self) -> str:
        """The person's opaque reference."""
        return self.reference

    @property
    def actor_agency(self) -> str:
        """The code of the agency that the person acts for: that of the role held longest; empty without one.

        Where a record says for which agency something is done, `acting_for` is asked instead.
        """
        from accounts.access_table import holdings_now

        holdings = holdings_now(self)
        return holdings[0].agency_code if holdings else ""

    def get_session_auth_hash(self) -> str:
        """Changes with the password and with the salt, so that either ends every session."""
        return salted_hmac("accounts.Person", f"{self.password}{self.session_salt}", algorithm="sha256").hexdigest()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        return salted_hmac(
            "accounts.Person", f"{self.password}{self.session_salt}", secret=secret, algorithm="sha256"
        ).hexdigest()


class Role(models.Model):
    """What a person may be in an agency. Declared by the apps, written here after each migration."""

    code = models.SlugField(max_length=40, primary_key=True)
    title = models.CharField(max_length=80)
    description = models.TextField()
    shows_cases = models.BooleanField(help_text="Its holders see identifiable children; they need a second factor.")
    app = models.CharField(max_length=20)

    class Meta:
        ordering = ["title"]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.title


class RoleHolding(models.Model):
    """A person holds a role in an agency, in one of its teams where the work is a team's, from a day to a day."""

    class Seat(models.TextChoices):
        COUNCIL = "council", "Council"
        HEALTH = "health", "Health"
        POLICE = "police", "Police"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="holdings")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="holdings")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="holdings")
    seat = models.CharField(
        max_length=10,
        choices=Seat.choices,
        blank=True,
        help_text="The statutory partner for whom an executive signs.",
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="The last day.")
    confirmed_until = models.DateField(help_text="The last day for which the agency's lead has confirmed it.")
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60, help_text="The actor's reference.")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "ends_on"], name="holding_person"),
            models.Index(fields=["agency", "role"], name="holding_agency_role"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="holding_open_once",
                fields=["person", "role", "agency", "team"],
                condition=models.Q(ended_at__isnull=True, ends_on__isnull=True),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="holding_ends_after_it_starts",
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on"))
                | models.Q(ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="holding_ended_at_and_by",
                condition=models.Q(ended_at__isnull=True, ended_by="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_by="")),
            ),
        ]

    class Privacy:
        personal = {"work": ["role", "agency", "team"]}
        keep = "account"

    def __str__(self) -> str:
        return f"{self.person_id} {self.role_id} {self.agency_id}"


class Invitation(models.Model):
    """Somebody is asked to join: by email, to an address of the agency's own domains, for a few days."""

    reference = models.CharField(max_length=20, unique=True)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=100)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="invitations")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret in the link.")
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=60)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "agency",
                "role",
                name="invitation_open_once",
                condition=models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="invitation_accepted_at_and_by",
                condition=models.Q(accepted_at__isnull=True, accepted_by="")
                | (models.Q(accepted_at__isnull=False) & ~models.Q(accepted_by="")),
            ),
            models.CheckConstraint(
                name="invitation_withdrawn_at_and_by",
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_by="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_by="")),
            ),
        ]

    class Privacy:
        personal = {"identity": ["name"], "contact": ["email"]}
        keep = "account"

    def __str__(self) -> str:
        return self.reference
