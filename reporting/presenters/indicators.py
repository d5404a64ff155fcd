"""Wording and pictures of the scorecard, of one indicator, and of what agencies are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse

from foundation.calendar import YearQuarter
from foundation.charts import Bands, Chart, line, spark
from foundation.design import words
from foundation.exports import Column, Table
from foundation.figures import FigureKind, FigureSpec
from foundation.numbers import round_half_up
from reporting.models import Comparator, Indicator, ValueAsked
from reporting.models.inputs import PeriodKind
from reporting.rules.catalogue import RATE_SUFFIX
from reporting.rules.freezing import WHO
from reporting.rules.periods import ValuePeriod, middle_of, months_of, slug_of, spoken
from reporting.rules.quarters import YearRule
from reporting.rules.scorecard import Known, Rating, Signal, Travel, rated, usual
from reporting.rules.words import printed
from reporting.selectors.comparators import year_compared
from reporting.selectors.indicators import Told, spoken_of
from reporting.selectors.scorecard import Line

NOTHING = "–"
OWN_PAST = "Ours a year before"
RATINGS = {Rating.GREEN: "govuk-tag--green", Rating.AMBER: "govuk-tag--yellow", Rating.RED: "govuk-tag--red"}
RATING_WORDS = {Rating.GREEN: "Green", Rating.AMBER: "Amber", Rating.RED: "Red"}
TRAVELS = {Travel.BETTER: "Better", Travel.WORSE: "Worse", Travel.CHANGED: "Changed", Travel.SAME: "No change"}
SIGNALS = {
    Signal.OUTSIDE: "outside its usual range",
    Signal.RUN: "eight in a row on one side of the mean",
}
WITHIN = "within its usual range"
STATES = {ValueAsked.State.OPEN: "blue", ValueAsked.State.RETURNED: "green", ValueAsked.State.WITHDRAWN: "grey"}


def short(period: ValuePeriod) -> str:
    """A period as the heading of a column."""
    return f"Q{period.number}" if isinstance(period, YearQuarter) else spoken(period)


def quarter_tables(lines: Sequence[Line], financial: str) -> list[dict[str, Any]]:
    """The tables by quarter: one for each sort of year, named where it is not the financial year of the page."""
    tables = []
    for kind in PeriodKind.values:
        found = [one for one in lines if one.indicator.period_kind == kind]
        if not found or found[0].year is None:
            continue
        year = found[0].year
        own = f": {spoken(year)}, {months_of(year)}" if kind != PeriodKind.FINANCIAL else ""
        tables.append(
            {
                "caption": f"By quarter{own}",
                "headings": [short(period) for period in found[0].periods],
                "year": financial if kind == PeriodKind.FINANCIAL else spoken(year),
                "rows": scorecard_rows(found),
            }
        )
    return tables


def scorecard_rows(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """One row for each indicator."""
    return [
        {
            "title": one.indicator.title,
            "href": reverse("reporting:indicator", args=[one.indicator.code]),
            "second": _second(one),
            "target": target_words(one.indicator, one.spec),
            "cells": [_cell(one, period) for period in one.periods],
            "year": year_cell(one),
            "travel": travel_words(one),
            "trend": _spark(one),
            "comparators": others_words(one, NOTHING),
            "comment": one.comment,
        }
        for one in lines
    ]


def _second(one: Line) -> str:
    looked_after = [
        one.indicator.owner.name if one.indicator.owner else "",
        one.indicator.group.name if one.indicator.group else "",
    ]
    better = one.indicator.get_better_display() if one.indicator.better != Indicator.Better.NEITHER else ""
    return ". ".join(filter(None, (better, *looked_after)))


def year_cell(one: Line) -> dict[str, str] | None:
    """The year of one that is told by quarter: its value, of how many quarters, and its rating where the target holds for it."""
    if one.year is None:
        return None
    told = one.year_told
    found = rating_of(one.indicator, told) if is_rated_by_year(one) else None
    return {
        "label": spoken(one.year),
        "href": value_href(one.indicator, one.year) if told else "",
        "text": value_words(told),
        "quarters": told.held.quarters if told else "",
        "rating": RATING_WORDS[found] if found else "",
        "colour": RATINGS[found] if found else "",
    }


def is_rated_by_year(one: Line) -> bool:
    """Whether the target of a quarter holds for a year too: not where the quarters are added."""
    return one.rule in {YearRule.LAST, YearRule.ADDED}


def _cell(one: Line, period: ValuePeriod) -> dict[str, str]:
    told = one.told.get(period.label)
    found = rating_of(one.indicator, told)
    return {
        "label": short(period),
        "href": value_href(one.indicator, period) if told else "",
        "text": value_words(told),
        "rating": RATING_WORDS[found] if found else "",
        "colour": RATINGS[found] if found else "",
    }


def value_href(indicator: Indicator, period: ValuePeriod) -> str:
    """The page of one value."""
    return reverse("reporting:indicator_value", args=[indicator.code, slug_of(period)])


def rating_of(indicator: Indicator, told: Told | None) -> Rating | None:
    """How a value lies to the indicator's target; None where there is no value to see, or no target."""
    return rated(told.number, indicator.target, indicator.tolerance, indicator.better) if told else None


