"""What a text of the yearly report may quote: the words that may be printed, each under its own reference."""

from collections.abc import Iterator

from board.figures.voice import SAID
from board.models import Feedback
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

QUOTES = TextTable(
    "voice.quotes",
    "Words that may be quoted",
    "The words that may be printed, each under the reference by which a text of the report quotes it. Each who spoke agreed to"
    " that, and a second person has confirmed that they name nobody.",
    ("Reference", "What was said", "Who said it", "How it came"),
    taken_back="What was said",
)


@text_tables("board.quotes", tables=(QUOTES,))
def gather_quotes(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """What was said in the year and may be printed today; a year in which nothing may be says nothing."""
    cursor.execute(SAID.replace("SELECT service", "SELECT reference, way, service", 1), {"start": year.start, "end": year.end})
    rows = [
        (
            reference,
            f"“{' '.join(text.split())}”",
            str(Feedback.Speaker(speaker).label) + _aged(age),
            str(Feedback.Way(way).label),
        )
        for reference, way, _service, text, speaker, age, _done, _done_on in cursor.fetchall()
    ]
    if rows:
        yield worded(QUOTES.code, year, rows)


def _aged(age: str) -> str:
    return f", {Feedback.AgeBand(age).label.lower()}" if age else ""
