"""The words of estimates that a later file took the place of."""

from collections.abc import Iterable, Mapping
from typing import Any

from reporting.models import EarlierPopulation

THE_PORTAL = "The portal"


def replacing_actors(found: Iterable[EarlierPopulation]) -> set[str]:
    """The references of those who corrected estimates."""
    return {one.replaced_by for one in found}


def earlier_rows(found: Iterable[EarlierPopulation], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What was estimated before, of whom, when and by whom it was corrected, and why."""
    return [
        {
            "of": f"{one.population}",
            "text": f"{one.value:,}",
            "source": one.source,
            "at": one.replaced_at,
            "by": names.get(one.replaced_by, THE_PORTAL),
            "reason": one.reason,
        }
        for one in found
    ]
