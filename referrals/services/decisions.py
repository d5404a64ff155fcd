"""What is to happen for a child: proposed by one, approved or sent back by another; reopened by a manager with a reason."""

from collections.abc import Sequence

from django.conf import settings

from accounts.models import Person, Team
from accounts.services.grants import end_grants, give_team_grant
from children.services import end_involvements, write_chronology
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.mail import queue_mail
from foundation.service import service
from foundation.states import move
from referrals.deadlines import DECISION, INFORMATION
from referrals.models import (
    DECIDED_STATES,
    SEE_CONTACT,
    Channel,
    Contact,
    ContactTask,
    ContactTeamGrant,
    Decision,
    DecisionEvidence,
    Outcome,
    ThresholdLevel,
)
from referrals.rules.chronology import DECIDED, REOPENED
from referrals.rules.triage import (
    CPIS_NOTICE,
    FOLLOWS,
    HANDOVER_TITLES,
    STRATEGY_DISCUSSION,
    TRANSITIONS,
    check_another_approves,
    check_family_agreed,
    check_goes_on,
    check_override,
    handover_task,
)
from referrals.selectors.checks import Evidence, evidence_on
from referrals.selectors.consent import overrides_of
from referrals.selectors.contacts import casework_of, team_of, teams_receiving
from referrals.selectors.duty import sender_to_write_to
from referrals.services.consent import approve_override
from referrals.services.locking import hold, keep
from referrals.services.steps import when_step_decided
from referrals.services.triage import open_task, subject_of
from work.models import Handover
from work.selectors.open_work import clock_of, open_work_on
from work.services.clocks import start_clock, stop_clock
from work.services.handovers import offer_handover, withdraw_handover

Kind = ContactTask.Kind
FEEDBACK = ("feedback_at", "feedback_by")


@service
def propose_decision(
    *,
    by: Person,
    reference: str,
    version: int,
    outcome: str,
    threshold_level: int,
    reasons: str,
    words_for_referrer: str,
    consent_overridden_because: str = "",
    evidence: Sequence[str] = (),
) -> Decision:
    """Propose what is to happen, for a manager to approve. A decision that stood before a reopening is superseded by it.

    Refuses before the contact is rated, without reasons or words for the referrer, going on without the family's agreement
    while nothing says on which basis, early help that the family did not agree to, an outcome for which no team is there, and
    `evidence` that this contact does not have.
    """
    _check_words(outcome, threshold_level, reasons, words_for_referrer)
    contact = hold(by, reference, version)
    move(TRANSITIONS, contact, "propose")
    if not contact.rating:
        raise Refused("Rate the contact before you propose a decision.")
    check_family_agreed(outcome, contact.submission.consent_status)
    overrides = overrides_of(contact)
    because = consent_overridden_because.strip() or (overrides[0].reason if overrides else "")
    check_override(outcome, contact.submission.consent_status, because)
    _check_team(outcome)
    rests_on = _evidence(contact, evidence)
    moment = clock.now()
    contact.decisions.filter(superseded_at__isnull=True, sent_back_at__isnull=True).update(
        superseded_at=moment, superseded_by=by.actor_reference
    )
    decision = Decision.objects.create(
        contact=contact,
        number=contact.decisions.count() + 1,
        outcome=outcome,
        threshold_level=threshold_level,
        reasons=reasons,
        words_for_referrer=words_for_referrer,
        consent_overridden_because=because,
        proposed_at=moment,
        proposed_by=by.actor_reference,
    )
    for one in rests_on:
        DecisionEvidence.objects.create(decision=decision, code=one.code, label=one.label)
    if contact.proposed_at is None:
        contact.proposed_at, contact.proposed_by = moment, by.actor_reference
    keep(contact, "state", "proposed_at", "proposed_by")
    _record(contact, by, "referrals.decision_proposed", data={"outcome": outcome, "decision": decision.number})
    return decision


def _evidence(contact: Contact, codes: Sequence[str]) -> list[Evidence]:
    """What the decision rests on, in the words of today."""
    known = {one.code: one for one in evidence_on(contact, casework_of(contact).requests)}
    if set(codes) - set(known):
        raise Refused("What the decision rests on has changed. Select it again.", field="evidence")
    return [known[code] for code in dict.fromkeys(codes)]


def _check_words(outcome: str, threshold_level: int, reasons: str, words_for_referrer: str) -> None:
    if outcome not in Outcome.values:
        raise Refused("Select an outcome.", field="outcome")
    if threshold_level not in ThresholdLevel.values:
        raise Refused("Select the level of need.", field="threshold_level")
    if not reasons.strip():
        raise Refused("Enter the reasons for the record.", field="reasons")
    if not words_for_referrer.strip():
        raise Refused("Enter what the referrer is told.", field="words_for_referrer")


