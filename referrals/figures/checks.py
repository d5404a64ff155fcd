"""Checks: what agencies were asked, whether they answered, and whether in time.

Source: work_request of the kind of a check, by the moment at which the answer was due; waived and withdrawn ones do not count.
The agency is the one that was asked; the rating is the one whose limit the check got.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.access.people import MASH
from referrals.figures.facts import BY, FactTable, Measure, choices, labels_of, month_of, of_child, ward_of
from referrals.models import Rating
from referrals.rules.triage import CONTACT, MASH_CHECK

EVENTS, COUNT, PERCENTAGE = DisclosureClass.EVENTS, FigureKind.COUNT, FigureKind.PERCENTAGE

FACTS = f"""
SELECT {month_of("q.due_at")} AS month, a.name AS agency, coalesce(nullif(k.variant, ''), c.rating, '') AS rating,
       {of_child("sc", "(q.asked_at AT TIME ZONE 'Europe/London')::date")},
       q.answered_at IS NOT NULL AS answered, coalesce(q.answered_at <= q.due_at, false) AS in_time,
       CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open
FROM work_request q
JOIN accounts_agency a ON a.id = q.to_agency_id
LEFT JOIN work_clock k ON k.id = q.clock_id
LEFT JOIN referrals_contact c ON c.reference = q.subject_reference
LEFT JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
{ward_of("sc")}
WHERE q.kind = %(kind)s AND q.subject_kind = %(subject)s AND q.state IN ('asked', 'answered')
      AND q.due_at >= %(start)s AND q.due_at < %(end)s
"""  # noqa: S608  # fixed words only

CHECKS = FactTable(
    FACTS,
    (*BY, "rating"),
    (
        Measure(
            FigureSpec(
                "checks.asked",
                "Checks asked of agencies",
                "Questions of the MASH to agencies whose answer was due. Waived and withdrawn ones do not count.",
                "checks",
                EVENTS,
                COUNT,
                breakdowns=("month", "agency", "rating"),
            ),
            "true",
        ),
        Measure(
            FigureSpec(
                "checks.answered",
                "Checks answered",
                "Questions of the MASH to agencies that were answered at all, in time or not.",
                "checks",
                EVENTS,
                PERCENTAGE,
                numerator="checks answered",
                denominator="checks whose answer was due in the year",
                breakdowns=("month", "agency", "rating"),
            ),
            "answered",
            "true",
        ),
        Measure(
            FigureSpec(
                "checks.answered_in_time",
                "Checks answered in time",
                "Questions of the MASH to agencies that were answered by the time that the rating gave. Waived and withdrawn "
                "ones do not count.",
                "checks",
                EVENTS,
                PERCENTAGE,
                numerator="checks answered by their due time",
                denominator="checks whose answer was due in the year",
                breakdowns=("month", "agency", "rating"),
            ),
            "in_time",
            "true",
        ),
    ),
    labels={"rating": labels_of(Rating, "Not rated")},
    in_order=frozenset({"rating"}),
    params={"kind": MASH_CHECK, "subject": CONTACT},
)

cuts("referrals.checks", specs=CHECKS.specs, choices=choices, sighted=MASH.roles, of_children=True)(CHECKS.read)
