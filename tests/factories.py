"""Smallest valid objects for tests. Every number is new, so that objects never collide."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import count

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import (
    Agency,
    AgencyClient,
    InformationSharingAgreement,
    Invitation,
    Person,
    Role,
    RoleHolding,
    Team,
    Visitor,
)
from accounts.secret_links import hash_of, secret_of
from foundation import clock
from foundation.references import new_reference

PASSWORD = "a long enough passphrase"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

_numbers = count(1)


def make_agency(
    kind: str = "council",
    code: str | None = None,
    *,
    domains: Sequence[str] = (),
    with_agreement: bool = True,
    name: str | None = None,
    parent: Agency | None = None,
) -> Agency:
    """An agency, with an information-sharing agreement in force unless told otherwise."""
    number = next(_numbers)
    agency = Agency.objects.create(
        code=code or f"agency-{number}",
        name=name or f"Agency {number}",
        kind=kind,
        domains=list(domains) or [f"agency{number}.example"],
        parent=parent,
    )
    if with_agreement:
        make_agreement(agency)
    return agency


def make_agreement(agency: Agency, *, days: int = 365) -> InformationSharingAgreement:
    """An agreement signed a year ago that holds for so many days from today (fewer than 0: it has run out)."""
    return InformationSharingAgreement.objects.create(
        agency=agency,
        signed_on=clock.today() - timedelta(days=365),
        valid_until=clock.today() + timedelta(days=days),
        signed_by_name="Sam Signatory",
        recorded_at=clock.now(),
        recorded_by="factory",
    )


def make_team(
    agency: Agency | None = None, receives: Sequence[str] = (), *, code: str | None = None, name: str | None = None
) -> Team:
    """A team with the group that carries its grants."""
    number = next(_numbers)
    code = code or f"team-{number}"
    return Team.objects.create(
        code=code,
        name=name or f"Team {number}",
        agency=agency or make_agency(),
        group=Group.objects.create(name=f"team:{code}"),
        receives=list(receives),
    )


def make_person(
    role: str | None = "mash_officer",
    agency: Agency | None = None,
    team: Team | None = None,
    email: str | None = None,
    *,
    name: str | None = None,
    password: str | None = None,
) -> Person:
    """A person who holds the role today, confirmed by their agency (`role=None`: who holds none). Signs in with PASSWORD."""
    number = next(_numbers)
    home = agency or (team.agency if team else make_agency())
    person = Person(
        email=email or f"person{number}@{home.domains[0]}",
        name=name or f"Person {number}",
        created_at=clock.now(),
    )
    person.set_password(password or PASSWORD)
    person.save()
    if role is not None:
        make_holding(person, role, home, team)
    return person


def make_holding(
    person: Person,
    role: str,
    agency: Agency,
    team: Team | None = None,
    *,
    seat: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    confirmed_until: date | None = None,
) -> RoleHolding:
    """A role that began a month ago and is confirmed for half a year."""
    today = clock.today()
    holding = RoleHolding.objects.create(
        person=person,
        role=Role.objects.get(code=role),
        agency=agency,
        team=team,
        seat=seat,
        starts_on=starts_on or today - timedelta(days=30),
        ends_on=ends_on,
        confirmed_until=confirmed_until or today + timedelta(days=182),
        given_at=_moment(today - timedelta(days=30)),
        given_by="factory",
    )
    person.holdings_read = None
    return holding


def give_second_factor(person: Person) -> Authenticator:
    """An authenticator app with the secret TOTP_SECRET."""
    factor = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    return factor or TOTP.activate(person, TOTP_SECRET).instance


def sign_in(client: Client, person: Person, *, second_factor: bool = True) -> Client:
    """Sign the person in as if they had given password and (unless told otherwise) second factor just now."""
    client.force_login(person)
    session = client.session
    records: list[dict[str, object]] = [{"method": "password", "at": _real_now(), "email": person.email}]
    if second_factor:
        factor = give_second_factor(person)
        records.append({"method": "mfa", "at": _real_now(), "id": factor.pk, "type": "totp"})
    session["account_authentication_methods"] = records
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    return client


def _real_now() -> float:
    import time

    return time.time()


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=clock.LONDON)


def make_invitation(agency: Agency, *, email: str | None = None, role: str = "practitioner", days: int = 7) -> Invitation:
    """An open invitation that runs for so many days (fewer than 0: it has expired)."""
    number = next(_numbers)
    invited_at = clock.now() - timedelta(days=8 if days < 0 else 0)
    reference = new_reference("V")
    return Invitation.objects.create(
        reference=reference,
        email=email or f"invited{number}@{agency.domains[0]}",
        name=f"Invited {number}",
        agency=agency,
        role_id=role,
        token_hash=hash_of(secret_of(reference, invited_at.isoformat())),
        invited_at=invited_at,
        invited_by="factory",
        expires_at=clock.now() + timedelta(days=days),
    )


def invitation_secret(invitation: Invitation) -> str:
    """The secret in the link of an invitation."""
    return secret_of(invitation.reference, invitation.invited_at.isoformat())


def make_visitor(agency: Agency | None = None, email: str | None = None) -> Visitor:
    """Somebody without an account who has proved an address of the agency's domain just now."""
    number = next(_numbers)
    home = agency or make_agency("school")
    moment = clock.now()
    return Visitor.objects.create(
        email=email or f"visitor{number}@{home.domains[0]}", agency=home, first_proved_at=moment, last_proved_at=moment
    )


def let_in(client: Client, visitor: Visitor) -> Client:
    """Give the client the session of a visitor whose code was right just now."""
    moment = clock.now().timestamp()
    session = client.session
    session["visit"] = {"visitor": visitor.reference, "began": moment, "seen": moment}
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


def make_client(agency: Agency, *scopes: str) -> AgencyClient:
    """A connected system of an agency, by default with every scope."""
    number = next(_numbers)
    return AgencyClient.objects.create(
        agency=agency,
        name=f"System {number}",
        scopes=list(scopes or AgencyClient.Scope.values),
        token_hash=f"{number:064d}",
        ends_on=clock.today() + timedelta(days=90),
        made_at=clock.now(),
        made_by="factory",
    )
