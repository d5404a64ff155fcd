"""Records that were opened in an emergency, for the information governance lead. They name no child."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.access import GOVERNANCE_LEAD
from accounts.access_table import role_codes
from accounts.models import Person
from accounts.models.grants import person_grant_tables
from foundation import clock

SHOWN_FOR = timedelta(days=14)
MOST_SHOWN = 20


@dataclass(frozen=True)
class Opening:
    """One record that somebody opened who was not named on it: until when they see it."""

    reference: str
    person: str
    agency: str
    opened_at: datetime
    until: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether they see it still."""
        return self.until is None or self.until > clock.now()


def emergency_openings(by: Person) -> list[Opening]:
    """What was opened in an emergency in the last fortnight, newest first; nothing for anybody but the governance lead."""
    if GOVERNANCE_LEAD not in role_codes(by):
        return []
    since = clock.now() - SHOWN_FOR
    found = []
    for table in person_grant_tables():
        rows = table._default_manager.filter(break_glass=True, given_at__gte=since)
        newest = rows.select_related("user", "holding__agency", "content_object").order_by("-given_at", "-pk")[:MOST_SHOWN]
        found += [
            Opening(row.content_object.reference, row.user.name, row.holding.agency.name, row.given_at, row.ends_at)
            for row in newest
        ]
    return sorted(found, key=lambda one: one.opened_at, reverse=True)[:MOST_SHOWN]
