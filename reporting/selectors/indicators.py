"""The catalogue of indicators, what was counted and returned of them, and what was said. Whoever asks has a role of the board."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from accounts.access_table import open_agencies
from accounts.models import Agency, Person
from board.models import Group
from foundation import clock
from foundation.calendar import YearQuarter
from foundation.errors import NotVisible
from foundation.figures import FigureKind, FigureSpec, FigureValue
from reporting.models import CountedValue, Indicator, IndicatorNote, ReturnedValue, ValueAsked
from reporting.rules.catalogue import catalogue
from reporting.rules.cutting import HIDDEN, by_itself, is_of_people, small_of
from reporting.rules.freezing import Shown
from reporting.rules.indicators import VALUE, VALUE_REQUEST
from reporting.rules.periods import YEARS, AnyYear, ValuePeriod, period_named, quarter_over, spoken, year_of
from reporting.rules.quarters import RULES, YearRule, quarters_words, rule_of, year_from, year_may_be_told
from reporting.selectors.catalogue import known_figures
from reporting.selectors.counting import is_of_children
from work.models import Request
from work.selectors.requests import requests_to_answer

CAME_LAST = 50
WHOLE_NUMBERS = frozenset({FigureKind.COUNT, FigureKind.STATE})


def indicators(*, retired: bool = False) -> list[Indicator]:
    """The indicators in their order: those that are watched, or those that are not any more."""
    rows = Indicator.objects.filter(retired_on__isnull=not retired)
    return list(rows.select_related("owner", "group"))


def indicator_of(code: str) -> Indicator:
    """One indicator by its code; NotVisible where there is none."""
    found = Indicator.objects.select_related("owner", "group").filter(code=code).first()
    if found is None:
        raise NotVisible
    return found


def locked_indicator(code: str) -> Indicator:
    """One indicator, locked until the transaction ends."""
    found = Indicator.objects.select_for_update(of=("self",)).select_related("owner", "group").filter(code=code).first()
    if found is None:
        raise NotVisible
    return found


def figures_to_watch() -> list[tuple[str, str]]:
    """Code and title of every figure in code that is no indicator yet, by title."""
    there = set(Indicator.objects.values_list("code", flat=True))
    return sorted(((code, spec.title) for code, spec in catalogue().items() if code not in there), key=lambda one: one[1])


def owners_to_choose() -> list[tuple[str, str]]:
    """Code and name of each agency that may return a value."""
    rows = open_agencies(clock.today()).exclude(kind=Agency.Kind.PARTNERSHIP).order_by("name")
    return list(rows.values_list("code", "name"))


def groups_to_choose() -> list[tuple[str, str]]:
    """Reference and name of each group that meets today."""
    rows = Group.objects.filter(to_on__isnull=True).exclude(kind=Group.Kind.OTHER_BOARD)
    return list(rows.order_by("name").values_list("reference", "name"))


# -- values ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Held:
    """A value that counts for a period: counted by the portal or returned, exact, and never shown without disclosure control."""

    period: ValuePeriod
    value: FigureValue
    source: str
    at: datetime
    note: str = ""
    population_year: int | None = None
    """Of a rate that the portal counted: in the middle of which year the children were estimated."""
    of_quarters: tuple[int, ...] | None = None
    """Of a year that follows from its quarters: the numbers of those that are known; None of what was counted or returned."""
    row: CountedValue | ReturnedValue | None = None
    """What is kept; None of a year that follows from its quarters."""

    @property
    def quarters(self) -> str:
        """Of a year that follows from fewer than four quarters: of how many."""
        return "" if self.of_quarters is None else quarters_words(self.of_quarters)


@dataclass(frozen=True)
class Told:
    """A value as it may be told: hidden, rounded or as it is."""

    held: Held
    shown: Shown
    is_rounded: bool
    """Whether its class and source ask for rounding: also of a number that would round to itself, which nobody is told."""

    @property
    def number(self) -> int | Decimal | None:
        """The number as it is shown; None where it is hidden."""
        return self.shown.number

    @property
    def is_exact(self) -> bool:
        """Whether it is told as it was counted, so that its parts may be told too."""
        return self.number is not None and not self.is_rounded


Values = Mapping[str, Mapping[str, Told]]
"""By the code of the indicator and the label of the period."""


def values_of(found: Sequence[Indicator], specs: Mapping[str, FigureSpec] | None = None) -> Values:
    """Every value of some indicators as it may be told to people who do not see cases. Two statements, however many.

    The years of one that is told by quarter are there too, as they were counted or returned, or as they follow from the quarters.
    """
    specs = specs or known_figures()
    told = defaultdict[str, dict[str, Told]](dict)
    for code, held in _returned(found, specs):
        told[code][held.period.label] = _told(specs[code], held)
    for code, held in _counted(found, specs):
        told[code][held.period.label] = _told(specs[code], held)
    for one in found:
        if one.every == Indicator.Every.QUARTER and one.code in told:
            told[one.code] |= _years_of(one, specs, told[one.code])
    return told


def _years_of(one: Indicator, specs: Mapping[str, FigureSpec], told: Mapping[str, Told]) -> dict[str, Told]:
    """The years of an indicator that is told by quarter, so that no hidden quarter follows from one."""
    rule, found = rule_of(one.year_rule, one.code, specs), dict[str, Told]()
    for year in {year_of(value.held.period) for value in told.values()}:
        year_told = _year(one, specs[one.code], rule, year, told)
        if year_told is not None:
            found[year.label] = year_told
    return found


def _year(one: Indicator, spec: FigureSpec, rule: YearRule, year: AnyYear, told: Mapping[str, Told]) -> Told | None:
    direct = told.get(year.label)
    quarters = {quarter.number: told[quarter.label] for quarter in year.quarters if quarter.label in told}
    held = direct.held if direct else _worked_out(one, spec, rule, year, quarters)
    if held is None:
        return None
    found = _told(spec, held)
    if not found.is_rounded or rule == YearRule.LAST or (direct and not quarters):
        return found
    numbers = [value.number for value in quarters.values()]
    if held.of_quarters is not None and len(quarters) < len(year.quarters):
        return replace(found, shown=Shown(None, "", ()))
    if spec.kind in WHOLE_NUMBERS and len(numbers) == len(year.quarters):
        may = year_may_be_told([None if number is None else int(number) for number in numbers], small_of(spec))
    else:
        may = None not in numbers
    return found if may else replace(found, shown=HIDDEN)


def _worked_out(one: Indicator, spec: FigureSpec, rule: YearRule, year: AnyYear, quarters: Mapping[int, Told]) -> Held | None:
    values = {number: told.held.value for number, told in quarters.items()}
    found = year_from(rule, spec.kind, one.code, year.label, values)
    if found is None:
        return None
    counted = [quarters[number].held for number in found.known]
    source = f"Worked out of {quarters_words(found.known) or 'its four quarters'}: {RULES[rule]}"
    return Held(
        year, found.value, source, max(held.at for held in counted), population_year=counted[-1].population_year,
        of_quarters=found.known,
    )  # fmt: skip


def _told(spec: FigureSpec, held: Held) -> Told:
    of_children = is_of_children(spec.code)
    found = by_itself(spec, held.value, of_children=of_children)
    return Told(held, found, is_rounded=is_of_people(spec, of_children=of_children))


def _counted(found: Sequence[Indicator], specs: Mapping[str, FigureSpec]) -> Iterable[tuple[str, Held]]:
    kinds = {one.pk: one for one in found}
    newest = CountedValue.objects.filter(indicator__in=kinds).order_by("indicator_id", "period", "-counted_at", "-id")
    for row in newest.distinct("indicator_id", "period"):
        one = kinds[row.indicator_id]
        if row.value is not None:
            at = one.counted_at or row.counted_at  # the day of a change beneath a rounded number would give it away
            yield one.code, _held(one, specs[one.code], row, f"Counted by the portal ({row.source})", at)


def _returned(found: Sequence[Indicator], specs: Mapping[str, FigureSpec]) -> Iterable[tuple[str, Held]]:
    kinds = {one.code: one for one in found}
    for row in ReturnedValue.objects.filter(code__in=kinds, dimension="", corrected_by__isnull=True):
        one = kinds[row.code]
        if row.period_kind == one.period_kind:
            yield one.code, _held(one, specs[one.code], row, row.source, row.received_at, row.note)


def _held(one: Indicator, spec: FigureSpec, row: CountedValue | ReturnedValue, source: str, at: datetime, note: str = "") -> Held:
    period = period_named(row.period, one.period_kind)
    number = row.value if row.value is None or spec.kind not in WHOLE_NUMBERS else int(row.value)
    value = FigureValue(one.code, row.period, number, row.numerator, row.denominator)
    children = row.population_year if isinstance(row, CountedValue) else None
    return Held(period, value, source, at, note, population_year=children, row=row)


def earlier_values(indicator: Indicator) -> Mapping[str, Sequence[Told]]:
    """What stood for each period before it was counted anew or corrected, newest first."""
    return {period: rows[1:] for period, rows in history_of(indicator, known_figures()).items()}


def history_of(indicator: Indicator, specs: Mapping[str, FigureSpec], period: str = "") -> Mapping[str, Sequence[Told]]:
    """What was told of each period, or of one, since it was first known, newest first, the value that counts among it.

    What is told alike is told once: how often a rounded number changed beneath would give away what its rounding hides. Of a
    figure about people that is told by quarter, nothing is told of a year: a hidden quarter might follow from it. What was
    returned is told where the portal has counted nothing.
    """
    spec, counted, returned = specs[indicator.code], defaultdict[str, list[Told]](list), defaultdict[str, list[Told]](list)
    of_one = {"period": period} if period else {}
    for row in CountedValue.objects.filter(indicator=indicator, **of_one).order_by("-counted_at", "-id"):
        counted[row.period].append(told_counted(indicator, spec, row))
    kept = ReturnedValue.objects.filter(code=indicator.code, dimension="", period_kind=indicator.period_kind, **of_one)
    for given in kept.order_by("-received_at", "-id"):
        returned[given.period].append(told_returned(indicator, spec, given))
    by_quarter = indicator.every == Indicator.Every.QUARTER
    return {
        label: told_apart(rows)
        for label, rows in {**returned, **counted}.items()
        if not (by_quarter and rows[0].is_rounded and not isinstance(rows[0].held.period, YearQuarter))
    }


def told_counted(indicator: Indicator, spec: FigureSpec, row: CountedValue) -> Told:
    """A counted value, whether it still counts or not, as it may be told."""
    return _told(spec, _held(indicator, spec, row, row.source, row.counted_at))


def told_returned(indicator: Indicator, spec: FigureSpec, row: ReturnedValue) -> Told:
    """A returned value, whether it still counts or not, as it may be told."""
    return _told(spec, _held(indicator, spec, row, row.source, row.received_at, row.note))


def told_apart(rows: Sequence[Told]) -> list[Told]:
    """Without those that are told as the one after them is, unless somebody has said why they changed; newest first."""
    kept: list[Told] = []
    for row in reversed(rows):
        if not kept or row.shown.text != kept[-1].shown.text or row.held.note:
            kept.append(row)
    return kept[::-1]


# -- what is asked for ----------------------------------------------------------------------------------------


def values_to_ask(period: ValuePeriod) -> list[Indicator]:
    """Returned indicators of this kind of period for which nobody has been asked yet, and nothing has come."""
    quarter = isinstance(period, YearQuarter)
    every = Indicator.Every.QUARTER if quarter else Indicator.Every.YEAR
    asked = ValueAsked.objects.filter(period=period.label).exclude(state=ValueAsked.State.WITHDRAWN)
    there = ReturnedValue.objects.filter(period=period.label, dimension="")
    rows = Indicator.objects.filter(kind=Indicator.Kind.RETURNED, every=every, retired_on__isnull=True)
    return list(
        rows.exclude(pk__in=asked.values("indicator")).exclude(code__in=there.values("code")).select_related("owner", "group")
    )


def asked_values(period: str = "") -> QuerySet[ValueAsked]:
    """What agencies were asked for, the oldest day first; of one period, or of all that are still waited for."""
    rows = ValueAsked.objects.select_related("indicator", "agency", "returned")
    return rows.filter(period=period) if period else rows.filter(state=ValueAsked.State.OPEN)


def values_that_came() -> QuerySet[ValueAsked]:
    """What came last, or is not needed any more, the newest first."""
    rows = ValueAsked.objects.exclude(state=ValueAsked.State.OPEN).select_related("indicator", "agency", "returned")
    return rows.order_by("-asked_at", "-id")[:CAME_LAST]


def asked_value_of(reference: str) -> ValueAsked:
    """One value that was asked for; NotVisible where there is none."""
    found = ValueAsked.objects.select_related("indicator", "agency", "returned").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def late_values(day: date) -> list[ValueAsked]:
    """What should have been returned before a day and was not, the longest overdue first."""
    return list(asked_values().filter(due_on__lt=day))


def missing_values(day: date) -> list[tuple[Indicator, ValuePeriod]]:
    """Returned indicators whose newest period that is over has no value, and of which nobody is asked for it, by their owner."""
    rows = [one for one in indicators() if one.kind == Indicator.Kind.RETURNED]
    newest = {one.pk: _newest_over(one, day) for one in rows}
    labels = {period.label for period in newest.values()}
    there = set(
        ReturnedValue.objects.filter(code__in=[one.code for one in rows], period__in=labels, dimension="")
        .values_list("code", "period_kind", "period")
    )  # fmt: skip
    asked = set(ValueAsked.objects.filter(period__in=labels).values_list("indicator", "period"))
    found = [
        (one, newest[one.pk])
        for one in rows
        if (one.code, one.period_kind, newest[one.pk].label) not in there and (one.pk, newest[one.pk].label) not in asked
    ]
    return sorted(found, key=lambda row: (row[0].owner.name if row[0].owner else "", row[0].title))


def _newest_over(one: Indicator, day: date) -> ValuePeriod:
    if one.every == Indicator.Every.QUARTER:
        return quarter_over(one.period_kind, day)
    return YEARS[one.period_kind].of(day).previous()


def request_of(asked: ValueAsked) -> Request | None:
    """The request by which a value was asked for, as it is now."""
    rows = Request.objects.filter(kind=VALUE_REQUEST, subject_kind=VALUE, subject_reference=asked.reference)
    return rows.order_by("-asked_at", "-pk").first()


def value_to_return(person: Person, reference: str) -> tuple[ValueAsked, Request]:
    """What a person's agency is asked for, by the reference of its request; NotVisible for whoever does not answer for it."""
    request = requests_to_answer(person).filter(kind=VALUE_REQUEST, reference=reference).first()
    if request is None:
        raise NotVisible
    return ValueAsked.objects.select_related("indicator", "agency").get(reference=request.subject_reference), request


