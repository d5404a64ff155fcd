"""Finding children by name and date of birth, however they were spelt: bounded, whatever was typed and however many there are."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from children.models import Child
from children.rules.keys import keys_of_sounds, keys_of_words
from children.rules.names import words_of

MOST_FOUND = 500


def children_called(words: str, born: date | None = None) -> list[int]:
    """The ids of records with these names, each whole or its beginning, in any order, told or known as; at most 500.

    With a date of birth: born or expected on that day, or on the day that day and month give when they are exchanged. The caller
    shows of them what the asker may see.
    """
    wanted = words_of(words)
    if words.strip() and not wanted:
        return []
    rows = _born(born)
    if not wanted:
        return list(rows.values_list("pk", flat=True)[:MOST_FOUND]) if born else []
    rows = rows.filter(keys__contains=keys_of_words(wanted))
    names = rows.values_list("pk", "given_name", "family_name", "known_as")[:MOST_FOUND]
    return [pk for pk, *told in names if _called(wanted, told)]


def children_sounding_like(words: str, born: date | None = None) -> list[int]:
    """The ids of records whose names sound like these or have them as a short form; at most 500."""
    wanted = words_of(words)
    if not wanted:
        return []
    rows = _born(born)
    for alternatives in keys_of_sounds(wanted):
        rows = rows.filter(keys__overlap=alternatives)
    return list(rows.values_list("pk", flat=True)[:MOST_FOUND])


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
