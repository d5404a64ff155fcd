"""Levels and ratings that two people gave: the referrer's level beside the decided one, the first rating beside the present.

Source: referrals_contact with its submission, by the moment of receipt; level and rating as they stand now.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.access.people import MASH
from referrals.figures.facts import BY, FactTable, Measure, choices, month_of, of_child, ward_of
from referrals.models import Rating, ThresholdLevel

PEOPLE, COUNT, PERCENTAGE = DisclosureClass.PEOPLE, FigureKind.COUNT, FigureKind.PERCENTAGE
LEVELS, RATINGS = "levels", "ratings"

FACTS = f"""
SELECT c.id, {month_of("c.received_at")} AS month, coalesce(a.name, '') AS agency,
       {of_child("sc", "(c.received_at AT TIME ZONE 'Europe/London')::date")},
       s.referrer_level AS asked, c.threshold_level AS decided, c.initial_rating AS first, c.rating AS now,
       s.referrer_level || '-' || c.threshold_level AS levels,
       CASE WHEN c.rating <> '' THEN c.initial_rating || '-' || c.rating END AS ratings,
       CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open
FROM referrals_contact c
JOIN referrals_submission s ON s.id = c.submission_id
JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
LEFT JOIN accounts_agency a ON a.id = s.agency_id
{ward_of("sc")}
WHERE c.received_at >= %(start)s AND c.received_at < %(end)s
"""  # noqa: S608  # fixed words only

COMPARED = "contacts whose referrer named a level and whose decision did"


def _level(code: str, title: str, meaning: str, numerator: str, top: str) -> Measure:
    spec = FigureSpec(
        code, title, meaning, "contacts", PEOPLE, PERCENTAGE, numerator=numerator, denominator=COMPARED, breakdowns=BY
    )
    return Measure(spec, top, "levels IS NOT NULL")


LEVELS_AND_RATINGS = FactTable(
    FACTS,
    (*BY, LEVELS, RATINGS),
    (
        _level(
            "levels.agreed",
            "Referrer and MASH saw the same level of need",
            "Contacts that were decided at the level of need that the referrer had named.",
            "contacts decided at the referrer’s level",
            "asked = decided",
        ),
        _level(
            "levels.decided_lower",
            "Decided at a lower level of need than the referrer saw",
            "Contacts that were decided at a lower level of need than the referrer had named. By agency it says whose view of "
            "thresholds to talk about.",
            "contacts decided at a lower level",
            "decided < asked",
        ),
        _level(
            "levels.decided_higher",
            "Decided at a higher level of need than the referrer saw",
            "Contacts that were decided at a higher level of need than the referrer had named.",
            "contacts decided at a higher level",
            "decided > asked",
        ),
        Measure(
            FigureSpec(
                "levels.compared",
                "Levels of need, named and decided",
                "Contacts whose referrer named a level of need and whose decision did, by both. Chosen for one agency, it shows "
                "how that agency’s view lies beside the decisions.",
                "contacts",
                PEOPLE,
                COUNT,
                breakdowns=(LEVELS, *BY),
                whole_only=(LEVELS,),
            ),
            "levels IS NOT NULL",
        ),
        Measure(
            FigureSpec(
                "ratings.changed",
                "Ratings that changed",
                "Rated contacts whose rating is no longer the first one that they were given.",
                "contacts",
                PEOPLE,
                PERCENTAGE,
                numerator="contacts whose rating differs from their first",
                denominator="contacts that were rated",
                breakdowns=BY,
            ),
            "ratings IS NOT NULL AND first <> now",
            "ratings IS NOT NULL",
        ),
        Measure(
            FigureSpec(
                "ratings.compared",
                "First and present rating",
                "Rated contacts by their first rating and the one that they have now.",
                "contacts",
                PEOPLE,
                COUNT,
                breakdowns=(RATINGS, *BY),
                whole_only=(RATINGS,),
            ),
            "ratings IS NOT NULL",
        ),
    ),
    labels={
        LEVELS: {
            f"{asked}-{decided}": f"Named level {asked}, decided level {decided}"
            for asked in ThresholdLevel.values
            for decided in ThresholdLevel.values
        },
        RATINGS: {
            f"{first}-{now}": f"{Rating(first).label}, as at first"
            if first == now
            else f"First {Rating(first).label.lower()}, now {Rating(now).label.lower()}"
            for first in Rating.values
            for now in Rating.values
        },
    },
    in_order=frozenset({LEVELS, RATINGS}),
)

cuts("referrals.levels", specs=LEVELS_AND_RATINGS.specs, choices=choices, sighted=MASH.roles, of_children=True)(
    LEVELS_AND_RATINGS.read
)
