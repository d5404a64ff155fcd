"""What the contacts on a page repeat, of what the reader may see."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db import connection

from accounts.models import Person
from children.models import RESOLVED_SQL
from foundation import clock
from foundation.together import read_together
from referrals.models import Contact
from referrals.rules.repeats import Earlier, Repeats, repeats_of, with_likely
from referrals.selectors.contacts import visible_contacts

_EARLIER = f"""
WITH known AS (
    SELECT c.id AS contact, NULL::integer AS alike, c.child_id AS child FROM referrals_contact c WHERE c.id = ANY(%(contacts)s)
    UNION ALL
    SELECT l.contact_id, l.child_id, l.child_id FROM referrals_likelychild l
    WHERE l.contact_id = ANY(%(contacts)s) AND l.settled_at IS NULL)
SELECT c.id, (c.received_at AT TIME ZONE 'Europe/London')::date, e.reference,
       (e.received_at AT TIME ZONE 'Europe/London')::date, e.outcome, known.alike
FROM known
JOIN referrals_contact c ON c.id = known.contact
JOIN children_child child ON child.id = known.child
JOIN children_child same ON {RESOLVED_SQL.format("same")} = {RESOLVED_SQL.format("child")}
JOIN referrals_contact e ON e.child_id = same.id
WHERE e.submission_id <> c.submission_id AND e.outcome <> ''
      AND e.received_at < c.received_at AND e.received_at > c.received_at - interval '13 months'
"""  # noqa: S608  # fixed words only


def repeats_among(person: Person, contacts: Collection[int]) -> Mapping[int, Repeats]:
    """For each of a page's contacts (ids) that repeats something, what; only earlier contacts that the person may see count.

    `likely`: of records that were found alike at arrival and that nobody has linked or told apart. Such a record counts where the
    person sees a contact under it: of whom they know nothing, they are told nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute(_EARLIER, {"contacts": list(contacts)})
        rows = cursor.fetchall()
    if not rows:
        return {}
    visible = visible_contacts(person)
    of_these = visible.filter(reference__in={row[2] for row in rows}).values_list("reference", flat=True)
    of_alike = visible.filter(child__in={row[5] for row in rows} - {None}).values_list("child", flat=True)
    read_together(of_these, of_alike)
    seen, known = set(of_these), set(of_alike)
    days: dict[int, date] = {}
    certain: dict[int, set[Earlier]] = defaultdict(set)
    likely: dict[int, set[Earlier]] = defaultdict(set)
    for contact, received_on, reference, earlier_on, outcome, record in rows:
        if reference in seen and (record is None or record in known):
            days[contact] = received_on
            found = certain if record is None else likely
            found[contact].add(Earlier(reference, earlier_on, outcome))
    told = {
        contact: with_likely(repeats_of(day, certain[contact]), repeats_of(day, certain[contact] | likely[contact]))
        for contact, day in days.items()
    }
    return {contact: repeats for contact, repeats in told.items() if repeats}


def likely_of_contact(person: Person, contact: Contact) -> Repeats | None:
    """What a contact, read for its page, repeats when records that look alike are of its child; None where nothing waits."""
    return repeats_among(person, [contact.pk]).get(contact.pk) if getattr(contact, "may_be_known", True) else None


def repeats_of_contact(contact: Contact, others: Iterable[Contact]) -> Repeats:
    """What a contact repeats of other contacts of the same child, which the reader has been found to see."""
    earlier = [
        Earlier(one.reference, one.received_at.astimezone(clock.LONDON).date(), one.outcome)
        for one in others
        if one.received_at < contact.received_at
    ]
    return repeats_of(contact.received_at.astimezone(clock.LONDON).date(), earlier)
