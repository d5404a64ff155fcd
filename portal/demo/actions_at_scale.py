"""A great many actions with their progress notes, written inside the database: for measuring only.

Their dates lie within a year before and after today; half of them are finished. Those of the first plan are all under way and
late or nearly so: a report of exceptions lists every one.
"""

from datetime import date, datetime
from typing import Any

from django.db import connection

from foundation import clock
from portal.demo import words

PLANS = 400
REPORTED = 300
"""So many actions are in the first plan; the others are spread over the rest."""
NEW_PLANS = """
INSERT INTO board_plan (reference, title, source, opened_on, closed_by)
SELECT 'NM-3-S' || n, 'Plan number ' || n, (ARRAY['review', 'audit', 'inspection'])[1 + n %% 3], %(today)s::date - 400, ''
FROM generate_series(1, %(plans)s) n
"""
LEADS = """
CREATE TEMPORARY TABLE scale_lead ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY agency_id) - 1 AS place, count(*) OVER () AS number, agency_id AS agency, person
FROM (SELECT agency_id, min(person_id) AS person FROM accounts_roleholding WHERE ended_at IS NULL
      GROUP BY agency_id ORDER BY agency_id LIMIT 40) one
"""
ACTIONS = """
INSERT INTO board_action (
    reference, plan_id, added_on, number, text, stands_at, success_measure, agency_id, owner_id, owner_post, deadline_class,
    first_due_on, due_on, amber_from, red_from, recovery_plan, state, overruled_rating, overruled_reason, impact, done_at,
    done_by, last_update_at, version
)
SELECT 'NM-A-S' || n, plan.id, plan.opened_on, n::text, (%(texts)s)[1 + n %% %(number)s], '', '', lead.agency,
    CASE WHEN n %% 7 > 0 THEN lead.person END, 'Head of Safeguarding', 'date',
    due, due, due - 28, due + 29, CASE WHEN n %% 5 = 0 THEN 'More sessions are booked.' ELSE '' END, state, '', '', '',
    CASE WHEN state = 'done' THEN %(now)s::timestamptz - interval '9 days' END, CASE WHEN state = 'done' THEN 'scale' ELSE '' END,
    %(now)s::timestamptz - n %% 20 * interval '1 hour', 1
FROM (SELECT n, %(today)s::date - CASE WHEN n <= %(reported)s THEN 50 - n %% 70 ELSE 365 - n * 7919 %% 730 END AS due,
             CASE WHEN n <= %(reported)s THEN 'in_progress' ELSE (ARRAY[
                 'planned', 'in_progress', 'in_progress', 'reported_done', 'done', 'done', 'done', 'withdrawn'])[1 + n %% 8]
             END AS state,
             CASE WHEN n <= %(reported)s THEN 1 ELSE 2 + n %% (%(plans)s - 1) END AS place
      FROM generate_series(1, %(actions)s) n) one
JOIN board_plan plan ON plan.reference = 'NM-3-S' || place
JOIN scale_lead lead ON lead.place = n %% lead.number
"""
NOTES = """
INSERT INTO board_actionupdate (action_id, kind, text, written_at, written_by_id, state)
SELECT action.id, 'progress', (%(notes)s)[1 + (action.id + turn)::int %% %(many)s],
       action.last_update_at - turn * interval '20 days',
       coalesce(action.owner_id, (SELECT min(person) FROM scale_lead)), 'in_progress'
FROM board_action action, generate_series(0, %(updates)s - 1) turn WHERE action.reference LIKE 'NM-A-S%%'
"""
PAST = """
INSERT INTO board_actionpast (action_id, stood_until, state, agency_id, due_on, amber_from, red_from, has_recovery_plan,
                              overruled_rating)
SELECT id, last_update_at - interval '20 days', 'planned', agency_id, due_on, amber_from, red_from, false, ''
FROM board_action WHERE reference LIKE 'NM-A-S%%'
"""
THEMES = """
INSERT INTO board_theme (code, kind, name, note, retired_by, version)
SELECT 'S' || n, 'factor', 'Factor number ' || n, '', '', 1 FROM generate_series(1, 30) n;
INSERT INTO board_actiontheme (action_id, theme_id)
SELECT action.id, theme.id FROM board_action action JOIN board_theme theme ON theme.code = 'S' || 1 + action.id %% 30
WHERE action.reference LIKE 'NM-A-S%%'
"""


def write_actions(actions: int, updates: int) -> None:
    """Write so many actions with so many notes each."""
    today: date = clock.today()
    moment: datetime = clock.now()
    params: dict[str, Any] = {
        "today": today, "now": moment, "plans": PLANS, "reported": REPORTED, "actions": actions, "updates": updates,
        "texts": list(words.ACTIONS), "number": len(words.ACTIONS), "notes": list(words.PROGRESS_NOTES),
        "many": len(words.PROGRESS_NOTES),
    }  # fmt: skip
    with connection.cursor() as cursor:
        for statement in (NEW_PLANS, LEADS, ACTIONS, NOTES, PAST, THEMES):
            cursor.execute(statement, params)
