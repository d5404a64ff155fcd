"""What a family, a young person or a neighbour tells on the public page, as a submission."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from children.rules import ChildDetails
from referrals.models.codes import ConsentReason, ConsentStatus, Purpose, ReferralSource, YesNoUnknown
from referrals.rules.submission import AnsweredSection, ChildGiven, Concern, Consent, Content, Referrer

NOT_KNOWN = "Not known"
PUBLIC_QUESTIONS = "public-2026-2"
"""The version of the questions of the public page."""
SOURCES: Mapping[str, ReferralSource] = {
    "self": ReferralSource.SELF,
    "relative": ReferralSource.RELATIVE,
    "acquaintance": ReferralSource.ACQUAINTANCE,
    "anonymous": ReferralSource.ANONYMOUS,
}
"""Who writes, as the page asks it, and the census code."""
RELATIONS: Mapping[str, str] = {
    "self": "The child or young person",
    "relative": "Parent, carer or relative",
    "acquaintance": "Friend, neighbour or somebody else",
    "anonymous": "Would rather not say",
}


MOST_TOLD = 8
"""So many children can be named; others stand in the words."""


@dataclass(frozen=True)
class ChildTold:
    """One child as the page asks it."""

    given_name: str
    family_name: str = ""
    birth_date: date | None = None
    age: int | None = None


@dataclass(frozen=True)
class Told:
    """The answers of the page."""

    who: str
    danger: bool
    children: Sequence[ChildTold]
    worries: str
    address: str = ""
    others: str = ""
    wanted: str = ""
    name: str = ""
    telephone: str = ""
    email: str = ""
    safe: str = ""
    knows: str = ""
    answers: tuple[AnsweredSection, ...] = ()


def content_of_told(told: Told, today: date) -> Content:
    """The submission that it makes: each child, the consent as far as the page can know it, every question with its answer."""
    first = told.children[0]
    return Content(
        referrer=Referrer(
            name=told.name or ("Not given" if told.who != "self" else f"{first.given_name} {first.family_name}".strip()),
            telephone=told.telephone,
            email=told.email,
            relation=RELATIONS[told.who],
        ),
        purpose=Purpose.SOCIAL_CARE if told.danger else Purpose.EARLY_HELP,
        children=[_child(child, told.address, today) for child in told.children],
        consent=_consent(told, today),
        concern=Concern(
            worries=told.worries + (f"\n\nOthers in the family: {told.others}" if told.others else ""),
            needs_to_happen=told.wanted,
            child_voice=told.worries if told.who == "self" else "",
        ),
        immediate_danger=told.danger,
        staff_risk=f"When and how it is safe to reach whoever wrote: {told.safe}" if told.safe else "",
        answers=list(told.answers),
    )


def _child(child: ChildTold, address: str, today: date) -> ChildGiven:
    return ChildGiven(
        ChildDetails(
            family_name=child.family_name or NOT_KNOWN,
            given_name=child.given_name,
            birth_date=child.birth_date or born(child.age or 0, today),
            birth_date_estimated=child.birth_date is None,
            address=address,
        )
    )


def born(age: int, today: date) -> date:
    """A birth date for an age in years: the first of January of a year that gives them that age today."""
    return date(today.year - age, 1, 1)


def _consent(told: Told, today: date) -> Consent:
    knows = YesNoUnknown.YES if told.knows in ("yes", "parent") else YesNoUnknown.NO
    if told.who == "self" or told.knows == "parent":
        by = "The young person who wrote" if told.who == "self" else "The parent or carer who wrote"
        return Consent(status=ConsentStatus.GIVEN, given_by=by, on=today, family_told=knows, family_not_told_reason="")
    return Consent(
        status=ConsentStatus.NOT_SOUGHT,
        reason=ConsentReason.OTHER,
        details="Written on the public page by somebody who cannot consent for the child.",
        family_told=knows,
    )
