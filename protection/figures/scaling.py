"""By how much the scale of safety has changed under a plan, from its first conference to its newest.

Source: protection_safetyscore: the middle of what people said in each conference of the plan. Plans with two or more conferences
that have scores, by the newest of them in the span.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures import facts
from referrals.figures.facts import AGE, ETHNICITY, MONTH, WARD, FactTable, Measure, of_child, ward_of

CHANGES = {
    "a": "Rose by 3 points or more",
    "b": "Rose by less than 3 points",
    "c": "Did not change",
    "d": "Fell by less than 3 points",
    "e": "Fell by 3 points or more",
}
ROSE = (CHANGES["a"], CHANGES["b"])
FACTS = f"""
SELECT date_trunc('month', k.newest)::date AS month, {of_child("ch", "k.newest")},
       CASE WHEN k.change >= 3 THEN 'a' WHEN k.change > 0 THEN 'b' WHEN k.change = 0 THEN 'c' WHEN k.change > -3 THEN 'd' ELSE 'e'
       END AS change
FROM (
    SELECT p.child_id, max(m.held_on) AS newest, count(*) AS number,
           (array_agg(m.middle ORDER BY m.held_on DESC))[1] - (array_agg(m.middle ORDER BY m.held_on))[1] AS change
    FROM protection_plan p
    JOIN (
        SELECT c.id, c.family_id, c.held_on, percentile_cont(0.5) WITHIN GROUP (ORDER BY s.score) AS middle
        FROM protection_safetyscore s JOIN protection_conference c ON c.id = s.conference_id
        WHERE c.held_on <= %(last)s GROUP BY c.id
    ) m ON m.family_id = p.family_id AND m.held_on >= p.started_on
    JOIN protection_conferencechild cc ON cc.conference_id = m.id AND cc.child_id = p.child_id
    WHERE p.withdrawn_at IS NULL GROUP BY p.id
) k JOIN children_child ch ON ch.id = k.child_id
{ward_of("ch")}
WHERE k.number > 1 AND k.newest BETWEEN %(first)s AND %(last)s
"""  # noqa: S608  # fixed words only

SCALING = FactTable(
    FACTS,
    (MONTH, WARD, AGE, ETHNICITY, "change"),
    (
        Measure(
            FigureSpec(
                "plans.scaled",
                "Plans by how the scale of safety changed",
                "Plans with two or more conferences in which people scored how safe the children are, by how far the middle of "
                "their scores moved from the first to the newest, on the scale from 0 to 10.",
                "plans",
                DisclosureClass.PEOPLE,
                FigureKind.COUNT,
                breakdowns=(MONTH, WARD, AGE, ETHNICITY, "change"),
            ),
            "true",
        ),
    ),
    labels={"change": CHANGES},
    in_order=frozenset({"change"}),
)


cuts("protection.scaling", specs=SCALING.specs, choices=facts.choices_of_children, of_children=True)(SCALING.read)
