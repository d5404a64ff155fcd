"""How the rows of a file of reference data went in."""

from foundation.design import words
from foundation.imported import Imported


def result_words(result: Imported, *, done: bool) -> str:
    """What became of the rows, or would become of them."""
    counts = f"{result.added:,} added, {result.changed:,} changed, {result.unchanged:,} unchanged."
    bad = f" {words.counted(len(result.bad), 'row')} could not be taken." if result.bad else " No row was refused."
    return f"{counts}{bad}" if done else f"It would be: {counts}{bad} Nothing has been changed."
