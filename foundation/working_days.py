"""The working calendar of this installation: its table of bank holidays and the front door's hours."""

from datetime import date
from time import monotonic

from foundation.calendar import WorkingCalendar, default_bank_holidays
from foundation.models import BankHoliday

KEPT_SECONDS = 60.0

_kept: list[tuple[float, WorkingCalendar]] = []


def working_calendar() -> WorkingCalendar:
    """The calendar by which clocks run; read from the table once a minute, from the published list while the table is empty."""
    if not _kept or monotonic() - _kept[0][0] > KEPT_SECONDS:
        _kept[:] = [(monotonic(), WorkingCalendar(holidays=_holidays()))]
    return _kept[0][1]


def forget_working_calendar() -> None:
    """Read the table again at the next question, after somebody changed it."""
    _kept.clear()


def _holidays() -> frozenset[date]:
    kept = frozenset(BankHoliday.objects.values_list("date", flat=True))
    return kept or frozenset(day.date for day in default_bank_holidays())
