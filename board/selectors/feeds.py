"""Calendar feeds: whose an address is, and the meetings in it."""

import hashlib
from datetime import timedelta

from accounts.models import Person
from board.models import CalendarFeed, Meeting
from board.selectors.meetings import visible_meetings
from foundation import clock
from foundation.errors import NotVisible

BACK = timedelta(days=90)
"""Meetings of the last three months stay in a calendar; those before stay on the pages."""
MOST = 1000


def hash_of_secret(secret: str) -> str:
    """What the table keeps of a secret: it is random and long, so that nobody finds it by trying."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def feed_of(person: Person) -> CalendarFeed | None:
    """The address of this person, where there is one."""
    return CalendarFeed.objects.filter(person=person).first()


def meetings_of_feed(secret: str) -> list[Meeting]:
    """The meetings that the owner of this secret sees now, cancelled ones too; NotVisible where it is nobody's, or a leaver's."""
    feed = CalendarFeed.objects.select_related("person").filter(secret_hash=hash_of_secret(secret)).first()
    if feed is None or not feed.person.is_active:
        raise NotVisible
    meetings = visible_meetings(feed.person).filter(starts_at__gte=clock.now() - BACK)
    return list(meetings.select_related("group").order_by("starts_at", "pk")[:MOST])
