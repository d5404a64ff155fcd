"""Grants of a made-up kind of record: can() for one of them, sight() for many, and who may give and end them."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.access import can, sight
from accounts.access_table import holdings_now
from accounts.models import PersonGrant
from accounts.services import grants
from accounts.services.grants import break_glass, end_grants, give_person_grant, give_team_grant
from accounts.services.people import end_role
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import NotAllowed, Refused
from foundation.models import DomainEvent
from foundation.outbox import deliver_now
from tests.accounts.probe_records import ProbeTables, probe_tables
from tests.factories import make_agency, make_agreement, make_holding, make_person, make_team

pytestmark = pytest.mark.django_db
SYSTEM = SystemActor("test")


@pytest.fixture
def tables() -> Any:
    with probe_tables() as made:
        yield made


def make_probe(tables: ProbeTables, urgency: int = 1, hours: int = 0, *, restricted: bool = False) -> Any:
    return tables.record.objects.create(urgency=urgency, received_at=clock.now() - timedelta(hours=hours), restricted=restricted)


def page(tables: ProbeTables, person: Any) -> list[int]:
    person.holdings_read = None
    seen = sight(person, "see_probe", team_grants=tables.team_grants, person_grants=tables.person_grants)
    return list(tables.record.objects.filter(seen).values_list("pk", flat=True))


def sees(tables: ProbeTables, person: Any, record: Any) -> bool:
    person.holdings_read = None
    return can(person, record, "see_probe", team_grants=tables.team_grants, person_grants=tables.person_grants)


def share(tables: ProbeTables, record: Any, team: Any, **options: Any) -> None:
    give_team_grant(
        by=SYSTEM, record=record, team=team, codename="see_probe", reason="Test", grants=tables.team_grants, **options
    )


def name(tables: ProbeTables, record: Any, person: Any, **options: Any) -> Any:
    return give_person_grant(
        by=SYSTEM, record=record, person=person, codename="see_probe", reason="Test", grants=tables.person_grants, **options
    )


hours = st.one_of(st.none(), st.integers(min_value=1, max_value=4))
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("team"), st.integers(0, 3), st.integers(0, 5), hours),
        st.tuples(st.just("person"), st.integers(0, 4), st.integers(0, 5), hours),
        st.tuples(st.just("end team"), st.integers(0, 3), st.integers(0, 5), st.none()),
        st.tuples(st.just("end person"), st.integers(0, 4), st.integers(0, 5), st.none()),
        st.tuples(st.just("lapse"), st.integers(0, 4), st.just(0), st.none()),
        st.tuples(st.just("confirm"), st.integers(0, 3), st.just(0), st.none()),
        st.tuples(st.just("wait"), st.integers(0, 0), st.integers(0, 0), st.integers(min_value=1, max_value=3)),
    ),
    max_size=16,
)


def do(tables: ProbeTables, deed: tuple[str, int, int, int | None], teams: Any, people: Any, records: Any) -> None:
    what, who, which, length = deed
    ends_at = clock.now() + timedelta(hours=length) if length else None
    if what == "team":
        share(tables, records[which], teams[who], ends_at=ends_at)
    elif what == "person":
        people[who].holdings_read = None
        try:
            name(tables, records[which], people[who], ends_at=ends_at)
        except Refused:
            assert not any(holding.trusted for holding in holdings_now(people[who]))
    elif what == "end team":
        end_grants(by=SYSTEM, grants=tables.team_grants.objects.filter(group=teams[who].group, content_object=records[which]))
    elif what in ("lapse", "confirm"):
        days = 100 if what == "confirm" else -1
        people[who].holdings.update(confirmed_until=clock.today() + timedelta(days=days))
    elif what == "end person":
        end_grants(by=SYSTEM, grants=tables.person_grants.objects.filter(user=people[who], content_object=records[which]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(deeds=deeds, restricted=st.sets(st.integers(0, 5)))
def test_can_and_sight_agree_over_random_grants_and_ends(tables: ProbeTables, deeds: Any, restricted: set[int]) -> None:
    with transaction.atomic():
        agency, other = make_agency(), make_agency()
        lapsed = make_agency(with_agreement=False)
        make_agreement(lapsed, days=-1)
        teams = [make_team(agency), make_team(agency), make_team(other), make_team(lapsed)]
        two_teams = make_person("mash_officer", team=teams[0])
        make_holding(two_teams, "social_worker", agency, teams[1])
        people = [
            two_teams,
            make_person("social_worker", team=teams[2]),
            make_person("practitioner", agency=other),
            make_person("scrutineer", team=teams[0]),
            make_person("social_worker", team=teams[3]),
        ]
        records = [make_probe(tables, number % 3, number, restricted=number in restricted) for number in range(6)]
        moment = clock.now()
        for deed in deeds:
            with clock.frozen(moment):
                do(tables, deed, teams, people, records)
            moment += timedelta(hours=(deed[3] or 0) if deed[0] == "wait" else 0)
        with clock.frozen(moment):
            for person in people:
                expected = {record.pk for record in records if sees(tables, person, record)}
                assert set(page(tables, person)) == expected
                assert len(page(tables, person)) == len(expected)
            assert not any(sees(tables, people[4], record) for record in records)
        transaction.set_rollback(True)


def test_a_team_never_sees_a_restricted_record_and_the_named_person_does(tables: ProbeTables) -> None:
    team = make_team()
    officer, named = make_person("mash_officer", team=team), make_person("mash_officer", team=team)
    record = make_probe(tables, restricted=True)
    share(tables, record, team)
    name(tables, record, named)
    assert (page(tables, officer), page(tables, named)) == ([], [record.pk])
    assert (sees(tables, officer, record), sees(tables, named, record)) == (False, True)


def test_giving_sight_twice_leaves_one_grant_and_a_longer_one_replaces_a_shorter(tables: ProbeTables) -> None:
    team, record = make_team(), make_probe(tables)
    share(tables, record, team, ends_at=clock.now() + timedelta(hours=1))
    share(tables, record, team)
    share(tables, record, team, ends_at=clock.now() + timedelta(hours=1))
    open_grants = tables.team_grants.objects.filter(ended_at__isnull=True)
    assert [grant.ends_at for grant in open_grants] == [None]


def test_ending_a_grant_keeps_the_row_and_who_ended_it(tables: ProbeTables) -> None:
    team, record = make_team(), make_probe(tables)
    person = make_person("mash_officer", team=team)
    share(tables, record, team)
    assert end_grants(by=SYSTEM, grants=tables.team_grants.objects.all()) == 1
    grant = tables.team_grants.objects.get()
    assert (grant.ended_by, grant.ends_at) == ("test", clock.now())
    assert not sees(tables, person, record)
    share(tables, record, team)
    assert sees(tables, person, record)


def test_a_person_cannot_give_themselves_sight(tables: ProbeTables) -> None:
    officer, record = make_person(), make_probe(tables)
    with pytest.raises(NotAllowed):
        give_person_grant(
            by=officer, record=record, person=officer, codename="see_probe", reason="Curious", grants=tables.person_grants
        )


def test_a_grant_to_a_person_counts_only_while_the_role_for_which_it_was_given(tables: ProbeTables) -> None:
    person, record = make_person("practitioner"), make_probe(tables)
    name(tables, record, person)
    assert sees(tables, person, record)
    assert page(tables, person) == [record.pk]
    person.holdings.update(confirmed_until=clock.today() - timedelta(days=1))
    assert (sees(tables, person, record), page(tables, person)) == (False, [])
    make_holding(person, "social_worker", make_agency())
    assert (sees(tables, person, record), page(tables, person)) == (False, []), "another role does not inherit it"
    name(tables, record, person)
    assert (sees(tables, person, record), page(tables, person)) == (True, [record.pk])


def test_a_page_is_one_statement_beside_the_person_s_roles(tables: ProbeTables, django_assert_num_queries: Any) -> None:
    person = make_person()
    page(tables, person)
    with django_assert_num_queries(2), connection.execute_wrapper(lambda run, *args: run(*args)):
        page(tables, person)


def test_breaking_the_glass_opens_a_restricted_record_for_hours(tables: ProbeTables) -> None:
    manager, record = make_person("mash_manager"), make_probe(tables, restricted=True)
    break_glass(
        by=manager,
        record=record,
        reference="NM-R-TEST",
        codename="see_probe",
        reason="A child is in danger now and nobody named is on duty.",
        grants=tables.person_grants,
    )
    assert sees(tables, manager, record)
    with clock.frozen(clock.now() + timedelta(hours=5)):
        assert not sees(tables, manager, record)


@pytest.mark.parametrize("role", ["mash_officer", "system_administrator", "governance_lead"])
def test_no_other_role_breaks_the_glass(tables: ProbeTables, role: str) -> None:
    with pytest.raises(NotAllowed):
        break_glass(
            by=make_person(role),
            record=make_probe(tables, restricted=True),
            reference="NM-R-TEST",
            codename="see_probe",
            reason="A child is in danger now and nobody named is on duty.",
            grants=tables.person_grants,
        )


def test_the_glass_is_not_broken_without_a_reason_or_where_there_is_none(tables: ProbeTables) -> None:
    manager = make_person("mash_manager")
    for restricted, reason in ((True, "because"), (False, "A child is in danger now and nobody is on duty.")):
        with pytest.raises(Refused):
            break_glass(
                by=manager,
                record=make_probe(tables, restricted=restricted),
                reference="NM-R-TEST",
                codename="see_probe",
                reason=reason,
                grants=tables.person_grants,
            )


def test_the_governance_leads_are_told_in_the_same_moment_and_nobody_else(tables: ProbeTables) -> None:
    manager, lead, former = make_person("mash_manager"), make_person("governance_lead"), make_person("governance_lead")
    former.holdings.update(ends_on=clock.today() - timedelta(days=1))
    for _ in range(2):
        break_glass(
            by=manager,
            record=make_probe(tables, restricted=True),
            reference="NM-R-TEST",
            codename="see_probe",
            reason="A child is in danger now and nobody named is on duty.",
            grants=tables.person_grants,
        )
    deliver_now()
    assert [message.to for message in mail.outbox] == [[lead.email], [lead.email]]
    assert "NM-R-TEST" in mail.outbox[0].body
    assert DomainEvent.objects.filter(verb="accounts.glass_broken", actor_reference=manager.reference).count() == 2


def test_ending_a_role_ends_the_grants_given_for_it_at_once_and_no_others(
    tables: ProbeTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grants, "person_grant_tables", lambda: [tables.person_grants])
    person, first, second = make_person("social_worker"), make_probe(tables), make_probe(tables)
    holding = person.holdings.get()
    name(tables, first, person)
    person.holdings.update(starts_on=clock.today() - timedelta(days=40))
    later = make_holding(person, "practitioner", make_agency())
    holding.confirmed_until = clock.today() - timedelta(days=1)
    holding.save()
    name(tables, second, person)
    end_role(by=SYSTEM, holding_id=holding.pk)
    open_grants = tables.person_grants.objects.filter(ended_at__isnull=True)
    assert [(grant.content_object_id, grant.holding_id) for grant in open_grants] == [(second.pk, later.pk)]


def test_every_table_of_grants_to_persons_is_known() -> None:
    assert all(issubclass(table, PersonGrant) for table in grants.person_grant_tables())
