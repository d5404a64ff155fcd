"""Operation Encompass: notices to schools, and how many were given before the next school day started.

Source: referrals_schoolnotice, by the moment at which it was begun. The agency is the school that was told.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures.facts import BY, PARTS, FactTable, Measure, choices, month_of, of_child, ward_of

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


SCHOOLS = """
WITH portal AS (
    SELECT a.name, coalesce(n.urn, '') AS urn,
           coalesce(n.signed_up_on <= %(last)s, false) AND EXISTS (
               SELECT 1 FROM accounts_roleholding h
               WHERE h.agency_id = a.id AND h.role_id = 'agency_lead' AND h.starts_on <= %(last)s
                 AND (h.ends_on IS NULL OR h.ends_on >= %(last)s) AND h.confirmed_until >= n.signed_up_on
           ) AS signed_up
    FROM accounts_agency a LEFT JOIN referrals_noticeschool n ON n.agency_id = a.id
    WHERE a.kind IN ('school', 'early_years') AND a.merged_into_id IS NULL AND (a.closed_on IS NULL OR a.closed_on > %(last)s)
)
SELECT facts.* FROM (
    SELECT p.name AS agency, NULL::text AS ward, NULL::text AS age, NULL::text AS ethnicity, p.signed_up FROM portal p
    UNION ALL
    SELECT s.name, NULL, NULL, NULL, false FROM children_school s
    WHERE s.open AND NOT EXISTS (
        SELECT 1 FROM portal p WHERE p.urn = s.urn OR (p.urn = '' AND lower(p.name) = lower(s.name))
    )
) facts
WHERE EXISTS (SELECT 1 FROM referrals_noticeschool n WHERE n.signed_up_on <= %(last)s)
"""
"""Every open school once: those in the portal, and those that only the imported list names. None before the first signed up."""

SIGNED_UP = FactTable(
    SCHOOLS,
    PARTS,
    (
        Measure(
            FigureSpec(
                "encompass.schools_signed_up",
                "Schools signed up for notices",
                "Schools in which a confirmed safeguarding lead takes notices of domestic abuse, out of all schools: those in "
                "the portal and those of the imported list, as they stand on the last day. It is about schools, "
                "so it cannot be told by ward, age or ethnicity.",
                "schools",
                DisclosureClass.EVENTS,
                PERCENTAGE,
                numerator="schools signed up for notices",
                denominator="open schools in the portal or in the imported list",
            ),
            "signed_up",
            "true",
        ),
    ),
)

cuts("referrals.notice_schools", specs=SIGNED_UP.specs, choices=choices)(SIGNED_UP.read)
