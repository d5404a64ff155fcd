"""What every test stands on: a throw-away PostgreSQL, a stopped clock, no network but this machine's own."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_django
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from xdist.remote import Producer
from xdist.workermanage import WorkerController

from portal.stack.postgres import ThrowAwayServer
from tests import sharing_out

# Playwright keeps an event loop running in the thread of the test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# How long an example takes says something about the machine, not about the portal.
hypothesis_settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("house")

FROZEN_AT = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)  # a Wednesday in term time

_server = pytest.StashKey[ThrowAwayServer]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-load",
        action="store_true",
        help="ask axe about a page whenever it is loaded, not once in each state; let every role ask for every address",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "real_time: the clock is not stopped")
    config.option.allow_hosts = "127.0.0.1,::1,localhost"
    config.option.allow_unix_socket = True
    if hasattr(config, "workerinput"):
        config.option.reuse_db = config.workerinput["server_is_thrown_away"]
        return
    if config.option.help or config.option.collectonly:
        return
    if not os.environ.get("DATABASE_URL"):
        server = ThrowAwayServer()
        config.stash[_server] = server
        os.environ["DATABASE_URL"] = server.url()
        config.option.reuse_db = True
    os.environ.setdefault("DATABASE_OWNER_URL", os.environ["DATABASE_URL"])
    _use_database()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    sharing_out.longest_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> sharing_out.ByFileOrGroup:
    config.option.loadscopereorder = False
    return sharing_out.ByFileOrGroup(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: WorkerController) -> None:
    """What a worker is told: on a server that goes afterwards there is no use in dropping its databases one by one."""
    node.workerinput["server_is_thrown_away"] = node.config.stash.get(_server, None) is not None


def _use_database() -> None:
    """Settings were read before this file was and name no server yet; workers of xdist read them later."""
    from django.db import connections

    from portal.settings import environment

    connections["default"].settings_dict.update(environment.database(os.environ["DATABASE_URL"]))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(_server, None)
    if server is not None:
        server.stop()


@pytest.fixture(autouse=True)
def frozen_clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """The clock stands at FROZEN_AT, unless the test runs real processes or asks for real time."""
    if request.node.get_closest_marker("resilience") or request.node.get_closest_marker("real_time"):
        yield
        return
    from foundation import clock

    with clock.frozen(FROZEN_AT):
        yield


LOCKS = re.compile(r"FOR (?:NO KEY )?(?:UPDATE|SHARE)(?: OF (?P<of>[^ ]+(?:, [^ ]+)*))?", re.IGNORECASE)
TABLES = re.compile(r'(?:FROM|JOIN) "(?P<table>\w+)"(?: (?P<alias>\w+))?')


@pytest.fixture(autouse=True)
def nobody_locks_what_nobody_may_change() -> Iterator[None]:
    """The database locks a row only for whoever may change its table; tests run as the owner, who may change them all."""
    from django.db import connection

    from foundation.database_roles import append_only_tables

    kept = frozenset(append_only_tables())

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # as Django calls it
        found = LOCKS.search(sql) if isinstance(sql, str) else None
        if found:
            tables = {one["alias"] or one["table"]: one["table"] for one in TABLES.finditer(sql)}
            locked = {name.strip('"') for name in found["of"].split(", ")} if found["of"] else tables.keys()
            forbidden = kept & {tables.get(name, name) for name in locked}
            assert not forbidden, f"The application may not lock rows of {', '.join(sorted(forbidden))}: take turns instead."
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield


@pytest.fixture(autouse=True)
def nothing_is_cached() -> None:
    """What earlier tests tried often must not be counted against this one."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def access_log_is_emptied(request: pytest.FixtureRequest, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """Tests that commit are flushed afterwards; the access log's partitioned table, which Django does not manage, here."""
    marker = request.node.get_closest_marker("django_db")
    commits = "transactional_db" in request.fixturenames or (marker is not None and marker.kwargs.get("transaction"))
    yield
    if commits:
        from django.db import connection

        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("TRUNCATE accounts_accesslogentry")
