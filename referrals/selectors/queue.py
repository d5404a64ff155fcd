"""The MASH's queue: open contacts that a person may see, most urgent first, and how many there are of each sort.

A page is one walk of the index of each grant table, because grants carry their contact's sort keys; what a grant does not carry
(screener, source) is looked up on the way. Nothing closed is ever read, and nothing is counted beyond a thousand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from accounts.access import Eyes
from accounts.access_table import group_ids, sighted_holding_ids
from accounts.models import Person
from children.models import RESOLVED_SQL, Child
from children.selectors.records import same_children
from children.selectors.search import Named
from foundation import clock
from foundation.asked_often import AskedOften
from foundation.calendar import end_of_day
from foundation.references import tidy_reference
from foundation.together import read_together
from referrals.models import DECIDED_STATES, REFERRAL_OUTCOMES, SEE_CONTACT, Contact, ContactState, QueueColumns
from referrals.rules.queue import COLUMNS, USUAL
from referrals.rules.repeats import CONTACTS_OF_A_PATTERN, NOTHING_DONE
from referrals.selectors.contacts import visible_contacts

PAGE = 50
COUNTED_TO = 1001
FOUND = 50
CHOICES_SHOWN = 10
CHILDS = "C"
"""The letter in references of children's records."""
UNDECIDED_BELOW = 60
"""Urgency of decided contacts, see the model: those under it still wait for a decision."""

MINE = "mine"
NOBODY = "nobody"
UNDECIDED = "undecided"
UNRATED = "unrated"
DECIDED = "decided"

RE_REFERRAL, PATTERN = "referral", "pattern"
REPEATED = {
    RE_REFERRAL: (frozenset(str(one) for one in REFERRAL_OUTCOMES), 1),
    PATTERN: (NOTHING_DONE, CONTACTS_OF_A_PATTERN - 1),
}
"""Earlier outcomes, and how many of them, that the filter asks for."""

Key = tuple[int, datetime, int]


@dataclass(frozen=True)
class QueueFilter:
    """What the queue is narrowed to. `rating` may be "unrated", `state` "undecided" or "decided", `whose` "mine" or "nobody"."""

    rating: str = ""
    state: str = ""
    whose: str = ""
    source: str = ""
    awaiting: bool = False
    """An agency has still to answer."""
    overdue: bool = False
    today: bool = False
    """Due before midnight, and not late yet."""
    repeats: str = ""
    """"referral" (a referral within twelve months of another, linked or likely) or "pattern" (contacts that end in nothing)."""


@dataclass(frozen=True)
class QueuePage:
    """Some contacts as rows for a table, and the key after which the next ones begin (None: these are the last)."""

    rows: Sequence[dict[str, Any]]
    next_key: Key | None


@dataclass(frozen=True)
class _Sql:
    text: str
    params: tuple[Any, ...] = ()
    of_contact: bool = False
    """It asks for something that the grant does not carry."""


_PERMISSION = """(SELECT p.id FROM auth_permission p JOIN django_content_type t ON t.id = p.content_type_id
    WHERE t.app_label = 'referrals' AND t.model = 'contact' AND p.codename = %s)"""
_IN_FORCE = "g.is_open AND g.starts_at <= %s AND (g.ends_at IS NULL OR g.ends_at > %s)"
_KEYS = "g.urgency, g.due_at, g.content_object_id"
_AWAITED = """EXISTS (SELECT 1 FROM work_request q
    WHERE q.subject_kind = 'contact' AND q.subject_reference = c.reference AND q.state = 'asked')"""
_AWAITED_TOGETHER = """c.reference IN (SELECT q.subject_reference FROM work_request q
    WHERE q.subject_kind = 'contact' AND q.state = 'asked')"""
"""The same of many contacts at once: what is asked is read once, through its own index of what is open."""
_VISIBLE = f"""((NOT {{0}}.restricted AND EXISTS (SELECT 1 FROM referrals_contactteamgrant v
        WHERE v.content_object_id = {{0}}.id AND v.group_id = ANY(%s) AND v.permission_id = {_PERMISSION}
        AND v.starts_at <= %s AND (v.ends_at IS NULL OR v.ends_at > %s)))
    OR EXISTS (SELECT 1 FROM referrals_contactpersongrant v
        WHERE v.content_object_id = {{0}}.id AND v.user_id = %s AND v.holding_id = ANY(%s) AND v.permission_id = {_PERMISSION}
        AND v.starts_at <= %s AND (v.ends_at IS NULL OR v.ends_at > %s)))"""  # noqa: S608  # fixed words only
