"""Answering whether the child of a contact is known already: linked, told apart, or nobody; and parting what was joined."""

from collections.abc import Collection, Iterable

from accounts.models import Person
from children.kinds import ChildFile
from children.models import Child, ChildMerge
from children.selectors.page import child_file
from children.selectors.records import same_children, standing_id
from children.services import merge_children, say_not_the_same, undo_merge
from foundation import events
from foundation.errors import Conflict, NotVisible, Refused
from foundation.service import service
from referrals.models import Contact, LikelyAnswer
from referrals.rules.triage import WITH_TASKS
from referrals.selectors.same_child import candidate_for, candidates_of, merges_of, merges_seen, open_history_check
from referrals.services.amending import approval_lapses
from referrals.services.likely import settle_likely, unsettle_likely
from referrals.services.locking import hold, keep
from referrals.services.tasks import complete_task
from referrals.services.triage import subject_of

MORE_ARRIVED = "Another record that may be the same child has come since you opened the page. Look at it first."


@service
def link_child(*, by: Person, reference: str, version: int, child: str, reason: str) -> ChildMerge:
    """Say that the child of a contact is a known one (a candidate of the page, by reference). The older record stands for both.

    Refuses without a reason and children with different NHS numbers. What is behind a candidate that the asker is not shown
    does not exist. The task to check the history is done by it; an approval given before lapses.
    """
    contact = hold(by, reference, version)
    candidate, _contacts = candidate_for(by, contact, child)
    own, other = standing_id(contact.child), candidate.standing
    sides = _sides(own, other)
    records = {one.pk: one.reference for one in type(contact.child).objects.filter(pk__in=(own, other))}
    merge = merge_children(
        by=by,
        lesser=records[max(own, other)],
        greater=records[min(own, other)],
        reason=reason,
        kind=ChildMerge.Kind.LINKED,
    )
    settle_likely(by=by, one=sides[0], other=sides[1], answer=LikelyAnswer.SAME)
    approval_lapses(contact, by)
    _answered(contact, by, "Linked to a record that was known")
    _record(contact, by, "referrals.child_linked", reason, merge.reference)
    return merge


@service
def tell_apart(*, by: Person, reference: str, version: int, child: str, reason: str) -> None:
    """Say that a candidate is another child: this pair is not proposed again. With the last of them the history check is done.

    Refuses without a reason.
    """
    if not reason.strip():
        raise Refused("Enter how you know that they are two children.", field="reason")
    contact = hold(by, reference, version)
    candidate, _contacts = candidate_for(by, contact, child)
    say_not_the_same(by=by, one=_own(contact), other=candidate.child.reference, reason=reason)
    _settle_apart(by, standing_id(contact.child), candidate.standing)
    if candidates_of(by, contact):
        keep(contact)
    else:
        _answered(contact, by, "Other children had been proposed")
    _record(contact, by, "referrals.child_told_apart", reason)


@service
def find_nobody(*, by: Person, reference: str, version: int, shown: Collection[str]) -> None:
    """Say that none of the candidates shown (by reference) is the child of a contact. The history check is done by it.

    Refuses with Conflict when a candidate has come that was not shown.
    """
    contact = hold(by, reference, version)
    proposed = candidates_of(by, contact)
    if any(one.child.reference not in shown for one in proposed):
        raise Conflict(MORE_ARRIVED)
    for one in proposed:
        say_not_the_same(by=by, one=_own(contact), other=one.child.reference)
        _settle_apart(by, standing_id(contact.child), one.standing)
    _answered(contact, by, "Nobody who is known is the same child")
    _record(contact, by, "referrals.child_not_known", "")


@service
def part_children(*, by: Person, reference: str, version: int, merge: str, reason: str) -> ChildMerge:
    """Undo a merge (by reference) among the records of a contact's child; an approval lapses. Refuses without a reason."""
    contact = hold(by, reference, version)
    if not any(one.reference == merge for one in merges_of(by, contact.child)):
        raise NotVisible
    undone = undo_merge(by=by, reference=merge, reason=reason)
    _parted(undone)
    approval_lapses(contact, by)
    keep(contact, "state")
    _record(contact, by, "referrals.child_parted", reason, merge)
    return undone


