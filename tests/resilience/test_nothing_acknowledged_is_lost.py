"""Web, worker, Redis and PostgreSQL are killed while people send referrals: what was acknowledged is there, and there once."""

import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from foundation.mail import message_id
from tests.resilience.house import patiently
from tests.resilience.portal_at_work import KILLED, PortalAtWork

pytestmark = pytest.mark.resilience

SEED = 20261122
CLIENTS, DRAFTS = 4, 80
SPARE = 3
PAUSE = 0.25
PATIENCE = 20
LONGEST = 60
ACKNOWLEDGED = 302
COMPILATIONS = 2
AT_ONCE = 5
"""Without Redis a press takes at most so many times as long as with it: nobody waits for something that is gone."""


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[PortalAtWork, dict[str, Any]]]:
    root = Path(tempfile.mkdtemp(prefix="portal-killed-"))
    portal = PortalAtWork(root)
    try:
        yield portal, portal.start_everything(DRAFTS + SPARE)
    finally:
        portal.stop()
        shutil.rmtree(portal.sockets, ignore_errors=True)
        shutil.rmtree(root, ignore_errors=True)


class Senders:
    """Some people who send one draft after the other, again and again until it is acknowledged; every fifth twice."""

    def __init__(self, portal: PortalAtWork, session: str, drafts: list[str]) -> None:
        self.portal, self.session = portal, session
        self.acknowledged: list[str] = []
        self.unanswered = 0
        self.hurry = False
        self.ends = time.monotonic() + LONGEST
        self.threads = [
            threading.Thread(target=self._send_all, args=(drafts[number::CLIENTS],), daemon=True) for number in range(CLIENTS)
        ]

    def _send_all(self, drafts: list[str]) -> None:
        for number, draft in enumerate(drafts):
            while not self._sent(draft):
                if time.monotonic() > self.ends:
                    return
                self.unanswered += 1
                time.sleep(PAUSE)
            self.acknowledged.append(draft)
            if number % 5 == 0:
                self._sent(draft)
            time.sleep(0 if self.hurry else PAUSE)

    def _sent(self, draft: str) -> bool:
        return send(self.portal, self.session, draft) == ACKNOWLEDGED

    def busy(self) -> bool:
        return any(thread.is_alive() for thread in self.threads)


def send(portal: PortalAtWork, session: str, draft: str) -> int | None:
    return portal.post(f"/refer/{draft}/check/", session, declared="on", _version="1")


def kill_at_random(portal: PortalAtWork, senders: Senders) -> Counter[str]:
    """Each of the four at least once, in a shuffled order, until everything is sent."""
    random, killed = Random(SEED), Counter[str]()  # noqa: S311  # the same each time
    ends = time.monotonic() + PATIENCE
    while senders.busy() and time.monotonic() < ends:
        for name in random.sample(KILLED, len(KILLED)):
            patiently(random.uniform(0.3, 1.5))
            portal.look_after()
            portal.kill(name)
            patiently(random.uniform(0, 0.5))
            portal.start(name)
            killed[name] += 1
    senders.hurry = True
    return killed


def all_delivered(portal: PortalAtWork) -> bool:
    """Whether every promise is kept; what waits for a later attempt is told that the time has come."""
    portal.rows(
        "UPDATE foundation_outboxmessage SET not_before = least(not_before, now()), published_at = NULL"
        " WHERE done_at IS NULL AND (leased_until IS NULL OR leased_until < now())"
        " AND (published_at IS NULL OR published_at < now() - interval '3 seconds')"
    )
    return portal.rows("SELECT count(*) FROM foundation_outboxmessage WHERE done_at IS NULL") == [(0,)]


