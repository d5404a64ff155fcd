"""Children on a plan who move between authorities."""

from collections.abc import Collection

from django.db.models import Q

from accounts.access_table import open_teams, sighted_team_ids
from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible
from protection.models import FamilyGroup, Transfer
from protection.selectors.sight import works_on

UNSETTLED = Q(accepted_on__isnull=True, returned_on__isnull=True)


def teams_to_take_over(person: Person) -> list[tuple[str, str]]:
    """Code and name of the person's own teams."""
    rows = open_teams(clock.today()).filter(pk__in=sighted_team_ids(person))
    return list(rows.order_by("name").values_list("code", "name"))


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
