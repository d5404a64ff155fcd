"""The words of briefings: on the case, in the library, and how far they came."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from accounts.models import Person
from foundation.design import words
from foundation.markdown import to_html
from reviews.models import Briefing, BriefingReading, BriefingState, TeamRole
from reviews.rules.briefings import PARTS
from reviews.selectors.briefings import Reach, may_approve, may_write

S = BriefingState
TONES = {
    S.DRAFT: "govuk-tag--grey",
    S.SUBMITTED: "govuk-tag--yellow",
    S.APPROVED: "govuk-tag--turquoise",
    S.PUBLISHED: "govuk-tag--green",
    S.WITHDRAWN: "govuk-tag--red",
}
STEPS = (
    ("change_briefing", "Change it", frozenset({S.DRAFT, S.SUBMITTED}), "writes"),
    ("submit_briefing", "Send it for approval", frozenset({S.DRAFT}), "writes"),
    ("approve_briefing", "Approve it", frozenset({S.SUBMITTED}), "approves"),
    ("send_back_briefing", "Send it back", frozenset({S.SUBMITTED}), "approves"),
    ("publish_briefing", "Publish it", frozenset({S.APPROVED}), "owns"),
    ("withdraw_briefing", "Withdraw it", frozenset({S.PUBLISHED}), "owns"),
)
EVENTS = {
    "reviews.child_coded": "Features of a child were coded",
    "reviews.briefing_begun": "A briefing was begun",
    "reviews.briefing_changed": "A briefing was changed",
    "reviews.briefing_submitted": "A briefing was sent for approval",
    "reviews.briefing_approved": "A briefing was approved",
    "reviews.briefing_sent_back": "A briefing was sent back",
    "reviews.briefing_published": "A briefing was published",
    "reviews.briefing_withdrawn": "A briefing was withdrawn",
}


def case_briefing_rows(case: str, briefings: Iterable[Briefing]) -> list[dict[str, Any]]:
    """The briefings of a case."""
    return [
        {
            "title": row.title,
            "href": reverse("reviews:case_briefing", args=[case, row.reference]),
            "shape": row.get_shape_display(),
            "state": row.get_state_display(),
            "tone": TONES[BriefingState(row.state)],
        }
        for row in briefings
    ]


def parts_of(briefing: Briefing) -> list[dict[str, Any]]:
    """What is written, part by part, as HTML that is safe; empty parts are left out."""
    return [
        {"heading": heading, "html": to_html(getattr(briefing, name), top_heading=3)}
        for name, heading, _hint in PARTS[briefing.shape]
        if getattr(briefing, name).strip()
    ]


def steps_of_briefing(briefing: Briefing, role: TeamRole, person: Person, writers: frozenset[str]) -> list[dict[str, str]]:
    """What the reader may do with a briefing now."""
    may = {
        "writes": may_write(role),
        "approves": may_approve(role, person, writers),
        "owns": role == TeamRole.OWNER,
    }
    arguments = [briefing.case.reference, briefing.reference]
    return [
        {"href": reverse(f"reviews:{name}", args=arguments), "text": text}
        for name, text, states, who in STEPS
        if briefing.state in states and may[who]
    ]


def library_rows(briefings: Iterable[Any]) -> list[dict[str, Any]]:
    """The learning library."""
    return [
        {
            "title": row.title,
            "href": reverse("reviews:briefing", args=[row.reference]),
            "shape": row.get_shape_display(),
            "published": words.date(row.published_at),
            "was_read": row.was_read,
        }
        for row in briefings
    ]


def reach_rows(rows: Sequence[Reach]) -> list[dict[str, Any]]:
    """How far a briefing came, agency by agency."""
    return [
        {"agency": row.agency, "readers": row.readers, "colleagues": row.colleagues, "none": row.readers == 0} for row in rows
    ]


def read_words(reading: BriefingReading | None) -> str:
    """What somebody said when they had read it."""
    if reading is None:
        return ""
    with_whom = f", and went through it with {words.counted(reading.colleagues, 'colleague')}" if reading.colleagues else ""
    return f"You read it on {words.date(reading.read_at)}{with_whom}."
