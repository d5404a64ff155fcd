"""Text that a spreadsheet program would run as a formula, made harmless and made whole again.

A program that opens a CSV file takes a cell starting with ``=``, ``+``, ``-`` or ``@`` for a formula, also in
their full-width forms and behind blanks. An apostrophe in front makes it text (OWASP, CSV Injection).
"""

from __future__ import annotations

import unicodedata
from typing import Final

GUARD: Final = "'"
_STARTS: Final = frozenset("=+-@")
_CONTROLS: Final = ("\t", "\r", "\n")
_UNSEEN: Final = "\ufeff\u200b\u200c\u200d\u2060\u00ad\x00"


def is_dangerous(text: str) -> bool:
    """Say whether a spreadsheet program may read text as a formula, with or without guards before it."""
    bare = text.lstrip(GUARD)
    if not bare.strip():
        return False
    if bare.startswith(_CONTROLS):
        return True
    seen = bare
    while seen and (seen[0].isspace() or seen[0] in _UNSEEN):
        seen = seen[1:]
    return unicodedata.normalize("NFKC", seen[:1])[:1] in _STARTS if seen else False


def guarded(text: str) -> str:
    """Return text that no spreadsheet program takes for a formula; harmless text is returned unchanged."""
    return GUARD + text if is_dangerous(text) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given, so that a file read back holds what was written."""
    return text[1:] if text.startswith(GUARD) and is_dangerous(text[1:]) else text
