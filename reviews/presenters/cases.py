"""The words of cases: lists, one case, and what has happened."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import RoleHolding
from children.rules import ETHNICITIES
from foundation import clock
from foundation.design import words
from foundation.models.events import DomainEvent
from reviews.models import Case, CaseChild, CaseMember, IncidentState, Question, TeamRole
from reviews.presenters.incidents import ADVICE, decision_tables, incident_rows, meeting_rows, next_steps, panel_rows, texts_of
from reviews.rules.naming import names_in
from reviews.rules.notifying import Facts, advice, must_be_notified
from reviews.selectors.cases import CaseFile
from work.presenters.clocks import clock_rows

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
    "reviews.case_renamed": "Case given another title",
    "reviews.child_added": "Child added",
    "reviews.member_named": "Somebody named on the case",
    "reviews.member_struck": "Somebody left the case",
    "reviews.case_taken_over": "Taken over, because every owner had gone",
    "reviews.incident_written": "What is known was changed",
    "reviews.partner_decided": "A partner decided",
    "reviews.incident_not_notified": "Decided not to notify",
    "reviews.incident_considered_again": "Considered again",
    "reviews.incident_notified": "Notification recorded",
    "reviews.rapid_review_met": "Rapid review meeting recorded",
    "reviews.rapid_review_signed_off": "Rapid review signed off",
    "reviews.rapid_review_sent": "Rapid review sent to the national panel",
    "reviews.panel_replied": "Reply of the national panel recorded",
    "reviews.incident_closed": "Case closed",
    "clock.held": "A clock was put on hold",
    "clock.released": "A clock runs again",
    "clock.revised": "A clock got another date",
}


def case_rows(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """The rows of a list of cases."""
    return [_case_row(case, due_on(case)) for case in cases]


def _case_row(case: Case, due: date | None) -> dict[str, Any]:
    return {
        "reference": case.reference,
        "href": reverse("reviews:case", args=[case.reference]),
        "title": case.title,
        "kind": case.get_kind_display(),
        "opened": words.date(case.opened_at),
        "state": case.incident.get_state_display(),
        "tone": TONES.get(IncidentState(case.incident.state), "govuk-tag--grey"),
        "due": due,
        "late": due is not None and due < clock.today(),
    }


def ownerless_rows(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """Cases without an owner, of which nothing but this is told."""
    return [
        {
            "reference": case.reference,
            "kind": case.get_kind_display(),
            "opened": words.date(case.opened_at),
            "href": reverse("reviews:take_over", args=[case.reference]),
        }
        for case in cases
    ]


def due_on(case: Case) -> date | None:
    """The next day by which something of the case is due, if any."""
    incident = case.incident
    if incident.state == IncidentState.CONSIDERED:
        return incident.notify_due_on
    waits = (IncidentState.NOTIFIED, IncidentState.MET, IncidentState.SIGNED_OFF)
    return incident.review_due_on if incident.state in waits else None


def case_page(file: CaseFile, names: Mapping[str, str]) -> dict[str, Any]:
    """Everything that the page of a case shows to this reader."""
    case, incident = file.case, file.case.incident
    known = frozenset(child.known_to_care for child in file.children)
    found = advice(Facts(incident.harm, incident.abuse_suspected, known))
    undecided = incident.state in (IncidentState.CONSIDERED, IncidentState.NOT_NOTIFIED)
    return {
        "case": case,
        "state": incident.get_state_display(),
        "tone": TONES.get(IncidentState(incident.state), "govuk-tag--grey"),
        "role": file.role.label,
        "owned": file.owned,
        "advice": ADVICE[found] if undecided else "",
        "advice_tone": "late" if must_be_notified(found) else "soon",
        "given_away": given_away(file),
        "about": incident_rows(incident),
        "meeting": meeting_rows(incident),
        "panel": panel_rows(incident),
        "decisions": decision_tables(file.decisions),
        "children": [child_card(child) for child in file.children],
        "members": [_member_row(row, file) for row in file.members],
        "clocks": clock_rows(file.clocks, manages=file.owned),
        "steps": next_steps(incident, file.role, has_child=bool(file.children), must_notify=must_be_notified(found)),
        "entries": timeline(file.events, names),
    }


def given_away(file: CaseFile) -> list[str]:
    """The pseudonyms of children whose names stand in what is written of the case, where the pseudonym should."""
    told = " ".join((*texts_of(file.case.incident), *(row.reasons for row in file.decisions if row.replaced_at is None)))
    return [child.pseudonym for child in file.children if names_in(told, (child.given_name, child.family_name))]


def child_card(child: CaseChild) -> dict[str, Any]:
    """Who a child is: the key, which nothing else of the case tells."""
    disabled = {True: "Yes", False: "No", None: "Not known yet"}[child.disabled]
    rows = (
        ("Name", f"{child.given_name} {child.family_name}"),
        ("Born", words.date(child.birth_date)),
        ("Sex", child.get_sex_display()),
        ("Ethnicity", dict(ETHNICITIES).get(child.ethnicity, "Not known yet")),
        ("Disabled", disabled),
        ("Seeking asylum alone", "Yes" if child.asylum else ""),
        ("Social care", child.get_known_to_care_display()),
        ("Home authority", child.home_authority),
        ("Record", child.child.reference if child.child else ""),
    )
    return {"pseudonym": child.pseudonym, "rows": [{"key": key, "value": value} for key, value in rows if value]}


def _member_row(row: CaseMember, file: CaseFile) -> dict[str, Any]:
    over = row.left_at is not None or row.grant.ended_at is not None
    lapsed = row.until is not None and row.until < clock.today()
    return {
        "name": row.person.name,
        "agency": row.agency.name,
        "role": TeamRole(row.role).label,
        "independent": row.independent,
        "reason": row.reason,
        "until": words.date(row.until) if row.until else "",
        "left": _left(row, over=over, lapsed=lapsed),
        "strike": reverse("reviews:strike_member", args=[file.case.reference, row.pk]) if _may_be_struck(row, file) else "",
    }


def _may_be_struck(row: CaseMember, file: CaseFile) -> bool:
    """Whether the reader may end somebody's place: a case keeps an owner."""
    owners = [one for one in file.members if one.role == TeamRole.OWNER and one.left_at is None]
    return file.owned and row.left_at is None and owners != [row]


def _left(row: CaseMember, *, over: bool, lapsed: bool) -> str:
    if row.left_at is not None:
        return f"Left on {words.date(row.left_at)}: {row.left_reason}"
    if over:
        return "Sees it no longer: the role for which they were named has ended"
    return "The last day has passed" if lapsed else ""


def timeline(happened: Iterable[DomainEvent], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What happened, newest first, in words."""
    return [
        {
            "title": _title(event, names),
            "at": event.at,
            "by": names.get(event.actor_reference, ""),
            "text": event.reason,
        }
        for event in happened
        if event.verb in EVENTS
    ]


def _title(event: DomainEvent, names: Mapping[str, str]) -> str:
    person, seat = event.data.get("person"), event.data.get("seat")
    if seat:
        said = "yes" if event.data.get("agreed") else "no"
        return f"{RoleHolding.Seat(str(seat)).label} decided: {said}. {Question(str(event.data['question'])).label}"
    return f"{EVENTS[event.verb]}: {names.get(str(person), 'a colleague')}" if person else EVENTS[event.verb]


def people_of(file: CaseFile) -> set[str]:
    """The references of everybody whose name the page needs."""
    found = {event.actor_reference for event in file.events} | {str(event.data.get("person") or "") for event in file.events}
    return found - {""}
