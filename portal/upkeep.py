"""What an administrator has to do, so that the portal goes on working. It speaks of no child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from accounts.models import Person
from accounts.selectors.agencies import agencies_without_lead
from accounts.selectors.clients import clients_to_renew
from accounts.selectors.people import is_administrator
from foundation import clock
from foundation.design import words
from foundation.documents.opening import unscanned_since
from foundation.outbox.attempts import given_up_since
from work.selectors.reference import days_known_until

TERMS_AHEAD, HOLIDAYS_AHEAD = timedelta(days=120), timedelta(days=365)
GIVEN_UP_SHOWN, SCANNED_WITHIN = timedelta(days=14), timedelta(hours=1)


@dataclass(frozen=True)
class ToDo:
    """One thing to do: what it is, why, and where; without an address it is done outside the portal."""

    title: str
    why: str
    href: str = ""


def to_keep_up(person: Person) -> list[ToDo]:
    """What the administrator has to do, the most pressing first; nothing for anybody else."""
    if not is_administrator(person):
        return []
    return [*_stuck(), *_days(), *_agencies(person), *_systems(person)]


def _stuck() -> Iterator[ToDo]:
    now = clock.now()
    if waiting := unscanned_since(now - SCANNED_WITHIN):
        waits = "waits" if waiting == 1 else "wait"
        yield ToDo(
            f"{words.counted(waiting, 'file')} {waits} for the virus check for more than an hour",
            "Nobody can open what is not checked. See whether the scanner runs.",
        )
    if lost := given_up_since(now - GIVEN_UP_SHOWN):
        yield ToDo(
            f"{words.counted(lost, 'message or job', 'messages or jobs')} could not be delivered in the last 14 days",
            "Each was tried several times. See whether the mail server and the workers run; the server’s log says which failed.",
        )


def _days() -> Iterator[ToDo]:
    today = clock.today()
    term, holiday = days_known_until()
    if _ends(term, today + TERMS_AHEAD):
        known = f"The last term ends on {words.date(term)}." if term else "No term is known."
        yield ToDo("Add the next school terms", f"{known} Notices to schools count school days.", reverse("work:school_terms"))
    if _ends(holiday, today + HOLIDAYS_AHEAD):
        known = f"The last one is {words.date(holiday)}." if holiday else "No bank holiday is known."
        yield ToDo("Add the next bank holidays", f"{known} Deadlines count working days.", reverse("work:bank_holidays"))


def _ends(day: date | None, before: date) -> bool:
    return day is None or day < before


def _agencies(person: Person) -> Iterator[ToDo]:
    for code, name in agencies_without_lead(person):
        yield ToDo(
            f"{name} has no safeguarding lead",
            "Nobody there confirms its people or answers what the agency is asked.",
            reverse("people_of_agency", args=[code]),
        )


def _systems(person: Person) -> Iterator[ToDo]:
    today = clock.today()
    for one in clients_to_renew(person):
        ends = "ran out" if one.ends_on < today else "ends"
        yield ToDo(
            f"{one.name} of {one.agency.name}",
            f"Its token {ends} on {words.date(one.ends_on)}: connect the system again before it stops.",
            reverse("systems", args=[one.agency.code]),
        )
