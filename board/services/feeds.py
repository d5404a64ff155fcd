"""Calendar feeds: made, made anew, ended. Everybody's own."""

import secrets

from accounts.models import Person
from board.models import CalendarFeed
from board.selectors.feeds import hash_of_secret
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service


@service
def renew_calendar(*, by: Person) -> str:
    """Make the secret of one's own calendar address, which is shown this once; an address from before opens nothing any more."""
    secret = secrets.token_urlsafe(32)
    fields = {"secret_hash": hash_of_secret(secret), "made_at": clock.now()}
    CalendarFeed.objects.update_or_create(person=by, defaults=fields)
    record(verb="board.calendar_renewed", by=by, subject=Subject("person", by.reference))
    return secret


@service
def end_calendar(*, by: Person) -> None:
    """End one's own calendar address at once. Refuses where there is none."""
    ended, _by_kind = CalendarFeed.objects.filter(person=by).delete()
    if not ended:
        raise Refused("You have no calendar address.")
    record(verb="board.calendar_ended", by=by, subject=Subject("person", by.reference))
