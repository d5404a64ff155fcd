"""The tables of figures and of the yearly report."""

from reporting.models.approving import EditionDecision, EditionStatement
from reporting.models.checklist import ElementAnswer, Guidance, StatutoryElement
from reporting.models.childrens import ChildrensVersion, HelpLine
from reporting.models.comparators import Comparator, EarlierComparator, StatisticalNeighbour
from reporting.models.drafting import (
    ChapterAuthor,
    Consultation,
    ConsultedPerson,
    Contribution,
    DraftComment,
    NarrativeVersion,
    ReadingMark,
)
from reporting.models.editions import Compilation, Edition
from reporting.models.indicators import CountedReason, CountedValue, Indicator, IndicatorNote, ValueAsked, ValueSignOff
from reporting.models.inputs import EarlierPopulation, Population, ReturnedValue
from reporting.models.keeping import MonthOfFigures
from reporting.models.publishing import Dispatch, Publication
from reporting.models.returns import AgencyReturn, ReturnReview, ReturnRound
from reporting.models.words import WordTable
from reporting.models.writing import Acronym, Narrative, ReportTemplate

__all__ = [
    "Acronym",
    "AgencyReturn",
    "ChapterAuthor",
    "ChildrensVersion",
    "Comparator",
    "Compilation",
    "Consultation",
    "ConsultedPerson",
    "Contribution",
    "CountedReason",
    "CountedValue",
    "Dispatch",
    "DraftComment",
    "EarlierComparator",
    "EarlierPopulation",
    "Edition",
    "EditionDecision",
    "EditionStatement",
    "ElementAnswer",
    "Guidance",
    "HelpLine",
    "Indicator",
    "IndicatorNote",
    "MonthOfFigures",
    "Narrative",
    "NarrativeVersion",
    "Population",
    "Publication",
    "ReadingMark",
    "ReportTemplate",
    "ReturnReview",
    "ReturnRound",
    "ReturnedValue",
    "StatisticalNeighbour",
    "StatutoryElement",
    "ValueAsked",
    "ValueSignOff",
    "WordTable",
]
