"""Children who are told of again in other words, so that the question whether a child is known has something to answer."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.db import connection

from foundation.actors import SystemActor
from referrals.models import ContactState, Submission
from referrals.rules.chronology import ARRIVED, CLOSED, DECIDED
from referrals.services import find_likely

Identity = Mapping[str, Any]
TOLD_AGAIN = 0.15
OPEN_WORK = timedelta(days=9)
CHRONOLOGY = """
INSERT INTO children_chronologyentry
    (child_id, at, kind, detail, record_kind, record_reference, written_at, written_by)
SELECT c.child_id, happened.at, happened.kind, happened.detail, 'contact', c.reference, happened.at, happened.by
FROM referrals_contact c CROSS JOIN LATERAL (VALUES
    (CASE WHEN c.state <> %(received)s THEN c.received_at END, %(arrived)s, '', c.screened_by),
    (c.approved_at, %(decided)s, c.outcome, c.approved_by),
    (c.closed_at, %(closed)s, c.outcome, c.closed_by)) AS happened (at, kind, detail, by)
WHERE happened.at IS NOT NULL ORDER BY c.id, happened.at
"""


def told_again(random: Random, identity: Identity, received_at: datetime, now: datetime) -> Identity | None:
    """The child in other words, where a form of the last days tells of somebody who is known; otherwise nothing."""
    if now - received_at > OPEN_WORK or random.random() > TOLD_AGAIN:
        return None
    changed = random.choice(MISTAKES)(random, dict(identity))
    born = changed.get("birth_date") or changed.get("expected_delivery_date")
    return changed if isinstance(born, date) and (born <= received_at.date() or "expected_delivery_date" in changed) else None


def compare_what_is_open() -> None:
    """Let every form that has an open contact be compared with all that is known, as the worker does after each arrival."""
    by = SystemActor("seed")
    waiting = Submission.objects.filter(contacts__is_open=True).distinct().order_by("pk")
    for reference in waiting.values_list("reference", flat=True):
        find_likely(by=by, submission=reference)


def write_chronologies() -> None:
    """Every contact's entries in its child's chronology, in one statement once all contacts are there."""
    with connection.cursor() as cursor:
        received = ContactState.RECEIVED.value
        cursor.execute(CHRONOLOGY, {"received": received, "arrived": ARRIVED, "decided": DECIDED, "closed": CLOSED})


def _misspelt(random: Random, name: str) -> str:
    place = random.randrange(1, max(2, len(name) - 1))
    return name[:place] + name[place + 1 :] if random.random() < 0.5 else name[:place] + name[place : place + 1] + name[place:]


def _family_misspelt(random: Random, told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "family_name": _misspelt(random, told["family_name"])}


def _given_misspelt(random: Random, told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "given_name": _misspelt(random, told.get("given_name", ""))}


def _exchanged(_random: Random, told: dict[str, Any]) -> dict[str, Any]:
    if not told.get("given_name"):
        return told
    return {**told, "given_name": told["family_name"], "family_name": told["given_name"]}


def _day_and_month(_random: Random, told: dict[str, Any]) -> dict[str, Any]:
    born = told.get("birth_date")
    if born is None or born.day > 12:  # months
        return told
    return {**told, "birth_date": born.replace(day=born.month, month=born.day)}


def _moved(_random: Random, told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "address": "", "postcode": ""}


MISTAKES: tuple[Callable[[Random, dict[str, Any]], dict[str, Any]], ...] = (
    _family_misspelt,
    _given_misspelt,
    _exchanged,
    _day_and_month,
    _moved,
)
