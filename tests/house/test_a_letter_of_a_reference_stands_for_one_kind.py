"""The letter after the prefix says what kind of record a reference is of: one letter, one kind, in one place of the code."""

import re
from collections import Counter
from pathlib import Path

from foundation.references import ALPHABET, LETTERS, new_reference, tidy_reference

ROOT = Path(__file__).parents[2]
MAKES = re.compile(r"new_reference\(\s*\"(\w+)\"\s*\)")


def made() -> Counter[str]:
    found: Counter[str] = Counter()
    for app in sorted(path.parent for path in ROOT.glob("*/apps.py")):
        for path in sorted(app.rglob("*.py")):
            found.update(MAKES.findall(path.read_text(encoding="utf-8")))
    return found


def test_no_letter_is_made_for_two_kinds() -> None:
    assert {letter: number for letter, number in made().items() if number > 1} == {}


def test_the_table_names_exactly_the_letters_that_are_made() -> None:
    assert set(made()) == set(LETTERS)
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_every_letter_can_be_read_out_and_typed() -> None:
    assert set(LETTERS) <= set(ALPHABET)
    for letter in LETTERS:
        reference = new_reference(letter)
        assert tidy_reference(reference.lower().replace("-", " ")) == reference
