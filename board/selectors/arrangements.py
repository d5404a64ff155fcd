"""The published arrangements: every version with the days on which it holds, and the timetable towards the next.

They are published, so whoever is signed in reads all of them.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import Person
from board.models import Arrangements, ArrangementsStep
from board.rules import ARRANGEMENTS
from foundation.calendar import FinancialYear
from foundation.documents import documents_of
from foundation.errors import NotVisible
from foundation.models import Document


@dataclass(frozen=True)
class Span:
    """A version and the last day on which it holds; None while no other follows it. Two never hold on one day."""

    arrangements: Arrangements
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it was in force on a day."""
        return self.arrangements.in_force_from <= day and (self.until is None or day <= self.until)


def versions(person: Person) -> list[Span]:
    """Every version, the newest first."""
    found, until = [], None
    for one in Arrangements.objects.select_related("meeting__group").order_by("-in_force_from"):
        found.append(Span(one, until))
        until = one.in_force_from - timedelta(days=1)
    return found


def published_in(spans: list[Span], year: FinancialYear) -> list[Span]:
    """Those that were published in a financial year: the changes of which its report tells."""
    return [span for span in spans if year.start <= span.arrangements.published_on <= year.end]


def in_force_on(spans: list[Span], day: date) -> Span | None:
    """The version that was in force on a day; None before the first."""
    return next((span for span in spans if span.holds_on(day)), None)


def arrangements_for(person: Person, reference: str) -> Arrangements:
    """One version."""
    found = Arrangements.objects.select_related("meeting__group").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_arrangements(reference: str) -> Arrangements:
    """The same, locked until the transaction ends."""
    found = Arrangements.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def files_of_arrangements(arrangements: Arrangements) -> list[Document]:
    """Its files, oldest first."""
    return list(documents_of(ARRANGEMENTS, arrangements.reference))


def steps_ahead(person: Person) -> list[ArrangementsStep]:
    """The timetable towards the next version, in order of date."""
    return list(ArrangementsStep.objects.filter(arrangements__isnull=True))


def steps_of(arrangements: Arrangements) -> list[ArrangementsStep]:
    """The steps that led to a version."""
    return list(arrangements.steps.all())


def step_for(person: Person, pk: int) -> ArrangementsStep:
    """One step of that timetable."""
    found = ArrangementsStep.objects.filter(pk=pk, arrangements__isnull=True).first()
    if found is None:
        raise NotVisible
    return found


def locked_step(pk: int) -> ArrangementsStep:
    """The same, locked until the transaction ends."""
    found = ArrangementsStep.objects.select_for_update().filter(pk=pk, arrangements__isnull=True).first()
    if found is None:
        raise NotVisible
    return found
