"""Agencies and their teams: the system administrator's work."""

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from accounts.models import Agency, Team
from accounts.rules import PERSONAL_DOMAINS
from foundation import events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service


@service
def add_agency(*, by: Actor, code: str, name: str, kind: str, domains: Sequence[str], parent: Agency | None = None) -> Agency:
    """Add an agency. Its code is chosen once and never changes."""
    _check_domains(domains)
    try:
        with transaction.atomic():
            agency = Agency.objects.create(code=code, name=name.strip(), kind=kind, domains=list(domains), parent=parent)
    except IntegrityError as error:
        raise Refused("There is an agency with this code already", field="code") from error
    _record("accounts.agency_added", by, agency)
    return agency


@service
def change_agency(*, by: Actor, code: str, name: str, kind: str, domains: Sequence[str], closed_on: date | None) -> None:
    """Change an agency's name, kind, email domains or last day. Nobody can be given a role in a closed agency."""
    _check_domains(domains)
    agency = Agency.objects.select_for_update().get(code=code)
    agency.name, agency.kind, agency.domains, agency.closed_on = name.strip(), kind, list(domains), closed_on
    agency.save(update_fields=["name", "kind", "domains", "closed_on"])
    _record("accounts.agency_changed", by, agency)


@service
def add_team(*, by: Actor, agency: Agency, code: str, name: str, receives: Sequence[str] = (), telephone: str = "") -> Team:
    """Add a team of an agency, with the group that carries its grants."""
    try:
        with transaction.atomic():
            group = Group.objects.create(name=f"team:{code}")
            team = Team.objects.create(
                code=code, name=name.strip(), agency=agency, group=group, receives=list(receives), telephone=telephone.strip()
            )
    except IntegrityError as error:
        raise Refused("There is a team with this code already", field="code") from error
    _record("accounts.team_added", by, agency, team=code)
    return team


@service
def change_team(*, by: Actor, code: str, name: str, receives: Sequence[str], closed_on: date | None, telephone: str = "") -> None:
    """Change a team's name, what comes to its inbox, where to ring it, or its last day."""
    team = Team.objects.select_for_update(of=("self",)).select_related("agency").get(code=code)
    team.name, team.receives, team.closed_on, team.telephone = name.strip(), list(receives), closed_on, telephone.strip()
    team.save(update_fields=["name", "receives", "closed_on", "telephone"])
    _record("accounts.team_changed", by, team.agency, team=code)


def _check_domains(domains: Sequence[str]) -> None:
    personal = sorted(set(domains) & PERSONAL_DOMAINS)
    if personal:
        raise Refused(f"Remove {personal[0]}. Anybody can have an address there", field="domains")
    wrong = [name for name in domains if "." not in name or "@" in name]
    if wrong:
        raise Refused(f"{wrong[0]} is not a domain. Enter domains like school.sch.uk", field="domains")


def _record(verb: str, by: Actor, agency: Agency, **data: str) -> None:
    events.record(verb=verb, by=by, subject=events.Subject("agency", agency.code), data=data)
