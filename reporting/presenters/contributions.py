"""Wording of what agencies give to a chapter."""

from collections.abc import Iterable, Mapping
from typing import Any

from foundation.design import words
from reporting.selectors.contributions import Asked

WITHDRAWN = "Withdrawn"


def asked_rows(found: Iterable[Asked]) -> list[dict[str, Any]]:
    """Each with how it stands: late ones say how late."""
    return [
        {
            "reference": one.contribution.reference,
            "agency": one.contribution.agency.name,
            "question": one.request.question,
            "due_on": one.contribution.due_on,
            "state": _state(one),
            "is_late": one.is_late,
            "tone": "red" if one.is_late else "amber" if one.is_awaited else "grey" if one.request.withdrawn_at else "blue",
            "answer": one.request.answer,
            "answered_at": one.request.answered_at,
            "is_awaited": one.is_awaited,
            "may_be_taken": one.may_be_taken,
        }
        for one in found
    ]


def _state(one: Asked) -> str:
    if one.contribution.taken_at is not None:
        return "In the chapter"
    if one.is_late:
        return f"Missing, {words.time_left(one.request.due_at)}"
    if one.may_be_taken:
        return "Has come"
    return {"asked": "Awaited", "answered": "Nothing to give"}.get(one.request.state, WITHDRAWN)


def numbers(rows: Iterable[Mapping[str, Any]]) -> str:
    """ "2 of 5 have answered. Missing and late: Northmere Police." """
    told = [row for row in rows if row["state"] != WITHDRAWN]
    late = [row["agency"] for row in told if row["is_late"]]
    come = f"{sum(not row['is_awaited'] for row in told)} of {len(told)} have answered."
    return f"{come} Missing and late: {'; '.join(late)}." if late else come
