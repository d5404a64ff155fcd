"""Systems of agencies that speak to the portal by themselves: connected, used, ended."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from accounts.models import Agency, AgencyClient
from accounts.services.people import check_may_manage
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.service import service

PREFIX = "portal_"
"""Begins every token, so that scanners of source code recognise one that was put there by mistake."""
LONGEST_LIFE = timedelta(days=366)
MOST_PER_MINUTE = 600
NOTED_EVERY = timedelta(minutes=1)


def hash_of_token(token: str) -> str:
    """What the table keeps of a token: it is random and long, so that nobody finds it by trying."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


@service
def connect_client(
    *, by: Actor, agency: Agency, name: str, scopes: Sequence[str], ends_on: date, per_minute: int = 60
) -> tuple[AgencyClient, str]:
    """Let a system of an agency in, and give its token, which is shown this once. The agency's lead or the administrator.

    Refuses no scope, an end in the past or more than a year ahead, and a name that another open system of the agency has.
    """
    check_may_manage(by, agency)
    if not scopes or not set(scopes) <= set(AgencyClient.Scope.values):
        raise Refused("Select what the system may do", field="scopes")
    if not clock.today() <= ends_on <= clock.today() + LONGEST_LIFE:
        raise Refused("The last day must be today or within a year", field="ends_on")
    if not 1 <= per_minute <= MOST_PER_MINUTE:
        raise Refused(f"Requests a minute must be between 1 and {MOST_PER_MINUTE}", field="per_minute")
    token = PREFIX + secrets.token_urlsafe(32)
    try:
        with transaction.atomic():
            client = AgencyClient.objects.create(
                agency=agency,
                name=name.strip(),
                scopes=sorted(set(scopes)),
                token_hash=hash_of_token(token),
                per_minute=per_minute,
                ends_on=ends_on,
                made_at=clock.now(),
                made_by=by.actor_reference,
            )
    except IntegrityError as error:
        raise Refused("A system of this name is connected already", field="name") from error
    _record("accounts.client_connected", by, client)
    return client, token


@service
def end_client(*, by: Actor, reference: str) -> None:
    """End a system's token at once. The agency's lead or the administrator; refused when it has ended."""
    client = AgencyClient.objects.select_for_update(of=("self",)).select_related("agency").filter(reference=reference).first()
    if client is None:
        raise NotVisible
    check_may_manage(by, client.agency)
    if client.ended_at is not None:
        raise Refused("This system has been disconnected already.")
    client.ended_at, client.ended_by = clock.now(), by.actor_reference
    client.save(update_fields=["ended_at", "ended_by"])
    _record("accounts.client_ended", by, client)


@service
def note_client_used(*, by: AgencyClient) -> None:
    """Keep when a system last used its token, to the minute. The system itself."""
    moment = clock.now()
    if by.last_used_at is None or moment - by.last_used_at >= NOTED_EVERY:
        AgencyClient.objects.filter(pk=by.pk).update(last_used_at=moment)


def _record(verb: str, by: Actor, client: AgencyClient) -> None:
    data = {"agency": client.agency.code, "scopes": ",".join(client.scopes), "ends_on": client.ends_on.isoformat()}
    events.record(verb=verb, by=by, subject=events.Subject("client", client.reference), data=data)
