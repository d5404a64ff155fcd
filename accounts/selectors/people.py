"""Reading people, their roles and invitations, within what the asking person looks after."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Lower

from accounts.access import AGENCY_LEAD, SYSTEM_ADMINISTRATOR
from accounts.access_table import agency_ids, declared_roles, open_teams, role_codes
from accounts.models import Agency, AgencyClient, Invitation, Person, Role, RoleHolding, SealedLink, Team, Visitor
from accounts.rules import InvitationState, invitation_state
from foundation import clock
from foundation.errors import NotVisible

MOST_OFFERED = 200
LEAST_NAME = 3
MOST_WORDS = 2_000


@dataclass(frozen=True)
class HoldingRow:
    """One role of one person, as lists show it."""

    id: int
    person_reference: str
    person_name: str
    email: str
    role: str
    agency: str
    agency_code: str
    team: str
    seat: str
    starts_on: date
    ends_on: date | None
    confirmed_until: date
    ended: bool
    shows_cases: bool

    @property
    def confirmed(self) -> bool:
        """Whether the agency's lead has confirmed it for today."""
        return self.confirmed_until >= clock.today()


@dataclass(frozen=True)
class InvitationRow:
    """An invitation, as lists show it."""

    reference: str
    name: str
    email: str
    role: str
    agency: str
    agency_code: str
    invited_at: datetime
    expires_at: datetime
    state: InvitationState


def is_administrator(by: Person) -> bool:
    """Whether the person is system administrator today."""
    return SYSTEM_ADMINISTRATOR in role_codes(by)


def agencies_managed(by: Person) -> QuerySet[Agency]:
    """The agencies whose people the person looks after: their own as lead; all as system administrator."""
    if is_administrator(by):
        return Agency.objects.filter(merged_into__isnull=True)
    return Agency.objects.filter(pk__in=agency_ids(by, AGENCY_LEAD))


def agencies_to_choose_from(by: Person) -> list[Agency]:
    """Those agencies by name, as many as a page offers."""
    return list(agencies_managed(by).order_by("name")[:MOST_OFFERED])


def looks_after_several(by: Person) -> bool:
    """Whether the person looks after more than one agency."""
    return agencies_managed(by).count() > 1


def agency_managed(by: Person, code: str) -> Agency:
    """The agency of this code, if the person looks after it."""
    agency = agencies_managed(by).filter(code=code).first()
    if agency is None:
        raise NotVisible
    return agency


def person_managed(by: Person, reference: str) -> Person:
    """The person of this reference, if they hold or held a role in an agency that the asking person looks after."""
    people = Person.objects.filter(reference=reference)
    if not is_administrator(by):
        people = people.filter(Exists(RoleHolding.objects.filter(person=OuterRef("pk"), agency__in=agency_ids(by, AGENCY_LEAD))))
    person = people.first()
    if person is None:
        raise NotVisible
    return person


def people_of(by: Person, agency: Agency, *, after: tuple[str, int] | None = None, limit: int = 50) -> list[HoldingRow]:
    """The roles that people hold in an agency now or soon, by name. `after`: name and id of the last row of the page before."""
    agency_managed(by, agency.code)
    rows = _not_ended(RoleHolding.objects.filter(agency=agency)).annotate(sort_name=Lower("person__name"))
    if after is not None:
        rows = rows.filter(Q(sort_name__gt=after[0]) | Q(sort_name=after[0], id__gt=after[1]))
    return _rows(rows.order_by("sort_name", "id")[:limit])


def roles_of(by: Person, person: Person, *, ended: bool = False) -> list[HoldingRow]:
    """A person's roles in the agencies that the asking person looks after: those that count or will, or those that have ended."""
    rows = RoleHolding.objects.filter(person=person, agency__in=agencies_managed(by))
    current = _not_ended(rows)
    return _rows((rows.exclude(pk__in=current.values("pk")) if ended else current).order_by("-starts_on", "-id"))


def own_roles(person: Person) -> list[HoldingRow]:
    """The roles that a person holds themselves."""
    return _rows(_not_ended(RoleHolding.objects.filter(person=person)).order_by("starts_on", "id"))


def role_managed(by: Person, holding_id: int) -> HoldingRow:
    """One role of a person in an agency that the asking person looks after."""
    rows = _rows(RoleHolding.objects.filter(pk=holding_id, agency__in=agencies_managed(by)))
    if not rows:
        raise NotVisible
    return rows[0]


