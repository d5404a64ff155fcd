"""Who owns actions: passing them on, and letting others own them together with their owner."""

from django.db.models import Max, QuerySet

from accounts.models import Person
from accounts.services.sealed import end_sealed_links
from board.models import Action, ActionCoOwner
from board.rules import OPEN, UNDER_WAY
from board.selectors.actions import locked_action
from board.selectors.sealed import SEALED_PAGE
from board.services.actions import check_reason, responsible, subject_of, tell
from board.services.past import save_changed
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service
from foundation.versions import check_version

MOST_OWNERS = 6
"""So many own an action together at most, as in a plan that comes in as a file."""
CHANGED = "Somebody else has changed this action since you opened it. Look at it again."


@service
def reassign(*, by: Person, reference: str, agency_code: str, reason: str, owner_email: str = "", owner_post: str = "") -> Action:
    """Pass an action that is under way to another owner or agency, with a reason; a new owner is told that there is news.

    Whoever of an agency that leads it no more owned it together with the owner owns it no more.

    Refuses a finished action, one that is reported done, an owner from outside the agency, nobody at all, and who has it already.
    """
    check_reason(reason)
    action = locked_action(by, reference)
    if action.state not in UNDER_WAY:
        raise Refused("A finished action cannot be passed on, and one that is reported done is checked first.")
    agency, owner = responsible(agency_code, owner_email, owner_post)
    before = action.agency, action.owner
    if (agency, owner, owner_post) == (*before, action.owner_post):
        raise Refused("This is who has the action already. Enter somebody else.", field="owner")
    action.agency, action.owner, action.owner_post = agency, owner, owner_post
    save_changed(action)
    if agency != before[0]:
        _end_co_owning(by, action, action.co_owners.filter(agency=before[0]))
    end_sealed_links(by=by, page=SEALED_PAGE, subject=reference)
    record(
        verb="board.action_reassigned",
        by=by,
        subject=subject_of(action),
        reason=reason,
        data={
            "agency": agency.code,
            "owner": owner.reference if owner else "",
            "agency_before": before[0].code,
            "owner_before": before[1].reference if before[1] else "",
        },
    )
    tell(by, action, "passed", [owner] if owner and owner != before[1] else [])
    return action


@service
def add_co_owner(
    *, by: Person, reference: str, version: int, agency_code: str, owner_email: str = "", owner_post: str = ""
) -> Action:
    """Let somebody of an agency, or a post of it, own an open action together with its owner; a person hears that there is news.

    Refuses a finished action, somebody from outside the agency, nobody at all, who owns it already, and a seventh owner; says so
    when somebody else changed the action since the page was opened.
    """
    action = locked_action(by, reference)
    if action.state not in OPEN:
        raise Refused("This action is finished, so nobody else owns it any more.")
    agency, person = responsible(agency_code, owner_email, owner_post)
    words = person.name if person else owner_post
    same = action.co_owners.filter(person=person) if person else action.co_owners.filter(agency=agency, words__iexact=words)
    own = person == action.owner if person else agency == action.agency and words.casefold() == action.owner_post.casefold()
    if own or same.exists():
        raise Refused("They own this action already. Enter somebody else.", field="owner")
    check_version(action, version, CHANGED)
    if action.co_owners.count() + 1 >= MOST_OWNERS:
        raise Refused(f"{MOST_OWNERS} own this action already. Remove one of them first.")
    place = (action.co_owners.aggregate(last=Max("position"))["last"] or 0) + 1
    save_changed(action)
    ActionCoOwner.objects.create(action=action, position=place, words=words, person=person, agency=agency)
    data = {"owner": person.reference if person else "", "post": "" if person else words, "agency": agency.code}
    record(verb="board.co_owner_added", by=by, subject=subject_of(action), data=data)
    tell(by, action, "owned-too", [person] if person else [])
    return action


@service
def remove_co_owner(*, by: Person, reference: str, version: int, position: int) -> Action:
    """Let somebody own an action no more, by their place among those who own it together with its owner.

    They see it no more unless they do for another reason. Refuses a place where nobody stands, and says so when somebody else
    changed the action since the page was opened.
    """
    action = locked_action(by, reference)
    check_version(action, version, CHANGED)
    found = action.co_owners.filter(position=position)
    if not found.exists():
        raise Refused("They own this action no more.")
    save_changed(action)
    _end_co_owning(by, action, found)
    return action


def _end_co_owning(by: Person, action: Action, leaving: QuerySet[ActionCoOwner]) -> None:
    for one in leaving.select_related("person", "agency"):
        data = {"owner": one.person.reference if one.person else "", "agency": one.agency.code if one.agency else ""}
        one.delete()
        record(verb="board.co_owner_removed", by=by, subject=subject_of(action), data=data)
