"""Giving and ending sight of single records. Apps call these from their own services, for their own pair of grant tables."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, Q, QuerySet
from django.db.models.functions import Least
from django.urls import reverse

from accounts.access import GOVERNANCE_LEAD
from accounts.access_table import HoldingNow, current_holdings, holdings_now
from accounts.models import Person, PersonGrant, RoleHolding, Team, TeamGrant
from accounts.models.grants import person_grant_tables
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import NotAllowed, Refused
from foundation.mail import queue_mail
from foundation.service import service


def permission_for(record: Model, codename: str) -> Permission:
    """The permission of this codename on this kind of record; it is declared in the `Meta.permissions` of the record's model."""
    kind = ContentType.objects.get_for_model(type(record))
    return Permission.objects.get(content_type=kind, codename=codename)


@service
def give_team_grants(
    *,
    by: Actor,
    records: Sequence[Model],
    teams: Iterable[Team],
    codename: str,
    reason: str,
    grants: type[TeamGrant],
    ends_at: datetime | None = None,
) -> None:
    """Let each of the teams see each of the records (all of one kind). What a team may see for as long stays as it is."""
    if not records:
        return
    moment = clock.now()
    permission = permission_for(records[0], codename)
    groups = [team.group_id for team in teams]
    _make_room(grants, Q(permission=permission, content_object__in=records, group_id__in=groups), ends_at)
    grants._default_manager.bulk_create(
        [
            grants(
                group_id=group,
                permission=permission,
                content_object=record,  # type: ignore[misc]  # concrete tables have it
                reason=reason,
                starts_at=moment,
                ends_at=ends_at,
                given_at=moment,
                given_by=by.actor_reference,
            )
            for record in records
            for group in groups
        ],
        ignore_conflicts=True,
    )


@service
def give_team_grant(
    *,
    by: Actor,
    record: Model,
    team: Team,
    codename: str,
    reason: str,
    grants: type[TeamGrant],
    ends_at: datetime | None = None,
) -> None:
    """Let a team see a record, from now until it is ended (or until `ends_at`)."""
    give_team_grants(by=by, records=[record], teams=[team], codename=codename, reason=reason, grants=grants, ends_at=ends_at)


@service
def give_person_grant(
    *,
    by: Actor,
    record: Model,
    person: Person,
    codename: str,
    reason: str,
    grants: type[PersonGrant],
    ends_at: datetime | None = None,
    break_glass: bool = False,
) -> PersonGrant:
    """Let one person see a record, for the role that they hold today; it ends with that role. Refuses who may hold no sight."""
    holding = _sighted_holding(person)
    permission = permission_for(record, codename)
    which = Q(permission=permission, content_object=record, user=person)
    _make_room(grants, which, ends_at)
    _end(grants._default_manager.filter(which).exclude(holding__in=_trusted_holdings(person)), by)
    standing = grants._default_manager.filter(which, ended_at__isnull=True).first()
    if isinstance(standing, PersonGrant):
        return standing
    moment = clock.now()
    grant: PersonGrant = grants._default_manager.create(
        user=person,
        holding_id=holding.id,
        permission=permission,
        content_object=record,
        reason=reason,
        starts_at=moment,
        ends_at=ends_at,
        given_at=moment,
        given_by=by.actor_reference,
        break_glass=break_glass,
    )
    return grant


@service
def carry_person_grants(*, by: Actor, of: Model, to: Sequence[Model], codename: str, grants: type[PersonGrant]) -> None:
    """Let whoever was named on one record see others that belong with it (all of one kind), for the same role and as long.

    Sight in an emergency is of one record, and is not carried on.
    """
    moment = clock.now()
    permission = permission_for(of, codename)
    standing = grants._default_manager.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=moment),
        permission=permission,
        content_object=of,
        ended_at__isnull=True,
        break_glass=False,
    )
    grants._default_manager.bulk_create(
        [
            grants(
                user_id=grant.user_id,
                holding_id=grant.holding_id,
                permission=permission,
                content_object=record,  # type: ignore[misc]  # concrete tables have it
                reason=grant.reason,
                starts_at=moment,
                ends_at=grant.ends_at,
                given_at=moment,
                given_by=by.actor_reference,
            )
            for record in to
            for grant in standing
        ],
        ignore_conflicts=True,
    )


