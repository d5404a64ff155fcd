"""Quality of referrals: their mean score, its parts, consent explained, and fathers told of.

Source: referrals_submissionquality, one row for each part of what was first sent, by the moment of receipt; an amendment changes
no figure. Where forms are cut by ward, age or ethnicity, those of their first child count.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.figures.facts import AGENCY, BY, MONTH, FactTable, Measure, choices, month_of, of_child, ward_of
from referrals.models import Exemption, Grade, QualityPart
from referrals.rules.quality import STANDARD

EVENTS, PEOPLE, PERCENTAGE = DisclosureClass.EVENTS, DisclosureClass.PEOPLE, FigureKind.PERCENTAGE
BY_AGENCY_AND_MONTH = (MONTH, AGENCY)

FACTS = f"""
SELECT {month_of("s.received_at")} AS month, coalesce(a.name, '') AS agency,
       {of_child("sc", "(s.received_at AT TIME ZONE 'Europe/London')::date")},
       p.part, p.grade = %(full)s AS told, p.place = 1 AS once, q.score, q.exempt IN ('', %(urgent)s) AS asked
FROM referrals_submission s
JOIN referrals_submissionquality q ON q.submission_id = s.id AND q.version = 1
CROSS JOIN LATERAL jsonb_each_text(q.parts) WITH ORDINALITY AS p(part, grade, place)
LEFT JOIN accounts_agency a ON a.id = s.agency_id
LEFT JOIN referrals_contact first ON first.submission_id = s.id AND first.position = 1
LEFT JOIN referrals_submittedchild sc ON sc.id = first.submitted_child_id
{ward_of("sc")}
WHERE s.received_at >= %(start)s AND s.received_at < %(end)s
"""  # noqa: S608  # fixed words only

QUALITY = FactTable(
    FACTS,
    (*BY, "part"),
    (
        Measure(
            FigureSpec(
                "quality.score",
                "Quality of referrals",
                "The mean score of referrals, out of 100 points: consent explained, the father or why not, the child’s voice, "
                "an example of the worry, and help given before. Notices, and referrals about an urgent child, have none.",
                "points",
                EVENTS,
                PERCENTAGE,
                numerator="points that referrals earned as they were first sent",
                denominator="points that they could have earned: 100 for each that was scored",
                breakdowns=BY_AGENCY_AND_MONTH,
            ),
            "once",
            points="score",
        ),
        Measure(
            FigureSpec(
                "quality.parts",
                "What referrals say",
                "How many of the parts of the score were there, in referrals that were scored.",
                "parts",
                EVENTS,
                PERCENTAGE,
                numerator="parts that were there",
                denominator="parts that were looked for",
                breakdowns=("part", *BY_AGENCY_AND_MONTH),
            ),
            "score IS NOT NULL AND told",
            "score IS NOT NULL",
        ),
        Measure(
            FigureSpec(
                "consent.explained",
                "Consent explained",
                "Referrals that say who agreed and when, who refused and what they said, or in words why nobody was asked; and "
                "whether the family knows. Urgent ones too.",
                "referrals",
                PEOPLE,
                PERCENTAGE,
                numerator="referrals that explain how consent stands",
                denominator="referrals that came by a way that asks for it",
                breakdowns=BY,
            ),
            "asked AND part = %(consent)s AND told",
            "asked AND part = %(consent)s",
        ),
        Measure(
            FigureSpec(
                "fathers.told",
                "The father, or why not",
                "Referrals that name a father or say in words why they cannot. Urgent ones too.",
                "referrals",
                PEOPLE,
                PERCENTAGE,
                numerator="referrals that tell of the father",
                denominator="referrals that came by a way that asks for him",
                breakdowns=BY,
            ),
            "asked AND part = %(fathers)s AND told",
            "asked AND part = %(fathers)s",
        ),
    ),
    labels={"part": {str(one.part): QualityPart(one.part).label for one in STANDARD.parts}},
    in_order=frozenset({"part"}),
    params={
        "full": Grade.FULL.value,
        "urgent": Exemption.URGENT.value,
        "consent": QualityPart.CONSENT.value,
        "fathers": QualityPart.FATHERS.value,
    },
)

cuts("referrals.quality", specs=QUALITY.specs, choices=choices, of_children=True)(QUALITY.read)
