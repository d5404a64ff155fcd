"""A glossary of the acronyms that a text really uses, and the capitals that nobody has explained yet."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[&/][A-Za-z0-9]+)*")
_FEWEST_CAPITALS: Final = 2
_NEVER: Final = frozenset({"PDF", "JSON", "I", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "Q1", "Q2", "Q3", "Q4"})


@dataclass(frozen=True)
class Glossary:
    """Short forms with their meanings, in alphabetical order; and those that are not explained."""

    entries: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def glossary(text: str, acronyms: Mapping[str, str], *, ignored: Iterable[str] = ()) -> Glossary:
    """The acronyms of a text. A plural (“LADOs”) counts as its singular; `ignored` are words of the partnership’s own name."""
    ignore = _NEVER | set(ignored)
    used, unknown = set(), set()
    for word in set(_WORD.findall(text)):
        short = _known(word, acronyms)
        if short:
            used.add(short)
        elif _looks_short(word) and word not in ignore and _singular(word) not in ignore:
            unknown.add(_singular(word))
    entries = tuple((short, acronyms[short]) for short in sorted(used, key=lambda word: (word.casefold(), word)))
    return Glossary(entries, tuple(sorted(unknown, key=lambda word: (word.casefold(), word))))


def _known(word: str, acronyms: Mapping[str, str]) -> str:
    return next((form for form in (word, _singular(word)) if form in acronyms), "")


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1].isupper() else word


def _looks_short(word: str) -> bool:
    """Two capitals or more, and not a word that merely starts a sentence or a name like McArthur."""
    capitals = sum(letter.isupper() for letter in word)
    return capitals >= _FEWEST_CAPITALS and capitals * 2 >= sum(letter.isalpha() for letter in word)