def invitations_of(by: Person, agency: Agency) -> list[InvitationRow]:
    """The invitations of an agency that were neither accepted nor withdrawn, newest first."""
    agency_managed(by, agency.code)
    rows = Invitation.objects.filter(agency=agency, accepted_at__isnull=True, withdrawn_at__isnull=True)
    return [_invitation_row(row) for row in rows.select_related("role", "agency").order_by("-invited_at")[:200]]


def invitation_managed(by: Person, reference: str) -> InvitationRow:
    """One invitation of an agency that the asking person looks after."""
    row = Invitation.objects.select_related("role", "agency").filter(reference=reference, agency__in=agencies_managed(by)).first()
    if row is None:
        raise NotVisible
    return _invitation_row(row)


def invitation_by_hash(token_hash: str) -> InvitationRow:
    """The invitation whose secret has this hash. Whoever holds the secret may ask."""
    row = Invitation.objects.select_related("role", "agency").filter(token_hash=token_hash).first()
    if row is None:
        raise NotVisible
    return _invitation_row(row)


def invitation_to_send(reference: str) -> Invitation | None:
    """The invitation of this reference while it is open; for the outbox."""
    return Invitation.objects.filter(
        reference=reference, accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=clock.now()
    ).first()


def person_to_write_to(reference: str) -> Person | None:
    """The active person of this reference; for the outbox."""
    return Person.objects.filter(reference=reference, is_active=True).first()


def roles_that_may_be_given(by: Person, *, with_teams: bool) -> list[Role]:
    """The roles that the person may give in an agency, by title; roles held in a team only where there are teams."""
    everything = is_administrator(by)
    codes = [
        spec.code for spec in declared_roles().values() if (everything or spec.lead_gives) and (with_teams or not spec.needs_team)
    ]
    return list(Role.objects.filter(code__in=codes).order_by("title"))


def teams_of(agency: Agency) -> list[Team]:
    """The open teams of an agency."""
    return list(open_teams(clock.today()).filter(agency=agency))


def _not_ended(rows: QuerySet[RoleHolding]) -> QuerySet[RoleHolding]:
    return rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=clock.today()), ended_at__isnull=True)


def _rows(rows: QuerySet[RoleHolding]) -> list[HoldingRow]:
    return [
        HoldingRow(
            id=row.pk,
            person_reference=row.person.reference,
            person_name=row.person.name,
            email=row.person.email,
            role=row.role.title,
            agency=row.agency.name,
            agency_code=row.agency.code,
            team=row.team.name if row.team else "",
            seat=row.get_seat_display(),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            confirmed_until=row.confirmed_until,
            ended=row.ended_at is not None,
            shows_cases=row.role.shows_cases,
        )
        for row in rows.select_related("person", "role", "agency", "team")
    ]


def _invitation_row(row: Invitation) -> InvitationRow:
    return InvitationRow(
        reference=row.reference,
        name=row.name,
        email=row.email,
        role=row.role.title,
        agency=row.agency.name,
        agency_code=row.agency.code,
        invited_at=row.invited_at,
        expires_at=row.expires_at,
        state=invitation_state(
            accepted_at=row.accepted_at, withdrawn_at=row.withdrawn_at, expires_at=row.expires_at, at=clock.now()
        ),
    )


def names_of(references: Collection[str]) -> dict[str, str]:
    """The names of the people, connected systems and holders of sealed links, and the addresses of the visitors, that acted, by
    their reference."""
    wanted = set(references)
    names = dict(Person.objects.filter(reference__in=wanted).values_list("reference", "name"))
    if others := wanted - set(names):
        names |= dict(AgencyClient.objects.filter(reference__in=others).values_list("reference", "name"))
        names |= dict(Visitor.objects.filter(reference__in=others).values_list("reference", "email"))
        names |= dict(SealedLink.objects.filter(reference__in=others).values_list("reference", "name"))
    return names


def names_known_in(text: str, words: Collection[str]) -> frozenset[str]:
    """The whole names of people with an account that stand in a text, in any case, and those of its words that are part of one.

    For whoever looks whether words name somebody before they are published: it tells nothing that the text does not.
    """
    whole = Person.objects.annotate(read=Value(text)).filter(read__icontains=F("name")).exclude(name="")
    found = set(whole.values_list("name", flat=True)[:MOST_OFFERED])
    wanted = [word for word in words if len(word) >= LEAST_NAME][:MOST_WORDS]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT part FROM accounts_person, unnest(string_to_array(name, ' ')) AS part WHERE part = ANY(%s)", [wanted]
        )
        return frozenset(found | {row[0] for row in cursor.fetchall()})
