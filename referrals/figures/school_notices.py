"""Operation Encompass: notices to schools, and how many were given before the next school day started.

Source: referrals_schoolnotice, by the moment at which it was begun. The agency is the school that was told.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures.facts import BY, FactTable, Measure, choices, month_of, of_child, ward_of

PEOPLE, COUNT, PERCENTAGE = DisclosureClass.PEOPLE, FigureKind.COUNT, FigureKind.PERCENTAGE

FACTS = f"""
SELECT {month_of("n.begun_at")} AS month, coalesce(a.name, '') AS agency,
       {of_child("sc", "(n.begun_at AT TIME ZONE 'Europe/London')::date")},
       coalesce(n.told_at < n.told_due_at, false) AS in_time, n.state = 'acknowledged' AS acknowledged
FROM referrals_schoolnotice n
JOIN referrals_contact c ON c.id = n.contact_id
JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
LEFT JOIN accounts_agency a ON a.id = n.agency_id
{ward_of("sc")}
WHERE n.begun_at >= %(start)s AND n.begun_at < %(end)s
"""  # noqa: S608  # fixed words only

NOTICES = FactTable(
    FACTS,
    BY,
    (
        Measure(
            FigureSpec(
                "encompass.notices",
                "Notices to schools (Operation Encompass)",
                "Children of whom a school, or the officer for those educated at home, was to be told of domestic abuse.",
                "notices",
                PEOPLE,
                COUNT,
                breakdowns=("month", "agency"),
            ),
            "true",
        ),
        Measure(
            FigureSpec(
                "encompass.told_in_time",
                "Schools told before the next school day",
                "Notices given before 9am of the next school day after the front door had them.",
                "notices",
                PEOPLE,
                PERCENTAGE,
                numerator="notices given before 9am of the next school day",
                denominator="notices begun",
                breakdowns=("month", "agency"),
            ),
            "in_time",
            "true",
        ),
        Measure(
            FigureSpec(
                "encompass.acknowledged",
                "Notices that the school acknowledged",
                "Notices of which the school, or the officer, said that they have them.",
                "notices",
                PEOPLE,
                PERCENTAGE,
                numerator="notices acknowledged",
                denominator="notices begun",
                breakdowns=("month", "agency"),
            ),
            "acknowledged",
            "true",
        ),
    ),
    labels={"agency": {"": "Nobody told yet"}},
)

cuts("referrals.school_notices", specs=NOTICES.specs, choices=choices)(NOTICES.read)
