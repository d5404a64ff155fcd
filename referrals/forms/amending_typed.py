"""What the pages of the form would hold had somebody typed what a submission says now."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from foundation import clock
from referrals.forms.refer.besides import COLUMNS
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.harm import HARM
from referrals.forms.refer.people import PersonForm
from referrals.models import Submission, SubmissionPerson, SubmittedChild
from referrals.models.codes import ConsentStatus
from referrals.models.harms import AT_HOME, HARMS, NEEDS, UNSURE
from referrals.rules.question_sets import is_set_page

Values = dict[str, list[str]]


def typed_page(standing: Submission, page: str) -> Values:
    """A page that stands once."""
    if is_set_page(page):
        return next((section.get("typed", {}) for section in standing.answers if section["section"] == page), {})
    match page:
        case "injuries" | "help":
            return _besides(standing, page)
        case "concern":
            return _concern(standing)
        case "consent":
            return _consent(standing)
        case "family":
            return _texts(standing, ("father_known", "father_unknown_reason", "other_carers", "staff_risk"))
        case "request":
            level = str(standing.referrer_level) if standing.referrer_level else "unsure"
            typed = _texts(standing, ("purpose", "referrer_level_reason"))
            return {**typed, "referrer_level": [level], "tools": list(standing.tools)}
    return _harm(standing) if page == HARM else {}


def typed_child(child: SubmittedChild) -> Values:
    """The page of a child."""
    return {"born": ["yes" if child.birth_date else "no"], **_columns(child, ChildForm.base_fields)}


def typed_person(person: SubmissionPerson) -> Values:
    """The page of a person, with what they are to each child."""
    typed = _columns(person, PersonForm.base_fields)
    for relation in person.relations.all():
        typed[f"relation_{relation.child.position}"] = [relation.relationship]
        typed[f"responsibility_{relation.child.position}"] = [relation.parental_responsibility]
    return typed


def _columns(row: object, names: Iterable[str]) -> Values:
    """The columns that are called as the questions are."""
    typed: Values = {}
    for name in names:
        typed |= _typed(name, getattr(row, name, None))
    return typed


def _typed(name: str, value: Any) -> Values:
    match value:
        case None | "" | False:
            return {}
        case True:
            return {name: ["on"]}
        case date():
            return _day(name, value)
        case list():
            return {name: [str(one) for one in value]}
    return {name: [str(value)]}


def _texts(standing: Submission, names: Iterable[str]) -> Values:
    return {name: [str(getattr(standing, name))] for name in names}


def _concern(standing: Submission) -> Values:
    names = (
        "worries",
        "working_well",
        "tried_already",
        "needs_to_happen",
        "child_voice",
        "child_voice_missing_reason",
        "child_alone",
    )
    typed = _texts(standing, names)
    typed["spoken"] = ["yes" if standing.child_voice else "no" if standing.child_voice_missing_reason else ""]
    if standing.incident_at is not None:
        local = standing.incident_at.astimezone(clock.LONDON)
        typed |= _day("incident_on", local)
        typed["incident_time"] = [f"{local:%H:%M}"]
    if standing.aware_time is not None:
        typed["aware_time"] = [f"{standing.aware_time:%H:%M}"]
    return typed | _day("aware_on", standing.aware_on)


def _besides(standing: Submission, page: str) -> Values:
    typed: Values = {}
    for name, column in COLUMNS[page].items():
        typed |= _typed(name, getattr(standing, column))
    return typed


def _harm(standing: Submission) -> Values:
    groups = {"harms": {**HARMS, UNSURE: ""}, "needs": NEEDS, "at_home": AT_HOME}
    typed = {name: [code for code in standing.harm_types if code in codes] for name, codes in groups.items()}
    return {**typed, "contexts": list(standing.contexts), **_texts(standing, ("place", "peer_group", "online_place"))}


def _consent(standing: Submission) -> Values:
    refused = standing.consent_status == ConsentStatus.REFUSED
    return {
        "consent_status": [standing.consent_status],
        "refused_by" if refused else "given_by": [standing.consent_given_by],
        "refused_right" if refused else "given_right": [standing.consent_by_right],
        "refused_because" if refused else "reason_details": [standing.consent_details],
        "reason": [standing.consent_reason],
        "scope": list(standing.consent_scope),
        "agencies": [standing.consent_agencies],
        "recorded": [standing.consent_recorded],
        "refusal_told": [standing.consent_refusal_told],
        "withdrawn_details": [standing.consent_withdrawn_details],
        "family_told": [standing.family_told],
        "family_not_told_reason": [standing.family_not_told_reason],
        **_day("given_on", standing.consent_on),
        **_day("withdrawn_on", standing.consent_withdrawn_on),
    }


def _day(name: str, day: Any) -> Values:
    if day is None:
        return {}
    return {f"{name}-day": [str(day.day)], f"{name}-month": [str(day.month)], f"{name}-year": [str(day.year)]}
