"""How good a referral is: which parts of it say what the MASH needs, and what that comes to out of 100.

The parts, their weights and who is exempt are data (`Scale`); how a part is recognised stands here. Nothing here ever
refuses a referral.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from foundation.errors import Incomplete, Problem
from referrals.models.codes import Channel, ConsentStatus, Purpose, YesNoUnknown
from referrals.models.household import SubmissionPerson
from referrals.models.quality import HIGHEST, Exemption, Grade, QualityPart, UrgentExempt
from referrals.models.submissions import Submission, SubmittedChild
from referrals.rules.submission import Concern, Consent, Content

STANDARD_VERSION = 1
MOST_WORDS = 200


@dataclass(frozen=True)
class PartRule:
    """One part of the score: its points out of 100, how many words make it, and what is said to who left it out."""

    part: str
    weight: int
    least_words: int
    prompt: str


@dataclass(frozen=True)
class Scale:
    """One version of what counts."""

    number: int
    partly: int
    urgent_exempt: str
    exempt_purposes: tuple[str, ...]
    channels: tuple[str, ...]
    parts: tuple[PartRule, ...]

    def rule(self, part: str) -> PartRule | None:
        """What counts for one part, where it counts at all."""
        return next((one for one in self.counting if one.part == part), None)

    @property
    def counting(self) -> tuple[PartRule, ...]:
        """The parts that are looked at."""
        return tuple(one for one in self.parts if one.weight)


STANDARD = Scale(
    number=STANDARD_VERSION,
    partly=50,
    urgent_exempt=UrgentExempt.URGENT,
    exempt_purposes=(Purpose.NOTIFICATION, Purpose.DOMESTIC_ABUSE, Purpose.PRIVATE_FOSTERING, Purpose.ALLEGATION),
    channels=(Channel.PORTAL, Channel.API),
    parts=(
        PartRule(
            QualityPart.EXAMPLE,
            25,
            15,
            "Could you give one example: what happened, and when? It helps us to see what the child’s days are like.",
        ),
        PartRule(QualityPart.EARLIER_HELP, 15, 4, "Has any help been tried before? If none has, a few words on why are enough."),
        PartRule(
            QualityPart.VOICE,
            20,
            3,
            "Is there anything the child has said or shown, in their own words? You need not ask them now.",
        ),
        PartRule(
            QualityPart.FATHERS,
            20,
            4,
            "Is there a father, wherever he lives? If you cannot name him, a few words on why are enough.",
        ),
        PartRule(
            QualityPart.CONSENT,
            20,
            5,
            "Could you say a little more about consent: whom you asked and what they said, or why you did not ask?",
        ),
    ),
)
"""Version 1, which the portal brings along; the MASH manager sets later ones."""


@dataclass(frozen=True)
class Told:
    """What the rules read of a submission. What was not asked, or not answered yet, stays empty."""

    consent_status: str = ""
    consent_by: bool = False
    consent_on: bool = False
    consent_details: str = ""
    family_told: str = ""
    family_not_told_reason: str = ""
    father_known: str = ""
    fathers: bool = False
    father_unknown_reason: str = ""
    unborn: bool = False
    child_voice: str = ""
    child_voice_missing_reason: str = ""
    worries: str = ""
    incident: bool = False
    tried_already: str = ""
    purpose: str = ""
    urgent: bool = False
    danger: bool = False


@dataclass(frozen=True)
class Quality:
    """What a submission scores: points out of 100 or why it has none, and each part that counts."""

    score: int | None
    exempt: str
    parts: Mapping[str, str]


def told_by(content: Content) -> Told:
    """What a submission says that is being received."""
    fathers = any(person.kind == SubmissionPerson.Kind.FATHER for person in content.people)
    unborn = bool(content.children) and all(child.details.birth_date is None for child in content.children)
    return told(
        content.consent,
        content.concern,
        father_known=content.father_known,
        fathers=fathers,
        father_unknown_reason=content.father_unknown_reason,
        unborn=unborn,
        purpose=content.purpose,
        urgent=content.urgent or content.immediate_danger,
        danger=content.immediate_danger,
    )


def told(
    consent: Consent,
    concern: Concern,
    *,
    father_known: str,
    fathers: bool,
    father_unknown_reason: str,
    unborn: bool,
    purpose: str,
    urgent: bool,
    danger: bool,
) -> Told:
    """The same from its pages."""
    return Told(
        consent_status=consent.status,
        consent_by=bool(consent.given_by.strip()),
        consent_on=consent.on is not None,
        consent_details=consent.details,
        family_told=consent.family_told,
        family_not_told_reason=consent.family_not_told_reason,
        father_known=father_known,
        fathers=fathers,
        father_unknown_reason=father_unknown_reason,
        unborn=unborn,
        child_voice=concern.child_voice,
        child_voice_missing_reason=concern.child_voice_missing_reason,
        worries=concern.worries,
        incident=concern.incident_at is not None,
        tried_already=concern.tried_already,
        purpose=purpose,
        urgent=urgent,
        danger=danger,
    )


def told_standing(standing: Submission, people: Iterable[SubmissionPerson], children: Iterable[SubmittedChild]) -> Told:
    """The same of a submission as it now stands, with its people and children."""
    consent = Consent(
        status=standing.consent_status,
        given_by=standing.consent_given_by,
        on=standing.consent_on,
        details=standing.consent_details,
        family_told=standing.family_told,
        family_not_told_reason=standing.family_not_told_reason,
    )
    concern = Concern(
        worries=standing.worries,
        tried_already=standing.tried_already,
        child_voice=standing.child_voice,
        child_voice_missing_reason=standing.child_voice_missing_reason,
        incident_at=standing.incident_at,
    )
    return told(
        consent,
        concern,
        father_known=standing.father_known,
        fathers=any(one.kind == SubmissionPerson.Kind.FATHER for one in people),
        father_unknown_reason=standing.father_unknown_reason,
        unborn=all(one.birth_date is None for one in children),
        purpose=standing.purpose,
        urgent=standing.urgent,
        danger=standing.immediate_danger,
    )


_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SPANS = "hour|day|night|morning|afternoon|evening|week|month|term|year|summer|autumn|winter|spring|holiday|easter|christmas"
WHEN = re.compile(
    rf"\b(\d{{1,2}}([:.]\d{{2}})? ?(am|pm)|\d{{1,2}}[./-]\d{{1,2}}([./-]\d{{2,4}})?|\d{{1,2}}(st|nd|rd|th)?"
    rf" (of )?({_MONTHS})|({_DAYS})s?|yesterday|today|tonight|(last|this|next|every|each|one|the|at|a) ({_SPANS})s?"
    rf"|since|ago|(in|by|from|until) ({_MONTHS})|(in|for|over|on|after) (\w+ )?({_SPANS})s?|(once|twice|times))\b",
    re.IGNORECASE,
)
"""How people say when something happened, or how often."""

NOTHING = re.compile(
    r"^\W*((not? (applicable|known|yet|idea)|nothing|none|no|n/?a|unknown|so far|yet|not sure|don[’']t know)\W*)+", re.IGNORECASE
)
"""How people say that there is nothing to say."""


def number_of_words(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"\w[\w’'-]*", text))


def _by_words(text: str, least: int) -> Grade:
    number = number_of_words(text)
    if not number:
        return Grade.MISSING
    return Grade.FULL if number >= least else Grade.PARTLY


def _consent(told: Told, least: int) -> Grade:
    """Who agreed and when; who refused and what they said; or in words why nobody was asked. And whether the family knows."""
    match told.consent_status:
        case ConsentStatus.GIVEN:
            found = Grade.FULL if told.consent_by and told.consent_on else Grade.PARTLY
        case ConsentStatus.REFUSED:
            found = Grade.FULL if told.consent_by and told.consent_details.strip() else Grade.PARTLY
        case ConsentStatus.NOT_SOUGHT:
            found = Grade.FULL if number_of_words(told.consent_details) >= least else Grade.PARTLY
        case ConsentStatus.WITHDRAWN:
            found = Grade.FULL if told.consent_by and told.consent_on else Grade.PARTLY
        case _:
            return Grade.MISSING
    knows = told.family_told == YesNoUnknown.YES or bool(told.family_not_told_reason.strip())
    return found if knows else Grade.PARTLY


def _fathers(told: Told, least: int) -> Grade:
    """A father among the people; or why there is none, in words. Some fathers and no word of the others is half."""
    reason = _by_words(NOTHING.sub("", told.father_unknown_reason), least)
    if told.fathers:
        return Grade.FULL if told.father_known != YesNoUnknown.NO or reason != Grade.MISSING else Grade.PARTLY
    if told.father_known == YesNoUnknown.YES:
        return Grade.MISSING
    return reason


def _voice(told: Told, least: int) -> Grade:
    """The child's own words or how they were observed. A reason why not is half, and all for children not born yet."""
    voice = _by_words(told.child_voice, least)
    if voice != Grade.MISSING:
        return voice
    if not told.child_voice_missing_reason.strip():
        return Grade.MISSING
    return Grade.FULL if told.unborn else Grade.PARTLY


