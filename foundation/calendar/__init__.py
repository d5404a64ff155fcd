"""Calendar arithmetic of England: working days, front-door hours, school days, months, ages, years.

Nothing here knows what time it is now; `foundation.clock` does.
"""

from foundation.calendar.bank_holidays import BankHolidayDay, default_bank_holidays
from foundation.calendar.dates import (
    UNBORN,
    LeapBirthday,
    add_months,
    birthday_in,
    completed_age,
)
from foundation.calendar.periods import (
    AcademicYear,
    CalendarYear,
    FinancialYear,
    InvalidPeriod,
    Month,
    Period,
    Quarter,
)
from foundation.calendar.working import (
    ENGLAND,
    AfterHours,
    DueAt,
    Term,
    TermDatesMissing,
    WorkingCalendar,
    add_school_days,
    add_working_days,
    add_working_hours,
    decision_deadline,
    is_school_day,
    is_working_day,
    next_working_day,
    working_days_between,
)
from foundation.calendar.zones import (
    LONDON,
    add_consecutive_hours,
    end_of_day,
    from_london,
    london_date,
    start_of_day,
    to_london,
    to_utc,
)

__all__ = [
    "ENGLAND",
    "LONDON",
    "UNBORN",
    "AcademicYear",
    "AfterHours",
    "BankHolidayDay",
    "CalendarYear",
    "DueAt",
    "FinancialYear",
    "InvalidPeriod",
    "LeapBirthday",
    "Month",
    "Period",
    "Quarter",
    "Term",
    "TermDatesMissing",
    "WorkingCalendar",
    "add_consecutive_hours",
    "add_months",
    "add_school_days",
    "add_working_days",
    "add_working_hours",
    "birthday_in",
    "completed_age",
    "decision_deadline",
    "default_bank_holidays",
    "end_of_day",
    "from_london",
    "is_school_day",
    "is_working_day",
    "london_date",
    "next_working_day",
    "start_of_day",
    "to_london",
    "to_utc",
    "working_days_between",
]
