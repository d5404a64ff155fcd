"""Child-in-need episodes: opened when a team accepts the referral, allocated, closed with a reason or without further action."""

from accounts.models import Person
from children.models import Child
from children.selectors.records import same_children, standing_id
from children.services import begin_involvement, end_involvements, write_chronology
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import london_date
from foundation.errors import NotVisible, Refused
from foundation.service import service
from foundation.versions import check_version
from referrals.kinds import closing_checks, no_action_checks
from referrals.models import Contact, Episode
from referrals.rules.episodes import EPISODE, check_closure, check_no_further_action
from referrals.selectors.episodes import case_file, last_closed_of, may_work_on, open_episode_of, visible_episodes, workers_of
from work.models import Handover
from work.services.clocks import start_clock, stop_clock
from work.services.reminders import tell

ASSESSMENT_CLOCK = "referrals.assessment"
REVIEW_CLOCK = "referrals.assessment_review"
PLAN_CLOCK = "referrals.plan_review"


def subject_of_episode(episode: Episode) -> events.Subject:
    """What events, clocks and the chronology call an episode."""
    return events.Subject(EPISODE, episode.reference)


def hold_episode(by: Person, reference: str, version: int) -> Episode:
    """The episode, locked until the transaction ends. For who may not see it, it does not exist.

    Refuses with `Conflict` when it has changed since version `version` was shown, and once it is closed.
    """
    found = (
        visible_episodes(by)
        .select_for_update(of=("self",))
        .select_related("contact__submitted_child", "contact__submission", "child", "team")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    check_version(
        found, version, "Somebody else changed this case while you had it open. Look at what happened, then send yours again."
    )
    if found.closed_on is not None:
        raise Refused("This episode is closed. A new referral opens another one.")
    return found


def keep_episode(episode: Episode, *fields: str) -> None:
    """Save these fields and mark every page that shows the episode as stale."""
    episode.version += 1
    episode.save(update_fields=["version", *fields])


def when_referral_accepted(handover: Handover, by: Actor) -> None:
    """A social work team has accepted a referral: the episode of its child opens. Part of accepting a handover."""
    contact = Contact.objects.select_related("child").get(reference=handover.subject_reference)
    if not Episode.objects.filter(contact=contact).exists():
        open_episode(by=by, contact=contact, handover=handover)


@service
def open_episode(*, by: Actor, contact: Contact, handover: Handover) -> Episode:
    """Open the episode of an accepted referral. Called inside the service that accepts it.

    The clock of the assessment has run since the referral was received. Refuses while an episode of this child is open: then
    the contact belongs to the team that has it. Where the last episode was closed after this referral was received, this one
    counts from that day, because episodes never overlap (8820).
    """
    child = Child.objects.select_for_update(of=("self",)).defer("keys").get(pk=standing_id(contact.child))
    standing = open_episode_of(child.pk)
    if standing is not None:
        raise Refused(
            f"{standing.team} has an open episode of this child ({standing.reference}). Return this to the MASH, which passes it "
            "on as already open."
        )
    received, before = london_date(contact.received_at), last_closed_of(child.pk)
    episode = Episode.objects.create(
        contact=contact,
        child=child,
        team=handover.to_team,
        referred_on=max(received, before.closed_on) if before and before.closed_on else received,
        opened_at=clock.now(),
        opened_by=by.actor_reference,
    )
    subject = subject_of_episode(episode)
    for kind in (ASSESSMENT_CLOCK, REVIEW_CLOCK):
        start_clock(by=by, kind=kind, subject=subject, started_at=contact.received_at, owner_team=episode.team)
    begin_involvement(by=by, child=child, team=episode.team, record=subject)
    write_chronology(by=by, child=child, kind="referrals.episode_opened", record=subject)
    record(episode, by, "referrals.episode_opened", data={"contact": contact.reference, "team": episode.team.code})
    return episode


@service
def allocate_episode(*, by: Person, reference: str, version: int, worker: str, note: str = "") -> Episode:
    """Give an episode to a worker of the team that has it (by reference). A team's manager.

    Refuses whoever does not work in the team, or may not see the referral because it is restricted to others.
    """
    episode = hold_episode(by, reference, version)
    chosen = next((one for one in workers_of(episode.team) if one.reference == worker), None)
    if chosen is None:
        raise Refused("Select a worker of the team.", field="worker")
    if not may_work_on(episode.contact, [chosen]):
        raise Refused(
            "This referral is restricted, and this worker is not named on it. Ask the MASH to name them.", field="worker"
        )
    episode.worker, episode.allocated_at, episode.allocated_by = chosen, clock.now(), by.actor_reference
    keep_episode(episode, "worker", "allocated_at", "allocated_by")
    tell([chosen], path_name="referrals:episode", reference=episode.reference)
    record(episode, by, "referrals.episode_allocated", reason=note, data={"worker": chosen.reference})
    return episode


@service
def close_episode(*, by: Person, reference: str, version: int, reason: str, primary_need: str, note: str) -> Episode:
    """Close an episode with a reason code. A team's manager.

    Refused while an assessment or plan is open or early help has not answered, and with what `check_closure` names; and while
    anything runs that an upper app declares, such as an enquiry, a conference or a child protection plan (8565, 8868).
    """
    if not note.strip():
        raise Refused("Enter how things stand for the child now.", field="note")
    episode = hold_episode(by, reference, version)
    check_closure(case_file(episode).standing, reason, primary_need)
    same = list(same_children([episode.child_id]))
    for check in closing_checks():
        check(same, episode.referred_on)
    episode.closure_reason, episode.primary_need = reason, primary_need
    _end(episode, by, note, "closed")
    record(episode, by, "referrals.episode_closed", reason=note, data={"closure": reason})
    return episode


@service
def end_without_action(*, by: Person, reference: str, version: int, note: str) -> Episode:
    """End a referral with no further action, before anything was done in its episode. A team's manager, with a reason.

    As the census has it: such a referral has no assessment, no plan, no need code and no closure (8610, 8831, 8832, 4000).
    """
    if not note.strip():
        raise Refused("Enter why nothing further is done.", field="note")
    episode = hold_episode(by, reference, version)
    check_no_further_action(case_file(episode).standing)
    same = list(same_children([episode.child_id]))
    for check in (*closing_checks(), *no_action_checks()):
        check(same, episode.referred_on)
    episode.no_further_action, episode.primary_need = True, ""
    _end(episode, by, note, "no_further_action")
    record(episode, by, "referrals.referral_ended_without_action", reason=note)
    return episode


def _end(episode: Episode, by: Person, note: str, outcome: str) -> None:
    moment = clock.now()
    episode.closed_on, episode.closed_at, episode.closed_by = london_date(moment), moment, by.actor_reference
    episode.closing_note = note
    keep_episode(
        episode,
        "closed_on",
        "closed_at",
        "closed_by",
        "closing_note",
        "closure_reason",
        "primary_need",
        "no_further_action",
    )
    subject = subject_of_episode(episode)
    for kind in (ASSESSMENT_CLOCK, REVIEW_CLOCK, PLAN_CLOCK):
        stop_clock(by=by, kind=kind, subject=subject, outcome=outcome)
    end_involvements(by=by, record=subject)
    write_chronology(by=by, child=episode.child, kind="referrals.episode_closed", record=subject, detail=episode.closure_reason)


def record(
    episode: Episode, by: Actor, verb: str, *, reason: str = "", data: dict[str, str | int | bool | None] | None = None
) -> None:
    """Write what happened to an episode, for the agency of its team. Part of services."""
    events.record(verb=verb, by=by, subject=subject_of_episode(episode), reason=reason, data=data)
