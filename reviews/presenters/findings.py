"""The words of findings, what became of them at the board, and other learning that belongs to a case."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from board.models import Recommendation
from board.presenters.recommendations import TONES, far_words
from board.selectors.recommendations import HowFar, words_of
from foundation.design import words
from reviews.models import CaseLink, Finding, LinkedLearning
from reviews.selectors.findings import Found

EVENTS = {
    "reviews.finding_written": "A finding was written down",
    "reviews.finding_changed": "A finding was changed",
    "reviews.finding_struck": "A finding was struck",
    "reviews.recommendation_made": "A recommendation went to the board",
    "reviews.recommendation_joined": "A finding joined a recommendation of the board",
    "reviews.case_linked": "Another review or event was linked",
}


def finding_rows(
    case: str, found: Iterable[Found], *, writes: bool, owned: bool, closed: bool, sees_board: bool
) -> list[dict[str, Any]]:
    """The findings of a case, with what the reader may do with each."""
    return [
        {
            "number": one.finding.number,
            "kind": one.finding.get_kind_display(),
            "text": one.finding.text,
            "themes": one.themes,
            "struck": one.finding.struck_reason,
            "recommendations": [
                _recommendation(link.recommendation, far, link, sees_board=sees_board) for link, far in one.recommendations
            ],
            "steps": _steps(case, one, writes=writes, owned=owned, closed=closed),
        }
        for one in found
    ]


def _recommendation(one: Recommendation, far: HowFar, link: Any, *, sees_board: bool) -> dict[str, Any]:
    return {
        "text": one.text,
        "href": reverse("board:recommendation", args=[one.reference]) if sees_board else "",
        "scope": link.get_scope_display(),
        "joined": link.joined,
        "response": one.get_response_display(),
        "tone": TONES[one.response],
        "far": far_words(one, far),
    }


def _steps(case: str, one: Found, *, writes: bool, owned: bool, closed: bool) -> list[dict[str, str]]:
    if one.finding.struck_at is not None:
        return []
    found = []
    if owned and one.finding.kind != Finding.Kind.GOOD:
        found += [("recommend", "Recommend something"), ("join", "Join a recommendation of the board")]
    if writes and not closed and not one.recommendations:
        found.append(("change_finding", "Change it"))
    if writes:
        found.append(("strike_finding", "Strike it"))
    return [{"href": reverse(f"reviews:{name}", args=[case, one.finding.number]), "text": text} for name, text in found]


def alike_choices(rows: Iterable[tuple[Recommendation, HowFar]]) -> list[tuple[str, str]]:
    """Recommendations to join, each with how far it is."""
    return [(one.reference, f"{words_of(one)} {far_words(one, far)}") for one, far in rows]


def link_rows(links: Iterable[CaseLink], *, reads: bool) -> list[dict[str, Any]]:
    """Other reviews and events that belong to a case."""
    return [
        {
            "title": link.learning.title,
            "href": reverse("reviews:one_learning", args=[link.learning.reference]) if reads else "",
            "kind": link.learning.get_kind_display(),
            "why": link.why,
        }
        for link in links
    ]


def learning_rows(rows: Iterable[LinkedLearning]) -> list[dict[str, Any]]:
    """The list of other reviews and joint events."""
    return [
        {
            "title": row.title,
            "href": reverse("reviews:one_learning", args=[row.reference]),
            "kind": row.get_kind_display(),
            "with_whom": row.with_whom,
            "days": days_of(row),
        }
        for row in rows
    ]


def days_of(row: LinkedLearning) -> str:
    """From when to when."""
    first, last = words.date(row.began_on), words.date(row.ended_on) if row.ended_on else ""
    return f"{first} to {last}" if last and last != first else first
