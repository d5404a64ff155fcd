"""The children of one family with whom child protection works, and who sees what is written about them."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import PersonGrant, TeamGrant
from protection.models.rows import never_deleted, new_protection_reference

SEE_FAMILY = "see_family"
"""The permission that grants of family groups carry."""

FILL = """
    SELECT f.restricted INTO NEW.restricted FROM protection_familygroup f WHERE f.id = NEW.content_object_id;
    RETURN NEW;
"""
COPY = """
    UPDATE protection_familyteamgrant SET restricted = NEW.restricted WHERE content_object_id = NEW.id;
    UPDATE protection_familypersongrant SET restricted = NEW.restricted WHERE content_object_id = NEW.id;
    RETURN NULL;
"""


@pghistory.track(append_only=True)
class FamilyGroup(models.Model):
    """The children of one family, whose discussions, conferences and plans belong together. Sight of all of it is given here."""

    reference = models.CharField(max_length=20, unique=True, default=new_protection_reference, editable=False)
    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="+", help_text="The team that has the case.")
    worker = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="The lead social worker."
    )
    restricted = models.BooleanField(default=False, help_text="Only those named on it see it.")
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=60, help_text="The actor's reference.")
    source_reference = models.CharField(max_length=40, blank=True, help_text="In the system from which it was brought over.")

    class Meta:
        permissions = [(SEE_FAMILY, "See what child protection writes of a family")]
        indexes = [models.Index(fields=["team", "id"], name="family_group_team")]
        constraints = [
            models.UniqueConstraint(
                name="family_group_source_once", fields=["source_reference"], condition=~models.Q(source_reference="")
            )
        ]
        triggers = [
            never_deleted(),
            pgtrigger.Trigger(
                name="copy_to_grants",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("restricted"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Condition("OLD.restricted IS DISTINCT FROM NEW.restricted"),
                func=COPY,
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["worker"]}
        keep = "child"

    def __str__(self) -> str:
        return self.reference


def _fill() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(name="fill_from_family", when=pgtrigger.Before, operation=pgtrigger.Insert, func=FILL)


class FamilyTeamGrant(TeamGrant):
    """A team's sight of a family group."""

    content_object = models.ForeignKey(FamilyGroup, on_delete=models.CASCADE, related_name="team_grants")
    restricted = models.BooleanField(null=True, editable=False)

    class Meta(TeamGrant.Meta):
        indexes = [models.Index(fields=["group", "permission", "content_object"], name="family_team_grant_page")]
        triggers = [_fill()]

    class Privacy(TeamGrant.Privacy):
        pass

    def __str__(self) -> str:
        return f"{self.group_id} sees {self.content_object_id}"


class FamilyPersonGrant(PersonGrant):
    """One person's sight of a family group: its chair, and those named on a restricted one."""

    content_object = models.ForeignKey(FamilyGroup, on_delete=models.CASCADE, related_name="person_grants")
    restricted = models.BooleanField(null=True, editable=False)

    class Meta(PersonGrant.Meta):
        indexes = [models.Index(fields=["user", "permission", "content_object"], name="family_person_grant_page")]
        triggers = [_fill()]

    class Privacy(PersonGrant.Privacy):
        pass

    def __str__(self) -> str:
        return f"{self.user_id} sees {self.content_object_id}"
