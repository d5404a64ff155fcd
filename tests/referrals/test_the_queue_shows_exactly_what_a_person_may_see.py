"""can() for one contact; the queue, its counts and the search for many: four answers to one question, under any grants."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.access import can
from accounts.access_table import holdings_now
from accounts.models import Person, Team
from accounts.services.grants import end_grants, give_person_grant, give_team_grant
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import Refused
from referrals.models import SEE_CONTACT, Contact, ContactPersonGrant, ContactTeamGrant
from referrals.selectors.contacts import visible_contacts
from referrals.selectors.queue import QueueFilter, queue, queue_counts, search_contacts
from tests.factories import make_agency, make_agreement, make_holding, make_person, make_team
from tests.referrals import build

pytestmark = pytest.mark.django_db
SYSTEM = SystemActor("test")
RATINGS = ("red", "amber", "green", "blue", "unrated")
FIELDS: tuple[dict[str, Any], ...] = ({"rating": "red"}, {"rating": "green"}, {}, {"state": "screening", "rating": "amber"})

length = st.one_of(st.none(), st.integers(1, 4))
which = st.integers(0, len(FIELDS))
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("team"), st.integers(0, 2), which, length),
        st.tuples(st.just("team"), st.integers(0, 2), which, length),
        st.tuples(st.just("person"), st.integers(0, 3), which, length),
        st.tuples(st.just("end team"), st.integers(0, 2), which, st.none()),
        st.tuples(st.just("end person"), st.integers(0, 3), which, st.none()),
        st.tuples(st.just("lapse"), st.integers(0, 3), which, st.none()),
        st.tuples(st.just("wait"), st.just(0), which, st.integers(1, 3)),
    ),
    min_size=1,
    max_size=14,
)


def do(what: str, who: int, contact: Contact, hours: int | None, teams: list[Team], people: list[Person]) -> None:
    ends_at = clock.now() + timedelta(hours=hours) if hours else None
    given_to: dict[str, Any] = {"by": SYSTEM, "record": contact, "codename": SEE_CONTACT, "reason": "Test", "ends_at": ends_at}
    if what == "team":
        give_team_grant(**given_to, team=teams[who], grants=ContactTeamGrant)
    elif what == "person":
        people[who].holdings_read = None
        try:
            give_person_grant(**given_to, person=people[who], grants=ContactPersonGrant)
        except Refused:
            assert not any(holding.trusted for holding in holdings_now(people[who]))
    elif what == "end team":
        end_grants(by=SYSTEM, grants=ContactTeamGrant.objects.filter(group=teams[who].group, content_object=contact))
    elif what == "end person":
        end_grants(by=SYSTEM, grants=ContactPersonGrant.objects.filter(user=people[who], content_object=contact))
    elif what == "lapse":
        people[who].holdings.update(confirmed_until=clock.today() - timedelta(days=1))


def partnership() -> tuple[list[Team], list[Person]]:
    agency, lapsed = make_agency(), make_agency(with_agreement=False)
    make_agreement(lapsed, days=-1)
    teams = [make_team(agency), make_team(agency), make_team(lapsed)]
    both = make_person("mash_officer", team=teams[0])
    make_holding(both, "social_worker", agency, teams[1])
    others = [
        make_person("social_worker", team=teams[1]),
        make_person("practitioner"),
        make_person("social_worker", team=teams[2]),
    ]
    return teams, [both, *others]


@settings(max_examples=12, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds=deeds, restricted=st.sets(which))
def test_every_list_agrees_with_can_under_random_grants_and_ends(deeds: list[Any], restricted: set[int]) -> None:
    with transaction.atomic():
        teams, people = partnership()
        contacts = [build.make_contact(**fields, restricted=place in restricted) for place, fields in enumerate(FIELDS)]
        closed = {"state": "duplicate", "closed_at": clock.now(), "closed_by": "test"}
        contacts.append(build.make_contact(**closed, restricted=len(FIELDS) in restricted))
        moment = clock.now()
        for what, who, place, hours in deeds:
            with clock.frozen(moment):
                do(what, who, contacts[place], hours, teams, people)
            moment += timedelta(hours=hours if what == "wait" else 0)
        with clock.frozen(moment):
            for person in people:
                agree(person, contacts)
        transaction.set_rollback(True)


def agree(person: Person, contacts: list[Contact]) -> None:
    person.holdings_read = None
    expected = {
        contact.reference
        for contact in contacts
        if can(person, contact, SEE_CONTACT, team_grants=ContactTeamGrant, person_grants=ContactPersonGrant)
    }
    still_open = expected - {contacts[-1].reference}
    rows = [row["reference"] for row in queue(person, QueueFilter()).rows]
    counts = queue_counts(person)
    assert set(visible_contacts(person).values_list("reference", flat=True)) == expected
    assert sorted(rows) == sorted(still_open)
    assert sum(counts[rating] for rating in RATINGS) == len(still_open)
    assert {contact.reference for contact in search_contacts(person, "Example")} == expected


def test_somebody_sees_something_under_such_grants() -> None:
    """The property above is not one about empty lists."""
    teams, people = partnership()
    contacts = [build.make_contact(**fields) for fields in FIELDS]
    do("team", 0, contacts[0], None, teams, people)
    do("person", 2, contacts[1], None, teams, people)
    assert len(queue(people[0], QueueFilter()).rows) == len(queue(people[2], QueueFilter()).rows) == 1
