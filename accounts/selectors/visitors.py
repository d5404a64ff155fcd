"""Visitors: professionals without an account, their agencies, and the codes that are sent to them."""

from collections.abc import Iterable

from accounts.access import AGENCY_LEAD
from accounts.access_table import current_holdings, open_agencies
from accounts.models import Agency, Person, Visitor, VisitorCode
from accounts.rules import PERSONAL_DOMAINS, domain_of, domains_above
from foundation import clock


def agencies_of_address(email: str) -> tuple[Agency, ...]:
    """The open agencies whose email domain the address has, by name; none for the domains of personal addresses."""
    domain = domain_of(email)
    if domain in PERSONAL_DOMAINS:
        return ()
    return tuple(open_agencies(clock.today()).filter(domains__overlap=domains_above(domain)).order_by("name", "pk"))


def agencies_of_visitor(visitor: Visitor) -> tuple[Agency, ...]:
    """The same for a visitor; read once for each loaded visitor."""
    if visitor.agencies_read is None:
        visitor.agencies_read = agencies_of_address(visitor.email)
    return visitor.agencies_read


def visitor_by_reference(reference: str) -> Visitor | None:
    """The visitor of a session, as long as an open agency has the domain of their address."""
    visitor = Visitor.objects.select_related("agency").filter(reference=reference).first()
    return visitor if visitor is not None and agencies_of_visitor(visitor) else None


def code_to_send(reference: str) -> VisitorCode | None:
    """A code that can still be used, for the mail that takes it."""
    return VisitorCode.objects.filter(reference=reference, used_at__isnull=True, expires_at__gt=clock.now()).first()


def leads_of(agencies: Iterable[Agency]) -> list[tuple[Agency, Person]]:
    """The safeguarding leads of these agencies today, each with their agency."""
    held = current_holdings(clock.today()).filter(agency__in=agencies, role_id=AGENCY_LEAD, confirmed_until__gte=clock.today())
    return [(row.agency, row.person) for row in held.select_related("agency", "person").order_by("agency__name", "pk")]
