"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.budget import BudgetLine, BudgetYear
from board.models.challenges import Challenge, ChallengeEntry, ChallengeTheme, ScrutinyNote
from board.models.chasing import ChaseRule, RuleChase
from board.models.co_owners import ActionCoOwner
from board.models.copies import ExceptionsCopy
from board.models.feeds import CalendarFeed, MeetingReminder
from board.models.importing import ImportedRow, PlanImport
from board.models.meetings import AgendaItem, Attendance, Meeting, StandingItem
from board.models.packs import MeetingPack
from board.models.papers import MeetingPaper
from board.models.recommendations import ActionRecommendation, Recommendation, RecommendationTheme
from board.models.risks import Risk, RiskScore
from board.models.structure import Group, GroupLine, Seat, SeatHolding, TermsOfReference
from board.models.themes import ActionTheme, Theme

__all__ = [
    "Action",
    "ActionChase",
    "ActionCoOwner",
    "ActionPast",
    "ActionRecommendation",
    "ActionTheme",
    "ActionUpdate",
    "AgendaItem",
    "Attendance",
    "BudgetLine",
    "BudgetYear",
    "CalendarFeed",
    "Challenge",
    "ChallengeEntry",
    "ChallengeTheme",
    "ChaseRule",
    "ExceptionsCopy",
    "Group",
    "GroupLine",
    "ImportedRow",
    "Meeting",
    "MeetingPack",
    "MeetingPaper",
    "MeetingReminder",
    "Plan",
    "PlanImport",
    "Recommendation",
    "RecommendationTheme",
    "Risk",
    "RiskScore",
    "RuleChase",
    "ScrutinyNote",
    "Seat",
    "SeatHolding",
    "StandingItem",
    "TermsOfReference",
    "Theme",
]
