"""What in a text could say who a child is: what it is told to look for, and what looks like it. Nothing finds everything."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from reviews.rules.dates_in_text import dates_in
from reviews.rules.folding import Folded, fold
from reviews.rules.naming import SHORTEST, parts_of, plain
from reviews.rules.nicknames import NICKNAMES

AROUND = 40
"""How many signs on each side belong to the place of a finding."""
CANNOT_FIND = (
    "names that nobody told it, and names that are misspelt or broken over two lines",
    "what says who somebody is without a name: a job, an unusual illness, a family of triplets, a story that was in the news",
    "a child who can be told from a sibling, a parent or a place that is described",
    "days that are said in other words, as “the day after her birthday”",
    "pictures, tables drawn as pictures, and what a file holds besides its text",
    "names of one or two letters that begin with a small letter",
)
"""What the check cannot see: printed beside its result."""

_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_AGE = re.compile(
    rf"\b(?:aged|age|age of) (?P<first>\d{{1,2}}|{_NUMBERS})\b(?!\s*(?:-|to\b|and\b|or\b)\s*(?:\d|{_NUMBERS}))"
    rf"|\b(?P<second>\d{{1,2}}|{_NUMBERS})[\s-](?:day|week|month|year)s?[\s-]olds?\b"
    rf"|\b(?P<third>\d{{1,2}})\s?(?:yo|yrs? old|y/o)\b"
)
_BAND_BEFORE = re.compile(rf"(?:\d|{_NUMBERS})\s*(?:-|to|and|or)\s*$|\b(?:under|over|between)\s+$")
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")
_STREET = re.compile(
    r"\b(?:\d{1,4}[a-z]?,? )?(?:[A-Z][\w'-]+ ){1,3}"
    r"(?:Road|Rd|Street|Avenue|Ave|Lane|Close|Drive|Crescent|Gardens|Court|Terrace|Grove|Place|Way|Square|Mews|Walk|Hill|Rise)\b"
)
_SCHOOL = re.compile(
    r"\b(?:[A-Z][\w'.-]+ ){1,4}(?:School|Academy|College|Nursery|Primary|Infants|Juniors|Pre-school|Children's Centre)\b"
)
_REACHED = re.compile(r"\b\d{3} ?\d{3} ?\d{4}\b|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b|\b[\w.+-]+@[\w-]+\.[\w.]+\b")
_SHORT_FORMS = {"rd": "road", "st": "street", "ave": "avenue", "ln": "lane", "dr": "drive", "cl": "close", "cres": "crescent"}
_EVERYDAY = frozenset({"the", "and", "road", "street", "flat", "house", "london", "school", "primary", "of", "for"})


@dataclass(frozen=True)
class Somebody:
    """A person whose name must not stand in the text; `who` is told beside a finding and names nobody."""

    given: str
    family: str
    who: str


@dataclass(frozen=True)
class Known:
    """What must not be found."""

    people: Sequence[Somebody] = ()
    dates: Sequence[tuple[date, str]] = ()
    places: Sequence[str] = ()
    schools: Sequence[str] = ()
    others: Sequence[str] = ()
    may_stand: frozenset[str] = field(default_factory=frozenset)
    """Words that say nobody's name here, such as the pseudonyms."""


@dataclass(frozen=True)
class Finding:
    """Something that may say who a child is: where it stands, and why it was found."""

    kind: str
    start: int
    end: int
    words: str
    why: str
    before: str
    after: str

    @property
    def mark(self) -> str:
        """Its fingerprint: the same words between the same words."""
        return sha256("\x1f".join((self.kind, self.before, self.words, self.after)).encode()).hexdigest()


Place = tuple[str, int, int, str]


def find(text: str, known: Known) -> list[Finding]:
    """Everything that was found, in the order of the text; of what overlaps, what is known comes before what looks like it."""
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    found: list[Place] = []
    for kind, start, end, why in _all(folded, known):
        if start < end and not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
            found.append((kind, start, end, why))
    return [_finding(text, place) for place in sorted(found, key=lambda place: place[1])]


def _finding(text: str, place: Place) -> Finding:
    kind, start, end, why = place
    return Finding(kind, start, end, text[start:end], why, text[max(0, start - AROUND) : start], text[end : end + AROUND])


def _all(folded: Folded, known: Known) -> Iterator[Place]:
    for kind, phrases, why in (
        ("place", known.places, "An address or place that is known"),
        ("school", known.schools, "A school or setting that is known"),
        ("words", known.others, "Words that must not be found"),
    ):
        yield from _phrases(folded, phrases, kind, why)
    yield from _names(folded, known)
    yield from _initials(folded, known)
    yield from _dates(folded, known)
    yield from _looks_like(folded)


