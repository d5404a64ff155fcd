"""Consultations on the draft of a year: who is consulted, who looked, who said something."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from accounts.access_table import current_holdings
from accounts.models import Person
from board.models import Seat, SeatHolding
from board.selectors.structure import group_of_today, on_the_day, open_groups
from foundation import clock
from foundation.errors import NotVisible, Refused
from reporting.access import READERS
from reporting.models import Consultation, ConsultedPerson, DraftComment
from reporting.rules.drafting import is_over


def groups_to_consult() -> list[tuple[str, str]]:
    """Reference and name of the board's groups of today."""
    return open_groups(clock.today())


def members_of(reference: str) -> tuple[str, list[Person]]:
    """The name of a group, and those with an account who fill its seats today or stand in for them."""
    today = clock.today()
    group = group_of_today(reference)
    if group is None:
        raise Refused("Select a group from the list.", field="group")
    seats = Seat.objects.filter(on_the_day(today), group=group)
    held = SeatHolding.objects.filter(on_the_day(today), seat__in=seats, person__isnull=False)
    people = Person.objects.filter(pk__in=held.values("person"), holdings__in=current_holdings(today)).distinct()
    return group.name, list(people.order_by("name", "pk"))


@dataclass(frozen=True)
class Consulted:
    """One who is consulted, whether they looked, and how much they said."""

    place: ConsultedPerson
    comments: int


def consultation_for(person: Person, reference: str) -> Consultation:
    """A consultation for those who read the report and for whoever is consulted; for everybody else there is none."""
    found = Consultation.objects.filter(reference=reference).first()
    if found is None or not (READERS.admits(person) or found.people.filter(person=person).exists()):
        raise NotVisible
    return found


def consulted(found: Consultation) -> Sequence[Consulted]:
    """Everybody who is consulted, by name."""
    said: dict[str, int] = {}
    for by in DraftComment.objects.filter(consultation=found).values_list("made_by", flat=True):
        said[by] = said.get(by, 0) + 1
    rows = found.people.select_related("person").order_by("person__name", "pk")
    return [Consulted(one, said.get(one.person.reference, 0)) for one in rows]


def is_closed(found: Consultation) -> bool:
    """Whether it takes no more comments."""
    return is_over(found.until, clock.today(), ended=found.ended_at is not None)


def places_running(references: Collection[str]) -> set[str]:
    """Those of some places, by reference, whose consultation is not over."""
    rows = ConsultedPerson.objects.filter(
        reference__in=references, consultation__ended_at__isnull=True, consultation__until__gte=clock.today()
    )
    return set(rows.values_list("reference", flat=True))


def address_of_place(reference: str) -> str:
    """The reference of the consultation to which a place belongs."""
    return ConsultedPerson.objects.values_list("consultation__reference", flat=True).get(reference=reference)
