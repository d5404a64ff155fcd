"""The partnership's figures of actions as at a day: the same that the yearly report prints of 31 March."""

from datetime import date

from django.db import connection

from foundation.cuts import CUTS, up_to
from foundation.figures import FigureValue

SOURCE = "board.actions"


def figures_of_actions(day: date) -> tuple[FigureValue, ...]:
    """How all actions stood at the end of a day, and what was done of its financial year by then. For the board's people."""
    with connection.cursor() as cursor:
        return tuple(CUTS.get(SOURCE).read(up_to(day), {}, cursor))
