"""Kinds of harm and need: what referrers named, contact by contact.

Source: referrals_submission.harm_types with the contacts of the form, by the moment of receipt, as it was first sent. A contact
for which three kinds are named counts under each of the three; one for which none is named counts nowhere.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.access.people import MASH
from referrals.figures.facts import BY, FactTable, Measure, choices, labels_of, month_of, of_child, ward_of
from referrals.models import ReferralSource
from referrals.models.harms import HARM_TYPES

PEOPLE, COUNT = DisclosureClass.PEOPLE, FigureKind.COUNT

FACTS = f"""
SELECT {month_of("c.received_at")} AS month, coalesce(a.name, '') AS agency, kind.harm, s.referral_source AS source,
       {of_child("sc", "(c.received_at AT TIME ZONE 'Europe/London')::date")},
       CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open
FROM referrals_contact c
JOIN referrals_submission s ON s.id = c.submission_id
CROSS JOIN LATERAL (SELECT DISTINCT unnest(s.harm_types) AS harm) kind
JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
LEFT JOIN accounts_agency a ON a.id = s.agency_id
{ward_of("sc")}
WHERE c.received_at >= %(start)s AND c.received_at < %(end)s
"""  # noqa: S608  # fixed words only

HARMS_NAMED = FactTable(
    FACTS,
    (*BY, "harm", "source"),
    (
        Measure(
            FigureSpec(
                "contacts.by_harm",
                "Contacts by kind of harm",
                "Kinds of harm and need that referrers named, child by child. A contact for which three kinds are named counts "
                "under each of the three, so that the sum is larger than the number of contacts.",
                "kinds named",
                PEOPLE,
                COUNT,
                breakdowns=("harm", "source", *BY),
            ),
            "true",
        ),
    ),
    labels={"harm": HARM_TYPES, "source": labels_of(ReferralSource, "Not known")},
)

cuts("referrals.harms", specs=HARMS_NAMED.specs, choices=choices, sighted=MASH.roles, of_children=True)(HARMS_NAMED.read)
