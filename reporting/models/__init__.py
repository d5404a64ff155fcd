"""The tables of figures and of the yearly report."""

from reporting.models.approving import EditionDecision
from reporting.models.checklist import ElementAnswer, Guidance, StatutoryElement
from reporting.models.editions import Compilation, Edition
from reporting.models.indicators import CountedValue, Indicator, IndicatorNote, ValueAsked
from reporting.models.inputs import Comparator, Population, ReturnedValue
from reporting.models.keeping import MonthOfFigures
from reporting.models.neighbours import NeighbourValue
from reporting.models.publishing import Dispatch, Publication
from reporting.models.returns import AgencyReturn, ReturnReview, ReturnRound
from reporting.models.words import WordTable
from reporting.models.writing import Acronym, Narrative, ReportTemplate

__all__ = [
    "Acronym",
    "AgencyReturn",
    "Comparator",
    "Compilation",
    "CountedValue",
    "Dispatch",
    "Edition",
    "EditionDecision",
    "ElementAnswer",
    "Guidance",
    "Indicator",
    "IndicatorNote",
    "MonthOfFigures",
    "Narrative",
    "NeighbourValue",
    "Population",
    "Publication",
    "ReportTemplate",
    "ReturnReview",
    "ReturnRound",
    "ReturnedValue",
    "StatutoryElement",
    "ValueAsked",
    "WordTable",
]
