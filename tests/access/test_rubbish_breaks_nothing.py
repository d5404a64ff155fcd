"""Whatever stands in an address, a question mark's tail or a form: the portal refuses it in a page of its own, never with a 500.

Every named address is opened and posted to as somebody who may, with rubbish in each of its arguments, in each name that the
code asks the address for, and in each box that its page shows.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.access_table import Route, declared_roles, route_table
from accounts.models import Person
from tests.access.kinds import Arguments, all_kinds, all_route_args
from tests.access.routes import Address, all_addresses
from tests.factories import make_person, sign_in

pytestmark = pytest.mark.django_db

NUL = "\x00"
NOT_UTF_8 = b"\xed\xa0\x80\xff"
MORE_DIGITS_THAN_PYTHON_READS = "9" * 5000
IN_TAILS: tuple[str | bytes, ...] = (
    NUL,
    NOT_UTF_8,
    MORE_DIGITS_THAN_PYTHON_READS,
    "0001-01-01T00:00:00+14:00_1",
    "1~9999-12-31T23:59:59-14:00~99999999999999999999",
    "9999-12-31T23:59:59-14:00~99999999999999999999",
    "WyIwMDAxLTAxLTAxIiwgOTk5OTk5OTk5OTk5OTk5OTk5OTk5OTldx",
)
IN_FORMS: tuple[str | bytes, ...] = (
    NUL,
    NOT_UTF_8,
    MORE_DIGITS_THAN_PYTHON_READS,
    "²",
    "'\"><script>alert(1)</script>{{ 7*7 }}%s%n" + "🧒" * 700,
)
IN_ADDRESSES = (NUL, "9" * 300, "²")
ADDRESSES = all_addresses()
ASKED_FOR = re.compile(r"""\.(?:GET|POST)(?:\.get|\.getlist)?[(\[]["'](\w+)["']""")
BOX = re.compile(r"""<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)\"""")
NOT_RUBBISH = {"csrfmiddlewaretoken"}


@cache
def names_asked_for() -> frozenset[str]:
    """Every name that a view takes from the tail of an address or from a form."""
    root = Path(settings.BASE_DIR)
    found = {"next", "after", "at", "id"}
    for app in (*settings.APPS_OF_THE_HOUSE, "portal"):
        for path in (root / app).rglob("*.py"):
            found |= set(ASKED_FOR.findall(path.read_text(encoding="utf-8")))
    return frozenset(found - NOT_RUBBISH)


def opened(address: Address) -> Iterator[tuple[Client, Arguments]]:
    """A client who may open it, with the arguments of a record that it may see."""
    row = route_table()[address.name]
    arguments = dict.fromkeys(address.arguments, "1") | dict(all_route_args().get(address.name, {}))
    if row.who.public:
        yield Client(raise_request_exception=False), arguments
    for role, person in some_who_may(row):
        client = sign_in(Client(raise_request_exception=False), person)
        yield client, arguments | dict(own_record(row, person, role))


def some_who_may(row: Route) -> Iterator[tuple[str, Person]]:
    who = row.who
    admitted = [
        role
        for role, spec in declared_roles().items()
        if who.signed_in
        or who.public
        or role in who.roles
        or (who.question_writers and spec.writes_questions)
        or (who.figure_readers and spec.reads_figures)
        or (who.case_readers and spec.shows_cases)
    ]
    kind = all_kinds().get(row.record)
    for role in [role for role in admitted if kind is None or kind.visible(role, "own") or kind.visible(role, "granted")][-1:]:
        yield role, make_person(role)


def own_record(row: Route, person: Person, role: str) -> Arguments:
    kind = all_kinds().get(row.record)
    for relation, build in kind.relations.items() if kind else ():
        if kind and kind.visible(role, relation):
            return build(person, role)
    return {}


def url_of(address: Address, arguments: Arguments) -> str:
    return reverse(address.name, kwargs={name: arguments[name] for name in address.arguments})


def read(response: HttpResponseBase) -> str:
    """What was answered; a file is read to its end, which closes it."""
    content = b"".join(response) if isinstance(response, FileResponse) else getattr(response, "content", b"")
    return bytes(content).decode("utf-8", "replace")


def answered(client: Client, method: str, url: str, body: str, what: str) -> None:
    if method == "get":
        response = client.get(f"{url}?{body}")
    else:
        response = client.post(url, body, content_type="application/x-www-form-urlencoded")
    read(response)
    assert response.status_code < 500, f"{what} ({method}): {response.status_code}"


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: f"{one.name}-{'-'.join(sorted(one.arguments))}")
def test_rubbish_in_the_tail_of_an_address_or_in_a_form_is_no_error_of_ours(address: Address) -> None:
    for client, arguments in opened(address):
        url = url_of(address, arguments)
        page = client.get(url)
        boxes = {unescape(name) for name in BOX.findall(read(page))}
        names = (boxes | names_asked_for()) - NOT_RUBBISH
        for method, all_rubbish in (("get", IN_TAILS), ("post", IN_FORMS)):
            for rubbish in all_rubbish:
                answered(client, method, url, urlencode(dict.fromkeys(names, rubbish)), f"{address.name} with {rubbish[:20]!r}")


@pytest.mark.parametrize(
    "address",
    [one for one in ADDRESSES if one.arguments],
    ids=lambda one: f"{one.name}-{'-'.join(sorted(one.arguments))}",
)
def test_rubbish_in_an_address_is_no_error_of_ours(address: Address) -> None:
    marks = {name: f"mark{place}" for place, name in enumerate(sorted(address.arguments))}
    for client, arguments in opened(address):
        real = url_of(address, arguments)
        for name in marks:
            for rubbish in IN_ADDRESSES:
                try:
                    url = url_of(address, {**arguments, name: rubbish})
                except NoReverseMatch:
                    url = real.replace(str(arguments[name]), quote(rubbish, safe=""), 1)
                answered(client, "get", url, "", f"{address.name} at {url[:80]}")


@pytest.mark.parametrize("header", ["HX-Current-URL", "Referer", "Accept", "X-Forwarded-For"])
def test_rubbish_in_a_header_is_no_error_of_ours(header: str) -> None:
    for client in (Client(raise_request_exception=False), sign_in(Client(raise_request_exception=False), make_person())):
        for rubbish in ("http://[", "\x00", "=;=;\x7f"):
            for url in (reverse("account_login"), reverse("referrals:queue")):
                response = client.get(url, headers={"HX-Request": "true", header: rubbish})
                assert response.status_code < 500, f"{header} {rubbish[:10]!r} at {url}"
