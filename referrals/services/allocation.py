"""Who is to screen a contact: given by a manager, several at once, or taken as the next most urgent one."""

from collections.abc import Mapping
from dataclasses import dataclass

from accounts.models import Person
from foundation import clock, events
from foundation.errors import Conflict, NotVisible, Refused
from foundation.service import service
from referrals.models import CLOSED_STATES, Contact
from referrals.selectors.contacts import may_see, officers_beside
from referrals.selectors.queue import next_unallocated
from referrals.services.locking import hold, keep
from referrals.services.triage import subject_of


@dataclass(frozen=True)
class Allocated:
    """What became of giving several contacts to somebody: how many were given, and the references of those that were not."""

    given: int
    left: tuple[str, ...]


@service
def allocate(*, by: Person, contacts: Mapping[str, int], to: str) -> Allocated:
    """Give contacts (version by reference) to somebody of one's own team (by reference) who is to screen them.

    A contact that somebody changed meanwhile, that is closed, or that the other may not see stays as it is and is named.
    Refused without a contact, and for somebody who does not screen in the team.
    """
    if not contacts:
        raise Refused("Select the contacts that you allocate.", field="contacts")
    officer = next((one for one in officers_beside(by) if one.reference == to), None)
    if officer is None:
        raise Refused("Select to whom you allocate them.", field="to")
    given, left = 0, []
    for reference, version in sorted(contacts.items()):
        try:
            contact = hold(by, reference, version)
        except (Conflict, NotVisible):
            left.append(reference)
            continue
        if contact.state in CLOSED_STATES or not may_see(officer, contact):
            left.append(reference)
            continue
        _give(contact, officer, by)
        given += 1
    return Allocated(given, tuple(left))


@service
def take_next(*, by: Person) -> Contact:
    """Take the most urgent contact that nobody has. Two who press at once take two different ones. Refused when there is none."""
    waiting = next_unallocated(by)
    contact = (
        Contact.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(pk__in=waiting, allocated_to__isnull=True, screener__isnull=True)
        .order_by("urgency", "decision_due_at", "pk")
        .first()
    )
    if contact is None:
        raise Refused("Nothing waits that nobody has.")
    _give(contact, by, by)
    return contact


def _give(contact: Contact, officer: Person, by: Person) -> None:
    contact.allocated_to, contact.allocated_at, contact.allocated_by = officer, clock.now(), by.actor_reference
    keep(contact, "allocated_to", "allocated_at", "allocated_by")
    events.record(verb="referrals.allocated", by=by, subject=subject_of(contact), data={"to": officer.reference})
