"""The words of child-in-need episodes: lists, one episode, its assessments, plans, steps and timeline."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.design import words
from foundation.models.events import DomainEvent
from referrals.described import standing_words
from referrals.models import FACTORS, Assessment, AssessmentOutcome, AssessmentState, ClosureReason, Episode, Plan, PlanStep, Step
from referrals.presenters.contacts import age_words
from referrals.presenters.queue import bounded
from referrals.selectors.episodes import MINE, NOBODY, CaseFile
from work.presenters.clocks import clock_rows

EVENTS = {
    "referrals.episode_opened": "Referral accepted, episode opened",
    "referrals.episode_allocated": "Allocated to a worker",
    "referrals.episode_offered": "Offered to another team",
    "referrals.episode_moved": "Moved to another team",
    "referrals.episode_returned": "The other team did not take it",
    "referrals.episode_closed": "Episode closed",
    "referrals.referral_ended_without_action": "Referral ended with no further action",
    "referrals.assessment_begun": "Assessment begun",
    "referrals.assessment_written": "Assessment changed",
    "referrals.assessment_reviewed": "Assessment looked at half way",
    "referrals.assessment_submitted": "Assessment sent to a manager",
    "referrals.assessment_sent_back": "Assessment sent back",
    "referrals.assessment_authorised": "Assessment authorised",
    "referrals.plan_begun": "Child-in-need plan begun",
    "referrals.plan_step_added": "Added to the plan",
    "referrals.plan_step_done": "Done under the plan",
    "referrals.plan_reviewed": "Plan reviewed",
    "referrals.plan_ended": "Plan ended",
    "referrals.step_down_asked": "Step down to early help asked for",
    "referrals.step_down_accepted": "Early help took the family over",
    "referrals.step_down_refused": "Early help gave the family back",
    "clock.held": "A clock was put on hold",
    "clock.released": "A clock runs again",
}
TABS = (("", "My team’s cases"), (MINE, "My cases"), (NOBODY, "Not allocated"))


def case_numbers(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """How many cases are open, each leading to their list."""
    here = reverse("referrals:cases")
    labels = (
        ("all", "My team’s open cases", here),
        (MINE, "Mine", f"{here}?whose=mine"),
        (NOBODY, "Not allocated", f"{here}?whose=nobody"),
    )
    return [{"number": bounded(counts[name]), "label": label, "href": href} for name, label, href in labels]


def case_rows(episodes: Iterable[Episode], me: Person) -> list[dict[str, Any]]:
    """The rows of a list of cases."""
    return [_case_row(episode, me) for episode in episodes]


def _case_row(episode: Episode, me: Person) -> dict[str, Any]:
    child = episode.contact.submitted_child
    open_assessment = next((row for row in episode.assessments.all() if row.state != AssessmentState.AUTHORISED), None)
    return {
        "reference": episode.reference,
        "href": reverse("referrals:episode", args=[episode.reference]),
        "name": child.full_name,
        "age": age_words(child),
        "worker": ("You" if episode.worker_id == me.pk else episode.worker.name) if episode.worker else "",
        "team": episode.team.name,
        "referred_on": episode.referred_on,
        "closed_on": episode.closed_on,
        "ended": ended_words(episode),
        "restricted": episode.contact.restricted,
        "standing": standing_words(episode),
        "due_on": open_assessment.due_on if open_assessment else None,
    }


def ended_words(episode: Episode) -> str:
    """How an episode ended; empty while it is open."""
    if episode.closed_on is None:
        return ""
    if episode.no_further_action:
        return "Referral ended with no further action"
    return f"{episode.closure_reason} {episode.get_closure_reason_display()}"


def episode_page(file: CaseFile, names: Mapping[str, str], *, manager: bool, me: Person) -> dict[str, Any]:
    """Everything that the page of one episode shows."""
    episode, child = file.episode, file.episode.contact.submitted_child
    return {
        "episode": episode,
        "name": child.full_name,
        "age": age_words(child),
        "child_url": reverse("children:child", args=[episode.child.reference]) if episode.closed_on is None else "",
        "ended": ended_words(episode),
        "clocks": clock_rows(file.clocks, manages=manager),
        "steps": next_steps(file, manager=manager, me=me),
        "waits_for": waits_for(file, manager=manager, me=me),
        "about": about_rows(episode, names),
        "assessments": [assessment_card(row, names) for row in file.assessments],
        "plans": [plan_card(row, file, names) for row in file.plans],
        "early_help_steps": [step_card(row, names) for row in file.steps],
        "entries": timeline(file.events, names),
    }


def next_steps(file: CaseFile, *, manager: bool, me: Person) -> list[dict[str, Any]]:
    """What can be done with an episode now, the most likely first."""
    episode, assessment = file.episode, file.assessment
    if episode.closed_on:
        return []
    found: list[tuple[str, str]] = []
    if manager and episode.worker is None:
        found.append(("allocate", "Allocate to a worker"))
    found += _of_the_assessment(assessment, manager=manager, me=me)
    if assessment is None and not file.assessments:
        found.append(("begin_assessment", "Begin the assessment"))
    if file.plan:
        found += [("review_plan", "Record a review of the plan"), ("add_plan_step", "Add to the plan")]
    elif assessment is None and file.has_ground:
        found.append(("begin_plan", "Begin a child-in-need plan"))
    if manager:
        found += _of_a_manager(file)
    if assessment is None and file.assessments:
        found.append(("begin_assessment", "Begin another assessment"))
    return [
        {"href": reverse(f"referrals:{name}", args=[episode.reference]), "text": text, "post": name == "begin_assessment"}
        for name, text in found
    ]


def _of_the_assessment(assessment: Assessment | None, *, manager: bool, me: Person) -> list[tuple[str, str]]:
    if assessment is None:
        return []
    if assessment.state == AssessmentState.WITH_MANAGER:
        may = manager and assessment.submitted_by != me.reference
        return [("authorise", "Authorise the assessment or send it back")] if may else []
    found = [("assessment", "Write the assessment")]
    if manager and assessment.reviewed_on is None:
        found.append(("review_assessment", "Record the review point"))
    return found


def _of_a_manager(file: CaseFile) -> list[tuple[str, str]]:
    standing, found = file.standing, []
    if file.plan:
        found.append(("end_plan", "End the plan"))
    if standing.authorised and not standing.step_waits and not standing.step_accepted:
        found.append(("step_down", "Step down to early help"))
    if file.episode.worker is not None:
        found.append(("allocate", "Allocate to another worker"))
    if file.offer is None and not standing.step_waits:
        found.append(("offer_episode", "Move to another team"))
    if standing.assessments or standing.plans:
        found.append(("close_episode", "Close the episode"))
    else:
        found.append(("end_without_action", "End with no further action"))
    return found


def waits_for(file: CaseFile, *, manager: bool, me: Person) -> str:
    """Who has to act next, where that is not whoever reads the page."""
    if file.standing.step_waits:
        return "The early help team says whether it takes the family over."
    if file.offer is not None:
        return f"{file.offer.to_team} says whether it takes the case over."
    assessment = file.assessment
    waiting = assessment is not None and assessment.state == AssessmentState.WITH_MANAGER
    if assessment is not None and waiting and (not manager or assessment.submitted_by == me.reference):
        return "A manager who did not write the assessment authorises it."
    return ""


def about_rows(episode: Episode, names: Mapping[str, str]) -> list[dict[str, str]]:
    """What is known of an episode at a glance."""
    submission = episode.contact.submission
    rows = (
        ("Referral received", words.date(episode.referred_on)),
        ("From", submission.agency.name if submission.agency else submission.get_referral_source_display()),
        ("Decided", episode.contact.get_outcome_display()),
        ("Accepted", f"{words.moment(episode.opened_at)} by {names.get(episode.opened_by, episode.team.name)}"),
        ("Team", f"{episode.team.name}, {episode.team.agency.name}"),
        ("Worker", episode.worker.name if episode.worker else "Not allocated yet"),
        ("Primary need", f"{episode.primary_need} {episode.get_primary_need_display()}" if episode.primary_need else ""),
        ("Closed", f"{words.date(episode.closed_on)}: {ended_words(episode)}" if episode.closed_on else ""),
        ("How things stood then", episode.closing_note),
    )
    return [{"key": key, "value": value} for key, value in rows if value]


def assessment_card(row: Assessment, names: Mapping[str, str]) -> dict[str, Any]:
    """One assessment as it stands."""
    return {
        "number": row.number,
        "title": "Child and family assessment" if row.number == 1 else f"Assessment {row.number}",
        "state": row.get_state_display(),
        "tone": "govuk-tag--green" if row.state == AssessmentState.AUTHORISED else "govuk-tag--yellow",
        "late": row.authorised_on > row.due_on if row.authorised_on else clock.today() > row.due_on,
        "due_on": row.due_on,
        "rows": [{"key": key, "value": value} for key, value in _assessment_rows(row, names) if value],
    }


def _assessment_rows(row: Assessment, names: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    alone = {"yes": ", alone", "no": ", not alone"}.get(row.seen_alone, "")
    reviewed = f"{words.date(row.reviewed_on)} by {names.get(row.reviewed_by, '')}: {row.review_note}" if row.reviewed_on else ""
    authorised = f"{words.date(row.authorised_on)} by {names.get(row.authorised_by, '')}" if row.authorised_on else ""
    return (
        ("Begun", f"{words.date(row.started_on)} by {names.get(row.started_by, '')}"),
        ("Due", words.date(row.due_on)),
        ("Child seen", f"{words.date(row.seen_on)}{alone}" if row.seen_on else "Not yet"),
        ("Why not seen, or not alone", row.not_seen_reason),
        ("Review point", reviewed),
        ("What the child says", row.child_view),
        ("What the parents say", row.parents_view),
        ("What it found", row.analysis),
        ("Factors", "\n".join(f"{code} {FACTORS.get(code, '')}" for code in row.factors)),
        ("Leads to", row.get_outcome_display() if row.outcome else ""),
        ("Why it took longer", row.delay_reason),
        ("Sent back", row.sent_back_reason),
        ("Authorised", authorised),
    )


def plan_card(plan: Plan, file: CaseFile, names: Mapping[str, str]) -> dict[str, Any]:
    """One plan with what is to happen and its reviews."""
    episode = file.episode
    running = plan.ended_on is None and episode.closed_on is None
    return {
        "title": f"Plan {plan.number}, from {words.date(plan.started_on)}",
        "running": running,
        "ended": f"Ended on {words.date(plan.ended_on)}: {plan.end_reason}" if plan.ended_on else "",
        "aim": plan.aim,
        "steps": [_plan_step(step, episode, names, running=running) for step in file.steps_of_plans if step.plan_id == plan.pk],
        "reviews": [
            {"held_on": row.held_on, "attended": row.attended, "findings": row.findings}
            for row in file.reviews
            if row.plan_id == plan.pk
        ],
    }


def _plan_step(step: PlanStep, episode: Episode, names: Mapping[str, str], *, running: bool) -> dict[str, Any]:
    done = f"{words.date(step.done_at)}: {step.done_note}" if step.done_at else ""
    return {
        "need": step.need,
        "action": step.action,
        "who": step.who,
        "due_on": step.due_on,
        "done": done,
        "late": step.done_at is None and step.due_on < clock.today(),
        "href": reverse("referrals:finish_plan_step", args=[episode.reference, step.pk]) if running and not done else "",
    }


def step_card(step: Step, names: Mapping[str, str]) -> dict[str, Any]:
    """A step between social care and early help, with what became of it."""
    if step.accepted_at:
        state, tone = f"Accepted on {words.date(step.accepted_at)}", "govuk-tag--green"
    elif step.refused_at:
        state, tone = f"Refused on {words.date(step.refused_at)}", "govuk-tag--grey"
    else:
        state, tone = "Waits for an answer", "govuk-tag--yellow"
    rows = (
        ("Why", step.reason),
        ("Meeting", f"{words.date(step.talked_on)}: {step.talked_with}"),
        ("Lead practitioner", f"{step.lead_name}, {step.lead_agency.name}" if step.lead_agency else step.lead_name),
        ("Family agreed", f"{step.consent_from}, {words.date(step.consent_on)}" if step.consent_on else ""),
        ("Asked", f"{words.moment(step.asked_at)} by {names.get(step.asked_by, '')}"),
        ("Why it was refused", step.refused_reason),
    )
    return {
        "title": step.get_direction_display(),
        "state": state,
        "tone": tone,
        "rows": [{"key": key, "value": value} for key, value in rows if value],
    }


def timeline(events: Iterable[DomainEvent], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What happened, newest first, in words."""
    return [
        {
            "title": _title(event, names),
            "at": event.at,
            "by": names.get(event.actor_reference, ""),
            "text": event.reason,
        }
        for event in events
        if event.verb in EVENTS
    ]


def _title(event: DomainEvent, names: Mapping[str, str]) -> str:
    title, data = EVENTS[event.verb], event.data
    if "worker" in data:
        return f"Allocated to {names.get(str(data['worker']), 'a worker')}"
    if "closure" in data:
        return f"{title}: {ClosureReason(data['closure']).label}"
    if "outcome" in data and event.verb == "referrals.assessment_authorised":
        return f"{title}: {AssessmentOutcome(data['outcome']).label}"
    return title


def people_named(file: CaseFile) -> set[str]:
    """The references of everybody whose name the page of an episode needs."""
    found = {file.episode.opened_by}
    for event in file.events:
        found |= {event.actor_reference, str(event.data.get("worker") or "")}
    for row in file.assessments:
        found |= {row.started_by, row.reviewed_by, row.authorised_by, row.submitted_by}
    found |= {step.asked_by for step in file.steps}
    return found - {""}
