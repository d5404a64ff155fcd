"""Cases with those named on them, serious incidents, and what the statutory partners decided."""

from reviews.models.briefings import Briefing, BriefingReading, BriefingState
from reviews.models.cases import SEE_CASE, Case, CaseChild, CaseMember, CasePersonGrant
from reviews.models.codes import CaseKind, Harm, IncidentState, KnownToCare, PanelOutcome, Question, TeamRole, Yes
from reviews.models.findings import Finding, FindingRecommendation, FindingTheme
from reviews.models.incidents import PartnerDecision, SeriousIncident
from reviews.models.linked import CaseLink, LinkedLearning
from reviews.models.trends import AgeGroup, ChildCoding, CodedFeature, NationalTheme, TrendColumn, TrendFeature

__all__ = [
    "SEE_CASE",
    "AgeGroup",
    "Briefing",
    "BriefingReading",
    "BriefingState",
    "Case",
    "CaseChild",
    "CaseKind",
    "CaseLink",
    "CaseMember",
    "CasePersonGrant",
    "ChildCoding",
    "CodedFeature",
    "Finding",
    "FindingRecommendation",
    "FindingTheme",
    "Harm",
    "IncidentState",
    "KnownToCare",
    "LinkedLearning",
    "NationalTheme",
    "PanelOutcome",
    "PartnerDecision",
    "Question",
    "SeriousIncident",
    "TeamRole",
    "TrendColumn",
    "TrendFeature",
    "Yes",
]
