"""Inviting people: by email, to a work address of the agency's own domains, with a link that works once and for some days."""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q

from accounts.access_table import declared_roles
from accounts.models import Agency, Invitation, Person, Team
from accounts.rules import InvitationState, address_problem, confirmed_until, invitation_state
from accounts.secret_links import hash_of, secret_of
from accounts.services.people import check_may_manage, check_role, hold
from foundation import clock, events, outbox
from foundation.actors import Actor, SystemActor
from foundation.errors import NotVisible, Refused
from foundation.references import new_reference
from foundation.service import service

JOINING = SystemActor("invitation")
INVITED_ALREADY = "This person has been invited already and has not answered yet"
HAS_ACCOUNT = "There is an account with this email address already. Sign in instead."

UNUSABLE = {
    InvitationState.ACCEPTED: "This invitation has been used. Sign in with your email address and password.",
    InvitationState.WITHDRAWN: "This invitation was withdrawn. Ask whoever invited you for a new one.",
    InvitationState.EXPIRED: "This invitation has expired. Ask whoever invited you for a new one.",
}


@service
def invite(*, by: Actor, agency: Agency, email: str, name: str, role: str, team: Team | None = None) -> Invitation:
    """Invite somebody to an agency in a role. An agency's lead invites to their own agency; the system administrator to any.

    Refuses addresses outside the agency's domains, people who have an account, and a second open invitation.
    """
    check_may_manage(by, agency)
    check_role(by, agency, role, team)
    email = email.strip().lower()
    if problem := address_problem(email, agency.domains):
        raise Refused(problem, field="email")
    if Person.objects.filter(email__iexact=email).exists():
        raise Refused("This person has an account already. Give them the role on their own page", field="email")
    moment = clock.now()
    _withdraw_lapsed(email, agency, role, by)
    if Invitation.objects.filter(_open(), email__iexact=email, agency=agency, role=role).exists():
        raise Refused(INVITED_ALREADY, field="email")
    reference = new_reference("V")
    invitation = Invitation(
        reference=reference,
        email=email,
        name=name.strip(),
        agency=agency,
        role_id=role,
        team=team,
        token_hash=hash_of(secret_of(reference, moment.isoformat())),
        invited_at=moment,
        invited_by=by.actor_reference,
        expires_at=moment + timedelta(days=settings.INVITATION_DAYS),
    )
    try:
        with transaction.atomic():
            invitation.save(force_insert=True)
    except IntegrityError as error:  # somebody else invited them in the same moment
        raise Refused(INVITED_ALREADY, field="email") from error
    outbox.promise(kind="accounts.invitation", payload={"invitation": reference}, key=f"accounts.invitation:{reference}")
    _record("accounts.invited", by, invitation)
    return invitation


@service
def withdraw_invitation(*, by: Actor, reference: str) -> None:
    """Take an open invitation back: its link no longer works."""
    invitation = Invitation.objects.select_for_update().select_related("agency").filter(reference=reference).first()
    if invitation is None:
        raise NotVisible
    check_may_manage(by, invitation.agency)
    if invitation.accepted_at or invitation.withdrawn_at:
        raise Refused("This invitation is no longer open.")
    invitation.withdrawn_at, invitation.withdrawn_by = clock.now(), by.actor_reference
    invitation.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _record("accounts.invitation_withdrawn", by, invitation)


@service
def accept_invitation(*, by: Actor, secret: str, name: str, password: str) -> Person:
    """Make the invited person's account, with the role that they were invited to. Whoever holds the link may; it works once."""
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("agency", "team")
        .filter(token_hash=hash_of(secret))
        .first()
    )
    if invitation is None:
        raise NotVisible
    state = invitation_state(
        accepted_at=invitation.accepted_at,
        withdrawn_at=invitation.withdrawn_at,
        expires_at=invitation.expires_at,
        at=clock.now(),
    )
    if state is not InvitationState.OPEN:
        raise Refused(UNUSABLE[state])
    if Person.objects.filter(email__iexact=invitation.email).exists():
        raise Refused(HAS_ACCOUNT)
    moment = clock.now()
    person = Person(email=invitation.email, name=name.strip(), created_at=moment)
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:  # two invitations were accepted in the same moment
        raise Refused(HAS_ACCOUNT) from error
    hold(
        person=person,
        role=invitation.role_id,
        agency=invitation.agency,
        team=invitation.team,
        until=confirmed_until(clock.today()),
        by=by,
    )
    invitation.accepted_at, invitation.accepted_by = moment, person.reference
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    _record("accounts.invitation_accepted", person, invitation)
    return person


def _open() -> Q:
    return Q(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=clock.now())


def _withdraw_lapsed(email: str, agency: Agency, role: str, by: Actor) -> None:
    """An expired invitation makes room for a new one."""
    Invitation.objects.filter(
        email__iexact=email, agency=agency, role=role, accepted_at__isnull=True, withdrawn_at__isnull=True
    ).filter(expires_at__lte=clock.now()).update(withdrawn_at=clock.now(), withdrawn_by=by.actor_reference)


def _record(verb: str, by: Actor, invitation: Invitation) -> None:
    events.record(
        verb=verb,
        by=by,
        subject=events.Subject("invitation", invitation.reference),
        data={
            "agency": invitation.agency.code,
            "role": invitation.role_id,
            "shows_cases": declared_roles()[invitation.role_id].shows_cases,
        },
    )
