"""Tells of the actions there are when they were added and how they stood before, from the events and the history of values."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PAST = """
WITH values_in_order AS (
    SELECT pgh_obj_id AS action_id, state, agency_id, due_on, amber_from, red_from, recovery_plan <> '' AS planned,
           overruled_rating, done_at, lead(pgh_created_at) OVER next AS until,
           (state, agency_id, due_on, amber_from, red_from, recovery_plan <> '', overruled_rating, coalesce(done_at, '-infinity'))
             IS DISTINCT FROM
           (lead(state) OVER next, lead(agency_id) OVER next, lead(due_on) OVER next, lead(amber_from) OVER next,
            lead(red_from) OVER next, lead(recovery_plan <> '') OVER next, lead(overruled_rating) OVER next,
            coalesce(lead(done_at) OVER next, '-infinity')) AS changed
    FROM board_actionevent WHERE pgh_obj_id IS NOT NULL
    WINDOW next AS (PARTITION BY pgh_obj_id ORDER BY pgh_id))
INSERT INTO board_actionpast
    (action_id, stood_until, state, agency_id, due_on, amber_from, red_from, has_recovery_plan, overruled_rating, done_on)
SELECT action_id, until, state, agency_id, due_on, amber_from, red_from, planned, overruled_rating,
       (done_at AT TIME ZONE 'Europe/London')::date
FROM values_in_order WHERE until IS NOT NULL AND changed
"""

ADDED = """
UPDATE board_action action SET added_on = coalesce(
    (SELECT min(event.at AT TIME ZONE 'Europe/London')::date FROM foundation_domainevent event
     WHERE event.subject_kind = 'action' AND event.subject_reference = action.reference AND event.verb = 'action_added'),
    (SELECT opened_on FROM board_plan WHERE board_plan.id = action.plan_id))
"""


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(PAST)
        cursor.execute(ADDED)


class Migration(migrations.Migration):
    dependencies = [("board", "0002_how_actions_stood"), ("foundation", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
