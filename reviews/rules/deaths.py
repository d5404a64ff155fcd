"""The states of the review of a death, which deaths are reviewed, and the rule by which a category is chosen."""

from datetime import date, timedelta

from children.rules.details import ChildDetails
from children.rules.likeness import LIKELY, VERY_LIKELY, likeness
from foundation.states import Transition
from reviews.models.deaths_codes import Born
from reviews.models.deaths_codes import DeathState as S

DEATH_TRANSITIONS = (
    Transition("gather", (S.NOTIFIED, S.GATHERING), S.GATHERING, "Agencies are asked while information is gathered."),
    Transition("make_ready", (S.GATHERING,), S.READY, "Ask the agencies first. A review that is ready already goes on."),
    Transition("gather_more", (S.READY,), S.GATHERING, "Only a review that was ready for its meeting gathers more."),
    Transition("triage", (S.NOTIFIED, S.GATHERING, S.READY), S.TRIAGED, "A death is triaged before its review meeting, once."),
    Transition("meet", (S.READY,), S.HELD, "The review meeting is recorded when everything is ready for it, once."),
    Transition("meet_again", (S.HELD,), S.HELD, "What the meeting found is changed until the death is listed for the panel."),
    Transition("list", (S.HELD, S.TRIAGED), S.LISTED, "Record the review meeting, or the triage, before the panel, once."),
    Transition("put_off", (S.LISTED,), S.LISTED, "Only a death that is listed is put off to another meeting."),
    Transition("review", (S.LISTED,), S.REVIEWED, "The panel reviews a death that is listed, once."),
    Transition("close", (S.REVIEWED,), S.CLOSED, "The panel reviews a death before its case is closed."),
    Transition(
        "join",
        (S.NOTIFIED, S.GATHERING, S.READY, S.HELD, S.TRIAGED, S.LISTED),
        S.JOINED,
        "A death that the panel has reviewed is not joined to another case.",
    ),
)
"""A hold stands beside the state: forms still come in while an inquest is awaited; the panel and closing wait for its end."""

OPEN = frozenset({S.NOTIFIED, S.GATHERING, S.READY, S.HELD, S.TRIAGED, S.LISTED})
"""Until the panel has reviewed it."""
BEFORE_THE_PANEL = OPEN - {S.LISTED}
NOT_REVIEWED = {
    Born.STILLBIRTH: (
        "A stillbirth with a professional present is not reviewed as a child death. If it was not attended, or is in doubt,"
        " select that."
    ),
    Born.TERMINATION: "A planned termination within the law is not reviewed as a child death.",
}
EXTREMELY_PREMATURE = 28
"""Completed weeks of gestation below which chair and paediatrician may triage a death by themselves."""
A_DAY = timedelta(days=1)
CHILDHOOD = 18


def same_death(one: ChildDetails, other: ChildDetails, died_on: date, other_died_on: date) -> bool:
    """Whether two notifications are of the same death.

    The same NHS number, or a name and birth date that are very likely the same child's, however the day was written down; a
    likely one (one small mistake) on the same day or the next. Twins who die together have other given names, and so have two
    numbers that differ.
    """
    found = likeness(one, other)
    if found.differing_nhs_numbers:
        return False
    return found.score >= VERY_LIKELY or (found.score >= LIKELY and abs(died_on - other_died_on) <= A_DAY)
