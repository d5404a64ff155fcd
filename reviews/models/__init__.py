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
from reviews.models.drafts import DraftCopy, DraftRemark, ReportDraft
from reviews.models.findings import Finding, FindingRecommendation, FindingTheme
from reviews.models.incidents import PartnerDecision, SeriousIncident
from reviews.models.linked import CaseLink, LinkedLearning
from reviews.models.practice import CaseFamilyContact, CaseProceeding, PracticeReview, PractitionerAttendance, PractitionerEvent
from reviews.models.practice_codes import CopyEnd, Effect, PracticeMethod, PracticeState, ProceedingKind, RemarkKind, WordKind
from reviews.models.publication import CaseCost, FindingAnswer, PublicationText, PublishedReview, WordNotToPublish
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
    "CaseCost",
    "CaseFamilyContact",
    "CaseKind",
    "CaseLink",
    "CaseMember",
    "CasePersonGrant",
    "CaseProceeding",
    "ChildCoding",
    "ChildSeen",
    "ChronologyCopy",
    "ChronologyEntry",
    "ChronologyUpload",
    "CodedFeature",
    "Contradiction",
    "ContradictionEntry",
    "CopyEnd",
    "DraftCopy",
    "DraftRemark",
    "Effect",
    "Finding",
    "FindingAnswer",
    "FindingRecommendation",
    "FindingTheme",
    "Harm",
    "IncidentState",
    "KnownToCare",
    "LinkedLearning",
    "NationalTheme",
    "PanelOutcome",
    "PartnerDecision",
    "PracticeMethod",
    "PracticeReview",
    "PracticeState",
    "PractitionerAttendance",
    "PractitionerEvent",
    "Precision",
    "ProceedingKind",
    "PublicationText",
    "PublishedReview",
    "Question",
    "RemarkKind",
    "ReportDraft",
    "ReturnState",
    "ScopingLetter",
    "SeriousIncident",
    "Significance",
    "TeamRole",
    "TrendColumn",
    "TrendFeature",
    "WordKind",
    "WordNotToPublish",
    "Yes",
]
