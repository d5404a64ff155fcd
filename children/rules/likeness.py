"""How alike two descriptions of children are: a sum of reasons, each with its weight. What the weights are is data."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

from children.rules.details import ChildDetails
from children.rules.names import full_names, letters_apart, sound_of, words_of


class Reason(StrEnum):
    """Something that two descriptions have in common, or in which they differ."""

    NHS_SAME = "nhs_same"
    NHS_DIFFERS = "nhs_differs"
    UPN_SAME = "upn_same"
    UPN_DIFFERS = "upn_differs"
    BORN_SAME = "born_same"
    BORN_SWAPPED = "born_swapped"
    BORN_DIGIT = "born_digit"
    BORN_ESTIMATED = "born_estimated"
    BORN_EXPECTED = "born_expected"
    BORN_DIFFERS = "born_differs"
    NAMES_SWAPPED = "names_swapped"
    FAMILY_SAME = "family_same"
    FAMILY_SOUND = "family_sound"
    FAMILY_NEAR = "family_near"
    FAMILY_DIFFERS = "family_differs"
    GIVEN_SAME = "given_same"
    GIVEN_SHORT = "given_short"
    GIVEN_SOUND = "given_sound"
    GIVEN_NEAR = "given_near"
    GIVEN_DIFFERS = "given_differs"
    ADDRESS_SAME = "address_same"
    POSTCODE_SAME = "postcode_same"
    SEX_DIFFERS = "sex_differs"


R = Reason
WEIGHTS: Mapping[Reason, int] = {
    R.NHS_SAME: 90,
    R.NHS_DIFFERS: -40,
    R.UPN_SAME: 75,
    R.UPN_DIFFERS: -25,
    R.BORN_SAME: 30,
    R.BORN_SWAPPED: 22,
    R.BORN_DIGIT: 18,
    R.BORN_ESTIMATED: 12,
    R.BORN_EXPECTED: 20,
    R.BORN_DIFFERS: -20,
    R.NAMES_SWAPPED: 38,
    R.FAMILY_SAME: 20,
    R.FAMILY_SOUND: 15,
    R.FAMILY_NEAR: 13,
    R.FAMILY_DIFFERS: -15,
    R.GIVEN_SAME: 22,
    R.GIVEN_SHORT: 18,
    R.GIVEN_SOUND: 15,
    R.GIVEN_NEAR: 13,
    R.GIVEN_DIFFERS: -25,
    R.ADDRESS_SAME: 14,
    R.POSTCODE_SAME: 8,
    R.SEX_DIFFERS: -12,
}
VERY_LIKELY, LIKELY, POSSIBLE = 68, 50, 30
"""From which score on. Name and date of birth alike give 72; one small mistake in one of the three is still likely."""
TELLING_SOUND, MOST_LETTERS_APART = 3, 2
"""“Iona” and “Anwen” have a vowel and an n: so short a sound says nothing by itself."""
SHORT, LONG = 4, 7
"""From so many letters on, one letter, or two, may be wrong in a name."""
MOST_DAYS_ESTIMATED = 400
MOST_DAYS_FROM_EXPECTED = 42
UNKNOWN_SEX = "U"


@dataclass(frozen=True)
class Likeness:
    """The score, and what it is made of, the heaviest first."""

    score: int
    reasons: tuple[Reason, ...]

    @property
    def differing_nhs_numbers(self) -> bool:
        """Whether both have an NHS number, and not the same: they are never joined."""
        return Reason.NHS_DIFFERS in self.reasons


def likeness(one: ChildDetails, other: ChildDetails) -> Likeness:
    """How alike the two are, whichever is named first."""
    found = sorted(_reasons(one, other), key=lambda reason: (-abs(WEIGHTS[reason]), reason))
    return Likeness(sum(WEIGHTS[reason] for reason in found), tuple(found))


def _reasons(one: ChildDetails, other: ChildDetails) -> Iterator[Reason]:
    if one.nhs_number and other.nhs_number:
        yield R.NHS_SAME if one.nhs_number == other.nhs_number else R.NHS_DIFFERS
    if one.upn and other.upn:
        yield R.UPN_SAME if one.upn == other.upn else R.UPN_DIFFERS
    yield _dates(one, other)
    yield from _names(one, other)
    if one.postcode and one.postcode == other.postcode:
        yield R.ADDRESS_SAME if _house(one) and _house(one) == _house(other) else R.POSTCODE_SAME
    if UNKNOWN_SEX not in {one.sex, other.sex} and one.sex != other.sex:
        yield R.SEX_DIFFERS


def _house(child: ChildDetails) -> str:
    """The first line of the address as it is compared: its number and first word."""
    words = child.address.lower().replace(",", " ").split()
    return " ".join(words[:2])


def _dates(one: ChildDetails, other: ChildDetails) -> Reason:
    first, second = one.birth_date or one.expected_delivery_date, other.birth_date or other.expected_delivery_date
    if first is None or second is None:
        return R.BORN_DIFFERS
    unborn = one.birth_date is None or other.birth_date is None
    if first == second:
        return R.BORN_EXPECTED if unborn else R.BORN_SAME
    apart = abs((first - second).days)
    if unborn:
        return R.BORN_EXPECTED if apart <= MOST_DAYS_FROM_EXPECTED else R.BORN_DIFFERS
    if (first.day, first.month, first.year) == (second.month, second.day, second.year):
        return R.BORN_SWAPPED
    if sum(a != b for a, b in zip(_digits(first), _digits(second), strict=True)) == 1:
        return R.BORN_DIGIT
    estimated = one.birth_date_estimated or other.birth_date_estimated
    return R.BORN_ESTIMATED if estimated and apart <= MOST_DAYS_ESTIMATED else R.BORN_DIFFERS


def _digits(day: date) -> str:
    return day.strftime("%d%m%Y").zfill(8)


def _names(one: ChildDetails, other: ChildDetails) -> Iterator[Reason]:
    given, others_given = _given(one), _given(other)
    family, others_family = _family(one), _family(other)
    straight = [*_family_names(family, others_family), *_given_names(given, others_given)]
    if _alike(given, others_family) and _alike(family, others_given):
        swapped = WEIGHTS[R.NAMES_SWAPPED]
        if swapped > sum(WEIGHTS[reason] for reason in straight):
            straight = [R.NAMES_SWAPPED]
    yield from straight


def _given(child: ChildDetails) -> set[str]:
    return {*words_of(child.given_name), *words_of(child.known_as)}


def _family(child: ChildDetails) -> set[str]:
    words = words_of(child.family_name)
    return {*words, "".join(words)} - {""}


def _family_names(one: Collection[str], other: Collection[str]) -> Iterator[Reason]:
    if not one or not other:
        return
    if set(one) & set(other):
        yield R.FAMILY_SAME
    elif _alike(one, other):
        yield R.FAMILY_SOUND
    else:
        yield R.FAMILY_NEAR if _near(one, other) else R.FAMILY_DIFFERS


def _given_names(one: Collection[str], other: Collection[str]) -> Iterator[Reason]:
    if not one or not other:
        return
    if set(one) & set(other):
        yield R.GIVEN_SAME
        return
    forms, others = (_forms(words) for words in (one, other))
    if forms & others:
        yield R.GIVEN_SHORT
    elif _alike(forms, others):
        yield R.GIVEN_SOUND
    else:
        yield R.GIVEN_NEAR if _near(one, other) else R.GIVEN_DIFFERS


def _forms(words: Collection[str]) -> set[str]:
    return {form for word in words for form in full_names(word)}


def _alike(one: Collection[str], other: Collection[str]) -> bool:
    """Whether some word of the one sounds like a word of the other; of a short sound the letters must be near too."""
    return any(
        sound_of(a) == sound_of(b) and (len(sound_of(a)) >= TELLING_SOUND or letters_apart(a, b) <= MOST_LETTERS_APART)
        for a, b in product(one, other)
    )


def _near(one: Collection[str], other: Collection[str]) -> bool:
    """Whether some word of the one is a word of the other with one letter wrong, or two in a long word."""
    return any(_wrong_by_few(a, b) for a, b in product(one, other))


def _wrong_by_few(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    allowed = 2 if shorter >= LONG else 1 if shorter >= SHORT else 0
    return allowed > 0 and abs(len(one) - len(other)) <= allowed and letters_apart(one, other) <= allowed
