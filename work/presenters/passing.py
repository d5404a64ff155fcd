"""Wording of clocks, handovers and requests in lists and on their pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from foundation.design import words
from work.kinds import deadlines, handover_kinds, request_kinds
from work.models import Clock, Handover, Request
from work.selectors.my_work import COUNTED_UP_TO, InboxCounts, MyWork

NOT_BEFORE_SIGN_IN = "the partnership"


@dataclass(frozen=True)
class Row:
    """One line of a list of work."""

    title: str
    reference: str
    href: str
    origin: str
    at: datetime
    due_at: datetime | None
    text: str = ""


def _team(handover_or_request: Handover | Request) -> str:
    team = handover_or_request.from_team
    return f"{team.name}, {team.agency.name}" if team else NOT_BEFORE_SIGN_IN


def handover_title(handover: Handover) -> str:
    """What kind of handover it is."""
    declared = handover_kinds().get(handover.kind)
    return declared.title if declared else "Handover"


def request_title(request: Request) -> str:
    """What kind of request it is."""
    declared = request_kinds().get(request.kind)
    return declared.title if declared else "Request"


def result_title(request: Request) -> str:
    """With what result it was answered, in the words of its kind."""
    declared = request_kinds().get(request.kind)
    result = declared.result(request.result) if declared else None
    return result.title if result else request.result


def sharing_words(request: Request) -> list[tuple[str, str]]:
    """What was said of the sharing of information: label and value."""
    if request.may_tell_family is None:
        return []
    told = "Yes" if request.may_tell_family else f"No: {request.not_told_because}"
    rows = [("Needed for the question, and no more", "Confirmed"), ("The family may be told", told)]
    if request.consent_not_needed_because:
        rows.append(("Shared without consent because", request.consent_not_needed_because))
    return rows


def request_page(request: Request) -> str:
    """Where the request is read and answered."""
    declared = request_kinds().get(request.kind)
    return reverse(declared.page if declared else "work:request", args=[request.reference])


def handover_row(handover: Handover, due_at: datetime | None = None) -> Row:
    """A handover in the inbox: the kind and the record's reference, no word about the record."""
    return Row(
        title=handover_title(handover),
        reference=handover.subject_reference,
        href=reverse("work:handover", args=[handover.reference]),
        origin=_team(handover),
        at=handover.offered_at,
        due_at=due_at,
    )


def request_row(request: Request) -> Row:
    """A request in the inbox: the kind and its reference, not the question."""
    return Row(
        title=request_title(request),
        reference=request.reference,
        href=request_page(request),
        origin=_team(request),
        at=request.asked_at,
        due_at=request.due_at,
    )


def clock_row(clock: Clock, described: str = "") -> Row:
    """A clock among what is due; `described`: what its app says of the record."""
    declared = deadlines().get(clock.kind)
    return Row(
        title=declared.title if declared else "Work",
        reference=clock.subject_reference,
        href=declared.address(clock.subject_reference) if declared else "",
        origin="",
        at=clock.started_at,
        due_at=clock.due_at,
        text=described,
    )


def returned_row(handover: Handover) -> Row:
    """A handover that came back."""
    moment = handover.returned_at or handover.offered_at
    return Row(
        title=f"{handover_title(handover)}: returned by {handover.to_team.name}",
        reference=handover.subject_reference,
        href=reverse("work:handover", args=[handover.reference]),
        origin=handover.to_team.name,
        at=moment,
        due_at=None,
        text=f"Returned on {words.moment(moment)}",
    )


def answered_row(request: Request) -> Row:
    """A request that was answered."""
    moment = request.answered_at or request.asked_at
    return Row(
        title=f"{request_title(request)}: {request.to_agency.name} answered",
        reference=request.reference,
        href=request_page(request),
        origin=request.to_agency.name,
        at=moment,
        due_at=None,
        text=f"{result_title(request)}, {words.moment(moment)}",
    )


def my_work_section(work: MyWork) -> dict[str, object]:
    """The context of `work/my_work.html`, which the home page includes."""
    came_back = sorted(
        [*map(returned_row, work.returned), *map(answered_row, work.answered)], key=lambda row: row.at, reverse=True
    )
    return {
        "due": [clock_row(row, work.described.get(row.pk, "")) for row in work.due],
        "more_due": work.more_due,
        "asked": [
            *(handover_row(row, row.clock.due_at if row.clock else None) for row in work.handovers),
            *(request_row(row) for row in work.requests),
        ],
        "more_asked": work.more_handovers or work.more_requests,
        "came_back": came_back,
        "inbox_url": reverse("work:inbox"),
    }


