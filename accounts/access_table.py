"""The access table: which role may open which page and call which service. Each app's `access.py` holds its rows.

An app's `access.py` may declare
- `ROLES`: a tuple of RoleSpec;
- `ROUTES`: a tuple of Route, one for each named URL of the app;
- `SERVICES`: a tuple of ServiceRow, one for each service of the app.

A page or a service without a row is refused. Whether this person may see this very record is asked of selectors
(see accounts.access.can).
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from foundation import clock, registry
from foundation.actors import Actor, SystemActor
from foundation.asked_often import AskedOften
from foundation.errors import NotAllowed

if TYPE_CHECKING:
    from accounts.models import Agency, AgencyClient, Person, RoleHolding, Team


@dataclass(frozen=True)
class RoleSpec:
    """A role as an app declares it. `shows_cases`: its holders see identifiable children."""

    code: str
    title: str
    description: str
    shows_cases: bool
    app: str = ""
    breaks_glass: bool = False
    """Its holders may open a restricted record with a written reason; the information governance lead is told at once."""
    lead_gives: bool = False
    """An agency's safeguarding lead may give it to their own people; other roles are given by the system administrator."""
    needs_team: bool = False
    """It is held in one of the agency's teams."""
    team_receives: str = ""
    """The kind of work that such a team receives, as the administrator has said of it; empty: any team."""
    second_factor: bool = False
    """It needs a second factor although it shows no case, because its holders let others in."""
    writes_questions: bool = False
    """Its holders write questionnaires of the kinds that name it (work.kinds.QuestionnaireKind)."""
    reads_figures: bool = False
    """Its holders look at the dashboard. What is small stays hidden from those who do not see the cases themselves."""
    without_agreement: bool = False
    """It counts without the agency's information-sharing agreement too (whoever holds it refers, and sees what they sent)."""


@dataclass(frozen=True)
class Who:
    """Who may: everybody, whoever is signed in, or the holders of some roles."""

    public: bool = False
    signed_in: bool = False
    roles: frozenset[str] = frozenset()
    system: bool = False
    glass_breakers: bool = False
    question_writers: bool = False
    figure_readers: bool = False
    case_readers: bool = False
    """Whoever holds a role that shows identifiable children; which of them, the records decide."""
    visitor: bool = False
    """Also a professional without an account who has proved an address at work (accounts.visits)."""
    sealed: bool = False
    """Whoever has opened a sealed link to this very page (accounts.sealed_visits)."""
    scopes: frozenset[str] = frozenset()
    """Systems of agencies whose token has one of these scopes."""

    def admits_client(self, client: "AgencyClient") -> bool:
        """Whether this system of an agency is among them."""
        return bool(self.scopes & set(client.scopes))

    def admits(self, person: "Person | None") -> bool:
        """Whether this person (None: nobody is signed in) is among them."""
        if self.public:
            return True
        if person is None:
            return False
        held = role_codes(person)
        if self.glass_breakers and any(declared_roles()[code].breaks_glass for code in held if code in declared_roles()):
            return True
        if self.question_writers and any(declared_roles()[code].writes_questions for code in held if code in declared_roles()):
            return True
        if self.figure_readers and any(declared_roles()[code].reads_figures for code in held if code in declared_roles()):
            return True
        if self.case_readers and any(declared_roles()[code].shows_cases for code in held if code in declared_roles()):
            return True
        return self.signed_in or bool(self.roles & held)


PUBLIC = Who(public=True)
SIGNED_IN = Who(signed_in=True)
SYSTEM = Who(system=True)
GLASS_BREAKERS = Who(glass_breakers=True)
VISITORS = Who(visitor=True)
SEALED = Who(sealed=True)
QUESTION_WRITERS = Who(question_writers=True)
FIGURE_READERS = Who(figure_readers=True)
CASE_READERS = Who(case_readers=True)


def roles(*codes: str, system: bool = False, visitor: bool = False) -> Who:
    """The holders of any of these roles (and the system's own parts, where `system`; and visitors, where `visitor`)."""
    return Who(roles=frozenset(codes), system=system, visitor=visitor)


def scopes(*codes: str) -> Who:
    """The systems of agencies whose token has any of these scopes."""
    return Who(scopes=frozenset(codes))


