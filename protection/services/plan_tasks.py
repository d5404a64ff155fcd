"""What is to be done once a plan has ended, or a child who was on a plan before birth is born: who is told, and by when."""

from collections.abc import Iterable

from accounts.models import Person
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from protection.models import PlanTask, ProtectionPlan
from protection.rules import kinds
from protection.selectors.sight import visible_plans, works_on
from protection.services.families import record, subject_of
from work.services.clocks import start_clock, stop_clock


def begin_tasks(*, by: Actor, plan: ProtectionPlan, wanted: Iterable[str], variant: str = "") -> None:
    """Begin tasks of a plan, all due by one clock of the team. Part of services."""
    moment = clock.now()
    running = start_clock(
        by=by,
        kind=kinds.TELL_CLOCK,
        subject=subject_of(kinds.PLAN, plan.reference),
        started_at=moment,
        owner_team=plan.family.team,
        variant=variant,
    )
    due_on = london_date(running.due_at)
    for kind in wanted:
        PlanTask.objects.get_or_create(plan=plan, kind=kind, defaults={"due_on": due_on, "made_at": moment})


@service
def finish_plan_task(*, by: Person, task_id: int, note: str) -> PlanTask:
    """Say that somebody was told, or that a meeting was held, with when and how. The team or the chair.

    Where there is nobody to tell, the note says why. With the last task the clock stops. Refused a second time.
    """
    task = PlanTask.objects.select_for_update(of=("self",)).select_related("plan__family").filter(pk=task_id).first()
    if task is None or not visible_plans(by).filter(pk=task.plan_id).exists() or not works_on(by, task.plan.family):
        raise NotVisible
    if task.done_at is not None:
        raise Refused("This is done already.")
    task.note = need(note, "Enter who was told, when and how, or why there is nobody to tell.", "note")
    task.done_at, task.done_by = clock.now(), by.actor_reference
    task.save(update_fields=["note", "done_at", "done_by"])
    reference = task.plan.reference
    if not task.plan.tasks.filter(done_at__isnull=True).exists():
        stop_clock(by=by, kind=kinds.TELL_CLOCK, subject=subject_of(kinds.PLAN, reference), outcome="told")
    record("plan_task_done", by, kinds.PLAN, reference, data={"task": task.kind})
    return task
