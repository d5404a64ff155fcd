"""When enough agencies take part."""

from collections.abc import Collection, Iterable
from typing import Final

from foundation.errors import Refused
from protection.models import PRESENT, AgencyGroup, InquorateReason

DISCUSSION_NEEDS: Final = (AgencyGroup.SOCIAL_CARE, AgencyGroup.POLICE, AgencyGroup.HEALTH)
"""Working Together 2023: social care, the police and health at least."""
OTHERS_IN_CONFERENCE: Final = 2
"""Social care and two other professional groups that work with the child; all of health counts once."""


def missing_from_discussion(present: Iterable[str]) -> list[AgencyGroup]:
    """The groups without which a strategy discussion has no quorum, in the order in which they are told."""
    here = set(present)
    return [group for group in DISCUSSION_NEEDS if group not in here]


def conference_is_quorate(seats: Iterable[tuple[str, str, bool]]) -> bool:
    """Whether a conference has a quorum, from group, attendance and “works with the child” of everybody invited."""
    seats = list(seats)
    here = {group for group, attendance, _works in seats if attendance in PRESENT}
    others = {group for group, attendance, works in seats if attendance in PRESENT and works} - {AgencyGroup.SOCIAL_CARE}
    return AgencyGroup.SOCIAL_CARE in here and len(others) >= OTHERS_IN_CONFERENCE


def check_discussion(present: Collection[str], reason: str) -> bool:
    """Whether there is a quorum; refuses going on without one and without a reason."""
    missing = missing_from_discussion(present)
    if missing and not reason.strip():
        names = ", ".join(str(group.label) for group in missing)
        raise Refused(
            f"There is no quorum: {names} did not take part. Enter why it was held without them.", field="inquorate_reason"
        )
    return not missing


def check_conference(reason: str, note: str, *, quorate: bool, adjourned: bool) -> None:
    """Refuse decisions of a conference without a quorum, unless the chair says why it goes on or it is to meet again."""
    if quorate or adjourned:
        return
    if reason not in InquorateReason.values:
        raise Refused(
            "There is no quorum: social care and two other agencies that work with the child must take part. Select why the "
            "chair goes on, or let the conference meet again.",
            field="inquorate_reason",
        )
    if not note.strip():
        raise Refused("Enter the chair’s reason for going on without a quorum.", field="inquorate_note")
