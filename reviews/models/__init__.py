"""Cases with those named on them, serious incidents, and what the statutory partners decided."""

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
from reviews.models.incidents import PartnerDecision, SeriousIncident
from reviews.models.returns import AgencyReturn, ChronologyUpload, ScopingLetter

__all__ = [
    "SEE_CASE",
    "AgencyReturn",
    "Case",
    "CaseChild",
    "CaseKind",
    "CaseMember",
    "CasePersonGrant",
    "ChildSeen",
    "ChronologyCopy",
    "ChronologyEntry",
    "ChronologyUpload",
    "Contradiction",
    "ContradictionEntry",
    "Harm",
    "IncidentState",
    "KnownToCare",
    "PanelOutcome",
    "PartnerDecision",
    "Precision",
    "Question",
    "ReturnState",
    "ScopingLetter",
    "SeriousIncident",
    "Significance",
    "TeamRole",
    "Yes",
]
