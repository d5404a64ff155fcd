"""Returned figures with their parts: those that were returned, and those that would be once a file or a form is taken in."""

from collections.abc import Iterable, Mapping

from foundation.figures import FigureSpec
from foundation.imported import RowError
from reporting.models import Indicator, ReturnedValue
from reporting.rules.adding_up import Amount, Parts, first_not_adding_up
from reporting.rules.import_rows import ReadRows, ReturnedRow
from reporting.selectors.catalogue import known_figures

Figure = tuple[str, str, str]
"""Code, kind of period and period."""


def without_odd_parts(
    read: ReadRows[ReturnedRow], current: Mapping[tuple[str, ...], ReturnedValue], specs: Mapping[str, FigureSpec]
) -> ReadRows[ReturnedRow]:
    """The rows of a file without those of a figure whose parts would not make up its whole, which come back with the reason.

    Parts that came before their whole are taken: they say nothing until it is there.
    """
    touched = {row.key[:3] for row in read.good}
    known = {key: _amount(old) for key, old in current.items() if key[:3] in touched}
    known |= {row.key: _amount(row) for row in read.good}
    figures: dict[tuple[str, ...], dict[str, dict[str, Amount]]] = {}
    for (*figure, dimension, category), amount in known.items():
        figures.setdefault(tuple(figure), {}).setdefault(dimension, {})[category] = amount
    odd: dict[tuple[str, ...], str] = {}
    for figure_key, parts in figures.items():
        whole = parts.pop("", {}).get("")
        sentence = first_not_adding_up(specs[figure_key[0]].kind, whole, parts) if whole else ""
        if sentence:
            odd[figure_key] = sentence
    if not odd:
        return read
    bad = [RowError(line, odd[row.key[:3]]) for row, line in zip(read.good, read.lines, strict=True) if row.key[:3] in odd]
    good = [(row, line) for row, line in zip(read.good, read.lines, strict=True) if row.key[:3] not in odd]
    every = sorted((*read.bad, *bad), key=lambda one: one.line)
    return ReadRows(tuple(row for row, _line in good), tuple(every), tuple(line for _row, line in good))


def _amount(row: ReturnedValue | ReturnedRow) -> Amount:
    return Amount(row.value, row.numerator, row.denominator)


def parts_there(indicator: Indicator, period: str) -> list[ReturnedValue]:
    """The parts of an indicator that count for a period, in the order in which they came."""
    rows = ReturnedValue.objects.filter(code=indicator.code, period_kind=indicator.period_kind, period=period)
    return list(rows.exclude(dimension="").filter(corrected_by__isnull=True).order_by("id"))


def amounts(rows: Iterable[ReturnedValue]) -> Parts:
    """Parts as numbers, by dimension and name."""
    found: dict[str, dict[str, Amount]] = {}
    for row in rows:
        found.setdefault(row.dimension, {})[row.category] = _amount(row)
    return found


def parts_to_fill(indicator: Indicator, period: str) -> Parts:
    """Every dimension by which an indicator is returned, with the parts that were returned for a period."""
    there = amounts(parts_there(indicator, period))
    return {dimension: there.get(dimension, {}) for dimension in known_figures()[indicator.code].breakdowns}
