"""Names as they are compared: plain letters, how they sound, and the full names behind short forms."""

import re
import unicodedata
from functools import lru_cache

from children.rules.short_forms import FULL_NAMES

MOST_WORDS = 4
LONGEST_WORD = 40
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_JOINS = re.compile("['’‘`´]")  # the apostrophes that people type
_WORD = re.compile(r"[^\W_]+")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(kn|gn|pn)", "n"),
        ("^wr", "r"),
        ("^wh", "w"),
        ("ph", "f"),
        ("gh", ""),
        ("sch|sh|tch|ch|cz", "x"),
        ("ck", "k"),
        ("c(?=[eiy])", "s"),
        ("[cqg]", "k"),
        ("j", "k"),
        ("x", "ks"),
        ("z", "s"),
        ("v", "f"),
        ("d", "t"),
        ("b", "p"),
    )
)
"""One after the other: letters that people write for the same sound become one letter."""


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name in plain small letters without accents, at most four, each at most forty letters long.

    "Siân O’Hare-Łucki" gives "sian", "ohare", "lucki". Letters of other scripts stay as they are.
    """
    plain = unicodedata.normalize("NFKD", _JOINS.sub("", text[:200].lower())).translate(_LETTERS)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(letters))[:MOST_WORDS]


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """How a plain word sounds: its consonants, like ones written alike, no letter twice running; "a" for a vowel in front."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    skeleton = re.sub("[aeiouyhw]", "", word[1:])
    first = "a" if word[:1] in set("aeiouy") else word[:1]
    return re.sub(r"(.)\1+", r"\1", first + skeleton)


def full_names(word: str) -> frozenset[str]:
    """A first name and every full name of which it is a usual short form: "alex" gives "alex", "alexander", "alexandra"."""
    return frozenset({word, *FULL_NAMES.get(word, ())})


def letters_apart(one: str, other: str) -> int:
    """How many letters must be added, left out, exchanged or swapped with their neighbour to turn one word into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        earlier, before = before, row
        row = [place]
        for column, wanted in enumerate(other, start=1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != wanted))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == wanted:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
    return row[-1]
