"""Requests for sight of what another team knows of a child."""

from accounts.models import Person
from children.models import Child
from children.selectors.records import same_children
from foundation.errors import NotVisible
from referrals.models import Contact, SightRequest
from referrals.selectors.contacts import visible_contacts
from work.models import Request
from work.selectors.requests import request_for

MOST_CONTACTS = 50


def sight_request_for(person: Person, reference: str) -> SightRequest:
    """A request for sight, to who asked and to the team that answers; for others it does not exist."""
    asked = request_for(person, reference)
    found = SightRequest.objects.select_related("child", "contact", "person").filter(request=asked).first()
    if found is None:
        raise NotVisible
    found.request = asked
    return found


def contacts_to_show(by: Person, child: Child) -> list[Contact]:
    """The contacts of a child that whoever answers may see and show: none that is restricted; the newest fifty."""
    rows = visible_contacts(by).filter(child__in=list(same_children([child.pk])), restricted=False)
    return list(rows.order_by("-received_at")[:MOST_CONTACTS])


def asked_already(person: Person, child: Child) -> bool:
    """Whether the person waits for an answer about this child."""
    waiting = Request.State.ASKED
    return SightRequest.objects.filter(person=person, child__in=list(same_children([child.pk])), request__state=waiting).exists()
