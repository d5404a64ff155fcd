"""Timing, counting statements, and the bare connection of the floors."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

import psycopg2
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import override_settings

from accounts.models import Person
from foundation.kept_ready import ask

ROUNDS = 9
WARM_UP = 2
FOUND = 200
SENT_ON = 302

Statement = tuple[str, Any]
Bare = Any
"""A connection of psycopg2, without Django."""


@dataclass(frozen=True)
class Row:
    """One line of the table: what, its median, the median of its floor (both in seconds), and how many statements it took."""

    what: str
    seconds: float
    floor: float | None = None
    queries: int | None = None
    remark: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the way from the measuring process to the printing one."""
        return asdict(self)


def timed(work: Callable[[], object]) -> float:
    """How many seconds it took, once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def medians(works: Mapping[str, Callable[[], object]], rounds: int = ROUNDS, warm_up: int = WARM_UP) -> dict[str, float]:
    """The median of each work; they take turns, so that a busy moment of the machine meets them all."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for number in range(warm_up + rounds):
        for name, work in works.items():
            seconds = timed(work)
            if number >= warm_up:
                found[name].append(seconds)
    return {name: statistics.median(values) for name, values in found.items()}


@contextmanager
def statements() -> Iterator[list[Statement]]:
    """Every statement that Django sends to the database while the block runs, as it is when none is kept ready."""
    sent: list[Statement] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001  # Django's signature
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with override_settings(KEPT_READY_AT=None), connection.execute_wrapper(note):
        yield sent


def bare_connection() -> Bare:
    """A connection to the same database with the same options, without Django."""
    chosen = settings.DATABASES["default"]
    return psycopg2.connect(
        dbname=connection.settings_dict["NAME"],
        user=chosen["USER"],
        password=chosen["PASSWORD"] or None,
        host=chosen["HOST"],
        port=chosen["PORT"] or None,
        options=chosen["OPTIONS"]["options"],
    )


def in_one_transaction(bare: Bare, sent: Sequence[Statement]) -> None:
    """Run statements on the bare connection and fetch what they give."""
    with bare, bare.cursor() as cursor:
        for sql, params in sent:
            cursor.execute(sql, params)
            if cursor.description:
                cursor.fetchall()


def as_the_portal_asks(bare: Bare, sent: Sequence[Statement]) -> None:
    """Run statements that read on the bare connection, kept ready as those of the portal are."""
    with bare, bare.cursor() as cursor:
        for sql, params in sent:
            ask(cursor, sql, params)
            cursor.fetchall()


def signed_in(person: Person) -> Client:
    """A client in a session of this person, opened with password and second factor just now; tokens of forms are checked."""
    factor = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP)
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    client.force_login(person)
    session, now = client.session, time.time()
    session["account_authentication_methods"] = [
        {"method": "password", "at": now, "email": person.email},
        {"method": "mfa", "at": now, "id": factor.pk, "type": "totp"},
    ]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    return client


def page(client: Client, address: str) -> None:
    """Open a page; a bench of errors would be quick, so anything but the page stops it."""
    response = client.get(address)
    if response.status_code != FOUND:
        raise RuntimeError(f"{address} answered {response.status_code}.")


class EmptyPage:
    """A signed-in page that shows nothing from the database: what the frame, the session and the roles cost."""

    address = "/contact/"

    def __init__(self, client: Client) -> None:
        self.client = client
        page(client, self.address)
        with statements() as sent:
            page(client, self.address)
        self.statements = {sql for sql, _params in sent}

    def open(self) -> None:
        """Open it."""
        page(self.client, self.address)

    def own_of(self, sent: Sequence[Statement]) -> list[Statement]:
        """What another page asks the database beyond what this one asks."""
        return [
            (sql, params) for sql, params in sent if sql not in self.statements and not sql.startswith(("SAVEPOINT", "RELEASE"))
        ]
