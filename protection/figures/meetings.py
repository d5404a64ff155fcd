"""What happens round plans: discussions, enquiries, conferences, core groups and visits in time; who comes, and who is heard.

One row for each thing that happened or was due in a span, by its month and, where an agency was asked, by that agency.

Discussions, core groups and visits are counted on the day on which they were due: what never took place is late from then on,
whether it is still to come or its plan ended first. So whoever stops visiting does not look punctual.
"""

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings

from foundation import clock
from foundation.cuts import Choices, Span, Where, cuts
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, PartOf
from protection.figures.scaling import ROSE
from protection.rules import kinds
from referrals.figures import facts
from referrals.figures.facts import AGENCY, MONTH, FactTable, Measure

COUNT, PERCENTAGE = FigureKind.COUNT, FigureKind.PERCENTAGE
PEOPLE, EVENTS = DisclosureClass.PEOPLE, DisclosureClass.EVENTS
LATE_INVITATION: int = settings.INVITED_WORKING_DAYS
"""Somebody who was invited fewer working days before a conference is not counted as expected."""
HERE = "('attended', 'remote', 'deputy')"
A_WEEK = 7
"""In so many days there is a working day, whatever the bank holidays."""
SPAN = "BETWEEN %(first)s AND %(last)s"
LONDON = "AT TIME ZONE 'Europe/London'"
RUNS = "ended_on IS NULL AND withdrawn_at IS NULL"
DUE = f"(k.due_at {LONDON})::date"
NEVER = "k.outcome = 'ended'"
"""Of a clock that stopped because its plan ended, before what was due took place."""


def working_days(first: str, last: str, number: int) -> str:
    """The condition that at least so many working days lie after one day up to another; far apart, none is counted."""
    return f"""({last} >= {first} + {A_WEEK * number} OR (
            SELECT count(*) FROM generate_series({first} + 1, {last}, '1 day') day
            WHERE extract(isodow FROM day) < 6 AND NOT EXISTS (SELECT FROM foundation_bankholiday b WHERE b.date = day::date)
        ) >= {number})"""  # noqa: S608  # fixed words and whole numbers only