@dataclass(frozen=True)
class Nav:
    """A place in the main navigation for those who may open the page."""

    text: str
    order: int
    also: tuple[str, ...] = ()
    """How the addresses of pages begin that belong to it besides those below its own."""
    whose: Who | None = None
    """In whose navigation it stands, where more may open the page than look for it there."""


@dataclass(frozen=True)
class Route:
    """One row for a page. `personal`: it shows data about identifiable children, so opening it writes the access log."""

    name: str
    who: Who
    personal: bool = False
    nav: Nav | None = None
    record: str = ""
    """The kind of record in the address, where there is one: another's record answers 404."""
    by_itself: bool = False
    """A page asks for it again and again without anybody there: it does not keep a session alive."""
    own_account: bool = False
    """Part of signing in and of one's own account: open before the second factor is set up."""


@dataclass(frozen=True)
class ServiceRow:
    """One row for a service: `app.function`."""

    name: str
    who: Who


@dataclass(frozen=True)
class HoldingNow:
    """A role that a person holds today, with sight of cases only if agency and person are in order."""

    id: int
    role: str
    agency_id: int
    agency_code: str
    team_id: int | None
    group_id: int | None
    seat: str
    shows_cases: bool
    agreed: bool
    confirmed: bool

    @property
    def trusted(self) -> bool:
        """The agency's agreement is in force and its lead has confirmed the person: grants may count."""
        return self.agreed and self.confirmed

    @property
    def in_order(self) -> bool:
        """Whether the role counts today."""
        if not self.shows_cases:
            return True
        spec = declared_roles().get(self.role)
        return self.confirmed and (self.agreed or (spec is not None and spec.without_agreement))


@cache
def declared_roles() -> dict[str, RoleSpec]:
    """All roles, by code."""
    found: dict[str, RoleSpec] = {}
    for app, module in registry.modules("access"):
        for spec in getattr(module, "ROLES", ()):
            if spec.code in found:
                raise ValueError(f"The role {spec.code} is declared twice.")
            found[spec.code] = replace(spec, app=app)
    return found


@cache
def route_table() -> dict[str, Route]:
    """All routes, by the URL's name (with its namespace)."""
    found: dict[str, Route] = {}
    for _app, module in registry.modules("access"):
        for row in getattr(module, "ROUTES", ()):
            if row.name in found:
                raise ValueError(f"The route {row.name} is declared twice.")
            found[row.name] = row
    return found


@cache
def service_table() -> dict[str, ServiceRow]:
    """All services, by name."""
    found: dict[str, ServiceRow] = {}
    for _app, module in registry.modules("access"):
        for row in getattr(module, "SERVICES", ()):
            if row.name in found:
                raise ValueError(f"The service {row.name} is declared twice.")
            found[row.name] = row
    return found


def holdings_now(person: "Person") -> tuple[HoldingNow, ...]:
    """The roles that the person holds today, in the order in which they began; read once a day for each loaded person.

    A role in an agency or team that has closed counts no longer. One that shows cases counts only while the agency's lead has
    confirmed it and the agency's agreement is in force.
    """
    today = clock.today()
    if person.holdings_read is None or person.holdings_read[0] != today:
        person.holdings_read = (today, _read_holdings(person, today))
    return person.holdings_read[1]


def open_on(day: date, of: str = "") -> Q:
    """Agencies or teams (or what has one under the name `of`, if any) that are open on this day; on the day of closing they are
    closed."""
    field = f"{of}__closed_on" if of else "closed_on"
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": day})


def open_agencies(day: date) -> "QuerySet[Agency]":
    """The agencies that are open on this day."""
    from accounts.models import Agency

    return Agency.objects.filter(open_on(day))


def open_teams(day: date) -> "QuerySet[Team]":
    """The teams that are open on this day, of agencies that are."""
    from accounts.models import Team

    return Team.objects.filter(open_on(day), open_on(day, "agency"))


def current_holdings(today: date) -> "QuerySet[RoleHolding]":
    """The roles that people with an account hold on this day, in agencies and teams that are open."""
    from accounts.models import RoleHolding

    return (
        RoleHolding.objects.filter(person__is_active=True, ended_at__isnull=True, starts_on__lte=today)
        .filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))
        .filter(open_on(today, "agency"), open_on(today, "team"))
    )


