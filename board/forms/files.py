"""The question for a file that belongs to a record of the board."""

from typing import Any

from board.forms.papers import KINDS, MOST_MB
from foundation.design.forms import FileField

FILE_HINT = (
    f"A PDF, Word, Excel or OpenDocument file, a text file or a picture, smaller than {MOST_MB} MB. It must not name a child"
)


def file_field(label: str, **more: Any) -> FileField:
    """One file of the usual kinds."""
    return FileField(label=label, **{"hint": FILE_HINT, "kinds": KINDS, "most_mb": MOST_MB, **more})
