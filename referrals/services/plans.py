"""A child-in-need plan: begun, carried out step by step, reviewed, ended."""

from datetime import date

from accounts.models import Person, Team
from children.selectors.records import same_children
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date
from foundation.errors import NotVisible, Refused
from foundation.service import service
from referrals.kinds import plan_checks
from referrals.models import AssessmentState, Episode, Plan, PlanReview, PlanStep
from referrals.selectors.episodes import open_episode_of, other_grounds_for_a_plan
from referrals.selectors.naming import can_be_accepted
from referrals.services.episodes import PLAN_CLOCK, hold_episode, keep_episode, record, subject_of_episode
from referrals.services.moving import move_episode
from work.services.clocks import start_clock, stop_clock

NO_EPISODE = "No episode of this child is open, in which a child-in-need plan could begin. Refer the child first."


@service
def begin_plan(*, by: Person, reference: str, version: int, aim: str, started_on: date) -> Plan:
    """Begin a child-in-need plan. A worker or manager of the team; refused while another runs, and before an assessment is done.

    What a conference decided of the child, or a child protection plan that has ended, does as well as an assessment; while one
    runs, none begins (4001). Its start lies on or after the end of the last plan and not in the future.
    """
    if not aim.strip():
        raise Refused("Enter what is to be different for the child.", field="aim")
    episode = hold_episode(by, reference, version)
    same = list(same_children([episode.child_id]))
    for check in plan_checks():
        check(same, started_on)
    assessed = episode.assessments.filter(state=AssessmentState.AUTHORISED).exists()
    if not assessed and not other_grounds_for_a_plan(episode):
        raise Refused("A plan follows from an assessment. Finish the assessment first.")
    plans = list(episode.plans.order_by("number"))
    if any(plan.ended_on is None for plan in plans):
        raise Refused("A plan is running already. End it before you begin another.")
    if not _earliest(episode, plans) <= started_on <= clock.today():
        raise Refused("The plan begins after the referral and any earlier plan, and not in the future.", field="started_on")
    return _begin(by, episode, plans, aim, started_on)


def _earliest(episode: Episode, plans: list[Plan]) -> date:
    return max([episode.referred_on, *(plan.ended_on for plan in plans if plan.ended_on)])


def _begin(by: Actor, episode: Episode, plans: list[Plan], aim: str, started_on: date) -> Plan:
    plan = Plan.objects.create(
        episode=episode,
        number=len(plans) + 1,
        aim=aim,
        started_on=started_on,
        started_at=clock.now(),
        started_by=by.actor_reference,
    )
    _await_review(episode, by)
    keep_episode(episode)
    record(episode, by, "referrals.plan_begun", data={"plan": plan.number})
    return plan


@service
def add_plan_step(*, by: Person, reference: str, version: int, need: str, action: str, who: str, due_on: date) -> PlanStep:
    """Add what is to happen for one need, who does it and by when. A worker or manager of the team."""
    for name, value in (("need", need), ("action", action), ("who", who)):
        if not value.strip():
            raise Refused(
                {"need": "Enter the need.", "action": "Enter what is to happen.", "who": "Enter who does it."}[name], field=name
            )
    episode = hold_episode(by, reference, version)
    plan = _running(episode)
    if due_on < plan.started_on:
        raise Refused("Enter a day after the plan begins.", field="due_on")
    step = PlanStep.objects.create(
        plan=plan, need=need, action=action, who=who, due_on=due_on, added_at=clock.now(), added_by=by.actor_reference
    )
    keep_episode(episode)
    record(episode, by, "referrals.plan_step_added", data={"plan": plan.number, "step": step.pk})
    return step


@service
def finish_plan_step(*, by: Person, reference: str, version: int, step_id: int, note: str) -> PlanStep:
    """Note that something of the plan is done, with a word on what came of it."""
    if not note.strip():
        raise Refused("Enter what came of it.", field="note")
    episode = hold_episode(by, reference, version)
    step = PlanStep.objects.select_for_update(of=("self",)).filter(plan=_running(episode), pk=step_id).first()
    if step is None:
        raise NotVisible
    if step.done_at is not None:
        raise Refused("This is done already.")
    step.done_at, step.done_by, step.done_note = clock.now(), by.actor_reference, note
    step.save(update_fields=["done_at", "done_by", "done_note"])
    keep_episode(episode)
    record(episode, by, "referrals.plan_step_done", reason=note, data={"step": step.pk})
    return step


