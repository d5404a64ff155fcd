"""A restricted case that must move: its manager names people of the other team, and the restriction stands."""

from collections.abc import Sequence
from datetime import date

from accounts.models import Person
from accounts.services.grants import give_person_grant
from foundation import clock, events
from foundation.calendar import end_of_day
from foundation.errors import Refused
from foundation.service import service
from referrals.models import SEE_CONTACT, ContactPersonGrant
from referrals.selectors.naming import holds_the_restriction, people_to_name, teams_to_name, who_can_accept
from referrals.services.locking import hold, keep
from referrals.services.triage import subject_of, whole_form

REASON = "Named so that the case can move"


@service
def name_for_move(
    *, by: Person, reference: str, version: int, team: str, people: Sequence[str], reason: str, until: date | None = None
) -> None:
    """Name people (by reference) of another team (by code) on a restricted form's contacts, until the end of a day or for good.

    A MASH manager who is named on it. Refuses without a reason, a contact that is not restricted, people who are not of that
    team, nobody among them who can accept the case for the team, and a day that is past.
    """
    if not reason.strip():
        raise Refused("Enter why the case moves.", field="reason")
    if until is not None and until < clock.today():
        raise Refused("The last day must be today or in the future.", field="until")
    contact = hold(by, reference, version)
    if not contact.restricted:
        raise Refused("This contact is not restricted, so its case can move as it is.")
    if not holds_the_restriction(by, contact):
        raise Refused("Only a manager who is named on this contact can name others. Opening it in an emergency is not enough.")
    chosen = next((one for one in teams_to_name() if one.code == team), None)
    if chosen is None:
        raise Refused("Select a team that can take the case over.", field="team")
    known = {one.reference: one for one in people_to_name(chosen)}
    if not people or set(people) - set(known):
        raise Refused("Select people of the team from the list.", field="people")
    if not {one.reference for one in who_can_accept(chosen)} & set(people):
        raise Refused("Name at least one person who can accept the case for the team.", field="people")
    for one in whole_form(contact):
        for person in dict.fromkeys(people):
            give_person_grant(
                by=by,
                record=one,
                person=known[person],
                codename=SEE_CONTACT,
                reason=REASON,
                grants=ContactPersonGrant,
                ends_at=end_of_day(until) if until else None,
            )
        keep(one)
        events.record(
            verb="referrals.named_for_move",
            by=by,
            subject=subject_of(one),
            reason=reason,
            data={"team": chosen.code, "people": len(set(people)), "until": until.isoformat() if until else None},
        )
