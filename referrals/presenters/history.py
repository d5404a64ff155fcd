"""The history of a contact, in words: what happened, when, and who acted."""

from collections.abc import Iterable, Mapping
from typing import Any

from foundation.models.events import DomainEvent
from referrals.models import ContactState, Outcome, Rating
from referrals.rules.triage import HANDOVER_TITLES
from referrals.selectors.contacts import Casework

EVENTS = {
    "referrals.contact_received": "Received",
    "referrals.screening_begun": "Screening begun",
    "referrals.allocated": "Allocated",
    "referrals.school_notice_begun": "Notice to the school begun",
    "referrals.school_told": "School told",
    "referrals.school_acknowledged": "School acknowledged the notice",
    "referrals.school_not_found": "The child is not at the school that was told",
    "referrals.form_arrived": "The written form came",
    "referrals.form_waived": "No written form is needed",
    "referrals.contact_rated": "Rated",
    "referrals.decision_proposed": "Decision proposed",
    "referrals.decision_sent_back": "Decision sent back",
    "referrals.decision_approved": "Decision approved",
    "referrals.referrer_told": "Referrer told",
    "referrals.task_done": "Task done",
    "referrals.task_waived": "Task waived",
    "referrals.signed_off": "Signed off",
    "referrals.sight_given": "Shown to somebody who asked for sight",
    "referrals.sight_refused": "Sight refused by another team",
    "referrals.child_linked": "Child linked to a record that was known",
    "referrals.child_told_apart": "Told apart from another child",
    "referrals.child_not_known": "Nobody who is known is the same child",
    "referrals.child_parted": "Parted from another child’s record",
    "referrals.reopened": "Reopened",
    "accounts.glass_broken": "Opened in an emergency by somebody who was not named",
    "referrals.restricted": "Restricted to named people",
    "referrals.named_for_move": "People of another team named, so that the case can move",
    "referrals.restriction_lifted": "Shown to the teams again",
    "referrals.amended": "Amended by the referrer’s side",
    "referrals.approval_lapsed": "The approval has lapsed: the facts changed",
    "referrals.decision_confirmed": "Decision confirmed after the facts changed",
    "referrals.consent_overridden": "The work goes on without the family’s agreement",
    "referrals.consent_withdrawn": "The family withdrew its agreement",
    "referrals.came_back": "Came back from the referrer",
    "referrals.diverted": "Went aside",
    "referrals.duplicate_joined": "A duplicate of this contact was closed",
    "referrals.message_sent": "Message",
    "referrals.withdrawal_asked": "The referrer asks to withdraw it",
    "referrals.withdrawal_refused": "Goes on in spite of the withdrawal",
    "request.asked": "Agency asked",
    "request.answered": "Agency answered",
    "request.withdrawn": "Question withdrawn",
    "request.chased": "Agency reminded",
    "request.waived": "Answer waived",
    "handover.offered": "Offered to a team",
    "handover.accepted": "Accepted by a team",
    "handover.returned": "Returned by a team",
    "handover.withdrawn": "Offer withdrawn",
    "clock.revised": "Due time changed",
}
"""What a timeline shows of the events of a contact; clocks that start and stop by themselves are left out."""


def actors(work: Casework, events: Iterable[DomainEvent] = ()) -> set[str]:
    """The references of everybody who acted on a contact."""
    found = {event.actor_reference for event in events}
    for decision in work.decisions:
        found |= {
            decision.proposed_by,
            decision.approved_by,
            decision.sent_back_by,
            decision.superseded_by,
            decision.confirmed_by,
        }
    for request in work.requests:
        found |= {request.asked_by, request.answered_by}
    for task in work.tasks:
        found |= {task.done_by, task.waived_by}
    return found - {""}


def timeline(
    events: Iterable[DomainEvent], names: Mapping[str, str], work: Casework, agencies: Mapping[str, str]
) -> list[dict[str, Any]]:
    """What happened, newest first, in words."""
    tasks = {task.pk: task.title for task in work.tasks}
    return [
        {
            "title": _event_title(event, tasks, agencies),
            "at": event.at,
            "by": names.get(event.actor_reference, ""),
            "text": event.reason,
        }
        for event in events
        if event.verb in EVENTS
    ]


def _event_title(event: DomainEvent, tasks: Mapping[int, str], agencies: Mapping[str, str]) -> str:
    data, title = event.data, EVENTS[event.verb]
    if event.verb == "referrals.contact_rated" and data.get("new"):
        old = f", before {Rating(data['old']).label.lower()}" if data.get("old") else ""
        return f"Rated {Rating(data['new']).label.lower()}{old}"
    if event.verb == "referrals.diverted":
        return ContactState(str(data["state"])).label
    if "version" in data:
        return f"{title}: version {data['version']}"
    if "task" in data:
        return f"{title}: {tasks.get(data['task'], 'task')}"
    if "outcome" in data:
        return f"{title}: {Outcome(data['outcome']).label}"
    if "to_agency" in data:
        return f"{title}: {agencies.get(data['to_agency'], data['to_agency'])}"
    if "to_team" in data:
        return f"{title}: {HANDOVER_TITLES.get(str(data['kind']), 'Handover')}"
    return title
