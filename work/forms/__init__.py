"""What people fill in on this app's pages."""

from work.forms.passing import TOGETHER, AnswerForm, ConfirmPeopleForm, HoldForm, RecordedAnswerForm, ReturnForm
from work.forms.questionnaires import (
    AskForm,
    FilledQuestionnaire,
    HandOnForm,
    OccasionsForm,
    QuestionForm,
    QuestionnaireForm,
    WaiveReplyForm,
    WithdrawReplyForm,
    add_questions,
    lines,
    question_initial,
    questionnaire_form,
)

__all__ = [
    "TOGETHER",
    "AnswerForm",
    "AskForm",
    "ConfirmPeopleForm",
    "FilledQuestionnaire",
    "HandOnForm",
    "HoldForm",
    "OccasionsForm",
    "QuestionForm",
    "QuestionnaireForm",
    "RecordedAnswerForm",
    "ReturnForm",
    "WaiveReplyForm",
    "WithdrawReplyForm",
    "add_questions",
    "lines",
    "question_initial",
    "questionnaire_form",
]
