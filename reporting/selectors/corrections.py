"""What changed in counted and returned values after they were first known, and whether anybody has said why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, EXECUTIVE
from accounts.access_table import agency_ids, role_codes
from accounts.models import Agency, Person
from foundation.calendar import YearQuarter
from foundation.errors import NotVisible
from foundation.figures import FigureSpec
from reporting.access import READERS
from reporting.models import CountedReason, CountedValue, Indicator, ReturnedValue, ValueAsked, ValueSignOff
from reporting.rules.corrections import Cause, cause_of
from reporting.rules.periods import ValuePeriod
from reporting.selectors.catalogue import known_figures
from reporting.selectors.indicators import Told, indicator_of, indicators, told_counted

MOST_UNSIGNED = 50


@dataclass(frozen=True)
class Change:
    """A counted value that is told otherwise than the one that stood there before it."""

    indicator: Indicator
    period: ValuePeriod
    before: Told
    after: Told
    counted: CountedValue
    """The newer value as it is kept."""
    cause: Cause
    reasons: Sequence[CountedReason]
    """What was said of it, the newest first."""


def changes_of(found: Sequence[Indicator], specs: Mapping[str, FigureSpec] | None = None) -> list[Change]:
    """Every change that can be seen in counted values of some indicators, the newest first. Three statements, however many.

    A change beneath a rounded number cannot be seen, and is none. Of a figure that is told by quarter its quarters are looked at.
    """
    specs, kinds = specs or known_figures(), {one.pk: one for one in found}
    again = CountedValue.objects.filter(indicator__in=kinds).order_by().values("indicator", "period").annotate(times=Count("pk"))
    periods = {(row["indicator"], row["period"]) for row in again.filter(times__gt=1)}
    rows = defaultdict[tuple[int, str], list[CountedValue]](list)
    of_those = CountedValue.objects.filter(indicator__in={pk for pk, _ in periods}, period__in={label for _, label in periods})
    for row in of_those.prefetch_related("reasons__written_by").order_by("counted_at", "id"):
        if (row.indicator_id, row.period) in periods:
            rows[row.indicator_id, row.period].append(row)
    changes = [change for (pk, _label), kept in rows.items() for change in _changes(kinds[pk], specs[kinds[pk].code], kept)]
    return sorted(changes, key=lambda change: (change.counted.counted_at, change.counted.pk), reverse=True)


def _changes(one: Indicator, spec: FigureSpec, kept: Sequence[CountedValue]) -> list[Change]:
    found, last = [], None
    for row in kept:
        told = told_counted(one, spec, row)
        if one.every == Indicator.Every.QUARTER and not isinstance(told.held.period, YearQuarter):
            return []
        if last is not None and told.shown.text != last[0].shown.text:
            found.append(Change(one, told.held.period, last[0], told, row, cause_of(last[1], row), list(row.reasons.all())))
        if last is None or told.shown.text != last[0].shown.text:
            last = (told, row)
        else:
            last = (last[0], row)
    return found


def unexplained(found: Sequence[Indicator], specs: Mapping[str, FigureSpec] | None = None) -> list[Change]:
    """The changes of which nobody has said why, the newest first."""
    return [change for change in changes_of(found, specs) if not change.reasons]


def change_to_explain(person: Person, code: str, period: str) -> Change:
    """The newest change of a period that a person may explain: the owner of the indicator, or the business team for it."""
    found = indicator_for(person, code)
    if not may_explain(person, found):
        raise NotVisible
    change = next((one for one in changes_of([found]) if one.period.label == period), None)
    if change is None:
        raise NotVisible
    return change


def may_explain(person: Person, found: Indicator) -> bool:
    """Whether a person says why a counted value changed: for the agency that owns the indicator, or for the business team."""
    return BUSINESS_TEAM in role_codes(person) or is_owner(person, found)


def is_owner(person: Person, found: Indicator) -> bool:
    """Whether a person leads the agency that owns an indicator."""
    return found.owner_id is not None and found.owner_id in agency_ids(person, AGENCY_LEAD, EXECUTIVE)


def indicator_for(person: Person, code: str) -> Indicator:
    """An indicator as a person may open it: a lead those of the own agency, readers of the scorecard every one."""
    found = indicator_of(code)
    if not READERS.admits(person) and not is_owner(person, found):
        raise NotVisible
    return found


# -- one value ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Returned:
    """Who returned a value, and who signed it off."""

    value: ReturnedValue
    asked: ValueAsked | None
    sign_off: ValueSignOff | None


def returned_of(value: ReturnedValue) -> Returned:
    """Whom a returned value was asked of, and who signed it off."""
    asked = ValueAsked.objects.filter(
        indicator__code=value.code, indicator__period_kind=value.period_kind, period=value.period, returned__isnull=False
    )
    sign_off = ValueSignOff.objects.select_related("signed_by", "agency").filter(value=value).first()
    return Returned(value, asked.select_related("agency").first(), sign_off)


def unsigned_values(found: Sequence[Indicator]) -> list[ReturnedValue]:
    """Values of some indicators that count and that nobody has signed off, the newest first."""
    rows = ReturnedValue.objects.filter(
        code__in=[one.code for one in found], dimension="", corrected_by__isnull=True, sign_off__isnull=True
    )
    return list(rows.order_by("-received_at", "-id")[:MOST_UNSIGNED])


def indicators_of_lead(person: Person) -> list[Indicator]:
    """The indicators that the agencies of a lead own."""
    own = agency_ids(person, AGENCY_LEAD, EXECUTIVE)
    return [one for one in indicators() if one.owner_id in own]


def value_to_sign(person: Person, code: str, period: str) -> tuple[ReturnedValue, Agency]:
    """The value that counts of a period, to be signed off by a lead of the agency that owns the indicator, and that agency."""
    found = indicator_for(person, code)
    if found.owner is None or not is_owner(person, found):
        raise NotVisible
    rows = ReturnedValue.objects.filter(code=code, period_kind=found.period_kind, period=period, dimension="")
    value = rows.filter(corrected_by__isnull=True).first()
    if value is None:
        raise NotVisible
    return value, found.owner
