"""Wording of reference data."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from django.urls import reverse

from foundation import clock
from foundation.design import words
from foundation.validation_failures import RefusedAnswers
from work.models import SchoolTerm
from work.presenters.clocks import UNITS, limit_words
from work.selectors.reference import Holiday, LimitOf

YEARS_SHOWN = (-1, 0, 1, 2, 3)
PUBLISHED, ADDED = "Published list for England", "Added here"


def holiday_rows(holidays: Sequence[Holiday]) -> list[dict[str, object]]:
    """Bank holidays with where each comes from."""
    return [
        {
            "day": f"{each.on:%A} {words.date(each.on)}",
            "iso": each.on.isoformat(),
            "title": each.title,
            "source": PUBLISHED if each.published else ADDED,
            "removable": not each.has_passed,
        }
        for each in holidays
    ]


def year_links(current: int, today: date) -> list[dict[str, object]]:
    """The years that can be looked at."""
    years = [today.year + step for step in YEARS_SHOWN]
    return [
        {"text": str(year), "href": f"{reverse('work:bank_holidays')}?year={year}", "current": year == current} for year in years
    ]


def term_rows(terms: Sequence[SchoolTerm]) -> list[dict[str, object]]:
    """School terms with their half term."""
    today = clock.today()
    return [
        {
            "pk": term.pk,
            "name": term.name,
            "dates": f"{words.date(term.starts_on)} to {words.date(term.ends_on)}",
            "half_term": f"{words.date(term.closed_from)} to {words.date(term.closed_until)}" if term.closed_from else "None",
            "changeable": term.ends_on >= today,
            "removable": term.starts_on > today,
        }
        for term in terms
    ]


def variant_words(variant: str) -> str:
    """A rating by which limits differ."""
    return variant.capitalize()


def unit_words(row: LimitOf) -> str:
    """The unit in which a kind of clock counts, for more than one."""
    unit = UNITS[row.deadline.calendar][1]
    return f"{unit}, counted backwards" if row.declared < 0 else unit


def limit_rows(rows: Sequence[LimitOf]) -> list[dict[str, object]]:
    """The limits with the declared one and the partnership's own beside each other."""
    shown: list[dict[str, object]] = []
    for row in rows:
        calendar, now = row.deadline.calendar, row.now
        own = limit_words(calendar, now.amount) if now.effective_from is not None else ""
        coming = [f"{limit_words(calendar, each.amount)} from {words.date(each.effective_from)}" for each in row.coming]
        shown.append(
            {
                "title": row.deadline.title,
                "variant": variant_words(row.variant),
                "href": reverse("work:limit", args=[row.deadline.kind]),
                "declared": limit_words(calendar, row.declared),
                "own": own,
                "since": words.date(now.effective_from),
                "longer": bool(own) and abs(now.amount) > abs(row.declared) and row.declared >= 0,
                "coming": coming,
            }
        )
    return shown


def limit_history(rows: Sequence[LimitOf], names: Mapping[str, str]) -> list[dict[str, object]]:
    """Everything the partnership has set for a kind of clock, the newest day first."""
    today = clock.today()
    entries: list[dict[str, object]] = [
        {
            "pk": own.pk,
            "variant": variant_words(own.variant),
            "limit": limit_words(row.deadline.calendar, own.amount),
            "effective_from": own.effective_from,
            "reason": own.reason,
            "who": f"{names.get(own.set_by, 'The portal')}, {words.date(own.set_at)}",
            "coming": own.effective_from > today,
        }
        for row in rows
        for own in row.own
    ]
    return sorted(entries, key=lambda entry: str(entry["effective_from"]), reverse=True)


def opening_words(opens: time, closes: time) -> str:
    """The hours of the front door."""
    return f"Monday to Friday, {words.time(opens)} to {words.time(closes)}, without bank holidays"


def refused_rows(rows: Sequence[RefusedAnswers]) -> list[dict[str, object]]:
    """The most refused questions with the reasons, by code."""
    return [
        {
            "page": row.page,
            "field": row.field,
            "times": row.times,
            "reasons": ", ".join(f"{code} {words.thousands(times)}" for code, times in row.reasons),
        }
        for row in rows
    ]
