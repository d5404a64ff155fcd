"""Wording and pictures of the scorecard, of one indicator, and of what agencies are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse

from foundation.calendar import Quarter
from foundation.charts import Bands, Chart, line, spark
from foundation.design import words
from foundation.exports import Column, Table
from foundation.figures import FigureKind, FigureSpec
from foundation.numbers import round_half_up
from reporting.models import Comparator, Indicator, ValueAsked
from reporting.rules.freezing import WHO
from reporting.rules.periods import ValuePeriod
from reporting.rules.scorecard import Known, Rating, Signal, Travel, rated, usual
from reporting.rules.words import printed
from reporting.selectors.indicators import Told
from reporting.selectors.scorecard import Line

NOTHING = "–"
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
    return f"Q{period.number}" if isinstance(period, Quarter) else period.label


def scorecard_rows(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """One row for each indicator."""
    return [
        {
            "title": one.indicator.title,
            "href": reverse("reporting:indicator", args=[one.indicator.code]),
            "second": _second(one),
            "target": target_words(one.indicator, one.spec),
            "cells": [_cell(one, period) for period in one.periods],
            "travel": travel_words(one),
            "trend": _spark(one),
            "comparators": "; ".join(comparator_words(row) for row in one.comparators) or NOTHING,
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


def _cell(one: Line, period: ValuePeriod) -> dict[str, str]:
    told = one.told.get(period.label)
    found = rating_of(one.indicator, told)
    return {
        "label": short(period),
        "text": value_words(told),
        "rating": RATING_WORDS[found] if found else "",
        "colour": RATINGS[found] if found else "",
    }


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


def comparator_words(row: Comparator) -> str:
    """Somebody else's figure with its year."""
    return f"{WHO.get(row.who, row.who)} {row.printed} ({row.period})"


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


def value_rows(one: Line, earlier: Mapping[str, Sequence[Told]]) -> list[dict[str, Any]]:
    """Every period with its value, where it comes from, and what stood there before; the newest first."""
    rows = []
    for period in reversed(one.periods):
        told = one.told.get(period.label)
        found = rating_of(one.indicator, told)
        rows.append(
            {
                "period": period.label,
                "text": value_words(told),
                "parts": parts_words(one.spec, told),
                "rating": {"text": RATING_WORDS[found], "colour": RATINGS[found]} if found else None,
                "source": told.held.source if told else "",
                "at": told.held.at if told else None,
                "note": told.held.note if told else "",
                "earlier": [
                    {"text": value_words(old), "at": old.held.at, "note": old.held.note} for old in earlier.get(period.label, ())
                ],
            }
        )
    return rows


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
            "period": one.period,
            "agency": one.agency.name,
            "due_on": one.due_on,
            "late": words.counted((today - one.due_on).days, "day") if one.due_on < today else "",
            "state": one.get_state_display(),
            "colour": STATES[ValueAsked.State(one.state)],
        }
        for one in found
    ]


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
    """The scorecard as a table for a spreadsheet: everything as it is told on the page."""
    labels = list(dict.fromkeys(period.label for one in lines for period in one.periods))
    columns = (
        Column("Code"), Column("Indicator"), Column("Meaning"), Column("Unit"), Column("Better"), Column("Target"),
        *(column for label in labels for column in (Column(label), Column(f"{label} rating"))), Column("Movement"),
        Column("Comparators"), Column("Owner"), Column("Group"), Column("Comment"),
    )  # fmt: skip
    rows = []
    for one in lines:
        values = []
        for label in labels:
            told = one.told.get(label) if any(period.label == label for period in one.periods) else None
            found = rating_of(one.indicator, told)
            values += [value_words(told), RATING_WORDS[found] if found else ""]
        rows.append(
            (
                one.indicator.code, one.spec.title, one.spec.meaning, one.spec.unit, one.indicator.get_better_display(),
                target_words(one.indicator, one.spec), *values, travel_words(one),
                "; ".join(comparator_words(row) for row in one.comparators),
                one.indicator.owner.name if one.indicator.owner else "",
                one.indicator.group.name if one.indicator.group else "", one.comment.text if one.comment else "",
            )
        )  # fmt: skip
    return Table(title, columns, rows)
