"""A contact that has arrived is compared with every record there is: what is likely of the same child is kept with it.

A child who is described otherwise afterwards is compared anew.
"""

from collections.abc import Collection, Iterator
from datetime import datetime

from django.db.models import Q

from children.rules.likeness import LIKELY, likeness
from children.selectors.likely import alike_among_all
from children.selectors.records import details_of
from foundation import clock
from foundation.actors import Actor
from foundation.outbox import promise
from foundation.service import service
from referrals.models import Contact, LikelyAnswer, LikelyChild, Submission
from referrals.models.submissions import FIRST_VERSION

KIND = "referrals.find_likely"


def promise_to_compare(submission: Submission, version: int = FIRST_VERSION) -> None:
    """Let the children of a submission be compared once it, or a later version, is there. Part of the service that writes it."""
    key = f"likely:{submission.reference}"
    payload = {"submission": submission.reference}
    promise(kind=KIND, payload=payload, key=key if version == FIRST_VERSION else f"{key}:{version}")


def compare_anew(submission: Submission, contact: Contact, version: int) -> None:
    """Ask again of a child who is described otherwise now: nobody has told this child from another. Part of amending."""
    told_apart = LikelyChild.objects.filter(_of_records([contact.child_id]), answer=LikelyAnswer.ANOTHER)
    told_apart.update(answer="", settled_at=None, settled_by="")
    promise_to_compare(submission, version)


@service
def find_likely(*, by: Actor, submission: str) -> int:
    """Keep with each contact of a submission (by reference) the records that are likely of the same child; links nothing.

    An open contact that came later keeps the children of this one likewise. What nobody has answered and is not likely any more
    is forgotten. The system only, after the submission has been received or amended. Done twice, it adds nothing. Says how many
    are kept.
    """
    contacts = list(Contact.objects.filter(submission__reference=submission).select_related("child").order_by("position"))
    together, moment = [one.child_id for one in contacts], clock.now()
    rows = [row for contact in contacts for row in _alike(contact, together, moment)]
    LikelyChild.objects.bulk_create(rows, ignore_conflicts=True)
    LikelyChild.objects.filter(pk__in=_no_longer_likely(together)).delete()
    return len(rows)


def _alike(contact: Contact, together: Collection[int], moment: datetime) -> Iterator[LikelyChild]:
    alike = {one.child.pk: one for one in alike_among_all(contact.child, LIKELY, besides=together)}
    for one in alike.values():
        yield LikelyChild(contact=contact, child=one.child, score=one.likeness.score, found_at=moment)
    later = Contact.objects.filter(child__in=alike, is_open=True, received_at__gt=contact.received_at)
    for row in later.order_by("pk"):
        yield LikelyChild(contact=row, child=contact.child, score=alike[row.child_id].likeness.score, found_at=moment)


def _no_longer_likely(records: Collection[int]) -> list[int]:
    """What was found with some records (ids), waits for an answer, and would not be found by what is told of both now."""
    waiting = LikelyChild.objects.filter(_of_records(records), settled_at__isnull=True)
    found = []
    for row in waiting.select_related("contact__child", "child"):
        now = likeness(details_of(row.contact.child), details_of(row.child))
        if now.score < LIKELY or now.differing_nhs_numbers:
            found.append(row.pk)
    return found


def _of_records(records: Collection[int]) -> Q:
    return Q(contact__child__in=records) | Q(child__in=records)


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
