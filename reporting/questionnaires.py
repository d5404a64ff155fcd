"""The shapes of returns for the yearly report, which the business team writes as questionnaires."""

from accounts.access import BUSINESS_TEAM
from reporting.rules.returns import SHAPE
from work.kinds import QuestionnaireKind

QUESTIONNAIRES = (
    QuestionnaireKind(SHAPE, "Shape of returns for the yearly report", editors=frozenset({BUSINESS_TEAM}), files=False),
)
