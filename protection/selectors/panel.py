"""The scrutiny panel: which plans it looks at, and its lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Person
from foundation.errors import NotVisible
from foundation.pages import Page, page_after
from foundation.working_days import working_calendar
from protection.models import PanelCase, ProtectionPlan, ScrutinyPanel, Visit
from protection.rules.panel import listed_for, missed_in_a_row
from protection.selectors.sight import visible_panel_cases, visible_plans


def plans_to_list(on: date) -> Iterator[tuple[int, list[str]]]:
    """The plans open on a day that a rule lists, with the codes of the rules. Asked by the service that makes the list."""
    seen = Visit.objects.filter(plan=OuterRef("plan"), seen=True, visited_on__gte=OuterRef("visited_on"))
    missed = (
        Visit.objects.filter(~Exists(seen), plan=OuterRef("pk"), seen=False)
        .order_by()
        .values("plan")
        .annotate(number=Count("pk"))
        .values("number")
    )
    open_then = ProtectionPlan.objects.filter(started_on__lte=on, withdrawn_at__isnull=True).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    )
    working_days = working_calendar().working_days_between
    rows = open_then.select_related("child").annotate(changes=Count("categories") - 1, missed=Coalesce(Subquery(missed), 0))
    for plan in rows.order_by("started_on", "pk").iterator():
        expected = plan.child.expected_delivery_date if plan.child.unborn else None
        codes = listed_for(
            plan.started_on,
            on,
            previous_plans=plan.previous_plans,
            missed_visits=missed_in_a_row(plan.visit_due_on, on, plan.visit_every, plan.missed, working_days),
            changes=plan.changes,
            expected=expected,
            thresholds=settings.PANEL_THRESHOLDS,
        )
        if codes:
            yield plan.pk, codes


def has_list(day: date) -> bool:
    """Whether the list of the month of a day was made. Asked by the regular work that makes it."""
    return ScrutinyPanel.objects.filter(month=day.replace(day=1)).exists()


def panels(person: Person) -> QuerySet[ScrutinyPanel]:
    """The panels, newest first; they speak of no child by themselves."""
    return ScrutinyPanel.objects.order_by("-month")


def panel_for(person: Person, reference: str) -> ScrutinyPanel:
    """The panel of a month; it speaks of no child by itself."""
    panel = ScrutinyPanel.objects.filter(reference=reference).first()
    if panel is None:
        raise NotVisible
    return panel


@dataclass(frozen=True)
class PanelFilter:
    """What the list of a panel is narrowed to; every empty field narrows nothing."""

    stands: str = ""
    """"open" (the panel has to decide) or "decided"."""
    why: str = ""
    """The code of the rule by which a plan is listed."""


def cases_of(person: Person, panel: ScrutinyPanel, wanted: PanelFilter, after: str = "") -> Page[PanelCase]:
    """A page of the plans on a panel's list that the person may see, those that have run the longest first."""
    rows = _cases(person, panel).annotate(since=F("plan__started_on"))
    if wanted.stands:
        rows = rows.filter(discussed_at__isnull=wanted.stands == "open")
    if wanted.why:
        rows = rows.filter(listed_for__contains=[wanted.why])
    return page_after(rows, "since", after)


def opened_by(person: Person, rows: Sequence[PanelCase]) -> frozenset[int]:
    """The plans (by id) of these rows that the person may open: of a list they see rows whose plan they do not."""
    return frozenset(visible_plans(person).filter(pk__in=[row.plan_id for row in rows]).values_list("pk", flat=True))


def case_on(person: Person, panel: ScrutinyPanel, case: int) -> PanelCase:
    """One plan on a panel's list, for who may see it."""
    row = _cases(person, panel).filter(pk=case).first()
    if row is None:
        raise NotVisible
    return row


def _cases(person: Person, panel: ScrutinyPanel) -> QuerySet[PanelCase]:
    return visible_panel_cases(person).filter(panel=panel).select_related("plan__child", "plan__family__team", "plan__chair")
