"""Joiners, movers, leavers: the roles of people in agencies, and the half-yearly confirmation of them."""

import uuid
from datetime import date, timedelta

from accounts.access import AGENCY_LEAD, SYSTEM_ADMINISTRATOR
from accounts.access_table import agency_ids, declared_roles, holdings_now, role_codes
from accounts.models import Agency, Person, RoleHolding, Team
from accounts.rules import confirmed_until
from accounts.services.grants import end_grants_of_holding
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.service import service


@service
def give_role(*, by: Actor, person: Person, agency: Agency, role: str, team: Team | None = None, seat: str = "") -> RoleHolding:
    """Give a person a role in an agency from today. An agency's lead gives roles in their own agency, to people they may see."""
    check_may_manage(by, agency)
    check_may_manage_person(by, person)
    if isinstance(by, Person) and by.pk == person.pk:
        raise Refused("You cannot give yourself a role. Ask another lead of your agency or the system administrator.")
    check_role(by, agency, role, team)
    if seat and (role != "executive" or not _is_administrator(by)):
        raise Refused(
            "A seat of a statutory partner belongs to an executive and is given by the system administrator.", field="seat"
        )
    Person.objects.select_for_update().get(pk=person.pk)  # pressed twice at once, the second sees what the first gave
    held = RoleHolding.objects.filter(person=person, role=role, agency=agency, team=team, ended_at__isnull=True)
    if held.filter(ends_on__isnull=True).exists():
        raise Refused("This person holds this role already", field="role")
    return hold(person=person, role=role, agency=agency, team=team, until=confirmed_until(clock.today()), by=by, seat=seat)


@service
def end_role(*, by: Actor, holding_id: int, reason: str = "") -> None:
    """End a role at once. Whatever the person was let see for it alone ends in the same moment; their open pages lose it too."""
    holding = _locked_holding(by, holding_id)
    if holding.ended_at is not None:
        raise Refused("This role has ended already.")
    if isinstance(by, Person) and by.pk == holding.person_id and holding.role_id in (AGENCY_LEAD, SYSTEM_ADMINISTRATOR):
        raise Refused("You cannot end your own role. Ask another lead of your agency or the system administrator.")
    holding.ended_at, holding.ended_by = clock.now(), by.actor_reference
    holding.ends_on = min(holding.ends_on or clock.today(), clock.today())
    holding.save(update_fields=["ended_at", "ended_by", "ends_on"])
    ended = end_grants_of_holding(holding=holding, by=by)
    _record("accounts.role_ended", by, holding, reason=reason, grants_ended=ended)


@service
def end_role_on(*, by: Actor, holding_id: int, last_day: date) -> None:
    """Say on which day a role will end; on that day and before it counts, afterwards it does not."""
    holding = _locked_holding(by, holding_id)
    if holding.ended_at is not None:
        raise Refused("This role has ended already.")
    if last_day < clock.today():
        raise Refused("The last day must be today or in the future", field="last_day")
    holding.ends_on = last_day
    holding.save(update_fields=["ends_on"])
    _record("accounts.role_will_end", by, holding, ends_on=last_day.isoformat())


@service
def confirm_holding(*, by: Actor, holding_id: int) -> None:
    """Confirm for another half year that the person works in this role. Nobody confirms a role of their own."""
    holding = _locked_holding(by, holding_id)
    if isinstance(by, Person) and by.pk == holding.person_id:
        raise Refused("You cannot confirm your own role. Ask another lead of your agency or the system administrator.")
    if holding.ended_at is not None:
        raise Refused("This role has ended, so it cannot be confirmed.")
    holding.confirmed_until = max(holding.confirmed_until, confirmed_until(clock.today()))
    holding.save(update_fields=["confirmed_until"])
    _record("accounts.holding_confirmed", by, holding, confirmed_until=holding.confirmed_until.isoformat())


@service
def leave_unconfirmed(*, by: Actor, holding_id: int) -> None:
    """Say that the person is not to be confirmed: they lose sight at once, and the role can still be confirmed later."""
    holding = _locked_holding(by, holding_id)
    holding.confirmed_until = min(holding.confirmed_until, clock.today() - timedelta(days=1))
    holding.save(update_fields=["confirmed_until"])
    _record("accounts.holding_left_unconfirmed", by, holding)


