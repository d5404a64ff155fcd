"""Changing what was sent: a new version with a reason, beside all earlier ones; and what that means for a decision."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.conf import settings

from accounts.models import AgencyClient, Person
from children.rules import details as identity
from children.services import change_child
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Conflict, Incomplete, NotVisible, Refused
from foundation.events import Subject
from foundation.service import service
from foundation.states import move
from referrals.deadlines import DECISION
from referrals.models import (
    DECIDED_STATES,
    Amendment,
    Contact,
    ContactState,
    ContactTask,
    Decision,
    Message,
    Submission,
    SubmissionPerson,
    SubmissionRelation,
)
from referrals.models.submissions import FIRST_VERSION
from referrals.rules.amending import (
    AMENDABLE,
    as_it_stands,
    changes_between,
    check_page,
    check_reason,
    may_be_amended,
    values_of,
    with_section,
)
from referrals.rules.checking import Asked, asked_by, problems_of_child, problems_of_person
from referrals.rules.submission import MOST_PEOPLE, AnsweredSection, ChildGiven, PersonGiven
from referrals.rules.triage import TRANSITIONS, check_another_approves, check_goes_on
from referrals.selectors.consent import overrides_of
from referrals.selectors.drafts import Writer
from referrals.selectors.versions import PeopleStanding, newest_amendment, standing_children, standing_people
from referrals.services.likely import compare_anew
from referrals.services.locking import hold, keep
from referrals.services.messages import hold_submission, say
from referrals.services.quality import score_amended
from referrals.services.told import child_row, person_row, places_written, relation_rows
from referrals.services.triage import open_task, subject_of
from work.selectors.open_work import clock_of
from work.services.clocks import start_clock

SUBMISSION = "submission"
READ_AGAIN = "Read what the referrer changed, and rate again if it calls for it"
LOOK_AGAIN = "Look again at the decision: the facts changed after it was approved"
MATCH_AGAIN = "Look again for what is known: who the child is was amended"


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
    change = Changed(seen, before, after, reason)
    if (made := _ready(change, newest, by)) is not None:
        return made
    for name, value in values.items():
        setattr(standing, name, value)
    check_page(page, standing, clock.now(), clock.today())
    made = write_version(standing, change, by)
    score_amended(standing, made)
    follow(submission, made, by)
    return made


@dataclass(frozen=True)
class Changed:
    """What an amendment changes: the version that its page showed, the page as it stood and as it now reads, and why."""

    seen: int
    before: AnsweredSection | None
    after: AnsweredSection
    reason: str


@service
def amend_child(*, by: Writer, reference: str, position: int, child: ChildGiven, change: Changed) -> Amendment:
    """Describe a child of a submission (1 for the first) otherwise: a new version of the child beside the earlier ones.

    The child's record follows. Where a mark changed it is found under new keys, the history check is open again, and it is
    compared anew with all that is known. Refuses what `amend_submission` refuses, and what the form refuses of a child.
    """
    check_reason(change.reason)
    submission = hold_submission(by, reference)
    contact = _contact_at(submission, position)
    check_child(submission, child, position)
    newest = newest_amendment(submission)
    if (made := _ready(change, newest, by)) is not None:
        return made
    given = replace(child, details=identity.tidied(child.details, test_numbers=settings.TEST_NHS_NUMBERS))
    standing = as_it_stands(submission, newest)
    made = write_version(standing, change, by)
    row = child_row(submission, given, position, places_written([given]), version=made.number)
    row.save()
    Contact.objects.filter(pk=contact.pk).update(submitted_child=row)
    if change_child(by=by, child=contact.child, details=given.details):
        _match_again(contact, by)
        compare_anew(submission, contact, made.number)
    score_amended(standing, made)
    follow(submission, made, by)
    return made


@service
def amend_person(*, by: Writer, reference: str, position: int, person: PersonGiven, change: Changed) -> Amendment:
    """Describe somebody of the household or network (1 for the first) otherwise, or add one after the last.

    Refuses what `amend_submission` refuses, and what the form refuses of a person.
    """
    check_reason(change.reason)
    submission = hold_submission(by, reference)
    standing_there, children = PeopleStanding(submission.pk), standing_children(submission.pk)
    people = standing_there.each()
    known = any(one.position == position for one in people)
    if not known and position != standing_there.next_position:
        raise NotVisible
    if not known and len(people) >= MOST_PEOPLE:
        raise Refused(f"A referral names at most {MOST_PEOPLE} people.")
    page = f"people/{position}"
    if wrong := list(problems_of_person(person, page, clock.today(), children=len(children))):
        raise Incomplete(wrong)
    newest = newest_amendment(submission)
    if (made := _ready(change, newest, by)) is not None:
        return made
    standing = as_it_stands(submission, newest)
    made = write_version(standing, change, by)
    row = person_row(submission, person, position, version=made.number)
    row.save()
    SubmissionRelation.objects.bulk_create(relation_rows(row, person.relations, children))
    score_amended(standing, made)
    follow(submission, made, by)
    return made


@service
def take_person_away(*, by: Writer, reference: str, position: int, change: Changed) -> Amendment:
    """Tell no more of somebody of the household or network: in a version, with the reason; what was sent stays beside it.

    Refuses what `amend_submission` refuses; who does not stand there does not exist.
    """
    check_reason(change.reason)
    submission = hold_submission(by, reference)
    newest = newest_amendment(submission)
    if newest is not None and newest.number == change.seen + 1 and _same(newest, by, change.after, change.reason):
        return newest
    person = next((one for one in standing_people(submission.pk) if one.position == position), None)
    if person is None:
        raise NotVisible
    _check_seen(change, newest)
    standing = as_it_stands(submission, newest)
    made = write_version(standing, change, by)
    SubmissionPerson.objects.create(
        submission=submission, position=position, version=made.number, kind=person.kind, name=person.name, taken_away=True
    )
    score_amended(standing, made)
    follow(submission, made, by)
    return made


def _contact_at(submission: Submission, position: int) -> Contact:
    rows = Contact.objects.select_for_update(of=("self",)).select_related("child")
    contact = rows.filter(submission=submission, position=position).first()
    if contact is None:
        raise NotVisible
    return contact


def check_child(submission: Submission, child: ChildGiven, position: int) -> None:
    """Refuse what the form refuses of a child; what was sent by a way that asks less may go on saying less. Part of services."""
    whole = asked_by(submission.channel) is Asked.FORM and not submission.immediate_danger
    found = problems_of_child(child, f"children/{position}", clock.today(), whole=whole, test_numbers=settings.TEST_NHS_NUMBERS)
    if wrong := list(found):
        raise Incomplete(wrong)


def _ready(change: Changed, newest: Amendment | None, by: Actor) -> Amendment | None:
    """The version that there is where the same was pressed again; otherwise nothing, or why it cannot be written."""
    if newest is not None and newest.number == change.seen + 1 and _same(newest, by, change.after, change.reason):
        return newest
    _check_seen(change, newest)
    if not changes_between(change.before, change.after):
        raise Refused("Nothing is different from what stands there now.")
    return None


def _check_seen(change: Changed, newest: Amendment | None) -> None:
    if change.seen != (newest.number if newest else FIRST_VERSION):
        raise Conflict("This referral was amended while you had the page open. Look at what it says now, then send yours again.")


def check_seen(change: Changed, standing: Submission) -> None:
    """Refuse (Conflict) what was written on a page that showed another version. Part of services that hold the submission."""
    _check_seen(change, newest_amendment(standing))


def write_version(standing: Submission, change: Changed, by: Actor) -> Amendment:
    """Write the next version of a submission as it now stands. Part of services."""
    changes = changes_between(change.before, change.after)
    return Amendment.objects.create(
        submission_id=standing.pk,
        number=change.seen + 1,
        reason=change.reason,
        values=values_of(standing),
        answers=with_section(standing.answers, change.after),
        changes={"title": change.after["title"], "questions": [asdict(one) for one in changes]},
        amended_at=clock.now(),
        amended_by=by.actor_reference,
    )


def _match_again(contact: Contact, by: Actor) -> None:
    """Let whoever works on a contact look again for what is known of a child who is described otherwise now."""
    contact.refresh_from_db(fields=["state"])
    checked = contact.tasks.filter(kind=ContactTask.Kind.HISTORY_CHECK)
    if contact.is_open and checked.exists() and not checked.filter(done_at__isnull=True, waived_at__isnull=True).exists():
        open_task(contact, by, ContactTask.Kind.HISTORY_CHECK, MATCH_AGAIN)


def _check_columns(page: str, values: dict[str, Any], standing: Submission) -> None:
    if not may_be_amended(page, standing.answers):
        raise Refused("This part of a referral cannot be amended.")
    if set(values) - set(AMENDABLE.get(page, ())):
        raise Refused("This page does not hold these answers.")


def _same(newest: Amendment, by: Actor, after: AnsweredSection, reason: str) -> bool:
    return newest.amended_by == by.actor_reference and newest.reason == reason and after in newest.answers


def follow(submission: Submission, made: Amendment, by: Actor, arrived: Sequence[Contact] = ()) -> None:
    """Tell the MASH what changed; every contact reacts as its state asks, save those that `arrived` with it. Part of services."""
    questions = [change["question"] for change in made.changes["questions"]]
    events.record(
        verb="referrals.amended",
        by=by,
        subject=Subject(SUBMISSION, submission.reference),
        reason=made.reason,
        data={"version": made.number},
    )
    contacts = list(Contact.objects.select_for_update(of=("self",)).filter(submission=submission).order_by("position"))
    new = {contact.pk for contact in arrived}
    for contact in contacts:
        if contact.pk not in new:
            facts_changed(contact, by)
        events.record(
            verb="referrals.amended", by=by, subject=subject_of(contact), reason=made.reason, data={"version": made.number}
        )
    told = f"{made.changes['title']} was added" if arrived else "; ".join(questions)
    body = f"Amended (version {made.number}): {told}\nWhy: {made.reason}"
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

    Refused unless the approval has lapsed, and where the family does not agree now and nothing says why it goes on. Whoever
    finds that it cannot stand reopens the contact instead.
    """
    if not reason.strip():
        raise Refused("Enter why the decision stands.", field="reason")
    contact = hold(by, reference, version)
    decision = contact.decisions.select_for_update().filter(sent_back_at__isnull=True, superseded_at__isnull=True).first()
    if contact.state not in DECIDED_STATES or decision is None or not decision.facts_changed:
        raise Refused("The facts have not changed since a manager looked at this decision.")
    check_another_approves(by.actor_reference, contact.screened_by, decision.proposed_by)
    overrides = overrides_of(contact)
    because = decision.consent_overridden_because or (overrides[0].reason if overrides else "")
    check_goes_on(decision.outcome, contact.submission.consent_status, because)
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
