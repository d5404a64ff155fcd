"""Every half-year each agency's lead says who still works there; whoever is not confirmed by the due date loses sight."""

from collections.abc import Collection

from accounts.models import Person
from accounts.services.people import confirm_holding, end_role
from foundation import clock as time
from foundation.actors import Actor
from foundation.calendar import end_of_day
from foundation.errors import NotVisible, Refused
from foundation.events import Subject
from foundation.service import service
from foundation.working_days import working_calendar
from work.models import Request
from work.requests import CONFIRM_PEOPLE, CONFIRMED
from work.selectors import deadlines
from work.selectors.people import agencies_to_ask, people_to_confirm
from work.selectors.requests import requests_to_answer
from work.services.requests import answer_request, ask

QUESTION = "Please confirm who still works in your agency in the roles they hold here, and end the roles of those who have left."


@service
def ask_for_confirmations(*, by: Actor) -> int:
    """Ask the lead of each agency whose people's confirmation ends soon, due on the last working day by then; give how many.

    Who may: the system's regular task. An agency that has been asked and has not answered is not asked again.
    """
    asked = 0
    for agency, first in agencies_to_ask():
        due_on = working_calendar().last_working_day_until(first)
        due_at = end_of_day(due_on)
        if due_on <= time.today():
            due_at = deadlines.due("work.confirm_people", "", time.now()).at
        ask(
            by=by,
            kind=CONFIRM_PEOPLE,
            subject=Subject("agency", agency.code),
            from_team=None,
            to_agency=agency,
            question=QUESTION,
            due_at=due_at,
        )
        asked += 1
    return asked


@service
def confirm_people(*, by: Actor, reference: str, here: Collection[int], gone: Collection[int]) -> Request:
    """Confirm the holdings of those who are still here for another half-year, end those of the others, and answer the request.

    Who may: those who answer it for the agency. Refused unless each current holding of somebody else is in one of the two, and
    in one only: nobody confirms themselves.
    """
    request = Request.objects.select_for_update(of=("self",)).filter(reference=reference, kind=CONFIRM_PEOPLE).first()
    if request is None or (isinstance(by, Person) and not requests_to_answer(by).filter(pk=request.pk).exists()):
        raise NotVisible
    if request.state != Request.State.ASKED:
        raise Refused("Your agency’s people have been confirmed already.")
    listed = {holding.pk for holding in people_to_confirm(by, request)}
    if set(here) & set(gone) or set(here) | set(gone) != listed:
        raise Refused("The list of people has changed, or somebody has no answer. Select an answer for each person.")
    for holding_id in sorted(here):
        confirm_holding(by=by, holding_id=holding_id)
    for holding_id in sorted(gone):
        end_role(by=by, holding_id=holding_id, reason="No longer works there, said at the half-yearly confirmation.")
    return answer_request(
        by=by,
        reference=reference,
        result=CONFIRMED,
        answer=f"{len(here)} confirmed, {len(gone)} no longer there.",
    )
