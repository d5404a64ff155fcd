"""A safeguarding lead takes over what a colleague sent who is away, and gives it back."""

from django.urls import reverse

from accounts.models import Person
from foundation import clock, events
from foundation.errors import NotVisible, Refused
from foundation.service import service
from referrals.models import Following, Submission
from referrals.selectors.correspondence import may_end, may_follow
from referrals.services.messages import SUBMISSION, hold_submission, tell


@service
def take_over_referral(*, by: Person, reference: str, reason: str) -> Following:
    """Follow what a colleague sent: news and questions of the MASH reach the lead too, until they end it.

    The safeguarding lead of the agency that sent it, with a reason (of another agency, or restricted: it does not exist).
    The colleague is told. Taken over twice it is followed once; refused for what one sent oneself.
    """
    if not reason.strip():
        raise Refused("Enter why you take it over.", field="reason")
    submission = hold_submission(by, reference)
    known = submission.followings.filter(person=by, ended_at__isnull=True).first()
    if known is not None:
        return known
    if submission.referrer_id == by.pk:
        raise Refused("You sent this yourself, so its news reach you already.")
    if not may_follow(by, submission):
        raise NotVisible
    made = Following.objects.create(
        submission=submission, person=by, reason=reason, began_at=clock.now(), began_by=by.actor_reference
    )
    _record("referrals.taken_over", by, submission, reason)
    _tell(submission, made, by, "began")
    return made


@service
def give_referral_back(*, by: Person, reference: str, follower: str, reason: str) -> Following:
    """End that somebody (their reference) follows a submission. Who follows, who sent it, or a lead of the agency; with a reason.

    Whoever sent it and whoever followed are told. Refused once it has ended.
    """
    if not reason.strip():
        raise Refused("Enter why.", field="reason")
    submission = hold_submission(by, reference)
    running = submission.followings.select_for_update(of=("self",)).select_related("person")
    found = running.filter(person__reference=follower, ended_at__isnull=True).first()
    if found is None:
        raise Refused("Nobody follows it for them any longer.")
    found.submission = submission
    if not may_end(by, found):
        raise NotVisible
    found.ended_at, found.ended_by, found.ended_because = clock.now(), by.actor_reference, reason
    found.save(update_fields=["ended_at", "ended_by", "ended_because"])
    _record("referrals.given_back", by, submission, reason)
    _tell(submission, found, by, "ended")
    return found


def _record(verb: str, by: Person, submission: Submission, reason: str) -> None:
    agency = submission.agency.code if submission.agency else ""
    events.record(verb=verb, by=by, subject=events.Subject(SUBMISSION, submission.reference), reason=reason, agency=agency)


def _tell(submission: Submission, following: Following, by: Person, what: str) -> None:
    people = dict.fromkeys(one for one in (submission.referrer, following.person) if one is not None)
    told = [one for one in people if one.pk != by.pk and one.is_active]
    tell(told, reverse("referrals:submission", args=[submission.reference]), f"following:{following.pk}:{what}")
