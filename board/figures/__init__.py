"""What the board's own work publishes. One module for each thing that is counted.

A new module is imported here; importing it declares its figures.
"""

from board.figures import (
    actions,
    attendance,
    business_plan,
    challenges,
    library,
    library_words,
    money,
    recommendations,
    voice,
)

__all__ = [
    "actions",
    "attendance",
    "business_plan",
    "challenges",
    "library",
    "library_words",
    "money",
    "recommendations",
    "voice",
]
