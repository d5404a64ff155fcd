"""Into what the words of children and families went: an edition of the yearly report that prints them is kept with each piece."""

from collections.abc import Sequence

from board.figures.voice import SAID_AND_DONE
from board.services.voice import note_printed_words
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.figures import WORDS_PRINTED

PLACE = SAID_AND_DONE.columns.index("What was said")


@WORDS_PRINTED.named(SAID_AND_DONE.code)
def hear_of_printed_words(*, by: Actor, year: FinancialYear, rows: Sequence[Sequence[str]]) -> None:
    """Every piece whose words stand in the edition."""
    note_printed_words(by=by, year=year, printed=[row[PLACE] for row in rows])
