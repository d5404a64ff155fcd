"""The same button pressed twice in the same moment, from two connections: once it is done, and once it is said why not."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import Invitation, Person, RoleHolding
from accounts.services import agencies, invitations, people
from foundation.errors import Refused
from tests.factories import make_agency, make_holding, make_person, make_team

pytestmark = pytest.mark.django_db(transaction=True)


def both(press: Callable[[], object]) -> list[str]:
    """What came of two presses, each in a connection and transaction of its own."""
    outcomes: list[str] = []
    together = Barrier(2)

    def once() -> None:
        try:
            together.wait(timeout=10)
            press()
            outcomes.append("done")
        except Refused as refused:
            outcomes.append(refused.sentence)
        finally:
            connection.close()

    threads = [Thread(target=once), Thread(target=once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return sorted(outcomes)


def test_a_role_is_given_once() -> None:
    agency = make_agency()
    lead, person = make_person("agency_lead", agency), make_person("practitioner", agency)
    team = make_team(agency)
    for role, place in (("social_worker", team), ("agency_lead", None)):
        outcomes = both(
            lambda role=role, place=place: people.give_role(by=lead, person=person, agency=agency, role=role, team=place)
        )  # type: ignore[misc]
        assert outcomes == ["This person holds this role already", "done"]
        assert RoleHolding.objects.filter(person=person, role=role).count() == 1


def test_the_database_itself_holds_no_role_twice() -> None:
    person = make_person("practitioner")
    with pytest.raises(IntegrityError, match="holding_open_once"), transaction.atomic():
        make_holding(person, "practitioner", person.holdings.get().agency)


def test_an_invitation_is_sent_once() -> None:
    lead = make_person("agency_lead")
    agency = lead.holdings.get().agency
    address = f"new@{agency.domains[0]}"
    outcomes = both(lambda: invitations.invite(by=lead, agency=agency, email=address, name="New", role="practitioner"))
    assert outcomes == [invitations.INVITED_ALREADY, "done"]
    assert Invitation.objects.filter(email=address).count() == 1


def test_an_agency_is_added_once() -> None:
    administrator = make_person("system_administrator")
    outcomes = both(lambda: agencies.add_agency(by=administrator, code="twice", name="Twice", kind="other", domains=[]))
    assert outcomes == ["There is an agency with this code already", "done"]


def test_two_invitations_to_one_address_make_one_account() -> None:
    agency = make_agency(domains=["school.example"])
    lead = make_person("agency_lead", agency)
    secrets = [
        invitations.secret_of(sent.reference, sent.invited_at.isoformat())
        for sent in (
            invitations.invite(by=lead, agency=agency, email="new@school.example", name="New", role=role)
            for role in ("practitioner", "agency_lead")
        )
    ]
    outcomes = both(
        lambda: invitations.accept_invitation(
            by=invitations.JOINING, secret=secrets.pop(), name="New", password="a long enough passphrase"
        )
    )
    assert outcomes == [invitations.HAS_ACCOUNT, "done"]
    assert Person.objects.filter(email="new@school.example").count() == 1
