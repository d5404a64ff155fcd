"""A text in small plain letters, of which each sign knows where it stood."""

import unicodedata
from dataclasses import dataclass

from reviews.rules.naming import plain

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Signs that nobody sees: they would hide a name from a search."""
_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼ´`", "'") | dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\u202f\u2009", " ")
)  # the signs themselves


@dataclass(frozen=True)
class Folded:
    """`text` in small plain letters, `cased` with its capitals; sign by sign as long as each other."""

    source: str
    text: str
    cased: str
    origins: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source a stretch of the folded text stands; accents that follow its last letter are of it."""
        begins = self.origins[start]
        ends = self.origins[end - 1] + 1
        while ends < len(self.source) and (unicodedata.combining(self.source[ends]) or self.source[ends] in _UNSEEN):
            ends += 1
        return begins, ends


def fold(text: str) -> Folded:
    """The text as it is searched."""
    small: list[str] = []
    cased: list[str] = []
    origins: list[int] = []
    for place, sign in enumerate(text):
        if sign in _UNSEEN:
            continue
        for letter in plain(sign.translate(_PLAIN)):
            small.append(letter)
            cased.append(letter.upper() if sign.isupper() else letter)
            origins.append(place)
    return Folded(text, "".join(small), "".join(letter if len(letter) == 1 else letter[0] for letter in cased), tuple(origins))
