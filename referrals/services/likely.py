"""A contact that has arrived is compared with every record there is: what is likely of the same child is kept with it."""

from collections.abc import Collection

from django.db.models import Q

from children.rules.likeness import LIKELY
from children.selectors.likely import alike_among_all
from foundation import clock
from foundation.actors import Actor
from foundation.outbox import promise
from foundation.service import service
from referrals.models import Contact, LikelyAnswer, LikelyChild, Submission

KIND = "referrals.find_likely"


def promise_to_compare(submission: Submission) -> None:
    """Let the children of a submission be compared once it has been received. Part of receiving it."""
    promise(kind=KIND, payload={"submission": submission.reference}, key=f"likely:{submission.reference}")


@service
def find_likely(*, by: Actor, submission: str) -> int:
    """Keep with each contact of a submission (by reference) the records that are likely of the same child; links nothing.

    The system only, after the submission has been received. Done twice, it adds nothing. Says how many are kept.
    """
    contacts = list(Contact.objects.filter(submission__reference=submission).select_related("child").order_by("position"))
    together, moment = [one.child_id for one in contacts], clock.now()
    rows = [
        LikelyChild(contact=contact, child=one.child, score=one.likeness.score, found_at=moment)
        for contact in contacts
        for one in alike_among_all(contact.child, LIKELY, besides=together)
    ]
    LikelyChild.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def settle_likely(*, by: Actor, one: Collection[int], other: Collection[int], answer: LikelyAnswer) -> None:
    """Somebody has said whether the records (ids) of two sides are of one child: what was likely between them is settled.

    Part of the services that link, join and tell apart.
    """
    LikelyChild.objects.filter(_between(one, other), settled_at__isnull=True).update(
        answer=answer, settled_at=clock.now(), settled_by=by.actor_reference
    )


def unsettle_likely(*, one: Collection[int], other: Collection[int]) -> None:
    """Two sides were parted again: what was likely between them is likely again. Part of the services that part."""
    LikelyChild.objects.filter(_between(one, other), answer=LikelyAnswer.SAME).update(answer="", settled_at=None, settled_by="")


def _between(one: Collection[int], other: Collection[int]) -> Q:
    first, second = list(one), list(other)
    return Q(contact__child__in=first, child__in=second) | Q(contact__child__in=second, child__in=first)
