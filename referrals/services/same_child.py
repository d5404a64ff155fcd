"""Answering whether the child of a contact is known already: linked, told apart, or nobody; and parting what was joined."""

from collections.abc import Collection

from accounts.models import Person
from children.models import ChildMerge
from children.selectors.records import standing_id
from children.services import merge_children, say_not_the_same, undo_merge
from foundation import events
from foundation.errors import Conflict, NotVisible, Refused
from foundation.service import service
from referrals.models import Contact
from referrals.rules.triage import WITH_TASKS
from referrals.selectors.same_child import candidate_for, candidates_of, merges_of, open_history_check
from referrals.services.amending import approval_lapses
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
    records = {one.pk: one.reference for one in type(contact.child).objects.filter(pk__in=(own, other))}
    merge = merge_children(
        by=by,
        lesser=records[max(own, other)],
        greater=records[min(own, other)],
        reason=reason,
        kind=ChildMerge.Kind.LINKED,
    )
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
    _answered(contact, by, "Nobody who is known is the same child")
    _record(contact, by, "referrals.child_not_known", "")


@service
def part_children(*, by: Person, reference: str, version: int, merge: str, reason: str) -> ChildMerge:
    """Undo a merge (by reference) among the records of a contact's child; an approval lapses. Refuses without a reason."""
    contact = hold(by, reference, version)
    if not any(one.reference == merge for one in merges_of(by, contact.child)):
        raise NotVisible
    undone = undo_merge(by=by, reference=merge, reason=reason)
    approval_lapses(contact, by)
    keep(contact, "state")
    _record(contact, by, "referrals.child_parted", reason, merge)
    return undone


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
