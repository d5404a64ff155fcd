"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.budget import BudgetLine
from board.models.structure import Group, GroupLine, Seat, SeatHolding, TermsOfReference

__all__ = [
    "Action",
    "ActionChase",
    "ActionPast",
    "ActionUpdate",
    "BudgetLine",
    "Group",
    "GroupLine",
    "Plan",
    "Seat",
    "SeatHolding",
    "TermsOfReference",
]
