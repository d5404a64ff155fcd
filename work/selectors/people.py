"""The people whom an agency's lead is asked to confirm."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, Min, OuterRef

from accounts.access import AGENCY_LEAD
from accounts.access_table import current_holdings
from accounts.models import Agency
from foundation import clock as time
from foundation.actors import Actor
from work.models import Request
from work.requests import CONFIRM_PEOPLE

ASKED_BEFORE = timedelta(days=28)


@dataclass(frozen=True)
class Holding:
    """One role of one person in the agency."""

    pk: int
    person: str
    email: str
    role: str
    team: str
    confirmed_until: date
    shows_cases: bool


def people_to_confirm(by: Actor, request: Request) -> tuple[Holding, ...]:
    """Everybody else who holds a role in the agency of a request that the asking person may answer, by name."""
    rows = (
        current_holdings(time.today())
        .filter(agency=request.to_agency_id)
        .exclude(person__reference=by.actor_reference)
        .order_by("person__name", "person__pk", "role__title", "pk")
        .values_list("pk", "person__name", "person__email", "role__title", "team__name", "confirmed_until", "role__shows_cases")
    )
    return tuple(Holding(pk, name, email, role, team or "", until, shows) for pk, name, email, role, team, until, shows in rows)


def agencies_to_ask() -> list[tuple[Agency, date]]:
    """The agencies where somebody's confirmation ends within four weeks and that were not asked, with the first such day.

    An agency is not asked about its only lead, who could not answer: the system administrator sees to them.
    """
    leads = current_holdings(time.today()).filter(agency=OuterRef("agency"), role=AGENCY_LEAD)
    of_the_only_lead = Exists(leads.filter(person=OuterRef("person"))) & ~Exists(leads.exclude(person=OuterRef("person")))
    ending = dict(
        current_holdings(time.today())
        .exclude(of_the_only_lead)
        .values_list("agency")
        .annotate(first=Min("confirmed_until"))
        .filter(first__lte=time.today() + ASKED_BEFORE)
        .values_list("agency", "first")
    )
    asked = Request.objects.filter(kind=CONFIRM_PEOPLE, state=Request.State.ASKED).values("to_agency")
    agencies = Agency.objects.filter(pk__in=ending).exclude(pk__in=asked).order_by("pk")
    return [(agency, ending[agency.pk]) for agency in agencies]