@service
def join_records(*, by: Person, child: str, other: str, reason: str) -> ChildMerge:
    """Say that two records (by reference) are of one child, outside any contact. The older one stands for both.

    Refuses without a reason, one record with itself, children with different NHS numbers, and both with an open episode. A record
    that the asker does not see does not exist. Approvals of their open contacts lapse.
    """
    first, second = child_file(by, child), child_file(by, other)
    records = dict(Child.objects.filter(pk__in=_standing(first) | _standing(second)).values_list("pk", "reference"))
    merge = merge_children(by=by, lesser=records[max(records)], greater=records[min(records)], reason=reason)
    settle_likely(by=by, one=first.joined, other=second.joined, answer=LikelyAnswer.SAME)
    _tell_contacts(by, "referrals.child_linked", first.joined | second.joined, reason, merge.reference)
    return merge


@service
def tell_records_apart(*, by: Person, child: str, other: str, reason: str) -> None:
    """Say that two records (by reference) are of two children: the pair is not proposed again. Refuses without a reason."""
    if not reason.strip():
        raise Refused("Enter how you know that they are two children.", field="reason")
    first, second = child_file(by, child), child_file(by, other)
    records = dict(Child.objects.filter(pk__in=_standing(first) | _standing(second)).values_list("pk", "reference"))
    say_not_the_same(by=by, one=records[min(records)], other=records[max(records)], reason=reason)
    settle_likely(by=by, one=first.joined, other=second.joined, answer=LikelyAnswer.ANOTHER)


@service
def part_records(*, by: Person, child: str, merge: str, reason: str) -> ChildMerge:
    """Undo a merge (by reference) among the records of a child of which the asker sees both sides. Refuses without a reason.

    Approvals of their open contacts lapse.
    """
    file = child_file(by, child)
    if not any(one.reference == merge for one in merges_seen([record.pk for record in file.children])):
        raise NotVisible
    undone = undo_merge(by=by, reference=merge, reason=reason)
    _parted(undone)
    _tell_contacts(by, "referrals.child_parted", file.joined, reason, merge)
    return undone


def _standing(file: ChildFile) -> set[int]:
    """The record that stands for all of a child's, whether the asker sees it or not."""
    return {standing_id(file.child)}


def _sides(one: int, other: int) -> tuple[list[int], list[int]]:
    """The ids of the records for which each of two standing records stands."""
    standing = same_children([one, other])
    return [pk for pk, stands in standing.items() if stands == one], [pk for pk, stands in standing.items() if stands == other]


def _settle_apart(by: Person, one: int, other: int) -> None:
    first, second = _sides(one, other)
    settle_likely(by=by, one=first, other=second, answer=LikelyAnswer.ANOTHER)


def _parted(undone: ChildMerge) -> None:
    first, second = (list(same_children([one])) for one in (undone.lesser_id, undone.greater_id))
    unsettle_likely(one=first, other=second)


def _tell_contacts(by: Person, verb: str, children: Iterable[int], reason: str, merge: str) -> None:
    """Let every open contact of some children's records know that the facts have changed."""
    rows = Contact.objects.select_for_update(of=("self",)).filter(child__in=list(children), is_open=True)
    for contact in rows.order_by("pk"):
        approval_lapses(contact, by)
        keep(contact, "state")
        _record(contact, by, verb, reason, merge)


def _own(contact: Contact) -> str:
    return str(type(contact.child).objects.values_list("reference", flat=True).get(pk=standing_id(contact.child)))


def _answered(contact: Contact, by: Person, note: str) -> None:
    """Finish the history check where it is open, and mark the page as stale."""
    task = open_history_check(contact) if contact.state in WITH_TASKS else None
    if task is None:
        keep(contact, "state")
        return
    complete_task(by=by, reference=contact.reference, version=contact.version, task_id=task.pk, note=note)


def _record(contact: Contact, by: Person, verb: str, reason: str, merge: str = "") -> None:
    events.record(verb=verb, by=by, subject=subject_of(contact), reason=reason, data={"merge": merge} if merge else None)
