"""What families need early help with, which agencies complete no assessment, and needs met over three years.

Sources: referrals_earlyhelp by the day of the assessment and of the end, accounts_agency. The agency is the one that leads;
ward, age and ethnicity are those of the child who was named first.
"""

from accounts.models import Agency
from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures.facts import BY, PARTS, FactTable, Measure, choices, of_child, together, ward_of
from referrals.models import EarlyHelpNeed, EarlyHelpOutcome

EVENTS, PEOPLE, PERCENTAGE = DisclosureClass.EVENTS, DisclosureClass.PEOPLE, FigureKind.PERCENTAGE
FIRST_CHILD = """
LEFT JOIN LATERAL (
    SELECT child.birth_date, child.ethnicity, child.postcode FROM referrals_earlyhelpchild f
    JOIN children_child child ON child.id = f.child_id WHERE f.early_help_id = h.id ORDER BY f.id LIMIT 1) sc ON true
"""

NEEDED = f"""
SELECT date_trunc('month', h.assessed_on)::date AS month, a.name AS agency, {of_child("sc", "h.assessed_on")}, need.need
FROM referrals_earlyhelp h
CROSS JOIN LATERAL (SELECT DISTINCT unnest(h.needs) AS need) need
JOIN accounts_agency a ON a.id = h.agency_id
{FIRST_CHILD}
{ward_of("sc")}
WHERE h.assessed_on BETWEEN %(first)s AND %(last)s
"""  # noqa: S608  # fixed words only

NEEDS = FactTable(
    NEEDED,
    (*BY, "need"),
    (
        Measure(
            FigureSpec(
                "early_help.needs",
                "Needs of families with early help",
                "Needs that early help assessments named, the most common first. A family with three needs counts under each of "
                "the three, so that the sum is larger than the number of assessments.",
                "needs named",
                PEOPLE,
                FigureKind.COUNT,
                breakdowns=("need", *BY),
            ),
            "true",
        ),
    ),
    labels={"need": {str(code): str(label) for code, label in EarlyHelpNeed.choices}},
)

ENDED = f"""
SELECT a.name AS agency, {of_child("sc", "h.closed_on")}, h.outcome = %(met)s AS met
FROM referrals_earlyhelp h
JOIN accounts_agency a ON a.id = h.agency_id
{FIRST_CHILD}
{ward_of("sc")}
WHERE h.closed_on > %(last)s::date - interval '3 years' AND h.closed_on <= %(last)s
"""  # noqa: S608  # fixed words only

OVER_THREE_YEARS = FactTable(
    ENDED,
    PARTS,
    (
        Measure(
            FigureSpec(
                "early_help.needs_met_3_years",
                "Early help that ended with needs met, over three years",
                "Families whose early help ended because their needs were met, out of all whose early help ended in the three "
                "years up to the last day. It moves slowly, and is not told by month.",
                "families",
                PEOPLE,
                PERCENTAGE,
                numerator="families whose needs were met in the three years",
                denominator="families whose early help ended in the three years",
                breakdowns=PARTS,
            ),
            "met",
            "true",
        ),
    ),
    params={"met": EarlyHelpOutcome.NEEDS_MET.value},
)

COMPLETING = """
SELECT a.kind, NULL::text AS agency, NULL::text AS ward, NULL::text AS age, NULL::text AS ethnicity,
       EXISTS (SELECT 1 FROM referrals_earlyhelp h
               WHERE h.agency_id = a.id AND h.assessed_on BETWEEN %(first)s AND %(last)s) AS completed
FROM accounts_agency a
WHERE a.kind <> 'partnership' AND a.merged_into_id IS NULL AND (a.closed_on IS NULL OR a.closed_on > %(last)s)
      AND EXISTS (SELECT 1 FROM referrals_earlyhelp h WHERE h.assessed_on BETWEEN %(first)s AND %(last)s)
"""

AGENCIES = FactTable(
    COMPLETING,
    ("kind",),
    (
        Measure(
            FigureSpec(
                "early_help.agencies_without",
                "Agencies that completed no early help assessment",
                "Agencies that led no early help assessment to its end in these days, by kind of agency. Which ones they are "
                "stands in the register of early help. It counts agencies, so it cannot be told by ward, age or ethnicity, nor "
                "added up over months.",
                "agencies",
                EVENTS,
                PERCENTAGE,
                numerator="agencies that completed no assessment",
                denominator="agencies of the partnership",
                breakdowns=("kind",),
            ),
            "NOT completed",
            "true",
        ),
    ),
    labels={"kind": {str(code): str(label) for code, label in Agency.Kind.choices}},
)

cuts("referrals.early_help_needs", specs=NEEDS.specs, choices=choices)(NEEDS.read)
cuts("referrals.early_help_standing", specs=(*OVER_THREE_YEARS.specs, *AGENCIES.specs), choices=choices)(
    together(OVER_THREE_YEARS, AGENCIES)
)