def value_words(told: Told | None) -> str:
    """A value as it may be told."""
    return (told.shown.text or NOTHING) if told else NOTHING


def target_words(indicator: Indicator, spec: FigureSpec) -> str:
    """What is aimed at."""
    if indicator.target is None:
        return NOTHING
    text = number_words(spec, indicator.target)
    sign = {Indicator.Better.HIGHER: "≥ ", Indicator.Better.LOWER: "≤ "}.get(Indicator.Better(indicator.better), "")
    return f"{sign}{text}"


def number_words(spec: FigureSpec, number: Decimal) -> str:
    """A number in the unit of a figure."""
    whole = number == number.to_integral_value()
    if spec.kind in {FigureKind.COUNT, FigureKind.STATE}:
        return f"{number.normalize():,f}"
    return printed(spec.kind, number) if spec.kind != FigureKind.PERCENTAGE or not whole else f"{int(number)}%"


def travel_words(one: Line) -> str:
    """How the newest value moved, and whether that is more than noise."""
    if one.travel is None:
        return NOTHING
    words_of = [TRAVELS[one.travel]]
    if one.signal:
        words_of.append(SIGNALS[one.signal])
    elif usual(one.trend[:-1]) is not None:
        words_of.append(WITHIN)
    return ", ".join(words_of)


def others_words(one: Line, nothing: str) -> str:
    """What others have, each with its year, and what ours was a year before."""
    told = [comparator_words(row) for row in one.comparators]
    if one.a_year_ago and one.a_year_ago.number is not None:
        told.append(f"{OWN_PAST} {value_words(one.a_year_ago)} ({spoken(one.a_year_ago.held.period)})")
    return "; ".join(told) or nothing


def comparator_words(row: Comparator) -> str:
    """Somebody else's figure with its year."""
    return f"{WHO[row.who]} {row.printed} ({spoken(year_compared(row))})"


def _spark(one: Line) -> Chart | None:
    values = [_plain(value) for value in one.trend]
    known = [value for value in values if value is not None]
    if len(known) < 2:  # a line has two ends
        return None
    return spark(
        title=f"{one.indicator.title}: trend",
        description=f"{words.counted(len(known), 'value')}, from {known[0]:,} to {known[-1]:,}.",
        values=values,
    )


def _plain(value: Known | None) -> int | float | None:
    if value is None or isinstance(value, int):
        return value
    return float(round_half_up(value, 1))


def trend_chart(one: Line) -> Chart | None:
    """The values of an indicator with the range in which they usually lie; None of fewer than two."""
    values = [_plain(value) for value in one.trend]
    known = [value for value in values if value is not None]
    if len(known) < 2:  # a line has two ends
        return None
    limits = usual(one.trend)
    bands = None
    if limits:
        lower, mean, upper = (float(round_half_up(one, 1)) for one in (limits.lower, limits.mean, limits.upper))
        bands = Bands(lower, mean, upper, "usual range")
    labels = [period.label for period in one.periods][-len(values) :]
    unit = "%" if one.spec.kind == FigureKind.PERCENTAGE else ""
    said = f"From {known[0]:,} to {known[-1]:,}; the highest is {max(known):,}, the lowest {min(known):,}."
    return line(
        title=f"{one.indicator.title}, {labels[0]} to {labels[-1]}",
        description=said,
        categories=[label.replace(" 20", " ’") if label.startswith("Q") else label for label in labels],
        series={one.spec.title: values},
        unit=unit,
        bands=bands,
        category_header="Period",
        from_zero=bands is None,
    )


