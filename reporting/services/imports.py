"""Taking in what others return: values, population, comparators and acronyms. Good rows go in, bad ones come back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from django.db import transaction

from foundation import clock, events, registry
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.exports import read_sheet
from foundation.figures import FigureSpec
from foundation.imported import Imported, RowError
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import Acronym, Comparator, EarlierPopulation, Population, ReturnedValue
from reporting.rules import import_rows as rows
from reporting.rules.indicators import RETURNED_VALUES
from reporting.rules.periods import ValuePeriod, period_named
from reporting.rules.population import Key, missing_sentences
from reporting.rules.scorecard import is_doubtful
from reporting.selectors.catalogue import known_figures
from reporting.selectors.comparators import kinds_of_years, neighbour_spelling
from reporting.selectors.returned_parts import without_odd_parts
from reporting.services.comparators import replace_comparator
from reporting.services.indicator_values import note_imported


@service
def import_returned_values(*, by: Actor, content: bytes) -> Imported:
    """Take in a file of returned values; a value that differs from the one that counts becomes its correction.

    Columns: code, period, value, source; optional period_kind, dimension, category, numerator, denominator, as_at, note. A value
    that is ten times the last one, or a tenth of it, or that takes the place of another source's, is taken with a note only; a
    figure whose parts do not make up its whole is not taken at all. Whoever was asked for one is not any more.
    """
    take_turns(RETURNED_VALUES)
    current: dict[tuple[str, ...], ReturnedValue] = {
        (old.code, old.period_kind, old.period, old.dimension, old.category): old
        for old in ReturnedValue.objects.filter(corrected_by__isnull=True)
    }
    sheet, specs, history = read_sheet(content), known_figures(), _History(current.values())
    read = without_odd_parts(
        rows.read_rows(sheet, rows.RETURNED_COLUMNS, rows.returned_row, specs, history.check), current, specs
    )
    moment, new, changed = clock.now(), [], 0
    for row in read.good:
        old = current.get(row.key)
        values = {field.name: getattr(row, field.name) for field in fields(row)}
        if old is not None and all(getattr(old, name) == value for name, value in values.items()):
            continue
        changed += old is not None
        new.append(ReturnedValue(**values, received_at=moment, received_by=by.actor_reference, correction_of=old))
    ReturnedValue.objects.bulk_create(new)
    note_imported(by=by, values=new)
    result = Imported(len(new) - changed, changed, len(read.good) - len(new), read.bad)
    _record(by, "returned", result)
    return result


@service
def import_population(*, by: Actor, content: bytes) -> Imported:
    """Take in a file of population: year, area (all or a ward), age_band, value, source; optional sex, ethnicity and reason.

    An estimate that differs from the one that is there needs a reason, and the earlier one is kept with it.
    Where a year lacks an area, an age band, a sex or an ethnic group that the newest year before it has, that is said.
    """
    take_turns("reporting.population")
    current: dict[tuple[str, ...], Population] = {
        (str(old.year), old.area, old.age_band, old.sex, old.ethnicity): old for old in Population.objects.select_for_update()
    }

    def check(row: rows.PopulationRow) -> None:
        old = current.get(row.key)
        if old is not None and _estimate(old) != _estimate(row) and not row.reason:
            raise _asked_why(f"{old.value:,}", old.source)

    read = rows.read_rows(read_sheet(content), rows.POPULATION_COLUMNS, rows.population_row, {}, check)
    moment, result = clock.now(), _Counting(read.bad)
    for row in read.good:
        old = current.get(row.key)
        received = {"received_at": moment, "received_by": by.actor_reference}
        if old is None:
            Population.objects.create(**_without_reason(row), **received)
        elif _estimate(old) != _estimate(row):
            EarlierPopulation.objects.create(
                population=old, value=old.value, source=old.source, received_at=old.received_at, received_by=old.received_by,
                reason=row.reason, replaced_at=moment, replaced_by=by.actor_reference,
            )  # fmt: skip
            Population.objects.filter(pk=old.pk).update(value=row.value, source=row.source, **received)
        result.count(is_new=old is None, is_same=old is not None and _estimate(old) == _estimate(row))
    known: dict[int, set[Key]] = {}
    for year, area, band, sex, group in Population.objects.values_list("year", "area", "age_band", "sex", "ethnicity"):
        known.setdefault(year, set()).add((area, band, sex, group))
    missing = missing_sentences(known, (row.year for row in read.good))
    _record(by, "population", result.done())
    return replace(result.done(), missing=tuple(missing))


@service
def import_comparators(*, by: Actor, content: bytes) -> Imported:
    """Take in a file of comparators: code, period, who (london, england, neighbours) or a neighbour's name, value, source.

    Optional address (where it can be read) and reason. Signed editions cite them: one that differs needs a reason, and what stood
    there before is kept. An area that was no statistical neighbour in the year of its value is not taken.
    """
    take_turns("reporting.comparators")
    kinds, spelling = kinds_of_years(), neighbour_spelling()
    current: dict[tuple[str, ...], Comparator] = {
        (old.code, old.period_kind, old.period, old.who, old.name.casefold()): old
        for old in Comparator.objects.select_for_update()
    }

    def checked(row: rows.Row, specs: Mapping[str, FigureSpec]) -> rows.ComparatorRow:
        found = rows.comparator_row(row, specs, kinds)
        spelled = spelling(found.name, period_named(found.period, found.period_kind)) if found.name else ""
        if spelled is None:
            raise rows.BadRow(f"{found.name} is on no list of statistical neighbours of {found.period}.")
        old = current.get(found.key)
        if old is not None and _comparator_differs(old, found) and not found.reason:
            raise _asked_why(old.printed, old.source)
        return replace(found, name=spelled)

    read = rows.read_rows(read_sheet(content), rows.COMPARATOR_COLUMNS, checked, known_figures())
    moment, result = clock.now(), _Counting(read.bad)
    for row in read.good:
        old = current.get(row.key)
        same = old is not None and not _comparator_differs(old, row)
        if old is None:
            Comparator.objects.create(**_without_reason(row), received_at=moment, received_by=by.actor_reference)
        elif not same:
            replace_comparator(
                by=by, found=old, value=row.value, printed=row.printed, source=row.source, address=row.address or old.address,
                reason=row.reason,
            )  # fmt: skip
        result.count(is_new=old is None, is_same=same)
    _record(by, "comparators", result.done())
    return result.done()


def _without_reason(row: rows.PopulationRow | rows.ComparatorRow) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row) if field.name != "reason"}


def _asked_why(there: str, source: str) -> rows.BadRow:
    return rows.BadRow(f"{there} is there already, from {source}. If yours is to take its place, say why in reason.")


def _estimate(row: Population | rows.PopulationRow) -> tuple[int, str]:
    return row.value, row.source


def _comparator_differs(old: Comparator, row: rows.ComparatorRow) -> bool:
    told = (row.value, row.printed, row.source, row.address or old.address)
    return (old.value, old.printed, old.source, old.address) != told


@service
def import_acronyms(*, by: Actor, content: bytes) -> Imported:
    """Take in a file of acronyms: short, meaning."""
    read = rows.read_rows(read_sheet(content), rows.ACRONYM_COLUMNS, rows.acronym_row, {})
    current = dict(Acronym.objects.values_list("short", "meaning"))
    result = _Counting(read.bad)
    for row in read.good:
        if current.get(row.short) != row.meaning:
            Acronym.objects.update_or_create(short=row.short, defaults={"meaning": row.meaning})
        result.count(is_new=row.short not in current, is_same=current.get(row.short) == row.meaning)
    _record(by, "acronyms", result.done())
    return result.done()


IMPORTS: Mapping[str, Callable[..., Imported]] = {
    "indicators": import_returned_values,
    "population": import_population,
    "comparators": import_comparators,
    "acronyms": import_acronyms,
}


def all_imports() -> Mapping[str, Callable[..., Imported]]:
    """Everything that can be taken in: the kinds of reporting, and those that an app declares in its `imports.py` (IMPORTS)."""
    declared = {kind: taken for _app, module in registry.modules("imports") for kind, taken in module.IMPORTS.items()}
    return {**IMPORTS, **declared}


def import_file(*, by: Actor, kind: str, content: bytes) -> Imported:
    """Take in a file of one of the kinds; refuses a kind that there is not."""
    imports = all_imports()
    if kind not in imports:
        raise Refused(f"Choose what to import: {', '.join(imports)}.")
    return imports[kind](by=by, content=content)


@service
def check_population(*, by: Actor, content: bytes) -> Imported:
    """Say what would become of the rows of a file of population, and change nothing. Refuses what `import_population` does."""
    return _checked(by, "population", content)


@service
def check_comparators(*, by: Actor, content: bytes) -> Imported:
    """Say what would become of the rows of a file of comparators, and change nothing. Refuses what `import_comparators` does."""
    return _checked(by, "comparators", content)


def _checked(by: Actor, kind: str, content: bytes) -> Imported:
    with transaction.atomic():
        result = import_file(by=by, kind=kind, content=content)
        transaction.set_rollback(True)
    return result


class _History:
    """What was returned before, so that a value that is far from the last one is asked about."""

    def __init__(self, known: Iterable[ReturnedValue]) -> None:
        self._known: dict[tuple[str, ...], list[tuple[date, ReturnedValue]]] = {}
        self._there: dict[tuple[str, ...], ReturnedValue] = {}
        for old in known:
            self._there[old.code, old.period_kind, old.period, old.dimension, old.category] = old
            period = period_named(old.period, old.period_kind)
            self._known.setdefault(self._key(old, period), []).append((period.start, old))

    def _key(self, row: ReturnedValue | rows.ReturnedRow, period: ValuePeriod) -> tuple[str, ...]:
        return (row.code, row.period_kind, type(period).__name__, row.dimension, row.category)

    def check(self, row: rows.ReturnedRow) -> None:
        """Say that somebody else has returned another value already, or that one is far from the last, unless a note says why."""
        period = period_named(row.period, row.period_kind)
        there = self._there.get(row.key)
        if there is not None and not row.note and there.source != row.source and there.value != row.value:
            raise rows.BadRow(
                f"{there.value.normalize():f} was returned already, from {there.source}. If yours is to take its place, "
                "say why in note."
            )
        earlier = [one for one in self._known.get(self._key(row, period), []) if one[0] < period.start]
        if not earlier or row.note:
            return
        last = max(earlier, key=lambda one: one[0])[1]
        if is_doubtful(row.value, last.value):
            raise rows.BadRow(
                f"value is far from the {last.value.normalize():f} of {last.period}. If it is right, say why in note."
            )


class _Counting:
    def __init__(self, bad: Iterable[RowError]) -> None:
        self.added = self.changed = self.unchanged = 0
        self.bad = tuple(bad)

    def count(self, *, is_new: bool, is_same: bool) -> None:
        self.added += is_new
        self.unchanged += is_same
        self.changed += not is_new and not is_same

    def done(self) -> Imported:
        return Imported(self.added, self.changed, self.unchanged, self.bad)


def _record(by: Actor, kind: str, result: Imported) -> None:
    events.record(
        verb="reporting.imported",
        by=by,
        subject=events.Subject("reporting_import", kind),
        data={"added": result.added, "changed": result.changed, "unchanged": result.unchanged, "bad": len(result.bad)},
    )
