"""A great many child protection plans of an earlier system, written inside the database: for measuring only.

Children go on a plan at any time of sixteen years, for a month to two years; every fourth comes back on one. Some plans change
their category, and each is reviewed in its rhythm while it runs.
"""

from datetime import date, datetime

from django.db import connection

from foundation import clock
from portal.demo.multiplying import without_indexes
from protection.models import FamilyGroup, PlanCategory, ProtectionPlan, ReviewHeld

CHILDREN_WITH_ONE = 4 / 5
"""Of a hundred plans eighty are first ones."""
YEARS = 16
PLANS = """
CREATE TEMPORARY TABLE scale_plan ON COMMIT DROP AS
WITH child AS (
    SELECT id, row_number() OVER (ORDER BY id) AS place FROM children_child WHERE merged_into_id IS NULL
    ORDER BY id LIMIT %(children)s
), first AS (
    SELECT id AS child, place, 1 AS turn, %(today)s::date - (place * 7919 %% %(days)s)::int - 30 AS began,
           30 + (place * 104729 %% 700)::int AS lasts
    FROM child
), every AS (
    SELECT * FROM first
    UNION ALL
    SELECT child, place, 2, began + lasts + 150 + (place %% 500)::int, 40 + (place * 31 %% 500)::int
    FROM first WHERE place %% 4 = 0
)
SELECT row_number() OVER (ORDER BY place, turn) AS number, child, turn, began, began + lasts AS over,
       (ARRAY['NEG', 'NEG', 'EMO', 'EMO', 'PHY', 'SAB'])[1 + place %% 6] AS category, place %% 7 = 0 AND lasts > 120 AS changes
FROM every WHERE began < %(today)s
"""
FAMILIES = """
INSERT INTO protection_familygroup (reference, team_id, restricted, opened_at, opened_by, source_reference)
SELECT 'NM-5-F' || child, (SELECT min(id) FROM accounts_team), false, %(now)s, 'scale', 'F' || child
FROM (SELECT DISTINCT child FROM scale_plan) one
"""
ROWS = """
INSERT INTO protection_plan (
    reference, family_id, child_id, origin, started_on, initial_category, category, previous_plans, visit_every,
    written_agreement, contingency, review_due_on, ended_on, end_reason, end_note, ended_at, ended_by,
    withdrawn_by, withdrawn_reason, source_reference, source_child, recorded_at, recorded_by, version
)
SELECT 'NM-5-P' || number, f.id, child, 'imported', began, s.category,
    CASE WHEN changes THEN 'EMO' ELSE s.category END, turn - 1, 10,
    '', '', CASE WHEN over > %(today)s THEN %(today)s::date + 60 END,
    CASE WHEN over <= %(today)s THEN over END, CASE WHEN over <= %(today)s THEN 'cin' ELSE '' END, '',
    CASE WHEN over <= %(today)s THEN %(now)s::timestamptz END, CASE WHEN over <= %(today)s THEN 'scale' ELSE '' END,
    '', '', 'P' || number, 'C' || child, %(now)s, 'scale', 1
FROM scale_plan s JOIN protection_familygroup f ON f.source_reference = 'F' || child
"""
CATEGORIES = """
INSERT INTO protection_plancategory (plan_id, category, from_on)
SELECT p.id, p.initial_category, p.started_on FROM protection_plan p WHERE p.recorded_by = 'scale'
UNION ALL SELECT p.id, 'EMO', p.started_on + 100 FROM scale_plan s JOIN protection_plan p ON p.source_reference = 'P' || s.number
WHERE s.changes AND s.began + 100 <= %(today)s
"""
REVIEWS = """
INSERT INTO protection_reviewheld (plan_id, held_on, due_on, counted_due_on)
SELECT p.id, p.started_on + 88 + 180 * turn, p.started_on + 91 + 180 * turn, p.started_on + 91 + 180 * turn
FROM protection_plan p, generate_series(0, 4) turn
WHERE p.recorded_by = 'scale' AND p.started_on + 88 + 180 * turn < least(coalesce(p.ended_on, %(today)s::date), %(today)s::date)
"""


def write_plans(plans: int) -> None:
    """Write so many plans (roughly), as if they had been brought over."""
    today: date = clock.today()
    children, moment = int(plans * CHILDREN_WITH_ONE), clock.now()
    params: dict[str, int | date | datetime] = {"children": children, "days": YEARS * 365, "today": today, "now": moment}
    with without_indexes([FamilyGroup, ProtectionPlan, PlanCategory, ReviewHeld]), connection.cursor() as cursor:
        for statement in (PLANS, FAMILIES, ROWS, CATEGORIES, REVIEWS):
            cursor.execute(statement, params)