def _holdings_of(person: int, today: date) -> "QuerySet[RoleHolding, tuple[Any, ...]]":
    from accounts.models import InformationSharingAgreement

    agreement = InformationSharingAgreement.objects.filter(
        agency=OuterRef("agency"), signed_on__lte=today, valid_until__gte=today
    )
    return (
        current_holdings(today)
        .filter(person=person)
        .annotate(agreed=Exists(agreement))
        .order_by("starts_on", "id")
        .values_list(
            "id",
            "role_id",
            "agency_id",
            "agency__code",
            "team_id",
            "team__group_id",
            "seat",
            "role__shows_cases",
            "confirmed_until",
            "agreed",
        )
    )


_HOLDINGS = AskedOften(_holdings_of)
"""Every page asks for them."""


def _read_holdings(person: "Person", today: date) -> tuple[HoldingNow, ...]:
    return tuple(
        HoldingNow(pk, role, agency, code, team, group, seat, shows, agreed, confirmed >= today)
        for pk, role, agency, code, team, group, seat, shows, confirmed, agreed in _HOLDINGS.rows(person=person.pk, today=today)
    )


def needs_second_factor(person: "Person") -> bool:
    """Whether a role of the person shows cases or lets others in, in order or not."""
    declared = declared_roles()
    return any(
        holding.shows_cases or (holding.role in declared and declared[holding.role].second_factor)
        for holding in holdings_now(person)
    )


def role_codes(person: "Person") -> frozenset[str]:
    """The codes of the roles that count today."""
    return frozenset(holding.role for holding in holdings_now(person) if holding.in_order)


def agency_ids(person: "Person", *role_codes_wanted: str) -> frozenset[int]:
    """The agencies in which the person holds one of these roles today (any role, when none is named)."""
    return frozenset(
        holding.agency_id
        for holding in holdings_now(person)
        if holding.in_order and (not role_codes_wanted or holding.role in role_codes_wanted)
    )


def team_ids(person: "Person") -> frozenset[int]:
    """The teams to which the person belongs today."""
    return frozenset(holding.team_id for holding in holdings_now(person) if holding.in_order and holding.team_id is not None)


def acting_for(by: Actor, agency: str) -> str:
    """For which agency somebody acts on a record of this agency (its code): for this one if they hold a role there today,
    otherwise for the one that they always act for."""
    from accounts.models import Person, Visitor

    if isinstance(by, Visitor):  # who has nothing but what they write for an agency with their domain
        return agency
    theirs = {holding.agency_code for holding in holdings_now(by)} if isinstance(by, Person) else set()
    return agency if agency in theirs else by.actor_agency


def sighted_team_ids(person: "Person") -> frozenset[int]:
    """The teams whose case work the person sees: there they hold a role that shows cases, confirmed and under agreement."""
    return frozenset(
        holding.team_id
        for holding in holdings_now(person)
        if holding.trusted and holding.shows_cases and holding.team_id is not None
    )


def group_ids(person: "Person") -> frozenset[int]:
    """The groups whose grants the person shares: those of the teams in which they hold a role that shows cases."""
    return frozenset(
        holding.group_id
        for holding in holdings_now(person)
        if holding.trusted and holding.shows_cases and holding.group_id is not None
    )


def sighted_holding_ids(person: "Person") -> frozenset[int]:
    """The holdings for which a grant to the person alone may count today: agency under agreement, person confirmed."""
    return frozenset(holding.id for holding in holdings_now(person) if holding.trusted)


def authorise_service(name: str, by: Actor) -> None:
    """Refuse unless the table lets this actor call this service."""
    from accounts.models import AgencyClient, Person, SealedLink, Visitor

    row = service_table().get(name)
    if row is None:
        raise NotAllowed("This cannot be done: it has no row in the access table.")
    if isinstance(by, SystemActor):
        if row.who.system or row.who.public:
            return
    elif isinstance(by, Person):
        if row.who.admits(by):
            return
    elif isinstance(by, SealedLink):
        if row.who.sealed:
            return
    elif (isinstance(by, Visitor) and row.who.visitor) or (isinstance(by, AgencyClient) and row.who.admits_client(by)):
        return
    raise NotAllowed("Your role does not allow this.")
