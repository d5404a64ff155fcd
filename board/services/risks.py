"""Keeping the risk register: opening, changing, scoring again, closing."""

from datetime import date

from django.db.models import Max

from accounts.models import Person
from board.models import Risk, RiskReopening, RiskScore
from board.selectors.challenges import agency_of
from board.selectors.risks import locked_risk, reopenings_of, scores_of
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version


def _score(
    by: Person, risk: Risk, *, scored_on: date, likelihood_before: int, impact_before: int, likelihood: int, impact: int,
    review_due_on: date, note: str,
) -> RiskScore:  # fmt: skip
    if scored_on > clock.today():
        raise Refused("The day must be today or in the past.", field="scored_on")
    if likelihood > likelihood_before:
        raise Refused(
            "Controls do not make it likelier. Select a likelihood of at most the one without them.", field="likelihood"
        )
    if impact > impact_before:
        raise Refused("Controls do not make it worse. Select an impact of at most the one without them.", field="impact")
    if review_due_on <= scored_on:
        raise Refused("The next review must be after the day on which it was scored.", field="review_due_on")
    return RiskScore(
        risk=risk, scored_on=scored_on, likelihood_before=likelihood_before, impact_before=impact_before, likelihood=likelihood,
        impact=impact, review_due_on=review_due_on, note=note, written_at=clock.now(), written_by=by,
    )  # fmt: skip


@service
def open_risk(
    *, by: Person, title: str, cause: str, consequence: str, controls: str, target_score: int, likelihood_before: int,
    impact_before: int, likelihood: int, impact: int, scored_on: date, review_due_on: date, agency: str = "", lead: str = "",
    note: str = "",
) -> Risk:  # fmt: skip
    """Open a risk with its first score. The same again opens nothing.

    Refuses the title of another open risk, a day to come, controls that make it worse, and a review before the score.
    """
    take_turns("board.risks")
    told = {
        "title": title, "cause": cause, "consequence": consequence, "controls": controls, "target_score": target_score,
        "agency": agency_of(agency, "agency"), "lead": lead, "opened_on": scored_on,
    }  # fmt: skip
    there = Risk.objects.filter(title__iexact=title, closed_on__isnull=True).first()
    if there is not None:
        if all(getattr(there, name) == value for name, value in told.items()):
            return there
        raise Refused("A risk of this name is open already. Give this one another name, or score that one again.", field="title")
    last = Risk.objects.aggregate(last=Max("number"))["last"] or 0
    risk = Risk(number=last + 1, review_due_on=review_due_on, **told)
    score = _score(
        by, risk, scored_on=scored_on, likelihood_before=likelihood_before, impact_before=impact_before, likelihood=likelihood,
        impact=impact, review_due_on=review_due_on, note=note,
    )  # fmt: skip
    risk.save()
    score.save()
    record(verb="board.risk_opened", by=by, subject=_subject(risk), data={"score": likelihood * impact})
    return risk


def _subject(risk: Risk) -> Subject:
    return Subject("risk", risk.reference)


def _open(risk: Risk, version: int) -> Risk:
    if risk.closed_on is not None:
        raise Refused("This risk is closed.")
    check_version(
        risk, version, "Somebody else has changed this risk since you opened it. Check yours against theirs and save again."
    )
    return risk


def _save(risk: Risk) -> None:
    risk.version += 1
    risk.save()


@service
def change_risk(
    *, by: Person, reference: str, version: int, title: str, cause: str, consequence: str, controls: str, target_score: int,
    agency: str = "", lead: str = "",
) -> Risk:  # fmt: skip
    """Say anew what a risk is, who owns it and what holds it back. Refuses the title of another open risk, and a closed one."""
    take_turns("board.risks")
    risk = _open(locked_risk(reference), version)
    if Risk.objects.filter(title__iexact=title, closed_on__isnull=True).exclude(pk=risk.pk).exists():
        raise Refused("Another open risk has this name.", field="title")
    risk.title, risk.cause, risk.consequence, risk.controls, risk.lead = title, cause, consequence, controls, lead
    risk.target_score, risk.agency = target_score, agency_of(agency, "agency")
    _save(risk)
    record(verb="board.risk_changed", by=by, subject=_subject(risk))
    return risk


@service
def review_risk(
    *, by: Person, reference: str, version: int, likelihood_before: int, impact_before: int, likelihood: int, impact: int,
    scored_on: date, review_due_on: date, note: str = "",
) -> Risk:  # fmt: skip
    """Score a risk again. The same again adds nothing.

    Refuses a day before the last score or to come, controls that make it worse, a closed risk, and one changed meanwhile.
    """
    risk = locked_risk(reference)
    last = scores_of(risk)[-1]
    score = _score(
        by, risk, scored_on=scored_on, likelihood_before=likelihood_before, impact_before=impact_before, likelihood=likelihood,
        impact=impact, review_due_on=review_due_on, note=note,
    )  # fmt: skip
    names = ("scored_on", "likelihood_before", "impact_before", "likelihood", "impact", "review_due_on", "note", "written_by")
    if all(getattr(last, name) == getattr(score, name) for name in names):
        return risk
    risk = _open(risk, version)
    if scored_on < last.scored_on:
        raise Refused("The day must not be before the last review.", field="scored_on")
    score.save()
    risk.review_due_on = review_due_on
    _save(risk)
    record(verb="board.risk_reviewed", by=by, subject=_subject(risk), data={"score": likelihood * impact})
    return risk


@service
def close_risk(*, by: Person, reference: str, version: int, closed_on: date, reason: str) -> Risk:
    """Close a risk with a reason. Refuses a day before its last score or to come, and one that was changed meanwhile."""
    risk = _open(locked_risk(reference), version)
    if closed_on > clock.today():
        raise Refused("The day must be today or in the past.", field="closed_on")
    if closed_on < scores_of(risk)[-1].scored_on:
        raise Refused("The day must not be before the last review.", field="closed_on")
    if any(closed_on < one.reopened_on for one in reopenings_of(risk)):
        raise Refused("The day must not be before the one on which it was opened again.", field="closed_on")
    risk.closed_on, risk.closed_reason = closed_on, reason
    _save(risk)
    record(verb="board.risk_closed", by=by, subject=_subject(risk), reason=reason)
    return risk


@service
def reopen_risk(*, by: Person, reference: str, version: int, reopened_on: date, reason: str) -> Risk:
    """Open a closed risk again with a reason; that it was closed, and why, stays on record.

    Refuses a risk that is open, the title of another open one, a day before it was closed or to come, and one changed meanwhile.
    """
    take_turns("board.risks")
    risk = locked_risk(reference)
    if risk.closed_on is None:
        raise Refused("This risk is open.")
    check_version(
        risk, version, "Somebody else has changed this risk since you opened it. Check yours against theirs and save again."
    )
    if reopened_on > clock.today():
        raise Refused("The day must be today or in the past.", field="reopened_on")
    if reopened_on < risk.closed_on:
        raise Refused("The day must not be before the one on which it was closed.", field="reopened_on")
    if Risk.objects.filter(title__iexact=risk.title, closed_on__isnull=True).exists():
        raise Refused("Another open risk has this name. Score that one again.")
    RiskReopening.objects.create(
        risk=risk, closed_on=risk.closed_on, closed_reason=risk.closed_reason, reopened_on=reopened_on, reason=reason,
        written_at=clock.now(), written_by=by,
    )  # fmt: skip
    risk.closed_on, risk.closed_reason = None, ""
    _save(risk)
    record(verb="board.risk_reopened", by=by, subject=_subject(risk), reason=reason)
    return risk
