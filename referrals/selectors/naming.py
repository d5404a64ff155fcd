"""Who of another team can be named on a restricted contact, so that its case can move there while the restriction stands."""

from collections.abc import Iterable

from accounts.access_table import current_holdings, open_teams
from accounts.models import Person, Team
from foundation import clock
from referrals.access import EARLY_HELP_COORDINATOR, READERS, TEAM_MANAGER
from referrals.models import Contact
from referrals.rules.triage import EARLY_HELP
from referrals.selectors.contacts import teams_receiving
from referrals.selectors.episodes import may_work_on

TAKES_OVER = (TEAM_MANAGER, EARLY_HELP_COORDINATOR)
"""Who accepts a case for a social work team, and a family for early help."""


def teams_to_name() -> list[Team]:
    """The teams to which a case can move or step down: social work teams with a manager today, and those that give early help."""
    managed = current_holdings(clock.today()).filter(role=TEAM_MANAGER, team__isnull=False).values("team")
    social_work = open_teams(clock.today()).filter(pk__in=managed).select_related("agency").order_by("name")
    return list(dict.fromkeys([*social_work, *teams_receiving(EARLY_HELP)]))


def people_to_name(team: Team) -> list[Person]:
    """The people of a team who read contacts, those who can accept a case first."""
    today = clock.today()
    held = current_holdings(today).filter(team=team, role__in=READERS.roles, confirmed_until__gte=today)
    first = set(held.filter(role__in=TAKES_OVER).values_list("person", flat=True))
    people = Person.objects.filter(pk__in=held.values("person")).order_by("name")
    return sorted(people, key=lambda one: one.pk not in first)


def who_can_accept(team: Team) -> list[Person]:
    """The people of a team who accept a case for it."""
    today = clock.today()
    held = current_holdings(today).filter(team=team, role__in=TAKES_OVER, confirmed_until__gte=today)
    return list(Person.objects.filter(pk__in=held.values("person")))


def can_be_accepted(contact: Contact, team: Team) -> bool:
    """Whether somebody who accepts for a team sees the contact: of a restricted one, is named on it."""
    return not contact.restricted or bool(may_work_on(contact, who_can_accept(team)))


def first_that_can_accept(contact: Contact, teams: Iterable[Team]) -> Team | None:
    """The first of some teams for which somebody who sees the contact accepts."""
    return next((team for team in teams if can_be_accepted(contact, team)), None)


def holds_the_restriction(person: Person, contact: Contact) -> bool:
    """Whether the person is named on a restricted contact for good, and did not open it in an emergency only."""
    standing = contact.person_grants.filter(user=person, break_glass=False, ended_at__isnull=True)
    return contact.restricted and standing.exists()
