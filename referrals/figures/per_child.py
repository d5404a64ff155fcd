"""How many referrals there are for each child in twelve months.

Source: referrals_contact that social care accepted, by the moment of receipt; a child whose records were joined is one. It is
counted over the whole span and never added up from months: a child of two months would be two. Nobody is told it exactly: a
child with an open contact and a restricted one would be counted too often or given away.
"""

from children.models import RESOLVED_SQL
from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures import facts
from referrals.figures.facts import AGE, ETHNICITY, WARD, FactTable, Measure, of_child, ward_of
from referrals.models import REFERRAL_OUTCOMES

FACTS = f"""
SELECT r.number, {of_child("sc", "%(last)s")}
FROM (
    SELECT {RESOLVED_SQL.format("child")} AS who, count(*) AS number
    FROM referrals_contact c JOIN children_child child ON child.id = c.child_id
    WHERE c.received_at >= %(start)s AND c.received_at < %(end)s AND c.outcome = ANY(%(accepted)s) GROUP BY 1
) r JOIN children_child sc ON sc.id = r.who
{ward_of("sc")}
"""  # noqa: S608  # fixed words only

PER_CHILD = FactTable(
    FACTS,
    (WARD, AGE, ETHNICITY),
    (
        Measure(
            FigureSpec(
                "referrals.per_child",
                "Referrals for each child in 12 months",
                "Referrals that social care accepted in the twelve months, for each child of whom it accepted one.",
                "referrals",
                DisclosureClass.PEOPLE,
                FigureKind.MEAN,
                numerator="referrals accepted",
                denominator="children of whom a referral was accepted",
                breakdowns=(WARD, AGE, ETHNICITY),
            ),
            "true",
            total="number",
        ),
    ),
    params={"accepted": list(REFERRAL_OUTCOMES)},
)


cuts("referrals.per_child", specs=PER_CHILD.specs, choices=facts.choices_of_children, of_children=True)(PER_CHILD.read)
