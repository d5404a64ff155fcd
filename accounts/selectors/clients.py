"""Reading the systems of agencies, within what the asking person looks after; and the one to which a token belongs."""

from datetime import timedelta

from django.db.models import Q

from accounts.access_table import open_agencies
from accounts.models import Agency, AgencyClient, Person
from accounts.selectors.people import agencies_managed, agency_managed, is_administrator
from foundation import clock
from foundation.errors import NotVisible

ENDED_SHOWN = timedelta(days=90)
RENEW_WITHIN = timedelta(days=28)


def clients_of(by: Person, agency: Agency) -> list[AgencyClient]:
    """The systems of an agency that the person looks after, open ones first; ended ones for three months."""
    agency_managed(by, agency.code)
    shown = Q(ended_at__isnull=True) | Q(ended_at__gt=clock.now() - ENDED_SHOWN)
    return list(AgencyClient.objects.filter(shown, agency=agency).order_by("-ended_at", "name", "pk"))


def client_managed(by: Person, reference: str) -> AgencyClient:
    """The system of this reference, if the person looks after its agency."""
    found = AgencyClient.objects.filter(reference=reference, agency__in=agencies_managed(by)).select_related("agency").first()
    if found is None:
        raise NotVisible
    return found


def clients_to_renew(by: Person) -> list[AgencyClient]:
    """Systems whose token runs out within four weeks or ran out in the last four, soonest first, for the administrator."""
    if not is_administrator(by):
        return []
    today = clock.today()
    near = AgencyClient.objects.filter(
        ended_at__isnull=True, ends_on__gte=today - RENEW_WITHIN, ends_on__lte=today + RENEW_WITHIN
    )
    return list(near.filter(agency__in=open_agencies(today)).select_related("agency").order_by("ends_on", "pk")[:20])


def client_of_token(token_hash: str) -> AgencyClient | None:
    """The system to which a token belongs, while it counts: not ended, not run out, of an agency that is open."""
    today = clock.today()
    return (
        AgencyClient.objects.filter(token_hash=token_hash, ended_at__isnull=True, ends_on__gte=today)
        .filter(Q(agency__closed_on__isnull=True) | Q(agency__closed_on__gt=today))
        .select_related("agency")
        .first()
    )
