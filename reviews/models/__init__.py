"""Cases with those named on them, serious incidents, and what the statutory partners decided."""

from reviews.models.cases import SEE_CASE, Case, CaseChild, CaseMember, CasePersonGrant
from reviews.models.codes import CaseKind, Harm, IncidentState, KnownToCare, PanelOutcome, Question, TeamRole, Yes
from reviews.models.incidents import PartnerDecision, SeriousIncident

__all__ = [
    "SEE_CASE",
    "Case",
    "CaseChild",
    "CaseKind",
    "CaseMember",
    "CasePersonGrant",
    "Harm",
    "IncidentState",
    "KnownToCare",
    "PanelOutcome",
    "PartnerDecision",
    "Question",
    "SeriousIncident",
    "TeamRole",
    "Yes",
]
