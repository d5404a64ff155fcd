"""Keeping comparators as they were published, and who the statistical neighbours are."""

from datetime import date
from decimal import Decimal, InvalidOperation

from foundation import clock
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version
from reporting.models import Comparator, EarlierComparator, StatisticalNeighbour
from reporting.rules.comparators import address_refused
from reporting.rules.import_rows import HIGHEST
from reporting.rules.periods import YEARS, AnyYear
from reporting.selectors.catalogue import known_figures
from reporting.selectors.comparators import kind_of_years, neighbour_spelling

STALE = "Somebody else has changed this since you opened it. Check yours against theirs and save again."


@service
def add_comparator(
    *, by: Actor, code: str, period: str, who: str, value: str, source: str, address: str = "", name: str = ""
) -> Comparator:
    """Keep what somebody else's figure was in a year, as it was published. The same again adds nothing. `name`: of one neighbour.

    Refuses a figure, a year or a number that there is not, an address that is none, a second one of the same year, and an area
    that was no statistical neighbour in that year.
    """
    take_turns("reporting.comparators")
    if code not in known_figures():
        raise Refused("Select a figure from the list.", field="code")
    if who not in Comparator.Who.values:
        raise Refused("Select whose figure it is.", field="who")
    kind = kind_of_years(code)
    try:
        year = YEARS[kind].from_label(period)
    except Refused as refused:
        raise Refused(refused.sentence, field="period") from refused
    number, link = _number(value), _address(address)
    key = {"code": code, "period_kind": kind, "period": year.label, "who": who, "name": _neighbour(who, name, year)}
    there = Comparator.objects.filter(**key).first()
    if there is not None:
        if (there.value, there.printed, there.source, there.address) == (number, value.strip(), source, link):
            return there
        raise Refused("There is one of this year already. Correct that one.", field="period")
    made = Comparator.objects.create(
        **key, value=number, printed=value.strip(), source=source, address=link, received_at=clock.now(),
        received_by=by.actor_reference,
    )  # fmt: skip
    _record(by, "comparator_added", made)
    return made


@service
def correct_comparator(
    *, by: Actor, number: int, version: int, value: str, source: str, reason: str, address: str = ""
) -> Comparator:
    """Correct a comparator with a reason; what stood there is kept. Refuses no reason, and one that was changed meanwhile."""
    found = Comparator.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotVisible
    check_version(found, version, STALE)
    if not reason.strip():
        raise Refused("Enter why it is corrected.", field="reason")
    return replace_comparator(
        by=by, found=found, value=_number(value), printed=value.strip(), source=source, address=_address(address), reason=reason
    )


def replace_comparator(
    *, by: Actor, found: Comparator, value: Decimal, printed: str, source: str, address: str, reason: str
) -> Comparator:
    """Put another value in the place of one, and keep that one. Called in the transaction that has locked it."""
    EarlierComparator.objects.create(
        comparator=found, value=found.value, printed=found.printed, source=found.source, address=found.address,
        received_at=found.received_at, received_by=found.received_by, reason=reason, replaced_at=clock.now(),
        replaced_by=by.actor_reference,
    )  # fmt: skip
    found.value, found.printed, found.source, found.address = value, printed, source, address
    found.received_at, found.received_by = clock.now(), by.actor_reference
    found.version += 1
    found.save()
    _record(by, "comparator_corrected", found, reason)
    return found


@service
def add_neighbour(*, by: Actor, name: str, source: str, from_on: date) -> StatisticalNeighbour:
    """Say that an area is a statistical neighbour from a day on. The same again adds nothing; refuses one that is on the list."""
    take_turns("reporting.neighbours")
    there = StatisticalNeighbour.objects.filter(name__iexact=name, to_on__isnull=True).first()
    if there is not None:
        if (there.source, there.from_on) == (source, from_on):
            return there
        raise Refused("This area is on the list already.", field="name")
    made = StatisticalNeighbour.objects.create(name=name, source=source, from_on=from_on)
    record(verb="reporting.neighbour_added", by=by, subject=Subject("statistical_neighbour", str(made.pk)))
    return made


@service
def end_neighbour(*, by: Actor, number: int, version: int, to_on: date) -> StatisticalNeighbour:
    """Say until when an area was a statistical neighbour. Refuses a day before the first, and one that was changed meanwhile."""
    found = StatisticalNeighbour.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotVisible
    check_version(found, version, STALE)
    if to_on < found.from_on:
        raise Refused("The last day must not be before the first.", field="to_on")
    found.to_on = to_on
    found.version += 1
    found.save()
    record(verb="reporting.neighbour_ended", by=by, subject=Subject("statistical_neighbour", str(found.pk)))
    return found


def _neighbour(who: str, name: str, year: AnyYear) -> str:
    """The name of one neighbour as the list spells it; empty for those that stand for many."""
    if who != Comparator.Who.NEIGHBOUR:
        if name.strip():
            raise Refused("Enter a name only for one statistical neighbour.", field="name")
        return ""
    found = neighbour_spelling()(name, year)
    if found is None:
        raise Refused("Enter an area that is on the list of statistical neighbours of that year.", field="name")
    return found


def _number(text: str) -> Decimal:
    plain = text.strip().replace(",", "").removeprefix("£").removesuffix("%")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise Refused("Enter the number as it was published, such as 347 or 37.5.", field="value") from None
    if not number.is_finite() or not 0 <= number < HIGHEST:
        raise Refused("Enter a number from 0, as it was published.", field="value")
    return number.quantize(Decimal("0.0001"))


def _address(text: str) -> str:
    link = text.strip()
    if refused := address_refused(link):
        raise Refused(refused, field="address")
    return link


def _record(by: Actor, what: str, found: Comparator, reason: str = "") -> None:
    data = {"code": found.code, "period": found.period, "who": found.name or found.who}
    record(verb=f"reporting.{what}", by=by, subject=Subject("comparator", str(found.pk)), reason=reason, data=data)
