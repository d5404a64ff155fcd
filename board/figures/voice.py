"""Voice: who spoke, how and about what, what was done about it, and what may be printed of their words."""

from collections.abc import Iterator

from board.anonymity import words_key
from board.models import Feedback
from foundation.calendar import FinancialYear
from foundation.design import words
from foundation.figures import (
    Cursor,
    DisclosureClass,
    FigureKind,
    FigureSpec,
    FigureValue,
    TextRows,
    TextTable,
    counted,
    figures,
    share,
    text_tables,
    worded,
)

SPECS = (
    FigureSpec(
        "voice.heard",
        "Feedback taken down",
        "Pieces of feedback of children, families and practitioners that were said in the year, by who said them, how they came,"
        " the service that they are about, and their themes. One piece may have several themes.",
        "pieces of feedback",
        DisclosureClass.EVENTS,
        FigureKind.COUNT,
        breakdowns=("speaker", "way", "service", "theme"),
    ),
    FigureSpec(
        "voice.acted_on",
        "Feedback about which something was done",
        "Of the feedback of the year that about which something was done by its last day.",
        "pieces of feedback",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        numerator="feedback of the year about which something was done by its last day",
        denominator="feedback of the year",
    ),
    FigureSpec(
        "voice.told_back",
        "Feedback whose speakers were told what was done",
        "Of the feedback of the year that whose speakers were told by its last day what was done.",
        "pieces of feedback",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        numerator="feedback of the year whose speakers were told by its last day",
        denominator="feedback of the year",
    ),
    FigureSpec(
        "voice.consent_given",
        "Feedback that may be published",
        "Of the feedback of the year that to whose publication consent was given, and not withdrawn, on its last day.",
        "pieces of feedback",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        numerator="feedback of the year with consent to publish on its last day",
        denominator="feedback of the year",
    ),
)

# What was said in the year, and how it stood on its last day: what came later changes no figure of the year.
VOICE = """
SELECT speaker, way, service,
       coalesce(done_on <= %(end)s, false) AS done, coalesce(told_on <= %(end)s, false) AS told,
       coalesce((SELECT entry.consent = 'given' FROM board_feedbackconsent entry
                 WHERE entry.feedback_id = feedback.id AND entry.happened_on <= %(end)s
                 ORDER BY entry.happened_on DESC, entry.id DESC LIMIT 1), false) AS agreed, count(*)
FROM board_feedback feedback WHERE said_on BETWEEN %(start)s AND %(end)s GROUP BY 1, 2, 3, 4, 5, 6
"""

VOICE_THEMES = """
SELECT theme.name, count(*)
FROM board_feedback feedback
JOIN board_feedbacktheme tag ON tag.feedback_id = feedback.id JOIN board_theme theme ON theme.id = tag.theme_id
WHERE feedback.said_on BETWEEN %(start)s AND %(end)s GROUP BY 1
"""

# Words for which consent is given for the report today, and of which somebody else has confirmed that they name nobody. What an
# agency may not read of a complaint about it is printed for nobody.
SAID = """
SELECT service, coalesce(nullif(public_words, ''), words), speaker, age_band, done, done_on
FROM board_feedback
WHERE said_on BETWEEN %(start)s AND %(end)s AND consent = 'given' AND 'report' = ANY(consent_uses) AND checked_at IS NOT NULL
  AND (words <> '' OR public_words <> '') AND NOT (way = 'complaint' AND agency_id IS NOT NULL AND shared_at IS NULL)
ORDER BY lower(service), said_on, id
"""

SAID_AND_DONE = TextTable(
    "voice.said_and_done",
    "What children and families said, and what was done",
    "Their own words by service. Each of them agreed that the words are printed here, and a second person has confirmed that they"
    " name nobody.",
    ("Service", "What was said", "Who said it", "What was done"),
    taken_back="What was said",
)


@figures("board.voice", specs=SPECS)
def gather_voice(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """Who spoke in the year, how and about what; what was done, who was told, and what may be published."""
    span = {"start": year.start, "end": year.end}
    cursor.execute(VOICE, span)
    rows = cursor.fetchall()
    if not rows:
        return
    speakers, ways = (dict.fromkeys(labels, 0) for labels in (Feedback.Speaker.labels, Feedback.Way.labels))
    services: dict[str, int] = {}
    done = told = agreed = 0
    for speaker, way, service, is_done, is_told, is_agreed, number in rows:
        speakers[Feedback.Speaker(speaker).label] += number
        ways[Feedback.Way(way).label] += number
        services[service] = services.get(service, 0) + number
        done, told, agreed = (done + number * is_done, told + number * is_told, agreed + number * is_agreed)
    heard = sum(speakers.values())
    cursor.execute(VOICE_THEMES, span)
    by = {"speaker": speakers, "way": ways, "service": _most_first(services), "theme": _most_first(dict(cursor.fetchall()))}
    yield counted("voice.heard", year, heard, by=by)
    yield share("voice.acted_on", year, done, heard)
    yield share("voice.told_back", year, told, heard)
    yield share("voice.consent_given", year, agreed, heard)


def _most_first(parts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(parts.items(), key=lambda item: (-item[1], item[0])))


@text_tables("board.voice", tables=(SAID_AND_DONE,))
def gather_said(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """What may be printed of what was said in the year, each in its own words: the same words stand once."""
    span = {"start": year.start, "end": year.end}
    cursor.execute(SAID, span)
    seen, rows = set[str](), []
    for service, text, speaker, age, done, done_on in cursor.fetchall():
        if (key := words_key(text)) not in seen:
            seen.add(key)
            who = str(Feedback.Speaker(speaker).label) + (f", {Feedback.AgeBand(age).label.lower()}" if age else "")
            late = f" (after the year, on {words.date(done_on)})" if done_on is not None and done_on > year.end else ""
            rows.append((service, f"“{' '.join(text.split())}”", who, f"{' '.join(done.split())}{late}"))
    cursor.execute("SELECT EXISTS (SELECT FROM board_feedback WHERE said_on BETWEEN %(start)s AND %(end)s)", span)
    if cursor.fetchone()[0]:
        yield worded(SAID_AND_DONE.code, year, rows)