@service
def reset_second_factor(*, by: Actor, person: Person) -> None:
    """Remove a person's lost second factor; they set up a new one when they next sign in with their password."""
    from allauth.mfa.models import Authenticator

    if isinstance(by, Person) and by.pk == person.pk:
        raise Refused("You cannot reset your own second factor. Use a recovery code, or ask another lead.")
    check_may_manage_person(by, person)
    _check_is_no_one_elses(by, person)
    locked = Person.objects.select_for_update().get(pk=person.pk)
    Authenticator.objects.filter(user=locked).delete()
    locked.session_salt = uuid.uuid4()
    locked.save(update_fields=["session_salt"])
    events.record(verb="accounts.second_factor_reset", by=by, subject=events.Subject("person", person.reference))


@service
def sign_out_everywhere(*, by: Actor) -> None:
    """End every session of whoever asks, on every device, this one too."""
    if not isinstance(by, Person):
        raise Refused("Only a person is signed in.")
    locked = Person.objects.select_for_update().get(pk=by.pk)
    locked.session_salt = uuid.uuid4()
    locked.save(update_fields=["session_salt"])
    events.record(verb="accounts.signed_out_everywhere", by=by, subject=events.Subject("person", by.reference))


def hold(*, person: Person, role: str, agency: Agency, team: Team | None, until: date, by: Actor, seat: str = "") -> RoleHolding:
    """Write a holding that begins today; part of the services above."""
    holding = RoleHolding.objects.create(
        person=person,
        role_id=role,
        agency=agency,
        team=team,
        seat=seat,
        starts_on=clock.today(),
        confirmed_until=until,
        given_at=clock.now(),
        given_by=by.actor_reference,
    )
    _record("accounts.role_given", by, holding)
    return holding


def check_may_manage(by: Actor, agency: Agency) -> None:
    """NotVisible unless the actor looks after the people of this agency: the system, its lead, the system administrator."""
    if not isinstance(by, Person) or _is_administrator(by):
        return
    if agency.pk not in agency_ids(by, AGENCY_LEAD):
        raise NotVisible


def check_may_manage_person(by: Actor, person: Person) -> None:
    """NotVisible unless the person holds, or held, a role in an agency whose people the actor looks after."""
    if not isinstance(by, Person) or _is_administrator(by):
        return
    if not RoleHolding.objects.filter(person=person, agency__in=agency_ids(by, AGENCY_LEAD)).exists():
        raise NotVisible


def _check_is_no_one_elses(by: Actor, person: Person) -> None:
    """An agency's lead resets the second factor of somebody who works there today, and nowhere else."""
    if not isinstance(by, Person) or _is_administrator(by):
        return
    led = agency_ids(by, AGENCY_LEAD)
    held = {holding.agency_id for holding in holdings_now(person)}
    if not held & led:
        raise NotVisible
    if held - led:
        raise Refused("This person holds roles in another agency too. Ask the system administrator.")


def check_role(by: Actor, agency: Agency, role: str, team: Team | None) -> None:
    """Refuse a role that the actor may not give, or that does not fit the agency or team."""
    spec = declared_roles().get(role)
    if spec is None or (isinstance(by, Person) and not spec.lead_gives and not _is_administrator(by)):
        raise Refused("Select a role that you may give", field="role")
    if team is not None and team.agency_id != agency.pk:
        raise Refused("Select a team of this agency", field="team")
    if spec.needs_team and team is None:
        raise Refused(f"Select a team. The role {spec.title} is held in a team", field="team")
    if spec.team_receives and team is not None and spec.team_receives not in team.receives:
        raise Refused(f"Select another team. The role {spec.title} is held in a team that does this work", field="team")
    if agency.closed_on is not None and agency.closed_on <= clock.today():
        raise Refused("This agency has closed, so nobody can be given a role in it.")


def _is_administrator(by: Actor) -> bool:
    return isinstance(by, Person) and SYSTEM_ADMINISTRATOR in role_codes(by)


def _locked_holding(by: Actor, holding_id: int) -> RoleHolding:
    holding = RoleHolding.objects.select_for_update(of=("self",)).select_related("agency", "person").filter(pk=holding_id).first()
    if holding is None:
        raise NotVisible
    check_may_manage(by, holding.agency)
    return holding


def _record(verb: str, by: Actor, holding: RoleHolding, *, reason: str = "", **data: str | int | bool | None) -> None:
    events.record(
        verb=verb,
        by=by,
        subject=events.Subject("person", holding.person.reference),
        reason=reason,
        data={"role": holding.role_id, "agency": holding.agency.code, **data},
    )
