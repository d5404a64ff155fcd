"""Cases with those named on them, serious incidents, and what the statutory partners decided."""

from reviews.models.cases import SEE_CASE, Case, CaseChild, CaseMember, CasePersonGrant
from reviews.models.codes import CaseKind, Harm, IncidentState, KnownToCare, PanelOutcome, Question, TeamRole, Yes
from reviews.models.drafts import DraftCopy, DraftRemark, ReportDraft
from reviews.models.incidents import PartnerDecision, SeriousIncident
from reviews.models.practice import CaseFamilyContact, CaseProceeding, PracticeReview, PractitionerAttendance, PractitionerEvent
from reviews.models.practice_codes import CopyEnd, Effect, PracticeMethod, PracticeState, ProceedingKind, RemarkKind, WordKind
from reviews.models.publication import CaseCost, FindingAnswer, PublicationText, PublishedReview, WordNotToPublish

__all__ = [
    "SEE_CASE",
    "Case",
    "CaseChild",
    "CaseCost",
    "CaseFamilyContact",
    "CaseKind",
    "CaseMember",
    "CasePersonGrant",
    "CaseProceeding",
    "CopyEnd",
    "DraftCopy",
    "DraftRemark",
    "Effect",
    "FindingAnswer",
    "Harm",
    "IncidentState",
    "KnownToCare",
    "PanelOutcome",
    "PartnerDecision",
    "PracticeMethod",
    "PracticeReview",
    "PracticeState",
    "PractitionerAttendance",
    "PractitionerEvent",
    "ProceedingKind",
    "PublicationText",
    "PublishedReview",
    "Question",
    "RemarkKind",
    "ReportDraft",
    "SeriousIncident",
    "TeamRole",
    "WordKind",
    "WordNotToPublish",
    "Yes",
]
