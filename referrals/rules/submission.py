"""What a submission says. What it must say before it is received stands in `referrals.rules.checking`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NotRequired, TypedDict

from children.rules import ChildDetails
from referrals.models.codes import YesNoUnknown

QUESTION_SET = "2026-4"
"""The version of the questions that the portal asks now."""
MOST_CHILDREN = 20
MOST_PEOPLE = 40


class Answer(TypedDict):
    """One question in its words, with its answer as it reads."""

    question: str
    answer: str


class AnsweredSection(TypedDict):
    """One section of the form as it was asked and answered."""

    section: str
    title: str
    answers: list[Answer]
    questionnaire: NotRequired[str]
    """The code of the set of further questions, where it is one; and its version."""
    version: NotRequired[int]
    typed: NotRequired[dict[str, list[str]]]
    """What the page held, so that it can be amended under the same version."""


@dataclass(frozen=True)
class Referrer:
    """Who refers, as they say themselves."""

    name: str
    role: str = ""
    telephone: str = ""
    email: str = ""
    relation: str = ""
    kept_from_family: bool = False
    kept_because: str = ""
    lead_told: str = ""


@dataclass(frozen=True)
class Circumstances:
    """A child's circumstances, as far as they were told."""

    no_fixed_address: bool = False
    gender_identity: str = ""
    religion: str = ""
    communication: str = ""
    disability_codes: Sequence[str] = ()
    young_carer: str = ""
    education: str = ""
    attendance: str = ""
    nationality: str = ""
    immigration: str = ""
    looking_after_authority: str = ""
    legal_orders: Sequence[str] = ()
    helped_before: str = ""
    gestation_weeks: int | None = None
    babies: int | None = None
    late_booked: str = ""
    booking_hospital: str = ""


@dataclass(frozen=True)
class ChildGiven:
    """One child as the referrer describes them."""

    details: ChildDetails
    whereabouts: str = ""
    school: str = ""
    gp: str = ""
    first_language: str = ""
    interpreter_needed: str = YesNoUnknown.UNKNOWN
    disability: str = ""
    maternity: str = ""
    circumstances: Circumstances = Circumstances()


@dataclass(frozen=True)
class RelationGiven:
    """What a person is to the child at that position (1 for the first)."""

    child: int
    relationship: str
    parental_responsibility: str = YesNoUnknown.UNKNOWN


@dataclass(frozen=True)
class PersonGiven:
    """Somebody in the household or network."""

    kind: str
    name: str
    birth_date: date | None = None
    birth_date_estimated: bool = False
    lives_in_household: str = YesNoUnknown.UNKNOWN
    contact_details: str = ""
    organisation: str = ""
    job: str = ""
    risk_to_staff: str = ""
    interpreter_language: str = ""
    last_contact: str = ""
    involvement: str = ""
    relations: Sequence[RelationGiven] = ()


@dataclass(frozen=True)
class Consent:
    """Whether the family agreed and whether they know."""

    status: str
    given_by: str = ""
    on: date | None = None
    reason: str = ""
    details: str = ""
    family_told: str = YesNoUnknown.UNKNOWN
    family_not_told_reason: str = ""
    by_right: str = ""
    scope: Sequence[str] = ()
    agencies: str = ""
    recorded: str = ""
    refusal_told: str = ""
    withdrawn_on: date | None = None
    withdrawn_details: str = ""


@dataclass(frozen=True)
class Concern:
    """What worries the referrer, in the words of the form."""

    worries: str
    working_well: str = ""
    tried_already: str = ""
    needs_to_happen: str = ""
    child_voice: str = ""
    child_voice_missing_reason: str = ""
    incident_at: datetime | None = None
    aware_on: date | None = None
    aware_time: time | None = None
    child_alone: str = ""


@dataclass(frozen=True)
class Harm:
    """Which kinds of harm and need, by their codes, and where."""

    types: Sequence[str] = ()
    contexts: Sequence[str] = ()
    place: str = ""
    peer_group: str = ""
    online_place: str = ""


@dataclass(frozen=True)
class Content:
    """A whole submission, before it is received."""

    referrer: Referrer
    purpose: str
    children: Sequence[ChildGiven]
    consent: Consent
    concern: Concern
    harm: Harm = Harm()
    people: Sequence[PersonGiven] = ()
    immediate_danger: bool = False
    urgent: bool = False
    father_known: str = YesNoUnknown.UNKNOWN
    father_unknown_reason: str = ""
    other_carers: str = YesNoUnknown.UNKNOWN
    staff_risk: str = ""
    injury_areas: Sequence[str] = ()
    injury_sides: Sequence[str] = ()
    injury_description: str = ""
    injury_seen: str = ""
    injury_explanation: str = ""
    early_help: str = ""
    help_lead: str = ""
    help_dates: str = ""
    help_result: str = ""
    help_outcome: str = ""
    help_not_enough: str = ""
    tools: Sequence[str] = ()
    referrer_level: int | None = None
    referrer_level_reason: str = ""
    answers: Sequence[AnsweredSection] = field(default=())
