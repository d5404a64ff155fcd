"""Professional disagreements by who raised them, with whom, about what, and the stage that they reached.

Source: referrals_disagreement, by the moment at which it was raised. The agency is the one that raised it.
"""

from accounts.access import AGENCY_LEAD
from accounts.access_table import roles
from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.access.people import MASH_MANAGER
from referrals.figures.facts import BY, FactTable, Measure, choices, labels_of, month_of, of_child, ward_of
from referrals.models import Disagreement
from referrals.models.disagreements import FINAL_STAGE

EVENTS, COUNT, PERCENTAGE = DisclosureClass.EVENTS, FigureKind.COUNT, FigureKind.PERCENTAGE

FACTS = f"""
SELECT d.id, {month_of("d.raised_at")} AS month, a.name AS agency, other.name AS received_by,
       d.stage::text AS stage, d.about, d.state,
       {of_child("sc", "(d.raised_at AT TIME ZONE 'Europe/London')::date")},
       coalesce(d.ended_at <= d.raised_at + interval '7 days', false) AS in_a_week,
       (d.ended_at AT TIME ZONE 'Europe/London')::date - (d.raised_at AT TIME ZONE 'Europe/London')::date AS days,
       CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open
FROM referrals_disagreement d
JOIN accounts_agency a ON a.id = d.raised_for_id
JOIN accounts_agency other ON other.id = d.raised_with_id
LEFT JOIN referrals_contact c ON c.id = d.contact_id
LEFT JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
{ward_of("sc")}
WHERE d.raised_at >= %(start)s AND d.raised_at < %(end)s
"""  # noqa: S608  # fixed words only

DISAGREEMENTS = FactTable(
    FACTS,
    (*BY, "received_by", "stage", "about", "state"),
    (
        Measure(
            FigureSpec(
                "disagreements.raised",
                "Professional disagreements",
                "Times that one agency disagreed with what another had decided or done about a child, by the stage reached.",
                "disagreements",
                EVENTS,
                COUNT,
                breakdowns=("month", "agency", "received_by", "stage", "about", "state"),
            ),
            "true",
        ),
        Measure(
            FigureSpec(
                "disagreements.ended",
                "Disagreements that have ended",
                "Disagreements that were resolved, or decided by the partnership.",
                "disagreements",
                EVENTS,
                PERCENTAGE,
                numerator="disagreements that have ended",
                denominator="disagreements raised",
                breakdowns=("month", "agency", "received_by", "stage"),
            ),
            "state <> 'open'",
            "true",
        ),
        Measure(
            FigureSpec(
                "disagreements.ended_in_a_week",
                "Disagreements that ended within a week",
                "Disagreements that were over within seven days of being raised: a working week.",
                "disagreements",
                EVENTS,
                PERCENTAGE,
                numerator="disagreements that ended within seven days",
                denominator="disagreements that have ended",
                breakdowns=("month", "agency", "received_by", "stage"),
            ),
            "in_a_week",
            "state <> 'open'",
        ),
        Measure(
            FigureSpec(
                "disagreements.days",
                "Days until a disagreement ended",
                "Calendar days from the day on which it was raised to the day on which it ended, on average, for disagreements "
                "that have ended.",
                "days",
                EVENTS,
                FigureKind.MEAN,
                numerator="days",
                denominator="disagreements that have ended",
                breakdowns=("month", "agency", "received_by", "stage", "about"),
            ),
            "state <> 'open'",
            total="days",
        ),
    ),
    labels={
        "stage": {str(number): f"Stage {number}" for number in range(1, FINAL_STAGE + 1)},
        "about": labels_of(Disagreement.About, ""),
        "state": labels_of(Disagreement.State, ""),
    },
    in_order=frozenset({"stage", "state"}),
)

OPENERS, LIST = roles(AGENCY_LEAD, MASH_MANAGER).roles, "referrals:disagreements_behind"
cuts("referrals.disagreements", specs=DISAGREEMENTS.specs, choices=choices, behind=LIST, openers=OPENERS)(DISAGREEMENTS.read)
