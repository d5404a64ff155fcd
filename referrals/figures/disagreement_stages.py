"""How long each stage of a professional disagreement takes.

Source: referrals_disagreementstage that has ended, by the moment at which it began. The agency is the one that raised it.
Days are those of the calendar: begun and ended on one day is none.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures.facts import AGENCY, BY, MONTH, FactTable, Measure, choices, month_of, of_child, ward_of
from referrals.models.disagreements import FINAL_STAGE

EVENTS = DisclosureClass.EVENTS

FACTS = f"""
SELECT {month_of("t.began_at")} AS month, a.name AS agency, other.name AS received_by, t.number::text AS stage,
       {of_child("sc", "(t.began_at AT TIME ZONE 'Europe/London')::date")},
       (t.ended_at AT TIME ZONE 'Europe/London')::date - (t.began_at AT TIME ZONE 'Europe/London')::date AS days,
       t.ended_at <= t.due_at AS in_time, CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open
FROM referrals_disagreementstage t
JOIN referrals_disagreement d ON d.id = t.disagreement_id
JOIN accounts_agency a ON a.id = d.raised_for_id
JOIN accounts_agency other ON other.id = d.raised_with_id
LEFT JOIN referrals_contact c ON c.id = d.contact_id
LEFT JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
{ward_of("sc")}
WHERE t.began_at >= %(start)s AND t.began_at < %(end)s AND t.ended_at IS NOT NULL
"""  # noqa: S608  # fixed words only
BREAKDOWNS = ("stage", AGENCY, "received_by", MONTH)

STAGES = FactTable(
    FACTS,
    (*BY, "received_by", "stage"),
    (
        Measure(
            FigureSpec(
                "disagreements.days_in_stage",
                "Days that a stage of a disagreement took",
                "Calendar days from the beginning of a stage to its end, on average, for stages that have ended.",
                "days",
                EVENTS,
                FigureKind.MEAN,
                numerator="days",
                denominator="stages that have ended",
                breakdowns=BREAKDOWNS,
            ),
            "true",
            total="days",
        ),
        Measure(
            FigureSpec(
                "disagreements.stages_in_time",
                "Stages of disagreements that ended in time",
                "Stages that ended by the time that the partnership gives them.",
                "stages",
                EVENTS,
                FigureKind.PERCENTAGE,
                numerator="stages that ended by their due time",
                denominator="stages that have ended",
                breakdowns=BREAKDOWNS,
            ),
            "in_time",
            "true",
        ),
    ),
    labels={"stage": {str(number): f"Stage {number}" for number in range(1, FINAL_STAGE + 1)}},
    in_order=frozenset({"stage"}),
)

cuts("referrals.disagreement_stages", specs=STAGES.specs, choices=choices)(STAGES.read)
