"""Wording of a clock and of the limits by which clocks run."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from foundation.design import words
from work.kinds import deadlines
from work.models import Clock
from work.rules import Calendar
from work.selectors.clocks import ClockWithHistory

UNITS = {
    Calendar.CONSECUTIVE_HOURS: ("hour", "hours, day and night"),
    Calendar.MASH_HOURS: ("hour of the front door", "hours of the front door"),
    Calendar.WORKING_DAYS: ("working day", "working days"),
    Calendar.SCHOOL_DAYS: ("school day", "school days"),
    Calendar.CALENDAR_DAYS: ("day", "days"),
    Calendar.MONTHS: ("month", "months"),
}
NO_LIMIT = "A date that was agreed"
THE_SYSTEM = "the portal"


def limit_words(calendar: str, amount: int) -> str:
    """A limit as people say it: "1 working day", "5 working days before", "the same day"."""
    if amount == 0:
        return "the same day"
    one, many = UNITS[Calendar(calendar)]
    return f"{words.counted(abs(amount), one, many)}{' before' if amount < 0 else ''}"


def clock_title(clock: Clock) -> str:
    """What is due."""
    declared = deadlines().get(clock.kind)
    return declared.title if declared else "Work"


def clock_line(clock: Clock | None, *, manages: bool) -> dict[str, object]:
    """What `work/clock_line.html` shows: what is left or that it is on hold, and the way to hold or release it."""
    if clock is None:
        return {}
    return {
        "held": clock.state == Clock.State.HELD,
        "due_at": clock.due_at,
        "title": clock_title(clock),
        "href": reverse("work:clock", args=[clock.pk]) if manages and clock.stopped_at is None else "",
    }


def clock_rows(clocks: Iterable[Clock], *, manages: bool, told: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """What `work/next_and_clocks.html` shows of the clocks that run; `told` says for each record by reference which it is."""
    return [
        clock_line(row, manages=manages) | {"of": (told or {}).get(row.subject_reference, ""), "at": words.moment(row.due_at)}
        for row in clocks
    ]


def clock_summary(clock: Clock) -> list[dict[str, str]]:
    """The facts of a clock."""
    amount, calendar, since = (clock.limit_used.get(name) for name in ("limit", "calendar", "effective_from"))
    limit = limit_words(str(calendar), int(amount)) if amount is not None and calendar else NO_LIMIT
    own = " (the partnership’s own limit)" if since else ""
    rows = [
        {"key": "Record", "value": clock.subject_reference},
        {"key": "State", "value": clock.get_state_display()},
        {"key": "Started on", "value": words.moment(clock.started_at)},
        {"key": "Limit", "value": f"{limit}{own}"},
        {"key": "Due on", "value": words.moment(clock.due_at)},
    ]
    if clock.stopped_at:
        rows.append({"key": "Stopped on", "value": words.moment(clock.stopped_at)})
    return rows


def clock_history(found: ClockWithHistory) -> list[dict[str, object]]:
    """When the clock stood still and when it got another date, newest first."""
    entries: list[dict[str, object]] = []
    for hold in found.holds:
        entries.append(
            {"title": "Put on hold", "at": hold.held_at, "by": found.names.get(hold.held_by, THE_SYSTEM), "text": hold.reason}
        )
        if hold.released_at:
            entries.append(
                {"title": "Released", "at": hold.released_at, "by": found.names.get(hold.released_by, THE_SYSTEM), "text": ""}
            )
    entries += [
        {
            "title": "Another date",
            "at": row.revised_at,
            "by": found.names.get(row.revised_by, THE_SYSTEM),
            "text": f"Due on {words.moment(row.new_due_at)} instead of {words.moment(row.old_due_at)}. {row.reason}",
        }
        for row in found.revisions
    ]
    return sorted(entries, key=lambda entry: str(entry["at"]), reverse=True)
