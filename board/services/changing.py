"""Asking, months after its actions were done, whether a recommendation has changed anything, and what was judged of it."""

from collections.abc import Iterable
from datetime import datetime

from accounts.models import Person
from board.models import Action, ChangeJudgement, Recommendation
from board.rules import CHANGED_AGAIN, CHANGED_FIRST
from board.selectors.recommendations import all_done_since, judgements_since, locked_recommendation
from foundation import clock
from foundation.actors import Actor
from foundation.errors import Refused, need
from foundation.events import Subject, record
from foundation.service import service
from work.services.clocks import start_clock, stop_clock

Verdict = ChangeJudgement.Verdict


def subject_of(recommendation: Recommendation) -> Subject:
    """The recommendation, as events and clocks name it."""
    return Subject("recommendation", recommendation.reference)


def ask_of_action(by: Actor, action: Action) -> None:
    """An action was accepted, opened again or withdrawn: of what it answers it may have to be asked now. Part of services."""
    ask_whether_it_changed(by, Recommendation.objects.filter(answers__action=action))


def ask_whether_it_changed(by: Actor, recommendations: Iterable[Recommendation]) -> None:
    """Where all actions are done two clocks run, from when the last was accepted; else they stop. Part of services."""
    for one in recommendations:
        since = all_done_since(one)
        asked = (CHANGED_FIRST, CHANGED_AGAIN)
        wanted = asked[judgements_since(one, since) :] if since else ()
        for kind in asked:
            if kind in wanted and since:
                _start(by, one, kind, since)
            elif not since:
                stop_clock(by=by, kind=kind, subject=subject_of(one), outcome="not_done")


def _start(by: Actor, recommendation: Recommendation, kind: str, since: datetime) -> None:
    start_clock(by=by, kind=kind, subject=subject_of(recommendation), started_at=since)


@service
def judge_change(*, by: Person, reference: str, verdict: str, reasons: str) -> ChangeJudgement:
    """Say whether a recommendation has changed anything, and on what that rests. The business team and the scrutineer.

    What is not embedded is asked again: at the second day, and after it every six months (a limit).
    Refuses one of which not all actions are done, and nothing said of the reasons.
    """
    recommendation = locked_recommendation(by, reference)
    if all_done_since(recommendation) is None:
        raise Refused("Its actions are not all done, so nothing can be judged yet.")
    need(reasons, "Enter on what you base it.", "reasons")
    judged = ChangeJudgement.objects.create(
        recommendation=recommendation, verdict=Verdict(verdict), reasons=reasons.strip(), judged_at=clock.now(), judged_by=by
    )
    subject = subject_of(recommendation)
    answered = stop_clock(by=by, kind=CHANGED_FIRST, subject=subject, outcome=verdict)
    if answered is None:
        stop_clock(by=by, kind=CHANGED_AGAIN, subject=subject, outcome=verdict)
        if verdict != Verdict.EMBEDDED:
            _start(by, recommendation, CHANGED_FIRST, clock.now())
    record(verb="board.change_judged", by=by, subject=subject, reason=reasons, data={"verdict": verdict})
    return judged
