"""The scrutineer's notes: one's own, and what others have shared."""

from django.db.models import Q, QuerySet

from accounts.models import Person
from board.access import BOARD
from board.models import Challenge, ScrutinyNote, ScrutinyStatement
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible
from foundation.pages import Page, page_after

PAGE = 50


def visible_notes(person: Person) -> QuerySet[ScrutinyNote]:
    """One's own, and those that are shared, for the board's people; nobody else reads any."""
    if not BOARD.admits(person):
        return ScrutinyNote.objects.none()
    return ScrutinyNote.objects.filter(Q(keeper=person) | Q(shared_at__isnull=False))


def list_notes(person: Person, after: str = "") -> Page[ScrutinyNote]:
    """Fifty notes, newest first, after the key that the page before gave."""
    found = visible_notes(person).select_related("keeper", "agency", "challenge")
    return page_after(found, "happened_on", after, PAGE, newest_first=True)


def note_for(person: Person, reference: str) -> ScrutinyNote:
    """One note, to whoever may read it."""
    found = visible_notes(person).select_related("keeper", "agency", "challenge").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def own_note(person: Person, reference: str) -> ScrutinyNote:
    """One note of one's own."""
    found = note_for(person, reference)
    if found.keeper_id != person.pk:
        raise NotVisible
    return found


def locked_note(person: Person, reference: str) -> ScrutinyNote:
    """One's own note, locked until the transaction ends."""
    found = ScrutinyNote.objects.select_for_update().filter(keeper=person, reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def notes_on(person: Person, challenge: Challenge) -> list[ScrutinyNote]:
    """The notes that a person may read from which a challenge came."""
    return list(visible_notes(person).filter(challenge=challenge).select_related("keeper"))


def statement_of(person: Person, year: FinancialYear) -> ScrutinyStatement | None:
    """One's own statement of a year, if one has written any."""
    return ScrutinyStatement.objects.filter(keeper=person, year=year.label).first()


def locked_statement(person: Person, year: FinancialYear) -> ScrutinyStatement | None:
    """The same, locked until the transaction ends."""
    return ScrutinyStatement.objects.select_for_update().filter(keeper=person, year=year.label).first()


def years_to_speak_of(person: Person) -> list[tuple[str, ScrutinyStatement | None]]:
    """This year and the one that ended last, each with one's own statement."""
    this = FinancialYear.of(clock.today())
    labels = [this.previous().label, this.label]
    written = {one.year: one for one in ScrutinyStatement.objects.filter(keeper=person, year__in=labels)}
    return [(label, written.get(label)) for label in labels]
