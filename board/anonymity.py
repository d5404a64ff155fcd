"""What in a text may say who somebody is. It helps whoever reads the words before they are published; it never decides.

Pure: the names that the portal knows are given to it. It marks more than it must rather than less, and says what it cannot see.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Sign(StrEnum):
    """Why a part of a text is marked."""

    EMAIL = "email"
    NUMBER = "number"
    PHONE = "phone"
    POSTCODE = "postcode"
    DATE = "date"
    AGE = "age"
    AGENCY = "agency"
    PERSON = "person"
    CAPITAL = "capital"


EXPLAINED = {
    Sign.EMAIL: "An email address",
    Sign.NUMBER: "Ten digits, as an NHS number has them",
    Sign.PHONE: "A telephone number",
    Sign.POSTCODE: "A postcode",
    Sign.DATE: "A date",
    Sign.AGE: "An age",
    Sign.AGENCY: "An agency or a school that is on the portal",
    Sign.PERSON: "The name of somebody who has an account here",
    Sign.CAPITAL: "A capital letter inside a sentence: perhaps a name or a place",
}

CANNOT_FIND = (
    "names and places in small letters, and nicknames",
    "names at the beginning of a sentence, unless somebody with an account has that name",
    "circumstances so rare that people would know who it is",
    "who somebody is to somebody else, such as “the headteacher’s son”",
    "what a reader could put together from this and something else that was published",
)

LOOKED_FOR = (
    ("names", "Names of people, also of staff"),
    ("dates", "Dates and ages"),
    ("schools", "Schools, teams and services by name"),
    ("places", "Places and addresses"),
    ("rare", "Circumstances so rare that somebody would be known by them"),
)
"""What a second person confirms that the words do not give away."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
_NUMBER = rf"(?:\d{{1,2}}|{_SPELLED})"

PATTERNS = (
    (Sign.EMAIL, re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")),  # once from the start of each word
    (Sign.NUMBER, re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")),
    (Sign.PHONE, re.compile(r"(?<![\d+])(?:\+44|0)(?:[ ()-]?\d){8,10}(?!\d)")),
    (Sign.POSTCODE, re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)),
    (Sign.DATE, re.compile(r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")),
    (
        Sign.DATE,
        re.compile(
            rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )(?:{_MONTHS}|{_SHORT})\b(?:,? \d{{4}})?"
            rf"|\b(?:{_MONTHS}|{_SHORT})\b(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? \d{{4}})?",
        ),
    ),
    (
        Sign.DATE,
        re.compile(
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b(?:,? \d{{4}})?|\b(?:{_DAYS})\b|\b(?:19|20)\d\d\b",
            re.IGNORECASE,
        ),
    ),
    (
        Sign.AGE,
        re.compile(
            rf"\b(?:aged|age|turned|turns|turning) {_NUMBER}\b|\b{_NUMBER}[ -](?:years?|yrs?|months?|weeks?)[ -]olds?\b"
            rf"|\b(?:I am|I'm|I’m|I was|he is|she is|he was|she was|who is|who was) {_NUMBER}\b(?! (?:of|to|times))",
            re.IGNORECASE,
        ),
    ),
)

_CAPITALISED = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_ENDS = frozenset(".!?:…\n")
_BETWEEN = frozenset("\"'“”‘’([–—-")
_ALWAYS_CAPITAL = frozenset(["I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll", "OK", "English"])


@dataclass(frozen=True)
class Mark:
    """A part of a text, from a place up to another, that may say who somebody is."""

    start: int
    end: int
    text: str
    sign: Sign


def capitalised_words(text: str) -> frozenset[str]:
    """The words of a text that begin with a capital letter, wherever they stand."""
    return frozenset(_bare(found.group()) for found in _CAPITALISED.finditer(text) if found.group()[0].isupper())


def _bare(word: str) -> str:
    """Without the ending of a genitive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def find_marks(text: str, *, people: Collection[str] = (), agencies: Collection[str] = ()) -> tuple[Mark, ...]:
    """What was found, in the order of the text; where two overlap the surer one. `people`: names or parts of names, as they are
    written; `agencies`: names in any case."""
    found: list[Mark] = []
    starts: list[int] = []
    for mark in (*_by_pattern(text), *_by_name(text, agencies, Sign.AGENCY), *_by_person(text, people), *_by_capital(text)):
        place = bisect(starts, mark.start)
        if (place == 0 or found[place - 1].end <= mark.start) and (place == len(found) or mark.end <= found[place].start):
            found.insert(place, mark)
            starts.insert(place, mark.start)
    return tuple(found)


def _by_pattern(text: str) -> Iterator[Mark]:
    for sign, pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield Mark(match.start(), match.end(), match.group(), sign)


def _by_name(text: str, names: Collection[str], sign: Sign) -> Iterator[Mark]:
    for name in sorted(names, key=lambda one: (-len(one), one)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield Mark(match.start(), match.end(), match.group(), sign)


def _by_person(text: str, people: Collection[str]) -> Iterator[Mark]:
    """Whole names in any case; single ones only as they are written, so that “will” is no Will."""
    yield from _by_name(text, [name for name in people if " " in name], Sign.PERSON)
    single = {name for name in people if " " not in name}
    for match in _CAPITALISED.finditer(text):
        if _bare(match.group()) in single:
            yield Mark(match.start(), match.start() + len(_bare(match.group())), _bare(match.group()), Sign.PERSON)


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins here. It looks back to the last word and no further, so a long text is read once."""
    for back in range(place - 1, -1, -1):
        one = text[back]
        if one in _ENDS:
            return True
        if one not in _BETWEEN and not one.isspace():
            return False
    return True


def _by_capital(text: str) -> Iterator[Mark]:
    for match in _CAPITALISED.finditer(text):
        word = _bare(match.group())
        if word[0].isupper() and word not in _ALWAYS_CAPITAL and not _begins(text, match.start()):
            yield Mark(match.start(), match.start() + len(word), word, Sign.CAPITAL)


def words_key(words: str) -> str:
    """The same for words that differ in case, blanks and stops only; empty where nothing is said."""
    letters = "".join(one for one in unicodedata.normalize("NFKC", words).casefold() if one.isalnum())
    return sha256(letters.encode()).hexdigest() if letters else ""
