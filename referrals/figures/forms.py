"""Forms: how many came, what they asked for, what was recorded of consent and of fathers.

Source: referrals_submission, by the moment of receipt; consent and people as the newest amendment has them. A form about several
children counts once; where forms are cut by ward, age or ethnicity, those of its first child count, and small numbers are hidden
as numbers of children are.
"""

from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, PartOf
from referrals.access.people import MASH
from referrals.figures.facts import AGENCY, BY, MONTH, FactTable, Measure, choices, labels_of, month_of, of_child, ward_of
from referrals.models import ConsentStatus, Purpose, SubmissionPerson

EVENTS, PEOPLE = DisclosureClass.EVENTS, DisclosureClass.PEOPLE
COUNT, PERCENTAGE = FigureKind.COUNT, FigureKind.PERCENTAGE

FACTS = f"""
SELECT {month_of("s.received_at")} AS month, s.purpose AS reason,
       CASE WHEN gone_on.submission_id IS NOT NULL AND coalesce(now.consent, s.consent_status) <> %(given)s
            THEN %(overridden)s ELSE coalesce(now.consent, s.consent_status) END AS consent, coalesce(a.name, '') AS agency,
       {of_child("sc", "(s.received_at AT TIME ZONE 'Europe/London')::date")},
       EXISTS (SELECT 1 FROM referrals_submissionperson p WHERE p.submission_id = s.id AND p.kind = %(father)s
            AND NOT p.taken_away AND NOT EXISTS (SELECT 1 FROM referrals_submissionperson later WHERE later.submission_id = s.id
                            AND later.position = p.position AND later.version > p.version)) AS father,
       CASE WHEN EXISTS (SELECT 1 FROM referrals_contact c WHERE c.submission_id = s.id AND c.restricted)
            THEN 'no' ELSE 'yes' END AS open
FROM referrals_submission s
LEFT JOIN accounts_agency a ON a.id = s.agency_id
LEFT JOIN referrals_contact first ON first.submission_id = s.id AND first.position = 1
LEFT JOIN referrals_submittedchild sc ON sc.id = first.submitted_child_id
LEFT JOIN (SELECT DISTINCT ON (submission_id) submission_id, values ->> 'consent_status' AS consent
           FROM referrals_amendment ORDER BY submission_id, number DESC) now ON now.submission_id = s.id
LEFT JOIN (SELECT DISTINCT c.submission_id FROM referrals_consentoverride o JOIN referrals_contact c ON c.id = o.contact_id)
          gone_on ON gone_on.submission_id = s.id
{ward_of("sc")}
WHERE s.received_at >= %(start)s AND s.received_at < %(end)s
"""  # noqa: S608  # fixed words only

FORMS = FactTable(
    FACTS,
    (*BY, "reason", "consent"),
    (
        Measure(
            FigureSpec(
                "submissions.received",
                "Forms received",
                "Forms sent to the front door, each about one child or several.",
                "forms",
                EVENTS,
                COUNT,
                breakdowns=(MONTH, AGENCY, "reason"),
            ),
            "true",
        ),
        Measure(
            FigureSpec(
                "submissions.to_social_care",
                "Forms to children’s social care",
                "Forms whose sender asked for children’s social care.",
                "forms",
                EVENTS,
                COUNT,
                breakdowns=(MONTH, AGENCY),
            ),
            "reason = %(social_care)s",
        ),
        Measure(
            FigureSpec(
                "submissions.for_early_help",
                "Forms asking for early help",
                "Forms whose sender asked for early help for the family.",
                "forms",
                EVENTS,
                COUNT,
                breakdowns=(MONTH, AGENCY),
            ),
            "reason = %(early_help)s",
        ),
        Measure(
            FigureSpec(
                "consent.recorded",
                "Consent of the family",
                "Forms by how the family’s agreement stands now, with what was amended since. Every form says which. Where the "
                "MASH decided to go on without it, for any of the children, the form counts there and not under refused, not "
                "asked or withdrawn.",
                "forms",
                PEOPLE,
                COUNT,
                breakdowns=("consent", *BY),
            ),
            "true",
        ),
        Measure(
            FigureSpec(
                "consent.given",
                "Families who agreed",
                "Forms whose sender had asked the family and had its agreement, which has not been withdrawn since.",
                "forms",
                PEOPLE,
                PERCENTAGE,
                numerator="forms with the family’s agreement",
                denominator="forms received",
                breakdowns=BY,
                part_of=PartOf("consent.recorded", "consent", (str(ConsentStatus.GIVEN.label),)),
            ),
            "consent = %(given)s",
            "true",
        ),
        Measure(
            FigureSpec(
                "fathers.recorded",
                "Forms that name a father",
                "Forms in which the father of a child is named, out of all forms.",
                "forms",
                PEOPLE,
                PERCENTAGE,
                numerator="forms that name a father",
                denominator="forms received",
                breakdowns=BY,
            ),
            "father",
            "true",
        ),
    ),
    labels={"reason": labels_of(Purpose, ""), "consent": labels_of(ConsentStatus, "")},
    in_order=frozenset({"consent"}),
    params={
        "father": SubmissionPerson.Kind.FATHER.value,
        "social_care": Purpose.SOCIAL_CARE.value,
        "early_help": Purpose.EARLY_HELP.value,
        "given": ConsentStatus.GIVEN.value,
        "overridden": ConsentStatus.OVERRIDDEN.value,
    },
)

cuts("referrals.forms", specs=FORMS.specs, choices=choices, sighted=MASH.roles, of_children=True)(FORMS.read)