INVITED_ON = f"(i.invited_at {LONDON})::date"
EXPECTED = f"i.withdrawn_at IS NULL AND i.required AND {working_days(INVITED_ON, 'c.held_on', LATE_INVITATION)}"
"""That somebody of an agency (`i`) was expected at a conference (`c`)."""
FACTS = f"""
SELECT h.what, date_trunc('month', h.day)::date AS month, coalesce(a.name, '') AS agency, h.yes
FROM (
    SELECT 'strategy' AS what, due_on AS day, NULL::bigint AS agency_id, coalesce(held_on <= due_on, false) AS yes
    FROM protection_strategydiscussion
    WHERE due_on {SPAN} AND withdrawn_at IS NULL AND cancelled_at IS NULL AND (held_on IS NOT NULL OR due_on < %(today)s)
    UNION ALL SELECT 'shared', d.held_on, NULL,
        coalesce((d.shared_at {LONDON})::date <= coalesce((k.due_at {LONDON})::date, d.held_on), false)
    FROM protection_strategydiscussion d LEFT JOIN work_clock k
        ON k.subject_kind = '{kinds.DISCUSSION}' AND k.subject_reference = d.reference AND k.kind = '{kinds.RECORD_SHARED_CLOCK}'
    WHERE d.held_on {SPAN} AND d.withdrawn_at IS NULL
    UNION ALL SELECT 'enquiry', e.started_on, NULL, e.outcome = 'icpc' AND e.state = 'complete'
    FROM protection_section47 e WHERE e.started_on {SPAN}
    UNION ALL SELECT 'initial', c.held_on, NULL, c.held_on <= cc.due_on
    FROM protection_conferencechild cc JOIN protection_conference c ON c.id = cc.conference_id
    WHERE c.held_on {SPAN} AND c.type IN ('icpc', 'pre_birth')
    UNION ALL SELECT 'to_plan', c.held_on, NULL, cc.decision = 'plan'
    FROM protection_conferencechild cc JOIN protection_conference c ON c.id = cc.conference_id
    WHERE c.held_on {SPAN} AND c.type IN ('icpc', 'pre_birth', 'reconvened') AND cc.decision IN ('plan', 'no_plan')
    UNION ALL SELECT 'review', r.held_on, NULL, r.held_on <= r.due_on
    FROM protection_reviewheld r JOIN protection_plan p ON p.id = r.plan_id AND p.withdrawn_at IS NULL WHERE r.held_on {SPAN}
    UNION ALL SELECT 'outline', outline_due_on, NULL, coalesce((outline_sent_at {LONDON})::date <= outline_due_on, false)
    FROM protection_conference WHERE outline_due_on {SPAN}
    UNION ALL SELECT 'record', record_due_on, NULL, coalesce((distributed_at {LONDON})::date <= record_due_on, false)
    FROM protection_conference WHERE record_due_on {SPAN}
    UNION ALL SELECT 'core_group', due_on, NULL, held_on <= due_on FROM protection_coregroupmeeting WHERE due_on {SPAN}
    UNION ALL SELECT 'core_group', min(core_group_due_on), NULL, false FROM protection_plan WHERE {RUNS}
    GROUP BY family_id HAVING min(core_group_due_on) {SPAN} AND min(core_group_due_on) < %(today)s
    UNION ALL SELECT 'core_group', {DUE}, NULL, false FROM work_clock k
    WHERE k.kind IN ('protection.first_core_group', 'protection.core_group') AND {NEVER} AND {DUE} {SPAN}
        AND EXISTS (SELECT 1 FROM protection_familygroup f JOIN protection_plan p ON p.family_id = f.id
            WHERE f.reference = k.subject_reference AND p.withdrawn_at IS NULL AND p.ended_on > {DUE})
    UNION ALL SELECT 'minutes', minutes_due_on, NULL, coalesce((sent_at {LONDON})::date <= minutes_due_on, false)
    FROM protection_coregroupmeeting WHERE minutes_due_on {SPAN}
    UNION ALL SELECT 'visit', v.due_on, NULL, v.visited_on <= v.due_on
    FROM protection_visit v JOIN protection_plan p ON p.id = v.plan_id AND p.withdrawn_at IS NULL
    WHERE v.due_on {SPAN} AND v.seen
    UNION ALL SELECT 'visit', visit_due_on, NULL, false FROM protection_plan
    WHERE {RUNS} AND visit_due_on {SPAN} AND visit_due_on < %(today)s
    UNION ALL SELECT 'visit', {DUE}, NULL, false FROM work_clock k JOIN protection_plan p ON p.reference = k.subject_reference
    WHERE k.kind = 'protection.visit' AND {NEVER} AND {DUE} {SPAN} AND p.withdrawn_at IS NULL AND p.ended_on > {DUE}
    UNION ALL SELECT 'alone', v.visited_on, NULL, v.seen_alone
    FROM protection_visit v JOIN protection_plan p ON p.id = v.plan_id AND p.withdrawn_at IS NULL
    WHERE v.visited_on {SPAN} AND v.seen
    UNION ALL SELECT 'came', c.held_on, i.agency_id, i.attendance IN {HERE}
    FROM protection_agencyinvitation i JOIN protection_conference c ON c.id = i.conference_id
    WHERE c.held_on {SPAN} AND {EXPECTED}
    UNION ALL SELECT CASE WHEN c.type IN ('icpc', 'pre_birth') THEN 'came_initial' ELSE 'came_review' END,
        c.held_on, i.agency_id, i.attendance IN {HERE}
    FROM protection_agencyinvitation i JOIN protection_conference c ON c.id = i.conference_id
    WHERE c.held_on {SPAN} AND c.type IN ('icpc', 'pre_birth', 'rcpc', 'post_birth') AND {EXPECTED}
    UNION ALL SELECT 'core_group_came', m.held_on, g.agency_id, t.attendance IN {HERE}
    FROM protection_coregroupattendance t JOIN protection_coregroupmeeting m ON m.id = t.meeting_id
    JOIN protection_coregroupmember g ON g.id = t.member_id WHERE m.held_on {SPAN} AND g.relation = ''
    UNION ALL SELECT 'report', c.held_on, i.agency_id, i.report = 'on_time'
    FROM protection_agencyinvitation i JOIN protection_conference c ON c.id = i.conference_id
    WHERE c.held_on {SPAN} AND i.withdrawn_at IS NULL AND i.report <> 'not_required'
    UNION ALL SELECT 'child', c.held_on, NULL, cc.participation <> 'none'
    FROM protection_conferencechild cc JOIN protection_conference c ON c.id = cc.conference_id
    WHERE c.held_on {SPAN} AND cc.participation NOT IN ('', 'too_young')
    UNION ALL SELECT 'parent', c.held_on, NULL, f.attendance IN {HERE}
    FROM protection_familyinvitation f JOIN protection_conference c ON c.id = f.conference_id
    WHERE c.held_on {SPAN} AND f.relation = 'parent' AND NOT (f.excluded_at IS NOT NULL AND f.excluded_part = '')
    UNION ALL SELECT 'scaled', s.newest, NULL, s.last_score > s.first_score
    FROM (
        SELECT p.id, max(k.held_on) AS newest, count(*) AS number,
               (array_agg(k.middle ORDER BY k.held_on))[1] AS first_score,
               (array_agg(k.middle ORDER BY k.held_on DESC))[1] AS last_score
        FROM protection_plan p
        JOIN (
            SELECT c.id, c.family_id, c.held_on, percentile_cont(0.5) WITHIN GROUP (ORDER BY s.score) AS middle
            FROM protection_safetyscore s JOIN protection_conference c ON c.id = s.conference_id
            WHERE c.held_on <= %(last)s GROUP BY c.id
        ) k ON k.family_id = p.family_id AND k.held_on >= p.started_on
        JOIN protection_conferencechild cc ON cc.conference_id = k.id AND cc.child_id = p.child_id
        WHERE p.withdrawn_at IS NULL GROUP BY p.id
    ) s WHERE s.number > 1 AND s.newest {SPAN}
) h LEFT JOIN accounts_agency a ON a.id = h.agency_id
"""  # noqa: S608  # fixed words and whole numbers only


