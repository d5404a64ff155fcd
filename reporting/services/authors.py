"""Asking people of any agency to write a chapter of the report until a day, and ending that."""

from collections.abc import Sequence
from datetime import date

from accounts.models import Person
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import FinancialYear, end_of_day
from foundation.errors import NotVisible, Refused
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import ChapterAuthor
from reporting.rules.drafting import AUTHORSHIP, CHAPTER
from reporting.selectors.addressed import people_by_email
from reporting.selectors.drafts import authorship
from reporting.selectors.templates import all_sections
from work.services.clocks import start_clock, stop_clock
from work.services.reminders import tell

PAGE = "reporting:assignment"


@service
def assign_chapter(*, by: Actor, year: FinancialYear, section: str, emails: str, due_on: date) -> list[ChapterAuthor]:
    """Ask people, by their addresses at work, to write a chapter until a day; each is written to, and sees it in “My work”.

    Who may: the business team. Refuses an address of nobody who works for an agency, a day that has passed, and people who write
    it already.
    """
    if section not in all_sections():
        raise NotVisible
    if due_on < clock.today():
        raise Refused("The chapter must be due today or later.", field="due_on")
    people = people_by_email(emails, "emails")
    if not people:
        raise Refused("Enter the address of at least one person.", field="emails")
    take_turns(f"reporting.chapter_authors.{year.label}.{section}")
    held = ChapterAuthor.objects.filter(year=year.label, section=section, ended_at__isnull=True, person__in=people)
    there = set(held.values_list("person_id", flat=True))
    new = [person for person in people if person.pk not in there]
    if not new:
        raise Refused("All of these write this chapter already.", field="emails")
    return _assign(by, year, section, new, due_on)


def _assign(by: Actor, year: FinancialYear, section: str, people: Sequence[Person], due_on: date) -> list[ChapterAuthor]:
    made = []
    for person in people:
        row = ChapterAuthor.objects.create(
            year=year.label,
            section=section,
            person=person,
            due_on=due_on,
            assigned_at=clock.now(),
            assigned_by=by.actor_reference,
        )
        start_clock(
            by=by, kind=CHAPTER, subject=events.Subject(AUTHORSHIP, row.reference), started_at=row.assigned_at,
            owner_person=person, due_at=end_of_day(due_on),
        )  # fmt: skip
        tell([person], path_name=PAGE, reference=row.reference)
        _record(by, "chapter_assigned", row)
        made.append(row)
    return made


@service
def finish_chapter(*, by: Person, reference: str) -> ChapterAuthor:
    """Say that one’s part of a chapter is written; its clock stops. Who may: its author, while it is theirs to write.

    Refuses a second time.
    """
    row = _locked(by, reference)
    if row.person_id != by.pk or row.ended_at is not None:
        raise NotVisible
    if row.done_at is not None:
        raise Refused("You have said already that your part is written.")
    row.done_at, row.done_by = clock.now(), by.actor_reference
    row.save()
    stop_clock(by=by, kind=CHAPTER, subject=events.Subject(AUTHORSHIP, row.reference), outcome="done")
    _record(by, "chapter_finished", row)
    return row


@service
def end_authorship(*, by: Person, reference: str) -> ChapterAuthor:
    """Let somebody write a chapter no more. Who may: the business team. Refuses where it has ended."""
    row = _locked(by, reference)
    if row.ended_at is not None:
        raise Refused("This person does not write the chapter any more.")
    row.ended_at, row.ended_by = clock.now(), by.actor_reference
    row.save()
    stop_clock(by=by, kind=CHAPTER, subject=events.Subject(AUTHORSHIP, row.reference), outcome="ended")
    _record(by, "chapter_unassigned", row)
    return row


def _locked(by: Person, reference: str) -> ChapterAuthor:
    return ChapterAuthor.objects.select_for_update().get(pk=authorship(by, reference).pk)


def _record(by: Actor, what: str, row: ChapterAuthor) -> None:
    data = {"year": row.year, "section": row.section, "person": row.person.reference}
    events.record(verb=f"reporting.{what}", by=by, subject=events.Subject(AUTHORSHIP, row.reference), data=data)
