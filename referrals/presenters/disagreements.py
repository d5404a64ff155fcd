"""How a disagreement reads."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from referrals.models import Disagreement, DisagreementStage
from referrals.rules.disagreements import LEVELS

COLOURS = {"open": "govuk-tag--yellow", "resolved": "govuk-tag--green", "decided": "govuk-tag--blue"}


def listed_rows(rows: Sequence[Disagreement], opens: frozenset[str]) -> list[dict[str, Any]]:
    """One line each: reference, agencies, what about, stage; never a child."""
    return [
        {
            "reference": row.reference,
            "href": reverse("referrals:disagreement", args=[row.reference]) if row.reference in opens else "",
            "about": row.get_about_display(),
            "raised_for": row.raised_for.name,
            "raised_with": row.raised_with.name,
            "raised_at": row.raised_at,
            "state": row.get_state_display(),
            "colour": COLOURS[row.state],
            "stage": row.stage,
            "due_at": row.due_at if row.state == Disagreement.State.OPEN else None,
        }
        for row in rows
    ]


def summary(row: Disagreement) -> list[dict[str, str]]:
    """What is disputed, and what is wanted."""
    child = row.contact.submitted_child.full_name if row.contact else ""
    told = (
        ("About", row.get_about_display()),
        ("Child", f"{child}, contact {row.contact.reference}" if row.contact else ""),
        ("Raised by", f"{row.raiser_name}, {row.raised_for.name}, {words.moment(row.raised_at)}"),
        ("Raised with", row.raised_with.name),
        ("What is disputed", row.disputed),
        ("Why it worries them", row.concern),
        ("What result they want", row.wanted),
        ("Risk to the child meanwhile", row.risk),
        ("Strategy discussion", "Asked for at the same time" if row.in_parallel else ""),
        ("What agencies learn", row.learning),
    )
    return [{"key": key, "value": value} for key, value in told if value]


def stage_rows(stages: Sequence[DisagreementStage], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The stages, newest first: who spoke with whom, by when it was due, what came of it."""
    rows = []
    for stage in sorted(stages, key=lambda one: -one.number):
        late = stage.ended_at is not None and stage.ended_at > stage.due_at
        rows.append(
            {
                "title": f"Stage {stage.number}: {LEVELS[stage.number]}",
                "due_at": stage.due_at if stage.ended_at is None else None,
                "rows": [
                    {"key": key, "value": value}
                    for key, value in (
                        ("Began", words.moment(stage.began_at)),
                        ("Due", words.moment(stage.due_at)),
                        ("Who spoke with whom", stage.people),
                        ("What came of it", stage.outcome),
                        (
                            "Ended",
                            f"{words.moment(stage.ended_at)} by {names.get(stage.ended_by, '')}{' (late)' if late else ''}"
                            if stage.ended_at
                            else "",
                        ),
                    )
                    if value
                ],
            }
        )
    return rows
