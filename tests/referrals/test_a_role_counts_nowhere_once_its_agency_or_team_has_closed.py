"""Whether a role counts today is one question: who is told, who may be named, who is reminded and who is in the list agree."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from accounts.models import Agency, Person, Team
from accounts.selectors.agencies import agency_list
from board.selectors.owners import person_in
from foundation import clock
from referrals.models import Contact
from referrals.selectors.contacts import nameable_people
from referrals.selectors.duty import managers_of, teams_receiving_contacts
from tests.factories import make_agency, make_person, make_team
from tests.referrals import build
from work.selectors.recipients import holders, members

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return make_team(make_agency("social_care", "hub"), ["referrals.contact"])


@pytest.fixture
def manager(team: Team) -> Person:
    return make_person("mash_manager", team=team)


@pytest.fixture
def contact(team: Team, manager: Person) -> Contact:
    return build.make_contact(teams=(team,))


def counted(team: Team, manager: Person, contact: Contact) -> dict[str, bool]:
    """Everywhere that the role of a team's manager is asked for."""
    team = Team.objects.select_related("agency").get(pk=team.pk)
    listed = {row.code: row.people for row in agency_list(make_person("system_administrator"))}
    return {
        "told of new contacts": (manager.reference, manager.email) in managers_of([team]),
        "may be named": manager in nameable_people(contact),
        "reminded as member": manager in members(team),
        "reminded as holder": manager in holders(team.agency, ["mash_manager"]),
        "may own an action": person_in(team.agency, manager.email) is not None,
        "in the agency's number": listed["hub"] == 1,
    }


def close_agency(team: Team, manager: Person) -> None:
    Agency.objects.filter(pk=team.agency_id).update(closed_on=clock.today())


def close_team(team: Team, manager: Person) -> None:
    Team.objects.filter(pk=team.pk).update(closed_on=clock.today())


def end(team: Team, manager: Person) -> None:
    manager.holdings.update(ends_on=clock.today() - timedelta(days=1))


def leave(team: Team, manager: Person) -> None:
    Person.objects.filter(pk=manager.pk).update(is_active=False)


def begin_tomorrow(team: Team, manager: Person) -> None:
    manager.holdings.update(starts_on=clock.today() + timedelta(days=1))


def test_a_role_in_order_counts_everywhere(team: Team, manager: Person, contact: Contact) -> None:
    found = counted(team, manager, contact)
    assert all(found.values()), found


@pytest.mark.parametrize("change", [close_agency, close_team, end, leave, begin_tomorrow])
def test_it_counts_nowhere(team: Team, manager: Person, contact: Contact, change: Callable[[Team, Person], None]) -> None:
    change(team, manager)
    found = counted(team, manager, contact)
    assert not any(found.values()), found


@pytest.mark.parametrize(("days", "receives"), [(0, False), (1, True)])
def test_a_team_is_open_until_the_day_it_or_its_agency_closes(team: Team, days: int, receives: bool) -> None:
    day = clock.today() + timedelta(days=days)
    Agency.objects.filter(pk=team.agency_id).update(closed_on=day)
    assert (team in teams_receiving_contacts()) is receives
    Agency.objects.filter(pk=team.agency_id).update(closed_on=None)
    Team.objects.filter(pk=team.pk).update(closed_on=day)
    assert (team in teams_receiving_contacts()) is receives
