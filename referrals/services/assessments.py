"""A child and family assessment: begun, written, looked at half way, sent to a manager, authorised by another."""

from dataclasses import asdict
from datetime import date, datetime

from accounts.models import Person
from children.services import write_chronology
from foundation import clock
from foundation.calendar import london_date
from foundation.errors import Refused
from foundation.service import service
from foundation.states import move
from referrals.models import Assessment, AssessmentState, Episode, PrimaryNeed
from referrals.rules.episodes import (
    ASSESSMENT_TRANSITIONS,
    Written,
    check_another_authorises,
    check_complete,
    check_factors,
    check_seen,
)
from referrals.services.episodes import (
    ASSESSMENT_CLOCK,
    REVIEW_CLOCK,
    hold_episode,
    keep_episode,
    record,
    subject_of_episode,
)
from work.services.clocks import start_clock, stop_clock

WRITTEN = tuple(Written.__dataclass_fields__)


@service
def begin_assessment(*, by: Person, reference: str, version: int) -> Assessment:
    """Begin a child and family assessment today. A worker or manager of the team; refused while another is open (8896).

    The first is due 45 working days after the referral was received; a later one 45 working days after it is begun.
    """
    episode = hold_episode(by, reference, version)
    if episode.assessments.exclude(state=AssessmentState.AUTHORISED).exists():
        raise Refused("An assessment is open already. Finish it before you begin another.")
    moment, subject = clock.now(), subject_of_episode(episode)
    running = start_clock(by=by, kind=ASSESSMENT_CLOCK, subject=subject, started_at=moment, owner_team=episode.team)
    number = episode.assessments.count() + 1
    if number > 1:
        start_clock(by=by, kind=REVIEW_CLOCK, subject=subject, started_at=moment, owner_team=episode.team)
    assessment = Assessment.objects.create(
        episode=episode,
        number=number,
        started_on=london_date(moment),
        started_at=moment,
        started_by=by.actor_reference,
        due_on=london_date(running.due_at),
    )
    keep_episode(episode)
    record(episode, by, "referrals.assessment_begun", data={"assessment": number})
    return assessment


@service
def write_assessment(*, by: Person, reference: str, version: int, written: Written) -> Assessment:
    """Keep what is written so far. A worker or manager of the team; refused once it is with a manager or authorised.

    Refuses factors that the census knows no more, one given twice, and “none” beside another.
    """
    episode = hold_episode(by, reference, version)
    assessment = _open(episode, "write")
    _write(assessment, written)
    keep_episode(episode)
    record(episode, by, "referrals.assessment_written", data={"assessment": assessment.number})
    return assessment


@service
def review_assessment(*, by: Person, reference: str, version: int, reviewed_on: date, note: str) -> Assessment:
    """Record the review point: a manager has looked at where the assessment stands. Its clock stops."""
    if not note.strip():
        raise Refused("Enter what the review found.", field="note")
    episode = hold_episode(by, reference, version)
    assessment = _open(episode, "review")
    if not assessment.started_on <= reviewed_on <= clock.today():
        raise Refused(
            "The review is on or after the day on which the assessment began, and not in the future.", field="reviewed_on"
        )
    assessment.reviewed_on, assessment.reviewed_at, assessment.reviewed_by = reviewed_on, clock.now(), by.actor_reference
    assessment.review_note = note
    assessment.save(update_fields=["reviewed_on", "reviewed_at", "reviewed_by", "review_note"])
    stop_clock(by=by, kind=REVIEW_CLOCK, subject=subject_of_episode(episode), outcome="reviewed")
    keep_episode(episode)
    record(episode, by, "referrals.assessment_reviewed", reason=note, data={"assessment": assessment.number})
    return assessment


@service
def submit_assessment(*, by: Person, reference: str, version: int, written: Written, primary_need: str) -> Assessment:
    """Send a finished assessment to a manager, with the episode's need code. Refuses what `check_complete` names."""
    episode = hold_episode(by, reference, version)
    assessment = _open(episode, "submit")
    check_complete(written, late=clock.today() > assessment.due_on)
    if primary_need not in PrimaryNeed.values:
        raise Refused("Select the primary need.", field="primary_need")
    _write(assessment, written)
    assessment.submitted_at, assessment.submitted_by = clock.now(), by.actor_reference
    assessment.sent_back_reason = ""
    assessment.save(update_fields=["state", "submitted_at", "submitted_by", "sent_back_reason"])
    episode.primary_need = primary_need
    keep_episode(episode, "primary_need")
    record(episode, by, "referrals.assessment_submitted", data={"assessment": assessment.number})
    return assessment


@service
def send_assessment_back(*, by: Person, reference: str, version: int, reason: str) -> Assessment:
    """Give an assessment back to whoever wrote it. A manager, with a reason."""
    if not reason.strip():
        raise Refused("Enter what is missing.", field="reason")
    episode = hold_episode(by, reference, version)
    assessment = _open(episode, "send_back")
    assessment.sent_back_reason = reason
    assessment.save(update_fields=["state", "sent_back_reason"])
    keep_episode(episode)
    record(episode, by, "referrals.assessment_sent_back", reason=reason, data={"assessment": assessment.number})
    return assessment


@service
def authorise_assessment(*, by: Person, reference: str, version: int) -> Assessment:
    """Authorise an assessment that another has written: it is finished, and both its clocks stop. A manager.

    Whoever sent it may not authorise it.
    """
    episode = hold_episode(by, reference, version)
    assessment = _open(episode, "authorise")
    check_another_authorises(by.actor_reference, assessment.submitted_by)
    moment = clock.now()
    assessment.authorised_on, assessment.authorised_at = london_date(moment), moment
    assessment.authorised_by = by.actor_reference
    assessment.save(update_fields=["state", "authorised_on", "authorised_at", "authorised_by"])
    subject = subject_of_episode(episode)
    stop_clock(by=by, kind=ASSESSMENT_CLOCK, subject=subject, outcome="authorised")
    stop_clock(by=by, kind=REVIEW_CLOCK, subject=subject, outcome="authorised")
    keep_episode(episode)
    write_chronology(
        by=by, child=episode.child, kind="referrals.assessment_authorised", record=subject, detail=assessment.outcome
    )
    record(
        episode,
        by,
        "referrals.assessment_authorised",
        data={"assessment": assessment.number, "outcome": assessment.outcome},
    )
    return assessment


def when_assessment_moves(reference: str, due_at: datetime) -> None:
    """The clock of an assessment has another due time: the open assessment keeps its day. Part of giving a clock a date."""
    Assessment.objects.filter(episode__reference=reference).exclude(state=AssessmentState.AUTHORISED).update(
        due_on=london_date(due_at)
    )


def _open(episode: Episode, event: str) -> Assessment:
    found = episode.assessments.select_for_update(of=("self",)).order_by("-number").first()
    if found is None:
        raise Refused("No assessment has been begun.")
    move(ASSESSMENT_TRANSITIONS, found, event)
    return found


def _write(assessment: Assessment, written: Written) -> None:
    check_factors(written.factors)
    check_seen(written.seen_on, assessment.started_on, clock.today())
    for name, value in asdict(written).items():
        setattr(assessment, name, list(value) if name == "factors" else value)
    assessment.save(update_fields=list(WRITTEN))
