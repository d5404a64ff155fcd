"""Putting the draft of a year out to a group of the board or to chosen people until a day."""

from datetime import date

from accounts.models import Person
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import FinancialYear, end_of_day
from foundation.errors import NotVisible, Refused
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import Consultation, ConsultedPerson
from reporting.rules.drafting import CONSULTATION, CONSULTED, MOST_PEOPLE
from reporting.selectors.addressed import people_by_email
from reporting.selectors.consultations import consultation_for, is_closed, members_of
from reporting.selectors.drafts import open_place
from work.services.clocks import start_clock, stop_clock
from work.services.reminders import tell

PAGE = "reporting:consultation"
CHOSEN = "Chosen people"


@service
def open_consultation(
    *, by: Actor, year: FinancialYear, until: date, group: str = "", emails: str = "", asked: str = ""
) -> Consultation:
    """Put the draft of a year out to the members of a group, or to people by their addresses, until a day; each is written to.

    Where it is out to the same people until the same day already, that is what is given, and nobody is written to again. Who
    may: the business team. Refuses a day that has passed, a group of which nobody has an account, an address of nobody, and more
    people than can be asked at once.
    """
    if until < clock.today():
        raise Refused("The last day must be today or later.", field="until")
    whom, people = members_of(group) if group else (CHOSEN, [])
    if group and not people:
        raise Refused("Nobody of this group has an account in the portal.", field="group")
    chosen = people_by_email(emails, "emails")
    people = list({person.pk: person for person in (*people, *chosen)}.values())
    if not people:
        raise Refused("Select a group, or enter the address of at least one person.", field="group")
    if len(people) > MOST_PEOPLE:
        raise Refused(f"Consult {MOST_PEOPLE} people or fewer at once.", field="emails")
    take_turns(f"reporting.consultations.{year.label}")
    there = _open_with(year, until, {person.pk for person in people})
    if there is not None:
        return there
    opened = Consultation.objects.create(
        year=year.label,
        whom=f"{whom} and others" if group and chosen else whom,
        asked=asked.strip(),
        until=until,
        opened_at=clock.now(),
        opened_by=by.actor_reference,
    )
    for person in people:
        place = ConsultedPerson.objects.create(consultation=opened, person=person)
        start_clock(
            by=by, kind=CONSULTATION, subject=events.Subject(CONSULTED, place.reference), started_at=opened.opened_at,
            owner_person=person, due_at=end_of_day(until),
        )  # fmt: skip
    tell(people, path_name=PAGE, reference=opened.reference)
    _record(by, "consultation_opened", opened, people=len(people))
    return opened


def _open_with(year: FinancialYear, until: date, people: set[int]) -> Consultation | None:
    """The consultation that runs with exactly these people until this day."""
    running = Consultation.objects.filter(year=year.label, until=until, ended_at__isnull=True)
    same = (one for one in running.prefetch_related("people") if {place.person_id for place in one.people.all()} == people)
    return next(same, None)


@service
def end_consultation(*, by: Person, reference: str) -> Consultation:
    """End a consultation before its last day. Who may: the business team. Refuses one that is over."""
    found = Consultation.objects.select_for_update().get(pk=consultation_for(by, reference).pk)
    if is_closed(found):
        raise Refused("This consultation is over already.")
    found.ended_at, found.ended_by = clock.now(), by.actor_reference
    found.save()
    for place in found.people.all():
        stop_clock(by=by, kind=CONSULTATION, subject=events.Subject(CONSULTED, place.reference), outcome="ended")
    _record(by, "consultation_ended", found)
    return found


@service
def look_at_draft(*, by: Person, year: FinancialYear) -> None:
    """Note that somebody who is consulted has opened the draft; the first time counts. For everybody else there is none."""
    place = open_place(by, year)
    if place is None:
        raise NotVisible
    if place.looked_at is None:
        place.looked_at = clock.now()
        place.save(update_fields=["looked_at"])
        _record(by, "draft_looked_at", place.consultation)


def _record(by: Actor, what: str, found: Consultation, **more: int) -> None:
    subject = events.Subject("consultation", found.reference)
    events.record(verb=f"reporting.{what}", by=by, subject=subject, data={"year": found.year, **more})