"""That a person may see a contact."""
_DAY = "({0}.received_at AT TIME ZONE 'Europe/London')::date"
_EARLIER = f"""(SELECT count(DISTINCT e.id) FROM (
        SELECT c.child_id AS id
        UNION ALL
        SELECT l.child_id FROM referrals_likelychild l WHERE l.contact_id = c.id AND l.settled_at IS NULL
            AND EXISTS (SELECT 1 FROM referrals_contact k WHERE k.child_id = l.child_id AND {_VISIBLE.format("k")})) told
    JOIN children_child known ON known.id = told.id
    JOIN children_child same ON {RESOLVED_SQL.format("same")} = {RESOLVED_SQL.format("known")}
    JOIN referrals_contact e ON e.child_id = same.id
    WHERE e.submission_id <> c.submission_id AND e.outcome = ANY(%s) AND {_DAY.format("e")} < {_DAY.format("c")}
        AND {_DAY.format("c")} <= ({_DAY.format("e")} + interval '12 months')::date AND {_VISIBLE.format("e")})"""  # noqa: S608
"""How many earlier contacts with some outcomes a contact repeats, of those that a person sees; as selectors.repeats says it."""
_JOINED = " JOIN referrals_contact c ON c.id = g.content_object_id JOIN referrals_submission s ON s.id = c.submission_id"
_ROWS = """
SELECT c.id, c.reference, c.state, c.rating, c.urgent, c.restricted, c.received_at, c.decision_due_at, c.information_due_at,
       c.approved_at, seen.urgency, seen.due_at, screener.name AS screener, c.screener_id, c.version, c.allocated_to_id,
       allocated.name AS allocated_to, child.reference AS child,
       told.given_name, told.family_name, told.birth_date, told.expected_delivery_date,
       s.reference AS submission, s.referral_source, s.purpose, s.channel,
       coalesce((SELECT a.values ->> 'consent_status' FROM referrals_amendment a WHERE a.submission_id = s.id
                 ORDER BY a.number DESC LIMIT 1), s.consent_status) AS consent_status,
       s.referrer_level, agency.name AS agency,
       (SELECT count(*) FROM work_request q WHERE q.subject_kind = 'contact' AND q.subject_reference = c.reference
            AND q.state = 'asked') AS waiting_for,
       (SELECT count(*) FROM referrals_contacttask t WHERE t.contact_id = c.id AND t.done_at IS NULL AND t.waived_at IS NULL)
            AS open_tasks
FROM seen
JOIN referrals_contact c ON c.id = seen.content_object_id
JOIN referrals_submission s ON s.id = c.submission_id
JOIN referrals_submittedchild told ON told.id = c.submitted_child_id
JOIN children_child child ON child.id = c.child_id
LEFT JOIN accounts_agency agency ON agency.id = s.agency_id
LEFT JOIN accounts_person screener ON screener.id = c.screener_id
LEFT JOIN accounts_person allocated ON allocated.id = c.allocated_to_id
ORDER BY seen.urgency, seen.due_at, seen.content_object_id
"""


def queue(person: Person, wanted: QueueFilter, after: Key | None = None) -> QueuePage:
    """The next fifty open contacts that the person may see, in one statement: most urgent first, then by due time."""
    conditions = _conditions(person, wanted)
    if after is not None:
        conditions.append(_Sql(f"({_KEYS}) > (%s, %s, %s)", after))
    seen = _seen(person, conditions, PAGE + 1)
    statement = f"WITH seen AS MATERIALIZED ({seen.text}) {_ROWS}"  # fixed words only
    with connection.cursor() as cursor:
        cursor.execute(statement, seen.params)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    more = len(rows) > PAGE
    last = rows[PAGE - 1] if more else None
    return QueuePage(rows[:PAGE], (last["urgency"], last["due_at"], last["id"]) if last else None)


BUCKETS: dict[str, QueueFilter] = {
    "red": QueueFilter(rating="red"),
    "amber": QueueFilter(rating="amber"),
    "green": QueueFilter(rating="green"),
    "blue": QueueFilter(rating="blue"),
    "unrated": QueueFilter(rating=UNRATED),
    "overdue": QueueFilter(overdue=True),
    "today": QueueFilter(today=True),
    "nobody": QueueFilter(whose=NOBODY),
    "awaiting": QueueFilter(awaiting=True),
    "mine": QueueFilter(whose=MINE),
    "proposed": QueueFilter(state=ContactState.PROPOSED),
    "tasks_open": QueueFilter(state=DECIDED),
}
"""What is counted over the queue: the same filters give the same contacts as a list."""


