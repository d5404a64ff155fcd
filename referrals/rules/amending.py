"""What of a submission may be amended, how the newest version is read, and what an amendment changes."""

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Field

from foundation.errors import Incomplete, Refused
from referrals.models import CLOSED_STATES, Amendment, ContactState, Submission
from referrals.rules.checking import problems_of
from referrals.rules.question_sets import is_set_page
from referrals.rules.submission import MOST_CHILDREN, Answer, AnsweredSection, Concern, Consent, Content, Harm, Referrer

AMENDABLE: Mapping[str, tuple[str, ...]] = {
    "concern": (
        "worries",
        "working_well",
        "tried_already",
        "needs_to_happen",
        "child_voice",
        "child_voice_missing_reason",
        "incident_at",
        "aware_on",
        "aware_time",
        "child_alone",
    ),
    "family": ("father_known", "father_unknown_reason", "other_carers", "staff_risk"),
    "harm": ("harm_types", "contexts", "place", "peer_group", "online_place"),
    "injuries": ("injury_areas", "injury_sides", "injury_description", "injury_seen", "injury_explanation"),
    "help": ("early_help", "help_lead", "help_dates", "help_result", "help_outcome", "help_not_enough"),
    "request": ("purpose", "referrer_level", "referrer_level_reason", "tools"),
    "consent": (
        "consent_status",
        "consent_given_by",
        "consent_on",
        "consent_reason",
        "consent_details",
        "family_told",
        "family_not_told_reason",
        "consent_by_right",
        "consent_scope",
        "consent_agencies",
        "consent_recorded",
        "consent_refusal_told",
        "consent_withdrawn_on",
        "consent_withdrawn_details",
    ),
}
"""By page of the form: the columns of a submission that it fills."""

ADDED = "added"
"""The page on which something is said for which no other page asks."""
TAKEN_AWAY = "Why is nobody told of here any more?"


@dataclass(frozen=True)
class Change:
    """One question that is answered otherwise than before."""

    question: str
    was: str
    now: str


def as_it_stands(submission: Submission, newest: Amendment | None) -> Submission:
    """The submission as it reads with its newest amendment. A copy to read, never to save."""
    standing = copy(submission)
    standing.newest_amendment = newest
    if newest is not None:
        for name, value in newest.values.items():
            setattr(standing, name, _column(name).to_python(value))
        standing.answers = newest.answers
    return standing


def _column(name: str) -> "Field[Any, Any]":
    column = Submission._meta.get_field(name)
    if not isinstance(column, Field):
        raise TypeError(f"{name} is not a column of a submission.")
    return column


def values_of(submission: Submission) -> dict[str, Any]:
    """All columns that may be amended, as JSON holds them."""
    names = [name for names in AMENDABLE.values() for name in names]
    return {name: _plain(getattr(submission, name)) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def with_section(answers: Sequence[AnsweredSection], new: AnsweredSection) -> list[AnsweredSection]:
    """The answers with one section in place of the one of its name, or at the end."""
    kept = list(answers)
    for place, section in enumerate(kept):
        if section["section"] == new["section"]:
            kept[place] = new
            return kept
    return [*kept, new]


def why_no_child(told: int, states: Collection[str]) -> str:
    """Why no child can be added to a form of as many children, whose contacts are in these states; empty where one can."""
    if told >= MOST_CHILDREN:
        return f"A referral names at most {MOST_CHILDREN} children. Send another referral for this child."
    if all(state in CLOSED_STATES and state != ContactState.RETURNED for state in states):
        return "This referral is dealt with, so no child can be added to it. Send another referral for this child."
    return ""


def item_section(first: Sequence[AnsweredSection], kind: str, position: int) -> str:
    """The section that tells of a child or person. `first`: the answers as they were sent.

    A draft may have kept the second child under the number three; one who was never asked of by the form has a section of
    their own.
    """
    told = [section["section"] for section in first if section["section"].startswith(f"{kind}/")]
    if position <= len(told):
        return told[position - 1]
    return f"{kind}-{position}"


def taken_away(section: str, position: int, reason: str) -> AnsweredSection:
    """What stands in the place of somebody who is told of no more. `section`: the one that told of them."""
    answers = [Answer(question=TAKEN_AWAY, answer=reason)]
    return AnsweredSection(section=section, title=f"Person {position}: taken away", answers=answers)


def changes_between(before: AnsweredSection | None, after: AnsweredSection) -> list[Change]:
    """The questions of a page that are answered otherwise than before; of a page that was not there all that are answered."""
    was = {row["question"]: row["answer"] for row in before["answers"]} if before else {}
    now = {row["question"]: row["answer"] for row in after["answers"]}
    return [
        Change(question, was.get(question, ""), now.get(question, ""))
        for question in dict.fromkeys([*was, *now])
        if was.get(question, "") != now.get(question, "")
    ]


def may_be_amended(page: str, answers: Sequence[AnsweredSection]) -> bool:
    """Whether a page of the form can be answered anew: those with columns, what is added, and the further questions asked."""
    return page == ADDED or page in AMENDABLE or (is_set_page(page) and any(section["section"] == page for section in answers))


def check_page(page: str, standing: Submission, now: datetime, today: date) -> None:
    """Refuse what this page of the form would refuse."""
    if page not in AMENDABLE:
        return
    content = Content(
        referrer=Referrer(standing.referrer_name),
        purpose=standing.purpose,
        children=(),
        consent=Consent(
            status=standing.consent_status,
            given_by=standing.consent_given_by,
            on=standing.consent_on,
            reason=standing.consent_reason,
            details=standing.consent_details,
            family_told=standing.family_told,
            family_not_told_reason=standing.family_not_told_reason,
            by_right=standing.consent_by_right,
            scope=standing.consent_scope,
            agencies=standing.consent_agencies,
            recorded=standing.consent_recorded,
            refusal_told=standing.consent_refusal_told,
            withdrawn_on=standing.consent_withdrawn_on,
            withdrawn_details=standing.consent_withdrawn_details,
        ),
        harm=Harm(standing.harm_types, standing.contexts, standing.place, standing.peer_group, standing.online_place),
        concern=Concern(**{name: getattr(standing, name) for name in AMENDABLE["concern"]}),
        father_known=standing.father_known,
        father_unknown_reason=standing.father_unknown_reason,
        other_carers=standing.other_carers,
        staff_risk=standing.staff_risk,
        referrer_level=standing.referrer_level,
        referrer_level_reason=standing.referrer_level_reason,
    )
    if wrong := [problem for problem in problems_of(content, now, today) if problem.page == page]:
        raise Incomplete(wrong)


def check_reason(reason: str) -> None:
    """Refuse an amendment that does not say why."""
    if not reason.strip():
        raise Refused("Enter why you change this.", field="reason_for_change")
