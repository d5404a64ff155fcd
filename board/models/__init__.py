"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.arrangements import Arrangements, ArrangementsStep
from board.models.budget import BudgetLine, BudgetYear
from board.models.business_plan import (
    BusinessPlan,
    Milestone,
    Objective,
    ObjectiveAction,
    ObjectiveAgency,
    ObjectivePosition,
    PlanPriority,
)
from board.models.challenges import ActionChallenge, Challenge, ChallengeEntry, ChallengeTheme, ScrutinyNote
from board.models.chasing import ChaseRule, RuleChase
from board.models.co_owners import ActionCoOwner
from board.models.copies import ExceptionsCopy
from board.models.feeds import CalendarFeed, MeetingReminder
from board.models.importing import ImportedRow, PlanImport
from board.models.letters import Letter, LetterAddressee
from board.models.meetings import AgendaItem, Attendance, Meeting, StandingItem
from board.models.packs import MeetingPack
from board.models.papers import MeetingPaper
from board.models.pasts import RecordPast
from board.models.policies import Policy, PolicyReview, PolicyVersion
from board.models.recommendations import ActionRecommendation, ChangeJudgement, Recommendation, RecommendationTheme
from board.models.reforms import Reform, ReformEntry, ReformMilestone, ReformState
from board.models.risks import Risk, RiskReopening, RiskScore
from board.models.scrutiny import ScrutinyStatement
from board.models.structure import Group, GroupLine, Seat, SeatHolding, TermsOfReference
from board.models.themes import ActionTheme, Theme
from board.models.voice import (
    Feedback,
    FeedbackAnswer,
    FeedbackConsent,
    FeedbackTheme,
    FeedbackUse,
    SurveyQuestion,
    Use,
    VoiceSurvey,
)

__all__ = [
    "Action",
    "ActionChallenge",
    "ActionChase",
    "ActionCoOwner",
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
    "BusinessPlan",
    "CalendarFeed",
    "Challenge",
    "ChallengeEntry",
    "ChallengeTheme",
    "ChangeJudgement",
    "ChaseRule",
    "ExceptionsCopy",
    "Feedback",
    "FeedbackAnswer",
    "FeedbackConsent",
    "FeedbackTheme",
    "FeedbackUse",
    "Group",
    "GroupLine",
    "ImportedRow",
    "Letter",
    "LetterAddressee",
    "Meeting",
    "MeetingPack",
    "MeetingPaper",
    "MeetingReminder",
    "Milestone",
    "Objective",
    "ObjectiveAction",
    "ObjectiveAgency",
    "ObjectivePosition",
    "Plan",
    "PlanImport",
    "PlanPriority",
    "Policy",
    "PolicyReview",
    "PolicyVersion",
    "Recommendation",
    "RecommendationTheme",
    "RecordPast",
    "Reform",
    "ReformEntry",
    "ReformMilestone",
    "ReformState",
    "Risk",
    "RiskReopening",
    "RiskScore",
    "RuleChase",
    "ScrutinyNote",
    "ScrutinyStatement",
    "Seat",
    "SeatHolding",
    "StandingItem",
    "SurveyQuestion",
    "TermsOfReference",
    "Theme",
    "Use",
    "VoiceSurvey",
]
