"""What a submission must hold before it is received, whichever way it comes. The form asks with the same words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum

from children.rules import details as identity
from foundation import clock
from foundation.errors import Incomplete, Problem
from referrals.models.circumstances import (
    DISABILITIES,
    LEGAL_ORDERS,
    NO_DISABILITY,
    NO_ORDER,
    Booking,
    Education,
    Immigration,
)
from referrals.models.codes import (
    SAID,
    SAID_FIRST,
    Channel,
    ConsentBy,
    ConsentReason,
    ConsentRecorded,
    ConsentScope,
    ConsentStatus,
    LeadTold,
    Purpose,
    ThresholdLevel,
    YesNoUnknown,
)
from referrals.models.harms import HARM_TYPES, HARMS, UNSURE, Context
from referrals.models.household import SubmissionPerson
from referrals.rules.danger import problems_of_sender, settled
from referrals.rules.questions import MISSING, MOST, NOUNS
from referrals.rules.submission import (
    MOST_CHILDREN,
    MOST_PEOPLE,
    ChildGiven,
    Circumstances,
    Concern,
    Consent,
    Content,
    Harm,
    PersonGiven,
)


class Asked(StrEnum):
    """How much a way in asks: the whole form, or what a notice of a service says (who, what happened, what the law asks)."""

    FORM = "form"
    NOTICE = "notice"


ASKED_BY: Mapping[str, Asked] = {
    Channel.BATCH: Asked.NOTICE,
    Channel.STEP_UP: Asked.NOTICE,
    Channel.PUBLIC: Asked.NOTICE,
    Channel.TELEPHONE: Asked.NOTICE,
    Channel.EMAIL: Asked.NOTICE,
    Channel.TRANSFER: Asked.NOTICE,
}
"""The ways in that ask less than the form."""
TOLD_OR_NOT = (YesNoUnknown.YES, YesNoUnknown.NO)


def asked_by(channel: str) -> Asked:
    """How much a way in asks: the whole form, unless it is known to ask less."""
    return ASKED_BY.get(channel, Asked.FORM)


def tidied(content: Content, *, test_numbers: bool = False) -> Content:
    """The same with national numbers and postcodes as they are stored. Refuses what `check_content` refuses about them."""
    children = [replace(child, details=identity.tidied(child.details, test_numbers=test_numbers)) for child in content.children]
    return replace(content, children=children)


def check_content(content: Content, now: datetime, today: date, *, asked: Asked = Asked.FORM, test_numbers: bool = False) -> None:
    """Refuse what cannot be received, with everything that is missing or impossible, in the order of the form."""
    if wrong := list(problems_of(content, now, today, asked=asked, test_numbers=test_numbers)):
        raise Incomplete(wrong)


def problems_of(
    content: Content, now: datetime, today: date, *, asked: Asked = Asked.FORM, test_numbers: bool = False
) -> Iterator[Problem]:
    """Everything that keeps it from being received, in the order of the form. Of a child in immediate danger that is little."""
    if content.immediate_danger:
        if asked is Asked.FORM:
            yield from problems_of_sender(content.referrer)
        content, asked = settled(content), Asked.NOTICE
    yield from all_problems_of(content, now, today, asked=asked, test_numbers=test_numbers)


def all_problems_of(
    content: Content, now: datetime, today: date, *, asked: Asked = Asked.FORM, test_numbers: bool = False
) -> Iterator[Problem]:
    """Everything that is missing or impossible, in the order of the form, whether or not it is waited for."""
    whole = asked is Asked.FORM
    sender = content.referrer
    about = {name: getattr(sender, name) for name in ("name", "role", "telephone", "email", "relation")}
    yield from _texts("about", {**about, "kept_because": sender.kept_because})
    if sender.kept_from_family and (whole or not content.immediate_danger):
        yield from _required("about", {"kept_because": sender.kept_because})
    if whole:
        yield from _required("about", about)
    if sender.lead_told and sender.lead_told not in LeadTold.values:
        yield Problem("Select whether your safeguarding lead or manager knows", "lead_told", "about")
    yield from _how_many(content)
    for place, child in enumerate(content.children, start=1):
        yield from problems_of_child(child, f"children/{place}", today, whole=whole, test_numbers=test_numbers)
    for place, person in enumerate(content.people, start=1):
        yield from problems_of_person(
            person, f"people/{place}", today, children=len(content.children), hurried=content.immediate_danger
        )
    if whole:
        yield from _family(content)
    yield from _concern(content.concern, now, today, whole=whole)
    yield from _harm(content.harm, whole=whole)
    yield from _request(content)
    yield from _consent(content.consent, today, whole=whole)


def _required(page: str, answers: Mapping[str, str], *, at: str = "") -> Iterator[Problem]:
    for name, answer in answers.items():
        if not answer.strip():
            yield Problem(MISSING[f"{page}.{name}"], name, at or page)


def _texts(page: str, answers: Mapping[str, str], *, at: str = "") -> Iterator[Problem]:
    for name, answer in answers.items():
        most = MOST[f"{page}.{name}"]
        if len(answer) > most:
            yield Problem(f"{NOUNS[f'{page}.{name}']} must be {most:,} characters or fewer", name, at or page)


def _how_many(content: Content) -> Iterator[Problem]:
    if not content.children:
        yield Problem("Add at least one child", "children", "children")
    if len(content.children) > MOST_CHILDREN:
        yield Problem(f"Send at most {MOST_CHILDREN} children together", "children", "children")
    if len(content.people) > MOST_PEOPLE:
        yield Problem(f"Send at most {MOST_PEOPLE} people together", "people", "people")


CHILD_TEXTS = ("maternity", "whereabouts", "school", "gp", "first_language", "disability")


def problems_of_child(
    child: ChildGiven, page: str, today: date, *, whole: bool = True, test_numbers: bool = False
) -> Iterator[Problem]:
    """What keeps one child from being received, or amended, so."""
    details = child.details
    for problem in identity.problems_of(details, today, test_numbers=test_numbers):
        yield replace(problem, page=page)
    if details.birth_date is not None:
        yield from _required("child", {"given_name": details.given_name}, at=page)
    if whole:
        yield from _required("child", {"address": details.address}, at=page)
    yield from _texts("child", {name: getattr(child, name) for name in CHILD_TEXTS}, at=page)
    yield from _circumstances(child.circumstances, page)
    if child.interpreter_needed not in YesNoUnknown.values:
        yield Problem("Select does the child or family need an interpreter", "interpreter_needed", page)


CIRCUMSTANCES = (
    "gender_identity",
    "religion",
    "communication",
    "attendance",
    "nationality",
    "looking_after_authority",
    "booking_hospital",
)


def _circumstances(told: Circumstances, page: str) -> Iterator[Problem]:
    yield from _texts("child", {name: getattr(told, name) for name in CIRCUMSTANCES}, at=page)
    lists: tuple[tuple[str, Sequence[str], Collection[str], str], ...] = (
        ("disability_codes", told.disability_codes, DISABILITIES, NO_DISABILITY),
        ("legal_orders", told.legal_orders, LEGAL_ORDERS, NO_ORDER),
    )
    for name, chosen, known, alone in lists:
        if set(chosen) - set(known) or (alone in chosen and len(set(chosen)) > 1):
            yield Problem("Select from the list, or that there is none", name, page)
    chosen_ones: tuple[tuple[str, str, Collection[str]], ...] = (
        ("education", told.education, Education.values),
        ("immigration", told.immigration, Immigration.values),
        ("young_carer", told.young_carer, YesNoUnknown.values),
        ("helped_before", told.helped_before, YesNoUnknown.values),
        ("late_booked", told.late_booked, Booking.values),
    )
    for name, one, values in chosen_ones:
        if one and one not in values:
            yield Problem("Select one of the list", name, page)


def problems_of_person(person: PersonGiven, page: str, today: date, *, children: int, hurried: bool = False) -> Iterator[Problem]:
    """What keeps one person from being received, or amended, so. `hurried`: who they are may be told later."""
    if person.kind not in SubmissionPerson.Kind.values and not (hurried and not person.kind):
        yield Problem(MISSING["person.kind"], "kind", page)
    yield from _required("person", {"name": person.name}, at=page)
    if person.lives_in_household not in YesNoUnknown.values:
        yield Problem(MISSING["person.lives_in_household"], "lives_in_household", page)
    if person.birth_date is not None and person.birth_date > today:
        yield Problem("Date of birth must be today or in the past", "birth_date", page)
    texts = {name: getattr(person, name) for name in ("name", "organisation", "contact_details", "risk_to_staff", *PERSON_TEXTS)}
    yield from _texts("person", texts, at=page)
    yield from _relations(person, page, children)


PERSON_TEXTS = ("job", "interpreter_language", "last_contact", "involvement")


def _relations(person: PersonGiven, page: str, children: int) -> Iterator[Problem]:
    told = [relation.child for relation in person.relations]
    if len(set(told)) != len(told) or any(not 1 <= child <= children for child in told):
        yield Problem("Each relationship must be to one of the children of this referral", "relations", page)
    for relation in person.relations:
        if not relation.relationship.strip():
            yield Problem("Enter what they are to each child", "relations", page)
        if len(relation.relationship) > MOST_RELATIONSHIP:
            yield Problem(f"What they are to a child must be {MOST_RELATIONSHIP} characters or fewer", "relations", page)
        if relation.parental_responsibility not in YesNoUnknown.values:
            yield Problem("Select whether they have parental responsibility", "relations", page)


MOST_RELATIONSHIP = 100


def _family(content: Content) -> Iterator[Problem]:
    if content.father_known not in TOLD_OR_NOT:
        yield Problem(MISSING["family.father_known"], "father_known", "family")
    if content.father_known == YesNoUnknown.NO:
        yield from _required("family", {"father_unknown_reason": content.father_unknown_reason})
    if content.other_carers not in YesNoUnknown.values:
        yield Problem(MISSING["family.other_carers"], "other_carers", "family")
    texts = {"father_unknown_reason": content.father_unknown_reason, "staff_risk": content.staff_risk}
    yield from _texts("family", texts)


TOLD: Sequence[str] = (
    "worries",
    "working_well",
    "tried_already",
    "needs_to_happen",
    "child_voice",
    "child_voice_missing_reason",
)


def _concern(concern: Concern, now: datetime, today: date, *, whole: bool) -> Iterator[Problem]:
    needed = TOLD[:3] if whole else TOLD[:1]
    yield from _required("concern", {name: getattr(concern, name) for name in needed})
    yield from _texts("concern", {name: getattr(concern, name) for name in TOLD})
    if concern.incident_at is not None and concern.incident_at > now:
        yield Problem(INCIDENT_TO_COME, "incident_time", "concern")
    if concern.aware_on is not None and concern.aware_on > today:
        yield Problem("The day on which you learned of this must be today or in the past", "aware_on", "concern")
    elif wrong := wrong_time_of_learning(concern.aware_on, concern.aware_time, now):
        yield wrong
    if whole and not concern.child_voice.strip() and not concern.child_voice_missing_reason.strip():
        yield Problem(MISSING["concern.spoken"], "spoken", "concern")


def wrong_time_of_learning(day: date | None, at: time | None, now: datetime) -> Problem | None:
    """What is wrong with the time of day at which the referrer learned of it; nothing where none is told."""
    if at is None:
        return None
    if day is None:
        return Problem("Enter on which day you learned of this", "aware_on", "concern")
    if datetime.combine(day, at, tzinfo=clock.LONDON) > now:
        return Problem("The time at which you learned of this must be in the past", "aware_time", "concern")
    return None


INCIDENT_TO_COME = "The time of the incident must be in the past"


def _harm(harm: Harm, *, whole: bool) -> Iterator[Problem]:
    unknown = set(harm.types) - HARM_TYPES.keys()
    if unknown or (whole and not harm.types) or (UNSURE in harm.types and set(harm.types) & HARMS.keys()):
        yield Problem(MISSING["harm.harms"], "harms", "harm")
    if set(harm.contexts) - set(Context.values):
        yield Problem("Select where it happens", "contexts", "harm")
    yield from _texts("harm", {name: getattr(harm, name) for name in ("place", "peer_group", "online_place")})


def _request(content: Content) -> Iterator[Problem]:
    if content.purpose not in Purpose.values:
        yield Problem(MISSING["request.purpose"], "purpose", "request")
    if content.referrer_level is not None and content.referrer_level not in ThresholdLevel.values:
        yield Problem(MISSING["request.referrer_level"], "referrer_level", "request")
    yield from _texts("request", {"referrer_level_reason": content.referrer_level_reason})


def _consent(consent: Consent, today: date, *, whole: bool) -> Iterator[Problem]:
    if consent.status not in (SAID if consent.withdrawn_on else SAID_FIRST):
        yield Problem(MISSING["consent.consent_status"], "consent_status", "consent")
    elif whole:
        yield from _consent_of_status(consent)
    if consent.status == ConsentStatus.NOT_SOUGHT and consent.reason not in ConsentReason.values:
        yield Problem(MISSING["consent.reason"], "reason", "consent")
    yield from _consent_codes(consent)
    if consent.on is not None and consent.on > today:
        yield Problem("The day on which they agreed must be today or in the past", "given_on", "consent")
    yield from _withdrawn(consent, today)
    if whole and consent.family_told not in TOLD_OR_NOT:
        yield Problem(MISSING["consent.family_told"], "family_told", "consent")
    if whole and consent.family_told == YesNoUnknown.NO:
        yield from _required("consent", {"family_not_told_reason": consent.family_not_told_reason})
    refused = consent.status == ConsentStatus.REFUSED
    yield from _texts(
        "consent",
        {
            "refused_by" if refused else "given_by": consent.given_by,
            "refused_because" if refused else "reason_details": consent.details,
            "family_not_told_reason": consent.family_not_told_reason,
            "agencies": consent.agencies,
            "withdrawn_details": consent.withdrawn_details,
        },
    )


def _consent_of_status(consent: Consent) -> Iterator[Problem]:
    match consent.status:
        case ConsentStatus.GIVEN:
            yield from _required("consent", {"given_by": consent.given_by})
            if not consent.by_right:
                yield Problem(MISSING["consent.given_right"], "given_right", "consent")
            if consent.on is None:
                yield Problem(MISSING["consent.given_on"], "given_on", "consent")
            if not consent.scope:
                yield Problem(MISSING["consent.scope"], "scope", "consent")
            if not consent.recorded:
                yield Problem(MISSING["consent.recorded"], "recorded", "consent")
        case ConsentStatus.REFUSED:
            yield from _required("consent", {"refused_by": consent.given_by})
            if not consent.by_right:
                yield Problem(MISSING["consent.refused_right"], "refused_right", "consent")
            if not consent.refusal_told:
                yield Problem(MISSING["consent.refusal_told"], "refusal_told", "consent")
        case ConsentStatus.NOT_SOUGHT:
            yield from _required("consent", {"reason_details": consent.details})


def _consent_codes(consent: Consent) -> Iterator[Problem]:
    """Codes that are not in their lists, and agencies that are not named."""
    right = "refused_right" if consent.status == ConsentStatus.REFUSED else "given_right"
    codes: tuple[tuple[str, str, Collection[str]], ...] = (
        (right, consent.by_right, ConsentBy.values),
        ("recorded", consent.recorded, ConsentRecorded.values),
        ("refusal_told", consent.refusal_told, YesNoUnknown.values),
    )
    for name, one, values in codes:
        if one and one not in values:
            yield Problem(MISSING[f"consent.{name}"], name, "consent")
    if set(consent.scope) - set(ConsentScope.values):
        yield Problem(MISSING["consent.scope"], "scope", "consent")
    if ConsentScope.AGENCIES in consent.scope:
        yield from _required("consent", {"agencies": consent.agencies})


def _withdrawn(consent: Consent, today: date) -> Iterator[Problem]:
    """An agreement that was withdrawn: since when, by whom, and what follows."""
    if consent.status != ConsentStatus.WITHDRAWN:
        return
    if consent.withdrawn_on is None:
        yield Problem(MISSING["consent.withdrawn_on"], "withdrawn_on", "consent")
    elif consent.withdrawn_on > today:
        yield Problem("The day on which they withdrew it must be today or in the past", "withdrawn_on", "consent")
    elif consent.on is not None and consent.withdrawn_on < consent.on:
        yield Problem("The day on which they withdrew it cannot be before they agreed", "withdrawn_on", "consent")
    yield from _required("consent", {"withdrawn_details": consent.withdrawn_details})
