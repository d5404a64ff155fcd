"""Reference data: bank holidays, school terms, and the partnership's own limits. Clocks that run already keep their due time."""

from datetime import date

from foundation import clock as time
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.models import BankHoliday
from foundation.service import service
from foundation.working_days import forget_working_calendar
from work.kinds import deadlines
from work.models import DeadlineLimit, SchoolTerm
from work.rules.deadlines import least_limit
from work.selectors.reference import LONGEST_LIMIT, SATURDAY


@service
def add_bank_holiday(*, by: Actor, on: date, title: str) -> BankHoliday:
    """Add a day on which nobody works, as when one is proclaimed. Who may: the system administrator.

    Refused for a day that has passed, for a Saturday or Sunday, and for one that is a bank holiday already.
    """
    if on < time.today():
        raise Refused("Enter a day that has not passed.", field="on")
    if on.weekday() >= SATURDAY:
        raise Refused("Enter a day from Monday to Friday. Saturdays and Sundays are no working days already.", field="on")
    added, new = BankHoliday.objects.get_or_create(date=on, defaults={"title": title.strip()})
    if not new:
        raise Refused(f"That day is a bank holiday already: {added.title}.", field="on")
    forget_working_calendar()
    record(verb="bank_holiday.added", by=by, subject=_holiday(on))
    return added


@service
def remove_bank_holiday(*, by: Actor, on: date) -> None:
    """Take a bank holiday away, so that its day is a working day. Who may: the system administrator.

    Refused once it has passed.
    """
    found = BankHoliday.objects.select_for_update().filter(date=on).first()
    if found is None:
        raise NotVisible
    if on < time.today():
        raise Refused("That bank holiday has passed. Clocks were counted with it, so it stays.")
    found.delete()
    forget_working_calendar()
    record(verb="bank_holiday.removed", by=by, subject=_holiday(on))


@service
def save_school_term(
    *,
    by: Actor,
    name: str,
    starts_on: date,
    ends_on: date,
    closed_from: date | None = None,
    closed_until: date | None = None,
    term_id: int | None = None,
) -> SchoolTerm:
    """Add a school term, or change the one of this id. Who may: the system administrator.

    Refused where dates are out of order, where it overlaps another term, and for a term that has ended.
    """
    term = _term(term_id) if term_id is not None else SchoolTerm()
    if term.pk is not None and term.ends_on < time.today():
        raise Refused("That term has ended. Clocks were counted with it, so it stays as it is.")
    _check_term(starts_on, ends_on, closed_from, closed_until)
    other = SchoolTerm.objects.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exclude(pk=term.pk).first()
    if other is not None:
        raise Refused(f"These dates overlap {other.name}.", field="starts_on")
    term.name, term.starts_on, term.ends_on = name.strip(), starts_on, ends_on
    term.closed_from, term.closed_until = closed_from, closed_until
    term.save()
    record(verb="school_term.saved", by=by, subject=Subject("school_term", str(term.pk)))
    return term


@service
def remove_school_term(*, by: Actor, term_id: int) -> None:
    """Remove a school term. Who may: the system administrator. Refused once it has begun."""
    term = _term(term_id)
    if term.starts_on <= time.today():
        raise Refused("That term has begun. Change its dates instead.")
    record(verb="school_term.removed", by=by, subject=Subject("school_term", str(term.pk)))
    term.delete()


@service
def set_limit(*, by: Actor, kind: str, variant: str, amount: int, effective_from: date, reason: str) -> DeadlineLimit:
    """Let clocks of a kind that start on a day or later run by the partnership's own limit. Who may: the system administrator.

    `amount` counts in the unit of the deadline's calendar; where the declared limit counts backwards, so does this one. 0, the
    day itself, is taken where that is the declared limit. Refused without a reason, from today or earlier (clocks that run keep
    theirs), and for a day from which a limit is set already.
    """
    declared = deadlines().get(kind)
    if declared is None or variant not in declared.limits:
        raise NotVisible
    least = least_limit(declared.limits[variant])
    if not least <= amount <= LONGEST_LIMIT:
        raise Refused(f"Enter a limit from {least} to {LONGEST_LIMIT}.", field="amount")
    if effective_from <= time.today():
        raise Refused(
            "Enter a day after today. Clocks that have started keep the limit they started with.", field="effective_from"
        )
    if not reason.strip():
        raise Refused("Enter why the partnership sets its own limit.", field="reason")
    if DeadlineLimit.objects.filter(kind=kind, variant=variant, effective_from=effective_from).exists():
        raise Refused("A limit is set from that day already. Withdraw that one first.", field="effective_from")
    kept = DeadlineLimit.objects.create(
        kind=kind,
        variant=variant,
        amount=-amount if declared.limits[variant] < 0 else amount,
        effective_from=effective_from,
        reason=reason.strip(),
        set_at=time.now(),
        set_by=by.actor_reference,
    )
    _record_limit("deadline_limit.set", by, kept)
    return kept


@service
def withdraw_limit(*, by: Actor, limit_id: int) -> DeadlineLimit:
    """Take back a limit before it takes effect. Who may: the system administrator.

    Refused once clocks may have started with it.
    """
    found = DeadlineLimit.objects.select_for_update().filter(pk=limit_id).first()
    if found is None:
        raise NotVisible
    if found.effective_from <= time.today():
        raise Refused("That limit is in force. Set another one from a later day instead.")
    _record_limit("deadline_limit.withdrawn", by, found)
    found.delete()
    return found


def _check_term(starts_on: date, ends_on: date, closed_from: date | None, closed_until: date | None) -> None:
    if ends_on < starts_on:
        raise Refused("The last day must be the same as or after the first.", field="ends_on")
    if (closed_from is None) != (closed_until is None):
        field = "closed_from" if closed_from is None else "closed_until"
        raise Refused("Enter both days of half term, or neither.", field=field)
    if closed_from is not None and closed_until is not None:
        if not starts_on < closed_from <= ends_on:
            raise Refused("Half term must lie within the term.", field="closed_from")
        if not closed_from <= closed_until < ends_on:
            raise Refused("Half term must end after it begins and before the term does.", field="closed_until")


def _term(term_id: int) -> SchoolTerm:
    found = SchoolTerm.objects.select_for_update().filter(pk=term_id).first()
    if found is None:
        raise NotVisible
    return found


def _holiday(on: date) -> Subject:
    return Subject("bank_holiday", on.isoformat())


def _record_limit(verb: str, by: Actor, limit: DeadlineLimit) -> None:
    record(
        verb=verb,
        by=by,
        subject=Subject("deadline", limit.kind),
        reason=limit.reason,
        data={"variant": limit.variant, "amount": limit.amount, "effective_from": limit.effective_from.isoformat()},
    )
