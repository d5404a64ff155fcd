"""Values of indicators: counted by the portal, or asked of the agency that owns them, returned, corrected and given up."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from accounts.models import Person
from accounts.selectors.people import names_of
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import end_of_day
from foundation.design import words
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.figures import FigureKind
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version
from reporting.models import CountedValue, Indicator, ReturnedValue, ValueAsked
from reporting.rules.adding_up import Amount, Parts, not_adding_up, words_of
from reporting.rules.import_rows import HIGHEST
from reporting.rules.indicators import COUNTED_VALUES, OF_TWO_NUMBERS, RETURNED_VALUES, VALUE, VALUE_REQUEST, worked_out
from reporting.rules.periods import period_named, spoken
from reporting.rules.scorecard import is_doubtful
from reporting.rules.typed_parts import BY
from reporting.selectors.catalogue import known_figures
from reporting.selectors.counting import Counted, count, due
from reporting.selectors.indicators import (
    last_value,
    open_for,
    request_of,
    value_there,
    value_to_return,
    values_to_ask,
)
from reporting.selectors.returned_parts import amounts, parts_there
from reporting.selectors.snapshot import snapshot
from reporting.services.corrections import signed_off
from work.services.requests import answer_request, ask, chase, withdraw_request

RETURNED = "returned"
STALE = "Somebody else has changed this since you opened it. Read it as it is now."


# -- counted by the portal ------------------------------------------------------------------------------------


def count_indicators(*, by: Actor) -> int:
    """Count whatever is due, each source in a snapshot and a transaction of its own; gives how many values are new."""
    new = 0
    for source, found in due(clock.now()).items():
        with snapshot() as cursor:
            counted = list(count(source, found, clock.today(), cursor))
        new += keep_counted(by=by, indicators=found, counted=counted)
    return new


@service
def keep_counted(*, by: Actor, indicators: Sequence[Indicator], counted: Sequence[Counted]) -> int:
    """Keep what was counted, where it differs from what was known; gives how many rows that were. Who may: the system."""
    take_turns(COUNTED_VALUES)
    newest = {
        (row.indicator_id, row.period): row
        for row in CountedValue.objects.filter(indicator__in=indicators)
        .order_by("indicator_id", "period", "-counted_at", "-id")
        .distinct("indicator_id", "period")
    }
    moment, rows = clock.now(), []
    for one in counted:
        row = _row(one, newest.get((one.indicator.pk, one.period.label)))
        if row is not None:
            row.counted_at = moment
            rows.append(row)
    CountedValue.objects.bulk_create(rows)
    Indicator.objects.filter(pk__in=[one.pk for one in indicators]).update(counted_at=moment)
    if rows:
        record(verb="reporting.indicators_counted", by=by, subject=Subject("indicators", "all"), data={"values": len(rows)})
    return len(rows)


def _row(one: Counted, known: CountedValue | None) -> CountedValue | None:
    """The row that says what was counted; None where it is known already."""
    value = None if one.value.value is None else Decimal(one.value.value).quantize(Decimal("1e-8"))
    told = (value, one.value.numerator, one.value.denominator, one.definition, one.population_year)
    if known is not None and told == (
        known.value, known.numerator, known.denominator, known.definition, known.population_year,
    ):  # fmt: skip
        return None
    return CountedValue(
        indicator=one.indicator, period=one.period.label, value=value, numerator=one.value.numerator,
        denominator=one.value.denominator, definition=one.definition, source=one.source, population_year=one.population_year,
    )  # fmt: skip


# -- asked of agencies ----------------------------------------------------------------------------------------


@service
def ask_for_values(*, by: Actor, period: str, period_kind: str, due_on: date) -> list[ValueAsked]:
    """Ask the owner of every returned indicator for its value of a period; whoever was asked or has returned it is left alone.

    Refuses a period that is not over, a day that has passed, and a period for which nothing is left to ask.
    """
    take_turns("reporting.values_asked")
    wanted = period_named(period, period_kind)
    if wanted.end >= clock.today():
        raise Refused("This period is not over.", field="period")
    if due_on <= clock.today():
        raise Refused("The values must be due in the future.", field="due_on")
    found = [one for one in values_to_ask(wanted) if one.period_kind == period_kind]
    if not found:
        raise Refused("Everybody has been asked for this period already.", field="period")
    return [_ask(by, one, wanted.label, due_on) for one in found]


def _ask(by: Actor, indicator: Indicator, period: str, due_on: date) -> ValueAsked:
    if indicator.owner is None:
        raise Refused(f"Nobody returns {indicator.title}. Name its owner first.")
    asked = ValueAsked.objects.create(
        indicator=indicator,
        period=period,
        agency=indicator.owner,
        due_on=due_on,
        asked_at=clock.now(),
        asked_by=by.actor_reference,
    )
    question = f"{indicator.title}, {spoken(period_named(period, indicator.period_kind))}. {indicator.meaning}"
    ask(
        by=by, kind=VALUE_REQUEST, subject=Subject(VALUE, asked.reference), from_team=None, to_agency=indicator.owner,
        question=question, due_at=end_of_day(due_on),
    )  # fmt: skip
    _record(by, "value_asked", asked)
    return asked


@service
def return_value(
    *, by: Person, reference: str, value: Decimal | None = None, numerator: int | None = None, denominator: int | None = None,
    source: str, note: str = "", sure: bool = False, parts: Parts | None = None,
) -> ReturnedValue:  # fmt: skip
    """Return a value for one's agency, by the reference of the request; a share as what was counted and out of what.

    `parts`: how many of each by what, which make up the whole. Refuses a number that cannot be, one that is ten times the last
    or a tenth of it unless whoever returns it is `sure`, parts that make up something else, and a second answer, saying who gave
    the first.
    """
    seen, _request = value_to_return(by, reference)
    take_turns(RETURNED_VALUES)  # before the row, as whoever takes a file in does
    asked = _locked(seen.reference)
    if asked.state != ValueAsked.State.OPEN:
        raise Refused(_closed(asked), field="numerator" if asked.indicator.value_kind in OF_TWO_NUMBERS else "value")
    given = _returned(by, asked, value=value, numerator=numerator, denominator=denominator, source=source, note=note, sure=sure)
    pieces = _pieces(given, asked.indicator, parts or {})
    answer_request(by=by, reference=reference, result=RETURNED, answer=note)
    kept = _keep(by, asked, given, pieces)
    signed_off(by=by, value=kept, agency=asked.agency)
    return kept


@service
def record_value(
    *, by: Actor, reference: str, version: int, value: Decimal | None = None, numerator: int | None = None,
    denominator: int | None = None, source: str, note: str = "", sure: bool = False, parts: Parts | None = None,
) -> ReturnedValue:  # fmt: skip
    """Write down a value that came another way, or correct one with a reason; the request, if it is open, is withdrawn.

    Refuses what `return_value` does, a correction without a reason, and one that somebody else has changed meanwhile.
    """
    take_turns(RETURNED_VALUES)
    asked = _locked(reference)
    check_version(asked, version, STALE)
    if asked.state == ValueAsked.State.WITHDRAWN:
        raise Refused("This value is not needed any more.")
    if asked.returned is not None and not note.strip():
        raise Refused("Enter why the value is corrected.", field="note")
    given = _returned(by, asked, value=value, numerator=numerator, denominator=denominator, source=source, note=note, sure=sure)
    pieces = _pieces(given, asked.indicator, parts or {})
    request = request_of(asked)
    if asked.state == ValueAsked.State.OPEN and request is not None:
        withdraw_request(by=by, reference=request.reference, reason="The value came another way.")
    return _keep(by, asked, given, pieces)


def _closed(asked: ValueAsked) -> str:
    """What whoever returns a value reads that has come another way meanwhile; what they typed stays before them."""
    came = asked.returned
    if came is None:
        return "This value is not needed any more. Yours has not been taken."
    name = names_of([came.received_by]).get(came.received_by, came.source)
    return (
        f"{came.value.normalize():,f} has been returned for this period already, by {name} on {words.moment(came.received_at)}. "
        "Yours has not been taken. If yours is right, ask the business team to correct it."
    )


def _returned(
    by: Actor, asked: ValueAsked, *, value: Decimal | None, numerator: int | None, denominator: int | None, source: str,
    note: str, sure: bool,
) -> ReturnedValue:  # fmt: skip
    indicator = asked.indicator
    number = _number(indicator, value, numerator, denominator)
    last = last_value(indicator, period_named(asked.period, indicator.period_kind))
    if last is not None and not sure and is_doubtful(number, last.value):
        raise Refused(
            f"{number.normalize():,f} is far from the {last.value.normalize():,f} of {last.period}. "
            "Check it, and confirm it if it is right.",
            field="sure",
        )
    return ReturnedValue(
        code=indicator.code, period_kind=indicator.period_kind, period=asked.period, value=number, numerator=numerator,
        denominator=denominator, source=source, note=note, received_at=clock.now(), received_by=by.actor_reference,
        correction_of=asked.returned or value_there(indicator, asked.period),
    )  # fmt: skip


def _number(indicator: Indicator, value: Decimal | None, numerator: int | None, denominator: int | None) -> Decimal:
    """The value, worked out of its two whole numbers where it is a share, a rate or a mean."""
    kind = FigureKind(indicator.value_kind)
    if kind in OF_TWO_NUMBERS:
        if numerator is None:
            raise Refused("Enter how many.", field="numerator")
        if not denominator:
            raise Refused("Enter out of how many, which must be more than 0.", field="denominator")
        if numerator > denominator and kind != FigureKind.MEAN:
            raise Refused("This must not be more than out of how many.", field="numerator")
        for field, told in (("numerator", numerator), ("denominator", denominator)):
            if not 0 <= told < HIGHEST:
                raise Refused(f"Enter a number from 0 to under {HIGHEST:,}.", field=field)
        return Decimal(worked_out(kind, numerator, denominator) or 0).quantize(Decimal("0.0001"))
    if value is None:
        raise Refused("Enter the value.", field="value")
    if not 0 <= value < HIGHEST:
        raise Refused(f"Enter a number from 0 to under {HIGHEST:,}.", field="value")
    if kind in {FigureKind.COUNT, FigureKind.STATE} and value != value.to_integral_value():
        raise Refused("Enter a whole number.", field="value")
    return value.quantize(Decimal("0.0001"))


def _pieces(whole: ReturnedValue, indicator: Indicator, parts: Parts) -> list[ReturnedValue]:
    """The rows of the parts, each in the place of the one that was returned before; one that is told no more becomes none.

    Refuses parts by something by which the indicator is not returned, and those that do not make up the whole.
    """
    there = {(old.dimension, old.category): old for old in parts_there(indicator, whole.period)}
    kind, amount = FigureKind(indicator.value_kind), Amount(whole.value, whole.numerator, whole.denominator)
    known = known_figures()[indicator.code].breakdowns
    for dimension, found in {**amounts(there.values()), **parts}.items():
        if dimension not in known:
            raise Refused(f"This indicator is not returned by {words_of(dimension)}.")
        if sentence := not_adding_up(kind, dimension, amount, list(found.values())):
            raise Refused(sentence, field=f"{BY}{dimension}")
    none = Amount(Decimal(0), 0, 0) if kind in OF_TWO_NUMBERS else Amount(Decimal(0))
    told = {(dimension, name): one for dimension, found in parts.items() for name, one in found.items()}
    told |= {key: none for key in there.keys() - told.keys() if key[0] in parts}
    return [
        ReturnedValue(
            code=whole.code, period_kind=whole.period_kind, period=whole.period, dimension=dimension, category=name,
            value=one.value, numerator=one.numerator, denominator=one.denominator, source=whole.source, note=whole.note,
            received_at=whole.received_at, received_by=whole.received_by, correction_of=there.get((dimension, name)),
        )
        for (dimension, name), one in told.items()
        if _differs(there.get((dimension, name)), one)
    ]  # fmt: skip


def _differs(old: ReturnedValue | None, new: Amount) -> bool:
    return old is None or (old.value, old.numerator, old.denominator) != (new.value, new.numerator, new.denominator)


def _keep(by: Actor, asked: ValueAsked, given: ReturnedValue, pieces: Sequence[ReturnedValue]) -> ReturnedValue:
    given.save()
    ReturnedValue.objects.bulk_create(pieces)
    _close(by, asked, given)
    return given


def _close(by: Actor, asked: ValueAsked, given: ReturnedValue) -> None:
    asked.state, asked.returned = ValueAsked.State.RETURNED, given
    asked.version += 1
    asked.save()
    _record(by, "value_corrected" if given.correction_of_id else "value_returned", asked)


def note_imported(*, by: Actor, values: Sequence[ReturnedValue]) -> None:
    """Values came in a file: whoever was asked for one of them is not any more. Called in the transaction that takes them in."""
    for given in values:
        asked = open_for(given)
        if asked is not None:
            request = request_of(asked)
            if request is not None:
                withdraw_request(by=by, reference=request.reference, reason="The value came in a file.")
            _close(by, asked, given)


@service
def withdraw_value(*, by: Actor, reference: str, version: int, reason: str) -> ValueAsked:
    """Do without a value that was asked for. Refuses one that has come, without a reason, and one changed meanwhile."""
    asked = _locked(reference)
    check_version(asked, version, STALE)
    if asked.state != ValueAsked.State.OPEN:
        raise Refused("This value has come, or is not asked for any more.")
    request = request_of(asked)
    if request is not None:
        withdraw_request(by=by, reference=request.reference, reason=reason)
    asked.state = ValueAsked.State.WITHDRAWN
    asked.version += 1
    asked.save()
    _record(by, "value_withdrawn", asked, reason)
    return asked


@service
def chase_value(*, by: Actor, reference: str) -> ValueAsked:
    """Remind the agency of a value that is late. Refuses one that is not, and a second time on one day."""
    asked = _locked(reference)
    request = request_of(asked)
    if asked.state != ValueAsked.State.OPEN or request is None:
        raise Refused("This value has come, or is not asked for any more.")
    chase(by=by, reference=request.reference)
    return asked


def _locked(reference: str) -> ValueAsked:
    found = (
        ValueAsked.objects.select_for_update(of=("self",))
        .select_related("indicator", "agency", "returned")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def _record(by: Actor, what: str, asked: ValueAsked, reason: str = "") -> None:
    data = {"indicator": asked.indicator.code, "period": asked.period, "agency": asked.agency.code}
    record(verb=f"reporting.{what}", by=by, subject=Subject(VALUE, asked.reference), reason=reason, data=data)
