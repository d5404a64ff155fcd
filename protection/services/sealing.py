"""Letting somebody of an agency who has no account into one conference: what they are asked, their report, and the record."""

from accounts.models import Person, SealedLink
from accounts.services.sealed import seal
from foundation.errors import NotVisible, Refused
from foundation.service import service
from protection.models import DOES_NOT_TAKE_PLACE, STANDS, AgencyInvitation
from protection.rules import kinds
from protection.selectors.sealed import PAGE, seat_of_link
from protection.selectors.sight import works_on
from protection.services.families import record
from work.models import Request
from work.services.requests import answer_request


@service
def seal_invitation(*, by: Person, reference: str, invitation_id: int, email: str) -> SealedLink:
    """Send somebody who is invited and has no account a link that shows them the conference. The team or a chair.

    The code that opens it is told by telephone. Refuses whoever has an account, and a conference that does not take place.
    """
    invitation = (
        AgencyInvitation.objects.select_for_update(of=("self",))
        .select_related("conference__family", "agency")
        .filter(STANDS, pk=invitation_id, conference__reference=reference)
        .first()
    )
    if invitation is None or not works_on(by, invitation.conference.family):
        raise NotVisible
    if invitation.person_id is not None:
        raise Refused("They have an account, and find the conference there.")
    if invitation.conference.state in DOES_NOT_TAKE_PLACE:
        raise Refused("This conference does not take place.")
    link = seal(
        by=by,
        page=PAGE,
        subject=reference,
        seat=invitation.pk,
        agency=invitation.agency,
        name=invitation.name,
        email=email,
    )
    record("conference_link_sent", by, kinds.CONFERENCE, reference)
    return link


@service
def report_by_sealed_link(*, by: SealedLink, result: str, answer: str) -> Request:
    """Give the report that the holder of a sealed link was asked for. Refuses where none is asked for, and a second one."""
    request = seat_of_link(by).request
    if request is None:
        raise Refused("You are not asked for a report.")
    return answer_request(by=by, reference=request.reference, result=result, answer=answer, answered_for=by.name)
