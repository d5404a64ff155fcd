"""Which plans the scrutiny panel looks at, and by which rules."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from foundation.calendar import add_months

WorkingDays = Callable[[date, date], int]
"""How many working days lie after a day, up to and including another."""
THRESHOLDS: Final = (12, 18, 24)
"""Months on a plan; a plan is listed for the highest that it has passed."""
SECOND_PLAN, MISSED_VISITS, NEAR_BIRTH, CATEGORY_CHANGES = "second_plan", "missed_visits", "near_birth", "category_changes"
MANY_MISSED, MANY_CHANGES, SOON = 2, 2, timedelta(days=42)
TITLES: Final = {
    SECOND_PLAN: "A second or later plan",
    MISSED_VISITS: "Two or more visits missed in a row",
    NEAR_BIRTH: "Not born yet, expected within six weeks",
    CATEGORY_CHANGES: "The category has changed more than once",
}


def listed_for(
    started_on: date,
    on: date,
    *,
    previous_plans: int,
    missed_visits: int = 0,
    changes: int = 0,
    expected: date | None = None,
    thresholds: Sequence[int] = THRESHOLDS,
) -> list[str]:
    """The codes of the rules by which a plan is on the list on a day; none where it is not."""
    passed = [months for months in thresholds if on > add_months(started_on, months)]
    found = [f"over_{max(passed)}"] if passed else []
    if previous_plans:
        found.append(SECOND_PLAN)
    if missed_visits >= MANY_MISSED:
        found.append(MISSED_VISITS)
    if changes >= MANY_CHANGES:
        found.append(CATEGORY_CHANGES)
    if expected is not None and expected <= on + SOON:
        found.append(NEAR_BIRTH)
    return found


def codes(thresholds: Sequence[int]) -> list[str]:
    """Every rule by which a plan can be listed, the longest plans first."""
    return [*(f"over_{months}" for months in sorted(thresholds, reverse=True)), *TITLES]


def missed_in_a_row(due: date | None, on: date, every: int, attempts: int, working_days: WorkingDays) -> int:
    """How many visits were missed in a row by a day: those due and never made, or attempted without seeing the child, if more.

    `due`: by when the child was to be visited next; `every`: within how many working days after that again.
    """
    if due is None or due >= on:
        return attempts
    return max(attempts, 1 + (working_days(due, on) - 1) // every)


def title(code: str) -> str:
    """A rule in words."""
    return TITLES.get(code) or f"On a plan for over {code.removeprefix('over_')} months"
