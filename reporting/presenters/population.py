"""How an imported file of population reads."""

from collections.abc import Iterable, Mapping
from typing import Any

from foundation.design import words
from foundation.imported import Imported
from reporting.models import EarlierPopulation

THE_PORTAL = "The portal"


def result_words(result: Imported, *, done: bool) -> str:
    """What became of the rows, or would become of them."""
    counts = f"{result.added:,} added, {result.changed:,} changed, {result.unchanged:,} unchanged."
    bad = f" {words.counted(len(result.bad), 'row')} could not be taken." if result.bad else " No row was refused."
    return f"{counts}{bad}" if done else f"It would be: {counts}{bad} Nothing has been changed."


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
