"""Who may go on with whose draft: colleagues with the same role, what they were asked, and what an agency's lead passes on."""

from datetime import timedelta

from django.db.models import QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids, current_holdings
from accounts.models import Person, Visitor
from foundation import clock
from foundation.errors import NotVisible
from referrals.access import REFERRERS
from referrals.models import Draft, DraftHandover
from referrals.selectors.drafts import Writer, agency_ids_to_refer_for

ANSWERED_SHOWN = timedelta(days=14)
SHOWN = 50


def open_drafts() -> QuerySet[Draft]:
    """Every draft that can still be written and sent."""
    return Draft.objects.filter(submitted_at__isnull=True, discarded_at__isnull=True, expires_at__gt=clock.now())


def those_who_refer(agency_id: int, roles: frozenset[str] = REFERRERS.roles) -> list[Person]:
    """The people who refer for an agency today in one of these roles, by name."""
    today = clock.today()
    holdings = current_holdings(today).filter(agency=agency_id, role__in=roles, confirmed_until__gte=today)
    return list(Person.objects.filter(pk__in=holdings.values("person"), is_active=True).order_by("name", "pk"))


def colleagues_with_the_same_role(person: Person, agency_id: int) -> list[Person]:
    """Those who refer for the same agency in a role that the person has there too, without the person."""
    own = frozenset(role for role in REFERRERS.roles if agency_id in agency_ids(person, role))
    return [one for one in those_who_refer(agency_id, own) if one.pk != person.pk] if own else []


def colleague_by_address(address: str, agency_id: int) -> Person | None:
    """Who refers for an agency today and has this address at work. A visitor who asks is shown no list of people."""
    wanted = address.strip().casefold()
    return next((one for one in those_who_refer(agency_id) if one.email.casefold() == wanted), None)


def still_refers(person: Person, agency_id: int) -> bool:
    """Whether somebody refers for an agency today."""
    return person.is_active and agency_id in agency_ids_to_refer_for(person)


def open_offer_of(draft: Draft) -> DraftHandover | None:
    """To whom a draft is offered and who has not answered. Asked by pages of whoever writes it."""
    return draft.handovers.select_related("colleague").filter(answered_at__isnull=True).first()


def offers_to(person: Person) -> list[DraftHandover]:
    """The drafts with which the person is asked to go on, the one that lapses first first."""
    rows = DraftHandover.objects.filter(
        colleague=person,
        answered_at__isnull=True,
        draft__in=open_drafts().filter(agency__in=agency_ids_to_refer_for(person)),
    )
    return list(rows.select_related("draft__agency", "writer", "visitor").order_by("draft__expires_at", "pk")[:SHOWN])


def offer_for(person: Person, reference: str) -> DraftHandover:
    """The unanswered offer of one draft to the person; for anybody else it does not exist."""
    found = next((row for row in offers_to(person) if row.draft.reference == reference), None)
    if found is None:
        raise NotVisible
    return found


def as_giver(writer: Writer) -> dict[str, Writer]:
    """The column of a handover that says who wrote the draft until then."""
    return {"visitor": writer} if isinstance(writer, Visitor) else {"writer": writer}


def answers_to(person: Writer) -> list[DraftHandover]:
    """What colleagues answered in the last fortnight whom the person asked to go on with a draft, newest first."""
    since = clock.now() - ANSWERED_SHOWN
    rows = DraftHandover.objects.filter(**as_giver(person), answered_at__gte=since).exclude(answered_by=person.reference)
    return list(rows.select_related("draft__author", "draft__visitor", "colleague").order_by("-answered_at", "-pk")[:SHOWN])


def lapsing_soon(person: Person) -> list[Draft]:
    """The person's own drafts of which they were told that they will be deleted, the first to go first."""
    rows = open_drafts().filter(author=person, reminded_at__isnull=False, agency__in=agency_ids_to_refer_for(person))
    return list(rows.order_by("expires_at", "pk")[:SHOWN])


def _drafts_of_led_agencies(lead: Person) -> QuerySet[Draft]:
    led = agency_ids(lead, AGENCY_LEAD)
    return open_drafts().filter(agency__in=led).exclude(author=lead).select_related("author", "visitor", "agency")


def drafts_of_led_agencies(lead: Person) -> list[Draft]:
    """Unsent drafts of colleagues of the agencies whose safeguarding lead the person is, the first to lapse first.

    That they exist and whose they are; what is in them only who writes them sees.
    """
    return list(_drafts_of_led_agencies(lead).order_by("expires_at", "pk")[:SHOWN])


def led_draft_for(lead: Person, reference: str) -> Draft:
    """One of these; for anybody else it does not exist."""
    found = _drafts_of_led_agencies(lead).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def leads_of(agency_id: int) -> list[Person]:
    """The safeguarding leads of an agency today."""
    return those_who_refer(agency_id, frozenset({AGENCY_LEAD}))


def drafts_to_remind_of(within: timedelta) -> QuerySet[Draft]:
    """Drafts that lapse within this time and of which nobody has been told since they were saved last."""
    return open_drafts().filter(reminded_at__isnull=True, expires_at__lte=clock.now() + within)