_OPEN = f"""
    SELECT g.content_object_id, g.urgency, g.due_at, g.state, g.rating FROM referrals_contactteamgrant g
    WHERE g.group_id = ANY(%s) AND NOT g.restricted AND g.permission_id = {_PERMISSION} AND {_IN_FORCE}
    UNION
    SELECT g.content_object_id, g.urgency, g.due_at, g.state, g.rating FROM referrals_contactpersongrant g
    WHERE g.user_id = %s AND g.holding_id = ANY(%s) AND g.permission_id = {_PERMISSION} AND {_IN_FORCE}"""  # noqa: S608  # fixed words only
"""Every open contact that a person may see, once."""


def queue_counts(person: Person) -> dict[str, int]:
    """How many open contacts of each sort the person may see, each told up to 1,001 and no further, in one pass over them."""
    moment = clock.now()
    in_force = (SEE_CONTACT, moment, moment)
    params: list[Any] = [sorted(group_ids(person)), *in_force, person.pk, sorted(sighted_holding_ids(person)), *in_force]
    columns: list[str] = []
    for wanted in BUCKETS.values():
        conditions = _conditions(person, wanted)
        which = " AND ".join(_AWAITED_TOGETHER if part.text == _AWAITED else part.text for part in conditions)
        columns.append(f"least(count(*) FILTER (WHERE {which}), {COUNTED_TO})")
        params += [value for part in conditions for value in part.params]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH seen AS MATERIALIZED ({_OPEN}) SELECT {', '.join(columns)}"  # noqa: S608  # fixed words only
            " FROM seen g JOIN referrals_contact c ON c.id = g.content_object_id",
            params,
        )
        return dict(zip(BUCKETS, cursor.fetchone(), strict=True))


def _seen(person: Person, conditions: Sequence[_Sql], limit: int) -> _Sql:
    """The first contacts in order that meet the conditions: through each team, and through grants to the person alone."""
    moment = clock.now()
    shared = [
        _Sql(f"g.permission_id = {_PERMISSION}", (SEE_CONTACT,)),
        _Sql(_IN_FORCE, (moment, moment)),
        *conditions,
    ]
    joined = _JOINED if any(part.of_contact for part in conditions) else ""
    where = " AND ".join(part.text for part in shared)
    values = tuple(value for part in shared for value in part.params)
    tail = f"ORDER BY {_KEYS} LIMIT {limit}"
    text = f"""
        SELECT DISTINCT urgency, due_at, content_object_id FROM (
            SELECT top.* FROM unnest(%s::int[]) AS mine(id) CROSS JOIN LATERAL (
                SELECT {_KEYS} FROM referrals_contactteamgrant g{joined}
                WHERE g.group_id = mine.id AND NOT g.restricted AND {where} {tail}) AS top
            UNION ALL
            SELECT * FROM (
                SELECT {_KEYS} FROM referrals_contactpersongrant g{joined}
                WHERE g.user_id = %s AND g.holding_id = ANY(%s) AND {where} {tail}) AS alone) AS every
        ORDER BY urgency, due_at, content_object_id LIMIT {limit}"""  # noqa: S608  # fixed words only; every value is a parameter
    holdings = sorted(sighted_holding_ids(person))
    return _Sql(text, (sorted(group_ids(person)), *values, person.pk, holdings, *values))


def _conditions(person: Person, wanted: QueueFilter) -> list[_Sql]:
    now = clock.now()
    undecided = _Sql("g.urgency < %s", (UNDECIDED_BELOW,))
    states = {UNDECIDED: [undecided], DECIDED: [_Sql("g.state = ANY(%s)", ([str(one) for one in DECIDED_STATES],))]}
    found: list[_Sql] = []
    if wanted.rating:
        found.append(_Sql("g.rating = %s", ("" if wanted.rating == UNRATED else wanted.rating,)))
    if wanted.state:
        found += states.get(wanted.state, [_Sql("g.state = %s", (str(wanted.state),))])
    if wanted.overdue:
        found += [undecided, _Sql("g.due_at < %s", (now,))]
    if wanted.today:
        found += [undecided, _Sql("g.due_at >= %s AND g.due_at <= %s", (now, end_of_day(clock.today())))]
    if wanted.whose == MINE:
        found.append(_Sql("(c.screener_id = %s OR c.allocated_to_id = %s)", (person.pk, person.pk), of_contact=True))
    elif wanted.whose == NOBODY:
        found.append(_Sql("c.screener_id IS NULL AND c.allocated_to_id IS NULL", of_contact=True))
    if wanted.awaiting:
        found.append(_Sql(_AWAITED, of_contact=True))
    if wanted.repeats in REPEATED:
        outcomes, least = REPEATED[wanted.repeats]
        visible = _visible_to(person)
        found.append(_Sql(f"{_EARLIER} >= {least}", (*visible, sorted(outcomes), *visible), of_contact=True))
    if wanted.source:
        found.append(_Sql("s.referral_source = %s", (wanted.source,), of_contact=True))
    return found


