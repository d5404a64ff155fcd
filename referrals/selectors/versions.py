"""The versions of a submission: what was sent, and each amendment. Asked by whatever has decided who may see it."""

from referrals.models import Amendment, Submission
from referrals.rules.amending import as_it_stands


def newest_amendment(submission: Submission) -> Amendment | None:
    """The version that holds, where the submission was amended."""
    return submission.amendments.order_by("-number").first()


def standing_submission(submission: Submission) -> Submission:
    """The submission as its newest version reads; a copy."""
    return as_it_stands(submission, newest_amendment(submission))


def amendments_of(submission: Submission) -> list[Amendment]:
    """The versions after the first, newest first."""
    return list(submission.amendments.order_by("-number"))
