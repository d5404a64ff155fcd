"""Services are authorised before anything else happens: each is called as every role that its row does not admit."""

import inspect
import pkgutil
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.conf import settings

from accounts.access_table import HoldingNow, declared_roles, service_table
from accounts.models import Agency, Person, SealedLink, Visitor
from foundation import clock
from foundation.actors import Actor, SystemActor
from foundation.errors import NotAllowed
from foundation.service import SERVICES


def import_all_services() -> None:
    for app in settings.APPS_OF_THE_HOUSE:
        if find_spec(f"{app}.services") is None:
            continue
        package = import_module(f"{app}.services")
        for found in pkgutil.walk_packages(getattr(package, "__path__", []), f"{app}.services."):
            import_module(found.name)


import_all_services()


def caller(*roles: str) -> Person:
    """Somebody in order who holds these roles. No test here has a database: whoever is refused is refused before one is asked."""
    person = Person(pk=1, email="caller@agency.example", name="Caller")
    holdings = tuple(
        HoldingNow(place, role, 1, "agency", None, None, "", declared_roles()[role].shows_cases, agreed=True, confirmed=True)
        for place, role in enumerate(roles)
    )
    person.holdings_read = (clock.today(), holdings)
    return person


def call(name: str, by: Actor) -> None:
    parameters = inspect.signature(SERVICES[name]).parameters
    SERVICES[name](by=by, **dict.fromkeys(set(parameters) - {"by"}))


def test_every_service_has_a_row_and_every_row_a_service() -> None:
    assert set(SERVICES) == set(service_table())


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_it_refuses_every_role_that_its_row_does_not_admit(name: str) -> None:
    who = service_table()[name].who
    for role in declared_roles():
        if not who.admits(caller(role)):
            with pytest.raises(NotAllowed):
                call(name, caller(role))


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_it_refuses_whoever_holds_no_role_unless_any_account_will_do(name: str) -> None:
    if service_table()[name].who.admits(caller()):
        assert service_table()[name].who.signed_in
        return
    with pytest.raises(NotAllowed):
        call(name, caller())


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_it_refuses_the_system_unless_its_row_says_so(name: str) -> None:
    who = service_table()[name].who
    if not who.system and not who.public:
        with pytest.raises(NotAllowed):
            call(name, SystemActor("test"))


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_it_refuses_a_visitor_unless_its_row_says_so(name: str) -> None:
    if not service_table()[name].who.visitor:
        with pytest.raises(NotAllowed):
            call(name, Visitor(pk=1, email="visitor@agency.example", agency=Agency(pk=1, code="agency")))


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_it_refuses_a_sealed_link_unless_its_row_says_so(name: str) -> None:
    if not service_table()[name].who.sealed:
        with pytest.raises(NotAllowed):
            call(name, SealedLink(pk=1, name="Nan", agency=Agency(pk=1, code="agency")))
