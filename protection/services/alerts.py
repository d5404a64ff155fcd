"""Plan alerts for health settings: which children are on a plan, from when until when, for the national alert service."""

from datetime import date, datetime

from django.conf import settings
from django.db.models import Q, QuerySet

from accounts.access_log import Action, log_look
from children.models import Child
from foundation import clock
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.exports import Column, Kind, Table, as_csv
from foundation.service import service
from protection.models import PlanAlert, ProtectionPlan
from protection.rules import kinds
from protection.services.families import record

OFF = "Plan alerts are off. Set PLAN_ALERTS to on once the partnership has agreed to tell the alert service."
BORN, UNBORN = "CPP", "UCPP"
"""What the alert service calls the plan of a child, and of one who is not born yet."""
COLUMNS = (
    Column("plan"),
    Column("type"),
    Column("nhs_number"),
    Column("family_name"),
    Column("given_name"),
    Column("birth_date", Kind.DATE),
    Column("expected_delivery_date", Kind.DATE),
    Column("sex"),
    Column("postcode"),
    Column("started_on", Kind.DATE),
    Column("ended_on", Kind.DATE),
)


@service
def extract_plan_alerts(*, by: Actor, since: date) -> bytes:
    """The plans that run today, and those that ended on or after a day, as CSV; neither category nor reason is told.

    Refused while the setting PLAN_ALERTS is off, and for a day to come. Restricted families are left out unless the setting
    PLAN_ALERTS_RESTRICTED says otherwise. Each extract is an export in the access log, with its
    children, and an event with how many plans were in it.
    """
    if not settings.PLAN_ALERTS:
        raise Refused(OFF)
    if since > clock.today():
        raise Refused("The day from which ended plans are told must not lie in the future.", field="since")
    rows = list(_told(since))
    content = as_csv(Table("Plan alerts", COLUMNS, [_row(plan, plan.child) for plan in rows]))
    told: dict[str, str | int | bool | None] = {
        "plans": len(rows),
        "since": since.isoformat(),
        "restricted": bool(settings.PLAN_ALERTS_RESTRICTED),
    }
    log_look(
        by=by,
        action=Action.EXPORT,
        route="export_plan_alerts",
        record_kind=kinds.PLAN,
        children=sorted({plan.child.reference for plan in rows}),
    )
    record("plan_alerts_exported", by, kinds.PLAN, "alerts", data=told)
    moment = clock.now()
    PlanAlert.objects.bulk_create(
        (
            PlanAlert(plan=plan, of_end=of_end, sent_at=moment, sent_by=by.actor_reference)
            for plan in rows
            for of_end in ((False, True) if plan.ended_on else (False,))
        ),
        ignore_conflicts=True,
    )
    return content


@service
def acknowledge_plan_alerts(*, by: Actor, sent_until: datetime) -> int:
    """Note that the alert service has said that it knows what was sent until a moment; says of how many starts and ends.

    Refused for a moment to come.
    """
    moment = clock.now()
    if sent_until > moment:
        raise Refused("What is acknowledged was sent before now.", field="sent_until")
    waiting = PlanAlert.objects.filter(acknowledged_at__isnull=True, sent_at__lte=sent_until)
    number = waiting.update(acknowledged_at=moment, acknowledged_by=by.actor_reference)
    record("plan_alerts_acknowledged", by, kinds.PLAN, "alerts", data={"alerts": number})
    return number


def _told(since: date) -> QuerySet[ProtectionPlan]:
    plans = ProtectionPlan.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=since), withdrawn_at__isnull=True)
    if not settings.PLAN_ALERTS_RESTRICTED:
        plans = plans.filter(family__restricted=False)
    return plans.select_related("child").order_by("started_on", "pk")


def _row(plan: ProtectionPlan, child: Child) -> tuple[str | date | None, ...]:
    return (
        *(plan.reference, UNBORN if child.birth_date is None else BORN, child.nhs_number, child.family_name, child.given_name),
        *(child.birth_date, child.expected_delivery_date, child.sex, child.postcode),
        *(plan.started_on, plan.ended_on),
    )
