"""Actions: how they stood on a day, by rating, source, agency and theme; what was late, silent, and done by its date."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from board.models import Plan
from board.rules import LATE_SQL, OPEN, RATING_SQL, STALE_DAYS
from foundation.clock import LONDON
from foundation.cuts import Days, of_work
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, counted, mean, share

SPECS = (
    FigureSpec(
        "actions.all",
        "Actions in the partnership’s plans",
        "Every action of the partnership’s plans that was not withdrawn, by how it stood on the last day.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("status", "source", "agency"),
    ),
    FigureSpec(
        "actions.themed",
        "Themes of the actions",
        "What the actions of the partnership’s plans are tagged with; an action with two themes counts under both.",
        "tags",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("theme",),
    ),
    FigureSpec(
        "actions.late",
        "Actions that were late",
        "Open actions whose agreed date had passed, by the agency that leads them.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("agency", "lateness"),
    ),
    FigureSpec(
        "actions.days_late",
        "Days late",
        "How long the late actions had been due, on average, by the agency that leads them.",
        "days",
        DisclosureClass.EVENTS,
        FigureKind.MEAN,
        breakdowns=("agency",),
        numerator="days since the agreed dates of the late actions",
        denominator="late actions",
    ),
    FigureSpec(
        "actions.silent",
        "Actions without a recent note",
        f"Open actions of which nobody had written for more than {STALE_DAYS} days, by the agency that leads them.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("agency",),
    ),
    FigureSpec(
        "actions.done_on_time",
        "Actions done on time",
        "Of the actions that were due in the year those accepted as done by their agreed date; what was never done counts too.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        breakdowns=("agency",),
        numerator="actions due in the year and accepted as done by that date",
        denominator="actions due in the year",
    ),
    FigureSpec(
        "actions.finished",
        "Actions finished",
        "Actions that the business team accepted as done, with those since embedded.",
        "actions",
        DisclosureClass.EVENTS,
        FigureKind.COUNT,
        breakdowns=("month",),
    ),
)

STATUSES = ("Blue", "Green", "Amber", "Red")

_STOOD = {
    **{name: name for name in ("state", "due_on", "amber_from", "red_from", "has_recovery_plan", "overruled", "overruled_until")},
    "today": "%(day)s",
}
"""How the rules' fragments find in `STOOD` what they speak of."""
_LATE = LATE_SQL.format(**_STOOD)
RATED = f"initcap({RATING_SQL.format(**_STOOD)})"
"""Of a row of `STOOD`: how it was rated, as a word."""

# How every action stood at the end of a day: the first of its past states that lasted longer, or else how it stands now.
STOOD = """
WITH past AS (
        SELECT DISTINCT ON (action_id) *
        FROM board_actionpast WHERE stood_until >= %(after)s ORDER BY action_id, stood_until, id),
     stood AS (
        SELECT action.id, action.added_on, plan.source, agency.name AS agency,
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
"""
ACTIONS = f"""{STOOD}
SELECT source, agency,
       {RATED} AS status,
       date_trunc('month', done_on)::date AS month,
       coalesce(done_on BETWEEN %(start)s AND %(day)s, false) AS finished,
       {_LATE} AS late, count(*)
FROM stood WHERE state <> 'withdrawn' GROUP BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608  # fixed words only

WORKED_ON = f"""{STOOD}
SELECT agency, count(*) AS every,
       count(*) FILTER (WHERE {_LATE} AND %(day)s - due_on <= 28),
       count(*) FILTER (WHERE {_LATE} AND %(day)s - due_on BETWEEN 29 AND 90),
       count(*) FILTER (WHERE {_LATE} AND %(day)s - due_on > 90),
       coalesce(sum(%(day)s - due_on) FILTER (WHERE {_LATE}), 0),
       count(*) FILTER (WHERE state = ANY(%(open)s)
                          AND %(day)s - coalesce((noted.at AT TIME ZONE 'Europe/London')::date, added_on) > %(silent)s),
       count(*) FILTER (WHERE due_on BETWEEN %(start)s AND %(day)s),
       count(*) FILTER (WHERE due_on BETWEEN %(start)s AND %(day)s AND done_on <= due_on)