def _check_team(outcome: str) -> list[Team]:
    """The teams that could take over; refuses where one must and none is there."""
    follows = FOLLOWS[outcome]
    teams = teams_receiving(follows.handover) if follows.handover else []
    if follows.needs_team and not teams:
        title = HANDOVER_TITLES[follows.handover].lower()
        raise Refused(f"No team takes over “{title}” at the moment. Ask the system administrator to name one.", field="outcome")
    return teams


@service
def send_back(*, by: Person, reference: str, version: int, reason: str) -> Decision:
    """Send a proposed decision back to be thought over. A manager; refused without a reason, and when none is proposed."""
    if not reason.strip():
        raise Refused("Enter why you send it back.", field="reason")
    contact = hold(by, reference, version)
    move(TRANSITIONS, contact, "send_back")
    decision = _waiting(contact)
    decision.sent_back_at, decision.sent_back_by, decision.sent_back_reason = clock.now(), by.actor_reference, reason
    decision.save(update_fields=["sent_back_at", "sent_back_by", "sent_back_reason"])
    if contact.approved_at is None:
        contact.proposed_at, contact.proposed_by = None, ""
    keep(contact, "state", "proposed_at", "proposed_by")
    _record(contact, by, "referrals.decision_sent_back", reason=reason, data={"decision": decision.number})
    return decision


@service
def approve_decision(*, by: Person, reference: str, version: int, team: str = "") -> Decision:
    """Approve what another proposed: the clock stops, the referrer is told, tasks open, and the team of this code is offered it.

    A manager who neither screened nor proposed. The contact keeps the moment of its first approval, from which timeliness is
    measured; later ones stand in their decisions. Refused when no decision waits, and what the
    family's agreement no longer carries.
    """
    contact = hold(by, reference, version)
    move(TRANSITIONS, contact, "approve")
    decision = _waiting(contact)
    check_another_approves(by.actor_reference, contact.screened_by, decision.proposed_by)
    overrides = overrides_of(contact)
    because = decision.consent_overridden_because or (overrides[0].reason if overrides else "")
    check_goes_on(decision.outcome, contact.submission.consent_status, because)
    approve_override(contact, decision, by)
    moment = clock.now()
    decision.approved_at, decision.approved_by = moment, by.actor_reference
    decision.facts_changed_at, decision.facts_changed_by = None, ""  # the manager has seen them
    decision.save(update_fields=["approved_at", "approved_by", "facts_changed_at", "facts_changed_by"])
    if contact.approved_at is None:
        contact.approved_at, contact.approved_by = moment, by.actor_reference
        contact.first_due_at = contact.decision_due_at
    contact.outcome, contact.threshold_level = decision.outcome, decision.threshold_level
    for kind in (DECISION, INFORMATION):
        stop_clock(by=by, kind=kind, subject=subject_of(contact), outcome="decided")
    _tell_referrer(contact, decision, by)
    _open_tasks(contact, decision, by, team)
    when_step_decided(contact, decision.outcome, decision.words_for_referrer, by)
    move(TRANSITIONS, contact, "open_tasks")
    keep(contact, "state", "approved_at", "approved_by", "first_due_at", "outcome", "threshold_level", *FEEDBACK)
    _record(contact, by, "referrals.decision_approved", data={"outcome": decision.outcome, "decision": decision.number})
    write_chronology(by=by, child=contact.child, kind=DECIDED, record=subject_of(contact), detail=decision.outcome)
    return decision


def _waiting(contact: Contact) -> Decision:
    """The proposed decision, locked."""
    return contact.decisions.select_for_update().get(
        approved_at__isnull=True, sent_back_at__isnull=True, superseded_at__isnull=True
    )


def _tell_referrer(contact: Contact, decision: Decision, by: Person) -> None:
    """Put the outcome before a referrer who can open it, with an email that says only that there is news; others are rung."""
    sender = sender_to_write_to(contact.submission)
    if sender is None:
        open_task(contact, by, Kind.REFERRER_TOLD, "Tell the referrer the outcome, by telephone or letter")
        _write_to_the_public(contact, decision)
        return
    queue_mail(
        to=sender.email,
        template="news",
        context={"path": sender.path},
        key=f"outcome:{contact.reference}:{decision.number}",
    )
    open_task(contact, by, Kind.REFERRER_TOLD, "Tell the referrer the outcome", done=True)
    if contact.feedback_at is None:
        contact.feedback_at, contact.feedback_by = clock.now(), by.actor_reference
    _record(contact, by, "referrals.referrer_told", data={"decision": decision.number, "channel": "portal"})


