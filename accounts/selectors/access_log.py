"""Reading the access log: who has looked at a record, and whether anybody has tampered with the log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q

from accounts.access import GOVERNANCE_LEAD
from accounts.access_table import role_codes
from accounts.models import AccessLogEntry, AccessLogSeal, Agency, Person
from accounts.selectors.people import names_of
from foundation.errors import NotVisible

FIRST_HASH = "0" * 64

_ROW = """
    jsonb_build_array(id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), person, agency, action, record_kind,
                      record_reference, child_references, route, reason, transaction::text)::text
"""


@dataclass(frozen=True)
class Look:
    """One look at a record, with the words for who it was."""

    id: int
    at: datetime
    person_name: str
    person_reference: str
    agency_name: str
    action: str
    record_kind: str
    record_reference: str
    reason: str


@dataclass(frozen=True)
class Block:
    """The next rows to be sealed."""

    last_generation: int
    last_transaction: int
    last_id: int
    rows: int


@dataclass(frozen=True)
class Damage:
    """A block whose rows are no longer those that were sealed."""

    number: int
    sentence: str


def looks_at(by: Person, reference: str, *, before: tuple[datetime, int] | None = None, limit: int = 50) -> list[Look]:
    """Who has looked at this child or record, newest first. For the information governance lead alone."""
    if GOVERNANCE_LEAD not in role_codes(by):
        raise NotVisible
    rows = AccessLogEntry.objects.filter(Q(child_references__contains=[reference]) | Q(record_reference=reference))
    if before is not None:
        rows = rows.filter(Q(at__lt=before[0]) | Q(at=before[0], id__lt=before[1]))
    found = list(rows.order_by("-at", "-id")[:limit])
    people = names_of({row.person for row in found})
    agencies = dict(Agency.objects.filter(code__in={row.agency for row in found}).values_list("code", "name"))
    return [
        Look(
            id=row.id,
            at=row.at,
            person_name=people.get(row.person, row.person),
            person_reference=row.person,
            agency_name=agencies.get(row.agency, row.agency),
            action=AccessLogEntry.Action(row.action).label,
            record_kind=row.record_kind.replace("_", " ").capitalize(),
            record_reference=row.record_reference,
            reason=row.reason,
        )
        for row in found
    ]


def block_after(last: AccessLogSeal | None, *, limit: int) -> Block | None:
    """The rows after the last sealed one, in their order, that no running transaction can still join.

    Of an earlier generation no transaction runs any more.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH now AS MATERIALIZED (SELECT access_log_generation() AS generation),
            free AS (
                SELECT log.generation, transaction, id FROM accounts_accesslogentry AS log, now
                WHERE (log.generation, transaction, id) > (%s, %s::text::xid8, %s)
                  AND (log.generation < now.generation OR transaction < pg_snapshot_xmin(pg_current_snapshot()))
                ORDER BY generation, transaction, id LIMIT %s)
            SELECT generation, transaction::text::bigint, id, count(*) OVER () FROM free
            ORDER BY generation DESC, transaction DESC, id DESC LIMIT 1
            """,
            [*_key(last), limit],
        )
        row = cursor.fetchone()
    return Block(*row) if row else None


def hash_of_block(*, after: AccessLogSeal | None, block: Block, previous: str) -> str:
    """The hash of the block before together with every row of this block."""
    return _count_and_hash(after, block, previous)[1]


def damages() -> Iterator[Damage]:
    """What does not agree with the seals: altered, removed or inserted rows, and a broken chain. Reads the whole log."""
    previous: AccessLogSeal | None = None
    for seal in AccessLogSeal.objects.order_by("number").iterator():
        expected = previous.hash if previous else FIRST_HASH
        if seal.number != (previous.number if previous else 0) + 1 or seal.previous_hash != expected:
            yield Damage(seal.number, "the chain is broken before this block: a seal was removed or replaced")
        rows, found = _count_and_hash(previous, seal, seal.previous_hash)
        if rows < seal.rows:
            yield Damage(seal.number, f"{seal.rows - rows} of {seal.rows} rows were removed")
        elif rows > seal.rows:
            yield Damage(seal.number, f"{rows - seal.rows} rows were inserted among {seal.rows}")
        elif found != seal.hash:
            yield Damage(seal.number, f"at least one of {seal.rows} rows was altered")
        previous = seal


def last_seal() -> AccessLogSeal | None:
    """The newest seal; noting its hash elsewhere makes the removal of whole blocks visible too."""
    return AccessLogSeal.objects.order_by("-number").first()


def _count_and_hash(after: AccessLogSeal | None, until: Block | AccessLogSeal, previous: str) -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT count(*), encode(sha256(convert_to(
                %s || coalesce(string_agg(
                    encode(sha256(convert_to({_ROW}, 'UTF8')), 'hex'), '' ORDER BY generation, transaction, id), ''),
                'UTF8')), 'hex')
            FROM accounts_accesslogentry
            WHERE (generation, transaction, id) > (%s, %s::text::xid8, %s)
              AND (generation, transaction, id) <= (%s, %s::text::xid8, %s)
            """,  # noqa: S608  # a constant, no value
            [previous, *_key(after), *_key(until)],
        )
        rows, found = cursor.fetchone()
    return int(rows), str(found)


def _key(last: Block | AccessLogSeal | None) -> tuple[int, str, int]:
    return (last.last_generation, str(last.last_transaction), last.last_id) if last else (0, "0", 0)
