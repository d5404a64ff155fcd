"""The tables of figures and of the yearly report."""

from reporting.models.approving import EditionDecision
from reporting.models.editions import Compilation, Edition
from reporting.models.inputs import Comparator, Population, ReturnedValue
from reporting.models.keeping import MonthOfFigures
from reporting.models.writing import Acronym, Narrative

__all__ = [
    "Acronym",
    "Comparator",
    "Compilation",
    "Edition",
    "EditionDecision",
    "MonthOfFigures",
    "Narrative",
    "Population",
    "ReturnedValue",
]