@service
def end_grants(*, by: Actor, grants: QuerySet[TeamGrant] | QuerySet[PersonGrant]) -> int:
    """End the grants of this query at once; those that have ended stay as they are. Says how many ended."""
    return _end(grants, by)


@service
def break_glass(
    *, by: Actor, record: Model, reference: str, codename: str, reason: str, grants: type[PersonGrant]
) -> PersonGrant:
    """Open a restricted record to whoever asks, for some hours (BREAK_GLASS_HOURS), with a written reason.

    Only roles that allow it. The information governance leads are told in the same transaction. `reference` is the record's.
    """
    if not isinstance(by, Person):
        raise NotAllowed("Only a person opens a restricted record.")
    if len(reason.strip()) < MINIMUM_REASON:
        raise Refused("Enter why you must open this record now, in at least a sentence.", field="reason")
    if not getattr(record, "restricted", False):
        raise Refused("This record is not restricted, so there is nothing to open in an emergency.")
    until = clock.now() + timedelta(hours=settings.BREAK_GLASS_HOURS)
    grant = give_person_grant(
        by=by, record=record, person=by, codename=codename, reason=reason[:200], grants=grants, ends_at=until, break_glass=True
    )
    subject = events.Subject(record._meta.model_name or "", reference)
    event = events.record(verb="accounts.glass_broken", by=by, subject=subject, reason=reason)
    tell_governance_leads(event_id=event.pk, reference=reference)
    return grant


MINIMUM_REASON = 15


def tell_governance_leads(*, event_id: int, reference: str) -> None:
    """Tell the information governance leads that a restricted record was opened by somebody for themselves. Part of services."""
    held = current_holdings(clock.today()).filter(role_id=GOVERNANCE_LEAD)
    leads = held.values_list("person__reference", "person__email").distinct()
    for person, email in leads:
        queue_mail(
            to=email,
            template="accounts/restricted_record_opened",
            context={"path": reverse("access_log_of_record", args=[reference]), "reference": reference},
            key=f"glass-broken:{event_id}:{person}",
        )


def end_grants_of_holding(*, holding: RoleHolding, by: Actor) -> int:
    """End whatever a person was let see for this role; part of the services that end a role. Says how many ended."""
    return sum(_end(table._default_manager.filter(holding=holding), by) for table in person_grant_tables())


def _sighted_holding(person: Person) -> HoldingNow:
    held = [holding for holding in holdings_now(person) if holding.trusted]
    held.sort(key=lambda holding: not holding.shows_cases)
    if not held:
        raise Refused(
            "This person cannot be given sight of a record: no role of theirs is confirmed in an agency with an agreement."
        )
    return held[0]


def _end(grants: QuerySet[TeamGrant] | QuerySet[PersonGrant], by: Actor) -> int:
    moment = clock.now()
    return grants.filter(ended_at__isnull=True).update(
        ends_at=Least(F("ends_at"), moment), ended_at=moment, ended_by=by.actor_reference
    )


def _make_room(grants: type[TeamGrant] | type[PersonGrant], which: Q, ends_at: datetime | None) -> None:
    """A grant that ends before the new one would, gives way to it."""
    sooner = Q(ends_at__isnull=False) if ends_at is None else Q(ends_at__lt=ends_at)
    over = Least(F("ends_at"), clock.now())
    grants._default_manager.filter(which, sooner, ended_at__isnull=True).update(ends_at=over, ended_at=over, ended_by="renewal")


def _trusted_holdings(person: Person) -> list[int]:
    return [holding.id for holding in holdings_now(person) if holding.trusted]