def test_every_acknowledged_referral_is_there_once(running: tuple[PortalAtWork, dict[str, Any]]) -> None:
    portal, made = running
    drafts = made["drafts"][:DRAFTS]
    senders = Senders(portal, made["sender"], drafts)
    for thread in senders.threads:
        thread.start()
    killed = kill_at_random(portal, senders)
    for thread in senders.threads:
        thread.join(LONGEST)
    assert not senders.busy()
    assert min(killed[name] for name in KILLED) >= 1
    assert senders.unanswered, "nothing was interrupted"
    assert sorted(senders.acknowledged) == sorted(drafts)

    received = portal.rows(
        "SELECT d.reference, count(DISTINCT s.id), count(c.id), count(DISTINCT k.id)"
        " FROM referrals_submission s JOIN referrals_draft d ON d.id = s.draft_id"
        " JOIN referrals_contact c ON c.submission_id = s.id"
        " LEFT JOIN work_clock k ON k.subject_kind = 'contact' AND k.subject_reference = c.reference GROUP BY 1"
    )
    assert {tuple(row[1:]) for row in received} == {(1, 2, 2)}
    sent = {row[0] for row in received}  # by the other tests of this portal too
    assert sent >= set(drafts)
    assert portal.rows("SELECT count(*) FROM children_child") == [(2 * len(sent),)]
    assert portal.rows("SELECT count(*) FROM foundation_domainevent WHERE verb = 'referrals.submission_received'") == [
        (len(sent),)
    ]

    portal.wait("every mail", lambda: all_delivered(portal), 60)
    assert set(portal.letters()) == wanted_letters(portal)
    assert portal.rows("SELECT count(*) FROM foundation_outboxmessage WHERE given_up_at IS NOT NULL") == [(0,)]


def wanted_letters(portal: PortalAtWork) -> set[str]:
    """One for each submission; where the portal lives is part of a Message-ID."""
    found = portal.rows("SELECT reference FROM referrals_submission")
    keys = [message_id(f"mail:referral-received:{reference}").partition("@")[0] for (reference,) in found]
    return {f"{key}@localhost>" for key in keys}


def timed(post: Callable[[], int | None]) -> float:
    """How many seconds an acknowledged press took."""
    began = time.perf_counter()
    assert post() == ACKNOWLEDGED
    return time.perf_counter() - began


def test_without_redis_a_referral_is_sent_at_once_and_its_mail_later(running: tuple[PortalAtWork, dict[str, Any]]) -> None:
    portal, made = running
    usual = timed(lambda: send(portal, made["sender"], made["drafts"][DRAFTS]))
    portal.kill("redis")
    try:
        alone = timed(lambda: send(portal, made["sender"], made["drafts"][DRAFTS + 1]))
    finally:
        portal.start("redis")
    assert alone < AT_ONCE * usual
    portal.wait("the mail", lambda: all_delivered(portal), 40)
    assert set(portal.letters()) == wanted_letters(portal)


def test_compilations_killed_half_way_are_taken_up_again(running: tuple[PortalAtWork, dict[str, Any]]) -> None:
    portal, made = running
    random = Random(SEED)  # noqa: S311  # the same each time
    for number in range(1, COMPILATIONS + 1):
        press = f"press{number}"
        compile_year(portal, made, press)
        portal.wait("the beginning", lambda number=number: portal.rows(STARTED) == [(number,)], 40)
        patiently(random.uniform(0, 2))
        portal.kill("worker")
        compile_year(portal, made, press)
        portal.start("worker")
        if number > 1:  # the first one waits until its lease has run out by itself
            portal.rows("UPDATE foundation_outboxmessage SET leased_until = now() WHERE done_at IS NULL")
        portal.wait("the edition", lambda number=number: all_delivered(portal) and portal.rows(DONE) == [(number,)], 90)

    assert portal.rows("SELECT count(*) FROM reporting_compilation") == [(COMPILATIONS,)]
    assert portal.rows("SELECT max(attempt) FROM reporting_compilation") == [(2,)], "nothing was interrupted"
    editions = portal.rows("SELECT number, pdf_key FROM reporting_edition ORDER BY number")
    assert [number for number, _key in editions] == list(range(1, COMPILATIONS + 1))
    assert portal.files() == {key for _number, key in editions}


def compile_year(portal: PortalAtWork, made: dict[str, Any], press: str) -> None:
    assert portal.post(f"/yearly-report/{made['year']}/compile/", made["reader"], press=press) == ACKNOWLEDGED


STARTED = "SELECT count(*) FROM reporting_compilation WHERE attempt > 0"
DONE = "SELECT count(*) FROM reporting_compilation WHERE state = 'done'"
