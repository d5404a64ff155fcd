"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.budget import BudgetLine
from board.models.chasing import ChaseRule, RuleChase
from board.models.copies import ExceptionsCopy
from board.models.meetings import AgendaItem, Attendance, Meeting, StandingItem
from board.models.recommendations import ActionRecommendation, Recommendation, RecommendationTheme
from board.models.structure import Group, GroupLine, Seat, SeatHolding, TermsOfReference
from board.models.themes import ActionTheme, Theme

__all__ = [
    "Action",
    "ActionChase",
    "ActionPast",
    "ActionRecommendation",
    "ActionTheme",
    "ActionUpdate",
    "AgendaItem",
    "Attendance",
    "BudgetLine",
    "ChaseRule",
    "ExceptionsCopy",
    "Group",
    "GroupLine",
    "Meeting",
    "Plan",
    "Recommendation",
    "RecommendationTheme",
    "RuleChase",
    "Seat",
    "SeatHolding",
    "StandingItem",
    "TermsOfReference",
    "Theme",
]
