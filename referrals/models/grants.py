"""Who sees which contact. A grant carries copies of its contact's sort keys: a team's queue is one walk of an index."""

import pgtrigger
from django.db import models

from accounts.models import PersonGrant, TeamGrant
from referrals.models.contacts import Contact

FILL_FROM_CONTACT = """
    SELECT c.is_open, c.urgency, c.decision_due_at, c.received_at, c.state, c.rating, c.restricted
        INTO NEW.is_open, NEW.urgency, NEW.due_at, NEW.received_at, NEW.state, NEW.rating, NEW.restricted
        FROM referrals_contact c WHERE c.id = NEW.content_object_id;
    RETURN NEW;
"""


def fill_from_contact() -> pgtrigger.Trigger:
    """On insert: copy the contact's sort keys into the grant. Later changes come from the contact's own trigger."""
    return pgtrigger.Trigger(name="fill_from_contact", when=pgtrigger.Before, operation=pgtrigger.Insert, func=FILL_FROM_CONTACT)


class CopiedKeys(models.Model):
    """Columns that the database copies from the contact; nobody writes them."""

    is_open = models.BooleanField(null=True, editable=False)
    urgency = models.PositiveSmallIntegerField(null=True, editable=False)
    due_at = models.DateTimeField(null=True, editable=False)
    received_at = models.DateTimeField(null=True, editable=False)
    state = models.CharField(max_length=20, default="", editable=False)
    rating = models.CharField(max_length=5, default="", editable=False)
    restricted = models.BooleanField(null=True, editable=False)

    class Meta:
        abstract = True


def _queue_indexes(who: str, column: str) -> list[models.Index]:
    is_open = models.Q(is_open=True)
    order = ["urgency", "due_at", "content_object"]
    return [
        models.Index(fields=[column, "permission", *order], name=f"{who}_queue", condition=is_open),
        models.Index(fields=[column, "permission", "state", *order], name=f"{who}_queue_state", condition=is_open),
        models.Index(fields=[column, "permission", "rating", *order], name=f"{who}_queue_rating", condition=is_open),
        models.Index(fields=[column, "permission", "-received_at", "-content_object"], name=f"{who}_newest"),
    ]


class ContactTeamGrant(CopiedKeys, TeamGrant):
    """A team's sight of one contact."""

    content_object = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="team_grants")

    class Meta(TeamGrant.Meta):
        indexes = _queue_indexes("team_grant", "group")
        triggers = [fill_from_contact()]

    class Privacy(TeamGrant.Privacy):
        pass

    def __str__(self) -> str:
        return f"{self.group_id} sees {self.content_object_id}"


class ContactPersonGrant(CopiedKeys, PersonGrant):
    """One person's sight of one contact."""

    content_object = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="person_grants")

    class Meta(PersonGrant.Meta):
        indexes = _queue_indexes("person_grant", "user")
        triggers = [fill_from_contact()]

    class Privacy(PersonGrant.Privacy):
        pass

    def __str__(self) -> str:
        return f"{self.user_id} sees {self.content_object_id}"
