"""Wording of the exceptions report in the columns of a scrutiny report, for page, print and spreadsheet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from board.models import Action
from board.presenters.actions import STATE_WORDS, together
from board.rules import COMING_DAYS, STALE_DAYS, PaperHead
from board.selectors.exceptions import MOST, ExceptionRow
from foundation.design import words
from foundation.exports import Column, Kind, Look, Shade, Table

NO_HEAD = PaperHead()
RATING_WORDS = {value: str(label) for value, label in Action.Rating.choices}
RULE = (
    "Amber: due within 20 working days, or late by up to 20 working days with a plan to recover. "
    "Red: late without such a plan, or by more than 20 working days. The business team may set another rating, with a reason. "
    f"Also listed: what is due within {COMING_DAYS} days, and what nobody has written about for more than {STALE_DAYS} days."
)


def responsible(row: ExceptionRow) -> str:
    """The person or post that answers for it, and whoever owns it together with them."""
    action = row.action
    return together(action.owner.name if action.owner else action.owner_post or "Nobody yet", row.others)


def reasons(row: ExceptionRow) -> str:
    """Why it is reported, beside its rating."""
    late, ahead = (row.day - row.due_on).days, (row.due_on - row.day).days
    parts = []
    if row.is_late:
        parts.append(f"late by {late} day{'s' if late > 1 else ''}")
    if row.is_coming:
        parts.append(f"due in {ahead} day{'s' if ahead > 1 else ''}" if ahead else "due that day")
    if row.is_stale:
        parts.append(f"no progress note for {row.silent_days} days")
    return ", ".join(parts)


def exception_rows(rows: Iterable[ExceptionRow]) -> list[dict[str, Any]]:
    """The rows of the report."""
    return [
        {
            "action": row.action,
            "href": reverse("board:action", args=[row.action.reference]),
            "responsible": responsible(row),
            "due_on": row.due_on,
            "rating": row.rating,
            "rating_words": RATING_WORDS[row.rating],
            "state_words": STATE_WORDS[row.state],
            "reasons": reasons(row),
            "note": row.note,
            "noted_at": row.noted_at,
        }
        for row in rows
    ]


def exception_summary(rows: Iterable[ExceptionRow]) -> list[dict[str, Any]]:
    """How many of each, for the top of the report."""
    listed = list(rows)
    ratings = Counter(row.rating for row in listed)
    return [
        {"number": ratings["red"], "label": "red", "tone": "late" if ratings["red"] else ""},
        {"number": ratings["amber"], "label": "amber", "tone": "soon" if ratings["amber"] else ""},
        {"number": sum(row.is_late for row in listed), "label": "late", "tone": ""},
        {"number": sum(row.is_coming for row in listed), "label": "coming due", "tone": ""},
        {"number": sum(row.is_stale for row in listed), "label": "without a recent note", "tone": ""},
    ]


def title_of(day: date, plan: str = "", agency: str = "") -> str:
    """What the report is called."""
    return ", ".join(part for part in (f"Exceptions as at {words.date(day)}", plan, agency) if part)


def head_rows(head: PaperHead) -> list[tuple[str, str]]:
    """The head of the paper, in the order of the house's papers for scrutiny committees."""
    rows = (
        ("To", head.committee),
        ("Date of the meeting", words.date(head.meets_on) if head.meets_on else ""),
        ("Agenda item", head.agenda_item),
        ("Lead officer", head.lead_officer),
        ("Purpose", head.purpose),
    )
    return [(label, text) for label, text in rows if text]


def cut_words(rows: Sequence[ExceptionRow]) -> str:
    """That not all are listed, where the report is as long as it may be."""
    narrow = "narrow the report to a plan or an agency to see the others"
    return f"The first {MOST:,} are listed, red ones first: {narrow}." if len(rows) >= MOST else ""


def _notes(rows: Sequence[ExceptionRow]) -> tuple[str, ...]:
    return (RULE, cut) if (cut := cut_words(rows)) else (RULE,)


def _head_lines(head: PaperHead) -> tuple[str, ...]:
    return tuple(f"{label}: {text}" for label, text in head_rows(head))


SHADES = {
    "Red": Shade("D4351C", "FFFFFF"),
    "Amber": Shade("FFDD99"),
    "Green": Shade("CCE2D8"),
    "Blue": Shade("D2E2F1"),
}
EMPTY = "No exceptions: every open action of that day was on track."


def exceptions_document(
    rows: Iterable[ExceptionRow], day: date, title: str, publisher: str, head: PaperHead = NO_HEAD
) -> tuple[Table, Look]:
    """The report in the five columns of a scrutiny report, for a word processor."""
    listed = list(rows)
    columns = (
        Column("Action"),
        Column("Person responsible"),
        Column("Deadline", Kind.DATE),
        Column(f"Progress as at {words.date(day)}"),
        Column("RAG"),
    )
    lines = (
        (
            f"{row.action.number} {row.action.text}\n{row.action.plan.title}",
            f"{responsible(row)}\n{row.action.agency.name}",
            row.due_on,
            _progress(row),
            RATING_WORDS[row.rating],
        )
        for row in listed
    )
    counted = ", ".join(f"{one['number']} {one['label']}" for one in exception_summary(listed))
    look = Look(
        publisher=publisher,
        before=(
            *_head_lines(head),
            f"For the committee. Open actions as they stood at the end of {words.date(day)}: {counted}.",
        ),
        notes_heading="How actions are rated",
        table_heading="Open actions that did not go as agreed",
        empty=EMPTY,
        widths=(34, 22, 12, 34, 8),
        shades={4: SHADES},
    )
    return Table(title, columns, lines, notes=_notes(listed)), look


def _progress(row: ExceptionRow) -> str:
    """The last note with its day, or the state where there is none; and why it is listed."""
    said = f"{row.note}\n{words.date(row.noted_at)}" if row.note else STATE_WORDS[row.state]
    why = reasons(row)
    return f"{said}\n{why[0].upper()}{why[1:]}" if why else said


def exceptions_table(rows: Iterable[ExceptionRow], day: date, head: PaperHead = NO_HEAD) -> Table:
    """The report as a table for a spreadsheet."""
    listed = list(rows)
    columns = (
        Column("Plan"),
        Column("Number"),
        Column("Action"),
        Column("Agency"),
        Column("Person responsible"),
        Column("Deadline", Kind.DATE),
        Column(f"Progress as at {words.date(day)}"),
        Column("Last note", Kind.MOMENT),
        Column("Why it is listed"),
        Column("RAG"),
        Column("Agreed by"),
        Column("Why it matters"),
        Column("Reference"),
    )
    lines = (
        (
            row.action.plan.title,
            row.action.number,
            row.action.text,
            row.action.agency.name,
            responsible(row),
            row.due_on,
            row.note or STATE_WORDS[row.state],
            row.noted_at,
            reasons(row),
            RATING_WORDS[row.rating],
            row.action.agreement,
            row.action.why,
            row.action.reference,
        )
        for row in listed
    )
    return Table("Exceptions", columns, lines, notes=(title_of(day), *_head_lines(head), *_notes(listed)))
