"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.arrangements import Arrangements, ArrangementsStep
from board.models.budget import BudgetLine, BudgetYear
from board.models.challenges import Challenge, ChallengeEntry, ScrutinyNote
from board.models.chasing import ChaseRule, RuleChase
from board.models.copies import ExceptionsCopy
from board.models.feeds import CalendarFeed, MeetingReminder
from board.models.letters import Letter, LetterAddressee
from board.models.meetings import AgendaItem, Attendance, Meeting, StandingItem
from board.models.packs import MeetingPack
from board.models.papers import MeetingPaper
from board.models.policies import Policy, PolicyVersion
from board.models.recommendations import ActionRecommendation, Recommendation, RecommendationTheme
from board.models.reforms import Reform, ReformEntry, ReformMilestone, ReformState
from board.models.risks import Risk, RiskReopening, RiskScore
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
    "Arrangements",
    "ArrangementsStep",
    "Attendance",
    "BudgetLine",
    "BudgetYear",
    "CalendarFeed",
    "Challenge",
    "ChallengeEntry",
    "ChaseRule",
    "ExceptionsCopy",
    "Group",
    "GroupLine",
    "Letter",
    "LetterAddressee",
    "Meeting",
    "MeetingPack",
    "MeetingPaper",
    "MeetingReminder",
    "Plan",
    "Policy",
    "PolicyVersion",
    "Recommendation",
    "RecommendationTheme",
    "Reform",
    "ReformEntry",
    "ReformMilestone",
    "ReformState",
    "Risk",
    "RiskReopening",
    "RiskScore",
    "RuleChase",
    "ScrutinyNote",
    "Seat",
    "SeatHolding",
    "StandingItem",
    "TermsOfReference",
    "Theme",
]