def inbox_tabs(counts: InboxCounts, current: str) -> list[dict[str, object]]:
    """The lists of the inbox."""
    return [
        {
            "text": "Offered to my team",
            "href": reverse("work:inbox"),
            "current": current == "handovers",
            "count": counted(counts.handovers),
        },
        {
            "text": "Asked of my agency",
            "href": reverse("work:requests"),
            "current": current == "requests",
            "count": counted(counts.requests),
        },
        {"text": "Accepted by my team", "href": reverse("work:accepted"), "current": current == "accepted", "count": ""},
    ]


def counted(number: int) -> str:
    """A bounded count: "12", "100+"; nothing for none."""
    if not number:
        return ""
    return f"{number}+" if number >= COUNTED_UP_TO else str(number)


def handover_summary(handover: Handover) -> list[dict[str, str]]:
    """The facts of a handover."""
    rows = [
        {"key": "Record", "value": handover.subject_reference},
        {"key": "Offered by", "value": _team(handover)},
        {"key": "Offered to", "value": handover.to_team.name},
        {"key": "Offered on", "value": words.moment(handover.offered_at)},
    ]
    if handover.note:
        rows.append({"key": "Note", "value": handover.note})
    if handover.accepted_at:
        rows.append({"key": "Accepted on", "value": words.moment(handover.accepted_at)})
    if handover.returned_at:
        rows.append({"key": "Returned on", "value": words.moment(handover.returned_at)})
        rows.append({"key": "Why it was returned", "value": handover.return_reason})
    if handover.withdrawn_at:
        rows.append({"key": "Withdrawn on", "value": words.moment(handover.withdrawn_at)})
    return rows


def facts_rows(facts: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """What the kind tells of the record itself, as rows."""
    return [{"key": label, "value": value} for label, value in facts]


def records_named(handovers: Sequence[Handover]) -> str:
    """The references of the records that were handed over, in a sentence."""
    *others, last = [row.subject_reference for row in handovers]
    return f"{', '.join(others)} and {last}" if others else last


def accepted_row(handover: Handover) -> Row:
    """A handover that the team has accepted: it leads to the record."""
    return Row(
        title=handover_title(handover),
        reference=handover.subject_reference,
        href=handover_kinds()[handover.kind].address(handover.subject_reference)
        or reverse("work:handover", args=[handover.reference]),
        origin=_team(handover),
        at=handover.accepted_at or handover.offered_at,
        due_at=None,
    )


def request_summary(request: Request) -> list[dict[str, str]]:
    """What the asked agency is told: the question, its basis, who asks, by when, and what the kind adds."""
    declared = request_kinds()[request.kind]
    rows = [{"key": label, "value": value} for label, value in declared.particulars(request.subject_reference)]
    rows += [
        {"key": "Question", "value": request.question},
        {"key": "Asked by", "value": _team(request)},
        {"key": "Asked on", "value": words.moment(request.asked_at)},
        {"key": "Answer due by", "value": words.moment(request.due_at)},
    ]
    if request.legal_basis:
        rows.append({"key": "Legal basis", "value": request.legal_basis})
    if request.purpose:
        rows.append({"key": "What the answer is needed for", "value": request.purpose})
    return rows


def answer_summary(request: Request) -> list[dict[str, str]]:
    """How the request was closed; empty while it is open."""
    if request.answered_at:
        rows = [
            {"key": "Result", "value": result_title(request)},
            {"key": "Answer", "value": request.answer or "No more to say"},
            *({"key": key, "value": value} for key, value in sharing_words(request)),
        ]
        if request.channel != Request.Channel.PORTAL:
            rows.append({"key": "How it came", "value": f"{request.get_channel_display()}, written down by who asked"})
        if request.answered_for:
            rows.append({"key": "On behalf of", "value": request.answered_for})
        return [*rows, {"key": "Answered on", "value": words.moment(request.answered_at)}]
    if request.waived_at:
        return [
            {"key": "Waived on", "value": words.moment(request.waived_at)},
            {"key": "Why no answer is needed", "value": request.waived_reason},
        ]
    if request.withdrawn_at:
        return [
            {"key": "Withdrawn on", "value": words.moment(request.withdrawn_at)},
            {"key": "Why it was withdrawn", "value": request.withdrawn_reason},
        ]
    return []