def _names(folded: Folded, known: Known) -> Iterator[Place]:
    spoken: dict[str, str] = {}
    for somebody in known.people:
        for variant in variants_of(somebody):
            spoken.setdefault(variant, somebody.who)
    for word in re.finditer(r"[^\W\d_]+(?:['-][^\W\d_]+)*", folded.text):
        whole = word.group().removesuffix("'s")
        for part, start in ((whole, word.start()), *_halves(whole, word.start())):
            named = part if part in spoken else part.removesuffix("s")
            if part in known.may_stand or named not in spoken:
                continue
            begins, ends = folded.place(start, start + len(part))
            if len(named) < SHORTEST and not (folded.source[begins].isupper() and named == part):
                continue
            yield ("name", begins, ends, f"A name of {spoken[named]}")
            break


def _halves(word: str, start: int) -> Iterator[tuple[str, int]]:
    for half in re.finditer(r"[^-]+", word):
        yield half.group().removesuffix("'s"), start + half.start()


def variants_of(somebody: Somebody) -> frozenset[str]:
    """Every word by which somebody may be called: the parts of the name, and short and pet names of the first names."""
    found: set[str] = set()
    for name in (somebody.given, somebody.family):
        found |= parts_of(name) | {plain(word) for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1}
    for word in re.findall(r"[^\W\d_]+", somebody.given):
        found |= NICKNAMES.get(plain(word), frozenset())
    return frozenset(plain(word) for word in found)


def _initials(folded: Folded, known: Known) -> Iterator[Place]:
    for somebody in known.people:
        given, family = _firsts(somebody.given), _firsts(somebody.family)
        if not given or not family:
            continue
        for last in {family, family[:1], family[-1:]}:
            letters = r"[.\s-]{0,2}".join(re.escape(letter) for letter in (*given[:1], *last))
            for place in re.finditer(rf"(?<![\w'-]){letters}(?![\w'-])", folded.text):
                begins, ends = folded.place(*place.span())
                signs = [sign for sign in folded.source[begins:ends] if sign.isalpha()]
                if all(sign.isupper() for sign in signs):
                    yield ("name", begins, ends, f"May be the initials of {somebody.who}")


def _firsts(name: str) -> str:
    return "".join(plain(word)[:1] for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", name))


def _dates(folded: Folded, known: Known) -> Iterator[Place]:
    meanings = dict(known.dates)
    without_year = {(day.month, day.day): what for day, what in known.dates}
    months = {(day.year, day.month): what for day, what in known.dates}
    for said in dates_in(folded.text):
        begins, ends = folded.place(said.start, said.end)
        if said.day is None:
            if (said.year, said.month) in months:
                yield ("date", begins, ends, f"The month of the {months[said.year or 0, said.month]}")
            continue
        what = [meanings[day] for day in said.days if day in meanings]
        if not what and said.year is None:
            what = [without_year[said.month, said.day]] if (said.month, said.day) in without_year else []
        yield ("date", begins, ends, f"The {what[0]}" if what else "An exact date")


def _phrases(folded: Folded, phrases: Iterable[str], kind: str, why: str) -> Iterator[Place]:
    for phrase in phrases:
        words = [plain(word) for word in re.findall(r"[\w']+", phrase)]
        if not words or (len(words) == 1 and (len(words[0]) < SHORTEST or words[0] in _EVERYDAY)):
            continue
        pattern = r"[\W_]+".join(_long_and_short(word) for word in words)
        for place in re.finditer(rf"(?<!\w){pattern}(?!\w)", folded.text):
            yield (kind, *folded.place(*place.span()), why)


def _long_and_short(word: str) -> str:
    words = {word, *(short for short, long in _SHORT_FORMS.items() if long == word)}
    if word in _SHORT_FORMS:
        words.add(_SHORT_FORMS[word])
    return f"(?:{'|'.join(re.escape(one) for one in sorted(words))})"


def _looks_like(folded: Folded) -> Iterator[Place]:
    for place in _POSTCODE.finditer(folded.text):
        yield ("place", *folded.place(*place.span()), "A postcode")
    for place in _AGE.finditer(folded.text):
        if not _BAND_BEFORE.search(folded.text[max(0, place.start() - 20) : place.start()]):
            yield ("age", *folded.place(*place.span()), "An exact age: say the age group")
    for pattern, kind, why in ((_SCHOOL, "school", "Looks like a school"), (_STREET, "place", "Looks like a street")):
        for place in pattern.finditer(folded.cased):
            yield (kind, *folded.place(*place.span()), why)
    for place in _REACHED.finditer(folded.text):
        yield ("number", *folded.place(*place.span()), "A number or address by which somebody is known or reached")


def place_lines(address: str) -> Iterator[str]:
    """What of an address must not be found: each line of it, without the number of the house."""
    for line in re.split(r"[\n,;]+", address):
        bare = re.sub(r"^\s*(?:flat|unit|apartment)?\s*\d+\s?[a-z]?\b", "", line, flags=re.IGNORECASE).strip()
        if len(bare) >= SHORTEST and plain(bare) not in _EVERYDAY:
            yield bare
