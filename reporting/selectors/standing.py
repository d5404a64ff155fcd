"""How an edition stands: who has said what of it, and whether its draft was edited since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Person
from foundation.calendar import FinancialYear
from foundation.together import read_together
from reporting.models import Edition, EditionDecision, EditionStatement, Narrative
from reporting.rules.templates import SECTION_TITLES
from reporting.selectors.approving import newest_decisions
from reporting.selectors.editions import editions
from reporting.selectors.stating import statements_on


@dataclass(frozen=True)
class EditedSince:
    """A chapter whose text is not what an edition prints: when it was written last, and by whom (an actor's reference)."""

    title: str
    written_at: datetime
    written_by: str


@dataclass(frozen=True)
class Standing:
    """What is said of an edition. `editions`: all of its year, the newest first, without what they print.

    `decisions`: by seat the newest; `edited`: chapters, in the order of the report, whose text has been changed since.
    """

    editions: Sequence[Edition]
    decisions: Mapping[str, EditionDecision]
    statement: EditionStatement | None
    edited: Sequence[EditedSince]

    @property
    def actors(self) -> list[str]:
        """References of all who did any of that."""
        stated = [self.statement.made_by] if self.statement else []
        return [*(one.decided_by for one in self.decisions.values()), *stated, *(one.written_by for one in self.edited)]


def standing_read(person: Person, edition: Edition) -> Standing:
    """How an edition stands, in one statement; for those who read the report."""
    all_of_year = editions(person, FinancialYear.from_label(edition.year))
    decisions, statements = newest_decisions(edition), statements_on(edition)[:1]
    texts = Narrative.objects.filter(year=edition.year)
    read_together(all_of_year, decisions, statements, texts)
    by_seat = {row.seat: row for row in decisions}
    return Standing(list(all_of_year), by_seat, next(iter(statements), None), edited_since(edition, texts))


def edited_since(edition: Edition, texts: Iterable[Narrative]) -> list[EditedSince]:
    """The chapters of an edition's shape whose text of today is not what it prints, in the order of the report."""
    now = {row.section: row for row in texts}
    shape = {one["key"]: one["title"] for one in edition.outline} or SECTION_TITLES
    other = [key for key in shape if key in now and now[key].text.strip() != edition.narrative.get(key, "").strip()]
    return [EditedSince(shape[key], now[key].changed_at, now[key].changed_by) for key in other]
