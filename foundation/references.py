"""References that can be read out on the telephone and say nothing about anybody."""

import secrets

from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0, 1, I, L, O, U: nothing to mishear or misread
LENGTH = 10

EXAMPLE = "NM-C-7K4P2-XQ9AB"
"""What a child's reference looks like, for hints and messages."""

LETTERS = {
    "2": "disagreement between agencies",
    "3": "record of the board: action plan, group, meeting, recommendation, challenge or risk",
    "4": "copy of a submission as PDF",
    "5": "record of child protection: family group, discussion, enquiry, conference, plan or panel",
    "6": "record of reporting: value asked of an agency, or sending of a yearly report",
    "7": "return for the yearly report, or a round of them",
    "8": "notice to a school",
    "9": "sealed link for somebody without an account",
    "A": "action of a plan",
    "B": "case from which the partnership learns, or an agency's return on it",
    "C": "child",
    "D": "document",
    "E": "compiled edition of the yearly report",
    "F": "form of a referral that is being written",
    "G": "answers given to a questionnaire",
    "H": "handover",
    "J": "joining of two records of one child",
    "K": "contact",
    "M": "early help for a family",
    "N": "child-in-need episode",
    "P": "person with an account",
    "Q": "request",
    "R": "records system of an agency that is connected",
    "S": "submission",
    "T": "step between early help and social care",
    "V": "invitation",
    "W": "visitor: a professional without an account",
    "X": "one-time code of a visitor",
    "Y": "yearly report",
    "Z": "batch of notifications",
}
"""What the letter of a reference says. A new kind takes a letter that nobody has; a test holds the table to the code."""


_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}


def _check_letter(body: str) -> str:
    total = sum(weight * _VALUES[letter] for weight, letter in enumerate(body, start=2))
    return ALPHABET[total % len(ALPHABET)]


def new_reference(kind: str) -> str:
    """A random reference such as NM-K-7K4P2-XQ9AB: the partnership's prefix, a letter for the kind, nine signs, a check sign."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return format_reference(kind, body)


def format_reference(kind: str, body: str) -> str:
    """Put prefix, kind and check sign round nine signs."""
    signs = body + _check_letter(body)
    return f"{settings.PARTNERSHIP['reference_prefix']}-{kind}-{signs[:5]}-{signs[5:]}"


def tidy_reference(typed: str) -> str:
    """What somebody typed, as the portal writes references; empty when its check sign is wrong."""
    signs = "".join(letter for letter in typed.upper() if letter.isalnum())
    prefix = settings.PARTNERSHIP["reference_prefix"]
    if not signs.startswith(prefix) or len(signs) != len(prefix) + 1 + LENGTH:
        return ""
    kind, body, check = signs[len(prefix)], signs[len(prefix) + 1 : -1], signs[-1]
    if any(letter not in ALPHABET for letter in body) or _check_letter(body) != check:
        return ""
    return format_reference(kind, body)
