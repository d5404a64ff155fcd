"""The actions of each plan with their ratings as at the last day of a year, the worst first and never more than fit a report."""

from collections.abc import Iterator

from board.figures.actions import RATED, STATUSES, STOOD, days_of
from board.models import Plan
from foundation.calendar import FinancialYear
from foundation.design import words
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

MOST_PLANS = 30
MOST_ACTIONS = 15
MOST_LETTERS = 240
BY_PLAN = TextTable(
    "actions.by_plan",
    "Actions of the plans and their ratings",
    "The actions of the plans that were open in the year, with their ratings on its last day. Of a long plan those that were late"
    " or in doubt come first, and the rest is counted.",
    ("Plan", "Action", "Led by", "Due", "Rating"),
)
FOLLOWS_FROM = TextTable(
    "actions.plan_sources",
    "What the plans follow from",
    "What each plan of that table follows from: a review, an inspection, a challenge.",
    ("Plan", "Follows from"),
)

# The worst first: an action's place within its plan, and how many of each rating are beyond those that are printed.
BY_PLAN_SQL = f"""{STOOD},
     rated AS (SELECT id, agency, due_on, {RATED} AS rating FROM stood WHERE state <> 'withdrawn'),
     planned AS (
        SELECT rated.*, action.number, action.text, plan.id AS plan_id, plan.title, plan.source, plan.opened_on
        FROM rated JOIN board_action action ON action.id = rated.id JOIN board_plan plan ON plan.id = action.plan_id
        WHERE plan.opened_on <= %(day)s
          AND (plan.closed_at IS NULL OR (plan.closed_at AT TIME ZONE 'Europe/London')::date >= %(start)s)),
     placed AS (
        SELECT planned.*, dense_rank() OVER (ORDER BY opened_on DESC, plan_id) AS plan_place,
               row_number() OVER (PARTITION BY plan_id
                                  ORDER BY array_position(%(worst_first)s::text[], rating), due_on, id) AS place
        FROM planned)
SELECT plan_place, title, source, number, text, agency, due_on, rating, place
FROM placed WHERE plan_place <= %(plans)s AND place <= %(actions)s
UNION ALL
SELECT plan_place, title, source, '', '', '', NULL, rating, %(actions)s + count(*)
FROM placed WHERE plan_place <= %(plans)s AND place > %(actions)s GROUP BY plan_place, title, source, rating
ORDER BY 1, 9
"""  # noqa: S608  # fixed words only
MORE_PLANS_SQL = """
SELECT count(DISTINCT plan.id) FROM board_plan plan JOIN board_action action ON action.plan_id = plan.id
WHERE plan.opened_on <= %(day)s AND action.added_on <= %(day)s
  AND (plan.closed_at IS NULL OR (plan.closed_at AT TIME ZONE 'Europe/London')::date >= %(start)s)
"""


@text_tables("board.actions_by_plan", tables=(BY_PLAN, FOLLOWS_FROM))
def gather_actions_by_plan(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """The newest plan first; of each the actions that say most, then in one line how many more there are; and its source."""
    asked = {
        **days_of(year.end, year.start),
        "plans": MOST_PLANS,
        "actions": MOST_ACTIONS,
        "worst_first": list(reversed(STATUSES)),
    }
    cursor.execute(BY_PLAN_SQL, asked)
    rows: list[tuple[str, ...]] = []
    beyond: dict[str, dict[str, int]] = {}
    titles: dict[int, str] = {}
    printed: dict[str, list[tuple[str, ...]]] = {}
    sources: dict[str, str] = {}
    for place, title, source, number, text, agency, due_on, rating, at in cursor.fetchall():
        shown = titles.setdefault(place, title if title not in titles.values() else f"{title} ({place})")
        sources[shown] = str(Plan.Source(source).label)
        if due_on is None:
            beyond.setdefault(shown, {})[rating] = at - MOST_ACTIONS
        else:
            line = (shown, f"{number} {_short(text)}".strip(), agency, words.date(due_on), rating)
            printed.setdefault(shown, []).append(line)
    for title, lines in printed.items():
        rows += lines
        if title in beyond:
            rows.append((title, _more(beyond[title]), "", "", ""))
    if len(printed) == MOST_PLANS:
        cursor.execute(MORE_PLANS_SQL, asked)
        if (left := cursor.fetchone()[0] - MOST_PLANS) > 0:
            rows.append(("Older plans", f"{words.counted(left, 'older plan')} of the year not listed here", "", "", ""))
    yield worded(BY_PLAN.code, year, rows)
    yield worded(FOLLOWS_FROM.code, year, list(sources.items()))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 1].rstrip()}…"


def _more(ratings: dict[str, int]) -> str:
    counts = ", ".join(f"{ratings[one]} {one.lower()}" for one in reversed(STATUSES) if one in ratings)
    return f"{words.counted(sum(ratings.values()), 'more action')}: {counts}"
