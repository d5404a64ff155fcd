"""Casework: child-in-need episodes that were opened, ended and stand open, and assessments with their clock of 45 working days.

Sources: referrals_episode by the day of the referral and of the end, referrals_assessment by the day of its authorisation. The
agency is the one that referred; ward, age and ethnicity are those told in the referral, the age on the day that counts.
"""

from accounts.access_table import roles
from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, PartOf
from referrals.access.people import TEAM_MANAGER
from referrals.figures.facts import BY, PARTS, FactTable, Measure, choices, labels_of, of_child, ward_of
from referrals.models import AssessmentOutcome, ClosureReason, PrimaryNeed

PEOPLE, COUNT, STATE, PERCENTAGE = DisclosureClass.PEOPLE, FigureKind.COUNT, FigureKind.STATE, FigureKind.PERCENTAGE

FACTS = f"""
SELECT h.id, h.what, date_trunc('month', h.day)::date AS month, coalesce(a.name, '') AS agency, t.name AS team,
       {of_child("sc", "h.day")}, e.primary_need AS need,
       CASE WHEN e.no_further_action THEN '-' ELSE e.closure_reason END AS closure, h.outcome, h.in_time, h.seen, h.plan
FROM (
    SELECT id, 'opened' AS what, referred_on AS day, '' AS outcome, false AS in_time, false AS seen, false AS plan
    FROM referrals_episode WHERE referred_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT id, 'ended', closed_on, '', false, false, false
    FROM referrals_episode WHERE closed_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT e.id, 'open', %(last)s, '', false, false,
        EXISTS (SELECT 1 FROM referrals_plan p WHERE p.episode_id = e.id AND p.started_on <= %(last)s
                AND (p.ended_on IS NULL OR p.ended_on > %(last)s))
    FROM referrals_episode e WHERE referred_on <= %(last)s AND (closed_on IS NULL OR closed_on > %(last)s)
    UNION ALL SELECT episode_id, 'assessed', authorised_on, outcome, authorised_on <= due_on, seen_on IS NOT NULL, false
    FROM referrals_assessment WHERE authorised_on BETWEEN %(first)s AND %(last)s
) h
JOIN referrals_episode e ON e.id = h.id
JOIN referrals_contact c ON c.id = e.contact_id
JOIN referrals_submission s ON s.id = c.submission_id
JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
JOIN accounts_team t ON t.id = e.team_id
LEFT JOIN accounts_agency a ON a.id = s.agency_id
{ward_of("sc")}
"""  # noqa: S608  # fixed words only

CASEWORK = FactTable(
    FACTS,
    (*BY, "team", "need", "closure", "outcome"),
    (
        Measure(
            FigureSpec(
                "episodes.opened",
                "Episodes opened",
                "Children for whom social care opened a child-in-need episode after a referral.",
                "children",
                PEOPLE,
                COUNT,
                per_10_000=True,
                breakdowns=BY,
            ),
            "what = 'opened'",
        ),
        Measure(
            FigureSpec(
                "episodes.ended",
                "Episodes ended",
                "Child-in-need episodes that ended, by the reason with which they were closed.",
                "episodes",
                PEOPLE,
                COUNT,
                breakdowns=(*BY, "closure"),
            ),
            "what = 'ended'",
        ),
        Measure(
            FigureSpec(
                "cases.open",
                "Open cases",
                "Children with an open episode of help or protection by children’s social care on the last day of the year.",
                "children",
                PEOPLE,
                STATE,
                version=2,
                per_10_000=True,
                breakdowns=(*PARTS, "team"),
            ),
            "what = 'open'",
        ),
        Measure(
            FigureSpec(
                "cases.with_plan",
                "Children with a child-in-need plan",
                "Children with an open episode and a running child-in-need plan on the last day of the year.",
                "children",
                PEOPLE,
                STATE,
                per_10_000=True,
                breakdowns=PARTS,
            ),
            "what = 'open' AND plan",
        ),
        Measure(
            FigureSpec(
                "assessments.finished",
                "Assessments finished",
                "Child and family assessments that a manager authorised, by what they led to.",
                "assessments",
                PEOPLE,
                COUNT,
                per_10_000=True,
                breakdowns=(*BY, "outcome"),
            ),
            "what = 'assessed'",
        ),
        Measure(
            FigureSpec(
                "assessments.in_time",
                "Assessments finished within 45 working days",
                "Child and family assessments that a manager authorised by the end of the 45th working day after the referral.",
                "assessments",
                PEOPLE,
                PERCENTAGE,
                numerator="assessments authorised by their due day",
                denominator="assessments authorised",
                breakdowns=BY,
            ),
            "what = 'assessed' AND in_time",
            "what = 'assessed'",
        ),
        Measure(
            FigureSpec(
                "assessments.no_further_action",
                "Assessments without further action",
                "Child and family assessments after which nothing more was done by social care.",
                "assessments",
                PEOPLE,
                PERCENTAGE,
                numerator="assessments with no further action",
                denominator="assessments authorised",
                breakdowns=BY,
                part_of=PartOf("assessments.finished", "outcome", (str(AssessmentOutcome.NO_FURTHER_ACTION.label),)),
            ),
            "what = 'assessed' AND outcome = %(nothing)s",
            "what = 'assessed'",
        ),
        Measure(
            FigureSpec(
                "assessments.child_seen",
                "Children seen during their assessment",
                "Child and family assessments that name the day on which the child was seen.",
                "assessments",
                PEOPLE,
                PERCENTAGE,
                numerator="assessments in which the child was seen",
                denominator="assessments authorised",
                breakdowns=BY,
            ),
            "what = 'assessed' AND seen",
            "what = 'assessed'",
        ),
    ),
    labels={
        "need": labels_of(PrimaryNeed, "Not recorded"),
        "closure": {**labels_of(ClosureReason, ""), "-": "No further action after the referral"},
        "outcome": labels_of(AssessmentOutcome, ""),
    },
    params={"nothing": AssessmentOutcome.NO_FURTHER_ACTION.value},
)

OPENERS, LIST = roles(TEAM_MANAGER).roles, "referrals:episodes_behind"
cuts("referrals.casework", specs=CASEWORK.specs, choices=choices, behind=LIST, openers=OPENERS)(CASEWORK.read)
