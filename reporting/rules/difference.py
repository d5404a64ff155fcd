"""What differs between two texts: line by line, and within a line that was changed word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

SAME, ADDED, REMOVED = "same", "added", "removed"
MOST_WORDS: Final = 1_500
"""A stretch of more words is told as a whole: comparing them one by one would take too long."""
MOST_WORK: Final = 20_000_000
"""So much work may one comparison take: what is beyond it is told as a whole."""
ALIKE: Final = 0.4
"""Two lines that have less than this in common are told as a whole, too: word by word nobody could read them."""
AROUND: Final = 2
"""So many unchanged lines are shown before and after a change."""
_WORDS: Final = re.compile(r"\s+|[^\s]+")

Step = tuple[str, int, int, int, int]
"""What becomes of which items: the same, replaced, removed or added, from one place to another in both sequences."""


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


class Allowance:
    """How much work is left for a comparison."""

    def __init__(self) -> None:
        self._left = MOST_WORK

    def covers(self, work: int) -> bool:
        """Whether there is so much left; it is taken if so."""
        if work > self._left:
            return False
        self._left -= work
        return True


def compared(old: str, new: str) -> list[Line]:
    """The lines in which two texts differ, with a few unchanged ones around them; nothing where they are the same."""
    before, after = old.splitlines(), new.splitlines()
    if before == after:
        return []
    allowance = Allowance()
    steps = _steps(before, after, allowance)
    if steps is None:
        return [Line(tuple(_whole(old, new)))]
    lines: list[Line] = []
    for tag, i, j, k, m in steps:
        if tag == "equal":
            lines += _unchanged(before[i:j], first=not lines, last=j == len(before) and m == len(after))
        else:
            lines += _changed(before[i:j], after[k:m], allowance)
    return lines


def _unchanged(rows: Sequence[str], *, first: bool, last: bool) -> Iterator[Line]:
    head, tail = 0 if first else AROUND, 0 if last else AROUND
    if len(rows) <= head + tail + 1:
        head, tail = len(rows), 0
    yield from (Line((Piece(SAME, row),)) for row in rows[:head])
    if len(rows) > head + tail:
        yield Line(left_out=len(rows) - head - tail)
    yield from (Line((Piece(SAME, row),)) for row in rows[len(rows) - tail :] if tail)


def _changed(before: Sequence[str], after: Sequence[str], allowance: Allowance) -> Iterator[Line]:
    pairs = min(len(before), len(after))
    for old, new in zip(before[:pairs], after[:pairs], strict=True):
        yield Line(tuple(_by_words(old, new, allowance)))
    yield from (Line((Piece(REMOVED, row),)) for row in before[pairs:])
    yield from (Line((Piece(ADDED, row),)) for row in after[pairs:])


def _by_words(old: str, new: str, allowance: Allowance) -> Iterator[Piece]:
    one, other = _WORDS.findall(old), _WORDS.findall(new)
    steps = _steps(one, other, allowance) if max(len(one), len(other)) <= MOST_WORDS else None
    if steps is None or _likeness(steps, len(one) + len(other)) < ALIKE:
        yield from _whole(old, new)
        return
    for tag, i, j, k, m in steps:
        if tag == "equal":
            yield Piece(SAME, "".join(one[i:j]))
            continue
        if i < j:
            yield Piece(REMOVED, "".join(one[i:j]))
        if k < m:
            yield Piece(ADDED, "".join(other[k:m]))


def _whole(old: str, new: str) -> Iterator[Piece]:
    yield from (piece for piece in (Piece(REMOVED, old), Piece(ADDED, new)) if piece.text)


def _likeness(steps: Iterable[Step], length: int) -> float:
    """The share of two texts that is in both, as `SequenceMatcher.ratio` has it."""
    return 2 * sum(j - i for tag, i, j, _k, _m in steps if tag == "equal") / length if length else 1.0


# -- within bounds --------------------------------------------------------------------------------------------


def _steps(one: Sequence[str], other: Sequence[str], allowance: Allowance) -> list[Step] | None:
    """The steps from one sequence to the other as `SequenceMatcher.get_opcodes` has them; None where that is too much work.

    What both begin and end with is not compared again and again.
    """
    shorter = min(len(one), len(other))
    head = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    tail = next((back for back in range(shorter - head) if one[-1 - back] != other[-1 - back]), shorter - head)
    a, b = one[head : len(one) - tail], other[head : len(other) - tail]
    if not allowance.covers(_work(a, b)):
        return None
    between = SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if a or b else []
    return [
        *([("equal", 0, head, 0, head)] if head else []),
        *((str(tag), i + head, j + head, k + head, m + head) for tag, i, j, k, m in between),
        *([("equal", len(one) - tail, len(one), len(other) - tail, len(other))] if tail else []),
    ]


def _work(one: Sequence[str], other: Sequence[str]) -> int:
    """What a comparison takes at most: every pair of equal items is looked at once for each block that is found."""
    here, there = Counter(one), Counter(other)
    return sum(number * there[item] for item, number in here.items()) * min(len(one), len(other)) + len(one) + len(other)
