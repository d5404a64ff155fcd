"""Which children a school is told of, and what it is told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from foundation.calendar import WorkingCalendar, completed_age, from_london, to_london
from referrals.models.codes import YesNoUnknown

NOTICE = "school_notice"
"""The kind under which clocks and requests speak of a notice to a school."""
ENCOMPASS = "referrals.encompass"
"""The clock by which the school is told, and the kind of request by which it is."""
HOME_EDUCATED = "referrals.home_educated"
"""What the team of the officer receives who is told of children educated at home."""
FIRST_AGE, LAST_AGE = 4, 17
"""Reception to the end of school, in completed years."""
SCHOOL_STARTS = time(9)
QUESTION = (
    "Operation Encompass: the police were called to domestic abuse in this child’s home. Look out for the child today, and let "
    "the staff know who need to. Do not speak to the parents because of this notice."
)


@dataclass(frozen=True)
class Incident:
    """What a notice says besides what the contact holds."""

    police_reference: str = ""
    place: str = ""
    child_present: str = YesNoUnknown.UNKNOWN
    home_educated: bool = False
    child_said: str = ""
    who_was_there: str = ""


def of_school_age(born: date | None, on: date) -> bool:
    """Whether a child is of an age in which schools are told."""
    return born is not None and FIRST_AGE <= completed_age(born, on) <= LAST_AGE


def next_working_morning(moment: datetime, calendar: WorkingCalendar) -> datetime:
    """The next start of a working day: for a day of which no term says whether schools are open."""
    local = to_london(moment)
    day = local.date() if local.time() >= SCHOOL_STARTS else local.date() - timedelta(days=1)
    return from_london(calendar.next_working_day(day), SCHOOL_STARTS)


def yes(text: str) -> bool:
    """Whether a column that asks yes or no says yes."""
    return text.strip().lower() in ("yes", "y", "true", "1")


def yes_no_unknown(text: str) -> str:
    """What a column says that may be not known."""
    if yes(text):
        return str(YesNoUnknown.YES)
    return str(YesNoUnknown.NO) if text.strip().lower() in ("no", "n", "false", "0") else str(YesNoUnknown.UNKNOWN)
