"""The risk register as it stood on any day. Whoever asks has a role of the board."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from accounts.models import Person
from board.models import Risk, RiskReopening, RiskScore
from board.scoring import movement
from foundation import clock
from foundation.errors import NotVisible


@dataclass(frozen=True)
class RiskOnDay:
    """A risk as it was scored on a day: the newest score up to then, and how it moved since the one before."""

    risk: Risk
    score: RiskScore
    movement: str
    late: bool


def score_before(score: RiskScore) -> int:
    """Likelihood times impact without the controls."""
    return score.likelihood_before * score.impact_before


def score_after(score: RiskScore) -> int:
    """Likelihood times impact with them."""
    return score.likelihood * score.impact


def register_on(person: Person, day: date) -> list[RiskOnDay]:
    """The risks that were open at the end of a day, the highest score first."""
    still = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    closed_then = RiskReopening.objects.filter(closed_on__lte=day, reopened_on__gt=day).values("risk")
    open_then = Risk.objects.filter(still, opened_on__lte=day).exclude(pk__in=closed_then)
    risks = {risk.pk: risk for risk in open_then.select_related("agency")}
    scores: dict[int, list[RiskScore]] = defaultdict(list)
    for score in RiskScore.objects.filter(risk__in=risks, scored_on__lte=day).order_by("scored_on", "id"):
        scores[score.risk_id].append(score)
    found = [
        RiskOnDay(risks[pk], rows[-1], movement([score_after(row) for row in rows]), rows[-1].review_due_on < day)
        for pk, rows in scores.items()
    ]
    return sorted(found, key=lambda one: (-score_after(one.score), -score_before(one.score), one.risk.number))


def closed_risks(person: Person) -> list[Risk]:
    """The risks that are closed, newest first."""
    return list(Risk.objects.filter(closed_on__isnull=False).select_related("agency").order_by("-closed_on", "number")[:200])


def late_reviews(person: Person) -> int:
    """How many open risks should have been scored again before today."""
    return Risk.objects.filter(closed_on__isnull=True, review_due_on__lt=clock.today()).count()


def risk_for(person: Person, reference: str) -> Risk:
    """One risk, open or closed."""
    found = Risk.objects.select_related("agency").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_risk(reference: str) -> Risk:
    """The same, locked until the transaction ends."""
    found = Risk.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def scores_of(risk: Risk) -> list[RiskScore]:
    """Every score, oldest first."""
    return list(risk.scores.select_related("written_by").order_by("scored_on", "id"))


def reopenings_of(risk: Risk) -> list[RiskReopening]:
    """Each time it was opened again after it had been closed, newest first."""
    return list(risk.reopenings.select_related("written_by"))
