"""Local help that was used instead of a referral. Source: referrals_directorychoice, by the day of the choice."""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures.facts import AGE, AGENCY, ETHNICITY, MONTH, WARD, FactTable, Measure, choices

FACTS = """
SELECT date_trunc('month', c.chosen_on)::date AS month, a.name AS agency, s.name AS service,
       NULL::text AS ward, NULL::text AS age, NULL::text AS ethnicity
FROM referrals_directorychoice c
JOIN referrals_directoryservice s ON s.id = c.service_id
JOIN accounts_agency a ON a.id = c.agency_id
WHERE c.chosen_on BETWEEN %(first)s AND %(last)s
"""
LOCAL_HELP = FactTable(
    FACTS,
    (MONTH, AGENCY, WARD, AGE, ETHNICITY, "service"),
    (
        Measure(
            FigureSpec(
                "directory.chosen",
                "Local help used instead of a referral",
                "Times that somebody recorded using a service of the local directory instead of referring. No child is named "
                "with it, so it cannot be told by ward, age or ethnicity.",
                "choices",
                DisclosureClass.EVENTS,
                FigureKind.COUNT,
                breakdowns=("service", AGENCY, MONTH),
            ),
            "true",
        ),
    ),
)

cuts("referrals.local_help", specs=LOCAL_HELP.specs, choices=choices)(LOCAL_HELP.read)
