"""Children on a plan who move between authorities."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Q

from accounts.access_table import open_teams, sighted_team_ids
from accounts.models import Person, Team
from children.rules import ChildDetails
from children.rules.likeness import LIKELY
from children.selectors.likely import Candidate, known_like
from foundation import clock
from foundation.errors import NotVisible
from protection.models import Direction, FamilyGroup, Transfer
from protection.selectors.sight import visible_families, works_on
from referrals.selectors.same_child import TeamsToRing

UNSETTLED = Q(accepted_on__isnull=True, returned_on__isnull=True)


def teams_to_take_over(person: Person) -> list[tuple[str, str]]:
    """Code and name of the person's own teams."""
    rows = open_teams(clock.today()).filter(pk__in=sighted_team_ids(person))
    return list(rows.order_by("name").values_list("code", "name"))


@dataclass(frozen=True)
class LikelyArrivals:
    """Known children who are likely the one who moves here, and whom to ring about those who are known to others alone."""

    candidates: Sequence[Candidate]
    ring: Sequence[Team]


def likely_arrivals(person: Person, details: ChildDetails) -> LikelyArrivals:
    """Who a child who moves here likely is, of those of whom the person may know; without records of another NHS number."""
    found = known_like(person, details)
    likely = [one for one in found.candidates if one.likeness.score >= LIKELY and not one.likeness.differing_nhs_numbers]
    elsewhere = TeamsToRing([one.standing for one in found.elsewhere]).each() if found.elsewhere else {}
    return LikelyArrivals(likely, list(dict.fromkeys(team for teams in elsewhere.values() for team in teams)))


def move_noted_before(person: Person, team: str, child: ChildDetails, plan: Mapping[str, Any]) -> Transfer | None:
    """The open move that the same person has recorded with the same words for this team (by code)."""
    own = FamilyGroup.objects.filter(team__code=team, pk__in=visible_families(person))
    return Transfer.objects.filter(
        UNSETTLED,
        family__in=own,
        direction=Direction.IN,
        recorded_by=person.actor_reference,
        **{f"child__{name}": value for name, value in asdict(child).items()},
        **{**plan, "authority": plan["authority"].strip()},
    ).first()


def move_to_settle(person: Person, family: FamilyGroup, transfer: int) -> Transfer:
    """A move of a child of a family (by its id) that is not settled, for whoever works on the family."""
    found = family.transfers.select_related("child").filter(UNSETTLED, pk=transfer).first()
    if found is None or not works_on(person, family):
        raise NotVisible
    return found


def moves_of(family: FamilyGroup) -> list[Transfer]:
    """The moves of a family's children, the newest first. Asked by pages that have decided who may see it."""
    return list(family.transfers.select_related("child").order_by("-told_on", "-pk"))


def open_moves(families: Collection[int]) -> list[Transfer]:
    """The moves that are not settled of some families. Asked by lists whose reader may see them."""
    return list(Transfer.objects.filter(UNSETTLED, family__in=families).order_by("told_on", "pk"))
