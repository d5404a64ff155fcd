"""The versions of a submission: what was sent, and each amendment. Asked by whatever has decided who may see it."""

from django.db.models import QuerySet

from foundation.asked_often import Asked, AskedOften
from foundation.together import hand_out, read_together
from referrals.models import Amendment, Submission, SubmissionPerson, SubmissionRelation, SubmittedChild
from referrals.rules.amending import as_it_stands


def newest_amendment(submission: Submission) -> Amendment | None:
    """The version that holds, where the submission was amended."""
    return submission.amendments.order_by("-number").first()


def newest_amendment_to(contact: str) -> Asked[Amendment]:
    """The version that holds of the submission of a contact (its reference), not yet read."""
    return _NEWEST.asked(contact=contact)


def _newest(contact: str) -> QuerySet[Amendment]:
    return Amendment.objects.filter(submission__contacts__reference=contact).order_by("-number")[:1]


_NEWEST = AskedOften(_newest)


def standing_submission(submission: Submission) -> Submission:
    """The submission as its newest version reads; a copy."""
    return as_it_stands(submission, newest_amendment(submission))


def standing_children(submission_id: int) -> list[SubmittedChild]:
    """The children of a submission as their newest versions describe them, in their order."""
    rows = SubmittedChild.objects.filter(submission=submission_id).order_by("position", "-version")
    return list(rows.distinct("position"))


def _people(submission: int) -> QuerySet[SubmissionPerson]:
    return SubmissionPerson.objects.filter(submission=submission).order_by("position", "-version").distinct("position")


def _relations(submission: int) -> QuerySet[SubmissionRelation]:
    return SubmissionRelation.objects.filter(person__submission=submission).select_related("child").order_by("pk")


_PEOPLE, _RELATIONS = AskedOften(_people), AskedOften(_relations)


class PeopleStanding:
    """The people of a submission as their newest versions describe them, without those taken away. Not yet read."""

    def __init__(self, submission_id: int) -> None:
        self.rows = _PEOPLE.asked(submission=submission_id), _RELATIONS.asked(submission=submission_id)
        """To be read together with what else a page shows."""

    def each(self) -> list[SubmissionPerson]:
        """The people, in their order, each with what they are to the children."""
        read_together(*self.rows)
        people, relations = self.rows
        hand_out(relations, people, name="relations")
        return [one for one in people if not one.taken_away]

    @property
    def next_position(self) -> int:
        """Where somebody is told of who is added: after the last, and never in the place of one who was taken away."""
        read_together(*self.rows)
        return max((one.position for one in self.rows[0]), default=0) + 1


def standing_people(submission_id: int) -> list[SubmissionPerson]:
    """The people of a submission who stand, in their order, with what they are to each child."""
    return PeopleStanding(submission_id).each()


def amendments_of(submission: Submission) -> list[Amendment]:
    """The versions after the first, newest first."""
    return list(submission.amendments.order_by("-number"))
