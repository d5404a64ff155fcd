"""Contacts and referrals: how many, from whom, how rated, what was decided, how soon, and how many came again.

Source: referrals_contact, by the moment of receipt, with rating and decision as they stand now, so that a year never loses what
was decided later. What was linked to an open case or sent to another council counts with what was decided so.
A contact is one child in one form; a referral is a contact that social care accepted.
"""

from children.models import RESOLVED_SQL
from foundation.cuts import cuts
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, PartOf
from referrals.access.people import MASH
from referrals.figures.facts import BY, FactTable, Measure, choices, labels_of, month_of, of_child, ward_of
from referrals.models import REFERRAL_OUTCOMES, ContactState, Outcome, Purpose, Rating, ReferralSource

PEOPLE, COUNT, PERCENTAGE = DisclosureClass.PEOPLE, FigureKind.COUNT, FigureKind.PERCENTAGE

# An earlier one of the same child, whichever record the child had then: received before, and at most twelve months before by the
# date in London (31 August leads to 28 February). The newest of the days before decides; one walk over two years of contacts in
# the order of their children finds it for all of them.
FACTS = f"""
SELECT c.id, {month_of("c.received_at")} AS month, s.referral_source AS source, s.purpose AS reason, c.rating,
       CASE WHEN c.outcome <> '' THEN c.outcome WHEN c.state = %(linked)s THEN %(open)s
            WHEN c.state = %(out_of_area)s THEN %(passed)s ELSE '' END AS outcome,
       coalesce(a.name, '') AS agency, {of_child("sc", "c.day")},
       c.approved_at IS NOT NULL AS decided, c.approved_at <= c.first_due_at AS in_time,
       c.approved_at IS NOT NULL AND c.feedback_at IS NOT NULL AS told,
       coalesce(c.feedback_at <= c.first_due_at, false) AS told_in_time, c.accepted,
       CASE WHEN c.restricted THEN 'no' ELSE 'yes' END AS open,
       coalesce(c.day <= c.before + interval '12 months', false) AS repeated,
       coalesce(c.day <= c.accepted_before + interval '12 months', false) AS accepted_before
FROM (
    SELECT of_child.*, max(day) OVER earlier AS before, max(day) FILTER (WHERE accepted) OVER earlier AS accepted_before
    FROM (
        SELECT c.id, c.submission_id, c.submitted_child_id, c.received_at, c.rating, c.outcome, c.state, c.approved_at,
               c.first_due_at, c.feedback_at, c.restricted, c.outcome = ANY(%(accepted)s) AS accepted,
               (c.received_at AT TIME ZONE 'Europe/London')::date AS day, {RESOLVED_SQL.format("child")} AS who
        FROM referrals_contact c JOIN children_child child ON child.id = c.child_id
        WHERE c.received_at >= %(start)s - interval '13 months' AND c.received_at < %(end)s) AS of_child
    WINDOW earlier AS (
        PARTITION BY who ORDER BY day RANGE BETWEEN UNBOUNDED PRECEDING AND interval '1 day' PRECEDING)) AS c
JOIN referrals_submission s ON s.id = c.submission_id
JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
LEFT JOIN accounts_agency a ON a.id = s.agency_id
{ward_of("sc")}
WHERE c.received_at >= %(start)s
"""  # noqa: S608  # fixed words only

