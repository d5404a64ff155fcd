"""Deadlines, states and questions as pure functions and tables."""

from work.rules.deadlines import Calendar, Calendars, Deadline, Limit, due_after_hold, due_at, everything, limit_in_force
from work.rules.states import (
    ANSWER_SET_TRANSITIONS,
    CLOCK_TRANSITIONS,
    HANDOVER_TRANSITIONS,
    REQUEST_TRANSITIONS,
    VERSION_TRANSITIONS,
)

__all__ = [
    "ANSWER_SET_TRANSITIONS",
    "CLOCK_TRANSITIONS",
    "HANDOVER_TRANSITIONS",
    "REQUEST_TRANSITIONS",
    "VERSION_TRANSITIONS",
    "Calendar",
    "Calendars",
    "Deadline",
    "Limit",
    "due_after_hold",
    "due_at",
    "everything",
    "limit_in_force",
]