@service
def review_plan(*, by: Person, reference: str, version: int, held_on: date, attended: str, findings: str) -> PlanReview:
    """Record the meeting that looked at the plan. The clock of this review stops and that of the next one starts."""
    if not attended.strip():
        raise Refused("Enter who took part.", field="attended")
    if not findings.strip():
        raise Refused("Enter what the review found.", field="findings")
    episode = hold_episode(by, reference, version)
    plan = _running(episode)
    if not plan.started_on <= held_on <= clock.today():
        raise Refused("The review is on or after the day on which the plan began, and not in the future.", field="held_on")
    review = PlanReview.objects.create(
        plan=plan, held_on=held_on, attended=attended, findings=findings, written_at=clock.now(), written_by=by.actor_reference
    )
    stop_clock(by=by, kind=PLAN_CLOCK, subject=subject_of_episode(episode), outcome="reviewed")
    _await_review(episode, by)
    keep_episode(episode)
    record(episode, by, "referrals.plan_reviewed", reason=findings, data={"plan": plan.number})
    return review


@service
def end_plan(*, by: Person, reference: str, version: int, reason: str) -> Plan:
    """End the running plan today, with a reason. A team's manager."""
    if not reason.strip():
        raise Refused("Enter why the plan ends.", field="reason")
    episode = hold_episode(by, reference, version)
    plan, moment = _running(episode), clock.now()
    plan.ended_on, plan.ended_at, plan.ended_by, plan.end_reason = london_date(moment), moment, by.actor_reference, reason
    plan.save(update_fields=["ended_on", "ended_at", "ended_by", "end_reason"])
    stop_clock(by=by, kind=PLAN_CLOCK, subject=subject_of_episode(episode), outcome="ended")
    keep_episode(episode)
    record(episode, by, "referrals.plan_ended", reason=reason, data={"plan": plan.number})
    return plan


def begin_plan_after_protection(*, by: Actor, child_id: int, team: Team, aim: str, on: date) -> Plan:
    """Begin a child-in-need plan on the day on which a child protection plan ended, in the child's open episode.

    Part of the services of child protection. The episode passes to the team that takes the child over. Where a plan runs already
    that one goes on. Refuses a child without an open episode, and one whose child protection plan runs.
    """
    standing = open_episode_of(child_id)
    if standing is None:
        raise Refused(NO_EPISODE)
    rows = Episode.objects.select_for_update(of=("self",)).select_related("contact", "child", "team")
    episode = rows.get(reference=standing.reference)
    if episode.team_id != team.pk:
        move_episode(by=by, episode=episode, team=team)
    plans = list(episode.plans.order_by("number"))
    running = next((plan for plan in plans if plan.ended_on is None), None)
    if running is not None:
        return running
    started_on = max(on, _earliest(episode, plans))
    same = list(same_children([child_id]))
    for check in plan_checks():
        check(same, started_on)
    return _begin(by, episode, plans, aim, started_on)


def check_episode_for(*, child_id: int, team: Team) -> None:
    """Refuse where no episode is open in which a team could go on with a child, or nobody of it may see a restricted one."""
    standing = open_episode_of(child_id)
    if standing is None:
        raise Refused(NO_EPISODE)
    contact = Episode.objects.select_related("contact").get(reference=standing.reference).contact
    if not can_be_accepted(contact, team):
        raise Refused(
            "This referral is restricted to people who are named, and nobody who could accept it for that team is among them. "
            "Ask the MASH manager who restricted it to name people of the team.",
            field="team",
        )


def give_way_to_protection(*, by: Actor, child_id: int, on: date) -> None:
    """End the running plan of a child for whom a child protection plan starts on a day: the two never run at once (4001).

    Part of the services of child protection. Where none runs nothing changes. One that began after that day counts no day.
    """
    open_plans = Plan.objects.select_for_update(of=("self",)).select_related("episode")
    for plan in open_plans.filter(episode__child__in=list(same_children([child_id])), ended_on__isnull=True):
        moment = clock.now()
        plan.ended_on, plan.ended_at, plan.ended_by = max(on, plan.started_on), moment, by.actor_reference
        plan.end_reason = "A child protection plan has started."
        plan.save(update_fields=["ended_on", "ended_at", "ended_by", "end_reason"])
        stop_clock(by=by, kind=PLAN_CLOCK, subject=subject_of_episode(plan.episode), outcome="ended")
        keep_episode(plan.episode)
        record(plan.episode, by, "referrals.plan_ended", data={"plan": plan.number})


def _await_review(episode: Episode, by: Actor) -> None:
    subject = subject_of_episode(episode)
    start_clock(by=by, kind=PLAN_CLOCK, subject=subject, started_at=clock.now(), owner_team=episode.team)


def _running(episode: Episode) -> Plan:
    plan = episode.plans.select_for_update(of=("self",)).filter(ended_on__isnull=True).first()
    if plan is None:
        raise Refused("No plan is running.")
    return plan
