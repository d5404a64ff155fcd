"""Cases with those named on them, serious incidents, and what the statutory partners decided."""

from reviews.models.briefings import Briefing, BriefingReading, BriefingState
from reviews.models.cases import SEE_CASE, Case, CaseChild, CaseMember, CasePersonGrant
from reviews.models.chronology import ChronologyCopy, ChronologyEntry, Contradiction, ContradictionEntry
from reviews.models.codes import (
    CaseKind,
    ChildSeen,
    Harm,
    IncidentState,
    KnownToCare,
    PanelOutcome,
    Precision,
    Question,
    ReturnState,
    Significance,
    TeamRole,
    Yes,
)
from reviews.models.findings import Finding, FindingRecommendation, FindingTheme
from reviews.models.incidents import PartnerDecision, SeriousIncident
from reviews.models.linked import CaseLink, LinkedLearning
from reviews.models.returns import AgencyReturn, ChronologyUpload, ScopingLetter
from reviews.models.trends import AgeGroup, ChildCoding, CodedFeature, NationalTheme, TrendColumn, TrendFeature

__all__ = [
    "SEE_CASE",
    "AgeGroup",
    "AgencyReturn",
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
    "ChildSeen",
    "ChronologyCopy",
    "ChronologyEntry",
    "ChronologyUpload",
    "CodedFeature",
    "Contradiction",
    "ContradictionEntry",
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
    "Precision",
    "Question",
    "ReturnState",
    "ScopingLetter",
    "SeriousIncident",
    "Significance",
    "TeamRole",
    "TrendColumn",
    "TrendFeature",
    "Yes",
]
