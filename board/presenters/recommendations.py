"""Wording of recommendations and how far they are."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from board.models import ChangeJudgement, Recommendation
from board.presenters.actions import STATE_WORDS
from board.rules import OPEN
from board.selectors.recommendations import HowFar, words_of

TONES = {"waiting": "grey", "accepted": "green", "partly": "amber", "not": "grey"}
VERDICT_TONES = {"embedded": "green", "improving": "blue", "no_evidence": "amber", "worse": "red"}
RESPONDED = "board.recommendation_responded"
EVENTS = {
    RESPONDED: "",
    "board.recommendation_recorded": "Recorded",
    "board.recommendation_changed": "Put right",
    "board.change_judged": "Judged whether it has changed anything",
    "board.recommendation_answered": "Actions that answer it changed",
}


def recommendation_links(recommendations: Iterable[Recommendation]) -> list[dict[str, str]]:
    """Recommendations in one line each, leading to their pages."""
    return [{"text": words_of(one), "href": reverse("board:recommendation", args=[one.reference])} for one in recommendations]


def far_words(recommendation: Recommendation, far: HowFar) -> str:
    """How far a recommendation is, in words."""
    if recommendation.response == Recommendation.Response.NOT:
        return "No action, because it is not accepted"
    if not far.actions:
        return "No action yet"
    done = f"{far.done} of {far.actions} action{'s' if far.actions > 1 else ''} done"
    parts = [done, f"{far.embedded} embedded" if far.embedded else "", f"{far.late} late" if far.late else ""]
    return ", ".join(part for part in parts if part)


def is_flagged(recommendation: Recommendation, far: HowFar) -> bool:
    """Whether nobody does anything about it though it was not refused."""
    return recommendation.response != Recommendation.Response.NOT and not far.actions


def led_by(recommendation: Recommendation) -> str:
    """The agency and the group that lead."""
    return ", ".join(one.name for one in (recommendation.agency, recommendation.group) if one)


def recommendation_rows(recommendations: Iterable[Recommendation], far: Mapping[int, HowFar]) -> list[dict[str, Any]]:
    """Rows of the list of recommendations."""
    return [
        {
            "one": one,
            "href": reverse("board:recommendation", args=[one.reference]),
            "led_by": led_by(one),
            "far": far_words(one, far[one.pk]),
            "flagged": is_flagged(one, far[one.pk]),
            "tone": TONES[one.response],
        }
        for one in recommendations
    ]


def answering_rows(actions: Iterable[Any]) -> list[dict[str, Any]]:
    """Rows of the actions that answer a recommendation."""
    return [
        {
            "action": action,
            "href": reverse("board:action", args=[action.reference]),
            "state_words": STATE_WORDS[action.state],
            "owner": action.owner.name if action.owner else action.owner_post or "Nobody yet",
            "is_late": action.state in OPEN and action.is_late,
        }
        for action in actions
    ]


def recommendation_entries(events: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What was decided about a recommendation, for its timeline."""
    return [
        {"title": _event_words(event), "at": event["at"], "by": event["name"], "text": event["reason"]}
        for event in events
        if event["verb"] in EVENTS
    ]


def _event_words(event: Mapping[str, Any]) -> str:
    if event["verb"] == RESPONDED:
        return str(Recommendation.Response(event["data"]["response"]).label)
    return EVENTS[event["verb"]]


def judgement_rows(judgements: Iterable[ChangeJudgement]) -> list[dict[str, Any]]:
    """What was judged of whether it has changed anything."""
    return [
        {
            "verdict": one.get_verdict_display(),
            "tone": VERDICT_TONES[one.verdict],
            "reasons": one.reasons,
            "at": one.judged_at,
            "by": one.judged_by.name,
        }
        for one in judgements
    ]


def kept_in(recommendation: Recommendation, themes: Iterable[str]) -> dict[str, Any]:
    """What the form begins with."""
    names = ("number", "text", "source", "source_title", "source_reference", "made_on", "priority")
    return {
        **{name: getattr(recommendation, name) for name in names},
        "agency": recommendation.agency.code if recommendation.agency else "",
        "group": recommendation.group.reference if recommendation.group else "",
        "themes": list(themes),
    }
