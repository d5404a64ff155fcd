"""How far the report of a year answers what the guidance asks."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Agency
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible
from reporting.models import ElementAnswer, Guidance, StatutoryElement
from reporting.selectors.publishing import last_day_of_publishing

State = ElementAnswer.State
ANSWERED = frozenset({State.DRAFTED, State.EVIDENCED, State.SIGNED_OFF, State.NOT_APPLICABLE})


@dataclass(frozen=True)
class ElementRow:
    """One element with its answer; without one it is empty."""

    element: StatutoryElement
    answer: ElementAnswer | None

    @property
    def state(self) -> str:
        """How far it is."""
        return self.answer.state if self.answer else State.EMPTY

    @property
    def section(self) -> str:
        """The chapter in which it stands, or usually stands."""
        return (self.answer.section if self.answer else "") or self.element.section


@dataclass(frozen=True)
class Checklist:
    """What the guidance asks of the report of a year."""

    rows: tuple[ElementRow, ...]
    publish_by: date

    @property
    def guidance(self) -> Guidance | None:
        """The guidance that asks for them; None for a year before the oldest that is known."""
        return self.rows[0].element.guidance if self.rows else None

    @property
    def empty(self) -> tuple[ElementRow, ...]:
        """The elements that nobody has answered."""
        return tuple(row for row in self.rows if row.state not in ANSWERED)

    @property
    def without_owner(self) -> int:
        """How many that apply no agency looks after."""
        return sum(row.state != State.NOT_APPLICABLE and not (row.answer and row.answer.owner) for row in self.rows)


def checklist_of(year: FinancialYear) -> Checklist:
    """The checklist of a year by the guidance that holds for it. Three statements."""
    newest = Guidance.objects.filter(from_year__lte=year.start_year).order_by("-from_year").values("pk")[:1]
    answers = {row.element_id: row for row in ElementAnswer.objects.filter(year=year.label).select_related("owner")}
    elements = StatutoryElement.objects.filter(guidance=newest).select_related("guidance").order_by("number")
    return Checklist(tuple(ElementRow(one, answers.get(one.pk)) for one in elements), last_day_of_publishing(year))


def element_of(year: FinancialYear, number: int) -> ElementRow:
    """One element of a year's checklist by its number; NotVisible where there is none."""
    found = next((row for row in checklist_of(year).rows if row.element.number == number), None)
    if found is None:
        raise NotVisible
    return found


def owners_of_elements() -> list[tuple[str, str]]:
    """Code and name of every agency that may look after an element."""
    return list(Agency.objects.filter(closed_on__isnull=True).order_by("name").values_list("code", "name"))