def _example(told: Told, least: int) -> Grade:
    """What happened, in so many words, and when: a day, a time, a span, or the moment of the incident."""
    enough = number_of_words(told.worries) >= least
    when = told.incident or WHEN.search(told.worries) is not None
    if enough and when:
        return Grade.FULL
    return Grade.PARTLY if enough or (when and told.worries.strip()) else Grade.MISSING


def _earlier_help(told: Told, least: int) -> Grade:
    """What was tried; “nothing yet” is an answer when it says why."""
    return _by_words(NOTHING.sub("", told.tried_already), least)


_RULES: Mapping[str, Callable[[Told, int], Grade]] = {
    QualityPart.CONSENT: _consent,
    QualityPart.FATHERS: _fathers,
    QualityPart.VOICE: _voice,
    QualityPart.EXAMPLE: _example,
    QualityPart.EARLIER_HELP: _earlier_help,
}


def grades(told: Told, scale: Scale) -> dict[str, str]:
    """Each part that counts, and how far the submission says it."""
    return {str(one.part): str(_RULES[one.part](told, one.least_words)) for one in scale.counting}


def quality_of(told: Told, scale: Scale, channel: str) -> Quality:
    """What a submission scores under a version of the scale.

    Each part counts its weight when it is there, a share of it when it is partly there, and nothing when it is missing;
    half a point is rounded up once, at the end. What is exempt keeps its parts and has no score.
    """
    parts = grades(told, scale)
    if exempt := exemption(told, scale, channel):
        return Quality(None, exempt, parts)
    percent = {Grade.FULL: HIGHEST, Grade.PARTLY: scale.partly, Grade.MISSING: 0}
    hundredths = sum(one.weight * percent[Grade(parts[one.part])] for one in scale.counting)
    return Quality((hundredths + HIGHEST // 2) // HIGHEST, "", parts)


def exemption(told: Told, scale: Scale, channel: str) -> str:
    """Why a submission gets no score, or nothing."""
    if told.danger and scale.urgent_exempt != UrgentExempt.NONE:
        return Exemption.URGENT
    if told.urgent and scale.urgent_exempt == UrgentExempt.URGENT:
        return Exemption.URGENT
    if channel not in scale.channels:
        return Exemption.CHANNEL
    return Exemption.PURPOSE if told.purpose in scale.exempt_purposes else ""


@dataclass(frozen=True)
class Prompt:
    """Something that whoever writes could still say, and on which page."""

    part: str
    page: str
    field: str
    text: str


PLACES: Mapping[str, tuple[str, str]] = {
    QualityPart.EXAMPLE: ("concern", "worries"),
    QualityPart.EARLIER_HELP: ("concern", "tried_already"),
    QualityPart.VOICE: ("concern", "spoken"),
    QualityPart.FATHERS: ("family", "father_known"),
    QualityPart.CONSENT: ("consent", "consent_status"),
}
"""Part → the page of the form and the question where it is said."""
PAGES_WITH_PROMPTS = frozenset(page for page, _field in PLACES.values())


def _begun(told: Told, part: str) -> bool:
    """Whether the question of a part has an answer, so that a word about it comes neither early nor unasked."""
    match part:
        case QualityPart.EXAMPLE:
            return bool(told.worries.strip())
        case QualityPart.EARLIER_HELP:
            return bool(told.tried_already.strip())
        case QualityPart.VOICE:
            return bool(told.child_voice.strip() or told.child_voice_missing_reason.strip())
        case QualityPart.FATHERS:
            return bool(told.father_known)
        case _:
            return bool(told.consent_status)


def prompts(told: Told, scale: Scale, *, page: str = "") -> list[Prompt]:
    """What could still be said, on one page or on all of them, in the order of the form.

    Never while a child is in danger, and only of questions that have been answered: nobody is hurried.
    """
    if told.danger:
        return []
    found = grades(told, scale)
    return [
        Prompt(part, *PLACES[part], text=rule.prompt)
        for part in PLACES
        if (rule := scale.rule(part)) is not None
        and found[part] != Grade.FULL
        and (not page or PLACES[part][0] == page)
        and _begun(told, part)
    ]


def check_scale(parts: Sequence[PartRule], *, partly: int, channels: Sequence[str], reason: str) -> None:
    """Refuse a version whose weights do not make 100, that asks for odd numbers of words, or that says not why."""
    wrong = [
        Problem(f"Enter what is said to somebody who left out “{QualityPart(one.part).label}”", f"prompt_{one.part}")
        for one in parts
        if one.weight and not one.prompt.strip()
    ]
    total = sum(one.weight for one in parts)
    if total != HIGHEST:
        first = f"weight_{parts[0].part}" if parts else ""
        wrong.append(Problem(f"The points of all parts together must be 100. They are {total}.", first))
    if not 0 <= partly <= HIGHEST:
        wrong.append(Problem("Enter a share from 0 to 100", "partly"))
    if not channels:
        wrong.append(Problem("Select at least one way in that gets a score", "channels"))
    if not reason.strip():
        wrong.append(Problem("Enter why you change it", "reason"))
    if wrong:
        raise Incomplete(wrong)
