"""Early help: families that began, were assessed and ended, with what came of it.

Source: referrals_earlyhelp, by the day of the request, of the assessment and of the end. The agency is the one that leads; where
families are cut by ward, age or ethnicity, those of the child who was named first count, the age on the day that counts.
"""

from accounts.access_table import roles
from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, PartOf
from referrals.access.people import EARLY_HELP_COORDINATOR
from referrals.figures.facts import BY, PARTS, FactTable, Measure, choices, labels_of, of_child, ward_of
from referrals.models import EarlyHelpOutcome, EarlyHelpSource

PEOPLE, COUNT, STATE, PERCENTAGE = DisclosureClass.PEOPLE, FigureKind.COUNT, FigureKind.STATE, FigureKind.PERCENTAGE

FACTS = f"""
SELECT h.id, h.what, date_trunc('month', h.day)::date AS month, a.name AS agency, {of_child("sc", "h.day")},
       h.source, h.outcome, h.in_time, h.better, h.scored
FROM (
    SELECT id, 'begun' AS what, (requested_at AT TIME ZONE 'Europe/London')::date AS day, source, '' AS outcome,
           false AS in_time, false AS better, false AS scored
    FROM referrals_earlyhelp WHERE requested_at >= %(start)s AND requested_at < %(end)s
    UNION ALL SELECT id, 'assessed', assessed_on, source, '', assessed_on <= assessment_due_on, false, false
    FROM referrals_earlyhelp WHERE assessed_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT id, 'ended', closed_on, source, outcome, false, score_after > score_before,
           score_after IS NOT NULL AND score_before IS NOT NULL
    FROM referrals_earlyhelp WHERE closed_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT id, 'open', %(last)s, source, '', false, false, false
    FROM referrals_earlyhelp WHERE requested_at < %(end)s AND (closed_on IS NULL OR closed_on > %(last)s)
) h
JOIN referrals_earlyhelp e ON e.id = h.id
JOIN accounts_agency a ON a.id = e.agency_id
LEFT JOIN LATERAL (
    SELECT child.birth_date, child.ethnicity, child.postcode FROM referrals_earlyhelpchild f
    JOIN children_child child ON child.id = f.child_id WHERE f.early_help_id = e.id ORDER BY f.id LIMIT 1) sc ON true
{ward_of("sc")}
"""  # noqa: S608  # fixed words only

EARLY_HELP = FactTable(
    FACTS,
    (*BY, "source", "outcome"),
    (
        Measure(
            FigureSpec(
                "early_help.begun",
                "Early help begun",
                "Families for whom early help began, by how it came about.",
                "families",
                PEOPLE,
                COUNT,
                per_10_000=True,
                breakdowns=(*BY, "source"),
            ),
            "what = 'begun'",
        ),
        Measure(
            FigureSpec(
                "early_help.assessed",
                "Early help assessments finished",
                "Early help assessments that were finished, by the agency that leads.",
                "assessments",
                PEOPLE,
                COUNT,
                per_10_000=True,
                breakdowns=BY,
            ),
            "what = 'assessed'",
        ),
        Measure(
            FigureSpec(
                "early_help.assessed_in_time",
                "Early help assessments finished in time",
                "Early help assessments that were finished by their due day.",
                "assessments",
                PEOPLE,
                PERCENTAGE,
                numerator="assessments finished by their due day",
                denominator="assessments finished",
                breakdowns=BY,
            ),
            "what = 'assessed' AND in_time",
            "what = 'assessed'",
        ),
        Measure(
            FigureSpec(
                "early_help.ended",
                "Early help ended",
                "Families whose early help ended, by how it ended.",
                "families",
                PEOPLE,
                COUNT,
                breakdowns=(*BY, "outcome"),
            ),
            "what = 'ended'",
        ),
        Measure(
            FigureSpec(
                "early_help.needs_met",
                "Early help that ended with needs met",
                "Families whose early help ended because their needs were met.",
                "families",
                PEOPLE,
                PERCENTAGE,
                numerator="families whose needs were met",
                denominator="families whose early help ended",
                breakdowns=BY,
                part_of=PartOf("early_help.ended", "outcome", (str(EarlyHelpOutcome.NEEDS_MET.label),)),
            ),
            "what = 'ended' AND outcome = %(met)s",
            "what = 'ended'",
        ),
        Measure(
            FigureSpec(
                "early_help.better",
                "Families who say that things are better",
                "Families whose own score was higher at the end of early help than at its beginning.",
                "families",
                PEOPLE,
                PERCENTAGE,
                numerator="families with a higher score at the end",
                denominator="families who gave a score at both ends",
                breakdowns=BY,
            ),
            "what = 'ended' AND better",
            "what = 'ended' AND scored",
        ),
        Measure(
            FigureSpec(
                "early_help.open",
                "Families with early help",
                "Families whose early help had begun and not ended on the last day of the year.",
                "families",
                PEOPLE,
                STATE,
                per_10_000=True,
                breakdowns=PARTS,
            ),
            "what = 'open'",
        ),
    ),
    labels={"source": labels_of(EarlyHelpSource, ""), "outcome": labels_of(EarlyHelpOutcome, "")},
    in_order=frozenset({"outcome"}),
    params={"met": EarlyHelpOutcome.NEEDS_MET.value},
)

OPENERS, LIST = roles(EARLY_HELP_COORDINATOR).roles, "referrals:families_behind"
cuts("referrals.early_help", specs=EARLY_HELP.specs, choices=choices, behind=LIST, openers=OPENERS)(EARLY_HELP.read)
