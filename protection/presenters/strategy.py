"""The words of a strategy discussion: its page, what can be done next, and its record to print."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from foundation import clock
from foundation.design import words
from protection.child_page import address_of
from protection.models import (
    PRESENT,
    DiscussedChild,
    DiscussionAction,
    DiscussionSeat,
    DiscussionState,
    OtherText,
    StrategyDiscussion,
)
from protection.presenters.families import names_of_children, timeline, tone_of
from protection.rules import kinds
from protection.selectors.sight import named
from protection.selectors.strategy import DiscussionFile
from work.presenters.clocks import clock_rows

TEXTS = {
    "summary": ("What is known, and what it means", "Concerns, history, strengths, and the analysis of all agencies together."),
    "threshold_reasons": ("Is significant harm suspected, and why?", "The threshold of section 47 of the Children Act 1989."),
    "immediate_safety": ("How are the children kept safe now?", ""),
    "medical_plan": ("Medical: is one needed, when and where?", ""),
    "parents_told": ("Who tells the parents, what and when?", "Agree it with the police, where they investigate."),
    "legal_advice": ("Legal advice", ""),
}
WORKED_ON = (DiscussionState.CALLED, DiscussionState.HELD)


def who_is_asked(seat: DiscussionSeat) -> str:
    """Somebody who is invited in one line: name, role, agency."""
    parts = [seat.name, seat.role, seat.agency.name if seat.agency else seat.get_group_display()]
    return ", ".join(part for part in parts if part)


def place_title(place: str, file: DiscussionFile) -> str:
    """What a text of the record is called."""
    if place in TEXTS:
        return TEXTS[place][0]
    told = {f"seats-{seat.pk}": f"What {who_is_asked(seat)} told" for seat in file.seats}
    said = {f"children-{row.pk}": f"What was said of {row.child.full_name}" for row in file.children}
    return (told | said).get(place, "A text of the record")


def discussion_page(
    file: DiscussionFile, names: Mapping[str, str], *, works: bool, arranges: bool, manager: bool, invited: bool
) -> dict[str, Any]:
    """Everything that the page of a strategy discussion shows to somebody.

    `works`: sees the whole family. `arranges`: of the team. `manager`: holds, cancels and withdraws. `invited`: writes for an
    agency.
    """
    row = file.discussion
    return {
        "discussion": row,
        "name": names_of_children([one.child for one in file.children]),
        "state": row.get_state_display(),
        "tone": tone_of(row.state),
        "family_url": reverse("protection:family", args=[row.family.reference]) if works else "",
        "about": about_rows(row, names),
        "children": [_child_card(one, works=works) for one in file.children],
        "seats": [_seat_row(seat, row, arranges=arranges) for seat in file.seats],
        "taken_back": [
            f"{who_is_asked(seat)}: {words.date(seat.withdrawn_at)}. {seat.withdrawn_reason}" for seat in file.taken_back if works
        ],
        "quorum": _quorum(file),
        "texts": text_rows(row),
        "decided": decided_rows(row),
        "actions": [_action_row(one, row) for one in file.actions],
        "others": other_rows(file, names, settles=works),
        "clocks": clock_rows(file.clocks, manages=manager),
        "steps": _steps(file, works=works, arranges=arranges, manager=manager, invited=invited),
        "waits_for": _waits_for(file, arranges=arranges, manager=manager),
        "entries": timeline(file.events, names),
        "print_url": reverse("protection:print_discussion", args=[row.reference]),
    }


def about_rows(row: StrategyDiscussion, names: Mapping[str, str]) -> list[dict[str, str]]:
    """What is known of a discussion at a glance."""
    shared = f"{words.moment(row.shared_at)} by {names.get(row.shared_by, '')}" if row.shared_at else ""
    facts = (
        ("Called", f"{words.moment(row.called_at)} by {names.get(row.called_by, row.family.team.name)}"),
        ("Why", row.reason),
        ("To be held by", words.date(row.due_on) if row.held_on is None else ""),
        ("Arranged for", f"{words.moment(row.planned_for)}, {row.get_mode_display().lower()}" if row.planned_for else ""),
        ("Held on", words.date(row.held_on) if row.held_on else ""),
        ("Record shared", shared),
        ("Cancelled" if row.cancelled_at else "Withdrawn", row.closing_reason),
    )
    return [{"key": key, "value": value} for key, value in facts if value]


def text_rows(row: StrategyDiscussion) -> list[dict[str, str]]:
    """The texts of the record that are written."""
    return [{"key": title, "value": getattr(row, name)} for name, (title, _hint) in TEXTS.items() if getattr(row, name)]


def decided_rows(row: StrategyDiscussion) -> list[dict[str, str]]:
    """What was decided for all of the children together."""
    said: dict[bool | None, str] = {True: "Yes", False: "No"}
    complete: dict[bool | None, str] = {**said, True: "Yes: social care, the police and health took part"}
    rows = (
        ("Quorum", complete.get(row.quorate, "")),
        ("Why it was held without a quorum", row.inquorate_reason),
        ("The police investigate", said.get(row.police_investigation, "")),
        ("Interview on video planned", said.get(row.interview_planned, "")),
        ("Next discussion", words.date(row.next_discussion_on) if row.next_discussion_on else ""),
    )
    return [{"key": key, "value": value} for key, value in rows if value]


def _child_card(row: DiscussedChild, *, works: bool) -> dict[str, Any]:
    enquiry = getattr(row, "enquiry", None)
    return {
        "name": named(row.child),
        "considered": row.considered,
        "outcome": row.get_outcome_display(),
        "reason": row.outcome_reason,
        "enquiry_url": address_of(kinds.ENQUIRY, enquiry.reference) if enquiry and works else "",
        "enquiry": enquiry.reference if enquiry else "",
    }


def _seat_row(seat: DiscussionSeat, row: StrategyDiscussion, *, arranges: bool) -> dict[str, Any]:
    stands = row.state not in (DiscussionState.CANCELLED, DiscussionState.WITHDRAWN)
    may = arranges and stands and seat.attendance not in PRESENT
    return {
        "href": reverse("protection:take_seat_back", args=[row.reference, seat.pk]) if may else "",
        "name": seat.name,
        "role": seat.role,
        "agency": seat.agency.name if seat.agency else "",
        "group": seat.get_group_display(),
        "attendance": seat.get_attendance_display(),
        "information": seat.information,
    }


def _quorum(file: DiscussionFile) -> str:
    if file.discussion.quorate is not None or not file.seats:
        return ""
    if not file.missing:
        return "There is a quorum: social care, the police and health take part."
    return f"No quorum yet. Not recorded as taking part: {', '.join(file.missing)}."


def _action_row(row: DiscussionAction, discussion: StrategyDiscussion) -> dict[str, Any]:
    open_ = row.done_at is None
    may = open_ and discussion.state not in (DiscussionState.CANCELLED, DiscussionState.WITHDRAWN)
    return {
        "action": row.action,
        "who": row.who,
        "due_on": row.due_on,
        "done": f"{words.date(row.done_at)}: {row.done_note}".rstrip(": ") if row.done_at else "",
        "late": open_ and row.due_on < clock.today(),
        "href": reverse("protection:finish_discussion_action", args=[discussion.reference, row.pk]) if may else "",
    }


def other_rows(file: DiscussionFile, names: Mapping[str, str], *, settles: bool) -> list[dict[str, Any]]:
    """What two people wrote at once: each text as the record has it and as the other wrote it."""
    held: dict[str, str] = {name: getattr(file.discussion, name) for name in TEXTS}
    held |= {f"seats-{seat.pk}": seat.information for seat in file.seats}
    held |= {f"children-{row.pk}": row.considered for row in file.children}
    settling = settles and file.discussion.state in WORKED_ON
    return [_other_row(other, file, held.get(other.place, ""), names, settles=settling) for other in file.other_texts]


def _other_row(other: OtherText, file: DiscussionFile, held: str, names: Mapping[str, str], *, settles: bool) -> dict[str, Any]:
    writer = names.get(other.written_by, "Somebody")
    return {
        "id": other.pk,
        "title": place_title(other.place, file),
        "theirs": held or "Nothing",
        "mine": other.text or "Nothing",
        "mine_title": f"{writer} wrote at the same time",
        "href": reverse("protection:settle_text", args=[file.discussion.reference, other.pk]) if settles else "",
    }


def _steps(file: DiscussionFile, *, works: bool, arranges: bool, manager: bool, invited: bool) -> list[dict[str, Any]]:
    row = file.discussion
    called, written = row.state == DiscussionState.CALLED, row.state in WORKED_ON
    unplanned = row.planned_for is None
    standing = row.state not in (DiscussionState.CANCELLED, DiscussionState.WITHDRAWN)
    asked = (
        (called and arranges and unplanned, "prepare_discussion", "Say when it is"),
        (called and arranges and not unplanned and not file.seats, "invite_to_discussion", "Invite agencies"),
        (row.state == DiscussionState.HELD and arranges, "share_discussion", "Share the record"),
        (written and works, "minute_discussion", "Write the record"),
        (written and invited and not works, "minute_discussion", "Write what your agency tells"),
        (called and manager, "hold_discussion", "Decide, and record it as held"),
        (written and arranges, "add_discussion_action", "Add an action"),
        (called and arranges and not unplanned, "invite_to_discussion", "Invite agencies"),
        (called and arranges and not unplanned, "prepare_discussion", "Change when it is"),
        (called and arranges and bool(file.siblings), "add_sibling", "Consider another child"),
        (called and manager, "cancel_discussion", "Cancel it"),
        (standing and manager, "withdraw_discussion", "Withdraw it: recorded in error"),
    )
    found = {name: text for may, name, text in reversed(asked) if may}
    once = {name: found[name] for may, name, _text in asked if may}
    return [{"href": reverse(f"protection:{name}", args=[row.reference]), "text": text} for name, text in once.items()]


def _waits_for(file: DiscussionFile, *, arranges: bool, manager: bool) -> str:
    if file.discussion.state == DiscussionState.CALLED and arranges and not manager:
        return "A manager of the team records it as held, with what is decided for each child."
    if file.discussion.state == DiscussionState.HELD and not arranges:
        return "The social work team shares the record."
    return ""


def people_of_discussion(file: DiscussionFile) -> set[str]:
    """The references of everybody whose name the page needs."""
    row = file.discussion
    found = {row.called_by, row.shared_by, row.held_by} | {other.written_by for other in file.other_texts}
    return (found | {event.actor_reference for event in file.events}) - {""}
