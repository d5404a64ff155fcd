"""Wording of the risk register, and its picture."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from board.models import Risk, RiskScore
from board.scoring import IMPACT, LIKELIHOOD, band, movement
from board.selectors.risks import RiskOnDay, score_after, score_before
from foundation.charts import Chart, matrix
from foundation.design import words
from foundation.exports import Column, Kind, Table

SCALE = range(1, 6)
COLOURS = {"low": "govuk-tag--green", "medium": "govuk-tag--yellow", "high": "govuk-tag--orange", "very high": "govuk-tag--red"}
SIGNS = {"Up": "↑", "Down": "↓", "Same": "→", "New": ""}


def owner_words(risk: Risk) -> str:
    """Who owns a risk."""
    return risk.agency.name if risk.agency else "The partnership"


def score_tag(score: int) -> dict[str, str]:
    """A score with the word of its band, as a tag."""
    return {"text": f"{score} {band(score)}", "colour": COLOURS[band(score)]}


def risk_rows(register: Iterable[RiskOnDay]) -> list[dict[str, Any]]:
    """Rows of the register."""
    return [
        {
            "href": reverse("board:risk", args=[one.risk.reference]),
            "number": one.risk.number,
            "title": one.risk.title,
            "owner": owner_words(one.risk),
            "lead": one.risk.lead,
            "before": score_tag(score_before(one.score)),
            "after": score_tag(score_after(one.score)),
            "target": one.risk.target_score,
            "movement": one.movement,
            "sign": SIGNS[one.movement],
            "scored_on": one.score.scored_on,
            "review_due_on": one.score.review_due_on,
            "late": one.late,
        }
        for one in register
    ]


def risk_picture(register: Sequence[RiskOnDay], day: str) -> Chart:
    """The open risks by likelihood and impact with their controls."""
    entries: list[list[list[str]]] = [[[] for _impact in SCALE] for _likelihood in SCALE]
    for one in sorted(register, key=lambda found: found.risk.number):
        entries[5 - one.score.likelihood][one.score.impact - 1].append(str(one.risk.number))
    number = words.counted(len(register), "risk")
    return matrix(
        title=f"Risks by likelihood and impact on {day}",
        description=f"{number}, each by its number, where likelihood and impact lie with its controls.",
        down=LIKELIHOOD[::-1],
        across=IMPACT,
        bands=[[band(likelihood * impact) for impact in SCALE] for likelihood in reversed(SCALE)],
        entries=entries,
        down_header="Likelihood",
        across_header="Impact",
    )


def history_rows(scores: Sequence[RiskScore]) -> list[dict[str, Any]]:
    """Every score with how it moved, newest first."""
    after = [score_after(score) for score in scores]
    rows = [
        {
            "scored_on": score.scored_on,
            "before": f"{score.likelihood_before} × {score.impact_before} = {score_before(score)}",
            "after": f"{score.likelihood} × {score.impact} = {score_after(score)}",
            "movement": movement(after[: place + 1]),
            "sign": SIGNS[movement(after[: place + 1])],
            "note": score.note,
            "writer": score.written_by.name,
        }
        for place, score in enumerate(scores)
    ]
    return rows[::-1]


def kept_risk(risk: Risk) -> dict[str, Any]:
    """What the form of a risk begins with."""
    names = ("title", "cause", "consequence", "lead", "controls", "target_score")
    return {**{name: getattr(risk, name) for name in names}, "agency": risk.agency.code if risk.agency else ""}


def kept_score(score: RiskScore) -> dict[str, Any]:
    """What the form of a review begins with: the scores of the last one, to be thought over."""
    return {name: str(getattr(score, name)) for name in ("likelihood_before", "impact_before", "likelihood", "impact")}


def stored_risk(risk: Risk, scores: Sequence[RiskScore]) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [
        {"key": "Risk", "value": risk.title},
        {"key": "What holds it back", "value": risk.controls},
        {"key": "Score", "value": score_tag(score_after(scores[-1]))["text"]},
        {"key": "Next review", "value": words.date(risk.review_due_on)},
    ]


def late_review_numbers(late: int) -> list[dict[str, Any]]:
    """Reviews that are late, for the page My work; nothing where none is."""
    if not late:
        return []
    label = "risk to be scored again: late" if late == 1 else "risks to be scored again: late"
    return [{"number": late, "label": label, "href": reverse("board:risks"), "tone": "late"}]


def risk_table(register: Iterable[RiskOnDay], day: str) -> Table:
    """The register of a day as a table for a spreadsheet."""
    whole = ("Score without controls", "Likelihood", "Impact", "Score", "Target")
    columns = (
        Column("Number", Kind.WHOLE), Column("Risk"), Column("Cause"), Column("Consequence"), Column("Owner"), Column("Post"),
        Column("Controls"), *(Column(name, Kind.WHOLE) for name in whole), Column("Movement"), Column("Scored", Kind.DATE),
        Column("Next review", Kind.DATE), Column("Review late"),
    )  # fmt: skip
    lines = (
        (
            one.risk.number, one.risk.title, one.risk.cause, one.risk.consequence, owner_words(one.risk), one.risk.lead,
            one.risk.controls, score_before(one.score), one.score.likelihood, one.score.impact, score_after(one.score),
            one.risk.target_score, one.movement, one.score.scored_on, one.score.review_due_on, one.late,
        )
        for one in register
    )  # fmt: skip
    return Table(f"Risks on {day}", columns, lines)
