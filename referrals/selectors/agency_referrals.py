"""What an agency has sent, to its safeguarding lead: narrowed down, newest first, some at a time."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids
from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.calendar import start_of_day
from foundation.pages import Page, page_after
from referrals.access import REFERRERS
from referrals.models import Contact, ContactState, Following, Submission
from referrals.selectors.submissions import of_led_agencies

MONTHS_SHOWN = 24
WITHOUT_ACCOUNT = "none"


@dataclass(frozen=True)
class SentFilter:
    """What a lead's list is narrowed to; empty: everything."""

    state: str = ""
    """`waiting`, `returned`, `decided`, or `aside`: closed without a decision."""
    writer: str = ""
    """The reference of who sent it, or WITHOUT_ACCOUNT."""
    month: str = ""
    """In which it was received, as 2026-11."""
    taken_over: bool = False
    """Those that the lead follows for a colleague."""


STATES: dict[str, Q] = {
    "waiting": Q(approved_at__isnull=True, is_open=True),
    "returned": Q(state=ContactState.RETURNED),
    "decided": Q(approved_at__isnull=False),
    "aside": Q(approved_at__isnull=True, is_open=False) & ~Q(state=ContactState.RETURNED),
}


def sent_by_agencies_of(lead: Person, wanted: SentFilter, after: str = "") -> Page[Submission]:
    """What was sent by the agencies whose safeguarding lead the person is, without what is restricted, newest first."""
    rows = _narrowed(Submission.objects.filter(of_led_agencies(lead)), wanted, lead)
    contacts = Contact.objects.select_related("submitted_child", "child").order_by("position")
    followings = Following.objects.filter(ended_at__isnull=True).select_related("person").order_by("began_at")
    rows = rows.select_related("agency", "referrer").prefetch_related(
        Prefetch("contacts", contacts), Prefetch("followings", followings, to_attr="followed_now")
    )
    return page_after(rows, "received_at", after, newest_first=True)


def _narrowed(rows: QuerySet[Submission], wanted: SentFilter, lead: Person) -> QuerySet[Submission]:
    if wanted.state in STATES:
        rows = rows.filter(Exists(Contact.objects.filter(STATES[wanted.state], submission=OuterRef("pk"))))
    if wanted.writer == WITHOUT_ACCOUNT:
        rows = rows.filter(referrer__isnull=True)
    elif wanted.writer:
        rows = rows.filter(referrer__reference=wanted.writer)
    if wanted.month:
        first = date.fromisoformat(f"{wanted.month}-01")
        rows = rows.filter(received_at__gte=start_of_day(first), received_at__lt=start_of_day(_next_month(first)))
    if wanted.taken_over:
        followed = Following.objects.filter(submission=OuterRef("pk"), person=lead, ended_at__isnull=True)
        rows = rows.filter(Exists(followed))
    return rows


def writers_of_led_agencies(lead: Person) -> list[Person]:
    """Whoever refers or has referred for the agencies that the person leads, by name."""
    held = RoleHolding.objects.filter(agency__in=agency_ids(lead, AGENCY_LEAD), role__in=REFERRERS.roles)
    return list(Person.objects.filter(pk__in=held.values("person")).order_by("name", "pk"))


def months_until_today() -> list[date]:
    """The first days of the last months, the newest first."""
    months = [clock.today().replace(day=1)]
    while len(months) < MONTHS_SHOWN:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months


def _next_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)
