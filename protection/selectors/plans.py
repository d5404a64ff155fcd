"""Plans: which one a child is on, how many there were, and everything of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from accounts.models import Person
from children.models import Child
from children.selectors.records import same_children
from foundation import clock, events
from foundation.models.events import DomainEvent
from foundation.pages import Page, page_after
from protection.models import (
    ChairCheck,
    ChairEscalation,
    Conference,
    CoreGroupMeeting,
    CoreGroupMember,
    Direction,
    LegalMark,
    PlanAction,
    PlanCategory,
    PlanTask,
    ProtectionPlan,
    ReviewHeld,
    Transfer,
    Visit,
)
from protection.rules import kinds
from protection.rules.timeliness import Scale, drifts, scale
from protection.selectors.sight import one_of, visible_plans
from work.models import Clock, Handover

RUNS = Q(ended_on__isnull=True, withdrawn_at__isnull=True)


def open_plan_of(child: Child) -> ProtectionPlan | None:
    """The plan on which a child is, whichever of the records that were joined it is kept for. Asked by services."""
    return ProtectionPlan.objects.filter(RUNS, child__in=list(same_children([child.pk]))).first()


def previous_plans_of(child: Child, *, before: date | None = None) -> int:
    """How many plans a child had, ever, here and, as far as was told, in any other authority. Asked by services.

    What another authority told of earlier plans counts the one with which the child came.
    """
    same = list(same_children([child.pk]))
    own = ProtectionPlan.objects.filter(child__in=same, withdrawn_at__isnull=True)
    if before is not None:
        own = own.filter(started_on__lt=before)
    told = Transfer.objects.filter(child__in=same, direction=Direction.IN).order_by("-told_on", "-pk").first()
    elsewhere = told.previous_plans + 1 if told else 0
    first = own.order_by("started_on").first()
    if first is not None:
        elsewhere = max(elsewhere, first.previous_plans)
    return own.count() + elsewhere


def plan_for(person: Person, reference: str) -> ProtectionPlan:
    """One plan with its child, family and chair, for who may see it."""
    found: ProtectionPlan = one_of(person, kinds.PLAN, reference, "child", "family__team__agency", "family__worker", "chair")
    return found


def plans_of_teams(person: Person, *, ended: bool = False, after: str = "") -> Page[ProtectionPlan]:
    """A page of the plans that the person sees, the longest first."""
    rows = visible_plans(person).filter(withdrawn_at__isnull=True, ended_on__isnull=not ended)
    rows = rows.select_related("child", "family__worker", "family__team", "chair")
    return page_after(rows, "recorded_at", after)


@dataclass(frozen=True)
class Scaled:
    """The scores of one conference in one line."""

    conference: Conference
    scale: Scale | None


class PlanFile:
    """What belongs to a plan. Each part is read when it is first asked for, and once."""

    def __init__(self, plan: ProtectionPlan) -> None:
        self.plan = plan
        self._subject = events.Subject(kinds.PLAN, plan.reference)

    @cached_property
    def categories(self) -> tuple[PlanCategory, ...]:
        """The category from the start on, each with the day from which it holds."""
        return tuple(self.plan.categories.all())

    @cached_property
    def reviews(self) -> tuple[ReviewHeld, ...]:
        """The reviews that were held, oldest first."""
        return tuple(self.plan.reviews.all())

    @cached_property
    def siblings(self) -> tuple[ProtectionPlan, ...]:
        """The other plans of the family, that run first."""
        others = self.plan.family.plans.exclude(pk=self.plan.pk).filter(withdrawn_at__isnull=True)
        return tuple(others.select_related("child").order_by("ended_on", "pk"))

    @cached_property
    def earlier(self) -> tuple[ProtectionPlan, ...]:
        """Earlier plans of the same child here."""
        same = list(same_children([self.plan.child_id]))
        rows = ProtectionPlan.objects.filter(child__in=same, withdrawn_at__isnull=True, started_on__lt=self.plan.started_on)
        return tuple(rows.order_by("-started_on"))

    @cached_property
    def actions(self) -> tuple[PlanAction, ...]:
        """What is to happen under the plan, by date, each with the plans that share it."""
        rows = PlanAction.objects.filter(of_plans__plan=self.plan).select_related("agency")
        return tuple(rows.prefetch_related("of_plans__plan__child"))

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """The log of visits, newest first."""
        return tuple(self.plan.visits.all())

    @cached_property
    def members(self) -> tuple[CoreGroupMember, ...]:
        """Who belongs to the core group today."""
        return tuple(self.plan.family.members.filter(left_on__isnull=True).select_related("agency"))

    @cached_property
    def meetings(self) -> tuple[CoreGroupMeeting, ...]:
        """The meetings of the core group since the plan began, newest first."""
        rows = self.plan.family.core_group_meetings.filter(held_on__gte=self.plan.started_on)
        return tuple(rows.prefetch_related("attendances__member", "other_texts"))

    @cached_property
    def checks(self) -> tuple[ChairCheck, ...]:
        """The chair's looks, newest first."""
        return tuple(self.plan.chair_checks.all())

    @cached_property
    def tasks(self) -> tuple[PlanTask, ...]:
        """What is to be done since the plan has ended, or the child is born."""
        return tuple(self.plan.tasks.all())

    @cached_property
    def escalations(self) -> tuple[ChairEscalation, ...]:
        """What the chair has escalated, newest first."""
        return tuple(self.plan.escalations.all())

    @cached_property
    def legal_marks(self) -> tuple[LegalMark, ...]:
        """Legal steps, oldest first."""
        return tuple(self.plan.legal_marks.all())

    @cached_property
    def transfers(self) -> tuple[Transfer, ...]:
        """Moves of the child, newest first."""
        return tuple(Transfer.objects.filter(family=self.plan.family, child=self.plan.child).order_by("-told_on", "-pk"))

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, soonest due first."""
        running = Clock.objects.filter(subject_kind=kinds.PLAN, subject_reference=self.plan.reference, stopped_at__isnull=True)
        return tuple(running.order_by("due_at"))

    @cached_property
    def step_down(self) -> Handover | None:
        """The offer to the team that goes on after the plan, the newest that was not withdrawn."""
        offers = Handover.objects.filter(
            kind=kinds.STEP_DOWN, subject_kind=kinds.PLAN, subject_reference=self.plan.reference
        ).exclude(state=Handover.State.WITHDRAWN)
        return offers.select_related("to_team").order_by("-offered_at").first()

    @property
    def may_step_down(self) -> bool:
        """Whether no team has taken the child over or is still to answer."""
        return self.step_down is None or self.step_down.state == Handover.State.RETURNED

    @cached_property
    def scales(self) -> tuple[Scaled, ...]:
        """Median and spread of the scores of each conference of the child, in their order."""
        return scales_of(self.plan)

    @property
    def drifts(self) -> bool:
        """Whether the scale has not risen in two reviews, or an action is late."""
        today = clock.today()
        late = any(action.status == "open" and action.due_on < today for action in self.actions)
        return late or drifts([one.scale.median for one in self.scales if one.scale is not None])

    @cached_property
    def events(self) -> tuple[DomainEvent, ...]:
        """What happened, newest first."""
        return tuple(events.history(self._subject).order_by("-at", "-id"))


def scales_of(plan: ProtectionPlan) -> tuple[Scaled, ...]:
    """The scores of the conferences of a plan's child in its family, from the initial one on. Asked by who may see the plan."""
    held = Conference.objects.filter(family=plan.family, children__child=plan.child, held_on__gte=plan.started_on)
    rows: Sequence[Conference] = list(held.prefetch_related("scores").order_by("held_on", "pk"))
    return tuple(Scaled(one, scale([row.score for row in one.scores.all()])) for one in rows)


def plan_file(plan: ProtectionPlan) -> PlanFile:
    """Everything of a plan. Asked by pages and services that have decided who may see it."""
    return PlanFile(plan)
