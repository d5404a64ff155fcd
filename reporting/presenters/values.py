"""Wording of one value of an indicator: its facts, how it came about, and what is open about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from foundation.calendar import YearQuarter
from foundation.design import words
from foundation.figures import FigureSpec
from reporting.models import CountedValue, Indicator, ReturnedValue
from reporting.presenters.indicators import NOTHING, parts_words, population_words, value_href, value_words
from reporting.presenters.population import THE_PORTAL
from reporting.rules.periods import ValuePeriod, period_named, spoken
from reporting.rules.quarters import RULES, rule_of
from reporting.selectors.comparators import Beside
from reporting.selectors.corrections import Change, Returned
from reporting.selectors.indicators import Told

LATE_DATA, CHANGED = "Late data", "Changed"


def actors_of(history: Iterable[Told]) -> set[str]:
    """The references of those who returned what was told."""
    return {told.held.row.received_by for told in history if isinstance(told.held.row, ReturnedValue)}


def value_facts(
    found: Indicator, specs: Mapping[str, FigureSpec], period: ValuePeriod, told: Told, returned: Returned | None,
    names: Mapping[str, str],
) -> list[tuple[str, str]]:  # fmt: skip
    """What the page of a value says of it, heading by heading."""
    spec = specs[found.code]
    rows = [
        ("What it means", spec.meaning),
        ("How it is worked out", f"{spec.numerator}, out of {spec.denominator}" if spec.numerator else ""),
        ("Numerator and denominator", _parts(spec, told)),
        ("Period", f"{spoken(period)}: {words.date(period.start)} to {words.date(period.end)}"),
        ("From its quarters", _of_quarters(found, specs, period, told)),
        ("Population", population_words(spec, told, period)),
        *(_returned(returned, names) if returned else _counted(found, told)),
        ("Note", told.held.note),
        ("Owner", found.owner.name if found.owner else ""),
    ]
    return [(heading, text) for heading, text in rows if text]


def _parts(spec: FigureSpec, told: Told) -> str:
    if not spec.numerator:
        return ""
    return parts_words(spec, told) or "Not told: with them a small number could be worked out"


def _of_quarters(found: Indicator, specs: Mapping[str, FigureSpec], period: ValuePeriod, told: Told) -> str:
    if isinstance(period, YearQuarter) or found.every != Indicator.Every.QUARTER:
        return ""
    if told.held.of_quarters is None:
        return "Told for the whole year, not worked out of its quarters"
    rule = RULES[rule_of(found.year_rule, found.code, specs)]
    of = told.held.quarters or "all four quarters"
    more = "" if told.number is not None or not told.is_rounded else _not_told(told)
    return f"{of[0].upper()}{of[1:]}: {rule}.{more}"


def _not_told(told: Told) -> str:
    if told.held.quarters:
        return " The year of a number of children is told when all four are there."
    return " The year is not told: a quarter that is hidden could be worked out of it."


def _counted(found: Indicator, told: Told) -> list[tuple[str, str]]:
    row = told.held.row
    if not isinstance(row, CountedValue):
        return [("Known since", words.moment(told.held.at))]
    return [
        ("Where it comes from", told.held.source),
        ("Definition", f"Version {row.definition}"),
        ("Counted", words.moment(told.held.at)),
    ]


def _returned(returned: Returned, names: Mapping[str, str]) -> list[tuple[str, str]]:
    value, sign_off = returned.value, returned.sign_off
    signed = (
        f"{sign_off.signed_by.name}, {sign_off.agency.name}, {words.moment(sign_off.signed_at)}" if sign_off else "Nobody yet"
    )
    return [
        ("Where it comes from", value.source),
        ("Returned by", f"{names.get(value.received_by, THE_PORTAL)}, {words.moment(value.received_at)}"),
        ("Asked of", f"{returned.asked.agency.name}, due {words.date(returned.asked.due_on)}" if returned.asked else ""),
        ("Signed off by", signed),
    ]


def quarter_rows(found: Indicator, period: ValuePeriod, values: Mapping[str, Told]) -> list[dict[str, str]]:
    """The quarters of a year, those that are missing too."""
    if isinstance(period, YearQuarter) or found.every != Indicator.Every.QUARTER:
        return []
    return [
        {
            "label": spoken(quarter),
            "text": value_words(values[quarter.label]) if quarter.label in values else "Missing",
            "href": value_href(found, quarter) if quarter.label in values else "",
        }
        for quarter in period.quarters
    ]


def history_rows(history: Sequence[Told], changes: Sequence[Change], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What stood there, the newest first, each with its day, by whom, and why it took the place of the one before."""
    by_row = {change.counted.pk: change for change in changes}
    rows = []
    for place, told in enumerate(history):
        row = told.held.row
        change = by_row.get(row.pk) if isinstance(row, CountedValue) else None
        returned = isinstance(row, ReturnedValue)
        rows.append(
            {
                "text": value_words(told),
                "at": told.held.at,
                "by": names.get(row.received_by, THE_PORTAL) if isinstance(row, ReturnedValue) else THE_PORTAL,
                "is_first": place == len(history) - 1,
                "cause": change.cause.words if change else "",
                "is_late": bool(change and change.cause.is_late),
                "reasons": [(one.text, one.written_by.name, one.written_at) for one in change.reasons] if change else [],
                "note": told.held.note if returned else "",
            }
        )
    return rows


