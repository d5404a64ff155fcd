"""How the portal writes dates, times, money and numbers."""

import datetime as dt
from decimal import Decimal

from foundation import clock
from foundation.calendar import working_days_between

SOON = dt.timedelta(hours=48)


def _local(value: dt.datetime) -> dt.datetime:
    return value.astimezone(clock.LONDON)


def date(value: dt.date | None) -> str:
    """Write "21 November 2026"; an aware moment is first taken to London."""
    if value is None:
        return ""
    day = _local(value) if isinstance(value, dt.datetime) else value
    return f"{day.day} {day:%B %Y}"


def short_date(value: dt.date | None) -> str:
    """Write "21 Nov 2026", for dense tables."""
    if value is None:
        return ""
    day = _local(value) if isinstance(value, dt.datetime) else value
    return f"{day.day} {day:%b %Y}"


def time(value: dt.datetime | dt.time | None) -> str:
    """Write "4:05pm", "4pm", "midday" or "midnight"."""
    if value is None:
        return ""
    moment = _local(value) if isinstance(value, dt.datetime) else value
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'pm' if moment.hour >= 12 else 'am'}"


def moment(value: dt.datetime | None) -> str:
    """Write "21 November 2026 at 4:05pm"."""
    return f"{date(value)} at {time(value)}" if value else ""


def counted(number: int, one: str, many: str = "") -> str:
    """Write "1 hour" or "3 hours"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def lower_first(text: str) -> str:
    """Begin a phrase in the middle of a sentence, leaving acronyms alone."""
    if len(text) > 1 and text[1].isupper():
        return text
    return text[:1].lower() + text[1:]


def thousands(value: float | Decimal | None) -> str:
    """Write "12,345"; nothing for nothing."""
    return "" if value is None else f"{value:,}"


def pounds(value: Decimal | float | None) -> str:
    """Write "£1,200" or "£35.50"; below nothing "−£35"."""
    if value is None:
        return ""
    amount = Decimal(str(value)).quantize(Decimal("0.01"))
    sign = "−" if amount < 0 else ""
    whole = amount == amount.to_integral_value()
    return f"{sign}£{abs(amount):,.0f}" if whole else f"{sign}£{abs(amount):,.2f}"


def time_left(due: object) -> str:
    """Write what is left until `due`: "due in 2 hours", "due tomorrow", "3 working days late".

    Takes a date, an aware moment, or anything that says it itself in `time_left`.
    """
    said = getattr(due, "time_left", None)
    if said is not None:
        return str(said)
    if isinstance(due, dt.datetime):
        return _moment_left(due)
    if isinstance(due, dt.date):
        return _day_left(due)
    return ""


def _moment_left(due: dt.datetime) -> str:
    left = due - clock.now()
    late = left < dt.timedelta(0)
    size = abs(left)
    if size < dt.timedelta(minutes=1):
        return "due now"
    if size < dt.timedelta(hours=1):
        amount = counted(int(size.total_seconds() // 60), "minute")
    elif size < dt.timedelta(hours=24):
        amount = counted(int(size.total_seconds() // 3600), "hour")
    else:
        return _day_left(_local(due).date())
    return f"{amount} late" if late else f"due in {amount}"


def _day_left(due: dt.date) -> str:
    today = clock.today()
    if due == today:
        return "due today"
    if due < today:
        days = working_days_between(due, today)
        return f"{counted(days, 'working day')} late" if days else f"late since {due:%A}"
    if due - today == dt.timedelta(days=1):
        return "due tomorrow"
    days = working_days_between(today, due)
    return f"due in {counted(days, 'working day')}" if days else f"due in {counted((due - today).days, 'day')}"


def urgency(due: object) -> str:
    """Say how pressing `due` is: "late", "soon" (within two days) or "later"."""
    said = getattr(due, "urgency", None)
    if said is not None:
        return str(said)
    if isinstance(due, dt.datetime):
        left = due - clock.now()
    elif isinstance(due, dt.date):
        if due < clock.today():
            return "late"
        left = dt.timedelta(days=(due - clock.today()).days)
    else:
        return ""
    if left < dt.timedelta(0):
        return "late"
    return "soon" if left <= SOON else "later"
