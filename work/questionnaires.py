"""The kinds of questionnaire that this app has itself."""

from accounts.access import BUSINESS_TEAM
from work.kinds import QuestionnaireKind
from work.models.questionnaires import ASKED_OF_AGENCIES

QUESTIONNAIRES = (QuestionnaireKind(ASKED_OF_AGENCIES, "Audit tool, evaluation or survey", editors=frozenset({BUSINESS_TEAM})),)