def other_rows(rows: Sequence[Beside]) -> list[dict[str, str]]:
    """What others had, and what ours was a year before."""
    return [{"who": row.who, "text": row.text, "year": row.year, "source": row.source, "address": row.address} for row in rows]


def change_words(change: Change) -> str:
    """What changed, and what the portal knows of why."""
    return f"It was {value_words(change.before)}, and is {value_words(change.after)}. {change.cause.words}"


def late_periods(changes: Iterable[Change]) -> dict[str, str]:
    """How the periods of changed values are marked, by their labels: late data, or changed for another reason."""
    marks: dict[str, str] = {}
    for change in changes:
        if change.cause.is_late:
            marks[change.period.label] = LATE_DATA
        marks.setdefault(change.period.label, CHANGED)
    return marks


def year_words(found: Indicator, specs: Mapping[str, FigureSpec]) -> str:
    """How a year is told of one that is told by quarter."""
    return RULES[rule_of(found.year_rule, found.code, specs)] if found.every == Indicator.Every.QUARTER else ""


def open_rows(changes: Iterable[Change]) -> list[dict[str, str]]:
    """Changes that nobody has explained."""
    return [
        {
            "title": change.indicator.title,
            "period": spoken(change.period),
            "href": value_href(change.indicator, change.period),
            "owner": change.indicator.owner.name if change.indicator.owner else "No owner",
            "words": change_words(change),
        }
        for change in changes
    ]


def unsigned_rows(values: Iterable[ReturnedValue], found: Iterable[Indicator]) -> list[dict[str, Any]]:
    """Values that nobody has signed off."""
    by_code = {one.code: one for one in found}
    rows = []
    for value in values:
        one = by_code[value.code]
        if value.period_kind == one.period_kind:
            period = period_named(value.period, value.period_kind)
            rows.append({"title": one.title, "period": spoken(period), "href": value_href(one, period), "at": value.received_at})
    return rows


def own_rows(found: Iterable[Indicator], values: Mapping[str, Mapping[str, Told]], today: date) -> list[dict[str, str]]:
    """The indicators of an agency, each with its newest value."""
    rows = []
    for one in found:
        told = [value for value in values.get(one.code, {}).values() if value.held.of_quarters is None]
        newest = max(told, key=lambda value: (value.held.period.end, value.held.period.start), default=None)
        rows.append(
            {
                "title": one.title,
                "every": one.get_every_display(),
                "text": value_words(newest) if newest else NOTHING,
                "period": spoken(newest.held.period) if newest else "",
                "href": value_href(one, newest.held.period) if newest else "",
            }
        )
    return rows
