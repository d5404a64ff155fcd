"""What the milestones and actions of an objective say of how it stands: the rating that is proposed, and why. No query here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from board.models import Action, Milestone, Objective, ObjectivePosition
from foundation.calendar import FinancialYear, Quarter

Rating = Action.Rating
RATINGS = (Rating.RED, Rating.AMBER, Rating.GREEN, Rating.BLUE)
LAST_QUARTER = 4


@dataclass(frozen=True)
class Counted:
    """The milestones and actions of an objective at the end of a day."""

    milestones: int = 0
    due: int = 0
    met: int = 0
    missed: int = 0
    late: int = 0
    """Due, and neither met nor missed."""
    actions: Mapping[str, int] = field(default_factory=dict)
    """By rating; withdrawn ones are not among them."""

    @property
    def all_actions(self) -> int:
        """How many actions there were."""
        return sum(self.actions.values())


def counted_on(day: date, milestones: Iterable[Milestone], ratings: Iterable[str]) -> Counted:
    """What stood at the end of a day: what was met or missed later counts as open then."""
    rows = list(milestones)
    met = [one for one in rows if one.met_on and one.met_on <= day]
    missed = [one for one in rows if one.missed_on and one.missed_on <= day]
    due = [one for one in rows if one.due_on <= day]
    late = [one for one in due if one not in met and one not in missed and one.due_on < day]
    actions = dict.fromkeys(map(str, RATINGS), 0)
    for rating in ratings:
        if rating:
            actions[rating] += 1
    return Counted(len(rows), len(due), len(met), len(missed), len(late), actions)


def proposed(counted: Counted) -> tuple[str, str]:
    """The rating that follows from milestones and actions, and the reason in a sentence.

    Red: a milestone was missed, or half of what is due or of the actions is behind. Amber: anything is behind, an action is
    amber, or there is nothing to go by. Blue: everything is met and embedded. Otherwise green. (A proposal: the manager may
    overrule it.)
    """
    red, amber = counted.actions.get(Rating.RED, 0), counted.actions.get(Rating.AMBER, 0)
    if counted.missed:
        return Rating.RED, f"{_some(counted.missed, 'milestone was', 'milestones were')} missed."
    if counted.late and counted.late * 2 >= counted.due:
        return Rating.RED, f"{counted.late} of {_some(counted.due, 'milestone', 'milestones')} due {_is(counted.late)} late."
    if red and red * 2 >= counted.all_actions:
        return Rating.RED, f"{red} of {_some(counted.all_actions, 'action', 'actions')} {_is(red)} red."
    if counted.late:
        return Rating.AMBER, f"{counted.late} of {_some(counted.due, 'milestone', 'milestones')} due {_is(counted.late)} late."
    if red or amber:
        return Rating.AMBER, f"{red} of {_some(counted.all_actions, 'action', 'actions')} {_is(red)} red and {amber} amber."
    if not counted.milestones and not counted.all_actions:
        return Rating.AMBER, "It has no milestones and no actions to go by."
    if counted.met == counted.milestones and counted.actions.get(Rating.BLUE, 0) == counted.all_actions:
        embedded = ", and every action is done and embedded" if counted.all_actions else ""
        return Rating.BLUE, f"Every milestone is met{embedded}."
    return Rating.GREEN, "Nothing that is due is late, and no action is amber or red."


def _some(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def number_of(objective: Objective) -> str:
    """The number as it is printed: priority and objective, such as "2.1"."""
    return f"{objective.priority.number}.{objective.number}"


def quarters_of(year: str) -> tuple[Quarter, ...]:
    """The four quarters of a plan's year."""
    return tuple(Quarter(FinancialYear.from_label(year), number) for number in range(1, LAST_QUARTER + 1))


def is_expected(objective: Objective, quarter: Quarter) -> bool:
    """Whether a position is owed at the end of a quarter: it was in the plan by then, and had not been ended."""
    return objective.added_on <= quarter.end and (objective.ended_on is None or objective.ended_on > quarter.end)


def as_at(quarter: Quarter, today: date) -> date:
    """The day that a position written today speaks of: the last of its quarter, or today while that runs."""
    return min(quarter.end, today)


def outcome_of(positions: Sequence[ObjectivePosition]) -> str:
    """What was judged last; empty while nobody has. `positions`: those that hold, in the order of quarters."""
    return next((one.outcome for one in reversed(positions) if one.outcome), "")


def points_of(positions: Iterable[ObjectivePosition]) -> tuple[str, ...]:
    """What we have done, as points in the order of quarters; the same words stand once."""
    lines = (line.strip() for one in positions for line in one.done.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def undecided(objective: Objective, positions: Sequence[ObjectivePosition], milestones: Iterable[Milestone]) -> list[str]:
    """What keeps the year of an objective open, each by its name; empty when the year can be closed."""
    if objective.decision == Objective.Decision.END:
        return []
    number, outcome = number_of(objective), outcome_of(positions)
    found = []
    if not any(one.quarter == LAST_QUARTER for one in positions):
        found.append(f"{number} has no position at the end of the year")
    elif outcome != ObjectivePosition.Outcome.MET and not objective.decision:
        found.append(f"{number} is not met, and neither carried over nor ended")
    if objective.decision != Objective.Decision.CARRY:
        found += [
            f"milestone {one.place} of {number} is neither met nor missed"
            for one in milestones
            if one.met_on is None and one.missed_on is None
        ]
    return found
