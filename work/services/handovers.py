"""Handovers: offered to a team, accepted or returned by it, withdrawn by whoever offered."""

from collections.abc import Collection

from django.db.models import QuerySet

from accounts.access_table import acting_for, role_codes, sighted_team_ids
from accounts.models import Person, Team
from foundation import clock as time
from foundation.actors import Actor
from foundation.belonging import model_of_kind
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from work.kinds import WHOLE_TEAM, HandoverKind, followers, handover_kinds
from work.models import Handover
from work.rules import HANDOVER_TRANSITIONS
from work.selectors.handovers import hidden_among, may_answer
from work.selectors.recipients import members
from work.services.clocks import start_clock, stop_clock
from work.services.reminders import tell


@service
def offer_handover(
    *,
    by: Actor,
    kind: str,
    subject: Subject,
    from_team: Team | None,
    to_team: Team,
    note: str = "",
    variant: str = "",
) -> Handover:
    """Offer a record to a team, and start the clock of its answer. Called inside services of upper apps.

    Due when the kind's deadline says, in its `variant`. Refuses to a closed team, to the team that offers, and while another
    offer of the same kind is open.
    """
    declared = handover_kinds()[kind]
    model_of_kind(subject.kind)
    if to_team.closed_on is not None and to_team.closed_on <= time.today():
        raise Refused("This team is closed. Select another team.", field="to_team")
    if from_team == to_team:
        raise Refused("Select another team than your own.", field="to_team")
    if _open_offers(kind, subject).exists():
        raise Refused("This has been offered to a team already. Wait for its answer, or withdraw the offer.")
    moment = time.now()
    offered = Handover.objects.create(
        kind=kind,
        subject_kind=subject.kind,
        subject_reference=subject.reference,
        from_team=from_team,
        to_team=to_team,
        note=note,
        offered_at=moment,
        offered_by=by.actor_reference,
    )
    offered.clock = start_clock(
        by=by,
        kind=declared.deadline,
        subject=Subject("handover", offered.reference),
        started_at=moment,
        owner_team=to_team,
        variant=variant,
    )
    offered.save(update_fields=["clock"])
    told = [one for one in members(to_team) if not _is_hidden(offered, one) or may_answer(one, offered)]
    tell(told, path_name="work:handover", reference=offered.reference)
    _record("handover.offered", by, offered)
    return offered


@service
def accept_handover(*, by: Actor, reference: str) -> Handover:
    """Take over what was offered to one's team. Who may: its members (of the kind's roles). Refused once it is decided."""
    handover, declared = _for_the_team(reference, by)
    move(HANDOVER_TRANSITIONS, handover, "accept")
    handover.accepted_at, handover.accepted_by = time.now(), by.actor_reference
    handover.save(update_fields=["state", "accepted_at", "accepted_by"])
    _stop(handover, by, "accepted")
    declared.on_accepted(handover, by)
    for follower in followers().get(handover.kind, ()):
        follower.on_accepted(handover, by)
    _record("handover.accepted", by, handover, agency=acting_for(by, handover.to_team.agency.code))
    return handover


@service
def return_handover(*, by: Actor, reference: str, reason: str) -> Handover:
    """Give back what was offered to one's team. Who may: its members. Refused without a reason, and once it is decided."""
    if not reason.strip():
        raise Refused("Enter why you return this.", field="reason")
    handover, declared = _for_the_team(reference, by)
    move(HANDOVER_TRANSITIONS, handover, "return")
    handover.returned_at, handover.returned_by, handover.return_reason = time.now(), by.actor_reference, reason
    handover.save(update_fields=["state", "returned_at", "returned_by", "return_reason"])
    _stop(handover, by, "returned")
    declared.on_returned(handover, by)
    for follower in followers().get(handover.kind, ()):
        follower.on_returned(handover, by)
    _record("handover.returned", by, handover, reason, acting_for(by, handover.to_team.agency.code))
    return handover


@service
def accept_handovers(*, by: Actor, references: Collection[str]) -> list[Handover]:
    """Take over several offers in one act, each as `accept_handover` does; what one of them refuses refuses them all."""
    return [accept_handover(by=by, reference=reference) for reference in sorted(set(references))]


@service
def return_handovers(*, by: Actor, references: Collection[str], reason: str) -> list[Handover]:
    """Give several offers back in one act with one reason, each as `return_handover` does; one refusal refuses them all."""
    return [return_handover(by=by, reference=reference, reason=reason) for reference in sorted(set(references))]


@service
def withdraw_handover(*, by: Actor, reference: str) -> Handover:
    """Take an offer back before it is answered. Called inside services of upper apps."""
    handover = _locked(reference)
    move(HANDOVER_TRANSITIONS, handover, "withdraw")
    handover.withdrawn_at, handover.withdrawn_by = time.now(), by.actor_reference
    handover.save(update_fields=["state", "withdrawn_at", "withdrawn_by"])
    _stop(handover, by, "withdrawn")
    _record("handover.withdrawn", by, handover)
    return handover


def _for_the_team(reference: str, by: Actor) -> tuple[Handover, HandoverKind]:
    """The locked handover, for somebody of the team that it was offered to; for anybody else it does not exist.

    Of a restricted record somebody named on it answers.
    """
    handover = _locked(reference)
    declared = handover_kinds()[handover.kind]
    if isinstance(by, Person):
        hidden = _is_hidden(handover, by)
        if handover.to_team_id not in sighted_team_ids(by) or (hidden and not may_answer(by, handover)):
            raise NotVisible
        if declared.roles is not WHOLE_TEAM and not declared.roles & role_codes(by):
            raise NotAllowed("Your role does not accept or return this. Ask your team’s manager.")
        if hidden:
            raise Refused("This is restricted to people who are named. Ask the team that offers it to name you first.")
    return handover, declared


def _is_hidden(handover: Handover, person: Person) -> bool:
    return bool(hidden_among(person, [handover]))


def _locked(reference: str) -> Handover:
    found = (
        Handover.objects.select_for_update(of=("self",))
        .select_related("from_team", "to_team", "clock")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def _open_offers(kind: str, subject: Subject) -> QuerySet[Handover]:
    return Handover.objects.filter(
        kind=kind, subject_kind=subject.kind, subject_reference=subject.reference, state=Handover.State.OFFERED
    )


def _stop(handover: Handover, by: Actor, outcome: str) -> None:
    kind = handover.clock.kind if handover.clock else handover_kinds()[handover.kind].deadline
    stop_clock(by=by, kind=kind, subject=Subject("handover", handover.reference), outcome=outcome)


def _record(verb: str, by: Actor, handover: Handover, reason: str = "", agency: str = "") -> None:
    record(
        verb=verb,
        by=by,
        subject=Subject(handover.subject_kind, handover.subject_reference),
        reason=reason,
        data={"kind": handover.kind, "handover": handover.reference, "to_team": handover.to_team.code},
        agency=agency,
    )
