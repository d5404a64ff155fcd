"""The words of plans: the list, one plan, and the core group."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from django.urls import reverse

from accounts.models import Person
from foundation import charts, clock
from foundation.calendar import london_date
from foundation.charts import Chart
from foundation.design import words
from foundation.models.events import DomainEvent
from protection.access import CASEWORK, CASEWORKERS, CHAIRS, TEAM_MANAGERS
from protection.models import (
    STEPS_DOWN,
    ActionStatus,
    Category,
    ChairEscalation,
    CoreGroupMeeting,
    CoreGroupMember,
    Direction,
    PlanAction,
    PlanTask,
    ProtectionPlan,
    Transfer,
    Visit,
)
from protection.selectors.plans import PlanFile
from protection.selectors.sight import named
from work.presenters.clocks import clock_rows

STAGES: Final = {1: "team manager", 2: "service manager", 3: "director"}
EVENTS: Final = {
    "protection.plan_started": "Plan started",
    "protection.plan_continued": "A review decided that the plan goes on",
    "protection.plan_ended": "Plan ended",
    "protection.plan_withdrawn": "Plan withdrawn",
    "protection.plan_step_down_offered": "Step down offered to a team",
    "protection.plan_stepped_down": "A team took the child over",
    "protection.plan_step_down_returned": "The team gave the child back",
    "protection.plan_child_born": "The child was born",
    "protection.plan_visit": "Visit recorded",
    "protection.plan_terms_agreed": "It was agreed how the plan is carried out",
    "protection.plan_task_done": "Somebody was told, or a meeting was held",
    "protection.plan_checked": "The chair looked at the plan",
    "protection.plan_escalated": "Escalated by the chair",
    "protection.plan_escalation_answered": "Escalation answered",
    "protection.plan_escalation_closed": "Escalation closed",
    "protection.plan_legal_step": "Legal step marked",
    "protection.plan_legal_step_ended": "Legal step ended",
    "protection.panel_discussed": "Discussed by the scrutiny panel",
    "protection.transfer_out": "Moves to another authority",
}


def plan_rows(plans: Iterable[ProtectionPlan]) -> list[dict[str, Any]]:
    """The rows of a list of plans."""
    return [
        {
            "reference": plan.reference,
            "href": reverse("protection:plan", args=[plan.reference]),
            "name": plan.child.full_name,
            "category": plan.get_category_display(),
            "started_on": plan.started_on,
            "ended_on": plan.ended_on,
            "end_reason": plan.get_end_reason_display() if plan.end_reason else "",
            "review_due_on": plan.review_due_on,
            "visit_due_on": plan.visit_due_on,
            "core_group_due_on": plan.core_group_due_on,
            "worker": plan.family.worker.name if plan.family.worker else "",
            "team": plan.family.team.name,
            "chair": plan.chair.name if plan.chair else "",
            "restricted": plan.family.restricted,
        }
        for plan in plans
    ]


def plan_page(file: PlanFile, names: Mapping[str, str], *, me: Person, works: bool, held: Collection[str]) -> dict[str, Any]:
    """One plan as its page shows it. `works`: whether I work on the family; `held`: the roles that I hold."""
    plan = file.plan
    runs = plan.is_open
    casework = works and bool(CASEWORK.roles & set(held))
    return {
        "plan": plan,
        "name": named(plan.child),
        "runs": runs,
        "about": about_rows(file),
        "actions": [_action(row, plan, runs=runs) for row in file.actions],
        "members": [_member(row, plan, casework=casework) for row in file.members],
        "meetings": [_meeting(row, plan) for row in file.meetings],
        "visits": [_visit(row) for row in file.visits],
        "checks": [
            {
                "title": f"{words.date(row.checked_on)}: {'on track' if row.on_track else 'not on track'}",
                "by": names.get(row.recorded_by, ""),
                "text": row.findings,
            }
            for row in file.checks
        ],
        "escalations": [_escalation(row, plan, names, held, works=works) for row in file.escalations],
        "legal": [
            {
                "title": row.get_step_display(),
                "text": f"{words.date(row.began_on)} to {words.date(row.ended_on) if row.ended_on else 'now'}",
                "note": row.note,
                "href": _at("end_legal_step", plan, row.pk) if not row.ended_on and _may(held, CASEWORKERS, works=works) else "",
            }
            for row in file.legal_marks
        ],
        "siblings": [
            {"name": one.child.full_name, "href": reverse("protection:plan", args=[one.reference]), "runs": one.is_open}
            for one in file.siblings
        ],
        "scale_chart": scale_chart(file),
        "drifts": runs and file.drifts,
        "late": late_words(plan),
        "midway_on": plan.check_due_on,
        "tasks": [_task(row, plan, works=_may(held, CASEWORK, works=works)) for row in file.tasks],
        "steps": steps_of(file, held, works=works),
        "clocks": clock_rows(file.clocks, manages=False),
        "entries": timeline(file.events, names) if works else [],
    }


def _at(name: str, plan: ProtectionPlan, pk: int) -> str:
    return reverse(f"protection:{name}", args=[plan.reference, pk])


def _task(row: PlanTask, plan: ProtectionPlan, *, works: bool) -> dict[str, Any]:
    return {
        "title": row.get_kind_display(),
        "due_on": row.due_on,
        "done": f"Done on {words.date(row.done_at)}: {row.note}" if row.done_at else "",
        "href": _at("finish_plan_task", plan, row.pk) if works and row.done_at is None else "",
    }


def _may(held: Collection[str], who: Any, *, works: bool) -> bool:
    return works and bool(who.roles & set(held))


def steps_of(file: PlanFile, held: Collection[str], *, works: bool) -> list[dict[str, Any]]:
    """What can be done with a plan now, by whoever holds these roles."""
    plan = file.plan
    found: list[tuple[str, str]] = []
    if plan.is_open:
        found += [("add_plan_action", "Add to the plan"), ("record_core_group", "Record a core group meeting")]
        for who, own in _by_role(file):
            found += own if _may(held, who, works=works) else []
    elif plan.withdrawn_at is None and plan.end_reason in STEPS_DOWN and file.may_step_down:
        found += [("step_down_plan", "Step down to another team")] if _may(held, TEAM_MANAGERS, works=works) else []
    return [{"href": reverse(f"protection:{name}", args=[plan.reference]), "text": text} for name, text in found]


def _by_role(file: PlanFile) -> list[tuple[Any, list[tuple[str, str]]]]:
    escalated = any(row.closed_at is None for row in file.escalations)
    leaves = any(row.is_open and row.direction == Direction.OUT for row in file.transfers)
    return [
        (CASEWORK, [("agree_plan_terms", "Agree how the plan is carried out")]),
        (CASEWORKERS, [("add_visit", "Record a visit"), ("mark_legal_step", "Mark a legal step")]),
        (CASEWORKERS, [("plan_child_born", "The child is born")] if file.plan.child.unborn else []),
        (CASEWORKERS, [] if leaves else [("transfer_out", "The child moves to another authority")]),
        (CASEWORK, [("name_core_group", "Name somebody for the core group"), ("request_review", "Ask for a review conference")]),
        (CHAIRS, [("check_plan", "Record the mid-way check")]),
        (CHAIRS, [] if escalated else [("escalate_plan", "Escalate a worry")]),
        (TEAM_MANAGERS, [("end_plan", "End without a conference"), ("withdraw_plan", "Withdraw: recorded in error")]),
    ]


def late_words(plan: ProtectionPlan) -> list[str]:
    """What is late, in sentences."""
    today = clock.today()
    rows = (
        ("The review conference", plan.review_due_on),
        ("A visit to the child", plan.visit_due_on),
        ("The core group", plan.core_group_due_on),
        ("The chair’s mid-way check", plan.check_due_on),
    )
    return [f"{what} was due on {words.date(day)}." for what, day in rows if day and day < today]


def about_rows(file: PlanFile) -> list[dict[str, str]]:
    """What is known of a plan at a glance."""
    plan = file.plan
    changes = "\n".join(f"{Category(row.category).label} from {words.date(row.from_on)}" for row in file.categories)
    reviews = "\n".join(
        f"{words.date(row.held_on)}{'' if row.held_on <= row.due_on else f', due on {words.date(row.due_on)}'}"
        for row in file.reviews
    )
    offered = file.step_down
    rows = (
        ("Category", changes),
        ("Started", f"{words.date(plan.started_on)}: {plan.get_origin_display().lower()}"),
        ("Earlier plans of the child, anywhere", str(plan.previous_plans or "None known")),
        ("Chair", plan.chair.name if plan.chair else ""),
        ("Lead social worker", plan.family.worker.name if plan.family.worker else "Not named yet"),
        ("Team", f"{plan.family.team.name}, {plan.family.team.agency.name}"),
        ("Reviews held", reviews),
        ("Next review by", words.date(plan.review_due_on) if plan.is_open else ""),
        ("Chair looks at it about", words.date(plan.check_due_on) if plan.check_due_on else ""),
        ("The child is visited", f"Within every {words.counted(plan.visit_every, 'working day')}"),
        ("Agreed with the family in writing", plan.written_agreement),
        ("If the plan does not work", plan.contingency),
        ("Next visit by", words.date(plan.visit_due_on) if plan.is_open else ""),
        ("Next core group by", words.date(plan.core_group_due_on) if plan.is_open else ""),
        ("Moves", "\n".join(map(_move, file.transfers))),
        ("Ended", f"{words.date(plan.ended_on)}: {plan.get_end_reason_display()}" if plan.ended_on else ""),
        ("How things stood then", plan.end_note),
        ("Withdrawn", plan.withdrawn_reason),
        ("Step down", f"{offered.to_team}: {offered.get_state_display().lower()}" if offered else ""),
    )
    return [{"key": key, "value": value} for key, value in rows if value]


def _move(row: Transfer) -> str:
    settled = row.accepted_on or row.returned_on
    over = f"; settled on {words.date(settled)}" if settled else ""
    return f"{row.get_direction_display()}: {row.authority}, told on {words.date(row.told_on)}{over}"


def _action(row: PlanAction, plan: ProtectionPlan, *, runs: bool) -> dict[str, Any]:
    still = row.status == ActionStatus.OPEN
    others = [one.plan.child.full_name for one in row.of_plans.all() if one.plan_id != plan.pk]
    return {
        "danger": row.danger,
        "outcome": row.outcome,
        "action": row.action,
        "measure": row.measure,
        "contingency": row.contingency,
        "shared": ", ".join(others),
        "who": row.who,
        "agency": row.agency.name if row.agency else "",
        "due_on": row.due_on,
        "late": still and row.due_on < clock.today(),
        "status": "" if still else row.get_status_display(),
        "progress": row.progress,
        "note": row.progress_note,
        "progress_href": _at("plan_action_progress", plan, row.pk) if still and runs else "",
        "settle_href": _at("settle_plan_action", plan, row.pk) if still and runs else "",
    }


def _member(row: CoreGroupMember, plan: ProtectionPlan, *, casework: bool) -> dict[str, Any]:
    return {
        "name": row.name,
        "of": ", ".join(one for one in (row.role, row.agency.name if row.agency else row.get_relation_display()) if one),
        "href": _at("leave_core_group", plan, row.pk) if casework and plan.is_open else "",
    }


def _meeting(row: CoreGroupMeeting, plan: ProtectionPlan) -> dict[str, Any]:
    came = sum(one.attendance in ("attended", "remote", "deputy") for one in row.attendances.all())
    return {
        "held_on": row.held_on,
        "late": row.held_on > row.due_on,
        "came": f"{came} of {len(row.attendances.all())} came",
        "minutes": f"Minutes sent on {words.date(clock_day(row))}" if row.sent_at else "Minutes not sent yet",
        "minutes_late": row.sent_at is None and row.minutes_due_on < clock.today(),
        "href": _at("core_group_minutes", plan, row.pk),
    }


def clock_day(row: CoreGroupMeeting) -> Any:
    """The day on which minutes were sent."""
    return london_date(row.sent_at) if row.sent_at else None


def _visit(row: Visit) -> dict[str, Any]:
    facts = [
        "Child seen alone" if row.seen_alone else "Child seen" if row.seen else f"Child not seen: {row.not_seen_reason}",
        "bedroom seen" if row.bedroom_seen else "",
    ]
    return {
        "visited_on": row.visited_on,
        "late": row.visited_on > row.due_on,
        "visitor": row.visitor,
        "facts": ", ".join(one for one in facts if one),
        "child_view": row.child_view,
        "analysis": row.analysis,
    }


def _escalation(
    row: ChairEscalation, plan: ProtectionPlan, names: Mapping[str, str], held: Collection[str], *, works: bool
) -> dict[str, Any]:
    links: list[tuple[str, str]] = []
    if row.closed_at is None:
        links += [("answer_escalation", "Answer")] if _may(held, TEAM_MANAGERS, works=works) else []
        further = [("raise_escalation", "Take it further")] if row.stage < max(STAGES) else []
        links += [*further, ("close_escalation", "Close")] if _may(held, CHAIRS, works=works) else []
    return {
        "title": f"With the {STAGES[row.stage]}" if row.closed_at is None else f"Closed on {words.moment(row.closed_at)}",
        "open": row.closed_at is None,
        "by": f"{names.get(row.raised_by, '')}, {words.moment(row.raised_at)}",
        "concern": row.concern,
        "answer": row.answer,
        "result": row.result,
        "links": [{"href": _at(name, plan, row.pk), "text": text} for name, text in links],
    }


def scale_chart(file: PlanFile) -> Chart | None:
    """The middle of the scores of each conference since the plan began; None where nobody gave one."""
    known = [one for one in file.scales if one.scale is not None]
    if not known:
        return None
    days = [words.short_date(one.conference.held_on) for one in known]
    return charts.dots(
        title="How safe do people think the child is?",
        description="The lowest, the middle and the highest score from 0 to 10 of each conference since the plan began.",
        categories=days,
        series={
            "Lowest": [one.scale.lowest for one in known if one.scale],
            "Middle": [one.scale.median for one in known if one.scale],
            "Highest": [one.scale.highest for one in known if one.scale],
        },
        low_words="0: harm is certain",
        high_words="10: safe enough to close",
        category_header="Conference",
    )


def timeline(events: Sequence[DomainEvent], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What happened, newest first, in words."""
    return [
        {"title": EVENTS[event.verb], "at": event.at, "by": names.get(event.actor_reference, ""), "text": event.reason}
        for event in events
        if event.verb in EVENTS
    ]


def people_named(file: PlanFile) -> set[str]:
    """The references of everybody whose name the page of a plan needs."""
    found = {event.actor_reference for event in file.events} | {row.recorded_by for row in file.checks}
    return (found | {row.raised_by for row in file.escalations}) - {""}
