"""How imported lists read."""

from collections.abc import Sequence
from typing import Any

from foundation.design import words
from referrals.models import ListImport

SHOWN = 100


def checked_words(good: int, broken: int, gone: int = 0, *, done: bool) -> str:
    """What became of a list, or would become of it."""
    rows = words.counted(good, "row")
    back = f" {words.counted(broken, 'row')} could not be taken." if broken else " No row was refused."
    if done:
        left = f" {words.counted(gone, 'place')} that it does not name will not be offered any more." if gone else ""
        return f"{rows} taken in.{back}{left}"
    left = f" {words.counted(gone, 'place')} that it does not name would not be offered any more." if gone else ""
    return f"{rows} would be taken in. Nothing has been changed.{back}{left}"


def list_import_rows(imports: Sequence[ListImport]) -> list[dict[str, Any]]:
    """The last lists, with the rows that came back."""
    return [
        {
            "title": f"{one.get_kind_display()}: {one.file_name}",
            "at": one.imported_at,
            "words": checked_words(one.taken, len(one.broken), one.gone, done=True),
            "broken": one.broken[:SHOWN],
            "more": max(len(one.broken) - SHOWN, 0),
        }
        for one in imports
    ]
