"""How an area lies among its statistical neighbours."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def rank_words(own: Decimal, others: Sequence[Decimal]) -> str:
    """How low an area lies among others, itself counted: "4th lowest of 11"; a place that others have too is shared.

    Equal numbers have the same place, and the next one leaves out as many.
    """
    place = 1 + sum(other < own for other in others)
    from_above = 1 + sum(other > own for other in others)
    shared = "joint " if own in others else ""
    of = len(others) + 1
    if place == 1 and from_above == 1:
        return f"the same as all {of}"
    low = place <= from_above
    which = place if low else from_above
    return f"{shared}{'' if which == 1 else f'{ordinal(which)} '}{'lowest' if low else 'highest'} of {of}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    return f"{number}{'th' if number % 100 in {11, 12, 13} else _ENDINGS.get(number % 10, 'th')}"
