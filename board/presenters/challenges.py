"""Wording of the challenge log and of the scrutineer's notes."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from board.models import Challenge, ChallengeEntry, ScrutinyNote, ScrutinyStatement
from board.selectors.challenges import ChallengeCounts, is_late
from foundation import clock
from foundation.design.words import lower_first
from foundation.exports import Column, Kind, Table

PARTNERSHIP = "The partnership"
COLOURS = {
    "open": "govuk-tag--yellow", "changed": "govuk-tag--green", "not_changed": "govuk-tag--grey", "disputed": "govuk-tag--orange",
    "escalated": "govuk-tag--red",
}  # fmt: skip


def challenge_numbers(counts: ChallengeCounts) -> list[dict[str, Any]]:
    """How the challenges stand, each number leading to the list that it counts."""
    url = reverse("board:challenges")
    return [
        {"number": counts.open, "label": "open", "href": f"{url}?outcome=open", "tone": ""},
        {
            "number": counts.unanswered,
            "label": "without an answer",
            "href": f"{url}?unanswered=on",
            "tone": "late" if counts.late else "soon" if counts.unanswered else "",
        },
        {"number": counts.changed, "label": "changed something", "href": f"{url}?outcome=changed", "tone": ""},
        {"number": counts.not_changed, "label": "changed nothing", "href": f"{url}?outcome=not_changed", "tone": ""},
        {"number": counts.disputed, "label": "disputed", "href": f"{url}?outcome=disputed", "tone": ""},
        {"number": counts.escalated, "label": "taken further", "href": f"{url}?outcome=escalated", "tone": ""},
    ]


def about_words(challenge: Challenge) -> str:
    """Who is challenged."""
    return challenge.about_agency.name if challenge.about_agency else PARTNERSHIP


def raiser_words(challenge: Challenge) -> str:
    """Who raised it: the post or name, for whom they spoke, and what they are to the partnership."""
    named = [challenge.raiser, challenge.raiser_agency.name if challenge.raiser_agency else ""]
    kind = str(challenge.get_raiser_kind_display())
    said = ", ".join(part for part in named if part)
    return f"{said} ({kind.lower()})" if said else kind


def theme_words(challenge: Challenge) -> str:
    """What it is tagged with, where a list has read it."""
    return ", ".join(getattr(challenge, "theme_names", ()))


def theme_links(challenge: Any) -> list[dict[str, str]]:
    """What it is tagged with, each leading to the challenges that have it too."""
    pairs = zip(challenge.theme_codes, challenge.theme_names, strict=True)
    return [{"text": name, "href": f"{reverse('board:challenges')}?{urlencode({'theme': code})}"} for code, name in pairs]


def challenge_row(challenge: Challenge) -> dict[str, Any]:
    """A row of the log."""
    return {
        "href": reverse("board:challenge", args=[challenge.reference]),
        "reference": challenge.reference,
        "title": challenge.title,
        "themes": theme_words(challenge),
        "about": about_words(challenge),
        "raiser": raiser_words(challenge),
        "raised_on": challenge.raised_on,
        "answered_on": challenge.answered_on,
        "response_due_on": challenge.response_due_on,
        "late": is_late(challenge, clock.today()),
        "outcome": challenge.get_outcome_display(),
        "colour": COLOURS[challenge.outcome],
        "in_report": challenge.in_report,
    }


def entry_rows(entries: Iterable[ChallengeEntry]) -> list[dict[str, Any]]:
    """What was answered and decided, oldest first."""
    return [
        {
            "heading": entry_words(entry),
            "happened_on": entry.happened_on,
            "text": entry.text,
            "writer": entry.written_by.name,
            "written_at": entry.written_at,
        }
        for entry in entries
    ]


def entry_words(entry: ChallengeEntry) -> str:
    """What an entry is: whose answer, or what came of the challenge; where it was taken further, to whom."""
    if entry.kind == ChallengeEntry.Kind.RESPONSE:
        return f"Answer of {entry.who}"
    outcome = str(entry.get_outcome_display())
    if not entry.taken_to:
        return outcome
    to = lower_first(str(entry.get_taken_to_display()))
    return f"{outcome}, to {to}{f': {entry.who}' if entry.who else ''}"


def challenge_links(challenges: Iterable[Challenge]) -> list[dict[str, str]]:
    """Challenges in one line each, leading to their pages."""
    return [{"text": one.title, "href": reverse("board:challenge", args=[one.reference])} for one in challenges]


def begun_action(challenge: Challenge) -> dict[str, str]:
    """What the form of an action that is made of it begins with."""
    return {
        "text": challenge.asked_for or challenge.title,
        "agency": challenge.about_agency.code if challenge.about_agency else "",
    }


def kept_answers(challenge: Challenge, themes: Iterable[str]) -> dict[str, Any]:
    """What the form of a challenge begins with."""
    return {
        **{
            name: getattr(challenge, name)
            for name in ("title", "text", "asked_for", "raiser_kind", "raiser", "raised_on", "response_due_on")
        },
        "raiser_agency": challenge.raiser_agency.code if challenge.raiser_agency else "",
        "about": challenge.about_agency.code if challenge.about_agency else "",
        "meeting": challenge.meeting.reference if challenge.meeting else "",
        "themes": list(themes),
    }


def stored_challenge(challenge: Challenge) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [
        {"key": "Challenge", "value": challenge.title},
        {"key": "In full", "value": challenge.text},
        {"key": "Who is challenged", "value": about_words(challenge)},
        {"key": "Raised by", "value": raiser_words(challenge)},
        {"key": "Outcome", "value": str(challenge.get_outcome_display())},
    ]


def stored_entries(entries: Iterable[ChallengeEntry]) -> list[dict[str, str]]:
    """What others have written on a challenge, for whoever was overtaken."""
    return [{"key": row["heading"], "value": row["text"]} for row in entry_rows(entries)]


def challenge_table(rows: Iterable[tuple[Challenge, str, str]]) -> Table:
    """The log as a table for a spreadsheet."""
    columns = (
        Column("Reference"),
        Column("Raised", Kind.DATE),
        Column("Raised by"),
        Column("Who is challenged"),
        Column("Challenge"),
        Column("In full"),
        Column("Asked for"),
        Column("Themes"),
        Column("Answer due", Kind.DATE),
        Column("Answered", Kind.DATE),
        Column("Newest answer"),
        Column("Outcome"),
        Column("What changed, or why nothing did"),
        Column("In the yearly report"),
    )
    lines = (
        (
            one.reference, one.raised_on, raiser_words(one), about_words(one), one.title, one.text, one.asked_for,
            theme_words(one), one.response_due_on, one.answered_on, answer, str(one.get_outcome_display()), came_of_it,
            one.in_report,
        )
        for one, answer, came_of_it in rows
    )  # fmt: skip
    return Table("Challenge log", columns, lines)


def note_row(note: ScrutinyNote) -> dict[str, Any]:
    """A row of the scrutineer's notes."""
    where = [note.place, note.agency.name if note.agency else ""]
    return {
        "href": reverse("board:scrutiny_note", args=[note.reference]),
        "reference": note.reference,
        "title": note.title,
        "kind": note.get_kind_display(),
        "where": ", ".join(part for part in where if part),
        "keeper": note.keeper.name,
        "happened_on": note.happened_on,
        "shared": note.shared_at is not None,
    }


def kept_note(note: ScrutinyNote) -> dict[str, Any]:
    """What the form of a note begins with."""
    return {
        **{name: getattr(note, name) for name in ("kind", "title", "happened_on", "place", "text")},
        "agency": note.agency.code if note.agency else "",
        "challenge": note.challenge.reference if note.challenge else "",
    }


def stored_note(note: ScrutinyNote) -> list[dict[str, str]]:
    """What is saved now, for whoever changed a note twice at once."""
    return [{"key": "Title", "value": note.title}, {"key": "Note", "value": note.text}]


def statement_rows(years: Iterable[tuple[str, ScrutinyStatement | None]]) -> list[dict[str, str]]:
    """One's own statements by year, each leading to its page."""
    return [
        {
            "year": year,
            "href": reverse("board:scrutiny_statement", args=[year]),
            "stands": "not written" if one is None else "in the yearly report" if one.in_report else "not in the report yet",
        }
        for year, one in years
    ]


def stored_statement(statement: ScrutinyStatement) -> list[dict[str, str]]:
    """What is saved now, for whoever wrote it in two places at once."""
    return [
        {"key": "Statement", "value": statement.text},
        {"key": "In the yearly report", "value": "Yes" if statement.in_report else "No"},
    ]
