"""Finding children by name and date of birth, however they were spelt: bounded, whatever was typed and however many there are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from children.models import Child
from children.rules.keys import keys_of_sounds, keys_of_words
from children.rules.names import words_of

MOST_FOUND = 500


class Named:
    """Records with these names, or with names that sound like them: at most 500 of each; not yet read.

    With a date of birth: born or expected on that day, or on the day that day and month give when they are exchanged. The caller
    shows of them what the asker may see.
    """

    def __init__(self, words: str, born: date | None = None) -> None:
        self.words = words_of(words)
        rows = _born(born) if self.words or (born and not words.strip()) else Child.objects.none()
        sounding = rows if self.words else Child.objects.none()
        for alternatives in keys_of_sounds(self.words):
            sounding = sounding.filter(keys__overlap=alternatives)
        whole = rows.filter(keys__contains=keys_of_words(self.words)) if self.words else rows
        self._called = whole.values_list("pk", "given_name", "family_name", "known_as")[:MOST_FOUND]
        self._sounding = sounding.values_list("pk", flat=True)[:MOST_FOUND]

    @property
    def rows(self) -> tuple[QuerySet[Child, Any], ...]:
        """Both, to be read together."""
        return self._called, self._sounding

    @property
    def called(self) -> list[int]:
        """The ids of records with these names, each whole or its beginning, in any order, told or known as."""
        return [pk for pk, *told in self._called if _called(self.words, told)]

    @property
    def sounding(self) -> list[int]:
        """The ids of records whose names sound like these or have them as a short form."""
        return list(self._sounding)


def _born(born: date | None) -> QuerySet[Child]:
    if born is None:
        return Child.objects.all()
    return Child.objects.filter(Q(birth_date__in=_either_way(born)) | Q(expected_delivery_date=born))


def _either_way(born: date) -> set[date]:
    try:
        return {born, born.replace(day=born.month, month=born.day)}
    except ValueError:
        return {born}


def _called(wanted: Sequence[str], told: Sequence[str]) -> bool:
    names = [word for name in told for word in words_of(name)] + ["".join(words_of(name)) for name in told]
    return all(any(name.startswith(word) for name in names) for word in wanted)
