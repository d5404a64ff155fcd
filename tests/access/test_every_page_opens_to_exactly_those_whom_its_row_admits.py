"""The matrix: every named address × every role × every relation to the record, as the access table has it.

What a row says of every role is asked of the table itself. Requests are made for each class of answer: to whoever may not see a
record, every role asks, in every relation; of those who may, and of those whom the row does not admit, one role asks for each
address, another from address to address. `make test-full` has all of them ask.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from zlib import crc32

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from accounts.access_table import Route, declared_roles, role_codes, route_table
from accounts.models import Person
from foundation import clock
from tests.access.kinds import Arguments, all_kinds, all_route_args
from tests.access.routes import Address, all_addresses
from tests.conftest import FROZEN_AT
from tests.factories import let_in, make_agency, make_person, make_visitor, sign_in
from tests.sharing_out import GROUP

pytestmark = pytest.mark.django_db

ADDRESSES = all_addresses()
OPENED = {200, 204, 302, 304, 400, 405, 410, 422}
PUBLIC_ANSWERS = OPENED | {404}


def row_of(address: Address) -> Route:
    row = route_table().get(address.name)
    assert row is not None, f"{address.name} has no row in the access table."
    return row


def open_address(client: Client, address: Address, arguments: Arguments, method: str = "get") -> int:
    return int(answer_of(client, address, arguments, method).status_code)


def answer_of(client: Client, address: Address, arguments: Arguments, method: str = "get") -> Any:
    kwargs = {name: value for name, value in arguments.items() if name in address.arguments}
    assert set(kwargs) == address.arguments, (
        f"The matrix does not know {sorted(address.arguments - set(kwargs))} of {address.name}."
    )
    response = getattr(client, method)(reverse(address.name, kwargs=kwargs))
    if response.streaming:
        list(response.streaming_content)  # to its end, where the file is closed
    return response


@pytest.fixture(autouse=True)
def signed_in_just_now(settings: Any) -> None:
    """Everybody signed in before the first of these tests, and is not asked again who they are, however long all of them take."""
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 24 * 60 * 60


@dataclass(frozen=True)
class Caller:
    role: str
    person: Person
    cookies: SimpleCookie
    records: dict[str, Arguments] = field(default_factory=dict)
    """By relation the arguments of the addresses of the kind of record that is looked at."""

    def client(self) -> Client:
        client = Client()
        client.cookies = SimpleCookie(self.cookies.output(header="", sep=";"))
        return client


@pytest.fixture(scope="module")
def signed_in(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Caller]]:
    """One signed-in person for each role, made once; each test's own transaction stands inside this one."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(FROZEN_AT):
        made = []
        for role in declared_roles():
            person = make_person(role)
            RecoveryCodes.activate(person)
            client = sign_in(Client(), person)
            client.get(reverse("account"))  # a session is written when it is first used; each test would write it again
            made.append(Caller(role, person, client.cookies))
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def callers(
    signed_in: list[Caller], request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[list[Caller]]:
    """Them with their records of one kind, made once for all addresses of that kind and gone before the next."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(FROZEN_AT):
        make_records(signed_in, request.param)
        yield signed_in
        transaction.set_rollback(True)


def make_records(callers: list[Caller], name: str) -> None:
    """A record of the kind in each relation; a role to which its pages are closed needs none of its own."""
    kind = all_kinds().get(name)
    rows = [row for row in route_table().values() if row.record == name]
    anybodys: dict[str, Arguments] = {}
    for caller in callers:
        caller.records.clear()
        admitted = any(row.who.admits(caller.person) for row in rows)
        for relation, build in kind.relations.items() if kind else ():
            if relation not in anybodys or (admitted and relation not in kind.anybodys):
                anybodys[relation] = build(caller.person, caller.role)
            caller.records[relation] = anybodys[relation]
        caller.person.holdings_read = None


def by_kind() -> list[Any]:
    """Every address with the kind of its record; the addresses of a kind are one worker's."""
    kinds = {address: row.record if (row := route_table().get(address.name)) else "" for address in ADDRESSES}
    return [pytest.param(kind, address, id=f"{kind or address.name}{GROUP}{name_of(address)}") for address, kind in kinds.items()]


def name_of(address: Address) -> str:
    return f"{address.name}-{'-'.join(sorted(address.arguments))}"


def beginning_anywhere(callers: list[Caller], name: str) -> list[Caller]:
    """The callers in their order, beginning with another one from address to address, with the same one in every run."""
    first = crc32(name.encode()) % len(callers)
    return callers[first:] + callers[:first]


def relations_of(address: Address, row: Route, caller: Caller) -> Iterator[tuple[str, Arguments, bool]]:
    """Relation, arguments of the address, and whether the person sees that record."""
    if not row.record:
        yield "", all_route_args().get(address.name, {}), True
        return
    kind = all_kinds().get(row.record)
    assert kind is not None, f"No tests/<app>/access_records.py tells how to make a {row.record}."
    for relation in kind.relations:
        yield relation, caller.records[relation], kind.visible(caller.role, relation)


def test_every_named_address_has_a_row_and_every_row_an_address() -> None:
    names = {address.name for address in ADDRESSES}
    assert "" not in names, "every address has a name"
    assert names == set(route_table())


@pytest.mark.parametrize(("callers", "address"), by_kind(), indirect=["callers"])
def test_it_opens_to_each_role_as_its_row_says(address: Address, callers: list[Caller], pytestconfig: pytest.Config) -> None:
    row = row_of(address)
    answered: set[tuple[bool, str, bool]] = set()
    for caller in beginning_anywhere(callers, name_of(address)):
        role, person, client = caller.role, caller.person, caller.client()
        writes = row.who.question_writers and declared_roles()[role].writes_questions
        reads = row.who.case_readers and declared_roles()[role].shows_cases
        reads = reads or (row.who.figure_readers and declared_roles()[role].reads_figures)
        admitted = row.who.public or row.who.signed_in or writes or reads or role in row.who.roles
        assert admitted == row.who.admits(person)
        for relation, arguments, visible in relations_of(address, row, caller):
            what = f"{address.name} ({relation or 'no record'}) as {role}"
            alike = (admitted, relation if admitted else "", visible)
            if (visible or not admitted) and alike in answered and not pytestconfig.option.every_load:
                continue
            answered.add(alike)
            cache.clear()  # how often one address may be tried has its own tests
            status = open_address(client, address, arguments)
            if row.who.scopes:
                assert status == 401, f"{what}: a token opens it, no person does ({status})"
                break
            if not admitted:
                assert status == 403, f"{what}: {status}"
                break
            if row.who.public:
                assert status in PUBLIC_ANSWERS, f"{what}: {status}"
            elif visible:
                assert status in OPENED, f"{what}: {status}"
            else:
                assert status in (404, 405), f"{what}: {status}"
                assert open_address(client, address, arguments, "post") in (404, 405), f"posting to {what}"


@pytest.mark.parametrize("address", ADDRESSES, ids=name_of)
def test_whoever_is_not_signed_in_is_sent_to_sign_in(address: Address) -> None:
    row = row_of(address)
    arguments = dict.fromkeys(address.arguments, "1") | dict(all_route_args().get(address.name, {}))
    response = answer_of(Client(), address, arguments)
    if row.who.public:
        assert response.status_code in PUBLIC_ANSWERS
        return
    if row.who.scopes:
        assert response.status_code == 401
        return
    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("address", ADDRESSES, ids=name_of)
def test_a_visitor_opens_what_a_row_says_and_only_what_is_their_own(address: Address) -> None:
    row, school = row_of(address), make_agency("school")
    visitor, client = make_visitor(school), Client()
    let_in(client, visitor)
    arguments = dict.fromkeys(address.arguments, "1") | dict(all_route_args().get(address.name, {}))
    make = all_kinds()[row.record].of_visitor if row.who.visitor and row.record else None
    if make is not None:
        arguments |= dict(make(visitor))
    response = answer_of(client, address, arguments)
    status = response.status_code
    if row.who.public:
        assert status in PUBLIC_ANSWERS
    elif row.who.scopes:
        assert status == 401
    elif not row.who.visitor:
        assert status == 302
        assert response.headers["Location"].startswith(reverse("account_login"))
    elif row.record and all_kinds()[row.record].everybodys:
        theirs = next(iter(all_kinds()[row.record].relations.values()))(make_person("practitioner", school), "practitioner")
        assert open_address(client, address, arguments | dict(theirs)) in OPENED
    elif row.record:
        assert status in (OPENED if make else {404, 405})
        colleagues = next(iter(all_kinds()[row.record].relations.values()))(make_person("practitioner", school), "practitioner")
        for theirs in (colleagues, make(make_visitor(school)) if make else colleagues):
            for method in ("get", "post"):
                assert open_address(client, address, arguments | dict(theirs), method) in (404, 405), f"{method} of another's"
    else:
        assert status in OPENED


def test_an_address_without_a_row_is_closed_to_everybody(settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from accounts import middleware

    monkeypatch.setattr(middleware, "route_table", dict)
    for role in ("system_administrator", "mash_manager"):
        assert sign_in(Client(), make_person(role)).get(reverse("account")).status_code == 403
    assert Client().get(reverse("account_login")).status_code == 403


def test_a_role_that_is_not_in_order_opens_nothing() -> None:
    lead = make_person("agency_lead")
    assert "agency_lead" in role_codes(lead)
    lead.holdings.update(confirmed_until="2026-11-17")
    assert sign_in(Client(), lead).get(reverse("people")).status_code == 403
