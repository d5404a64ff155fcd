"""What an action was rated on any day since it was added, from how it stood then."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from board.models import Action, ActionPast
from board.rules import DueDates, rating
from foundation import clock
from foundation.calendar import Month, end_of_day, london_date

MOST_MONTHS = 12


@dataclass(frozen=True)
class Stood:
    """How an action stood until a moment, or until now (None)."""

    until: datetime | None
    state: str
    due: DueDates
    has_recovery_plan: bool
    overruled: str
    overruled_until: date | None

    def rated(self, day: date) -> str:
        """The rating of a day on which it stood so; empty for a withdrawn one."""
        return rating(
            state=self.state,
            due=self.due,
            has_recovery_plan=self.has_recovery_plan,
            overruled=self.overruled,
            overruled_until=self.overruled_until,
            today=day,
        )


def _as_it_stood(row: ActionPast) -> Stood:
    due = DueDates(row.due_on, row.amber_from, row.red_from)
    return Stood(row.stood_until, row.state, due, row.has_recovery_plan, row.overruled_rating, row.overruled_until)


def _as_it_stands(action: Action) -> Stood:
    due = DueDates(action.due_on, action.amber_from, action.red_from)
    return Stood(None, action.state, due, action.recovery_plan != "", action.overruled_rating, action.overruled_until)


def spells_of(actions: Collection[Action]) -> dict[int, list[Stood]]:
    """By the id of each action how it stood, the earliest first; the last is how it stands. For whoever may see them."""
    found: dict[int, list[Stood]] = defaultdict(list)
    for row in ActionPast.objects.filter(action__in=actions).order_by("stood_until", "id"):
        found[row.action_id].append(_as_it_stood(row))
    for action in actions:
        found[action.pk].append(_as_it_stands(action))
    return found


def stood_on(spells: Sequence[Stood], day: date) -> Stood:
    """How it stood at the end of a day in London."""
    end = end_of_day(day)
    return next(one for one in spells if one.until is None or one.until > end)


def rated_on(action: Action, spells: Sequence[Stood], day: date) -> str | None:
    """Its rating at the end of a day, empty for a withdrawn one; None before it was added and of a day to come."""
    return stood_on(spells, day).rated(day) if action.added_on <= day <= clock.today() else None


def strip_days(action: Action) -> tuple[date, ...]:
    """The last day of each of the last twelve months since it was added, and today."""
    today = clock.today()
    days, month = [today], Month.of(today)
    while len(days) <= MOST_MONTHS and month.start > action.added_on:
        days.append(month.start - timedelta(days=1))
        month = Month.of(days[-1])
    return tuple(reversed(days))


def with_ratings(action: Action, spells: Sequence[Stood], updates: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Its progress notes, each with the rating at the end of its day."""
    return tuple({**note, "rating": rated_on(action, spells, london_date(note["written_at"])) or ""} for note in updates)
