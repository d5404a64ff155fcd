"""Marks on the body and help before, as referrers told of them.

Source: referrals_submission with the contacts of the form, by the moment of receipt, as it was first sent. A contact for which
marks are told on three parts of the body counts under each of the three. The form does not say which child has a mark.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from referrals.access.people import MASH
from referrals.figures.facts import BY, FactTable, Measure, choices, labels_of, month_of, of_child, ward_of
from referrals.models import HelpResult, ReferralSource, YesNoUnknown
from referrals.models.harms import AREAS

PEOPLE, COUNT = DisclosureClass.PEOPLE, FigureKind.COUNT
NOT_SAID = "Not said"

_CONTACTS = f"""
SELECT {month_of("c.received_at")} AS month, coalesce(a.name, '') AS agency, s.referral_source AS source,
       {of_child("sc", "(c.received_at AT TIME ZONE 'Europe/London')::date")},
       CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open, {{columns}}
FROM referrals_contact c
JOIN referrals_submission s ON s.id = c.submission_id
{{more}}
JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
LEFT JOIN accounts_agency a ON a.id = s.agency_id
{ward_of("sc")}
WHERE c.received_at >= %(start)s AND c.received_at < %(end)s
"""  # noqa: S608  # fixed words only
SOURCES = labels_of(ReferralSource, "Not known")

MARKS = FactTable(
    _CONTACTS.format(
        columns="mark.area",
        more="CROSS JOIN LATERAL (SELECT DISTINCT unnest(s.injury_areas) AS area) mark",
    ),
    (*BY, "area", "source"),
    (
        Measure(
            FigureSpec(
                "contacts.by_mark",
                "Contacts by where marks were seen",
                "Parts of the body on which referrers saw marks or injuries, contact by contact. A contact with marks told on "
                "three parts counts under each of the three, so that the sum is larger than the number of contacts.",
                "parts named",
                PEOPLE,
                COUNT,
                breakdowns=("area", "source", *BY),
            ),
            "true",
        ),
    ),
    labels={"area": AREAS, "source": SOURCES},
)
HELP_BEFORE = FactTable(
    _CONTACTS.format(columns="s.early_help AS early_help, s.help_result AS help_result", more=""),
    (*BY, "early_help", "help_result", "source"),
    (
        Measure(
            FigureSpec(
                "contacts.by_help_before",
                "Contacts by early help before",
                "Contacts by whether the referrer knows of early help that the family had before, and by how it ended.",
                "contacts",
                PEOPLE,
                COUNT,
                breakdowns=("early_help", "help_result", "source", *BY),
            ),
            "true",
        ),
    ),
    labels={
        "early_help": labels_of(YesNoUnknown, NOT_SAID),
        "help_result": labels_of(HelpResult, NOT_SAID),
        "source": SOURCES,
    },
)

cuts("referrals.marks", specs=MARKS.specs, choices=choices, sighted=MASH.roles, of_children=True)(MARKS.read)
cuts("referrals.help_before", specs=HELP_BEFORE.specs, choices=choices, sighted=MASH.roles, of_children=True)(HELP_BEFORE.read)
