"""The words of reporting forms, factors, and the panel."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from reviews.models import CaseChild, ChildDeath, DeathFactor, DeathForm, DeathMeeting, DeathPanel, Domain, FormState
from reviews.presenters.ways import rows_of
from reviews.selectors.sight import children_of

TONES = {FormState.ASKED: "govuk-tag--yellow", FormState.RETURNED: "govuk-tag--green", FormState.EVIDENCE: "govuk-tag--grey"}
ANALYSED = (
    *(("Cause 1a", "cause_1a"), ("Cause 1b", "cause_1b"), ("Cause 1c", "cause_1c"), ("Cause 1d", "cause_1d")),
    ("Cause 2", "cause_2"),
)
LEARNT = (
    *(("Learning", "learning"), ("Issues", "issues"), ("Positive practice", "positive")),
    *(("Recommendations", "recommendations"), ("Follow-up with the family", "follow_up"), ("Referred at once", "referral")),
)
ANSWERS = (
    *(("The death and the time before it", "narrative"), ("History", "history"), ("Pregnancy and birth", "pregnancy")),
    *(("Height and weight", "growth"), ("Health, development, disability", "health"), ("Education", "education")),
    *(("Parents and family", "family"), ("Housing and poverty", "housing"), ("Barriers to services", "barriers")),
    *(("Services given", "services"), ("Bereavement support", "support_offered"), ("Learning", "learning")),
    ("Supplementary form", "supplementary"),
)


def analysis_rows(row: ChildDeath) -> list[tuple[str, str]]:
    """What the meeting, and then the panel, make of a death."""
    return [
        *((title, getattr(row, name)) for title, name in ANALYSED),
        ("Category", row.get_category_display() if row.category else ""),
        ("Modifiable factors", row.get_modifiable_display()),
        *((title, getattr(row, name)) for title, name in LEARNT),
    ]


def form_rows(forms: Iterable[DeathForm]) -> list[dict[str, Any]]:
    """The forms of a death: who has answered, and who has not."""
    return [
        {
            "agency": row.agency.name,
            "author": row.author.name,
            "state": row.get_state_display(),
            "tone": TONES[FormState(row.state)],
            "awaited": row.state == FormState.ASKED,
            "due": row.due_on,
            "read": reverse("reviews:death_form", args=[row.reference]) if row.state != FormState.ASKED else "",
            "replace": reverse("reviews:death_evidence", args=[row.reference]) if row.state == FormState.ASKED else "",
        }
        for row in forms
    ]


def awaited_words(rows: Sequence[dict[str, Any]]) -> str:
    """Who has not answered."""
    names = [row["agency"] for row in rows if row["awaited"]]
    return f"Not returned yet: {', '.join(names)}." if names else "Every agency that was asked has answered."


def form_page(found: DeathForm, *, mine: bool) -> dict[str, Any]:
    """Everything that the page of a form shows; who the child was to its author alone: they have to look for records."""
    children = list(children_of(found.death.case)) if mine else []
    known = {True: "Yes", False: "No", None: ""}[found.known]
    status = found.get_care_status_display() if found.state == FormState.RETURNED else ""
    answered = [("Knew the child or the family", known), ("Completed by", found.filled_in_by_whom), ("Social care", status)]
    answered += [(title, getattr(found, name)) for title, name in ANSWERS]
    answered += [("Taken instead", found.get_evidence_display()), ("What it says", found.evidence_words)]
    return {
        "found": found,
        "mine": mine,
        "state": found.get_state_display(),
        "tone": TONES[FormState(found.state)],
        "asked": rows_of(
            (
                ("Due by", words.date(found.due_on)),
                ("Supplementary form", found.get_supplement_display()),
                *((f"{one.pseudonym} is", _who(one)) for one in children),
                ("Died on", words.date(found.death.died_on)),
            )
        ),
        "rows": rows_of(answered),
        "case_url": "" if mine else reverse("reviews:case", args=[found.death.case.reference]),
        "returns": mine and found.state == FormState.ASKED,
    }


def _who(child: CaseChild) -> str:
    return f"{child.given_name} {child.family_name}, born {words.date(child.birth_date)}"


def factor_rows(reference: str, factors: Iterable[DeathFactor], *, strikes: bool) -> list[dict[str, Any]]:
    """The factors that stand, by their domains."""
    return [
        {
            "domain": Domain(row.domain).label,
            "words": row.words,
            "relevance": row.get_relevance_display(),
            "strike": reverse("reviews:strike_factor", args=[reference, row.pk]) if strikes else "",
        }
        for row in factors
    ]


def panel_rows(panels: Iterable[DeathPanel]) -> list[dict[str, str]]:
    """The panels with the areas that share them."""
    return [{"key": row.name, "value": ", ".join(row.covers)} for row in panels]


def meeting_rows(meetings: Iterable[DeathMeeting]) -> list[dict[str, Any]]:
    """Rows of the list of meetings."""
    return [
        {
            "day": words.date(row.day),
            "panel": row.panel.name,
            "chair": row.chair,
            "href": reverse("reviews:death_meeting", args=[row.reference]),
        }
        for row in meetings
    ]


def listed_rows(deaths: Iterable[ChildDeath]) -> list[dict[str, Any]]:
    """The deaths that are listed for a meeting, as far as the reader sees them."""
    return [
        {
            "title": row.case.title,
            "reference": row.case.reference,
            "href": reverse("reviews:case", args=[row.case.reference]),
            "state": row.get_state_display(),
            "category": row.get_category_display() if row.category else "",
        }
        for row in deaths
    ]
