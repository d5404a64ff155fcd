"""A conference, to somebody of an agency who was let in without an account."""

from accounts.models import SealedLink
from foundation.errors import NotVisible
from protection.models import DOES_NOT_TAKE_PLACE, STANDS, AgencyInvitation

PAGE = "protection:sealed_conference"


def seat_of_link(link: SealedLink) -> AgencyInvitation:
    """The invitation for which a sealed link was sent, while the conference stands. For whoever has opened that link."""
    rows = AgencyInvitation.objects.filter(STANDS, pk=link.seat, conference__reference=link.subject, person__isnull=True)
    found = (
        rows.exclude(conference__state__in=DOES_NOT_TAKE_PLACE)
        .select_related("conference__family__team__agency", "conference__chair", "agency", "request")
        .first()
    )
    if link.page != PAGE or found is None:
        raise NotVisible
    return found
