"""Challenges: who was challenged, who answered, and what came of it."""

from collections.abc import Iterator

from board.models import Challenge
from foundation.cuts import Days, of_work
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, counted, share

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