def particulars_of_value(reference: str) -> list[tuple[str, str]]:
    """What whoever is asked for a value reads with the question."""
    asked = ValueAsked.objects.select_related("indicator").get(reference=reference)
    one = asked.indicator
    told = [("Indicator", one.title), ("Period", spoken_of(asked)), ("What it means", one.meaning), ("Unit", one.unit)]
    return [*told, *((("How many", one.numerator), ("Out of how many", one.denominator)) if one.numerator else ())]


def spoken_of(asked: ValueAsked) -> str:
    """The period of a value as people read it, with its sort of year."""
    return spoken(period_named(asked.period, asked.indicator.period_kind))


def kinds_returned() -> set[tuple[str, str]]:
    """Sort of year, and how often, of every indicator that agencies return."""
    rows = Indicator.objects.filter(kind=Indicator.Kind.RETURNED, retired_on__isnull=True)
    return set(rows.values_list("period_kind", "every"))


def last_value(indicator: Indicator, period: ValuePeriod) -> ReturnedValue | None:
    """The newest value before a period."""
    rows = ReturnedValue.objects.filter(
        code=indicator.code, period_kind=indicator.period_kind, dimension="", corrected_by__isnull=True
    )
    earlier = [(period_named(row.period, row.period_kind), row) for row in rows]
    same = [(one.start, row) for one, row in earlier if type(one) is type(period) and one.start < period.start]
    return max(same, key=lambda one: one[0])[1] if same else None


