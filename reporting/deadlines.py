"""The deadlines of those who write the yearly report together, and of its publication."""

from collections.abc import Collection

from django.urls import reverse

from accounts.access import BUSINESS_TEAM
from accounts.models import Person
from reporting.rules.drafting import CHAPTER, CONSULTATION
from reporting.rules.publishing import PUBLISH, REMINDED_AHEAD
from work.rules import Calendar, Deadline, everything


def _assignment_address(reference: str) -> str:
    return reverse("reporting:assignment", args=[reference])


def _consultation_address(reference: str) -> str:
    from reporting.selectors.consultations import address_of_place

    return reverse("reporting:consultation", args=[address_of_place(reference)])


def _running(_person: Person, references: Collection[str]) -> Collection[str]:
    from reporting.selectors.consultations import places_running

    return places_running(references)


def _year_address(reference: str) -> str:
    return reverse("reporting:year", args=[reference])


DEADLINES = (
    # Working Together 2023, chapter 2: within twelve months, and by 30 September, which is six months after the end of the year.
    Deadline(
        PUBLISH,
        "Publication of the yearly report",
        Calendar.MONTHS,
        {"": 6},
        seen_by=everything,
        address=_year_address,
        roles=frozenset({BUSINESS_TEAM}),
        ahead=REMINDED_AHEAD,
    ),
    Deadline(
        CHAPTER, "Chapter of the yearly report", Calendar.WORKING_DAYS, {"": 20}, seen_by=everything, address=_assignment_address
    ),
    Deadline(
        CONSULTATION,
        "Comments on the draft of the yearly report",
        Calendar.WORKING_DAYS,
        {"": 10},
        seen_by=_running,
        address=_consultation_address,
    ),
)
