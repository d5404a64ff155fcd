"""What the contacts on a page repeat, of what the reader may see."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db import connection

from accounts.models import Person
from children.models import RESOLVED_SQL
from foundation import clock
from referrals.models import Contact
from referrals.rules.repeats import Earlier, Repeats, repeats_of
from referrals.selectors.contacts import visible_references

_EARLIER = f"""
SELECT c.id, (c.received_at AT TIME ZONE 'Europe/London')::date, e.reference,
       (e.received_at AT TIME ZONE 'Europe/London')::date, e.outcome
FROM referrals_contact c
JOIN children_child child ON child.id = c.child_id
JOIN children_child same ON {RESOLVED_SQL.format("same")} = {RESOLVED_SQL.format("child")}
JOIN referrals_contact e ON e.child_id = same.id
WHERE c.id = ANY(%s) AND e.submission_id <> c.submission_id AND e.outcome <> ''
      AND e.received_at < c.received_at AND e.received_at > c.received_at - interval '13 months'
"""  # noqa: S608  # fixed words only


def repeats_among(person: Person, contacts: Collection[int]) -> Mapping[int, Repeats]:
    """For each of a page's contacts (ids) that repeats something, what; only earlier contacts that the person may see count."""
    with connection.cursor() as cursor:
        cursor.execute(_EARLIER, [list(contacts)])
        rows = cursor.fetchall()
    if not rows:
        return {}
    seen = visible_references(person, {row[2] for row in rows})
    days: dict[int, date] = {}
    earlier: dict[int, list[Earlier]] = defaultdict(list)
    for contact, received_on, reference, earlier_on, outcome in rows:
        if reference in seen:
            days[contact] = received_on
            earlier[contact].append(Earlier(reference, earlier_on, outcome))
    found = {contact: repeats_of(days[contact], earlier[contact]) for contact in earlier}
    return {contact: repeats for contact, repeats in found.items() if repeats.referral or repeats.pattern}


def repeats_of_contact(contact: Contact, others: Iterable[Contact]) -> Repeats:
    """What a contact repeats of other contacts of the same child, which the reader has been found to see."""
    earlier = [
        Earlier(one.reference, one.received_at.astimezone(clock.LONDON).date(), one.outcome)
        for one in others
        if one.received_at < contact.received_at
    ]
    return repeats_of(contact.received_at.astimezone(clock.LONDON).date(), earlier)