def _in_time(
    code: str, title: str, unit: str, meaning: str, what: str, *by: str, people: bool = False, version: int = 1,
    part_of: PartOf | None = None,
) -> Measure:  # fmt: skip
    """The share of things of one sort that were as they should be."""
    return Measure(
        FigureSpec(
            code,
            title,
            meaning,
            unit,
            PEOPLE if people else EVENTS,
            PERCENTAGE,
            version=version,
            numerator=f"{unit} of which this holds",
            denominator=unit,
            breakdowns=(MONTH, *by),
            part_of=part_of,
        ),
        f"what = '{what}' AND yes",
        f"what = '{what}'",
    )


def _number(code: str, title: str, unit: str, meaning: str, what: str, *, rate: bool = False) -> Measure:
    spec = FigureSpec(code, title, meaning, unit, PEOPLE, COUNT, per_10_000=rate, breakdowns=(MONTH,))
    return Measure(spec, f"what = '{what}'")


MEETINGS = FactTable(
    FACTS,
    (MONTH, AGENCY),
    (
        _in_time(
            "strategy_discussions.in_time",
            "Strategy discussions in time",
            "strategy discussions",
            "Strategy discussions that were due, and were held by that day; those never held are late.",
            "strategy",
            version=2,
        ),
        _in_time(
            "strategy_discussions.record_in_time",
            "Records of strategy discussions sent in time",
            "strategy discussions",
            "Strategy discussions whose record went out by the day on which it was due: the day of the discussion.",
            "shared",
        ),
        _number(
            "section47.started",
            "Section 47 enquiries started",
            "enquiries",
            "Section 47 enquiries that a strategy discussion initiated, one for each child.",
            "enquiry",
            rate=True,
        ),
        _in_time(
            "section47.to_conference",
            "Enquiries that led to a conference",
            "enquiries",
            "Section 47 enquiries started that led to an initial child protection conference.",
            "enquiry",
            people=True,
        ),
        _in_time(
            "conferences.initial_in_time",
            "Initial conferences within 15 working days",
            "children",
            "Children whose initial conference was held within 15 working days of the discussion that initiated the enquiry.",
            "initial",
            people=True,
        ),
        _in_time(
            "conferences.to_plan",
            "Initial conferences that led to a plan",
            "children",
            "Children for whom an initial conference decided on a child protection plan.",
            "to_plan",
            people=True,
        ),
        _in_time(
            "conferences.review_in_time",
            "Review conferences in time",
            "reviews",
            "Reviews of a plan that were held within three months of the initial conference, later ones within six of the last.",
            "review",
            people=True,
        ),
        _in_time(
            "conferences.outline_in_time",
            "Decision and outline plan sent in time",
            "conferences",
            "Conferences after which decision and outline plan went out within one working day.",
            "outline",
        ),
        _in_time(
            "conferences.record_in_time",
            "Records of conferences sent in time",
            "conferences",
            "Conferences whose record went out by the day on which it was due.",
            "record",
        ),
        _in_time(
            "conferences.attendance",
            "Agencies that came to conferences",
            "invitations",
            "People of agencies who were expected at a conference and came, took part from afar or sent a deputy.",
            "came",
            AGENCY,
        ),
        _in_time(
            "conferences.attendance_initial",
            "Agencies that came to initial conferences",
            "invitations",
            "People of agencies who were expected at an initial conference and came, took part from afar or sent a deputy.",
            "came_initial",
            AGENCY,
        ),
        _in_time(
            "conferences.attendance_review",
            "Agencies that came to review conferences",
            "invitations",
            "People of agencies who were expected at a review conference and came, took part from afar or sent a deputy.",
            "came_review",
            AGENCY,
        ),
        _in_time(
            "core_groups.attendance",
            "Agencies that came to core groups",
            "members",
            "People of agencies who belonged to a core group that met and came, took part from afar or sent a deputy.",
            "core_group_came",
            AGENCY,
        ),
        _in_time(
            "conferences.reports",
            "Reports of agencies on time",
            "reports",
            "Reports for conferences that were asked for and came on time.",
            "report",
            AGENCY,
        ),
        _in_time(
            "conferences.children_took_part",
            "Children who took part in their conference",
            "children",
            "Children, old enough to, who came to their conference or whose views were told in it.",
            "child",
            people=True,
        ),
        _in_time(
            "conferences.parents_came",
            "Parents who came to the conference",
            "parents",
            "Parents and carers who were invited to a conference, not kept out of it, and came.",
            "parent",
            people=True,
        ),
        _in_time(
            "plans.safer",
            "Plans under which children became safer",
            "plans",
            "Plans with two or more conferences in which the middle of what people said on the scale of safety rose from the "
            "first to the last.",
            "scaled",
            part_of=PartOf("plans.scaled", "change", ROSE),
            people=True,
        ),
        _in_time(
            "core_groups.in_time",
            "Core groups in time",
            "core groups",
            "Meetings of core groups that were due, and were held by that day; those never held are late.",
            "core_group",
            version=2,
        ),
        _in_time(
            "core_groups.minutes_in_time",
            "Minutes of core groups in time",
            "core groups",
            "Meetings of core groups whose minutes went out by the day on which they were due.",
            "minutes",
        ),
        _in_time(
            "visits.in_time",
            "Visits in time",
            "visits",
            "Visits to children on a plan that were due, at which the child was seen by that day; those never made are late.",
            "visit",
            people=True,
            version=2,
        ),
        _in_time(
            "visits.seen_alone",
            "Children seen alone",
            "visits",
            "Visits at which a child on a plan was seen alone, of those at which the child was seen.",
            "alone",
            people=True,
        ),
    ),
)


def choices(cursor: Cursor) -> Choices:
    """The agencies by which attendance and reports can be cut."""
    return {AGENCY: facts.choices(cursor)[AGENCY]}


def read(span: Span, where: Where, cursor: Cursor) -> Iterator[FigureValue]:
    """What happened or was due in a span, as it stands today."""
    yield from replace(MEETINGS, params={"today": clock.today()}).read(span, where, cursor)


cuts("protection.meetings", specs=MEETINGS.specs, choices=choices, of_children=True)(read)
