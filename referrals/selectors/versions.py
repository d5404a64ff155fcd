"""The versions of a submission: what was sent, and each amendment. Asked by whatever has decided who may see it."""

from django.db.models import QuerySet

from referrals.models import Amendment, Submission
from referrals.rules.amending import as_it_stands


def newest_amendment(submission: Submission) -> Amendment | None:
    """The version that holds, where the submission was amended."""
    return submission.amendments.order_by("-number").first()


def newest_amendment_to(contact: str) -> QuerySet[Amendment]:
    """The version that holds of the submission of a contact (its reference), not yet read."""
    return Amendment.objects.filter(submission__contacts__reference=contact).order_by("-number")[:1]


def standing_submission(submission: Submission) -> Submission:
    """The submission as its newest version reads; a copy."""
    return as_it_stands(submission, newest_amendment(submission))


def amendments_of(submission: Submission) -> list[Amendment]:
    """The versions after the first, newest first."""
    return list(submission.amendments.order_by("-number"))
