"""What differs between two texts: line by line, and within a line that was changed word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

SAME, ADDED, REMOVED = "same", "added", "removed"
MOST_WORDS: Final = 1_500
"""A stretch of more words is told as a whole: comparing them one by one would take too long."""
ALIKE: Final = 0.4
"""Two lines that have less than this in common are told as a whole, too: word by word nobody could read them."""
AROUND: Final = 2
"""So many unchanged lines are shown before and after a change."""
_WORDS: Final = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """Some words that are in both texts, or in one of them."""

    kind: str
    text: str


@dataclass(frozen=True)
class Line:
    """A line of the comparison; `left_out`: so many unchanged lines stand there and are not shown."""

    pieces: tuple[Piece, ...] = ()
    left_out: int = 0


def compared(old: str, new: str) -> list[Line]:
    """The lines in which two texts differ, with a few unchanged ones around them; nothing where they are the same."""
    before, after = old.splitlines(), new.splitlines()
    if before == after:
        return []
    lines: list[Line] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += _unchanged(before[i:j], first=not lines, last=j == len(before) and m == len(after))
        else:
            lines += _changed(before[i:j], after[k:m])
    return lines


def _unchanged(rows: Sequence[str], *, first: bool, last: bool) -> Iterator[Line]:
    head, tail = 0 if first else AROUND, 0 if last else AROUND
    if len(rows) <= head + tail + 1:
        head, tail = len(rows), 0
    yield from (Line((Piece(SAME, row),)) for row in rows[:head])
    if len(rows) > head + tail:
        yield Line(left_out=len(rows) - head - tail)
    yield from (Line((Piece(SAME, row),)) for row in rows[len(rows) - tail :] if tail)


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    pairs = min(len(before), len(after))
    for old, new in zip(before[:pairs], after[:pairs], strict=True):
        yield Line(tuple(_by_words(old, new)))
    yield from (Line((Piece(REMOVED, row),)) for row in before[pairs:])
    yield from (Line((Piece(ADDED, row),)) for row in after[pairs:])


def _by_words(old: str, new: str) -> Iterator[Piece]:
    one, other = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(one), len(other)) > MOST_WORDS:
        yield from (Piece(REMOVED, old), Piece(ADDED, new))
        return
    matched = SequenceMatcher(None, one, other, autojunk=False)
    if matched.ratio() < ALIKE:
        yield from (piece for piece in (Piece(REMOVED, old), Piece(ADDED, new)) if piece.text)
        return
    for tag, i, j, k, m in matched.get_opcodes():
        if tag == "equal":
            yield Piece(SAME, "".join(one[i:j]))
            continue
        if i < j:
            yield Piece(REMOVED, "".join(one[i:j]))
        if k < m:
            yield Piece(ADDED, "".join(other[k:m]))
