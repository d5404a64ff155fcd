from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import models
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from accounts.models.people import Person, RoleHolding


class Grant(models.Model):
    """Sight of one record, with a reason, a start and an end. Each kind of record has its own pair of tables of this shape.

    A concrete table adds `content_object`, a foreign key to the record, and copies of the columns by which lists of these
    records are sorted and filtered (docs/how-to/grant-sight-of-a-record.md). A row is never deleted: it ends.
    """

    reason = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60, help_text="The actor's reference.")
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was ended; `ends_at` is then the same moment or earlier."
    )
    ended_by = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True


def _rules(holder: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(
            fields=[holder, "permission", "content_object"],
            name="%(class)s_open_once",
            condition=models.Q(ended_at__isnull=True),
        ),
        models.CheckConstraint(
            name="%(class)s_ended_at_and_by",
            condition=models.Q(ended_at__isnull=True, ended_by="")
            | (models.Q(ended_at__isnull=False, ends_at__lte=models.F("ended_at")) & ~models.Q(ended_by="")),
        ),
    ]


class TeamGrant(Grant, GroupObjectPermissionBase):
    """A team's sight of one record."""

    permission = models.ForeignKey(Permission, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        constraints = _rules("group")

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["reason"]}
        keep = "audit_trail"


class PersonGrant(Grant, UserObjectPermissionBase):
    """One person's sight of one record, while they hold the role for which it was given.

    For restricted records, for named members of a review or an audit, and for hours after breaking the glass.
    """

    permission = models.ForeignKey(Permission, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    holding = models.ForeignKey(RoleHolding, on_delete=models.PROTECT, related_name="+")
    break_glass = models.BooleanField(default=False)

    class Meta:
        abstract = True
        constraints = _rules("user")

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["reason"]}
        keep = "audit_trail"


def person_grant_tables() -> list[type[PersonGrant]]:
    """Every table of grants to single persons."""
    return [model for model in apps.get_models() if issubclass(model, PersonGrant)]
