"""What the board's own work publishes: actions by rating, late ones by agency, challenges, and the year's money."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from board.models import Challenge, Plan
from board.rules import LATE_SQL, RATING_SQL
from foundation.calendar import FinancialYear
from foundation.clock import LONDON
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, amount, counted, figures, share

ACTION_SPECS = (
    FigureSpec(
        "actions.all",
        "Actions in the partnership’s plans",
        "Every action of the partnership’s plans that was not withdrawn, by how it stood on the last day.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("status", "source"),
    ),
    FigureSpec(
        "actions.late",
        "Actions that were late",
        "Open actions whose agreed date had passed, by the agency that leads them.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("agency",),
    ),
    FigureSpec(
        "actions.finished",
        "Actions finished in the year",
        "Actions that the business team accepted as done, with those since embedded.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.COUNT,
        breakdowns=("month",),
    ),
)

BUDGET_SPECS = (
    FigureSpec(
        "budget.income",
        "Income",
        "What each partner gave, and grants.",
        "pounds",
        DisclosureClass.MONEY,
        FigureKind.MONEY,
        breakdowns=("contributor",),
    ),
    FigureSpec(
        "budget.expenditure",
        "Expenditure",
        "What the partnership spent.",
        "pounds",
        DisclosureClass.MONEY,
        FigureKind.MONEY,
        per_child=True,
        breakdowns=("heading",),
    ),
)

CHALLENGE_SPECS = (
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
)

THEME_SPECS = (
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

STATUSES = ("Blue", "Green", "Amber", "Red")

_STOOD = {
    **{name: name for name in ("state", "due_on", "amber_from", "red_from", "has_recovery_plan", "overruled", "overruled_until")},
    "today": "%(day)s",
}
"""How the rules' fragments find in `ACTIONS` what they speak of."""

# How every action stood at the end of a day: the first of its past states that lasted longer, or else how it stands now.
ACTIONS = f"""
WITH past AS (
        SELECT DISTINCT ON (action_id) *
        FROM board_actionpast WHERE stood_until >= %(after)s ORDER BY action_id, stood_until, id),
     stood AS (
        SELECT plan.source, agency.name AS agency,
               coalesce(past.state, action.state) AS state,
               coalesce(past.due_on, action.due_on) AS due_on,
               coalesce(past.amber_from, action.amber_from) AS amber_from,
               coalesce(past.red_from, action.red_from) AS red_from,
               coalesce(past.has_recovery_plan, action.recovery_plan <> '') AS has_recovery_plan,
               coalesce(past.overruled_rating, action.overruled_rating) AS overruled,
               CASE WHEN past.id IS NULL THEN action.overruled_until ELSE past.overruled_until END AS overruled_until,
               CASE WHEN past.id IS NULL THEN (action.done_at AT TIME ZONE 'Europe/London')::date ELSE past.done_on END AS done_on
        FROM board_action action
        JOIN board_plan plan ON plan.id = action.plan_id
        LEFT JOIN past ON past.action_id = action.id
        JOIN accounts_agency agency ON agency.id = coalesce(past.agency_id, action.agency_id)
        WHERE action.added_on <= %(day)s)
SELECT source, agency,
       initcap({RATING_SQL.format(**_STOOD)}) AS status,
       date_trunc('month', done_on)::date AS month,
       coalesce(done_on BETWEEN %(start)s AND %(day)s, false) AS finished,
       {LATE_SQL.format(**_STOOD)} AS late, count(*)
FROM stood WHERE state <> 'withdrawn' GROUP BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608  # fixed words only

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

BUDGET = "SELECT side, heading, amount FROM board_budgetline WHERE year = %s ORDER BY side, position, id"


def stood_on(day: date, start: date, cursor: Cursor) -> list[Any]:
    """How all actions stood at the end of a day in London, in rows of source, agency, rating, month in which they were accepted
    as done, whether that was since `start`, whether they were late, and how many. Withdrawn ones are not among them."""
    after = datetime.combine(day + timedelta(days=1), time.min, LONDON)
    cursor.execute(ACTIONS, {"start": start, "day": day, "after": after})
    return cursor.fetchall()


@figures("board.actions", specs=ACTION_SPECS)
def gather_actions(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """How the actions stood on 31 March, in one pass: what changed afterwards changes no figure of the year."""
    rows = stood_on(year.end, year.start, cursor)
    if not rows:
        return
    status = dict.fromkeys(STATUSES, 0)
    source: dict[str, int] = {}
    late: dict[str, int] = {}
    months = {month.label: 0 for month in year.months}
    starts = {month.start: month.label for month in year.months}
    for source_code, agency, rating, month, finished, is_late, number in rows:
        status[rating] += number
        title = Plan.Source(source_code).label
        source[title] = source.get(title, 0) + number
        if is_late:
            late[agency] = late.get(agency, 0) + number
        if finished:
            months[starts[month]] += number
    by_agency = dict(sorted(late.items(), key=lambda item: (-item[1], item[0])))
    yield counted(
        "actions.all", year, sum(status.values()), by={"status": status, "source": dict(sorted(source.items()))}, as_at=year.end
    )
    yield counted("actions.late", year, sum(late.values()), by={"agency": by_agency}, as_at=year.end)
    yield counted("actions.finished", year, sum(months.values()), by={"month": months})


@figures("board.challenges", specs=CHALLENGE_SPECS)
def gather_challenges(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
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


@figures("board.challenge_themes", specs=THEME_SPECS)
def gather_challenge_themes(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """What the challenges of the year are about, as they are tagged now; no value for a year in which none is."""
    cursor.execute(CHALLENGE_THEMES, [year.start, year.end])
    themes: dict[str, int] = dict(cursor.fetchall())
    if themes:
        yield counted("challenges.themes", year, sum(themes.values()), by={"theme": themes})


@figures("board.budget", specs=BUDGET_SPECS)
def gather_budget(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """Both sides of the year's money."""
    cursor.execute(BUDGET, [year.label])
    sides: dict[str, dict[str, Decimal]] = {"income": {}, "expenditure": {}}
    for side, heading, pounds in cursor.fetchall():
        sides[side][heading] = pounds
    if sides["income"]:
        yield amount("budget.income", year, sum(sides["income"].values(), Decimal(0)), by={"contributor": sides["income"]})
    if sides["expenditure"]:
        yield amount(
            "budget.expenditure", year, sum(sides["expenditure"].values(), Decimal(0)), by={"heading": sides["expenditure"]}
        )
