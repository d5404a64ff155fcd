"""Changing what was sent: a new version with a reason, beside all earlier ones; and what that means for a decision."""

from dataclasses import asdict
from typing import Any

from accounts.models import AgencyClient, Person
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Conflict, Refused
from foundation.events import Subject
from foundation.service import service
from foundation.states import move
from referrals.deadlines import DECISION
from referrals.models import DECIDED_STATES, Amendment, Contact, ContactState, ContactTask, Decision, Message, Submission
from referrals.rules.amending import (
    AMENDABLE,
    FIRST_VERSION,
    as_it_stands,
    changes_between,
    check_page,
    check_reason,
    may_be_amended,
    values_of,
    with_section,
)
from referrals.rules.submission import AnsweredSection
from referrals.rules.triage import TRANSITIONS, check_another_approves
from referrals.selectors.drafts import Writer
from referrals.selectors.versions import newest_amendment
from referrals.services.locking import hold, keep
from referrals.services.messages import hold_submission, say
from referrals.services.quality import score_amended
from referrals.services.triage import open_task, subject_of
from work.selectors.open_work import clock_of
from work.services.clocks import start_clock

SUBMISSION = "submission"
READ_AGAIN = "Read what the referrer changed, and rate again if it calls for it"
LOOK_AGAIN = "Look again at the decision: the facts changed after it was approved"
LAPSED = "The facts changed after this decision was approved, so the approval has lapsed. Look at what changed and confirm it."


@service
def amend_submission(
    *,
    by: Writer | AgencyClient,
    reference: str,
    seen: int,
    page: str,
    values: dict[str, Any],
    before: AnsweredSection | None,
    after: AnsweredSection,
    reason: str,
) -> Amendment:
    """Write a new version of what one sent, follows, or whose agency one leads: one page of it, as it now reads.

    `values`: the page's columns; `before` and `after`: its questions with their answers; `seen`: the version that the page
    showed. The same change pressed again gives the version that there is. Refuses without a reason, what the form refuses, a
    change that changes nothing, and (Conflict) when somebody else amended it meanwhile.
    """
    check_reason(reason)
    submission = hold_submission(by, reference)
    newest = newest_amendment(submission)
    standing = as_it_stands(submission, newest)
    _check_columns(page, values, standing)
    changes = changes_between(before, after)
    if newest is not None and newest.number == seen + 1 and _same(newest, by, after, reason):
        return newest
    if seen != (newest.number if newest else FIRST_VERSION):
        raise Conflict("This referral was amended while you had the page open. Look at what it says now, then send yours again.")
    if not changes:
        raise Refused("Nothing is different from what stands there now.")
    for name, value in values.items():
        setattr(standing, name, value)
    check_page(page, standing, clock.now(), clock.today())
    made = Amendment.objects.create(
        submission=submission,
        number=seen + 1,
        reason=reason,
        values=values_of(standing),
        answers=with_section(standing.answers, after),
        changes={"title": after["title"], "questions": [asdict(change) for change in changes]},
        amended_at=clock.now(),
        amended_by=by.actor_reference,
    )
    score_amended(standing, made)
    _follow(submission, made, by, [change.question for change in changes])
    return made


def _check_columns(page: str, values: dict[str, Any], standing: Submission) -> None:
    if not may_be_amended(page, standing.answers):
        raise Refused("This part of a referral cannot be amended.")
    if set(values) - set(AMENDABLE.get(page, ())):
        raise Refused("This page does not hold these answers.")


def _same(newest: Amendment, by: Actor, after: AnsweredSection, reason: str) -> bool:
    return newest.amended_by == by.actor_reference and newest.reason == reason and after in newest.answers


def _follow(submission: Submission, made: Amendment, by: Actor, questions: list[str]) -> None:
    """Tell the MASH what changed; every contact reacts as its state asks."""
    events.record(
        verb="referrals.amended",
        by=by,
        subject=Subject(SUBMISSION, submission.reference),
        reason=made.reason,
        data={"version": made.number},
    )
    contacts = list(Contact.objects.select_for_update(of=("self",)).filter(submission=submission).order_by("position"))
    for contact in contacts:
        facts_changed(contact, by)
        events.record(
            verb="referrals.amended", by=by, subject=subject_of(contact), reason=made.reason, data={"version": made.number}
        )
    body = f"Amended (version {made.number}): {'; '.join(questions)}\nWhy: {made.reason}"
    say(submission, by=by, kind=Message.Kind.AMENDED, body=body, once=f"amended:{made.number}", from_mash=False)


