"""The tables of clocks, handovers, requests and questionnaires."""

from work.models.clocks import Clock, ClockHold, ClockRevision, DeadlineLimit, SchoolTerm
from work.models.copies import PrintedCopy, copy_constraints
from work.models.passing import Chase, HandedOn, Handover, Request
from work.models.questionnaires import Answer, AnswerSet, Question, Questionnaire, QuestionnaireVersion
from work.models.reminders import Reminder

__all__ = [
    "Answer",
    "AnswerSet",
    "Chase",
    "Clock",
    "ClockHold",
    "ClockRevision",
    "DeadlineLimit",
    "HandedOn",
    "Handover",
    "PrintedCopy",
    "Question",
    "Questionnaire",
    "QuestionnaireVersion",
    "Reminder",
    "Request",
    "SchoolTerm",
    "copy_constraints",
]
