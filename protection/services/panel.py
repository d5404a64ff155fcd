"""The scrutiny panel: its monthly list, and what it decides of each plan."""

from datetime import date

from accounts.models import Person
from foundation import clock
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from foundation.versions import check_version
from protection.models import PanelCase, PanelDecision, ScrutinyPanel
from protection.rules import kinds
from protection.rules.checking import check_past
from protection.selectors.panel import plans_to_list
from protection.selectors.sight import visible_panel_cases
from protection.services.families import record


@service
def list_for_panel(*, by: Actor, month: date) -> ScrutinyPanel:
    """Make the list of the panel of a month (any day of it); made again, what has come up since is added, nothing goes."""
    first = month.replace(day=1)
    panel, _new = ScrutinyPanel.objects.select_for_update().get_or_create(
        month=first, defaults={"listed_at": clock.now(), "listed_by": by.actor_reference}
    )
    known = set(panel.cases.values_list("plan", flat=True))
    rows = [
        PanelCase(panel=panel, plan_id=plan, listed_for=codes)
        for plan, codes in plans_to_list(max(first, min(clock.today(), month)))
        if plan not in known
    ]
    PanelCase.objects.bulk_create(rows)
    record("panel_listed", by, kinds.PANEL, panel.reference, data={"added": len(rows)})
    return panel


@service
def record_panel(*, by: Person, month: date, version: int, held_on: date, attended: str) -> ScrutinyPanel:
    """Record when the panel of a month met and who took part. Refused before its list was made.

    Conflict where somebody else wrote it since it was shown.
    """
    panel = ScrutinyPanel.objects.select_for_update().filter(month=month.replace(day=1)).first()
    if panel is None:
        raise Refused("Make the list of this month first.")
    check_version(
        panel, version, "Somebody else wrote when the panel met while you had it open. Look at it, then send yours again."
    )
    check_past(held_on, clock.today(), "held_on")
    panel.held_on, panel.attended = held_on, need(attended, "Enter who took part.", "attended")
    panel.version += 1
    panel.save(update_fields=["held_on", "attended", "version"])
    record("panel_held", by, kinds.PANEL, panel.reference)
    return panel


@service
def discuss_in_panel(
    *,
    by: Person,
    case_id: int,
    version: int,
    decision: str,
    discussion: str,
    presented_by: str,
    drift_reason: str = "",
    actions: str = "",
    next_on: date | None = None,
) -> PanelCase:
    """Record what the panel decided of a plan on its list. Whoever sees it there; until the panel of the next month is listed."""
    known = visible_panel_cases(by).filter(pk=case_id).values_list("pk", flat=True).first()
    if known is None:
        raise NotVisible
    case = PanelCase.objects.select_for_update(of=("self",)).select_related("panel", "plan").get(pk=known)
    check_version(case, version, "Somebody else wrote about this plan while you had it open. Look at it, then send yours again.")
    if ScrutinyPanel.objects.filter(month__gt=case.panel.month).exists():
        raise Refused("The list of a later month has been made, so this one is closed.")
    if decision not in PanelDecision.values:
        raise Refused("Select what the panel decided.", field="decision")
    case.decision, case.discussion = decision, need(discussion, "Enter what was discussed.", "discussion")
    case.presented_by_name = need(presented_by, "Enter who presented the plan.", "presented_by")
    case.drift_reason, case.actions, case.next_on = drift_reason, actions, next_on
    case.discussed_at, case.discussed_by = clock.now(), by.actor_reference
    case.version += 1
    case.save()
    record("panel_discussed", by, kinds.PLAN, case.plan.reference, data={"decision": decision})
    return case
