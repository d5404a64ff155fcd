"""Who is told that something waits: the people behind a team, an agency's roles, or a clock."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from accounts.access_table import current_holdings
from accounts.models import Agency, Person, Team
from foundation import clock as time
from work.kinds import deadlines, request_kinds
from work.models import Clock, Request


def members(team: Team) -> QuerySet[Person]:
    """The people who belong to a team today, with their role confirmed."""
    return _people(Q(team=team))


def holders(agency: Agency, roles: Collection[str]) -> QuerySet[Person]:
    """The people who hold one of these roles in an agency today, with their role confirmed."""
    return _people(Q(agency=agency, role__in=roles))


def those_who_answer(request: Request) -> tuple[Person, ...]:
    """The team or person that was asked; otherwise the teams that receive the kind, or the people in the kind's roles.

    Without those to whom its kind has closed it since: they would be called to a page that does not exist for them.
    """
    people = _asked(request)
    closed_to = request_kinds()[request.kind].closed_to
    if closed_to is None:
        return people
    return tuple(one for one in people if not Request.objects.filter(closed_to(one), pk=request.pk).exists())


def _asked(request: Request) -> tuple[Person, ...]:
    if request.to_team is not None:
        return tuple(members(request.to_team))
    declared = request_kinds()[request.kind]
    if request.to_person is not None and request.to_person.is_active and not (declared.handed_on and _has_left(request)):
        return (request.to_person,)
    teams = _people(Q(team__agency=request.to_agency, team__receives__contains=[request.kind]))
    return tuple(teams) or tuple(holders(request.to_agency, declared.roles))


def colleagues_of(request: Request, person: Person) -> QuerySet[Person]:
    """Who else works today for the agency that was asked, by name."""
    return _people(Q(agency=request.to_agency)).filter(is_active=True).exclude(pk=person.pk).order_by("name", "pk")


def _has_left(request: Request) -> bool:
    """Whether the colleague to whom it was handed on works there no more."""
    here = _people(Q(agency=request.to_agency))
    return request.to_person is None or not here.filter(pk=request.to_person.pk).exists()


def owners(clock: Clock) -> tuple[Person, ...]:
    """Who is reminded of a clock: those who answer its request, its person, its team, or the roles that its kind names."""
    request: Request | None = getattr(clock, "request", None)
    if request is not None:
        return those_who_answer(request)
    if clock.owner_person is not None:
        return (clock.owner_person,) if clock.owner_person.is_active else ()
    if clock.owner_team is not None:
        return tuple(members(clock.owner_team))
    declared = deadlines().get(clock.kind)
    return tuple(_people(Q(role__in=declared.roles))) if declared is not None and declared.roles else ()


def _people(held: Q) -> QuerySet[Person]:
    today = time.today()
    holdings = current_holdings(today).filter(held, confirmed_until__gte=today)
    return Person.objects.filter(pk__in=holdings.values("person")).order_by("pk")
