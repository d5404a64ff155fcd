"""The versions of a submission: what was sent, and each amendment. Asked by whatever has decided who may see it."""

from django.db.models import Prefetch

from referrals.models import Amendment, Submission, SubmissionPerson, SubmissionRelation, SubmittedChild
from referrals.rules.amending import as_it_stands


def newest_amendment(submission: Submission) -> Amendment | None:
    """The version that holds, where the submission was amended."""
    return submission.amendments.order_by("-number").first()


def standing_submission(submission: Submission) -> Submission:
    """The submission as its newest version reads; a copy."""
    return as_it_stands(submission, newest_amendment(submission))


def standing_children(submission_id: int) -> list[SubmittedChild]:
    """The children of a submission as their newest versions describe them, in their order."""
    rows = SubmittedChild.objects.filter(submission=submission_id).order_by("position", "-version")
    return list(rows.distinct("position"))


def standing_people(submission_id: int) -> list[SubmissionPerson]:
    """The people of a submission as their newest versions describe them, in their order, with what they are to each child."""
    relations = Prefetch("relations", SubmissionRelation.objects.select_related("child"))
    rows = SubmissionPerson.objects.filter(submission=submission_id).order_by("position", "-version")
    return list(rows.distinct("position").prefetch_related(relations))


def amendments_of(submission: Submission) -> list[Amendment]:
    """The versions after the first, newest first."""
    return list(submission.amendments.order_by("-number"))
