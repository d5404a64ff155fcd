"""Every figure that the portal knows: those that code defines, and those that the catalogue of indicators does."""

from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from reporting.models import Indicator
from reporting.rules.catalogue import catalogue


def known_figures() -> dict[str, FigureSpec]:
    """What each figure means, by code. A definition in code wins over one that was typed."""
    typed = {one.code: _typed(one) for one in Indicator.objects.filter(kind=Indicator.Kind.RETURNED)}
    return {**typed, **catalogue()}


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
