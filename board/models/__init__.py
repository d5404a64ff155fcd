"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.budget import BudgetLine
from board.models.feeds import CalendarFeed, MeetingReminder
from board.models.meetings import AgendaItem, Attendance, Meeting, StandingItem
from board.models.packs import MeetingPack
from board.models.papers import MeetingPaper
from board.models.structure import Group, GroupLine, Seat, SeatHolding, TermsOfReference

__all__ = [
    "Action",
    "ActionChase",
    "ActionPast",
    "ActionUpdate",
    "AgendaItem",
    "Attendance",
    "BudgetLine",
    "CalendarFeed",
    "Group",
    "GroupLine",
    "Meeting",
    "MeetingPack",
    "MeetingPaper",
    "MeetingReminder",
    "Plan",
    "Seat",
    "SeatHolding",
    "StandingItem",
    "TermsOfReference",
]
