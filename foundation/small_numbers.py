"""Small numbers of children and families: how they are told to people who do not see the cases.

A number is rounded to the nearest five. One under six is not told, and none at all looks the same, so that neither a child nor
the absence of one is given away.
"""

from typing import Final

SMALL: Final = 5
"""The largest number that is small."""
SMALLEST_BASE: Final = 20
"""Of fewer than these no share is told."""
BASE: Final = 5


def nearest(number: int) -> int:
    """A number to the nearest five."""
    return BASE * ((2 * number + BASE) // (2 * BASE))


def rounded(number: int) -> int | None:
    """A number to the nearest five; None under six."""
    return None if number <= SMALL else nearest(number)


def rounded_part(part: int, whole: int) -> int | None:
    """A part to the nearest five, to take a share of the rounded whole; None where it, the rest or the whole is too small."""
    too_few = min(part, whole - part) <= SMALL or whole < SMALLEST_BASE
    return None if too_few else nearest(part)
