"""Two records of one child are joined, and parted again; two records that are alike are told apart.

Joining changes no row but those of the child: what points to the lesser record goes on pointing to it, and selectors ask which
record stands for it. So undoing it gives back exactly what was.
"""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from children.kinds import merge_checks
from children.models import Child, ChildMerge, NotTheSame
from children.selectors.records import standing_id
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Conflict, NotVisible, Refused
from foundation.service import service

CHILD = "child"
OVERTAKEN = "Somebody else has joined one of these records meanwhile. Look at the child again before you go on."


@service
def merge_children(*, by: Actor, lesser: str, greater: str, reason: str, kind: str = ChildMerge.Kind.MERGED) -> ChildMerge:
    """Let the greater record stand for the lesser (both by reference), and for all that the lesser stands for.

    Called inside services of upper apps. Refuses without a reason, one record with itself, what a registered check refuses
    (children with different NHS numbers), and, with Conflict, a lesser record that another stands for already. A word that the
    two are not the same is taken back by it.
    """
    if not reason.strip():
        raise Refused("Enter why you think it is the same child.", field="reason")
    less, great = _both(lesser, greater)
    moved, others = _group(less), _group(great)
    for check in merge_checks():
        check(moved, others)
    moment = clock.now()
    merge = ChildMerge.objects.create(
        lesser=less, greater=great, kind=kind, reason=reason, merged_at=moment, merged_by=by.actor_reference
    )
    Child.objects.filter(merged_into=less).update(merged_into=great)
    Child.objects.filter(pk=less.pk).update(merged_into=great)
    for pair in _told_apart(moved, others):
        _take_back(pair, by)
    events.record(
        verb="children.merged",
        by=by,
        subject=events.Subject(CHILD, less.reference),
        reason=reason,
        data={"into": great.reference, "merge": merge.reference},
    )
    return merge


@service
def undo_merge(*, by: Actor, reference: str, reason: str) -> ChildMerge:
    """Part two records again (by the reference of their merge); each stands again for what it stood for before.

    Called inside services of upper apps. Refuses without a reason, and a merge that has been undone already.
    """
    if not reason.strip():
        raise Refused("Enter why they are two children after all.", field="reason")
    merge = ChildMerge.objects.select_for_update(of=("self",)).select_related("lesser", "greater").filter(reference=reference)
    found = merge.first()
    if found is None:
        raise NotVisible
    if found.undone_at is not None:
        raise Conflict("Somebody has undone this already.")
    _lock([found.lesser_id, _standing_for(found.lesser_id)])
    found.undone_at, found.undone_by, found.undone_reason = clock.now(), by.actor_reference, reason
    found.save(update_fields=["undone_at", "undone_by", "undone_reason"])
    below = _below(found.lesser_id)
    Child.objects.filter(pk=found.lesser_id).update(merged_into=None)
    Child.objects.filter(pk__in=below).update(merged_into=found.lesser_id)
    events.record(
        verb="children.merge_undone",
        by=by,
        subject=events.Subject(CHILD, found.lesser.reference),
        reason=reason,
        data={"from": found.greater.reference, "merge": found.reference},
    )
    return found


@service
def say_not_the_same(*, by: Actor, one: str, other: str, reason: str = "") -> NotTheSame:
    """Remember that two records (by reference) are of two children, so that nobody is asked again. Said twice, it is said once.

    Called inside services of upper apps. Refuses one record with itself, and two that are joined: undo that first.
    """
    less, great = _both(one, other)
    first, second = sorted((less, great), key=lambda child: child.pk)
    pair, new = NotTheSame.objects.get_or_create(
        first=first,
        second=second,
        taken_back_at=None,
        defaults={"reason": reason, "said_at": clock.now(), "said_by": by.actor_reference},
    )
    if new:
        events.record(
            verb="children.told_apart",
            by=by,
            subject=events.Subject(CHILD, less.reference),
            reason=reason,
            data={"other": great.reference},
        )
    return pair


def _both(one: str, other: str) -> tuple[Child, Child]:
    """The records, locked in one order whoever asks; the second as the record that stands for it."""
    found = {child.reference: child for child in Child.objects.filter(reference__in=(one, other))}
    if len(found) != len({one, other}):
        raise NotVisible
    wanted = (found[one].pk, standing_id(found[other]))
    locked = _lock(wanted)
    first, second = (locked[pk] for pk in wanted)
    if second.merged_into_id is not None or standing_id(first) == second.pk != first.pk or first.merged_into_id is not None:
        raise Conflict(OVERTAKEN)
    if first.pk == second.pk:
        raise Refused("This is one record. Select another.")
    return first, second


def _lock(children: Sequence[int]) -> dict[int, Child]:
    rows = Child.objects.select_for_update(of=("self",)).defer("keys").filter(pk__in=children).order_by("pk")
    return {child.pk: child for child in rows}


def _group(child: Child) -> list[int]:
    return list(Child.objects.filter(Q(pk=child.pk) | Q(merged_into=child.pk)).values_list("pk", flat=True))


def _standing_for(child: int) -> int:
    return standing_id(Child.objects.defer("keys").get(pk=child))


def _below(child: int) -> set[int]:
    """The records that were merged into this one, and into those, and so on, by the merges that stand."""
    below: set[int] = set()
    newest = {child}
    while newest:
        newest = (
            set(ChildMerge.objects.filter(greater__in=newest, undone_at__isnull=True).values_list("lesser", flat=True)) - below
        )
        below |= newest
    return below


def _told_apart(one: Sequence[int], other: Sequence[int]) -> QuerySet[NotTheSame]:
    between = Q(first__in=one, second__in=other) | Q(first__in=other, second__in=one)
    return NotTheSame.objects.select_for_update().filter(between, taken_back_at__isnull=True)


def _take_back(pair: NotTheSame, by: Actor) -> None:
    pair.taken_back_at, pair.taken_back_by = clock.now(), by.actor_reference
    pair.save(update_fields=["taken_back_at", "taken_back_by"])