def value_rows(one: Line, earlier: Mapping[str, Sequence[Told]], late: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Every period with its value, where it comes from, and what stood there before; newest first, each year before its quarters.

    `late`: of a period whose counted value changed, how it is marked.
    """
    return [_value_row(one, period, earlier, late or {}) for period in _newest_first(one)]


def _newest_first(one: Line) -> list[ValuePeriod]:
    if one.year is None:
        return list(reversed(one.periods))
    found: list[ValuePeriod] = []
    for year in reversed(one.years):
        found += [year, *(period for period in reversed(one.periods) if period in year.quarters)]
    return [period for period in found if period in one.periods or period.label in one.told]


def _value_row(one: Line, period: ValuePeriod, earlier: Mapping[str, Sequence[Told]], late: Mapping[str, str]) -> dict[str, Any]:
    told = one.told.get(period.label)
    is_year = one.year is not None and period not in one.periods
    found = rating_of(one.indicator, told) if not is_year or is_rated_by_year(one) else None
    return {
        "period": spoken(period),
        "href": value_href(one.indicator, period) if told else "",
        "is_year": is_year,
        "text": value_words(told),
        "quarters": told.held.quarters if told else "",
        "parts": parts_words(one.spec, told),
        "rating": {"text": RATING_WORDS[found], "colour": RATINGS[found]} if found else None,
        "source": told.held.source if told else "",
        "at": told.held.at if told else None,
        "note": told.held.note if told else "",
        "population": population_words(one.spec, told, period),
        "late": late.get(period.label, ""),
        "earlier": [
            {"text": value_words(old), "at": old.held.at, "note": old.held.note} for old in earlier.get(period.label, ())
        ],
    }


def population_words(spec: FigureSpec, told: Told | None, period: ValuePeriod) -> str:
    """Of a rate that the portal counts: the children of which year it takes, and that those of its own year are not known."""
    if not spec.code.endswith(RATE_SUFFIX):
        return ""
    year, taken = middle_of(period), told.held.population_year if told else None
    if told is None:
        return f"Population of the middle of {year}: not known, and none before it"
    if taken is None or taken == year:
        return f"Children in the middle of {taken}" if taken else ""
    return f"Children in the middle of {taken}: those of {year} are not known yet"


def parts_words(spec: FigureSpec, told: Told | None) -> str:
    """Numerator and denominator, where they may be told: those of a number that is rounded or hidden may not."""
    if told is None or told.held.value.numerator is None or told.held.value.denominator is None:
        return ""
    return f"{told.held.value.numerator:,} of {told.held.value.denominator:,}" if told.is_exact else ""


def asked_rows(found: Iterable[ValueAsked], today: Any) -> list[dict[str, Any]]:
    """What agencies were asked for."""
    return [
        {
            "reference": one.reference,
            "href": reverse("reporting:asked_value", args=[one.reference]),
            "title": one.indicator.title,
            "period": spoken_of(one),
            "agency": one.agency.name,
            "due_on": one.due_on,
            "late": words.counted((today - one.due_on).days, "day") if one.due_on < today else "",
            "state": one.get_state_display(),
            "colour": STATES[ValueAsked.State(one.state)],
        }
        for one in found
    ]


def missing_rows(found: Iterable[tuple[Indicator, ValuePeriod]]) -> list[dict[str, str]]:
    """What nobody has returned and nobody is asked for."""
    return [
        {
            "agency": one.owner.name if one.owner else "No owner",
            "title": one.title,
            "period": spoken(period),
            "href": reverse("reporting:indicator", args=[one.code]),
        }
        for one, period in found
    ]


def agency_rows(
    waiting: Iterable[ValueAsked], missing: Iterable[tuple[Indicator, ValuePeriod]], today: Any
) -> list[dict[str, Any]]:
    """For each agency what is late, what is waited for and what nobody asked it for, agencies with late ones first."""
    found: dict[str, dict[str, Any]] = {}
    for row in asked_rows(waiting, today):
        own = found.setdefault(row["agency"], {"agency": row["agency"], "late": [], "waiting": 0, "missing": []})
        if row["late"]:
            own["late"].append(f"{row['title']}, {row['period']}, {row['late']} late")
        else:
            own["waiting"] += 1
    for lost in missing_rows(missing):
        own = found.setdefault(lost["agency"], {"agency": lost["agency"], "late": [], "waiting": 0, "missing": []})
        own["missing"].append(f"{lost['title']}, {lost['period']}")
    return sorted(found.values(), key=lambda own: (-len(own["late"]), own["agency"]))


def kept_indicator(found: Indicator) -> dict[str, Any]:
    """What the form of an indicator begins with."""
    return {
        "better": found.better,
        "target": _typed(found.target),
        "tolerance": _typed(found.tolerance or None),
        "owner": found.owner.code if found.owner else "",
        "group": found.group.reference if found.group else "",
    }


def _typed(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def scorecard_table(title: str, lines: Sequence[Line]) -> Table:
    """The scorecard as a table for a spreadsheet: everything as it is told on the page, years beside their quarters."""
    labels = list(dict.fromkeys(spoken(period) for one in lines for period in one.periods))
    years = list(dict.fromkeys(spoken(one.year) for one in lines if one.year))
    columns = (
        Column("Code"), Column("Indicator"), Column("Meaning"), Column("Unit"), Column("Better"), Column("Target"),
        *(column for label in labels for column in (Column(label), Column(f"{label} rating"))),
        *(column for label in years for column in (Column(label), Column(f"{label} quarters"), Column(f"{label} rating"))),
        Column("Movement"), Column("Comparators"), Column("Owner"), Column("Group"), Column("Comment"),
    )  # fmt: skip
    rows = []
    for one in lines:
        mine = {spoken(period): one.told.get(period.label) for period in one.periods}
        values = []
        for label in labels:
            found = rating_of(one.indicator, mine.get(label))
            values += [value_words(mine.get(label)), RATING_WORDS[found] if found else ""]
        cell = year_cell(one)
        for label in years:
            own = cell if cell and cell["label"] == label else None
            values += [own["text"], own["quarters"], own["rating"]] if own else [NOTHING, "", ""]
        rows.append(
            (
                one.indicator.code, one.spec.title, one.spec.meaning, one.spec.unit, one.indicator.get_better_display(),
                target_words(one.indicator, one.spec), *values, travel_words(one), others_words(one, ""),
                one.indicator.owner.name if one.indicator.owner else "",
                one.indicator.group.name if one.indicator.group else "", one.comment.text if one.comment else "",
            )
        )  # fmt: skip
    return Table(title, columns, rows)
