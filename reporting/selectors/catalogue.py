"""Every figure that the portal knows: those that code defines, and those that the catalogue of indicators does."""

from collections.abc import Iterable

from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from reporting.models import Indicator
from reporting.rules.catalogue import catalogue


def known_figures(returned: Iterable[Indicator] | None = None) -> dict[str, FigureSpec]:
    """What each figure means, by code. A definition in code wins over one that was typed.

    `returned`: the indicators that agencies return, where they are at hand.
    """
    typed = {one.code: _typed(one) for one in (returned_indicators() if returned is None else returned)}
    return {**typed, **catalogue()}


def returned_indicators() -> list[Indicator]:
    """Every indicator that agencies return, watched or not."""
    return list(Indicator.objects.filter(kind=Indicator.Kind.RETURNED))


def _typed(indicator: Indicator) -> FigureSpec:
    return FigureSpec(
        indicator.code,
        indicator.title,
        indicator.meaning,
        indicator.unit,
        DisclosureClass(indicator.disclosure),
        FigureKind(indicator.value_kind),
        numerator=indicator.numerator,
        denominator=indicator.denominator,
        breakdowns=tuple(indicator.breakdowns),
    )
