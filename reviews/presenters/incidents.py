"""The words of serious incidents and rapid reviews."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from accounts.models import RoleHolding
from foundation.design import words
from reviews.models import Case, IncidentState, PartnerDecision, Question, SeriousIncident, TeamRole
from reviews.presenters.ways import Notice, Section, Way, facts, rows_of, steps_of, yes
from reviews.rules.notifying import Advice, Facts, advice, must_be_notified
from reviews.selectors.cases import CaseFile

S = IncidentState
TONES = {
    IncidentState.CONSIDERED: "govuk-tag--yellow",
    IncidentState.NOTIFIED: "govuk-tag--blue",
    IncidentState.MET: "govuk-tag--blue",
    IncidentState.SIGNED_OFF: "govuk-tag--blue",
    IncidentState.SENT: "govuk-tag--turquoise",
    IncidentState.REPLIED: "govuk-tag--turquoise",
}
EVENTS = {
    "reviews.incident_opened": "Case opened",
    "reviews.incident_written": "What is known was changed",
    "reviews.partner_decided": "A partner decided",
    "reviews.incident_not_notified": "Decided not to notify",
    "reviews.incident_considered_again": "Considered again",
    "reviews.incident_notified": "Notification recorded",
    "reviews.incident_not_reviewed": "Closed without a rapid review",
    "reviews.rapid_review_met": "Rapid review meeting recorded",
    "reviews.rapid_review_signed_off": "Rapid review signed off",
    "reviews.rapid_review_sent": "Rapid review sent to the national panel",
    "reviews.panel_replied": "Reply of the national panel recorded",
    "reviews.incident_closed": "Case closed",
}
STEPS: tuple[tuple[str, str, frozenset[IncidentState]], ...] = (
    ("add_child", "Add a child", frozenset({S.CONSIDERED, S.NOT_NOTIFIED, S.NOTIFIED, S.MET})),
    ("write_incident", "Change what is known", frozenset({S.CONSIDERED})),
    ("notify", "Record the notification", frozenset({S.CONSIDERED})),
    ("leave_unnotified", "Decide not to notify", frozenset({S.CONSIDERED})),
    ("consider_again", "Consider it again", frozenset({S.NOT_NOTIFIED})),
    ("record_meeting", "Record the rapid review meeting", frozenset({S.NOTIFIED, S.MET})),
    ("leave_unreviewed", "Decide that no rapid review is needed", frozenset({S.NOTIFIED})),
    ("sign_off", "Sign the rapid review off", frozenset({S.MET})),
    ("send_review", "Record that it was sent to the panel", frozenset({S.SIGNED_OFF})),
    ("record_reply", "Record the panel’s reply", frozenset({S.SENT})),
    ("close", "Close the case", frozenset({S.REPLIED})),
)
ADVICE = {
    Advice.NOTIFY: "Abuse or neglect is known or suspected: the incident must be notified, and a rapid review follows.",
    Advice.NOTIFY_DEATH: (
        "The death of a looked-after child or a care leaver must be notified whatever its cause. Consider a rapid review."
    ),
    Advice.FIND_OUT: "It is not known yet whether abuse or neglect is suspected. The five working days run on: find out.",
    Advice.CONSIDER: (
        "Without a suspicion of abuse or neglect the incident need not be notified. Consider whether it is a case of concern."
    ),
}


DECIDED = frozenset({S.CONSIDERED, S.NOTIFIED, S.MET})
"""While the partners decide something."""


WRITTEN = (
    *(
        "place",
        "what_happened",
        "abuse_reasons",
        "siblings_safe",
        "not_notified_reason",
        "not_reviewed_reason",
        "facts",
        "immediate_action",
    ),
    *("improvement", "sharing", "practice_review_reasons", "national_review_reasons", "panel_words", "our_answer"),
)
"""What people write of an incident and its review."""


def texts_of(row: SeriousIncident) -> list[str]:
    """Everything that somebody wrote of it."""
    return [getattr(row, name) for name in WRITTEN]


def incident_rows(row: SeriousIncident) -> list[dict[str, str]]:
    """What is known, with both days: the limit counts from becoming aware, not from the incident."""
    return rows_of(
        (
            ("Happened on", words.date(row.happened_on)),
            ("Authority became aware", words.moment(row.aware_at)),
            ("Where", row.place),
            ("Harm", row.get_harm_display()),
            ("What happened", row.what_happened),
            ("Abuse or neglect suspected", row.get_abuse_suspected_display()),
            ("What is suspected", row.abuse_reasons),
            ("Other children", row.siblings_safe),
            ("Police investigation", row.get_police_investigation_display()),
            ("Media", "Interested, or may be" if row.media_interest else ""),
            ("Not notified because", row.not_notified_reason),
            ("No rapid review because", row.not_reviewed_reason),
            ("Notification due by", words.date(row.notify_due_on)),
            ("Notified on", words.date(row.notified_on) if row.notified_on else ""),
            ("Number of the national system", row.panel_reference),
        )
    )


def meeting_rows(row: SeriousIncident) -> list[dict[str, str]]:
    """What the rapid review meeting found and decided."""
    if row.met_on is None:
        return []
    return rows_of(
        (
            ("Held on", words.date(row.met_on)),
            ("Chair", row.chair),
            ("Took part", row.attended),
            ("Facts", row.facts),
            ("Safety of other children", row.immediate_action),
            ("To be learnt", row.improvement),
            ("Passed on", row.sharing),
            ("Practice review", yes(row.practice_review)),
            ("Why", row.practice_review_reasons),
            ("National review suggested", yes(row.national_review)),
            ("Why suggested, or not", row.national_review_reasons),
            ("Signed off on", words.date(row.signed_off_at)),
        )
    )


def panel_rows(row: SeriousIncident) -> list[dict[str, str]]:
    """What was sent to the national panel, and what it replied."""
    return rows_of(
        (
            ("Due by", words.date(row.review_due_on) if row.review_due_on else ""),
            ("Sent on", words.date(row.sent_on) if row.sent_on else ""),
            ("Replied on", words.date(row.replied_on) if row.replied_on else ""),
            ("Of the notification", row.get_panel_outcome_display()),
            ("Agrees about the practice review", yes(row.panel_agrees)),
            ("Wrote", row.panel_words),
            ("We answered", row.our_answer),
        )
    )


def decision_tables(decisions: Iterable[PartnerDecision]) -> list[dict[str, Any]]:
    """By question: what each of the three partners decided last, and who has not yet."""
    kept = tuple(decisions)
    given = [row for row in kept if row.replaced_at is None]
    tables = []
    for question in Question:
        said = {row.seat: row for row in given if row.question == question}
        if said:
            before = [row for row in kept if row.replaced_at is not None and row.question == question]
            tables.append(
                {
                    "title": question.label,
                    "rows": [_decision(seat, said.get(seat)) for seat in RoleHolding.Seat],
                    "before": [_decision(RoleHolding.Seat(row.seat), row) for row in before],
                }
            )
    return tables


def _decision(seat: RoleHolding.Seat, row: PartnerDecision | None) -> dict[str, Any]:
    if row is None:
        return {"partner": seat.label, "says": "Not yet", "tone": "govuk-tag--yellow", "reasons": "", "who": ""}
    return {
        "partner": seat.label,
        "says": "Yes" if row.agreed else "No",
        "tone": "govuk-tag--green" if row.agreed else "govuk-tag--grey",
        "reasons": row.reasons,
        "who": f"{row.decided_by_whom}, {words.date(row.decided_on)}",
    }


def _advice(file: CaseFile) -> Advice:
    incident = file.case.incident
    known = frozenset(child.known_to_care for child in file.children)
    return advice(Facts(incident.harm, incident.abuse_suspected, known))


def _notices(file: CaseFile) -> list[Notice]:
    if file.case.incident.state not in (S.CONSIDERED, S.NOT_NOTIFIED):
        return []
    found = _advice(file)
    return [Notice("What the law wants", ADVICE[found], "late" if must_be_notified(found) else "soon")]


def _state(case: Case) -> tuple[str, str]:
    return case.incident.get_state_display(), TONES.get(IncidentState(case.incident.state), "govuk-tag--grey")


def _due_on(case: Case) -> date | None:
    incident = case.incident
    if incident.state == S.CONSIDERED:
        return incident.notify_due_on
    return incident.review_due_on if incident.state in (S.NOTIFIED, S.MET, S.SIGNED_OFF) else None


def _sections(file: CaseFile) -> list[Section]:
    incident = file.case.incident
    return [
        facts("What is known", incident_rows(incident)),
        *(Section(table["title"], "reviews/sections/decisions.html", table) for table in decision_tables(file.decisions)),
        facts("Rapid review", meeting_rows(incident)),
        facts("The national panel", panel_rows(incident)),
    ]


def _steps(file: CaseFile) -> list[dict[str, str]]:
    """What the reader may do now; what is due comes first: the child, then a notification that the law wants."""
    row, role = file.case.incident, file.role
    found: list[tuple[str, str]] = []
    if row.state in DECIDED and role in (TeamRole.OWNER, TeamRole.EXECUTIVE):
        found.append(("decide", "Record what a partner decides"))
    if role == TeamRole.OWNER:
        found += [(name, text) for name, text, states in STEPS if row.state in states]
    first = "add_child" if not file.children else "notify" if must_be_notified(_advice(file)) else ""
    found.sort(key=lambda step: step[0] != first)
    return steps_of(file.case.reference, found)


WAY = Way(
    state=_state,
    due_on=_due_on,
    sections=_sections,
    steps=_steps,
    texts=lambda file: (*texts_of(file.case.incident), *(row.reasons for row in file.decisions if row.replaced_at is None)),
    events=EVENTS,
    notices=_notices,
)
"""Serious incidents."""