def facts_changed(contact: Contact, by: Actor) -> None:
    """Let a contact react to new facts: it comes back, is read again, or its decision is marked. Part of services.

    An approval given before has lapsed: the contact is not signed off until a manager has looked again. What was begun for
    the child goes on meanwhile. A closed contact stays closed; its people are told by the message, and a manager may reopen.
    """
    if contact.state == ContactState.RETURNED:
        _come_back(contact, by)
        return
    approval_lapses(contact, by)
    if contact.is_open and contact.state not in DECIDED_STATES:
        _open_once(contact, by, ContactTask.Kind.OTHER, READ_AGAIN)
    keep(contact, "state")


def approval_lapses(contact: Contact, by: Actor) -> None:
    """Mark the decision of a contact whose facts changed, and let a manager look again where one had approved it.

    Before a decision and after the sign-off nothing happens. Part of services, which keep the contact's state afterwards.
    """
    decision = contact.decisions.select_for_update().filter(sent_back_at__isnull=True, superseded_at__isnull=True).first()
    if contact.state in {ContactState.PROPOSED, *DECIDED_STATES} and decision is not None:
        decision.facts_changed_at, decision.facts_changed_by = clock.now(), by.actor_reference
        decision.save(update_fields=["facts_changed_at", "facts_changed_by"])
    if contact.state in DECIDED_STATES:
        _open_once(contact, by, ContactTask.Kind.LOOK_AGAIN, LOOK_AGAIN)
        move(TRANSITIONS, contact, "open_tasks")
        events.record(verb="referrals.approval_lapsed", by=by, subject=subject_of(contact))


def _open_once(contact: Contact, by: Actor, kind: str, title: str) -> None:
    if not contact.tasks.filter(kind=kind, title=title, done_at__isnull=True, waived_at__isnull=True).exists():
        open_task(contact, by, kind, title)


def _come_back(contact: Contact, by: Actor) -> None:
    """A returned contact is in the queue again, with a new clock for its decision."""
    move(TRANSITIONS, contact, "come_back")
    contact.closed_at, contact.closed_by = None, ""
    first = clock_of(subject_of(contact), DECISION)
    running = start_clock(
        by=by,
        kind=DECISION,
        subject=subject_of(contact),
        started_at=clock.now(),
        owner_team=first.owner_team if first else None,
    )
    contact.decision_due_at = running.due_at
    keep(contact, "state", "closed_at", "closed_by", "decision_due_at")
    events.record(verb="referrals.came_back", by=by, subject=subject_of(contact))


@service
def confirm_decision(*, by: Person, reference: str, version: int, reason: str) -> Decision:
    """Let an approved decision stand although the facts changed. A manager who neither screened nor proposed, with a reason.

    Refused unless the approval has lapsed. Whoever finds that it cannot stand reopens the contact instead.
    """
    if not reason.strip():
        raise Refused("Enter why the decision stands.", field="reason")
    contact = hold(by, reference, version)
    decision = contact.decisions.select_for_update().filter(sent_back_at__isnull=True, superseded_at__isnull=True).first()
    if contact.state not in DECIDED_STATES or decision is None or not decision.facts_changed:
        raise Refused("The facts have not changed since a manager looked at this decision.")
    check_another_approves(by.actor_reference, contact.screened_by, decision.proposed_by)
    moment = clock.now()
    decision.facts_changed_at, decision.facts_changed_by = None, ""
    decision.confirmed_at, decision.confirmed_by, decision.confirmed_because = moment, by.actor_reference, reason
    decision.save(update_fields=["facts_changed_at", "facts_changed_by", "confirmed_at", "confirmed_by", "confirmed_because"])
    tasks = contact.tasks.filter(done_at__isnull=True, waived_at__isnull=True)
    tasks.filter(kind=ContactTask.Kind.LOOK_AGAIN).update(done_at=moment, done_by=by.actor_reference)
    if not tasks.exists():
        move(TRANSITIONS, contact, "finish_tasks")
    keep(contact, "state")
    events.record(verb="referrals.decision_confirmed", by=by, subject=subject_of(contact), reason=reason)
    return decision
