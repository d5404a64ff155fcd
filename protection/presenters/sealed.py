"""The words for somebody without an account who was let into a conference."""

from typing import Any

from foundation.design import words
from protection.models import RECORD_APPROVED, AgencyInvitation, ReportStatus
from protection.presenters.conferences import names_of_children, print_page
from protection.selectors.arranging import Across
from protection.selectors.conferences import ConferenceFile
from work.kinds import request_kinds
from work.models import Request


def results_of(request: Request | None) -> list[tuple[str, str]]:
    """How a report may be answered."""
    return [(one.code, one.title) for one in request_kinds()[request.kind].results] if request is not None else []


def sealed_page(file: ConferenceFile, seat: AgencyInvitation) -> dict[str, Any]:
    """A conference as somebody who was let in by a sealed link finds it."""
    one = file.conference
    rows = (
        ("What", one.get_type_display()),
        ("When", words.moment(one.planned_for)),
        ("How", one.get_mode_display() if one.mode else ""),
        ("Where, or how to join", one.venue),
        ("Chair", one.chair.name if one.chair else ""),
        ("Invited by", f"{one.family.team.name}, {one.family.team.agency.name}"),
        ("You are asked", f"as {seat.role} of {seat.agency.name}" if seat.role else f"for {seat.agency.name}"),
        ("Your report", _report(seat)),
    )
    reads = one.state in RECORD_APPROVED
    return {
        **(print_page(file, Across([], {}, {})) if reads else {}),
        "conference": one,
        "seat": seat,
        "names": names_of_children(file.children),
        "rows": [{"key": key, "value": value} for key, value in rows if value],
        "reads": reads,
    }


def _report(seat: AgencyInvitation) -> str:
    if seat.report == ReportStatus.AWAITED:
        return f"Asked for by {words.date(seat.report_due_on)}"
    return f"Received on {words.date(seat.report_received_on)}" if seat.report_received_on else seat.get_report_display()
