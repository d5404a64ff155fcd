"""How an objective stands at the end of a quarter: written once, and corrected by another edition with a reason."""

from typing import Any

from accounts.models import Person
from board.models import Action, ObjectivePosition
from board.progress import LAST_QUARTER, Counted, as_at, proposed
from board.selectors.business_plan import counts_on, locked_objective, position_that_holds, quarter_of
from board.services.business_plan import check_open, subject_of_objective
from foundation import clock
from foundation.errors import Conflict, Refused
from foundation.events import record
from foundation.service import service

Progress, Outcome = ObjectivePosition.Progress, ObjectivePosition.Outcome


@service
def write_position(
    *, by: Person, reference: str, quarter: int, rating: str, progress: str, text: str, done: str = "", outcome: str = "",
    overruled_reason: str = "", edition: int = 0, reason: str = "",
) -> ObjectivePosition:  # fmt: skip
    """Write how an objective stands at the end of a quarter, with the counts of that day; or with the edition that was opened
    correct it, with a reason, as the next edition: the counts of the first one stay. The same again writes nothing.

    Refuses a quarter to come, a rating other than the proposed one without a reason, a year's end without its outcome, a closed
    plan, and a position that somebody else has written or corrected meanwhile.
    """
    objective = locked_objective(reference)
    plan = objective.priority.business_plan
    period = quarter_of(plan, quarter)
    told = {"rating": rating, "progress": progress, "text": text, "done": done, "outcome": outcome}
    there = position_that_holds(objective, quarter)
    if there is not None and all(getattr(there, name) == value for name, value in told.items()):
        return there
    check_open(plan)
    today = clock.today()
    if period.start > today:
        raise Refused(f"The quarter {period.label} is still to come.")
    if there is not None and there.edition != edition:
        raise Conflict("Somebody else has written this position since you opened it. Check yours against theirs and save again.")
    _check(quarter, told)
    day = there.as_at if there is not None else as_at(period, today)
    stood = _as_stored(there) if there is not None else _as_counted(counts_on(objective, day))
    if rating != stood["proposed"] and not overruled_reason.strip():
        raise Refused("Enter why it differs from what milestones and actions propose.", field="overruled_reason")
    if there is not None and not reason.strip():
        raise Refused("Enter why the position is corrected.", field="reason")
    position = ObjectivePosition.objects.create(
        objective=objective, quarter=quarter, edition=there.edition + 1 if there is not None else 1, as_at=day, **told, **stood,
        overruled_reason=overruled_reason if rating != stood["proposed"] else "", reason=reason if there is not None else "",
        written_at=clock.now(), written_by=by,
    )  # fmt: skip
    verb = "board.position_corrected" if there is not None else "board.position_written"
    data: dict[str, str | int | bool | None] = {"quarter": quarter, "rating": rating, "progress": progress}
    record(verb=verb, by=by, subject=subject_of_objective(objective), reason=position.reason, data=data)
    return position


def _check(quarter: int, told: dict[str, str]) -> None:
    if told["rating"] not in Action.Rating.values:
        raise Refused("Select a rating.", field="rating")
    if told["progress"] not in Progress.values:
        raise Refused("Select how much progress there is.", field="progress")
    if told["outcome"] not in Outcome.values:
        raise Refused("Select whether it is met.", field="outcome")
    if quarter == LAST_QUARTER and not told["outcome"]:
        raise Refused("Select whether it is met: this is the end of the year.", field="outcome")


def _as_counted(counted: Counted) -> dict[str, Any]:
    """The counts of the day, with the rating that they propose."""
    rating, why = proposed(counted)
    milestones = {"milestones": counted.milestones, "milestones_due": counted.due, "milestones_met": counted.met}
    return {**counted.actions, **milestones, "proposed": rating, "proposed_reason": why}


def _as_stored(position: ObjectivePosition) -> dict[str, Any]:
    names = ("red", "amber", "green", "blue", "milestones", "milestones_due", "milestones_met", "proposed", "proposed_reason")
    return {name: getattr(position, name) for name in names}
