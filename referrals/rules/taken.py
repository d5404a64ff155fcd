"""What the MASH writes down for somebody who rings, writes or transfers a child, as a submission."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from children.rules import ChildDetails
from foundation.errors import Incomplete, Problem
from referrals.models.codes import Channel, ConsentStatus, YesNoUnknown
from referrals.models.household import SubmissionPerson
from referrals.rules.submission import (
    AnsweredSection,
    ChildGiven,
    Concern,
    Consent,
    Content,
    PersonGiven,
    Referrer,
    RelationGiven,
)

TAKEN_QUESTIONS = "taken-2026-3"
"""The version of the questions that the MASH answers for somebody."""
TAKEN_CHANNELS = (Channel.TELEPHONE, Channel.EMAIL, Channel.TRANSFER)
MOST_TAKEN = 12
"""So many children are written down at once; more of the family stand in the words, and are added afterwards."""
OLDEST = timedelta(days=14)
"""What came longer ago is no contact of today."""
NOT_YET = "When it came must be in the past"
TOO_OLD = "When it came must be within the last 14 days"


@dataclass(frozen=True)
class ChildTaken:
    """One child as the caller names them."""

    given_name: str
    family_name: str
    birth_date: date | None = None
    age: int | None = None


@dataclass(frozen=True)
class Taken:
    """What was written down."""

    channel: Channel
    came_at: datetime
    referrer: Referrer
    children: Sequence[ChildTaken]
    worries: str
    purpose: str
    consent_status: str
    danger: bool = False
    consent_reason: str = ""
    consent_details: str = ""
    consent_by: str = ""
    consent_right: str = ""
    consent_scope: Sequence[str] = ()
    consent_agencies: str = ""
    consent_recorded: str = ""
    refusal_told: str = ""
    family_told: str = YesNoUnknown.UNKNOWN
    child_voice: str = ""
    family: str = ""
    father: str = ""
    address: str = ""
    postcode: str = ""
    school: str = ""
    staff_risk: str = ""
    authority: str = ""
    their_reference: str = ""
    answers: tuple[AnsweredSection, ...] = ()


def check_taken(taken: Taken, now: datetime) -> None:
    """Refuse what cannot have come so; what every way in refuses is refused when it is received."""
    wrong = []
    if taken.came_at > now:
        wrong.append(Problem(NOT_YET, "came_time"))
    elif taken.came_at < now - OLDEST:
        wrong.append(Problem(TOO_OLD, "came_on"))
    if not taken.referrer.name.strip():
        wrong.append(Problem("Enter who told you, or “would not say”", "name"))
    if taken.channel == Channel.TRANSFER and not taken.authority.strip():
        wrong.append(Problem("Enter which council transfers the child", "authority"))
    wrong += [
        Problem("Enter a date of birth or an age. A guess will do", f"age_{place}")
        for place, child in enumerate(taken.children, start=1)
        if child.birth_date is None and child.age is None
    ]
    if wrong:
        raise Incomplete(wrong)


def content_of_taken(taken: Taken, today: date) -> Content:
    """The submission that it makes: the children of one home, and every question with its answer."""
    return Content(
        referrer=taken.referrer,
        purpose=taken.purpose,
        children=[_child(taken, child, today) for child in taken.children],
        people=_father(taken),
        father_known=YesNoUnknown.YES if taken.father else YesNoUnknown.UNKNOWN,
        consent=Consent(
            status=taken.consent_status,
            given_by=taken.consent_by,
            on=today if taken.consent_status == ConsentStatus.GIVEN else None,
            reason=taken.consent_reason,
            details=taken.consent_details,
            family_told=taken.family_told,
            by_right=taken.consent_right,
            scope=taken.consent_scope,
            agencies=taken.consent_agencies,
            recorded=taken.consent_recorded,
            refusal_told=taken.refusal_told,
        ),
        concern=Concern(
            worries=taken.worries + (f"\n\nThe family: {taken.family}" if taken.family else ""), child_voice=taken.child_voice
        ),
        immediate_danger=taken.danger,
        staff_risk=taken.staff_risk,
        answers=list(taken.answers),
    )


def _father(taken: Taken) -> list[PersonGiven]:
    """The father by name, to each of the children, where the caller knows him."""
    if not taken.father:
        return []
    relations = [RelationGiven(place, "Father") for place in range(1, len(taken.children) + 1)]
    return [PersonGiven(kind=SubmissionPerson.Kind.FATHER, name=taken.father, relations=relations)]


def _child(taken: Taken, child: ChildTaken, today: date) -> ChildGiven:
    born = child.birth_date or date(today.year - (child.age or 0), 1, 1)
    details = ChildDetails(
        family_name=child.family_name,
        given_name=child.given_name,
        birth_date=born,
        birth_date_estimated=child.birth_date is None,
        address=taken.address,
        postcode=taken.postcode,
    )
    return ChildGiven(details, school=taken.school)