def _write_to_the_public(contact: Contact, decision: Decision) -> None:
    """To a family or neighbour who gave an address: there is news, and somebody will ring or write; nothing of what it is."""
    submission = contact.submission
    if submission.channel == Channel.PUBLIC and submission.referrer_email:
        queue_mail(
            to=submission.referrer_email,
            template="public_news",
            context={"reference": submission.reference},
            key=f"public-news:{contact.reference}:{decision.number}",
        )


def _open_tasks(contact: Contact, decision: Decision, by: Person, team_code: str) -> None:
    open_task(contact, by, Kind.FAMILY_TOLD, "Tell the family what was decided, or note why it is not safe to")
    follows = FOLLOWS[decision.outcome]
    teams = _check_team(decision.outcome)
    if teams:
        chosen = _chosen(teams, team_code)
        offer(contact, by, follows.handover, chosen)
    elif follows.notice:
        open_task(contact, by, Kind.NOTICE, follows.notice)
    if decision.outcome in settings.CPIS_NOTICE_OUTCOMES:
        open_task(contact, by, Kind.CPIS, CPIS_NOTICE)


def _chosen(teams: Sequence[Team], code: str) -> Team:
    chosen = next((team for team in teams if team.code == code), None) if code else teams[0]
    if chosen is None:
        raise Refused("Select a team that takes over this kind of work.", field="team")
    return chosen


def offer(contact: Contact, by: Person, kind: str, team: Team) -> Handover:
    """Offer a contact to a team, let it see the contact, and open the task that waits for its answer. Part of services."""
    handover = offer_handover(
        by=by,
        kind=kind,
        subject=subject_of(contact),
        from_team=team_of(by, contact),
        to_team=team,
        variant=contact.rating if kind == STRATEGY_DISCUSSION else "",
    )
    give_team_grant(
        by=by, record=contact, team=team, codename=SEE_CONTACT, reason="Offered to this team", grants=ContactTeamGrant
    )
    open_task(contact, by, Kind.HANDOVER, handover_task(kind, team.name), waits_for=("handover", handover.reference))
    return handover


@service
def reopen(*, by: Person, reference: str, version: int, reason: str) -> Contact:
    """Think a decided or signed-off contact over. A manager, with a reason; every moment that is on record stays.

    Open offers are withdrawn and open tasks of the decision waived; a new clock runs for the new decision, while timeliness
    is still measured by when the first one was due. What was decided stands until another decision is proposed.
    """
    if not reason.strip():
        raise Refused("Enter why you reopen it.", field="reason")
    contact = hold(by, reference, version)
    was_decided = contact.state in DECIDED_STATES
    move(TRANSITIONS, contact, "reopen")
    if was_decided:
        _take_back(contact, by, reason)
    contact.closed_at, contact.closed_by = None, ""
    first = clock_of(subject_of(contact), DECISION)
    running = start_clock(
        by=by,
        kind=DECISION,
        subject=subject_of(contact),
        started_at=clock.now(),
        owner_team=first.owner_team if first else team_of(by, contact),
    )
    contact.decision_due_at = running.due_at
    keep(contact, "state", "closed_at", "closed_by", "decision_due_at")
    _record(contact, by, "referrals.reopened", reason=reason)
    write_chronology(by=by, child=contact.child, kind=REOPENED, record=subject_of(contact))
    return contact


def _take_back(contact: Contact, by: Person, reason: str) -> None:
    """Withdraw what was offered, end the sight that came with it, and waive what is left of the decision's tasks."""
    for handover in open_work_on(subject_of(contact)).handovers:
        withdraw_handover(by=by, reference=handover.reference)
        end_sight_of(handover.to_team, contact, by)
    moment = clock.now()
    for task in casework_of(contact).open_tasks:
        if task.kind not in {Kind.INFORMATION_REQUEST, Kind.HISTORY_CHECK}:
            task.waived_at, task.waived_by, task.waived_reason = moment, by.actor_reference, f"Reopened: {reason}"
            task.save(update_fields=["waived_at", "waived_by", "waived_reason"])


def end_sight_of(team: Team, contact: Contact, by: Actor) -> None:
    """Close a contact to a team that no longer has it, and to those of its people who were named on it. Part of services."""
    end_grants(by=by, grants=contact.team_grants.filter(group=team.group_id))
    end_grants(by=by, grants=contact.person_grants.filter(holding__team=team))
    end_involvements(by=by, record=subject_of(contact), team=team)


def _record(
    contact: Contact, by: Person, verb: str, *, reason: str = "", data: dict[str, str | int | bool | None] | None = None
) -> None:
    events.record(verb=verb, by=by, subject=subject_of(contact), reason=reason, data=data)
