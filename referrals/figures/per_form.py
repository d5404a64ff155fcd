"""How many children a form tells of: contacts for each form.

Source: referrals_submission with its contacts, by the moment of receipt. Where forms are cut by ward, age or ethnicity, those of
their first child count.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.access.people import MASH
from referrals.figures.facts import BY, FactTable, Measure, choices, labels_of, month_of, of_child, ward_of
from referrals.models import ReferralSource

FACTS = f"""
SELECT {month_of("s.received_at")} AS month, coalesce(a.name, '') AS agency, s.referral_source AS source,
       {of_child("sc", "(s.received_at AT TIME ZONE 'Europe/London')::date")}, c.number AS contacts,
       CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open
FROM referrals_submission s
JOIN (SELECT submission_id, count(*) AS number, bool_or(restricted) AS restricted FROM referrals_contact
      WHERE received_at >= %(start)s AND received_at < %(end)s GROUP BY submission_id) c ON c.submission_id = s.id
LEFT JOIN accounts_agency a ON a.id = s.agency_id
LEFT JOIN referrals_contact first ON first.submission_id = s.id AND first.position = 1
LEFT JOIN referrals_submittedchild sc ON sc.id = first.submitted_child_id
{ward_of("sc")}
WHERE s.received_at >= %(start)s AND s.received_at < %(end)s
"""  # noqa: S608  # fixed words only

PER_FORM = FactTable(
    FACTS,
    (*BY, "source"),
    (
        Measure(
            FigureSpec(
                "contacts.per_form",
                "Contacts for each form",
                "How many children a form tells of, on average.",
                "contacts",
                DisclosureClass.PEOPLE,
                FigureKind.MEAN,
                numerator="contacts",
                denominator="forms",
                breakdowns=(*BY, "source"),
            ),
            "true",
            total="contacts",
        ),
    ),
    labels={"source": labels_of(ReferralSource, "Not known")},
)

cuts("referrals.per_form", specs=PER_FORM.specs, choices=choices, sighted=MASH.roles, of_children=True)(PER_FORM.read)
