"""Stub and ask: who finds a child known elsewhere asks for sight with a reason; the team gives it to a day, or refuses."""

from datetime import date

from accounts.models import Person, Team
from accounts.services.grants import give_person_grant
from foundation import clock, events
from foundation.calendar import ENGLAND, add_months, end_of_day
from foundation.errors import NotVisible, Refused
from foundation.events import Subject
from foundation.service import service
from referrals.models import SEE_CONTACT, ContactPersonGrant, SightRequest
from referrals.rules.triage import CONTACT, SIGHT
from referrals.selectors.contacts import contact_for, team_of
from referrals.selectors.same_child import elsewhere_for, teams_to_ring
from referrals.selectors.sight import asked_already, contacts_to_show, sight_request_for
from referrals.services.triage import subject_of
from work.models import Request
from work.selectors.requests import may_answer
from work.services.requests import answer_request, ask

LONGEST_MONTHS = 12


@service
def ask_for_sight(*, by: Person, reference: str, child: str, team: str, reason: str) -> Request:
    """Ask a team (by its code) to see what it knows of the child of a contact; answered by the end of the next working day.

    Only of a child whom the contact's page says to be known elsewhere, and of a team that it names. Refuses without a reason,
    a second question while the first waits, and asking about a restricted contact, which the whole team would read.
    """
    if not reason.strip():
        raise Refused("Enter why you need to see it.", field="reason")
    contact = contact_for(by, reference)
    if contact.restricted:
        raise Refused(
            "This contact is restricted to people who are named, and a whole team would read this. Ring somebody there."
        )
    known = elsewhere_for(by, contact, child).child
    asked_of = _chosen(teams_to_ring(known), team)
    if asked_already(by, known):
        raise Refused("You have asked already. The team has not answered yet.")
    request = ask(
        by=by,
        kind=SIGHT,
        subject=subject_of(contact),
        from_team=team_of(by, contact),
        to_agency=asked_of.agency,
        to_team=asked_of,
        question=reason,
        due_at=ENGLAND.decision_deadline(clock.now()),
    )
    SightRequest.objects.create(request=request, contact=contact, child=known, person=by)
    return request


@service
def give_sight(*, by: Person, reference: str, until: date, words: str = "") -> Request:
    """Let who asked (by the request's reference) see the child's contacts that the answering person sees, until the end of a day.

    Whoever answers for the team that was asked. Refuses a day that is past or more than twelve months away, when there is nothing
    to show, and who may hold no sight. Restricted contacts stay closed.
    """
    sight = _to_answer(by, reference)
    if not clock.today() <= until <= add_months(clock.today(), LONGEST_MONTHS):
        raise Refused("The last day must be today or in the next 12 months.", field="until")
    contacts = contacts_to_show(by, sight.child)
    if not contacts:
        raise Refused("You see no contact of this child that you could show. Refuse, and say whom to ring.")
    answered = answer_request(by=by, reference=reference, result="information", answer=words or "Sight was given.")
    for contact in contacts:
        give_person_grant(
            by=by,
            record=contact,
            person=sight.person,
            codename=SEE_CONTACT,
            reason=f"Asked for sight: {reference}",
            grants=ContactPersonGrant,
            ends_at=end_of_day(until),
        )
        events.record(
            verb="referrals.sight_given",
            by=by,
            subject=Subject(CONTACT, contact.reference),
            reason=answered.question,
            data={"person": sight.person.reference, "request": reference, "until": until.isoformat()},
        )
    return answered


@service
def refuse_sight(*, by: Person, reference: str, reason: str) -> Request:
    """Refuse sight to who asked, who reads the reason. Whoever answers for the team. Refused without a reason."""
    if not reason.strip():
        raise Refused("Enter why you refuse.", field="reason")
    sight = _to_answer(by, reference)
    answered = answer_request(by=by, reference=reference, result="declined", answer=reason)
    events.record(
        verb="referrals.sight_refused",
        by=by,
        subject=subject_of(sight.contact),
        reason=reason,
        data={"person": sight.person.reference, "request": reference},
    )
    return answered


def _to_answer(by: Person, reference: str) -> SightRequest:
    sight = sight_request_for(by, reference)
    if not may_answer(by, sight.request):
        raise NotVisible
    return sight


def _chosen(teams: list[Team], code: str) -> Team:
    chosen = next((team for team in teams if team.code == code), None)
    if chosen is None:
        raise Refused("Select a team from the list.", field="team")
    return chosen
