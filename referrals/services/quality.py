"""How good referrals are: what counts is set in versions, and each version of a submission is scored when it is received."""

from collections.abc import Sequence

from accounts.models import Person
from foundation import clock, events
from foundation.errors import Conflict
from foundation.service import service
from foundation.turns import take_turns
from referrals.models import (
    Amendment,
    QualityScale,
    QualityWeight,
    Submission,
    SubmissionQuality,
)
from referrals.models.submissions import FIRST_VERSION
from referrals.rules.quality import STANDARD, PartRule, Told, check_scale, quality_of, told_standing
from referrals.selectors.quality import scale_in_use
from referrals.selectors.versions import standing_children, standing_people

SUBJECT = "quality scale"


@service
def set_quality_scale(
    *,
    by: Person,
    seen: int,
    parts: Sequence[PartRule],
    partly: int,
    urgent_exempt: str,
    exempt_purposes: Sequence[str],
    channels: Sequence[str],
    reason: str,
) -> QualityScale:
    """Let what is received from now on be scored by other parts and weights. What was scored before stays as it was.

    `seen`: the version that the page showed. Refuses (Conflict) when somebody set another meanwhile, weights that do not make
    100, and a change without a reason.
    """
    check_scale(parts, partly=partly, channels=channels, reason=reason)
    take_turns("referrals.quality_scale")
    newest = QualityScale.objects.order_by("-number").first()
    number = newest.number if newest else STANDARD.number
    if number != seen:
        raise Conflict(f"Somebody set version {number} while you had the page open. Look at it, then set yours again.")
    made = QualityScale.objects.create(
        number=number + 1,
        partly=partly,
        urgent_exempt=urgent_exempt,
        exempt_purposes=list(exempt_purposes),
        channels=list(channels),
        reason=reason.strip(),
        made_at=clock.now(),
        made_by=by.actor_reference,
    )
    QualityWeight.objects.bulk_create(
        [
            QualityWeight(scale=made, part=one.part, weight=one.weight, least_words=one.least_words, prompt=one.prompt.strip())
            for one in parts
        ]
    )
    events.record(
        verb="referrals.quality_scale_set", by=by, subject=events.Subject(SUBJECT, str(made.number)), reason=made.reason
    )
    return made


def score_received(submission: Submission, said: Told) -> SubmissionQuality:
    """Keep what a submission scores as it was sent. Part of the service that receives it."""
    return _keep(submission, said, FIRST_VERSION)


def score_amended(standing: Submission, amendment: Amendment) -> SubmissionQuality:
    """Keep what a submission scores as it now stands; what it scored before stays beside it. Part of the service that amends."""
    people, children = standing_people(standing.pk), standing_children(standing.pk)
    return _keep(standing, told_standing(standing, people, children), amendment.number)


def _keep(submission: Submission, said: Told, version: int) -> SubmissionQuality:
    scale = scale_in_use()
    found = quality_of(said, scale, submission.channel)
    return SubmissionQuality.objects.create(
        submission_id=submission.pk,
        version=version,
        scale=scale.number,
        score=found.score,
        exempt=found.exempt,
        parts=dict(found.parts),
        scored_at=clock.now(),
    )
