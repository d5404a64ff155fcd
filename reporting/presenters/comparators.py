"""How comparators and statistical neighbours read."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from reporting.models import Comparator, StatisticalNeighbour
from reporting.presenters.indicators import NOTHING, value_words
from reporting.rules.periods import spoken
from reporting.selectors.comparators import ComparatorSeen, year_compared


def comparator_rows(seen: Iterable[ComparatorSeen]) -> list[dict[str, Any]]:
    """One row for each, with ours of its year and what stood there before."""
    return [
        {
            "title": one.title,
            "year": spoken(year_compared(one.row)),
            "who": one.row.whose,
            "text": one.row.printed,
            "ours": value_words(one.ours) if one.ours else NOTHING,
            "source": one.row.source,
            "address": one.row.address,
            "correct": reverse("reporting:correct_comparator", args=[one.row.pk]),
            "earlier": [(old.printed, old.replaced_at, old.reason) for old in one.row.earlier.all()],
        }
        for one in seen
    ]


def filter_chips(here: str, query: Mapping[str, str], titles: Mapping[str, str]) -> list[dict[str, str]]:
    """What is chosen, each with the address of the list without it."""
    return [
        {
            "text": titles.get(value, value),
            "href": f"{here}?{urlencode({other: text for other, text in query.items() if other != name})}",
        }
        for name, value in query.items()
    ]


def kept_comparator(found: Comparator) -> dict[str, str]:
    """What the form of a correction begins with."""
    return {"value": found.printed, "source": found.source, "address": found.address}


def neighbour_rows(found: Iterable[StatisticalNeighbour], today: date) -> list[dict[str, Any]]:
    """One row for each, with the days for which it is one."""
    return [
        {
            "number": one.pk,
            "name": one.name,
            "source": one.source,
            "from_on": one.from_on,
            "to_on": one.to_on,
            "is_one": one.from_on <= today and (one.to_on is None or one.to_on >= today),
        }
        for one in found
    ]
