"""Steps between early help and social care, and how many bounce back within 3, 6 and 12 months.

Source: referrals_step, by the moment at which it was asked for. A step down bounces back when social care opens an episode of the
child again, a step up when early help begins for the child again. To be final, a share of a year is taken of the steps whose
months ended in it: those within 12 months of a step are counted in the year after.
"""

from children.models import RESOLVED_SQL
from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures.facts import BY, FactTable, Measure, choices, of_child, ward_of

PEOPLE, COUNT, PERCENTAGE = DisclosureClass.PEOPLE, FigureKind.COUNT, FigureKind.PERCENTAGE
WITHIN = (3, 6, 12)
ANSWERS = {"accepted": "Accepted", "refused": "Refused", "": "Not answered yet"}

FACTS = f"""
WITH steps AS (
    SELECT s.id, s.direction, (s.asked_at AT TIME ZONE 'Europe/London')::date AS asked_on,
           (s.accepted_at AT TIME ZONE 'Europe/London')::date AS accepted_on,
           CASE WHEN s.accepted_at IS NOT NULL THEN 'accepted' WHEN s.refused_at IS NOT NULL THEN 'refused' ELSE '' END AS answer,
           coalesce(s.lead_agency_id, h.agency_id) AS agency_id,
           coalesce(e.child_id, (SELECT f.child_id FROM referrals_earlyhelpchild f WHERE f.early_help_id = h.id
                                 ORDER BY f.id LIMIT 1)) AS child_id
    FROM referrals_step s LEFT JOIN referrals_episode e ON e.id = s.episode_id AND s.direction = 'down'
    LEFT JOIN referrals_earlyhelp h ON h.id = s.early_help_id),
happened AS (
    SELECT *, 0 AS months, asked_on AS day, false AS back FROM steps WHERE asked_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT s.*, m, (s.accepted_on + make_interval(months => m))::date, EXISTS (
        SELECT 1 FROM children_child child
        JOIN children_child same ON {RESOLVED_SQL.format("same")} = {RESOLVED_SQL.format("child")}
        CROSS JOIN LATERAL (
            SELECT referred_on AS again FROM referrals_episode WHERE child_id = same.id AND s.direction = 'down'
            UNION ALL SELECT (o.requested_at AT TIME ZONE 'Europe/London')::date FROM referrals_earlyhelpchild f
            JOIN referrals_earlyhelp o ON o.id = f.early_help_id WHERE f.child_id = same.id AND s.direction = 'up') a
        WHERE child.id = s.child_id AND a.again > s.accepted_on AND a.again <= s.accepted_on + make_interval(months => m))
    FROM steps s CROSS JOIN unnest(%(within)s) m
    WHERE s.accepted_on + make_interval(months => m) BETWEEN %(first)s AND %(last)s)
SELECT h.direction, h.answer, h.months, h.back, date_trunc('month', h.day)::date AS month, coalesce(a.name, '') AS agency,
       {of_child("sc", "h.day")}
FROM happened h LEFT JOIN children_child sc ON sc.id = h.child_id LEFT JOIN accounts_agency a ON a.id = h.agency_id
{ward_of("sc")}
"""  # noqa: S608  # fixed words only


def _asked(code: str, direction: str, title: str, meaning: str) -> Measure:
    spec = FigureSpec(code, title, meaning, "steps", PEOPLE, COUNT, per_10_000=True, breakdowns=(*BY, "answer"))
    return Measure(spec, f"months = 0 AND direction = '{direction}'")


def _back(direction: str, months: int) -> Measure:
    """The share of accepted steps after which the child came back within so many months."""
    where = "social care" if direction == "down" else "early help"
    spec = FigureSpec(
        f"steps.{direction}_back_within_{months}_months",
        f"Steps {direction} that bounced back within {months} months",
        f"Accepted steps {direction} of which {months} months ended in the year, and after which the child was with {where} "
        "again by then.",
        "steps",
        PEOPLE,
        PERCENTAGE,
        numerator=f"steps {direction} after which the child came back within {months} months",
        denominator=f"accepted steps {direction} of which {months} months ended in the year",
        breakdowns=BY,
    )
    mine = f"months = {months} AND direction = '{direction}'"
    return Measure(spec, f"{mine} AND back", mine)


STEPS = FactTable(
    FACTS,
    (*BY, "answer"),
    (
        _asked(
            "steps.down",
            "down",
            "Steps down to early help",
            "Children whom social care offered to early help after an assessment.",
        ),
        _asked("steps.up", "up", "Steps up to social care", "Families whom early help asked social care to take over."),
        *(_back(direction, months) for direction in ("down", "up") for months in WITHIN),
    ),
    labels={"answer": ANSWERS},
    in_order=frozenset({"answer"}),
    params={"within": list(WITHIN)},
)

cuts("referrals.steps", specs=STEPS.specs, choices=choices)(STEPS.read)
