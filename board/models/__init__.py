"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.budget import BudgetLine, BudgetYear
from board.models.challenges import Challenge, ChallengeEntry, ScrutinyNote
from board.models.meetings import AgendaItem, Attendance, Meeting, StandingItem
from board.models.risks import Risk, RiskScore
from board.models.structure import Group, GroupLine, Seat, SeatHolding, TermsOfReference

__all__ = [
    "Action",
    "ActionChase",
    "ActionPast",
    "ActionUpdate",
    "AgendaItem",
    "Attendance",
    "BudgetLine",
    "BudgetYear",
    "Challenge",
    "ChallengeEntry",
    "Group",
    "GroupLine",
    "Meeting",
    "Plan",
    "Risk",
    "RiskScore",
    "ScrutinyNote",
    "Seat",
    "SeatHolding",
    "StandingItem",
    "TermsOfReference",
]
