"""What the library says in words for the yearly report: changes to the arrangements, reforms, and letters with their replies."""

from collections.abc import Iterator

from board.models import ReformState
from foundation.calendar import FinancialYear
from foundation.design import words
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

CHANGES = TextTable(
    "arrangements.changes",
    "Changes to the published arrangements",
    "The versions of the multi-agency safeguarding arrangements that were published in the year.",
    ("Version", "What changed", "Agreed", "In force from"),
)
TIMETABLE = TextTable(
    "arrangements.timetable",
    "Timetable of the next arrangements",
    "The steps towards the next version of the arrangements, as they stood on the last day of the year.",
    ("Step", "Due", "Done", "Note"),
)
REFORMS = TextTable(
    "reforms.implementation",
    "How national reforms are being implemented",
    "The national reforms that the partnership follows: how far each was on the last day of the year, and what the year brought.",
    ("Reform", "How far", "Decisions and progress", "Issues"),
)
LETTERS = TextTable(
    "letters.replies",
    "Letters of the executive and replies",
    "The letters that the executive sent in the year, and what had been replied by its last day.",
    ("Letter", "Sent", "Replies", "What came of it"),
)

CHANGES_SQL = """
SELECT number, title, changes, agreed_on, in_force_from FROM board_arrangements
WHERE published_on BETWEEN %(start)s AND %(end)s ORDER BY in_force_from
"""
KNOWN_SQL = "SELECT EXISTS (SELECT 1 FROM board_arrangements WHERE published_on <= %(end)s)"

# A step that has since led to a version still led to the next one at the end of the year, if that version came later.
TIMETABLE_SQL = """
SELECT step.text, step.due_on, CASE WHEN step.done_on <= %(end)s THEN step.done_on END, step.note
FROM board_arrangementsstep step LEFT JOIN board_arrangements led_to ON led_to.id = step.arrangements_id
WHERE led_to.id IS NULL OR led_to.published_on > %(end)s ORDER BY step.due_on, step.id
"""

REFORMS_SQL = """
SELECT reform.title, reform.source,
       coalesce((SELECT entry.state FROM board_reformentry entry
                 WHERE entry.reform_id = reform.id AND entry.happened_on <= %(end)s
                 ORDER BY entry.happened_on DESC, entry.id DESC LIMIT 1), 'not_begun'),
       coalesce(string_agg(regexp_replace(entry.text, '\\s+', ' ', 'g'), E'\n' ORDER BY entry.happened_on, entry.id)
                FILTER (WHERE entry.kind <> 'issue'), ''),
       coalesce(string_agg(regexp_replace(entry.text, '\\s+', ' ', 'g'), E'\n' ORDER BY entry.happened_on, entry.id)
                FILTER (WHERE entry.kind = 'issue'), '')
FROM board_reform reform
LEFT JOIN board_reformentry entry ON entry.reform_id = reform.id AND entry.happened_on BETWEEN %(start)s AND %(end)s
WHERE reform.added_on <= %(end)s GROUP BY reform.id ORDER BY reform.announced_on, reform.id
"""

LETTERS_SQL = """
SELECT letter.title, letter.signatories, letter.sent_on, count(addressee.id),
       count(addressee.id) FILTER (WHERE addressee.reply = 'yes' AND addressee.replied_on <= %(end)s),
       count(addressee.id) FILTER (WHERE addressee.reply = 'no' AND addressee.replied_on <= %(end)s),
       count(addressee.id) FILTER (WHERE addressee.reply = 'other' AND addressee.replied_on <= %(end)s),
       CASE WHEN letter.closed_on <= %(end)s THEN letter.closed_reason ELSE '' END
FROM board_letter letter
LEFT JOIN board_letteraddressee addressee ON addressee.letter_id = letter.id AND addressee.sent_on <= %(end)s
WHERE letter.sent_on BETWEEN %(start)s AND %(end)s GROUP BY letter.id ORDER BY letter.sent_on, letter.id
"""
LETTERS_KNOWN_SQL = "SELECT EXISTS (SELECT 1 FROM board_letter WHERE sent_on <= %(end)s)"


@text_tables("board.arrangements", tables=(CHANGES, TIMETABLE))
def gather_arrangements(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """What changed in the year, and the timetable as it stood at its end; nothing before the first version."""
    span = {"start": year.start, "end": year.end}
    cursor.execute(KNOWN_SQL, span)
    if not cursor.fetchone()[0]:
        return
    cursor.execute(CHANGES_SQL, span)
    changed = [
        (f"{number}: {title}", changes, words.date(agreed_on), words.date(from_on))
        for number, title, changes, agreed_on, from_on in cursor.fetchall()
    ]
    yield worded(CHANGES.code, year, changed)
    cursor.execute(TIMETABLE_SQL, span)
    steps = [
        (text, words.date(due), words.date(done) if done else "Not yet", note) for text, due, done, note in cursor.fetchall()
    ]
    yield worded(TIMETABLE.code, year, steps)


@text_tables("board.reforms", tables=(REFORMS,))
def gather_reforms(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """How far each reform was at the end of the year, and what was decided, done and in the way within it."""
    cursor.execute(REFORMS_SQL, {"start": year.start, "end": year.end})
    found = [
        (f"{title} ({source})", str(ReformState(state).label), progress, issues)
        for title, source, state, progress, issues in cursor.fetchall()
    ]
    if found:
        yield worded(REFORMS.code, year, found)


@text_tables("board.letters", tables=(LETTERS,))
def gather_letters(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """The letters of the year and how many had replied what; nothing before the first letter."""
    span = {"start": year.start, "end": year.end}
    cursor.execute(LETTERS_KNOWN_SQL, span)
    if not cursor.fetchone()[0]:
        return
    cursor.execute(LETTERS_SQL, span)
    found = [
        (f"{title} ({signatories})", words.date(sent_on), _replies(asked, yes, no, other), came_of_it)
        for title, signatories, sent_on, asked, yes, no, other, came_of_it in cursor.fetchall()
    ]
    yield worded(LETTERS.code, year, found)


def _replies(asked: int, yes: int, no: int, other: int) -> str:
    """How many were asked and what they had replied, each as a point of its own."""
    parts = ((yes, "yes"), (no, "no"), (other, "something else"))
    said = [f"{number} said {what}" for number, what in parts if number]
    silent = asked - yes - no - other
    return "\n".join([f"{asked} asked", *said, *([f"{silent} had not replied"] if silent else [])])
