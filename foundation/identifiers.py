"""National identifiers: tidied, checked by their check sign, refused with a sentence.

Each ``normalise_…`` function takes what somebody typed and returns it as the portal stores it, or raises
`InvalidIdentifier`, whose text is the sentence for the user. An empty entry is the form's business.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from foundation.errors import Refused


class InvalidIdentifier(Refused):
    """Something typed that is no such identifier; the text is a sentence for the user."""


def _tidied(text: str) -> str:
    """Return text in capitals and plain signs, without blanks and hyphens of any kind."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in plain if unicodedata.category(sign) not in {"Zs", "Pd", "Cf", "Cc"})


# -- NHS number ---------------------------------------------------------------

_NHS: Final = re.compile(r"[0-9]{10}")
_NHS_TEST_RANGE: Final = "999"
_NHS_MODULUS: Final = 11


def nhs_check_digit(nine: str) -> int | None:
    """Return the tenth digit that belongs to nine; None if there is no NHS number with them.

    The nine are weighted 10 to 2; eleven minus the sum modulo eleven, where eleven is 0 and ten does not exist.
    """
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    check = (_NHS_MODULUS - total % _NHS_MODULUS) % _NHS_MODULUS
    return None if check == _NHS_MODULUS - 1 else check


def normalise_nhs_number(text: str, *, allow_test_numbers: bool = False) -> str:
    """Return an NHS number as ten digits.

    Refuses wrong length, a wrong check digit, ten equal digits, and, unless allowed, the range from 999
    that is set aside for tests and demonstrations.
    """
    digits = _tidied(text)
    if not _NHS.fullmatch(digits):
        raise InvalidIdentifier("NHS number must be 10 digits, like 943 476 5919.")
    if len(set(digits)) == 1 or nhs_check_digit(digits[:-1]) != int(digits[-1]):
        raise InvalidIdentifier("Enter a real NHS number. Check each digit against the record you copied it from.")
    if digits.startswith(_NHS_TEST_RANGE) and not allow_test_numbers:
        raise InvalidIdentifier("Enter a real NHS number. Numbers that start with 999 are only for tests.")
    return digits


# -- unique pupil number ------------------------------------------------------

_UPN: Final = re.compile(r"([A-Z])([0-9]{11}[0-9A-Z])")
_UPN_ALPHABET: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O, S: they are too like 1, 0 and 5


def upn_check_letter(twelve: str) -> str | None:
    """Return the first letter that belongs to the other twelve signs; None if there is no UPN with them.

    Signs are weighted by their position, 2 to 13; the last may be a letter, which counts by its place in the alphabet
    of check letters (a temporary UPN).
    """
    if twelve[-1].isalpha() and twelve[-1] not in _UPN_ALPHABET:
        return None
    values = [int(sign) if sign.isdecimal() else _UPN_ALPHABET.index(sign) for sign in twelve]
    total = sum(position * value for position, value in enumerate(values, start=2))
    return _UPN_ALPHABET[total % len(_UPN_ALPHABET)]


def normalise_upn(text: str) -> str:
    """Return a unique pupil number as 13 signs, permanent or temporary; refuses a wrong check letter."""
    found = _UPN.fullmatch(_tidied(text))
    if not found:
        raise InvalidIdentifier("UPN must be a letter, 11 digits and one more digit or letter, like X306200015001.")
    if upn_check_letter(found[2]) != found[1]:
        raise InvalidIdentifier("Enter a real UPN. Check each letter and digit against the record you copied it from.")
    return found[0]


# -- postcode -----------------------------------------------------------------

_AREA: Final = r"[A-PR-UWYZ]"
_OUTWARD: Final = (
    rf"{_AREA}[0-9][0-9]?"  # M1, M60
    rf"|{_AREA}[A-HK-Y][0-9][0-9]?"  # CR0, DN55
    rf"|{_AREA}[0-9][A-HJKPSTUW]"  # W1A
    rf"|{_AREA}[A-HK-Y][0-9][ABEHMNPRVWXY]"  # EC1A
)
_POSTCODE: Final = re.compile(rf"({_OUTWARD})([0-9][ABD-HJLNP-UW-Z]{{2}})|(GIR)(0AA)")


def normalise_postcode(text: str) -> str:
    """Return a full UK postcode in capitals with one space: CR0 1EA.

    The form is checked, not whether the Royal Mail delivers there.
    """
    found = _POSTCODE.fullmatch(_tidied(text))
    if not found:
        raise InvalidIdentifier("Enter a full UK postcode, like CR0 1EA.")
    return f"{found[1] or found[3]} {found[2] or found[4]}"
