"""The words of a section 47 enquiry."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from foundation import clock
from foundation.design import words
from protection.child_page import address_of
from protection.models import EnquiryOutcome, EnquiryState, Section47
from protection.presenters.families import timeline, tone_of
from protection.rules import kinds
from protection.selectors.enquiries import EnquiryFile
from protection.selectors.sight import named
from work.models import Request
from work.presenters import request_page, result_title
from work.presenters.clocks import clock_rows


def enquiry_page(file: EnquiryFile, names: Mapping[str, str], *, writes: bool, manager: bool, me: str) -> dict[str, Any]:
    """Everything that the page of an enquiry shows."""
    row = file.enquiry
    return {
        "enquiry": row,
        "name": row.child.full_name,
        "born": named(row.child).removeprefix(f"{row.child.full_name}, "),
        "state": row.get_state_display(),
        "tone": tone_of(row.state),
        "family_url": reverse("protection:family", args=[row.family.reference]),
        "discussion_url": address_of(kinds.DISCUSSION, row.initiated.discussion.reference),
        "about": _about_rows(row, names),
        "written": written_rows(row),
        "requests": [_request_row(one, opens=writes) for one in file.requests],
        "conference": _conference(file),
        "clocks": clock_rows(file.clocks, manages=manager),
        "steps": _steps(file, writes=writes, manager=manager, me=me),
        "waits_for": _waits_for(row, manager=manager, me=me),
        "entries": timeline(file.events, names),
    }


def _about_rows(row: Section47, names: Mapping[str, str]) -> list[dict[str, str]]:
    sent = f"{words.moment(row.submitted_at)} by {names.get(row.submitted_by, '')}" if row.submitted_at else ""
    authorised = f"{words.moment(row.authorised_at)} by {names.get(row.authorised_by, '')}" if row.authorised_at else ""
    facts = (
        ("Begun", f"{words.date(row.started_on)}, at strategy discussion {row.initiated.discussion.reference}"),
        ("Why", row.initiated.outcome_reason),
        ("How", "Jointly with the police" if row.joint else "By social care alone"),
        ("Lead social worker", row.lead.name if row.lead else "Not named yet"),
        ("Conference to be held by", "" if row.icpc_not_required else words.date(row.conference_due_on)),
        ("Sent to a manager", sent),
        ("Sent back", row.sent_back_reason),
        ("Authorised", authorised),
    )
    return [{"key": key, "value": value} for key, value in facts if value]


def written_rows(row: Section47) -> list[dict[str, str]]:
    """What the enquiry says."""

    def day(value: Any) -> str:
        return words.date(value) if value else "Not yet"

    conference = "Not required" if row.icpc_not_required else ""
    facts = (
        ("Child seen", day(row.seen_on)),
        ("Child seen alone", day(row.seen_alone_on)),
        ("Why not seen, or not alone", row.not_seen_reason),
        ("Bedroom seen", day(row.bedroom_seen_on)),
        ("Parents seen", day(row.parents_seen_on)),
        ("Medical", words.date(row.medical_on) if row.medical_on else ""),
        ("What the medical found", row.medical_result),
        ("What the child says", row.child_view),
        ("What the parents say", row.parents_view),
        ("What the enquiry found", row.analysis),
        ("Concerns", row.get_finding_display()),
        ("What follows", row.get_outcome_display()),
        ("Initial child protection conference", conference),
    )
    return [{"key": key, "value": value} for key, value in facts if value]


def _request_row(row: Request, *, opens: bool) -> dict[str, Any]:
    answered = row.state == Request.State.ANSWERED
    return {
        "agency": row.to_agency.name,
        "question": row.question,
        "state": result_title(row) if answered else row.get_state_display(),
        "tone": "govuk-tag--green" if answered else "govuk-tag--yellow",
        "answer": row.answer if answered else "",
        "when": row.answered_at if answered else None,
        "due_at": row.due_at if row.state == Request.State.ASKED else None,
        "href": request_page(row) if opens else "",
    }


def _conference(file: EnquiryFile) -> dict[str, str] | None:
    found = file.conference
    if found is None:
        return None
    return {
        "title": f"{found.get_type_display()} {found.reference}",
        "state": found.get_state_display(),
        "tone": tone_of(found.state),
        "href": address_of(kinds.CONFERENCE, found.reference),
        "due": f"Due by {words.date(found.due_on)}" if found.due_on else "",
    }


def _steps(file: EnquiryFile, *, writes: bool, manager: bool, me: str) -> list[dict[str, Any]]:
    row, found = file.enquiry, []
    if row.state == EnquiryState.OPEN and writes:
        found += [("write_enquiry", "Write the enquiry"), ("ask_for_enquiry", "Ask an agency what it knows")]
    if row.state == EnquiryState.WITH_MANAGER and manager and row.submitted_by != me:
        found.append(("authorise_enquiry", "Authorise the enquiry or send it back"))
    return [{"href": reverse(f"protection:{name}", args=[row.reference]), "text": text} for name, text in found]


def _waits_for(row: Section47, *, manager: bool, me: str) -> str:
    if row.state == EnquiryState.WITH_MANAGER and (not manager or row.submitted_by == me):
        return "A manager who did not write the enquiry authorises it."
    if row.state == EnquiryState.COMPLETE and row.outcome == EnquiryOutcome.CONFERENCE:
        return "An initial child protection conference is asked for."
    return ""


def late_words(row: Section47) -> str:
    """That the day of the conference has passed, for whoever writes the enquiry."""
    return "late" if row.conference_due_on < clock.today() else ""


def people_of_enquiry(file: EnquiryFile) -> set[str]:
    """The references of everybody whose name the page needs."""
    row = file.enquiry
    return ({row.submitted_by, row.authorised_by} | {event.actor_reference for event in file.events}) - {""}
