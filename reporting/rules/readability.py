"""How hard a text is to read: Rudolf Flesch's measure of 1948, and what makes it hard, for its author."""

import re
from dataclasses import dataclass
from typing import Final

LONG_SENTENCE: Final = 15
"""More words than these are hard to keep in mind."""
LONG_WORD: Final = 4
"""So many syllables make a word long."""
EASY, PLAIN = 80.0, 60.0
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*")
_WORD: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[’'-][A-Za-zÀ-ÖØ-öø-ÿ]+)*|\d[\d,.]*")
_VOWELS: Final = re.compile(r"[aeiouyà-öø-ÿ]+")


@dataclass(frozen=True)
class Reading:
    """What can be said of a text. `ease`: Flesch reading ease, about 100 for the easiest; None of a text without words."""

    sentences: int
    words: int
    ease: float | None
    long_sentences: tuple[str, ...]
    long_words: tuple[str, ...]

    @property
    def words_per_sentence(self) -> float:
        """How long its sentences are."""
        return self.words / self.sentences if self.sentences else 0.0


def reading_of(text: str) -> Reading:
    """Measure a text; a line that ends without a full stop ends a sentence too."""
    sentences = [(one.strip(), _WORD.findall(one)) for one in _SENTENCE.findall(text)]
    sentences = [(told, words) for told, words in sentences if words]
    every = [word for _told, words in sentences for word in words]
    if not every:
        return Reading(0, 0, None, (), ())
    each = [syllables(word) for word in every]
    ease = 206.835 - 1.015 * len(every) / len(sentences) - 84.6 * sum(each) / len(every)
    return Reading(
        len(sentences),
        len(every),
        round(ease, 1),
        tuple(told for told, words in sentences if len(words) > LONG_SENTENCE),
        tuple(dict.fromkeys(word.lower() for word, long in zip(every, each, strict=True) if long >= LONG_WORD)),
    )


def syllables(word: str) -> int:
    """About how many syllables an English word has; a number counts as one."""
    small = word.lower()
    if small[0].isdigit():
        return 1
    found = len(_VOWELS.findall(small))
    silent_e = small.endswith("e") and not small.endswith(("le", "ee"))
    silent = silent_e or (small.endswith("ed") and not small.endswith(("ted", "ded")))
    return max(1, found - 1 if silent and found > 1 else found)
