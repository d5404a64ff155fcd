"""Challenges: who was challenged, who answered, what came of it, and those that stand in the yearly report in words."""

from collections.abc import Iterator

from board.models import Challenge
from foundation.calendar import FinancialYear
from foundation.cuts import Days, of_work
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
    share,
    text_tables,
    worded,
)

SPECS = (
    FigureSpec(
        "challenges.raised",
        "Challenges raised",
        "Challenges to an agency or to the partnership, by who was challenged and by what had come of them on the last day.",
        "challenges",
        DisclosureClass.EVENTS,
        FigureKind.COUNT,
        breakdowns=("agency", "outcome"),
    ),
    FigureSpec(
        "challenges.answered",
        "Challenges answered",
        "Of the challenges raised in the year those that were answered by its last day, by who was challenged.",
        "challenges",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        breakdowns=("agency",),
        numerator="challenges of the year answered by its last day",
        denominator="challenges raised in the year",
    ),
    FigureSpec(
        "challenges.themes",
        "Themes of challenges",
        "How often the challenges raised in the year are tagged with each theme of the shared vocabulary; one may have several.",
        "tags",
        DisclosureClass.EVENTS,
        FigureKind.COUNT,
        breakdowns=("theme",),
    ),
)

IN_REPORT = TextTable(
    "challenges.in_report",
    "Challenges and what came of them",
    "The challenges that were chosen for the report, raised in the year or spoken of in it: the newest answer, and what had come"
    " of them by its last day.",
    ("Challenge", "Who was challenged", "Answer", "What came of it"),
)

# Chosen for the report, raised by the end of the year, and raised or written of within it; as each stood on the last day.
IN_REPORT_SQL = """
SELECT challenge.title, challenge.raiser_kind, challenge.raised_on, coalesce(agency.name, 'The partnership'),
       coalesce(answer.text, ''), coalesce(outcome.outcome, 'open'), coalesce(outcome.text, ''),
       coalesce(outcome.taken_to, ''), coalesce(outcome.who, '')
FROM board_challenge challenge
LEFT JOIN accounts_agency agency ON agency.id = challenge.about_agency_id
LEFT JOIN LATERAL (SELECT text FROM board_challengeentry entry
                   WHERE entry.challenge_id = challenge.id AND kind = 'response' AND happened_on <= %(end)s
                   ORDER BY happened_on DESC, id DESC LIMIT 1) answer ON true
LEFT JOIN LATERAL (SELECT outcome, text, taken_to, who FROM board_challengeentry entry
                   WHERE entry.challenge_id = challenge.id AND kind = 'outcome' AND happened_on <= %(end)s
                   ORDER BY happened_on DESC, id DESC LIMIT 1) outcome ON true
WHERE challenge.in_report AND challenge.raised_on <= %(end)s
  AND (challenge.raised_on >= %(start)s
       OR EXISTS (SELECT FROM board_challengeentry entry
                  WHERE entry.challenge_id = challenge.id AND happened_on BETWEEN %(start)s AND %(end)s))
ORDER BY challenge.raised_on, challenge.id
"""
KNOWN_SQL = "SELECT EXISTS (SELECT FROM board_challenge WHERE raised_on <= %(end)s)"

# What was raised in the year, and how it stood on its last day: what came later changes no figure of the year.
CHALLENGES = """
SELECT coalesce(agency.name, 'The partnership') AS about,
       coalesce((SELECT entry.outcome FROM board_challengeentry entry
                 WHERE entry.challenge_id = challenge.id AND entry.kind = 'outcome' AND entry.happened_on <= %(end)s
                 ORDER BY entry.happened_on DESC, entry.id DESC LIMIT 1), 'open') AS outcome,
       coalesce(challenge.answered_on <= %(end)s, false) AS answered, count(*)
FROM board_challenge challenge LEFT JOIN accounts_agency agency ON agency.id = challenge.about_agency_id
WHERE challenge.raised_on BETWEEN %(start)s AND %(end)s GROUP BY 1, 2, 3
"""

CHALLENGE_THEMES = """
SELECT theme.name, count(*) FROM board_challengetheme tag
JOIN board_challenge challenge ON challenge.id = tag.challenge_id JOIN board_theme theme ON theme.id = tag.theme_id
WHERE challenge.raised_on BETWEEN %s AND %s GROUP BY theme.name ORDER BY count(*) DESC, theme.name
"""


@of_work("board.challenges", specs=SPECS)
def gather_challenges(year: Days, cursor: Cursor) -> Iterator[FigureValue]:
    """Who was challenged in the year, who answered, and what came of it."""
    cursor.execute(CHALLENGES, {"start": year.start, "end": year.end})
    rows = cursor.fetchall()
    if not rows:
        return
    raised: dict[str, int] = {}
    answered: dict[str, int] = {}
    outcomes = dict.fromkeys(Challenge.Outcome.labels, 0)
    for about, outcome, is_answered, number in rows:
        raised[about] = raised.get(about, 0) + number
        answered[about] = answered.get(about, 0) + (number if is_answered else 0)
        outcomes[Challenge.Outcome(outcome).label] += number
    by_agency = dict(sorted(raised.items(), key=lambda item: (-item[1], item[0])))
    yield counted("challenges.raised", year, sum(raised.values()), by={"agency": by_agency, "outcome": outcomes})
    pairs = {about: (answered[about], number) for about, number in by_agency.items()}
    yield share("challenges.answered", year, sum(answered.values()), sum(raised.values()), by={"agency": pairs})
    cursor.execute(CHALLENGE_THEMES, [year.start, year.end])
    if themes := dict(cursor.fetchall()):
        yield counted("challenges.themes", year, sum(themes.values()), by={"theme": themes})


@text_tables("board.challenges", tables=(IN_REPORT,))
def gather_in_report(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """The challenges that stand in the report of the year, with answer and outcome; nothing before the first challenge."""
    span = {"start": year.start, "end": year.end}
    cursor.execute(KNOWN_SQL, span)
    if not cursor.fetchone()[0]:
        return
    cursor.execute(IN_REPORT_SQL, span)
    found = [
        (
            f"{title} ({str(Challenge.Raiser(raiser).label).lower()}, {words.date(raised_on)})", about,
            _one_line(answer) or "Nobody had answered", _came_of_it(outcome, text, taken_to, who),
        )
        for title, raiser, raised_on, about, answer, outcome, text, taken_to, who in cursor.fetchall()
    ]  # fmt: skip
    yield worded(IN_REPORT.code, year, found)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _came_of_it(outcome: str, text: str, taken_to: str, who: str) -> str:
    """What came of a challenge: the outcome, to whom it was taken, and the words with it."""
    label = str(Challenge.Outcome(outcome).label)
    if taken_to:
        to = words.lower_first(str(Challenge.TakenTo(taken_to).label))
        label = f"{label}, to {to}{f' ({who})' if who else ''}"
    return f"{label}: {_one_line(text)}" if text else label
