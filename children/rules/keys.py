"""Under which keys a child is found: by whoever looks for a name, and when another child arrives who may be the same.

A key is a whole number made from a few facts put together, so that each stands for few children however many there are. All keys
of a child lie in one column under one index. A number may stand for two things by chance: whatever is found is compared
afterwards (children.rules.likeness), so that this costs a look and never gives a wrong answer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple
from zlib import crc32

from children.rules.details import ChildDetails
from children.rules.names import full_names, sound_of, words_of

MOST_KEYS = 120
SHORTEST_BEGINNING, LONGEST_BEGINNING = 3, 8
_SIGNED = 2**31
_NUMBER = re.compile(r"\d+")


class _Sounds(NamedTuple):
    """How a child's names sound."""

    given: list[str]
    family: list[str]


def keys_of(child: ChildDetails) -> list[int]:
    """Every key under which a child is found."""
    sounds = _Sounds(_given_sounds(child), _family_sounds(child))
    return sorted({_number(text) for text in (*_facts(child, sounds), *_names(child, sounds))})[:MOST_KEYS]


def keys_to_ask(child: ChildDetails) -> list[int]:
    """The keys of which the same child would have at least one, whatever one or two mistakes were made."""
    sounds = _Sounds(_given_sounds(child), _family_sounds(child))
    return sorted({_number(text) for text in (*_facts(child, sounds), *_other_months(child, sounds))})


def household_keys(child: ChildDetails) -> list[int]:
    """The key of those who live at the child's address; none without house number and postcode."""
    return [_number(text) for text in _household(child)]


def keys_of_words(words: Sequence[str]) -> list[int]:
    """The keys that a child of these names has, each word whole or its beginning; words as `words_of` gives them.

    One or two letters count as a whole name.
    """
    return [_number(f"n{word}" if len(word) < SHORTEST_BEGINNING else f"p{word[:LONGEST_BEGINNING]}") for word in words]


def keys_of_sounds(words: Sequence[str]) -> list[list[int]]:
    """For each word the keys that a child has whose name sounds like it, or whose full name it is a short form of."""
    return [[_number(f"x{sound_of(form)}") for form in sorted(full_names(word))] for word in words]


def _number(text: str) -> int:
    return crc32(text.encode()) - _SIGNED


def _given(child: ChildDetails) -> list[str]:
    return list(dict.fromkeys([*words_of(child.given_name), *words_of(child.known_as)]))


def _family(child: ChildDetails) -> list[str]:
    words = words_of(child.family_name)
    return list(dict.fromkeys([*words, "".join(words)])) if words else []


def _given_sounds(child: ChildDetails) -> list[str]:
    return sorted({sound_of(form) for word in _given(child) for form in full_names(word)})


def _family_sounds(child: ChildDetails) -> list[str]:
    return sorted({sound_of(word) for word in _family(child)})


def _facts(child: ChildDetails, sounds: _Sounds) -> Iterator[str]:
    """Facts in pairs and threes: if one is wrong, another key still holds."""
    given, family = sounds
    if child.nhs_number:
        yield f"h{child.nhs_number}"
    if child.upn:
        yield f"u{child.upn}"
    pairs = {"+".join(sorted(pair)) for pair in product(given, family)}
    born = child.birth_date
    if born is not None:
        yield from (f"y{pair}{born.year}" for pair in pairs)
        yield from (f"m{pair}{'.'.join(sorted((str(born.day), str(born.month))))}" for pair in pairs)
        yield from (f"t{sound}{born}" for sound in {*given, *family})
    if child.postcode:
        yield from (f"a{sound}{child.postcode}" for sound in {*given, *family})
        yield f"b{child.postcode}{born or child.expected_delivery_date}"
    yield from _household(child)
    month = born or child.expected_delivery_date
    if month is not None:
        yield from (f"e{sound}{_month(month, 0)}" for sound in family)


def _household(child: ChildDetails) -> Iterator[str]:
    number = _NUMBER.search(child.address)
    if child.postcode and number:
        yield f"s{child.postcode}{number[0]}"


def _other_months(child: ChildDetails, sounds: _Sounds) -> Iterator[str]:
    """A child born meanwhile, or expected when this one was born: a month earlier or later."""
    month = child.birth_date or child.expected_delivery_date
    if month is not None:
        yield from (f"e{sound}{_month(month, by)}" for sound in sounds.family for by in (-1, 1))


def _month(day: date, by: int) -> int:
    return day.year * 12 + day.month + by


def _names(child: ChildDetails, sounds: _Sounds) -> Iterator[str]:
    given, family = _given(child), _family(child)
    for word in dict.fromkeys([*given, *family]):
        yield f"n{word}"
        yield from _beginnings(word)
    yield from (f"x{sound}" for sound in {*sounds.given, *sounds.family})


def _beginnings(word: str) -> Iterable[str]:
    return (f"p{word[:length]}" for length in range(SHORTEST_BEGINNING, min(len(word), LONGEST_BEGINNING) + 1))