def value_there(indicator: Indicator, period: str) -> ReturnedValue | None:
    """The value that counts for a period; whoever writes another takes turns over them first."""
    rows = ReturnedValue.objects.filter(code=indicator.code, period_kind=indicator.period_kind, period=period, dimension="")
    return rows.filter(corrected_by__isnull=True).first()


def open_for(given: ReturnedValue) -> ValueAsked | None:
    """What an agency was asked for, where a value that has come is that; locked until the transaction ends."""
    rows = ValueAsked.objects.filter(state=ValueAsked.State.OPEN, period=given.period, indicator__code=given.code)
    wanted = rows.filter(indicator__period_kind=given.period_kind).select_related("indicator", "agency")
    return None if given.dimension else wanted.select_for_update(of=("self",)).first()


def notes_of(indicator: Indicator) -> list[IndicatorNote]:
    """What was said of an indicator, newest first."""
    return list(indicator.notes.select_related("written_by", "challenge"))


def latest_comments(found: Sequence[Indicator]) -> Mapping[int, IndicatorNote]:
    """The newest comment of each, by the indicator's key; one statement."""
    rows = IndicatorNote.objects.filter(indicator__in=found, challenge__isnull=True)
    return {row.indicator_id: row for row in rows.order_by("indicator_id", "-written_at", "-id").distinct("indicator_id")}