FROM stood
LEFT JOIN LATERAL (SELECT max(written_at) AS at FROM board_actionupdate note
                   WHERE note.action_id = stood.id AND note.written_at < %(after)s) noted ON true
WHERE state <> 'withdrawn' GROUP BY 1 ORDER BY 1
"""  # noqa: S608  # fixed words only
LATENESS = ("up to 4 weeks", "up to 13 weeks", "longer")

TAGGED = f"""{STOOD}
SELECT theme.name, count(*) FROM stood
JOIN board_actiontheme tag ON tag.action_id = stood.id JOIN board_theme theme ON theme.id = tag.theme_id
WHERE state <> 'withdrawn' GROUP BY theme.id, theme.name ORDER BY 2 DESC, 1
"""  # noqa: S608  # fixed words only


def stood_on(day: date, start: date, cursor: Cursor) -> list[Any]:
    """How all actions stood at the end of a day in London, in rows of source, agency, rating, month in which they were accepted
    as done, whether that was since `start`, whether they were late, and how many. Withdrawn ones are not among them."""
    cursor.execute(ACTIONS, days_of(day, start))
    return cursor.fetchall()


def days_of(day: date, start: date) -> dict[str, Any]:
    """What `STOOD` is asked with: the day, the moment after it, and since when things count as of the year."""
    return {"start": start, "day": day, "after": datetime.combine(day + timedelta(days=1), time.min, LONDON)}


@of_work("board.actions", specs=SPECS)
def gather_actions(year: Days, cursor: Cursor) -> Iterator[FigureValue]:
    """How the actions stood on the last day, in one pass: what changed afterwards changes no figure of a day that is over."""
    rows = stood_on(year.end, year.start, cursor)
    if not rows:
        return
    status = dict.fromkeys(STATUSES, 0)
    source: dict[str, int] = {}
    months = {month.label: 0 for month in year.months}
    starts = {month.start: month.label for month in year.months}
    for source_code, _agency, rating, month, finished, _late, number in rows:
        status[rating] += number
        title = Plan.Source(source_code).label
        source[title] = source.get(title, 0) + number
        if finished:
            months[starts[month]] += number
    cursor.execute(WORKED_ON, {**days_of(year.end, year.start), "open": [str(one) for one in OPEN], "silent": STALE_DAYS})
    worked = cursor.fetchall()
    by = {"status": status, "source": dict(sorted(source.items())), "agency": {row[0]: row[1] for row in worked}}
    yield counted("actions.all", year, sum(status.values()), by=by, as_at=year.end)
    yield from _worked_on(year, worked)
    yield counted("actions.finished", year, sum(months.values()), by={"month": months})
    cursor.execute(TAGGED, days_of(year.end, year.start))
    if tagged := dict(cursor.fetchall()):
        yield counted("actions.themed", year, sum(tagged.values()), by={"theme": tagged}, as_at=year.end)


def _worked_on(year: Days, worked: Sequence[Sequence[Any]]) -> Iterator[FigureValue]:
    """What was late and for how long, of what nobody wrote, and what was done by its date."""
    late = {agency: sum(bands) for agency, _every, *bands, _days_late, _silent, _due, _in_time in worked}
    lateness = {label: sum(row[2 + place] for row in worked) for place, label in enumerate(LATENESS)}
    most_first = {agency: late[agency] for agency in sorted(late, key=lambda name: (-late[name], name)) if late[agency]}
    yield counted("actions.late", year, sum(late.values()), by={"agency": most_first, "lateness": lateness}, as_at=year.end)
    days = {row[0]: (int(row[5]), late[row[0]]) for row in worked if late[row[0]]}
    yield mean("actions.days_late", year, sum(pair[0] for pair in days.values()), sum(late.values()), by={"agency": days})
    silent = {row[0]: row[6] for row in worked if row[6]}
    yield counted("actions.silent", year, sum(silent.values()), by={"agency": silent}, as_at=year.end)
    due = {row[0]: (row[8], row[7]) for row in worked if row[7]}
    on_time, all_due = (sum(pair[place] for pair in due.values()) for place in (0, 1))
    yield share("actions.done_on_time", year, on_time, all_due, by={"agency": due})
