"""Words by which the records of indicators are known outside of this app, and what a value is worked out of."""

from decimal import Decimal
from typing import Final

from foundation.figures import FigureKind
from foundation.numbers import percentage, rate_per_10_000

RETURNED_VALUES: Final = "reporting.returned_values"
"""Over these whoever writes a returned value takes turns: they are never changed, so no row of theirs can be locked."""
COUNTED_VALUES: Final = "reporting.counted_values"
"""Over these whoever keeps what was counted takes turns with whoever says why it changed, for the same reason."""
OF_TWO_NUMBERS: Final = frozenset({FigureKind.PERCENTAGE, FigureKind.RATE, FigureKind.MEAN})
"""Kinds of value that are worked out of what is counted on top and out of what, so that small numbers can be hidden."""

VALUE: Final = "indicator_value"
"""The kind of record: a value that an agency is asked for."""
VALUE_REQUEST: Final = "reporting.indicator_value"
"""The kind of the request by which it is asked."""


def worked_out(kind: FigureKind, numerator: int, denominator: int) -> Decimal | None:
    """A share in per cent, a rate for every 10,000 or a mean, not rounded; None where there is nothing to divide by."""
    if kind == FigureKind.RATE:
        return rate_per_10_000(numerator, denominator)
    if kind == FigureKind.MEAN:
        return Decimal(numerator) / denominator if denominator else None
    return percentage(numerator, denominator)
