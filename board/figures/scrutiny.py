"""What the independent scrutineer gives to the yearly report: a statement, and what it may say of visits and notes."""

from collections.abc import Iterator

from board.models import ScrutinyNote
from foundation.calendar import FinancialYear
from foundation.design import words
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

STATEMENT = TextTable(
    "scrutiny.statement",
    "Statement of the independent scrutineer",
    "What the independent scrutineer says of the year, in their own words and under their name.",
    ("Who says it", "What they say"),
    taken_back="What they say",
)
NOTES = TextTable(
    "scrutiny.notes",
    "Visits and notes of the scrutineer",
    "What the scrutineer saw and heard in the year, in the words that they gave to this report.",
    ("What it was", "When", "What the scrutineer says"),
    taken_back="What the scrutineer says",
)

STATEMENTS_SQL = """
SELECT person.name, statement.text FROM board_scrutinystatement statement
JOIN accounts_person person ON person.id = statement.keeper_id
WHERE statement.year = %s AND statement.in_report ORDER BY statement.id
"""
# Only what was shared with the board and given to the report; nothing else of a note, and no place.
NOTES_SQL = """
SELECT kind, happened_on, report_words FROM board_scrutinynote
WHERE happened_on BETWEEN %s AND %s AND shared_at IS NOT NULL AND report_words <> '' ORDER BY happened_on, id LIMIT %s
"""
MOST_NOTES = 100


@text_tables("board.scrutiny", tables=(STATEMENT, NOTES))
def gather_scrutiny(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """The scrutineer's own words; without any, tables without rows."""
    cursor.execute(STATEMENTS_SQL, [year.label])
    yield worded(STATEMENT.code, year, [(f"{name}, independent scrutineer", text) for name, text in cursor.fetchall()])
    cursor.execute(NOTES_SQL, [year.start, year.end, MOST_NOTES])
    yield worded(
        NOTES.code,
        year,
        [
            (str(ScrutinyNote.Kind(kind).label), words.date(happened_on), " ".join(said.split()))
            for kind, happened_on, said in cursor.fetchall()
        ],
    )
