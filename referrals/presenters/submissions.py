"""How a submission reads to those who sent it: where it stands, what was decided and why, never what is noted inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from foundation import clock
from foundation.design import words
from referrals.models import Contact, ContactState, Decision, Outcome, Submission
from referrals.rules.answers import folded
from work.presenters import Row
from work.selectors.my_work import CAME_BACK_WITHIN

LOOKED_AT = "Being looked at"
LAST_MINUTE = (23, 59)
STATES = {
    ContactState.RECEIVED: "Received",
    ContactState.SCREENING: LOOKED_AT,
    ContactState.GATHERING: "Being looked at: we are asking other agencies",
    ContactState.PROPOSED: "Being looked at: a manager is deciding",
    ContactState.RETURNED: "Returned to you: please read why",
    ContactState.DUPLICATE: "Joined with what we had already received",
    ContactState.OUT_OF_AREA: "Passed to another council",
    ContactState.LINKED: "Passed to the worker who knows the family",
}
OUTCOMES = {
    Outcome.NO_FURTHER_ACTION: "No further action",
    Outcome.ADVICE: "Information and advice",
    Outcome.UNIVERSAL: "Support from services that every family can use",
    Outcome.EARLY_HELP: "Early help for the family",
    Outcome.ASSESSMENT: "Children’s social care will assess what the child and family need",
    Outcome.STRATEGY: "Children’s social care, police and health are meeting about the child’s safety",
    Outcome.ALREADY_OPEN: "Passed to the worker who knows the family",
    Outcome.OTHER_AUTHORITY: "Passed to another council",
    Outcome.ALLEGATION: "Passed to the designated officer for allegations",
    Outcome.PRIVATE_FOSTERING: "Passed to the private fostering team",
    Outcome.MARAC: "Passed to the meeting about domestic abuse (MARAC)",
    Outcome.CHILD_DEATH: "Passed to the child death review",
    Outcome.EXPLOITATION: "Passed to the exploitation panel",
}
COLOURS = {"decided": "govuk-tag--green", "returned": "govuk-tag--yellow", "open": "govuk-tag--blue"}


@dataclass(frozen=True)
class ChildStanding:
    """One child of a submission: where their contact stands."""

    name: str
    reference: str
    state: str
    colour: str
    outcome: str
    why: str
    due_at: datetime
    by_when: str
    waiting: bool
    late: bool
    """It waits, and the time by which a manager should have decided is over."""


def state_words(contact: Contact) -> str:
    """Where a contact stands, in words that a practitioner and a family understand."""
    if contact.approved_at is not None:
        return "Decided"
    return STATES.get(ContactState(contact.state), LOOKED_AT)


def standing(contact: Contact) -> ChildStanding:
    """Where a contact stands and, once approved, what was decided."""
    decided = contact.approved_at is not None
    waiting = not decided and contact.is_open
    decision = current_decision(contact)
    colour = "decided" if decided else "returned" if contact.state == ContactState.RETURNED else "open"
    return ChildStanding(
        name=contact.submitted_child.full_name,
        reference=contact.reference,
        state=state_words(contact),
        colour=COLOURS[colour],
        outcome=OUTCOMES.get(Outcome(contact.outcome), "") if decided and contact.outcome else "",
        why=decision.words_for_referrer if decided and decision is not None else "",
        due_at=contact.decision_due_at,
        by_when=until(contact.decision_due_at),
        waiting=waiting,
        late=waiting and contact.decision_due_at < clock.now(),
    )


def current_decision(contact: Contact) -> Decision | None:
    """The approved decision, where the selector has fetched it."""
    approved: list[Decision] = getattr(contact, "approved_decisions", [])
    return approved[0] if approved else None


def timeline(submission: Submission, contacts: Sequence[Contact]) -> list[dict[str, Any]]:
    """What the sender may know of what happened, newest first."""
    several = len(contacts) > 1
    entries: list[dict[str, Any]] = [{"title": "Received", "at": submission.received_at, "text": ""}]
    for contact in contacts:
        whose = f": {contact.submitted_child.full_name}" if several else ""
        if contact.screened_at is not None:
            entries.append({"title": f"A social worker began to look at it{whose}", "at": contact.screened_at})
        if contact.approved_at is not None:
            entries.append({"title": f"Decided{whose}", "at": contact.approved_at, "text": standing(contact).outcome})
    entries.sort(key=lambda entry: entry["at"])
    return entries[::-1]


def list_row(submission: Submission) -> dict[str, Any]:
    """One line of “My referrals”."""
    return {
        "reference": submission.reference,
        "url": reverse("referrals:submission", args=[submission.reference]),
        "received_at": submission.received_at,
        "sender": submission.referrer_name,
        "urgent": submission.urgent,
        "children": [standing(contact) for contact in submission.contacts.all()],
    }


def decided_rows(submissions: Sequence[Submission]) -> list[Row]:
    """The decisions of the last two weeks on what somebody sent, newest first; they name no child."""
    since = clock.now() - CAME_BACK_WITHIN
    rows = []
    for submission in submissions:
        decided = [contact for contact in submission.contacts.all() if contact.approved_at is not None]
        at = max((contact.approved_at for contact in decided if contact.approved_at is not None), default=None)
        if at is None or at < since:
            continue
        outcomes = dict.fromkeys(seen.outcome for contact in decided if (seen := standing(contact)).outcome)
        rows.append(
            Row(
                title="Decision on what you referred",
                reference=submission.reference,
                href=reverse("referrals:submission", args=[submission.reference]),
                origin="",
                at=at,
                due_at=None,
                text=f"{'; '.join(outcomes)}, {words.moment(at)}" if outcomes else words.moment(at),
            )
        )
    return sorted(rows, key=lambda row: row.at, reverse=True)


def unanswered_rows(submissions: Sequence[Submission]) -> list[Row]:
    """What somebody sent and has heard nothing of, with where to ask; they name no child."""
    return [
        Row(
            title="You have not been told what was decided",
            reference=row.reference,
            href=reverse("referrals:messages", args=[row.reference]),
            origin="",
            at=row.received_at,
            due_at=None,
            text=f"Sent on {words.date(row.received_at)}. Ask the MASH.",
        )
        for row in submissions
    ]


def answer_cards(submission: Submission) -> list[dict[str, Any]]:
    """The form as it was asked and answered on the day."""
    return [
        {
            "title": section["title"],
            "rows": folded((row["question"], row["answer"]) for row in section["answers"]),
        }
        for section in submission.answers
    ]


def by_when(contacts: Sequence[Contact]) -> str:
    """By when a manager decides on all of them."""
    return until(max(contact.decision_due_at for contact in contacts)) if contacts else ""


def until(due: datetime) -> str:
    """A due time after "by": "the end of Thursday 19 November 2026", or the moment where it is not the end of a day."""
    local = due.astimezone(clock.LONDON)
    if (local.hour, local.minute) == LAST_MINUTE:
        return f"the end of {local:%A} {words.date(due)}"
    return words.moment(due)