CONTACTS = FactTable(
    FACTS,
    (*BY, "source", "reason", "rating", "outcome"),
    (
        Measure(
            FigureSpec(
                "contacts.received",
                "Contacts received",
                "Children in the forms that reached the front door; a child in two forms counts twice. Rating and decision as "
                "they stand now.",
                "contacts",
                PEOPLE,
                COUNT,
                per_10_000=True,
                breakdowns=("month", "source", "rating", "outcome", "reason", "agency", "ward", "age", "ethnicity"),
            ),
            "true",
        ),
        Measure(
            FigureSpec(
                "contacts.decided_in_time",
                "Decided within one working day",
                "Contacts whose first decision a manager approved by its deadline: the end of the next working day, unless the "
                "partnership set another.",
                "contacts",
                PEOPLE,
                PERCENTAGE,
                numerator="contacts decided by their deadline",
                denominator="contacts received in the year that have been decided",
                breakdowns=(*BY, "rating"),
            ),
            "decided AND in_time",
            "decided",
        ),
        Measure(
            FigureSpec(
                "contacts.repeated_within_12_months",
                "Contacts about a child known from the 12 months before",
                "Contacts about a child for whom another form had come in the 12 months before, whatever was decided then. "
                "This is not the national measure of re-referrals, which counts accepted referrals only.",
                "contacts",
                PEOPLE,
                PERCENTAGE,
                numerator="contacts with an earlier contact of the same child in the 12 months before",
                denominator="contacts received",
                breakdowns=BY,
            ),
            "repeated",
            "true",
        ),
        Measure(
            FigureSpec(
                "contacts.converted",
                "Contacts that became referrals",
                "Decided contacts that social care accepted for an assessment or a strategy discussion.",
                "contacts",
                PEOPLE,
                PERCENTAGE,
                numerator="contacts that social care accepted",
                denominator="contacts received in the year that have been decided",
                breakdowns=(*BY, "source", "rating"),
                part_of=PartOf("contacts.received", "outcome", tuple(str(outcome.label) for outcome in REFERRAL_OUTCOMES)),
            ),
            "decided AND accepted",
            "decided",
        ),
        Measure(
            FigureSpec(
                "referrals.accepted",
                "Referrals accepted by children’s social care",
                "Contacts that social care accepted for an assessment or a strategy discussion.",
                "referrals",
                PEOPLE,
                COUNT,
                per_10_000=True,
                breakdowns=(*BY, "source", "rating", "reason", "outcome"),
            ),
            "accepted",
        ),
        Measure(
            FigureSpec(
                "referrals.repeated_within_12_months",
                "Re-referrals",
                "Accepted referrals of a child whom social care had accepted a referral of in the 12 months before.",
                "referrals",
                PEOPLE,
                PERCENTAGE,
                numerator="referrals with an earlier referral of the same child in the 12 months before",
                denominator="referrals accepted",
                breakdowns=(*BY, "source"),
            ),
            "accepted AND accepted_before",
            "accepted",
        ),
        Measure(
            FigureSpec(
                "feedback.given",
                "Referrers told the outcome",
                "Decided contacts whose referrer was told what was decided.",
                "contacts",
                PEOPLE,
                PERCENTAGE,
                numerator="decided contacts whose referrer was told",
                denominator="contacts received in the year that have been decided",
                breakdowns=(*BY, "source"),
            ),
            "told",
            "decided",
        ),
        Measure(
            FigureSpec(
                "feedback.in_time",
                "Referrers told the outcome in time",
                "Decided contacts whose referrer was told by the deadline of the decision: one working day, unless the "
                "partnership set another.",
                "contacts",
                PEOPLE,
                PERCENTAGE,
                numerator="decided contacts whose referrer was told by the deadline",
                denominator="contacts received in the year that have been decided",
                breakdowns=(*BY, "source"),
            ),
            "told AND told_in_time",
            "decided",
        ),
    ),
    labels={
        "source": labels_of(ReferralSource, "Not known"),
        "reason": labels_of(Purpose, ""),
        "rating": labels_of(Rating, "Not rated"),
        "outcome": labels_of(Outcome, "Not decided yet"),
    },
    in_order=frozenset({"rating", "outcome"}),
    params={
        "accepted": [outcome.value for outcome in REFERRAL_OUTCOMES],
        "linked": ContactState.LINKED.value,
        "open": Outcome.ALREADY_OPEN.value,
        "out_of_area": ContactState.OUT_OF_AREA.value,
        "passed": Outcome.OTHER_AUTHORITY.value,
    },
)

SIGHTED, LIST = MASH.roles, "referrals:contacts_behind"
cuts("referrals.contacts", specs=CONTACTS.specs, choices=choices, sighted=SIGHTED, behind=LIST)(CONTACTS.read)
