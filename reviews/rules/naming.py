"""Whether words give somebody's name away."""

import re
import unicodedata
from collections.abc import Iterable

SHORTEST = 3
"""Shorter parts of a name ("Al", "de") stand in too many words to mean anything."""
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe", "’": "'"})
"""Signs that are no letter with an accent, and are written as another letter all the same."""
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def plain(text: str) -> str:
    """Without case, diacritics and the sign of an apostrophe, so that "O’Shéa" is "o'shea"."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return bare.casefold().translate(_LETTERS)


def parts_of(name: str) -> set[str]:
    """The parts of a name by which somebody is known: each word of it, and of a double name both halves and the whole."""
    found: set[str] = set()
    for word in _WORDS.findall(name):
        found |= {plain(word), *(plain(half) for half in word.split("-"))}
    return {part for part in found if len(part) >= SHORTEST}


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those parts of the names that stand in the text as words of their own, in the order of the text."""
    known = {part for name in names for part in parts_of(name)}
    words = [plain(word) for word in _WORDS.findall(text)]
    spoken = [part for word in words for part in (word, *word.split("-"), word.removesuffix("'s"))]
    return tuple(dict.fromkeys(part for part in spoken if part in known))


def says_any_of(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of some phrases stands in the text as a whole: "Child A" in "as Child A said", not in "each child"."""
    told = plain(text)
    wanted = (re.findall(r"\w+", plain(phrase)) for phrase in phrases)
    patterns = (r"[\W_]+".join(words) for words in wanted if words)
    return any(re.search(rf"(?<!\w){pattern}(?!\w)", told) for pattern in patterns)


def blanked(text: str, names: Iterable[str]) -> str:
    """The text with every part of the names that stands in it as a word of its own taken out."""
    known = {part for name in names for part in parts_of(name)}

    def kept(found: re.Match[str]) -> str:
        word = plain(found.group())
        return "[name]" if known & {word, word.removesuffix("'s"), *word.split("-")} else found.group()

    return _WORDS.sub(kept, text)


RELATIONS = frozenset(
    {
        *("mother", "father", "parent", "parents", "brother", "brothers", "sister", "sisters", "sibling", "siblings", "half"),
        *("aunt", "uncle", "cousin", "carer", "carers", "partner", "grandmother", "grandfather", "stepmother", "stepfather"),
        *("child", "children", "other", "others", "family", "foster"),
    }
)
"""What somebody is to a child: no name."""


def names_of_lines(lines: str) -> list[str]:
    """The names in lines such as "Mother: Anna Smith", one for each line that has any."""
    found = []
    for line in lines.splitlines():
        words = [word for word in _WORDS.findall(line) if word[0].isupper() and plain(word) not in RELATIONS]
        if words:
            found.append(" ".join(words))
    return found
