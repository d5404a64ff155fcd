"""An episode passes to another social work team: offered by the team that has it, moved when the other one accepts."""

from accounts.models import Person, Team
from accounts.services.grants import end_grants, give_team_grant
from children.services import begin_involvement, end_involvements
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from referrals.models import SEE_CONTACT, ContactTeamGrant, Episode
from referrals.rules.episodes import CASE_TRANSFER
from referrals.selectors.episodes import case_file, teams_to_move_to
from referrals.selectors.naming import can_be_accepted
from referrals.services.episodes import hold_episode, keep_episode, record, subject_of_episode
from work.models import Handover
from work.services.clocks import pass_clocks
from work.services.handovers import offer_handover


@service
def offer_episode(*, by: Person, reference: str, version: int, team: str, note: str) -> Handover:
    """Offer an episode to another social work team (by code), with what it should know. A manager of the team that has it.

    The team keeps it until the other one accepts. Refuses without a reason, to a team that does no social work, for a
    restricted child as long as nobody who accepts for that team is named, and while a team has not answered yet.
    """
    if not note.strip():
        raise Refused("Enter why the case moves and what the other team should know.", field="note")
    episode = hold_episode(by, reference, version)
    chosen = next((one for one in teams_to_move_to(episode) if one.code == team), None)
    if chosen is None:
        raise Refused("Select a social work team.", field="team")
    if not can_be_accepted(episode.contact, chosen):
        raise Refused(
            "This referral is restricted to people who are named, and nobody who could accept it for that team is among them. "
            "Ask the MASH manager who restricted it to name people of the team.",
            field="team",
        )
    if case_file(episode).standing.step_waits:
        raise Refused("The early help team has not answered yet whether it takes the family over.")
    offered = offer_handover(
        by=by, kind=CASE_TRANSFER, subject=subject_of_episode(episode), from_team=episode.team, to_team=chosen, note=note
    )
    keep_episode(episode)
    record(episode, by, "referrals.episode_offered", reason=note, data={"team": chosen.code})
    return offered


def when_episode_accepted(handover: Handover, by: Actor) -> None:
    """The other team takes the episode: its clocks, its sight and whom to ring pass with it. Part of accepting a handover.

    Nobody has it until that team's manager allocates it. Refused once the episode is closed.
    """
    episode = _behind(handover)
    if episode.closed_on is not None:
        raise Refused("This episode has been closed meanwhile. Return it to the team that offered it.")
    move_episode(by=by, episode=episode, team=handover.to_team)


def move_episode(*, by: Actor, episode: Episode, team: Team) -> None:
    """An open episode passes to another team with its clocks, its sight and whom to ring. Part of services."""
    before, subject = episode.team, subject_of_episode(episode)
    episode.team = team
    episode.worker, episode.allocated_at, episode.allocated_by = None, None, ""
    keep_episode(episode, "team", "worker", "allocated_at", "allocated_by")
    old = ContactTeamGrant.objects.filter(content_object=episode.contact, group=before.group, ended_at__isnull=True)
    end_grants(by=by, grants=old)
    named = episode.contact.person_grants.filter(holding__team=before, break_glass=False, ended_at__isnull=True)
    end_grants(by=by, grants=named)
    give_team_grant(
        by=by, record=episode.contact, team=episode.team, codename=SEE_CONTACT, reason="Has taken this child over",
        grants=ContactTeamGrant,
    )  # fmt: skip
    end_involvements(by=by, record=subject, team=before)
    begin_involvement(by=by, child=episode.child, team=episode.team, record=subject)
    pass_clocks(subject=subject, team=episode.team)
    record(episode, by, "referrals.episode_moved", data={"from": before.code, "team": episode.team.code})


def when_episode_returned(handover: Handover, by: Actor) -> None:
    """The other team does not take it, and says why. Part of returning a handover."""
    episode = _behind(handover)
    keep_episode(episode)
    record(episode, by, "referrals.episode_returned", reason=handover.return_reason, data={"team": handover.to_team.code})


def _behind(handover: Handover) -> Episode:
    rows = Episode.objects.select_for_update(of=("self",)).select_related("contact", "child", "team")
    return rows.get(reference=handover.subject_reference)
