"""Who may see which request."""

from collections.abc import Callable, Collection, Sequence

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, Q, QuerySet

from accounts.access_table import agency_ids, role_codes, sighted_team_ids, team_ids
from accounts.models import Person, Team
from foundation.errors import NotVisible
from work.kinds import request_kinds
from work.models import Clock, HandedOn, Request
from work.selectors.seen import those_seen

ANSWERED_BY = "request"
"""The kind of record under which the answers to a request and their files are kept."""
NOTED_FOR = "noted_answer"
"""The kind of record under which the files of an answer are kept that whoever asked writes down, until it is written down."""


def requests_to_answer(person: Person) -> QuerySet[Request]:
    """Every request that the person answers for their agency, closed ones too.

    They hold one of the kind's roles there, or belong to the team that was asked, or to a team there that receives the kind,
    or are themselves the one who is asked, or had it handed on to them, and still work there. Without those that their kind has
    closed to them since.
    """
    teams, sighted = team_ids(person), sighted_team_ids(person)
    admitted = _of_teams("to_team", person) | Q(to_person=person, to_agency__in=agency_ids(person))
    admitted |= Q(_handed_on_to(person), to_agency__in=agency_ids(person))
    received = Team.objects.filter(pk__in=teams).exclude(receives=[]).values_list("pk", "agency", "receives")
    for pk, agency_id, receives in received:
        admitted |= Q(to_agency=agency_id, kind__in=receives if pk in sighted else set(receives) & _without_cases())
    by_roles: dict[frozenset[str], list[str]] = {}
    for kind in request_kinds().values():
        by_roles.setdefault(kind.roles, []).append(kind.kind)
    for roles, kinds in by_roles.items():
        agencies = agency_ids(person, *roles) if roles else frozenset()
        if agencies:
            admitted |= Q(to_agency__in=agencies, kind__in=kinds)
    rows = Request.objects.filter(admitted)
    closed: dict[Callable[[Person], Exists], list[str]] = {}
    for kind in request_kinds().values():
        if kind.closed_to is not None:
            closed.setdefault(kind.closed_to, []).append(kind.kind)
    for closed_to, kinds in closed.items():
        rows = rows.exclude(Q(kind__in=kinds) & Q(closed_to(person)))
    return rows


def _handed_on_to(person: Person) -> Func:
    """Whether a request was ever handed on to the person: asked once as an array, so that the indexes of requests stay of use."""
    handed = ArraySubquery(HandedOn.objects.filter(person=person).values("request"))
    return Func(F("pk"), handed, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField())


def requests_asked(person: Person) -> QuerySet[Request]:
    """Every request that one of the person's teams has made, or whose answers the person's role reads whoever asked."""
    return Request.objects.filter(_asked(person))


def request_for(person: Person, reference: str) -> Request:
    """One request, for those who asked and those who answer; for others it does not exist."""
    seen = Q(pk__in=requests_to_answer(person).values("pk")) | _asked(person)
    found = (
        Request.objects.filter(seen, reference=reference)
        .select_related("to_agency", "to_team", "from_team__agency", "clock")
        .first()
    )
    if found is None or not (those_seen(person, [found], request_kinds()) or may_answer(person, found)):
        raise NotVisible
    return found


def may_answer(person: Person, request: Request) -> bool:
    """Whether the person answers this request for their agency."""
    return requests_to_answer(person).filter(pk=request.pk).exists()


def requests_seen_by_asker(person: Person, references: Collection[str]) -> set[str]:
    """Those of some requests' references that the person, being of those who asked, may see."""
    rows = Request.objects.filter(_asked(person), reference__in=references)
    return {row.reference for row in those_seen(person, rows, request_kinds())}


def clock_of_request(request: Request) -> Clock | None:
    """The clock of a request's answer while it runs or is held."""
    return request.clock if request.clock is not None and request.clock.stopped_at is None else None


def children_of_request(reference: str) -> Sequence[str]:
    """References of the children of whom a request speaks, for the access log."""
    found = Request.objects.filter(reference=reference).first()
    return request_kinds()[found.kind].children(found.subject_reference) if found else ()


def _asked(person: Person) -> Q:
    held = role_codes(person)
    return _of_teams("from_team", person) | Q(kind__in=[kind.kind for kind in request_kinds().values() if kind.read_by & held])


def _of_teams(column: str, person: Person) -> Q:
    """The requests of the person's teams: those about children only where the person's role in the team shows cases."""
    return Q(**{f"{column}__in": sighted_team_ids(person)}) | Q(**{f"{column}__in": team_ids(person)}, kind__in=_without_cases())


def _without_cases() -> set[str]:
    return {kind.kind for kind in request_kinds().values() if not kind.shows_cases}
