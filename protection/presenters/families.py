"""The words of family groups: lists, one family, and what has happened."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from children.models import Child
from foundation import clock
from foundation.design import words
from foundation.design.forms import PortalForm
from foundation.models.events import DomainEvent
from protection.child_page import address_of
from protection.models import (
    DOES_NOT_TAKE_PLACE,
    Conference,
    ConferenceState,
    Direction,
    DiscussionState,
    EnquiryState,
    ProtectionPlan,
    Section47,
    StrategyDiscussion,
    Transfer,
)
from protection.rules import kinds
from protection.selectors.families import FamilyFile, FamilyNow
from protection.selectors.sight import named
from work.kinds import deadlines
from work.models import Clock
from work.presenters.clocks import clock_rows

EVENTS = {
    "protection.family_opened": "Child protection took the family over",
    "protection.family_allocated": "Given a lead social worker",
    "protection.family_named": "One more person may see this restricted family",
    "protection.discussion_called": "Strategy discussion called",
    "protection.discussion_prepared": "Strategy discussion arranged",
    "protection.discussion_minuted": "Record of a strategy discussion written",
    "protection.discussion_action_done": "Action of a strategy discussion done",
    "protection.discussion_held": "Strategy discussion held",
    "protection.discussion_shared": "Record of a strategy discussion shared",
    "protection.discussion_cancelled": "Strategy discussion cancelled",
    "protection.discussion_withdrawn": "Strategy discussion withdrawn",
    "protection.enquiry_started": "Section 47 enquiry begun",
    "protection.enquiry_written": "Section 47 enquiry changed",
    "protection.enquiry_submitted": "Section 47 enquiry sent to a manager",
    "protection.enquiry_sent_back": "Section 47 enquiry sent back",
    "protection.enquiry_authorised": "Section 47 enquiry authorised",
    "protection.conference_requested": "Conference asked for",
    "protection.conference_booked": "Conference booked",
    "protection.conference_agencies_invited": "Agencies invited to a conference",
    "protection.conference_family_invited": "Family invited to a conference",
    "protection.conference_report_received": "Report for a conference received",
    "protection.conference_held": "Conference held",
    "protection.conference_outline_sent": "Outline plan sent",
    "protection.conference_approved": "Record of a conference approved",
    "protection.conference_distributed": "Record of a conference sent out",
    "protection.conference_cancelled": "Conference cancelled",
    "protection.conference_withdrawn": "Conference withdrawn",
    "protection.core_group_named": "Core group named",
    "protection.core_group_held": "Core group met",
    "protection.core_group_minutes_sent": "Minutes of the core group sent",
    "protection.plan_started": "Child protection plan started",
    "protection.plan_continued": "Child protection plan goes on",
    "protection.plan_ended": "Child protection plan ended",
    "protection.plan_withdrawn": "Child protection plan withdrawn",
    "protection.plan_visit": "Child visited",
    "protection.plan_child_born": "Child born",
    "protection.plan_checked": "The chair looked at the plan",
    "protection.plan_escalated": "The chair escalated",
    "protection.plan_escalation_answered": "Escalation answered",
    "protection.plan_legal_step": "Legal step",
    "protection.plan_step_down_offered": "Step down offered",
    "protection.plan_stepped_down": "Step down accepted",
    "protection.plan_step_down_returned": "Step down given back",
    "protection.transfer_in": "Moves in from another authority",
    "protection.transfer_out": "Moves to another authority",
    "protection.transfer_settled": "A move between authorities is settled",
    "clock.held": "A clock was put on hold",
    "clock.released": "A clock runs again",
}
TONES = {
    DiscussionState.CALLED: "govuk-tag--yellow",
    DiscussionState.HELD: "govuk-tag--blue",
    DiscussionState.SHARED: "govuk-tag--green",
    EnquiryState.OPEN: "govuk-tag--yellow",
    EnquiryState.WITH_MANAGER: "govuk-tag--blue",
    EnquiryState.COMPLETE: "govuk-tag--green",
    ConferenceState.REQUESTED: "govuk-tag--yellow",
    ConferenceState.BOOKED: "govuk-tag--blue",
    ConferenceState.APPROVED: "govuk-tag--blue",
    ConferenceState.DISTRIBUTED: "govuk-tag--green",
}


def tone_of(state: str) -> str:
    """The colour of a state; grey for what is over without having happened."""
    return {str(known): tone for known, tone in TONES.items()}.get(state, "govuk-tag--grey")


def filter_chips(form: PortalForm, query: Mapping[str, str], url: str) -> list[dict[str, str]]:
    """The filters that are set, each with the address without it."""
    chips = []
    for name, value in query.items():
        rest = urlencode({key: other for key, other in query.items() if key != name})
        label = dict(form.fields[name].choices).get(value, value)  # type: ignore[attr-defined]  # all are choices
        chips.append({"text": str(label), "href": f"{url}?{rest}" if rest else url})
    return chips


def family_rows(rows: Iterable[FamilyNow]) -> list[dict[str, Any]]:
    """The rows of a list of families."""
    return [_family_row(row) for row in rows]


def _family_row(row: FamilyNow) -> dict[str, Any]:
    first = row.clocks[0] if row.clocks else None
    return {
        "reference": row.family.reference,
        "href": reverse("protection:family", args=[row.family.reference]),
        "name": names_of_children(row.children),
        "ages": words.counted(len(row.children), "child", "children"),
        "restricted": row.family.restricted,
        "standing": _standing_lines(row),
        "due_at": first.due_at if first else None,
        "due_title": deadlines()[first.kind].title if first else "",
        "held": bool(first and first.state == Clock.State.HELD),
        "worker": row.family.worker.name if row.family.worker else "",
        "team": row.family.team.name,
        "opened_at": row.family.opened_at,
    }


def names_of_children(children: Sequence[Child]) -> str:
    """The children in one line; of more than three the first two and how many more."""
    names = [child.full_name for child in children]
    shown = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "No child recorded yet"


def _standing_lines(row: FamilyNow) -> list[str]:
    lines = [
        "Strategy discussion to be held" if one.state == DiscussionState.CALLED else "Record of the discussion to be shared"
        for one in row.discussions
    ]
    if row.enquiries:
        lines.append(words.counted(len(row.enquiries), "section 47 enquiry", "section 47 enquiries"))
    lines += [f"{one.get_type_display()}: {one.get_state_display().lower()}" for one in row.conferences]
    if row.plans:
        lines.append(f"{words.counted(len(row.plans), 'child', 'children')} on a plan")
    lines += [f"{one.get_direction_display()}: {'for a time' if one.temporary else 'for good'}" for one in row.moves]
    return lines or ["Nothing goes on"]


def invitation_rows(discussions: Iterable[StrategyDiscussion]) -> list[dict[str, Any]]:
    """The strategy discussions to which somebody is invited."""
    return [
        {
            "reference": row.reference,
            "href": reverse("protection:discussion", args=[row.reference]),
            "name": names_of_children([one.child for one in row.children.all()]),
            "state": row.get_state_display(),
            "tone": tone_of(row.state),
            "when": row.held_on or row.planned_for,
            "team": row.family.team.name,
        }
        for row in discussions
    ]


def family_page(file: FamilyFile, names: Mapping[str, str], *, manager: bool, settles: bool) -> dict[str, Any]:
    """Everything that the page of a family group shows. `settles`: whether the reader says how moves ended."""
    of_one: tuple[Section47 | ProtectionPlan, ...] = (*file.enquiries, *file.plans)
    told = {row.reference: row.child.full_name for row in of_one}
    return {
        "family": file.family,
        "name": names_of_children(file.children),
        "children": [_child_row(child, file) for child in file.children],
        "discussions": [_discussion_row(row) for row in file.discussions],
        "enquiries": [_enquiry_row(row) for row in file.enquiries],
        "conferences": [_conference_row(row) for row in file.conferences],
        "plans": [_plan_row(row) for row in file.plans],
        "moves": [_move_row(row, file, settles=settles) for row in file.moves],
        "clocks": clock_rows(file.clocks, manages=manager, told=told),
        "steps": family_steps(file, manager=manager),
        "entries": timeline(file.events, names),
    }


def _child_row(child: Child, file: FamilyFile) -> dict[str, Any]:
    stands, since = where_a_child_stands(child, file)
    return {"name": child.full_name, "born": named(child).removeprefix(f"{child.full_name}, "), "stands": stands, "since": since}


def where_a_child_stands(child: Child, file: FamilyFile) -> tuple[str, Any]:
    """The furthest thing that goes on for a child, or what was decided last, with its day."""
    for plan in file.plans:
        if plan.child_id == child.pk and plan.ended_on is None:
            return f"On a child protection plan: {plan.get_category_display().lower()}", plan.started_on
    for conference in file.conferences:
        waits = conference.state in (ConferenceState.REQUESTED, ConferenceState.BOOKED)
        if waits and any(one.child_id == child.pk for one in conference.children.all()):
            return f"{conference.get_type_display()}: {conference.get_state_display().lower()}", conference.requested_at
    for enquiry in file.enquiries:
        if enquiry.child_id == child.pk and enquiry.state != EnquiryState.COMPLETE:
            return f"Section 47 enquiry: {enquiry.get_state_display().lower()}", enquiry.started_on
    return _waits(child, file) or _decided_last(child, file)


def _waits(child: Child, file: FamilyFile) -> tuple[str, Any] | None:
    for discussion in file.discussions:
        if discussion.state == DiscussionState.CALLED and any(one.child_id == child.pk for one in discussion.children.all()):
            return "Strategy discussion to be held", discussion.called_at
    for move in file.moves:
        if move.child_id == child.pk and move.is_open and move.direction == Direction.IN:
            return f"On a plan of another authority: {move.authority}", move.told_on
    return None


def _decided_last(child: Child, file: FamilyFile) -> tuple[str, Any]:
    found: list[tuple[Any, str]] = [
        (plan.ended_on, f"Plan ended: {plan.get_end_reason_display().lower()}")
        for plan in file.plans
        if plan.child_id == child.pk and plan.ended_on
    ]
    found += [
        (row.completed_on, f"Section 47 enquiry complete: {row.get_outcome_display().lower()}")
        for row in file.enquiries
        if row.child_id == child.pk and row.completed_on
    ]
    for discussion in file.discussions:
        found += [
            (discussion.held_on, f"Strategy discussion: {one.get_outcome_display().lower()}")
            for one in discussion.children.all()
            if one.child_id == child.pk and one.outcome and discussion.held_on
        ]
    if not found:
        return "Nothing decided yet", None
    day, text = max(found, key=lambda pair: pair[0])
    return text, day


def _discussion_row(row: StrategyDiscussion) -> dict[str, Any]:
    late = row.state == DiscussionState.CALLED and row.due_on < clock.today()
    return {
        "title": f"Strategy discussion {row.reference}",
        "href": address_of(kinds.DISCUSSION, row.reference),
        "about": names_of_children([one.child for one in row.children.all()]),
        "state": row.get_state_display(),
        "tone": tone_of(row.state),
        "day": f"Held on {words.date(row.held_on)}" if row.held_on else f"Due by {words.date(row.due_on)}",
        "late": late,
    }


def _enquiry_row(row: Section47) -> dict[str, Any]:
    return {
        "title": f"Section 47 enquiry {row.reference}",
        "href": address_of(kinds.ENQUIRY, row.reference),
        "about": row.child.full_name,
        "state": row.get_state_display(),
        "tone": tone_of(row.state),
        "day": f"Begun on {words.date(row.started_on)}"
        + (f"; {row.get_outcome_display().lower()}" if row.state == EnquiryState.COMPLETE else ""),
        "late": False,
    }


def _conference_row(row: Conference) -> dict[str, Any]:
    held = f"Held on {words.date(row.held_on)}" if row.held_on else ""
    planned = f"Planned for {words.moment(row.planned_for)}" if row.planned_for else ""
    due = f"Due by {words.date(row.due_on)}" if row.due_on else ""
    return {
        "title": f"{row.get_type_display()} {row.reference}",
        "href": address_of(kinds.CONFERENCE, row.reference),
        "about": names_of_children([one.child for one in row.children.all()]),
        "state": row.get_state_display(),
        "tone": tone_of(row.state),
        "day": held or planned or due,
        "late": bool(row.due_on and not row.held_on and row.due_on < clock.today() and not _over(row)),
    }


def _over(row: Conference) -> bool:
    return row.state in DOES_NOT_TAKE_PLACE


def _plan_row(row: ProtectionPlan) -> dict[str, Any]:
    ended = f", ended {words.date(row.ended_on)}" if row.ended_on else ""
    return {
        "title": f"Plan {row.reference}",
        "href": address_of(kinds.PLAN, row.reference),
        "about": row.child.full_name,
        "state": "Ended" if row.ended_on else row.get_category_display(),
        "tone": "govuk-tag--grey" if row.ended_on else "govuk-tag--green",
        "day": f"From {words.date(row.started_on)}{ended}",
        "late": False,
    }


def _move_row(row: Transfer, file: FamilyFile, *, settles: bool) -> dict[str, Any]:
    by_conference = row.direction == Direction.IN and not row.temporary
    facts = [
        f"{'For a time' if row.temporary else 'For good'}, told on {words.date(row.told_on)}",
        f"moved on {words.date(row.moved_on)}" if row.moved_on else "",
        f"papers on {words.date(row.papers_on)}" if row.papers_on else "",
        f"taken over on {words.date(row.accepted_on)}" if row.accepted_on else "",
        f"ended on {words.date(row.returned_on)}" if row.returned_on else "",
        f"conference due by {words.date(row.conference_due_on)}" if row.is_open and row.conference_due_on else "",
    ]
    can = settles and row.is_open and not by_conference
    return {
        "title": f"{row.child.full_name}: {row.get_direction_display().lower()}, {row.authority}",
        "text": ", ".join(one for one in facts if one),
        "note": row.note,
        "href": reverse("protection:settle_transfer", args=[file.family.reference, row.pk]) if can else "",
        "settle": settling_words(row),
    }


def settling_words(row: Transfer) -> str:
    """What is said of a move when it is settled."""
    return "The stay for a time has ended" if row.temporary else "The other authority has taken the child over"


def family_steps(file: FamilyFile, *, manager: bool) -> list[dict[str, Any]]:
    """What can be done for a family now, the most likely first."""
    reference, found = file.family.reference, []
    if manager and file.family.worker is None:
        found.append((reverse("protection:allocate_family", args=[reference]), "Name the lead social worker"))
    for discussion in file.discussions:
        step = {DiscussionState.CALLED: "Hold the strategy discussion", DiscussionState.HELD: "Share the discussion’s record"}
        if discussion.state in step:
            found.append((reverse("protection:discussion", args=[discussion.reference]), step[DiscussionState(discussion.state)]))
    for enquiry in file.enquiries:
        if enquiry.state == EnquiryState.COMPLETE:
            continue
        waits = enquiry.state == EnquiryState.WITH_MANAGER
        text = "Authorise the enquiry" if waits and manager else "Read the enquiry" if waits else "Write the enquiry"
        found.append((reverse("protection:enquiry", args=[enquiry.reference]), f"{text}: {enquiry.child.full_name}"))
    if file.children:
        found.append((reverse("protection:call_discussion", args=[reference]), "Call another strategy discussion"))
    if manager and file.family.worker is not None:
        found.append((reverse("protection:allocate_family", args=[reference]), "Change the lead social worker"))
    return [{"href": href, "text": text} for href, text in found]


def timeline(events: Iterable[DomainEvent], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What happened, newest first, in words."""
    return [
        {"title": _title(event, names), "at": event.at, "by": names.get(event.actor_reference, ""), "text": event.reason}
        for event in events
        if event.verb in EVENTS
    ]


def _title(event: DomainEvent, names: Mapping[str, str]) -> str:
    worker = event.data.get("worker") or event.data.get("person")
    if event.verb in ("protection.family_allocated", "protection.family_named"):
        return f"{EVENTS[event.verb]}: {names.get(str(worker), 'a colleague')}"
    return EVENTS[event.verb]


def people_of_events(events: Iterable[DomainEvent]) -> set[str]:
    """The references of everybody whose name a history needs."""
    found: set[str] = set()
    for event in events:
        found |= {event.actor_reference, str(event.data.get("worker") or ""), str(event.data.get("person") or "")}
    return found - {""}
