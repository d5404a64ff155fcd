"""Which limit is in force, and by when something is due with it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings

from foundation.calendar import AfterHours, Term, london_date
from foundation.working_days import working_calendar
from work.kinds import deadlines
from work.models import DeadlineLimit, SchoolTerm
from work.rules import Calendar, Calendars, Deadline, Limit, due_at, limit_in_force


@dataclass(frozen=True)
class Due:
    """A due time and the limit that gave it."""

    at: datetime
    limit_used: dict[str, str | int | None]


def deadline(kind: str) -> Deadline:
    """The declared deadline; KeyError with a sentence when no app declares it."""
    try:
        return deadlines()[kind]
    except KeyError:
        raise KeyError(f"No app declares the deadline {kind}.") from None


def limit(kind: str, variant: str, on: date) -> Limit:
    """The limit in force on a day: the partnership's own, otherwise the declared one."""
    own = [
        Limit(amount, effective_from)
        for amount, effective_from in DeadlineLimit.objects.filter(
            kind=kind, variant=variant, effective_from__lte=on
        ).values_list("amount", "effective_from")
    ]
    return limit_in_force(deadline(kind).limits[variant], own, on)


def calendars(calendar: Calendar) -> Calendars:
    """What counting in this calendar needs: bank holidays and opening hours, and term dates where schools matter."""
    terms = _terms() if calendar is Calendar.SCHOOL_DAYS else ()
    return Calendars(working_calendar(), terms, AfterHours(settings.DEADLINES_AFTER_HOURS))


def due(kind: str, variant: str, started_at: datetime) -> Due:
    """By when something of this kind that starts at a moment is due, under the limit in force on that day."""
    declared, held = deadline(kind), limit(kind, variant, london_date(started_at))
    at = due_at(declared, variant, started_at, calendars(declared.calendar), held)
    return Due(
        at,
        {
            "limit": held.amount,
            "calendar": declared.calendar.value,
            "effective_from": held.effective_from.isoformat() if held.effective_from else None,
        },
    )


def _terms() -> tuple[Term, ...]:
    return tuple(
        Term(term.starts_on, term.ends_on, _half_term(term.closed_from, term.closed_until)) for term in SchoolTerm.objects.all()
    )


def _half_term(first: date | None, last: date | None) -> frozenset[date]:
    if first is None or last is None:
        return frozenset()
    return frozenset(first + timedelta(days=n) for n in range((last - first).days + 1))


def runs_on(kind: str) -> frozenset[str]:
    """The variants of a deadline whose front-door hours run on past closing time."""
    declared = deadlines().get(kind)
    return declared.runs_on if declared else frozenset()
