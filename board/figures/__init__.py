"""What the board's own work publishes. One module for each thing that is counted.

A new module is imported here; importing it declares its figures.
"""

from board.figures import (
    actions,
    actions_by_plan,
    attendance,
    business_plan,
    challenges,
    library,
    library_words,
    membership,
    money,
    quotes,
    recommendations,
    risks,
    scrutiny,
    structure,
    trends,
    value_for_money,
    voice,
    work_streams,
)

__all__ = [
    "actions",
    "actions_by_plan",
    "attendance",
    "business_plan",
    "challenges",
    "library",
    "library_words",
    "membership",
    "money",
    "quotes",
    "recommendations",
    "risks",
    "scrutiny",
    "structure",
    "trends",
    "value_for_money",
    "voice",
    "work_streams",
]
