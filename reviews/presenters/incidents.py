"""The words of serious incidents and rapid reviews."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts.models import RoleHolding
from foundation.design import words
from reviews.models import IncidentState, PartnerDecision, Question, SeriousIncident, TeamRole
from reviews.rules.notifying import Advice

S = IncidentState
STEPS: tuple[tuple[str, str, frozenset[IncidentState]], ...] = (
    ("add_child", "Add a child", frozenset({S.CONSIDERED, S.NOT_NOTIFIED, S.NOTIFIED, S.MET})),
    ("write_incident", "Change what is known", frozenset({S.CONSIDERED})),
    ("notify", "Record the notification", frozenset({S.CONSIDERED})),
    ("leave_unnotified", "Decide not to notify", frozenset({S.CONSIDERED})),
    ("consider_again", "Consider it again", frozenset({S.NOT_NOTIFIED})),
    ("record_meeting", "Record the rapid review meeting", frozenset({S.NOTIFIED, S.MET})),
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


def _rows(facts: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in facts if value]


def _yes(value: bool | None) -> str:  # noqa: FBT001  # an answer
    return {True: "Yes", False: "No", None: ""}[value]


WRITTEN = (
    *("place", "what_happened", "abuse_reasons", "siblings_safe", "not_notified_reason", "facts", "immediate_action"),
    *("improvement", "sharing", "practice_review_reasons", "national_review_reasons", "panel_words", "our_answer"),
)
"""What people write of an incident and its review."""


def texts_of(row: SeriousIncident) -> list[str]:
    """Everything that somebody wrote of it."""
    return [getattr(row, name) for name in WRITTEN]


def incident_rows(row: SeriousIncident) -> list[dict[str, str]]:
    """What is known, with both days: the limit counts from becoming aware, not from the incident."""
    return _rows(
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
            ("Notification due by", words.date(row.notify_due_on)),
            ("Notified on", words.date(row.notified_on) if row.notified_on else ""),
            ("Number of the national system", row.panel_reference),
        )
    )


def meeting_rows(row: SeriousIncident) -> list[dict[str, str]]:
    """What the rapid review meeting found and decided."""
    if row.met_on is None:
        return []
    return _rows(
        (
            ("Held on", words.date(row.met_on)),
            ("Chair", row.chair),
            ("Took part", row.attended),
            ("Facts", row.facts),
            ("Safety of other children", row.immediate_action),
            ("To be learnt", row.improvement),
            ("Passed on", row.sharing),
            ("Practice review", _yes(row.practice_review)),
            ("Why", row.practice_review_reasons),
            ("National review suggested", _yes(row.national_review)),
            ("Why suggested, or not", row.national_review_reasons),
            ("Signed off on", words.date(row.signed_off_at)),
        )
    )


def panel_rows(row: SeriousIncident) -> list[dict[str, str]]:
    """What was sent to the national panel, and what it replied."""
    return _rows(
        (
            ("Due by", words.date(row.review_due_on) if row.review_due_on else ""),
            ("Sent on", words.date(row.sent_on) if row.sent_on else ""),
            ("Replied on", words.date(row.replied_on) if row.replied_on else ""),
            ("Of the notification", row.get_panel_outcome_display()),
            ("Agrees about the practice review", _yes(row.panel_agrees)),
            ("Wrote", row.panel_words),
            ("We answered", row.our_answer),
        )
    )


def decision_tables(decisions: Iterable[PartnerDecision]) -> list[dict[str, Any]]:
    """By question: what each of the three partners decided last, and who has not yet."""
    given = [row for row in decisions if row.replaced_at is None]
    tables = []
    for question in Question:
        said = {row.seat: row for row in given if row.question == question}
        if said:
            tables.append({"title": question.label, "rows": [_decision(seat, said.get(seat)) for seat in RoleHolding.Seat]})
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


def next_steps(row: SeriousIncident, role: TeamRole, *, has_child: bool, must_notify: bool) -> list[dict[str, str]]:
    """What the reader may do now; what is due comes first: the child, then a notification that the law wants."""
    reference = row.case.reference
    found: list[tuple[str, str]] = []
    if row.state in DECIDED and role in (TeamRole.OWNER, TeamRole.EXECUTIVE):
        found.append(("decide", "Record what a partner decides"))
    if role == TeamRole.OWNER:
        found += [(name, text) for name, text, states in STEPS if row.state in states]
        found += [("name_member", "Name somebody on the case"), ("rename", "Give the case another title")]
    first = "add_child" if not has_child else "notify" if must_notify else ""
    found.sort(key=lambda step: step[0] != first)
    return [{"href": reverse(f"reviews:{name}", args=[reference]), "text": text} for name, text in found]