def _visible_to(person: Person) -> tuple[Any, ...]:
    now, holdings = clock.now(), sorted(sighted_holding_ids(person))
    return (sorted(group_ids(person)), SEE_CONTACT, now, now, person.pk, holdings, SEE_CONTACT, now, now)


def queue_columns() -> tuple[str, ...]:
    """The columns that the managers chose last; the usual ones where they have not."""
    newest = QueueColumns.objects.order_by("-id").values_list("columns", flat=True).first()
    return tuple(name for name in newest if name in COLUMNS) if newest else USUAL


def choices_of_columns() -> list[QueueColumns]:
    """Which columns were chosen when and by whom, the newest ten."""
    return list(QueueColumns.objects.order_by("-id")[:CHOICES_SHOWN])


def next_unallocated(person: Person, most: int = 20) -> list[int]:
    """The most urgent contacts, by their ids and in order, that the person may see and nobody has or screens."""
    conditions = _conditions(person, QueueFilter(state=ContactState.RECEIVED, whose=NOBODY))
    seen = _seen(person, conditions, most)
    with connection.cursor() as cursor:
        cursor.execute(seen.text, seen.params)
        return [row[2] for row in cursor.fetchall()]


def search_contacts(person: Person, words: str, born: date | None = None) -> list[Contact]:
    """Contacts, closed ones too, that the person may see: by reference, or by the child's names and date of birth; at most fifty.

    A reference of a contact, of its submission or of the child's record is tidied first (spaces, small letters). Names count
    whole or by their beginning, as told or as known, under every record of a child; where few are found, those that sound alike
    follow. Newest first.
    """
    reference = tidy_reference(words)
    if reference.split("-")[1:2] == [CHILDS]:
        children = list(Child.objects.filter(reference=reference).values_list("pk", flat=True))
        return _of_children(person, children, same_children(children))
    if reference:
        return _BY_REFERENCE.rows(reference=reference, **vars(Eyes.of(person)))
    named = Named(words, born)
    read_together(*named.rows)
    called, sounding = named.called, named.sounding
    records = same_children({*called, *sounding}) if called or sounding else {}
    found = _of_children(person, called, records)
    if len(found) < FOUND and sounding:
        known = {contact.pk for contact in found}
        found += [contact for contact in _of_children(person, sounding, records) if contact.pk not in known]
    return found[:FOUND]


def _of_children(person: Person, children: Sequence[int], records: Mapping[int, int]) -> list[Contact]:
    """The contacts under any record of some children; `records`: each with the one that stands for it."""
    standing = {records[pk] for pk in children}
    every = tuple(pk for pk, one in records.items() if one in standing)
    return _OF_CHILDREN.rows(children=every, **vars(Eyes.of(person))) if every else []


def _by_reference(reference: str, **eyes: Any) -> QuerySet[Contact]:
    return _newest(Eyes(**eyes), Q(reference=reference) | Q(submission__reference=reference))


def _under_records(children: Sequence[int], **eyes: Any) -> QuerySet[Contact]:
    return _newest(Eyes(**eyes), Q(child__in=children))


_BY_REFERENCE, _OF_CHILDREN = AskedOften(_by_reference), AskedOften(_under_records)


def _newest(eyes: Eyes, wanted: Q) -> QuerySet[Contact]:
    """The newest of these that somebody may see; only of those that are shown is more read than when they came."""
    newest = visible_contacts(eyes).filter(wanted).order_by("-received_at").values("pk")[:FOUND]
    rows = Contact.objects.filter(pk__in=newest).select_related("child", "submitted_child", "submission__agency", "screener")
    return rows.order_by("-received_at")
